"""Are rates what their own numbers make them: recomputed from the counts of the same sentence or the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lawcheck.model.checklist import Computed
from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import last_place, plain, rate_fits, rate_of, total
from lawcheck.rule.figures.ledger import PERCENT, RATES, Ledger, is_exact, unit_class
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.scope import section_at
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

_HUNDRED = Decimal(100)
_MOST_COUNTS = 24  # of a sentence with more nobody can say which is the base
_MOST_SIGHTS = 10
_NONE = Text("报告里没有能够核算的比率", "the report has no rate that can be recomputed")
# 办结19件，占95%; 办结19件（占比95%）; 占总数的95%.
_SHARE = pattern(r"^[，、（]?(?:约)?占(?:比|\p{Han}{0,8}?(?:总数|总量|全部|比例))?(?:的|为|达|达到|约为)?$")
_OF = pattern(r"^[，、（]?占[^，。；]{0,20}$")  # 办结19件，占受理20件的95%
_TIE = pattern(r"^(?:的|的约|总数的|总量的)$")
_STEM = pattern(r"\p{Han}{1,20}(?=率|比例|比重|占比)")


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


@dataclass(frozen=True, slots=True)
class _Pair:
    """A count and what it may be a part of; both may be several numbers added up (办结18件、移送2件)."""

    parts: tuple[Fact, ...]
    whole: tuple[Fact, ...]

    @property
    def part(self) -> Decimal:
        return total(f.value for f in self.parts)

    @property
    def base(self) -> Decimal:
        return total(f.value for f in self.whole)

    @property
    def is_plain(self) -> bool:
        return len(self.parts) == len(self.whole) == 1 and self.base >= self.part and self.base > 0


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
    beside = [f for f in ledger.beside(rate) if _is_base(ledger, f, rate, words)]
    before = [f for f in ledger.before(rate) if _is_base(ledger, f, rate, words)]
    if not beside or len(beside) + len(before) > _MOST_COUNTS:
        return None
    forced = _is_forced(ledger, rate)

    def fits(pair: _Pair) -> bool:
        return pair.base >= pair.part and rate_fits(pair.part, pair.base, rate.value, is_forced=forced)

    explicit = _explicit(ledger, rate, beside)
    parts = list(explicit.parts) if explicit else _parts(ledger, rate, beside, words)
    if not parts:
        found = any(fits(p) for part in beside for p in _pairs(part, beside, before))
        return Hit("satisfied") if found else None
    pairs = [explicit] if explicit else [p for part in parts for p in _pairs(part, beside, before)]
    if any(fits(pair) for pair in pairs):
        return Hit("satisfied")
    near = [p for p in pairs if p.is_plain and (p is explicit or _is_near(ledger, p, rate))]
    near = [p for p in near if p.whole[0] in beside] or near
    if not near:
        return None
    is_sure = len(parts) == len(near) == 1 and _is_of_one_thing(near[0], beside)
    case = "rate" if is_sure and not _is_loose(ledger, near[0], rate, words) else "unclear"
    return _finding(ledger, rate, near[0], case)


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


def _explicit(ledger: Ledger, rate: Fact, beside: list[Fact]) -> _Pair | None:
    """Return the counts that the sentence itself ties to the rate: 19件，占20件的95%, or a part with its share."""
    left = [f for f in beside if f.number.end <= rate.number.start]
    if not left:
        return None
    if len(left) > 1:
        part, whole = left[-2:]
        gap, tie = ledger.between(part, whole), ledger.between(whole, rate)
        if _OF.match(gap) and _TIE.match(tie) and unit_class(part.unit) == unit_class(whole.unit):
            return _Pair((part,), (whole,))
    total_of = ledger.whole_of(left[-1])
    if total_of in beside and _SHARE.match(ledger.between(left[-1], rate)):
        return _Pair((left[-1],), (total_of,))
    return None


def _parts(ledger: Ledger, rate: Fact, beside: list[Fact], words: RateWords) -> list[Fact]:
    """Return the counts that the rate must be of: tied to it by 占, or named by the same outcome."""
    left = [f for f in beside if f.number.end <= rate.number.start]
    if left and _SHARE.match(ledger.between(left[-1], rate)):
        return left[-1:]
    stem = _STEM.search(rate.label)
    if stem is None:
        return []
    outcomes, narrowed = _named(stem.group(), words.outcomes), _named(stem.group(), words.qualified)
    if not outcomes:
        return []
    return [
        f
        for f in beside
        if outcomes <= _named(f.label, words.outcomes) and narrowed == _named(f.label, words.qualified)
    ]


def _named(label: str, matchers: tuple[Matcher, ...]) -> frozenset[str]:
    return frozenset(label[a:b] for m in matchers for a, b in m.finditer(label))


def _pairs(part: Fact, beside: list[Fact], before: list[Fact]) -> Iterator[_Pair]:
    """Yield the pairs that a count may make: alone or with its neighbours, of one other or of two side by side."""
    unit = unit_class(part.unit)
    here = [f for f in beside if unit_class(f.unit) == unit]
    at = here.index(part)
    runs = [tuple(here[i:j]) for i in range(max(0, at - 2), at + 1) for j in range(at + 1, min(i + 3, len(here)) + 1)]
    for others in (here, [f for f in before if unit_class(f.unit) == unit]):
        wholes = [*((f,) for f in others), *pairwise(others)]
        yield from (_Pair(run, whole) for run in runs for whole in wholes if not set(run) & set(whole))


def _is_near(ledger: Ledger, pair: _Pair, rate: Fact) -> bool:
    """Say whether base, count and rate follow each other, no semicolon between: 受理20件，办结19件，办结率95%."""
    part, whole = pair.parts[0], pair.whole[0]
    return (
        whole.number.end <= part.number.start
        and part.number.end <= rate.number.start
        and (whole.sentence != rate.sentence or "；" not in ledger.between(whole, rate))
    )


def _is_of_one_thing(pair: _Pair, beside: list[Fact]) -> bool:
    """Say whether the base is surely the rate's: in its sentence, or of the same indicator in the sentence before."""
    part, whole = pair.parts[0], pair.whole[0]
    return whole in beside or (part.indicator is not None and part.indicator == whole.indicator)


def _is_loose(ledger: Ledger, pair: _Pair, rate: Fact, words: RateWords) -> bool:
    text = ledger.sentence(rate)
    return bool(_named(rate.label, words.loose)) or any(
        m.search(text) or m.search(ledger.sentence(f)) for m in words.carried for f in pair.whole
    )


def _finding(ledger: Ledger, rate: Fact, pair: _Pair, case: str) -> Hit:
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
