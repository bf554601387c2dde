"""What numbers that stand apart say against a rate or a claim: a rate of nothing, a claim of none, all at 100 %."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lawcheck.model.checklist import Computed, Verdict
from lawcheck.rule.figures.arithmetic import plain
from lawcheck.rule.figures.ledger import PERCENT, RATES, Ledger
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.scope import folded, stretches
from lawcheck.rule.seek import seek
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span
from lawcheck.wording import Text

_MOST_SIGHTS = 10
_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_BREAK = pattern("[，。；：！？\n]")


def check_zero_bases(ledger: Ledger, pairs: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Hit]:
    """Yield the rates of which the report itself says that there was nothing to take them of.

    Each pair is a rate and its bases. Nothing is said where any count of their indicators is above zero.
    """
    seen = wrong = False
    for name, bases in pairs:
        rates = [f for f in ledger.of(name) if f.unit == PERCENT and f.is_exact]
        zeros = [f for f in ledger.of(*bases) if f.value == 0]
        kin = {ledger.view.vocabulary.indicator(n).id for n in (name, *bases)}
        counts = [f for f in ledger.of(*kin) if f.unit not in RATES]
        seen = seen or bool(rates and counts)
        for rate in rates if zeros and not any(f.value > 0 for f in counts) else ():
            wrong = True
            fields = {"label": rate.label, "stated": f"{plain(rate.value)}%", "second": ledger.phrase(zeros[0])}
            sights = (Sight("found", rate.span), Sight("compared_with", zeros[0].span))
            # 0 % of nothing misleads nobody.
            verdict: Verdict = "not_satisfied" if rate.value > 0 else "doubtful"
            yield Hit(verdict, rate.indicator, sights, "zero_base", fields)
    if not wrong:
        yield _all_well(seen, Text("各比率的基数都不是零", "no rate is taken of nothing"))


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in words (零败诉), the numbers that refute it when they are above zero, and words that limit it."""

    says: tuple[Matcher, ...]
    against: tuple[str, ...]
    aims: tuple[Matcher, ...]
    scoped: tuple[Matcher, ...]


def check_claims(ledger: Ledger, claims: tuple[Claim, ...]) -> Iterator[Hit]:
    """Yield the claims of none that a count of the same report refutes; aims (力争零败诉) are no claims."""
    seen = wrong = False
    for claim in claims:
        said = list(_claimed(ledger, claim))
        counts = [f for f in ledger.of(*claim.against) if f.value > 0]
        seen = seen or bool(said)
        for span in said if counts else ():
            wrong = True
            clause = _clause(ledger, span)
            is_scoped = any(m.search(clause) for m in claim.scoped)
            fields = {"claim": folded(ledger.view, span), "second": ledger.phrase(counts[0])}
            sights = (Sight("found", span), *(Sight("compared_with", f.span) for f in counts[: _MOST_SIGHTS - 1]))
            computed = Computed(fields["claim"], "0", plain(counts[0].value), "0")
            case = "scoped" if is_scoped else "refuted"
            verdict: Verdict = "doubtful" if is_scoped else "not_satisfied"
            yield Hit(verdict, counts[0].indicator, sights, case, fields, computed)
    if not wrong:
        yield _all_well(seen, Text("这些说法与各处的数一致", "the claims agree with the counts"))


def _claimed(ledger: Ledger, claim: Claim) -> Iterator[Span]:
    view = ledger.view
    past = [f.span for f in ledger.facts if not ledger.is_current(f)]
    for _, span in seek(view.document, stretches(view, "body"), claim.says, skip_titles=True):
        at = bisect_left(past, Span(span.start, 0))
        is_past = any(other.meets(span) for other in past[max(0, at - 1) : at + 1])
        clause = _clause(ledger, span)
        if not is_past and not ledger.is_in_plan(span) and not any(m.search(clause) for m in claim.aims):
            yield span


def _clause(ledger: Ledger, span: Span) -> str:
    """Return the folded clause that a phrase stands in."""
    text = ledger.view.document.folded
    low, high = text.range(span)
    start = max((m.end() for m in _BREAK.finditer(text.text, max(0, low - 60), low)), default=max(0, low - 60))
    end = next((m.start() for m in _BREAK.finditer(text.text, high, high + 30)), min(high + 30, len(text.text)))
    return text.text[start:end]


def check_all_full(ledger: Ledger, least: int, negative: tuple[Matcher, ...]) -> Iterator[Hit]:
    """Yield a finding when all rates are 100 % and nothing in the report ever fell short."""
    rates = [f for f in ledger.reported if f.unit == PERCENT]
    if len(rates) < least:
        because = Text(f"报告的比率不到 {least} 处", f"the report has fewer than {least} rates")
        yield Hit("not_applicable", because=because)
        return
    short = next((f for f in rates if f.value != _HUNDRED), None)
    bad = next((f for f in ledger.reported if f.value > 0 and any(m.search(f.label) for m in negative)), None)
    shown = short or bad
    if shown is not None:
        yield Hit("satisfied", None, (Sight("found", shown.span),))
        return
    fields = {"count": str(len(rates))}
    yield Hit("doubtful", None, tuple(Sight("found", f.span) for f in rates[:_MOST_SIGHTS]), "all_full", fields)


def _all_well(seen: bool, because: Text) -> Hit:
    if seen:
        return Hit("satisfied", because=because)
    return Hit("not_applicable", because=Text("报告里没有要对照的数", "the report has no numbers to compare"))
