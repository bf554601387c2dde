"""Numbers of one indicator that must agree: comparisons that a rule writes down, and outcomes against an intake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lawcheck.model.checklist import Computed, Verdict
from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import plain, total
from lawcheck.rule.figures.expression import Comparison, holds, value_of, written
from lawcheck.rule.figures.ledger import RATES, Ledger, is_exact, names_of, unit_class
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


@dataclass(frozen=True, slots=True)
class Intake:
    """The counts of what came in (`of`), the indicators whose counts may be how it ended, and the words for that.

    `settled` are words for an end (撤诉, 维持), `rest` those that account for what is left (其余, 正在审理),
    `carried` those that bring in cases of other years (结转).
    """

    of: tuple[str, ...]
    ends: tuple[str, ...]
    settled: tuple[Matcher, ...]
    rest: tuple[Matcher, ...]
    carried: tuple[Matcher, ...]


def check_outcomes(ledger: Ledger, intakes: tuple[Intake, ...]) -> Iterator[Hit]:
    """Yield the intakes of which more is settled than came in, and those that leave some unexplained.

    A count alone (败诉5件) does not promise to tell the rest: only two or more leave something open, and that is
    `doubtful`.
    """
    seen = wrong = False
    for intake in intakes:
        for fact in ledger.of(*intake.of):
            ends = _ends(ledger, fact, intake) if is_exact(fact) and fact.value > 0 else []
            case = _case(ledger, fact, ends, intake) if ends else None
            seen = seen or bool(ends)
            if case is not None:
                wrong = True
                yield _left(fact, ends, case)
    if not wrong and seen:
        yield Hit("satisfied", because=Text("办理结果没有超过收案数", "no more cases are settled than came in"))
    elif not wrong:
        yield Hit("not_applicable", because=_NONE)


def _ends(ledger: Ledger, fact: Fact, intake: Intake) -> list[Fact]:
    """Return the counts of the same things that follow an intake in its sentence, up to another indicator's.

    None at all where no word tells that they are how cases ended.
    """
    found = []
    for other in ledger.beside(fact):
        if other.number.start < fact.number.end or other.unit in RATES:
            continue
        if other.indicator not in (None, *intake.ends) or names_of(other)[1] in intake.of:
            break
        if other.value > 0 and is_exact(other) and unit_class(other.unit) == unit_class(fact.unit):
            found.append(other)
    return found if any(_is_end(f, intake) for f in found) else []


def _is_end(fact: Fact, intake: Intake) -> bool:
    return fact.indicator in intake.ends and any(m.search(fact.label) for m in intake.settled)


def _case(ledger: Ledger, fact: Fact, ends: list[Fact], intake: Intake) -> str | None:
    values, sentence = [f.value for f in ends], ledger.sentence(fact)
    if any(m.search(sentence) for m in intake.carried):
        return None
    if any(f.value > fact.value and _is_end(f, intake) for f in ends):
        return "exceeds"
    runs = (values[i:j] for i in range(len(values)) for j in range(i + 1, len(values) + 1))
    covered = any(total(run) == fact.value for run in runs)
    is_open = len(ends) > 1 and total(values) < fact.value and not any(m.search(sentence) for m in intake.rest)
    return "leftover" if is_open and not covered else None


def _left(fact: Fact, ends: list[Fact], case: str) -> Hit:
    shown = [f for f in ends if f.value > fact.value] if case == "exceeds" else ends
    made = total(f.value for f in shown)
    fields = {
        "calculation": "+".join(plain(f.value) for f in shown),
        "stated": f"{plain(fact.value)}{fact.unit}",
        "label": fact.label,
        "second": "、".join(f"{f.label}{plain(f.value)}{f.unit}" for f in shown),
        "actual": f"{plain(abs(fact.value - made))}{fact.unit}",
    }
    computed = Computed(fields["calculation"], plain(fact.value), plain(made), "0")
    sights = (Sight("found", fact.span), *(Sight("compared_with", f.span) for f in shown[: _MOST_SIGHTS - 1]))
    return Hit("not_satisfied" if case == "exceeds" else "doubtful", fact.indicator, sights, case, fields, computed)
