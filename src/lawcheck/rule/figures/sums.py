"""Do the parts of a breakdown add up to its total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lawcheck.model.checklist import Computed
from lawcheck.model.fact import Breakdown, Fact
from lawcheck.rule.figures.arithmetic import plain, total
from lawcheck.rule.figures.ledger import RATES, Ledger, is_exact, unit_class
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.scope import folded, section_at
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span
from lawcheck.wording import Text

_MOST_PARTS = 40
_AFTER = 12  # characters after the last part that may still speak of the parts
_WITHIN = pattern("其中|包括|含")
_MOST_SIGHTS = 10
_NONE = Text("报告里没有能够核算的分项数", "the report has no breakdown that can be added up")


def check_sums(ledger: Ledger, overlaps: tuple[Matcher, ...]) -> Iterator[Hit]:
    """Yield the breakdowns that do not add up, else one hit for those that do.

    Only what claims to be complete is added up. Where a word such as 另有, 含, 兼 (`overlaps`) stands among the
    numbers, parts may overlap or lie outside, and a difference is `doubtful`.
    """
    facts = ledger.view.facts.facts
    right: list[Fact] = []
    wrong = False
    for breakdown in ledger.view.facts.breakdowns:
        whole, parts = facts[breakdown.total], [facts[i] for i in breakdown.parts]
        if not breakdown.is_complete or not _is_comparable(whole, parts):
            continue
        if _adds_up(whole, parts):
            right.append(whole)
            continue
        wrong = True
        is_open = _is_open(ledger, breakdown, parts, overlaps)
        yield _finding(ledger, breakdown, whole, parts, "overlap" if is_open else "sum")
    if not wrong and right:
        because = Text(f"{len(right)} 处分项之和与总数一致", f"{len(right)} breakdowns add up")
        yield Hit("satisfied", None, tuple(Sight("found", f.span) for f in right[:_MOST_SIGHTS]), because=because)
    elif not wrong:
        yield Hit("not_applicable", because=_NONE)


def _is_comparable(whole: Fact, parts: list[Fact]) -> bool:
    """Say whether all are exact numbers of the same things in the same year."""
    return (
        2 <= len(parts) <= _MOST_PARTS
        and all(is_exact(f) for f in (whole, *parts))
        and all(unit_class(f.unit) == unit_class(whole.unit) and f.unit not in RATES for f in parts)
        and len({f.period for f in (whole, *parts) if f.period}) <= 1
    )


def _is_open(ledger: Ledger, breakdown: Breakdown, parts: list[Fact], overlaps: tuple[Matcher, ...]) -> bool:
    """Say whether the words among the numbers, or just after them, leave room for parts that overlap."""
    end = max(breakdown.span.end, min(parts[-1].sentence.end, breakdown.span.end + _AFTER))
    text = folded(ledger.view, Span(breakdown.span.start, end))
    nested = any(_WITHIN.search(ledger.between(one, other)) for one, other in pairwise(parts))
    return nested or any(m.search(text) for m in overlaps)


def _adds_up(whole: Fact, parts: list[Fact]) -> bool:
    """Say whether the parts make the total, or those do that are left when a part's own parts are taken out.

    共12件，其中主办10件（重点3件、一般7件），协办2件: 3 and 7 are parts of the 10 before them.
    """
    return _reaches(tuple(f.value for f in parts), whole.value)


def _reaches(values: tuple[Decimal, ...], wanted: Decimal) -> bool:
    if total(values) == wanted:
        return True
    for i, value in enumerate(values):
        below = Decimal(0)
        for j in range(i + 1, len(values)):
            below += values[j]
            if below > value:
                break
            if below == value and j > i + 1 and total((*values[: i + 1], *values[j + 1 :])) == wanted:
                return True
    return False


def _finding(ledger: Ledger, breakdown: Breakdown, whole: Fact, parts: list[Fact], case: str) -> Hit:
    made, unit = total(f.value for f in parts), whole.unit
    expression = "+".join(plain(f.value) for f in parts)
    fields = {
        "calculation": f"{expression}={plain(made)}",
        "stated": f"{plain(whole.value)}{unit}",
        "actual": f"{plain(made)}{unit}",
        "label": whole.label,
    }
    computed = Computed(expression, plain(made), plain(whole.value), "0")
    sights = (Sight("found", whole.span), *(Sight("compared_with", f.span) for f in parts[: _MOST_SIGHTS - 1]))
    subject = whole.indicator or section_at(ledger.view.outline, breakdown.span)
    return Hit("doubtful" if case == "overlap" else "not_satisfied", subject, sights, case, fields, computed)
