"""The findings of a report, numbered in the order in which they are shown, and where each points in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.model.checklist import Checklist, Evidence, Item
from lawcheck.renderers.finding import LABELS, MORE, QUOTES, SEARCHED, basis_label, between, cited, quoted
from lawcheck.renderers.place import anchor, groups, place
from lawcheck.renderers.sheet.grade import MARKS, Grade, grade, words
from lawcheck.renderers.sheet.prose import Gap, Highlight, Prose
from lawcheck.renderers.style import Style
from lawcheck.wording import Text, in_language

_WAIVED = Text("{reason}（{approver}，至 {until}）", "{reason} ({approver}, until {until})")


@dataclass(frozen=True, slots=True)
class Words:
    """Words with the place in the text that they lead to (an offset), if there is one."""

    text: str
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line of a finding: its label, then words one after the other."""

    label: str
    words: tuple[Words, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One finding. `fails` says that it counts against the report at the threshold of the run."""

    number: int
    rule: str
    title: str
    grade: Grade
    mark: str
    words: str
    fails: bool
    message: str
    where: Words | None
    lines: tuple[Line, ...]
    remedy: str | None
    waived: str | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """The findings under one heading of the report."""

    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings, as cards by chapter, and as marks for the text."""

    chapters: tuple[Chapter, ...]
    items: tuple[Item, ...]
    highlights: tuple[Highlight, ...]
    gaps: tuple[Gap, ...]

    @property
    def failing(self) -> tuple[Card, ...]:
        """The findings that count against the report."""
        return tuple(card for chapter in self.chapters for card in chapter.cards if card.fails)

    def number(self, item: Item) -> int | None:
        """Return the number of a finding; None for an item that is none."""
        return next((number for number, own in enumerate(self.items, 1) if own is item), None)


def findings(checklist: Checklist, prose: Prose, style: Style) -> Findings:
    """Return what a checklist finds."""
    failing = checklist.failing(style.fail_on, strict=style.strict)
    chapters: list[Chapter] = []
    items: list[Item] = []
    for group in groups(checklist):
        cards = []
        for item in group.findings:
            items.append(item)
            fails = any(item is own for own in failing)
            cards.append(_card(len(items), item, checklist, prose, style.lang, fails=fails))
        chapters.append(Chapter(in_language(group.heading, style.lang), tuple(cards)))
    numbered = list(enumerate(items, 1))
    highlights = tuple(mark for number, item in numbered for mark in _highlights(number, item))
    gaps = tuple(gap for number, item in numbered for gap in _gaps(number, item))
    return Findings(tuple(chapters), tuple(items), highlights, gaps)


def _card(number: int, item: Item, checklist: Checklist, prose: Prose, lang: str, *, fails: bool) -> Card:
    stands = anchor(item)
    where = None if stands is None else _words(stands, place(stands, lang), prose)
    waived = None
    if item.waived is not None:
        fields = {"reason": item.waived.reason, "approver": item.waived.approver, "until": item.waived.until}
        waived = in_language(_WAIVED.fill(fields), lang)
    own = grade(item)
    return Card(
        number=number,
        rule=item.rule,
        title=in_language(item.title, lang),
        grade=own,
        mark=MARKS["error"] if fails else MARKS["doubtful"] if own == "doubtful" else MARKS["info"],
        words=words(item, lang),
        fails=fails,
        message=in_language(item.message, lang),
        where=where if where and where.text else None,
        lines=tuple(_lines(item, checklist, prose, where.text if where else "", lang)),
        remedy=None if item.remedy is None else in_language(item.remedy, lang),
        waived=waived,
    )


def _lines(item: Item, checklist: Checklist, prose: Prose, told: str, lang: str) -> Iterator[Line]:
    for role, label in LABELS.items():
        shown = [e for e in item.evidence if e.role == role and e.quote]
        for evidence in shown[:QUOTES]:
            text = quoted(evidence, checklist.document, told, lang)
            yield Line(_label(label, lang), (_words(evidence, text, prose),))
        more = {place(e, lang): e for e in reversed(shown[QUOTES:])}
        if more:
            places = tuple(_words(e, where, prose) for where, e in reversed(more.items()) if where)
            yield Line(_label(MORE, lang), places, is_list=True)
    searched = [in_language(e.quote, lang) for e in item.evidence if e.role == "searched" and e.quote]
    if searched:
        yield Line(_label(SEARCHED, lang), (Words(between(lang).join(searched)),))
    if item.basis:
        sources = tuple(Words(cited(basis, lang)) for basis in item.basis)
        yield Line(_label(basis_label(item.basis[0].force), lang), sources, is_list=True)


def _label(label: Text, lang: str) -> str:
    """Return a label without the colon that it has in running text."""
    return in_language(label, lang).rstrip("： :")


def _words(evidence: Evidence, text: str, prose: Prose) -> Words:
    span = evidence.span
    return Words(text, span.start if span is not None and prose.has(span.start) else None)


def _highlights(number: int, item: Item) -> Iterator[Highlight]:
    for evidence in item.evidence:
        if evidence.role in ("found", "compared_with") and evidence.span is not None:
            yield Highlight(evidence.span, number, grade(item) if evidence.role == "found" else "none")


def _gaps(number: int, item: Item) -> Iterator[Gap]:
    for evidence in item.evidence:
        if evidence.role == "expected_at" and evidence.span is not None:
            is_before = evidence.relation == "before"
            yield Gap(evidence.span.start if is_before else evidence.span.end, is_before, number, grade(item))
