"""How cases ended against how many came in: no more of them, and the rest accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.model.checklist import Computed
from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import plain, total
from lawcheck.rule.figures.ledger import RATES, Ledger, is_exact, names_of, unit_class
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.scope import folded
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.span import Span
from lawcheck.wording import Text

_MOST_SIGHTS = 10
_NONE = Text("报告没有同时给出要比较的数", "the report does not give the numbers to compare")


@dataclass(frozen=True, slots=True)
class Intake:
    """The counts of what came in (`of`), the indicators whose counts may be how it ended, and the words for that.

    `settled` are words for an end (撤诉, 维持), `final` those of which a case has one only, `adverse` those that are
    told of by themselves (撤销, 败诉), `rest` those that account for what is left (其余, 正在审理). `carried` bring in
    cases of other years (结转), `again` a second end of the same case (二审).
    """

    of: tuple[str, ...]
    ends: tuple[str, ...]
    settled: tuple[Matcher, ...]
    final: tuple[Matcher, ...]
    adverse: tuple[Matcher, ...]
    rest: tuple[Matcher, ...]
    carried: tuple[Matcher, ...]
    again: tuple[Matcher, ...]


def check_outcomes(ledger: Ledger, intakes: tuple[Intake, ...]) -> Iterator[Hit]:
    """Yield the intakes of which more is settled than came in, and those that leave some unexplained.

    A count alone (败诉5件) does not promise to tell the rest: only two or more leave something open, and that is
    `doubtful`. So it is when only several counts together are more than came in: a case may have ended twice.
    """
    seen = wrong = False
    for intake in intakes:
        for fact in ledger.of(*intake.of):
            ends = _ends(ledger, fact, intake) if is_exact(fact) and fact.value > 0 else []
            told = _told(ledger, fact, ends, intake) if ends else None
            seen = seen or bool(ends)
            if told is not None:
                wrong = True
                yield _finding(fact, *told)
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
    return fact.indicator in intake.ends and _says(fact.label, intake.settled)


def _says(text: str, words: tuple[Matcher, ...]) -> bool:
    return any(m.search(text) for m in words)


def _told(ledger: Ledger, fact: Fact, ends: list[Fact], intake: Intake) -> tuple[str, list[Fact]] | None:
    """Return the case and the counts that it is about, None when all is well."""
    sentence = ledger.sentence(fact)
    if _says(sentence, intake.carried):
        return None
    single = [f for f in ends if f.value > fact.value]
    if any(_is_end(f, intake) for f in single):
        return "exceeds", single
    final = [f for f in ends if _is_end(f, intake) and _says(f.label, intake.final)]
    if total(f.value for f in final) > fact.value and not _says(sentence, intake.again):
        return "together", final
    return ("leftover", ends) if _is_open(ledger, fact, ends, intake) else None


def _is_open(ledger: Ledger, fact: Fact, ends: list[Fact], intake: Intake) -> bool:
    """Say whether several ends are told, not only those against the body, and neither they nor words cover the rest."""
    values = [f.value for f in ends]
    if len(ends) < 2 or total(values) >= fact.value or all(_says(f.label, intake.adverse) for f in ends):
        return False
    runs = (values[i:j] for i in range(len(values)) for j in range(i + 1, len(values) + 1))
    return not any(total(run) == fact.value for run in runs) and not _says(_words(ledger, fact, ends[-1]), intake.rest)


def _words(ledger: Ledger, fact: Fact, last: Fact) -> str:
    """Return the words from an intake to the semicolon behind the last of its ends."""
    end = max(last.number.end, fact.sentence.end)
    behind = folded(ledger.view, Span(last.number.end, end)) if last.number.end < end else ""
    return ledger.between(fact, last) + behind.partition("；")[0]


def _finding(fact: Fact, case: str, shown: list[Fact]) -> Hit:
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
