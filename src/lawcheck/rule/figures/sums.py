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
_LISTED = pattern("^、[^，；]*$")
_ALIKE = 2  # characters at the end of labels that are alike
_MOST_SIGHTS = 10
_NONE = Text("报告里没有能够核算的分项数", "the report has no breakdown that can be added up")


def check_sums(ledger: Ledger, overlaps: tuple[Matcher, ...], combined: tuple[Matcher, ...]) -> Iterator[Hit]:
    """Yield the breakdowns that do not add up, else one hit for those that do.

    Only what claims to be complete must make the total. Where a word such as 另有, 含, 兼 (`overlaps`) stands among
    the numbers, parts may overlap or lie outside, and a difference is `doubtful`. So are parts of any other list that
    come to more than the total, unless they may be had together (罚款8件、没收3件: `combined`).
    """
    facts = ledger.view.facts.facts
    right: list[Fact] = []
    wrong = False
    for breakdown in ledger.view.facts.breakdowns:
        whole, parts = facts[breakdown.total], [facts[i] for i in breakdown.parts]
        if not _is_comparable(whole, parts):
            continue
        is_open = _is_open(ledger, breakdown, parts, overlaps)
        if not breakdown.is_complete:
            if not is_open and _is_beyond(ledger, whole, parts, combined):
                wrong = True
                yield _finding(ledger, breakdown, whole, parts, "beyond")
            continue
        if _adds_up(whole, parts):
            right.append(whole)
            continue
        wrong = True
        is_open = is_open or (whole.cell is not None and _fits_without_some(whole, parts))
        yield _finding(ledger, breakdown, whole, parts, "overlap" if is_open else "sum")
    if not wrong and right:
        because = Text(f"{len(right)} 处分项之和与总数一致", f"{len(right)} breakdowns add up")
        yield Hit("satisfied", None, tuple(Sight("found", f.span) for f in right[:_MOST_SIGHTS]), because=because)
    elif not wrong:
        yield Hit("not_applicable", because=_NONE)


def _is_comparable(whole: Fact, parts: list[Fact]) -> bool:
    """Say whether all are exact numbers of the same things in the same year."""
    return (
        1 <= len(parts) <= _MOST_PARTS
        and all(is_exact(f) for f in (whole, *parts))
        and all(unit_class(f.unit) == unit_class(whole.unit) and f.unit not in RATES for f in parts)
        and len({f.period for f in (whole, *parts) if f.period}) <= 1
    )


def _is_open(ledger: Ledger, breakdown: Breakdown, parts: list[Fact], overlaps: tuple[Matcher, ...]) -> bool:
    """Say whether the words among the numbers, or just after them, leave room for parts that overlap.

    Of a table these are the heads.
    """
    if parts[0].cell:
        return any(m.search(f.label) for m in overlaps for f in parts)
    end = max(breakdown.span.end, min(parts[-1].sentence.end, breakdown.span.end + _AFTER))
    text = folded(ledger.view, Span(breakdown.span.start, end))
    nested = any(_WITHIN.search(ledger.between(one, other)) for one, other in pairwise(parts))
    return nested or any(m.search(text) for m in overlaps)


def _is_beyond(ledger: Ledger, whole: Fact, parts: list[Fact], combined: tuple[Matcher, ...]) -> bool:
    """Say whether parts are more than the total: one by itself, or those of one list, each a kind of its own, together.

    A list is joined by 、, or its labels end alike (双随机检查, 专项检查). Not so where another number before them is
    large enough to be their total.
    """
    most = max(total(f.value for f in parts), whole.value)
    others = [f for f in ledger.beside(whole) if f.number < parts[0].number and f not in parts]
    if most == whole.value or any(m.search(f.label) for m in combined for f in parts):
        return False
    if any(unit_class(f.unit) == unit_class(whole.unit) and f.value >= most for f in others):
        return False
    if any(f.value > whole.value for f in parts) or parts[0].cell:
        return any(f.value > whole.value for f in parts)
    gaps = [ledger.between(one, other) for one, other in pairwise(parts)]
    return all(map(_LISTED.match, gaps)) or len({f.label[-_ALIKE:] for f in parts}) == 1


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


def _fits_without_some(whole: Fact, parts: list[Fact]) -> bool:
    """Say whether the parts of a table make the total when a run of rows behind another is left out.

    They may belong to the row above them: a table shows that by an indent, which is no text.
    """
    values = [f.value for f in parts]
    excess = total(values) - whole.value
    for start in range(1, len(values)):
        run = Decimal(0)
        for value in values[start:]:
            run += value
            if run >= excess:
                break
        if run == excess > 0:
            return True
    return False


def _finding(ledger: Ledger, breakdown: Breakdown, whole: Fact, parts: list[Fact], case: str) -> Hit:
    made, unit = total(f.value for f in parts), whole.unit
    expression = "+".join(plain(f.value) for f in parts)
    fields = {
        "calculation": f"{expression}={plain(made)}" if len(parts) > 1 else expression,
        "stated": f"{plain(whole.value)}{unit}",
        "actual": f"{plain(made)}{unit}",
        "label": whole.label,
    }
    computed = Computed(expression, plain(made), plain(whole.value), "0")
    sights = (Sight("found", whole.span), *(Sight("compared_with", f.span) for f in parts[: _MOST_SIGHTS - 1]))
    subject = whole.indicator or section_at(ledger.view.outline, breakdown.span)
    return Hit("not_satisfied" if case == "sum" else "doubtful", subject, sights, case, fields, computed)
