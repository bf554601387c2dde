"""Are rates what their own numbers make them: recomputed from the counts of the same sentence or the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lawcheck.model.checklist import Computed
from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import last_place, plain, rate_fits, rate_of, total
from lawcheck.rule.figures.counts import Pair, named, pairs, parts_of, tied
from lawcheck.rule.figures.ledger import PERCENT, RATES, Ledger, is_exact
from lawcheck.rule.figures.tables import Tables
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.scope import section_at
from lawcheck.rule.vocabulary import Matcher
from lawcheck.wording import Text

_HUNDRED = Decimal(100)
_MOST_COUNTS = 24  # of a sentence with more nobody can say which is the base
_MOST_SIGHTS = 10
_NONE = Text("报告里没有能够核算的比率", "the report has no rate that can be recomputed")


@dataclass(frozen=True, slots=True)
class RateWords:
    """The words that tell which count a rate is of.

    `changes` say that it is a change (同比增长), not a share. `outcomes` are what rates are of (办结, 整改); a count is
    the rate's own when its label names the same. `qualified` narrow one down (按期, 首次): then both must say so.
    `loose` are outcomes whose base differs from place to place (败诉, 出庭), and `carried` words that bring in cases of
    other years: a difference is then doubtful.
    """

    changes: tuple[Matcher, ...]
    outcomes: tuple[Matcher, ...]
    qualified: tuple[Matcher, ...]
    loose: tuple[Matcher, ...]
    carried: tuple[Matcher, ...]


def check_rates(ledger: Ledger, words: RateWords) -> Iterator[Hit]:
    """Yield the rates that their numbers refute, else one hit for those that are borne out."""
    right: list[Fact] = []
    wrong = False
    for rate in ledger.facts:
        if rate.unit != PERCENT or not is_exact(rate) or ledger.says(rate, words.changes):
            continue
        hit = _judge(ledger, rate, words)
        if hit is None:
            continue
        if hit.verdict == "satisfied":
            right.append(rate)
        else:
            wrong = True
            yield hit
    if not wrong and right:
        because = Text(f"{len(right)} 处比率与所列的数一致", f"{len(right)} rates agree with their numbers")
        yield Hit("satisfied", None, tuple(Sight("found", f.span) for f in right[:_MOST_SIGHTS]), because=because)
    elif not wrong:
        yield Hit("not_applicable", because=_NONE)


def _judge(ledger: Ledger, rate: Fact, words: RateWords) -> Hit | None:
    """Return what becomes of one rate, None when it cannot be told what it is a rate of."""
    tables = ledger.view.once(Tables) if rate.origin == "table" else None
    near = tables.beside(rate) if tables else ledger.beside(rate)
    beside = [f for f in near if _is_base(ledger, f, rate, words)]
    before = [f for f in ledger.before(rate) if _is_base(ledger, f, rate, words)] if tables is None else []
    if not beside or len(beside) + len(before) > _MOST_COUNTS:
        return None
    forced = tables.are_forced(rate) if tables else _is_forced(ledger, rate)

    def fits(pair: Pair) -> bool:
        return pair.base >= pair.part and rate_fits(pair.part, pair.base, rate.value, is_forced=forced)

    explicit = tables.share(rate) if tables else tied(ledger, rate, beside)
    parts = parts_of(ledger, rate, beside, words.outcomes, words.qualified)
    counts = explicit.parts if explicit else parts.facts
    if not counts:
        found = any(fits(p) for part in beside for p in pairs(ledger, part, rate, beside, before))
        return Hit("satisfied") if found else None
    made = [explicit] if explicit else [p for part in counts for p in pairs(ledger, part, rate, beside, before)]
    if any(fits(pair) for pair in made):
        return Hit("satisfied")
    is_certain = explicit is not None or parts.is_sure
    if not is_certain and rate.value == _HUNDRED:
        return None  # all of what the report does not count
    likely = [p for p in made if p.is_plain and (p is explicit or _is_near(ledger, p, rate))]
    likely = [p for p in likely if p.whole[0] in beside] or likely
    if not likely:
        return None
    is_sure = is_certain and len(counts) == len(likely) == 1 and (explicit or _is_of_one_thing(likely[0], beside))
    is_sure = is_sure and not (tables and tables.is_sum(rate))  # which may be a mean
    case = "rate" if is_sure and not _is_loose(ledger, likely[0], rate, words) else "unclear"
    return _finding(ledger, rate, likely[0], case)


def _is_base(ledger: Ledger, fact: Fact, rate: Fact, words: RateWords) -> bool:
    """Say whether a fact is an exact count that may belong to the rate."""
    return (
        fact.unit not in RATES
        and is_exact(fact)
        and (fact.period is None or rate.period is None or fact.period == rate.period)
        and not ledger.says(fact, words.changes)
    )


def _is_forced(ledger: Ledger, rate: Fact) -> bool:
    """Say whether the rate is one of the shares of a sentence that were made to add up to 100."""
    shares = [f for f in (*ledger.beside(rate), rate) if f.unit == PERCENT and is_exact(f)]
    return len(shares) > 1 and total(f.value for f in shares) == _HUNDRED


def _is_near(ledger: Ledger, pair: Pair, rate: Fact) -> bool:
    """Say whether base, count and rate follow each other, no semicolon between: 受理20件，办结19件，办结率95%."""
    part, whole = pair.parts[0], pair.whole[0]
    return (
        whole.number.end <= part.number.start
        and part.number.end <= rate.number.start
        and (whole.sentence != rate.sentence or "；" not in ledger.between(whole, rate))
    )


def _is_of_one_thing(pair: Pair, beside: list[Fact]) -> bool:
    """Say whether the base is surely the rate's: in its sentence, or of the same indicator in the sentence before."""
    part, whole = pair.parts[0], pair.whole[0]
    return whole in beside or (part.indicator is not None and part.indicator == whole.indicator)


def _is_loose(ledger: Ledger, pair: Pair, rate: Fact, words: RateWords) -> bool:
    text = ledger.sentence(rate)
    return bool(named(rate.label, words.loose)) or any(
        m.search(text) or m.search(ledger.sentence(f)) for m in words.carried for f in pair.whole
    )


def _finding(ledger: Ledger, rate: Fact, pair: Pair, case: str) -> Hit:
    whole = pair.whole[0]
    place = last_place(rate.value)
    exact = rate_of(pair.part, pair.base, place)
    expression = f"{plain(pair.part)}÷{plain(pair.base)}"
    fields = {
        "calculation": f"{expression}={plain(exact)}%",
        "stated": f"{plain(rate.value)}%",
        "actual": f"{plain(exact)}%",
        "label": rate.label,
    }
    computed = Computed(expression, plain(exact), plain(rate.value), plain(place))
    sights = (Sight("found", rate.span), Sight("compared_with", pair.parts[0].span), Sight("compared_with", whole.span))
    subject = rate.indicator or section_at(ledger.view.outline, rate.number)
    return Hit("not_satisfied" if case == "rate" else "doubtful", subject, sights, case, fields, computed)
