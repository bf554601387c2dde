"""Shortcoming, cause, measure: what each shortcoming of a report is met with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.model.checklist import Answer, Checklist, Item, Verdict
from lawcheck.renderers.sheet.findings import Findings, Words
from lawcheck.renderers.sheet.grade import OF_VERDICT, Grade
from lawcheck.renderers.sheet.prose import Prose
from lawcheck.text.lines import squeeze
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span
from lawcheck.wording import Text, in_language

# The rules that ask for the cause of each shortcoming, and for the measure that meets it.
CAUSE, MEASURE = "E402", "E503"
_SHOWN = 60  # characters of a sentence that stand for it
_SHORTEST = 6  # characters that an item says before its cause: 一是由于 is none
_SENTENCE_END = pattern("[。；！？\n]")
_STATES: dict[str, dict[Verdict, Text]] = {
    CAUSE: {
        "satisfied": Text("√ 写明", "√ named"),
        "doubtful": Text("△ 只能推想", "△ only implied"),
        "not_satisfied": Text("× 没有写", "× not given"),
        "undetermined": Text("○ 无法判定", "○ undetermined"),
    },
    MEASURE: {
        "satisfied": Text("√ 有对应", "√ answered"),
        "doubtful": Text("△ 存疑", "△ doubtful"),
        "not_satisfied": Text("× 没有对应", "× not answered"),
        "undetermined": Text("○ 无法判定", "○ undetermined"),
    },
}
_UNASKED = Text("— 没有检查", "— not checked")
_NOT_APPLICABLE = Text("— 不适用", "— not applicable")
_TIED = Text("共同的词：{words}", "words in common: {words}")


@dataclass(frozen=True, slots=True)
class Cell:
    """How one shortcoming is met: a state, the words that meet it, the finding that says so."""

    grade: Grade
    state: str
    words: Words | None = None
    note: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One shortcoming with its cause and its measure."""

    shortcoming: Words
    cause: Cell
    measure: Cell


@dataclass(frozen=True, slots=True)
class Chain:
    """All shortcomings, the measures that meet none in particular, and why something was not asked."""

    rows: tuple[Row, ...]
    spare: tuple[Words, ...]
    notes: tuple[str, ...]


def chain(checklist: Checklist, found: Findings, prose: Prose, lang: str) -> Chain | None:
    """Return what the shortcomings are met with; None when no rule that was run asks."""
    items = {rule: [i for i in checklist.items if i.rule == rule] for rule in (CAUSE, MEASURE)}
    if not any(items.values()):
        return None
    answers = [answer for answer in checklist.answers if answer.rule in items]
    asked = {a.subject: a.asked for a in answers if a.asked is not None}
    rows = []
    for subject, span in sorted(asked.items(), key=lambda pair: pair[1]):
        cells = [
            _cell(rule, [a for a in answers if a.subject == subject], items[rule], found, prose, lang)
            for rule in (CAUSE, MEASURE)
        ]
        named = [a for a in answers if a.subject == subject and a.rule == CAUSE and a.verdict == "satisfied"]
        causes = [a.given for a in named if a.given is not None]
        rows.append(Row(_words(_before(span, causes), prose), *cells))
    spare = tuple(_words(a.given, prose) for a in answers if a.asked is None and a.given is not None)
    return Chain(tuple(rows), spare, tuple(_notes(items, lang)))


def _cell(
    rule: str, answers: Sequence[Answer], items: Sequence[Item], found: Findings, prose: Prose, lang: str
) -> Cell:
    answer = next((a for a in answers if a.rule == rule), None)
    if answer is None:
        return Cell("none", in_language(_NOT_APPLICABLE if items else _UNASKED, lang))
    item = next((i for i in items if i.subject == answer.subject), None)
    verdict = answer.verdict if item is None else item.verdict
    tied = in_language(_TIED, lang).replace("{words}", ("、" if lang == "zh" else ", ").join(answer.words))
    return Cell(
        OF_VERDICT[verdict],
        in_language(_STATES[rule].get(verdict, _UNASKED), lang),
        None if answer.given is None else _words(_sentence(answer.given, prose), prose),
        tied if answer.words else "",
        None if item is None else found.number(item),
    )


def _before(span: Span, causes: Sequence[Span]) -> Span:
    """Return what an item says before its cause, where both stand in one sentence."""
    inside = [c.start for c in causes if span.start + _SHORTEST < c.start < span.end]
    return Span(span.start, min(inside)) if inside else span


def _sentence(span: Span, prose: Prose) -> Span:
    """Return the words from the start of a span to the end of its sentence: 主要原因是…… says more than 主要原因."""
    end = _SENTENCE_END.search(prose.masked, span.end, span.end + _SHOWN)
    return Span(span.start, end.start() if end else min(span.end + _SHOWN, len(prose.masked)))


def _words(span: Span, prose: Prose) -> Words:
    text = squeeze(span.of(prose.masked)).rstrip("，,；。")
    return Words(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…", span.start if prose.has(span.start) else None)


def _notes(items: dict[str, list[Item]], lang: str) -> Iterator[str]:
    """Yield why a rule asked nothing."""
    for own in items.values():
        yield from (f"{i.rule} {in_language(i.message, lang)}" for i in own if i.verdict == "not_applicable")
