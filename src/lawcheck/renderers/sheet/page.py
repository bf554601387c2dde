"""One document's sheet: everything that the page shows of a checklist, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.model.checklist import Checklist, Unreadable
from lawcheck.model.outline import Field
from lawcheck.renderers import parts
from lawcheck.renderers.conclusion import UNREADABLE, Conclusion, conclusion
from lawcheck.renderers.sheet.chain import Chain, chain
from lawcheck.renderers.sheet.findings import Findings, Words, findings
from lawcheck.renderers.sheet.grade import OF_VERDICT, Grade
from lawcheck.renderers.sheet.numbers import Row as NumberRow
from lawcheck.renderers.sheet.numbers import numbers
from lawcheck.renderers.sheet.prose import Paragraph, Prose, Table
from lawcheck.renderers.sheet.tally import Asked, Share, asked, counts, shares
from lawcheck.renderers.style import Style
from lawcheck.renderers.words import unread
from lawcheck.text.personal import mask
from lawcheck.wording import Text, in_language


@dataclass(frozen=True, slots=True)
class Part:
    """One part that a report must have: how it stands, where; the finding that says so, if there is one."""

    title: str
    grade: Grade
    state: str
    where: Words | None
    number: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet of one document; `id` begins the names of all its places."""

    id: str
    name: str
    title: str
    issuer: str
    year: str
    profile: str
    because: str
    grade: Grade
    state: str
    conclusion: str
    counts: tuple[tuple[Grade, str, int], ...]
    shares: tuple[Share, ...]
    parts: tuple[Part, ...]
    chain: Chain | None
    findings: Findings
    numbers: tuple[NumberRow, ...]
    more_numbers: bool
    prose: tuple[Paragraph | Table, ...]
    left_out: int
    asked: tuple[Asked, ...]
    rules: int
    unread: tuple[str, ...]
    body_unread: bool
    limits: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def found(self) -> int:
        """How many of the parts are there."""
        return sum(part.grade == "good" for part in self.parts)

    @property
    def places(self) -> frozenset[int]:
        """The offsets of the text that links lead to."""
        return frozenset(_places(self.parts, self.chain, self.findings, self.numbers))


def page(checklist: Checklist, name: str, style: Style) -> Page:
    """Return the sheet of one checklist."""
    lang, document, outline, choice = style.lang, checklist.document, checklist.outline, checklist.profile
    prose, result = Prose(checklist), conclusion(checklist, style)
    found = findings(checklist, prose, style)
    rows = tuple(_parts(checklist, found, prose, lang))
    chained = None if outline.genre != "report" else chain(checklist, found, prose, lang)
    facts = numbers(checklist, found, prose, lang)
    places = set(_places(rows, chained, found, facts))
    return Page(
        id=name,
        name=document.name,
        title=_value(outline.title),
        issuer=_value(outline.issuer),
        year=_value(outline.year),
        profile=in_language(choice.title or Text(choice.id, choice.id), lang),
        because=f"{choice.id}{'；' if lang == 'zh' else '; '}{in_language(choice.because, lang)}",
        grade=_grade(result, checklist),
        state=in_language(result.state, lang),
        conclusion=in_language(result.words, lang),
        counts=tuple(counts(checklist, lang)),
        shares=tuple(shares(checklist, lang)),
        parts=rows,
        chain=chained,
        findings=found,
        numbers=facts,
        more_numbers=len(checklist.facts.facts) > len(facts),
        prose=prose.show(found.highlights, found.gaps, places),
        left_out=prose.left_out,
        asked=tuple(asked(checklist, lang)),
        rules=len({item.rule for item in checklist.items}),
        unread=tuple(in_language(unread(told), lang) for told in document.unread),
        body_unread=any(told.is_body for told in document.unread),
        limits=tuple(in_language(told, lang) for told in checklist.limits),
        warnings=tuple(in_language(told, lang) for told in document.warnings),
    )


def unreadable(record: Unreadable, lang: str) -> tuple[str, str, str]:
    """Return name, state and reason of a document that could not be checked."""
    return record.name, in_language(UNREADABLE, lang), in_language(record.message, lang)


def _value(field: Field | None) -> str:
    return "" if field is None else mask(field.value)


def _grade(result: Conclusion, checklist: Checklist) -> Grade:
    """Return what colours the conclusion: a report that passed may still have hints."""
    if result.failing or checklist.outline.genre != "report":
        return "error"
    return "open" if any(told.is_body for told in checklist.document.unread) else "good"


def _parts(checklist: Checklist, found: Findings, prose: Prose, lang: str) -> Iterator[Part]:
    for title, item in parts.rows(checklist):
        shown = next((e for role in ("found", "nearest") for e in item.evidence if e.role == role and e.quote), None)
        place = shown.span.start if shown is not None and shown.span is not None else None
        text = mask(parts.where(item, lang))
        where = Words(text, place if place is not None and prose.has(place) else None) if text else None
        state = in_language(parts.state(item), lang)
        yield Part(in_language(title, lang), OF_VERDICT[item.verdict], state, where, found.number(item))


def _places(
    rows: tuple[Part, ...], chained: Chain | None, found: Findings, facts: tuple[NumberRow, ...]
) -> Iterator[int]:
    words = [part.where for part in rows] + [row.label for row in facts]
    words += [word for c in found.chapters for card in c.cards for line in card.lines for word in line.words]
    words += [card.where for chapter in found.chapters for card in chapter.cards]
    if chained is not None:
        words += chained.spare
        words += [w for row in chained.rows for w in (row.shortcoming, row.cause.words, row.measure.words)]
    yield from (word.place for word in words if word is not None and word.place is not None)
