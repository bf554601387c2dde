"""The stretches of a report that a rule looks at, and the section that a place belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lawcheck.model.document import Document
from lawcheck.model.outline import Outline, Part
from lawcheck.rule.hit import View
from lawcheck.text.span import Span

# document: the whole text with page furniture, without metadata. body: the report itself, title and closing included.
# part: the text of the parts in `roles`, without their own headings; part_headings: those headings. headings, sections,
# items: each one by itself, in these parts or, when no role is named, everywhere.
Scope = Literal[
    "document", "body", "title", "opening", "closing", "headings", "part", "part_headings", "sections", "items"
]
ANCHOR = 30  # characters of a line that stand for its place
CONTEXT = 6  # characters shown on either side of a match
_SHORT = 5  # of fewer characters than this


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the document with the subject that it belongs to, where it is one by itself."""

    span: Span
    subject: str | None = None
    is_furniture: bool = False


def stretches(view: View, scope: Scope, roles: tuple[str, ...] = ()) -> tuple[Stretch, ...]:
    """Return the stretches that `scope` names, in order; none when the report has no such thing."""
    return tuple(_stretches(view, scope, roles))


def _stretches(view: View, scope: Scope, roles: tuple[str, ...]) -> Iterator[Stretch]:
    outline = view.outline
    if scope in ("document", "body"):
        for block in view.document.blocks:
            if block.kind in ("paragraph", "cell") or (scope == "document" and block.kind == "furniture"):
                yield Stretch(block.span, is_furniture=block.kind == "furniture")
    elif scope == "title":
        if outline.title and outline.title.span:
            yield Stretch(outline.title.span)
    elif scope in ("opening", "closing"):
        span = outline.opening if scope == "opening" else outline.closing
        if span.start < span.end:
            yield Stretch(span)
    elif scope in ("part", "part_headings"):
        for part in _parts(outline, roles):
            yield from _part(outline, part, scope)
    else:
        yield from _pieces(outline, scope, roles)


def _parts(outline: Outline, roles: tuple[str, ...]) -> Iterator[Part]:
    return (part for part in outline.parts if part.role in roles)


def _part(outline: Outline, part: Part, scope: Scope) -> Iterator[Stretch]:
    own = [outline.sections[i] for i in part.sections]
    if scope == "part_headings":
        yield from (Stretch(s.heading, part.role) for s in own)
    elif own:
        yield from (Stretch(Span(s.heading.end, s.span.end), part.role) for s in own)
    else:
        yield from (Stretch(span, part.role) for span in part.spans)


def _pieces(outline: Outline, scope: Scope, roles: tuple[str, ...]) -> Iterator[Stretch]:
    wanted = [(p.role, span) for p in _parts(outline, roles) for span in p.spans]
    counts: dict[str, int] = {}
    for section in outline.sections:
        role = next((name for name, span in wanted if span.covers(section.heading)), None)
        if roles and role is None:
            continue
        if scope == "headings":
            yield Stretch(section.heading, section.subject)
        elif scope == "sections":
            if section.body.start < section.body.end:
                yield Stretch(section.body, section.subject)
        else:
            for item in section.items:
                owner = role or section.subject.removeprefix("section:")
                counts[owner] = counts.get(owner, 0) + 1
                yield Stretch(item.span, f"item:{owner}:{counts[owner]}")


def section_at(outline: Outline, span: Span) -> str | None:
    """Return the subject of the innermost section that holds the beginning of `span`, or None."""
    place = Span(span.start, span.start + 1)
    return next((s.subject for s in reversed(outline.sections) if s.span.covers(place)), None)


def folded(view: View, span: Span) -> str:
    """Return the folded text of a span as one line."""
    low, high = view.document.folded.range(span)
    return view.document.folded.text[low:high].replace("\n", "")


def beginning(document: Document, span: Span) -> Span:
    """Return the first line of `span`, cut short, to stand for its place."""
    start, end = span
    while start < end - 1 and document.text[start].isspace():
        start += 1
    line = document.text.find("\n", start, end)
    return Span(start, min(start + ANCHOR, end if line < 0 else line))


def first_line(document: Document) -> Span | None:
    """Return the beginning of the report's first line."""
    return next((beginning(document, block.span) for block in document.body), None)


def last_line(document: Document, within: Span) -> Span | None:
    """Return the end of the last line of `within`, or of the whole report when `within` is empty."""
    text, body = document.text, document.body
    if within.start >= within.end and body:
        within = Span(body[0].span.start, body[-1].span.end)
    start, end = within
    while end > start and text[end - 1].isspace():
        end -= 1
    if end <= start:
        return None
    return Span(max(text.rfind("\n", start, end) + 1, start, end - ANCHOR), end)


def with_context(document: Document, span: Span) -> Span:
    """Return a match that is too short to be recognised with some characters of its own line around it."""
    if span.end - span.start >= _SHORT:
        return span
    text, block = document.text, document.block_at(span.start)
    low, high = block.span if block else (0, len(text))
    low = max(low, text.rfind("\n", low, span.start) + 1, span.start - CONTEXT)
    line = text.find("\n", span.end, high)
    high = min(high if line < 0 else line, span.end + CONTEXT)
    while low < span.start and text[low].isspace():
        low += 1
    while high > span.end and text[high - 1].isspace():
        high -= 1
    return Span(low, high)
