"""Numbers of one indicator that must agree: comparisons that a rule writes down, and outcomes against an intake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lawcheck.model.checklist import Computed, Verdict
from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import plain
from lawcheck.rule.figures.expression import Comparison, holds, value_of, written
from lawcheck.rule.figures.ledger import Ledger, is_exact, names_of, unit_class
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.vocabulary import Matcher
from lawcheck.wording import Text

_MOST_SIGHTS = 10
_NONE = Text("报告没有同时给出要比较的数", "the report does not give the numbers to compare")


def check_comparisons(
    ledger: Ledger, comparisons: tuple[Comparison, ...], sure: tuple[Matcher, ...], overlaps: tuple[Matcher, ...]
) -> Iterator[Hit]:
    """Yield the comparisons that do not hold.

    They are certain between numbers of one sentence in one unit whose labels all say one of `sure` (when given), or
    that bear one label (60家50户次). Elsewhere, and where a word of `overlaps` stands in the sentence, they may count
    different things: a difference is then `doubtful`. Between sentences it is told only of numbers given once.
    """
    hits = [hit for comparison in comparisons for hit in _compare(ledger, comparison, sure, overlaps)]
    findings = [hit for hit in hits if hit.verdict != "satisfied"]
    kept = tuple(s for hit in hits for s in hit.sights)
    if findings or not hits:
        yield from findings or [Hit("not_applicable", because=_NONE)]
    else:
        yield Hit("satisfied", None, kept[:_MOST_SIGHTS])


def _compare(
    ledger: Ledger, comparison: Comparison, sure: tuple[Matcher, ...], overlaps: tuple[Matcher, ...]
) -> Iterator[Hit]:
    needed = {str(n) for n in comparison.names() if not n.is_optional}
    wanted = {str(n) for n in comparison.names()}
    compared = False
    for group in ledger.groups():
        here = _single(filter(ledger.is_reported, group), wanted)
        if here and needed <= set(here) and _are_comparable(here):
            compared = True
            sentence = ledger.sentence(group[0])
            is_certain = _are_certain(here, sure) and not any(m.search(sentence) for m in overlaps)
            yield from _verdict(comparison, here, "broken" if is_certain else "apart")
    if not compared:
        apart = _single(ledger.reported, wanted)
        if apart and needed <= set(apart) and _are_comparable(apart):
            yield from _verdict(comparison, apart, "apart")


def _are_comparable(chosen: dict[str, Fact]) -> bool:
    """Say whether numbers are counted in one unit, or bear one label: 60家 and 50户次 of the same."""
    facts = chosen.values()
    return len({unit_class(f.unit) for f in facts}) == 1 or len({f.label for f in facts}) == 1


def _are_certain(chosen: dict[str, Fact], sure: tuple[Matcher, ...]) -> bool:
    labels = {f.label for f in chosen.values()}
    return not sure or len(labels) == 1 or all(any(m.search(label) for m in sure) for label in labels)


def _single(facts: Iterable[Fact], wanted: set[str]) -> dict[str, Fact] | None:
    """Return each wanted name with its one exact value; None when one of them has several, or is approximate."""
    found: dict[str, Fact] = {}
    for fact in facts:
        name = names_of(fact)[1]
        if name not in wanted:
            continue
        if not is_exact(fact) or (name in found and found[name].value != fact.value):
            return None
        found.setdefault(name, fact)
    return found


def _verdict(comparison: Comparison, chosen: dict[str, Fact], case: str) -> Iterator[Hit]:
    values = {name: fact.value for name, fact in chosen.items()}
    outcome = holds(comparison, values)
    if outcome is None:
        return
    names = [str(n) for n in comparison.names() if str(n) in chosen]
    facts = [chosen[name] for name in names]
    sights = (Sight("found", facts[0].span), *(Sight("compared_with", f.span) for f in facts[1:_MOST_SIGHTS]))
    if outcome:
        yield Hit("satisfied", None, sights)
        return
    left, right = value_of(comparison.left, values), value_of(comparison.right, values)
    fields = {
        "calculation": _calculation(comparison, values),
        "label": facts[0].label,
        "first": f"{facts[0].label}{plain(facts[0].value)}{facts[0].unit}",
        "second": f"{facts[-1].label}{plain(facts[-1].value)}{facts[-1].unit}",
    }
    computed = Computed(comparison.written(values), _plain(right), _plain(left), "0")
    verdict: Verdict = "not_satisfied" if case == "broken" else "doubtful"
    yield Hit(verdict, facts[0].indicator, sights, case, fields, computed)


def _calculation(comparison: Comparison, values: dict[str, Decimal]) -> str:
    """Return both sides worked out: `10+3=13，12`, in the order of the comparison."""
    sides = []
    for node in (comparison.left, comparison.right):
        said, made = written(node, values), _plain(value_of(node, values))
        sides.append(said if said == made else f"{said}={made}")
    return "，".join(sides)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
