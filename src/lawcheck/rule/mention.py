"""The years that a report names, each with the sentence that it stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.rule.hit import View
from lawcheck.rule.items import part_spans, sentences
from lawcheck.text.span import Span
from lawcheck.text.year import YearContext, find_years

_AROUND = 300  # characters of a sentence on either side of a year


@dataclass(frozen=True, slots=True)
class Mention:
    """A year as a report names it: its context, its own span, and the folded words of its sentence around it.

    `opens` says that the sentence begins with it.
    """

    year: int
    context: YearContext
    opens: bool
    span: Span
    words: str


def mentions(view: View, span: Span) -> Iterator[Mention]:
    """Yield the years of a stretch, sentence by sentence."""
    source = view.document.folded
    for sentence in sentences(view, span):
        low, high = source.range(sentence)
        for y in find_years(source.text, low, high):
            words = source.text[max(low, y.start - _AROUND) : min(high, y.end + _AROUND)]
            yield Mention(y.year, y.context, y.opens, source.span(y.start, y.end), words)


def in_parts(view: View, *roles: str) -> tuple[Mention, ...]:
    """Return the years of the parts with these roles, in order, without those in headings."""
    outline = view.outline
    spans = sorted({s for r in roles if (part := outline.part(r)) for s in part_spans(outline, part)})
    return tuple(m for piece in _pieces(view, spans) for m in mentions(view, piece))


def named_headings(view: View) -> Iterator[tuple[Span, str | None, str]]:
    """Yield what names a part or a topic of the first level: its words, its role, its subject in results."""
    for section in view.outline.sections:
        if section.role is not None or section.level == 1:
            yield section.title, section.role, section.subject
    for part in view.outline.parts:
        if part.found == "lead":
            yield part.anchor, part.role, part.role


def years_of_report(view: View, year: int) -> set[int]:
    """Return the report year, and the other years of a title such as 2023—2024年度."""
    title = view.outline.title
    return {year, *(m.year for m in mentions(view, title.span))} if title and title.span else {year}


def _pieces(view: View, spans: list[Span]) -> Iterator[Span]:
    """Yield the spans without headings, and without what an earlier span covers (a part may lie within another)."""
    headings = [s.heading for s in view.outline.sections]
    at = 0
    for span in spans:
        at = max(at, span.start)
        for heading in headings[bisect_left(headings, (at, 0)) :]:
            if heading.start >= span.end:
                break
            yield Span(at, heading.start)
            at = heading.end
        if at < span.end:
            yield Span(at, span.end)
            at = span.end
