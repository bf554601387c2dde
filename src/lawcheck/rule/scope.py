"""The stretches of a report that a rule looks at, and the section that a place belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lawcheck.model.document import Document
from lawcheck.model.outline import Outline, Part
from lawcheck.rule.hit import View
from lawcheck.rule.items import part_spans
from lawcheck.rule.siblings import siblings
from lawcheck.text.span import Span

# document: the whole text with page furniture, without metadata. body: the report itself, title and closing included.
# done: the body without the parts that tell what is lacking or planned; only there is it said what was done.
# part: the text of the parts in `roles`, without their own headings; part_headings: those headings. headings,
# numbered_headings (but for those whose style of number is itself out of place), lone_headings (on a line of their
# own), sections, leaves (sections without subsections, empty ones too), items: each one by itself, in these parts or,
# when no role is named, everywhere. passages: the opening, each heading and each section's own text by itself, so that
# nothing is read across the end of a heading.
Scope = Literal[
    "document", "body", "done", "title", "opening", "closing", "headings", "numbered_headings", "lone_headings", "part",
    "part_headings", "passages", "sections", "leaves", "items",
]  # fmt: skip
_NOT_DONE = ("causes", "shortcomings", "plan")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the document with the subject that it belongs to, where it is one by itself."""

    span: Span
    subject: str | None = None
    is_furniture: bool = False


def stretches(view: View, scope: Scope, roles: tuple[str, ...] = ()) -> tuple[Stretch, ...]:
    """Return the stretches that `scope` names, in order; none when the report has no such thing."""
    return view.once(_made, scope, roles)


def _made(view: View, scope: Scope, roles: tuple[str, ...]) -> tuple[Stretch, ...]:
    return tuple(_stretches(view, scope, roles))


def by_subject(places: tuple[Stretch, ...]) -> list[tuple[Stretch, ...]]:
    """Return the stretches in groups that have one subject (the sections of one part); without subject, each alone."""
    groups: dict[object, list[Stretch]] = {}
    for i, place in enumerate(places):
        groups.setdefault(place.subject or i, []).append(place)
    return [tuple(group) for group in groups.values()]


def _stretches(view: View, scope: Scope, roles: tuple[str, ...]) -> Iterator[Stretch]:
    outline = view.outline
    if scope in ("document", "body"):
        for block in view.document.blocks:
            if block.kind in ("paragraph", "cell") or (scope == "document" and block.kind == "furniture"):
                yield Stretch(block.span, is_furniture=block.kind == "furniture")
    elif scope == "done":
        yield from _done(view)
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
        yield from _pieces(view, scope, roles)


def _done(view: View) -> Iterator[Stretch]:
    outline = view.outline
    # A heading that names two parts (工作情况及存在的问题) heads what was done as well.
    shared = {span for part in outline.parts if part.role not in _NOT_DONE for span in part.spans}
    others = sorted({s for part in _parts(outline, _NOT_DONE) for s in part_spans(outline, part)} - shared)
    next_ = 0
    for block in view.document.body:
        at, end = block.span
        while at < end:
            while next_ < len(others) and others[next_].end <= at:
                next_ += 1
            other = others[next_] if next_ < len(others) else Span(end, end)
            if at < min(other.start, end):
                yield Stretch(Span(at, min(other.start, end)))
            at = end if other.start >= end else other.end


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


def _pieces(view: View, scope: Scope, roles: tuple[str, ...]) -> Iterator[Stretch]:
    outline = view.outline
    wanted = [(p.role, span) for p in _parts(outline, roles) for span in p.spans]
    counts: dict[str, int] = {}
    strays = _strays(view) if scope == "numbered_headings" else frozenset()
    parents = {section.path[:-1] for section in outline.sections}
    if scope == "passages" and outline.opening.start < outline.opening.end:
        yield Stretch(outline.opening)
    for section in outline.sections:
        role = next((name for name, span in wanted if span.covers(section.heading)), None)
        if roles and role is None:
            continue
        if scope in ("headings", "passages"):
            yield Stretch(section.heading, section.subject)
        if scope == "numbered_headings" and section.number and section.subject not in strays:
            yield Stretch(section.heading, section.subject)
        if scope == "lone_headings" and not section.is_run_in:
            yield Stretch(_line(view.document, section.heading), section.subject)
        if scope in ("sections", "passages") and section.body.start < section.body.end:
            yield Stretch(section.body, section.subject)
        if scope == "leaves" and section.path not in parents:
            yield Stretch(Span(section.heading.end, section.span.end), section.subject)
        if scope == "items":
            for item in section.items:
                owner = role or section.subject.removeprefix("section:")
                counts[owner] = counts.get(owner, 0) + 1
                yield Stretch(item.span, f"item:{owner}:{counts[owner]}")


def _strays(view: View) -> frozenset[str]:
    groups = siblings(view.outline, view.document.text)
    return frozenset(slip.section.subject for group in groups for slip in group.strays())


def _line(document: Document, heading: Span) -> Span:
    """Return the line that a heading has for itself, with the marks behind it that are no part of the heading."""
    block = document.block_at(heading.start)
    end = document.text.find("\n", heading.end, block.span.end) if block else heading.end
    return Span(heading.start, block.span.end if block and end < 0 else end)


def section_at(outline: Outline, span: Span) -> str | None:
    """Return the subject of the innermost section that holds the beginning of `span`, or None."""
    place = Span(span.start, span.start + 1)
    return next((s.subject for s in reversed(outline.sections) if s.span.covers(place)), None)


def folded(view: View, span: Span) -> str:
    """Return the folded text of a span as one line."""
    low, high = view.document.folded.range(span)
    return view.document.folded.text[low:high].replace("\n", "")
