"""From headings to the tree of sections."""

from __future__ import annotations

from lawcheck.model.outline import Number, Section
from lawcheck.outliner.headings import Heading
from lawcheck.outliner.items import list_items
from lawcheck.outliner.numbering import Placed
from lawcheck.outliner.page import Page
from lawcheck.text.span import Span


def build_sections(page: Page, headings: list[Heading], items: list[Placed], end: int) -> tuple[Section, ...]:
    """Return the sections in document order; `end` is the folded offset where the body ends."""
    sections = []
    closes = _closes(headings, end)
    path: tuple[int, ...] = ()
    for i, heading in enumerate(headings):
        depth = min(heading.level, len(path) + 1)
        path = (*path[: depth - 1], path[depth - 1] + 1 if len(path) >= depth else 1)
        stop = headings[i + 1].start if i + 1 < len(headings) else end
        close = closes[i]
        span = page.span(heading.start, _trimmed(page, heading.end, close))
        body = _body(page, heading.end, stop)
        roles = page.roles_in(heading.title, heading.end)
        sections.append(
            Section(
                level=depth,
                path=path,
                number=_number(page, heading),
                heading=page.span(heading.start, heading.end),
                title=page.span(heading.title, heading.end),
                span=span,
                body=page.span(*body) if body[0] < body[1] else Span(span.end, span.end),
                role=roles[0] if roles else None,
                is_run_in=heading.is_run_in,
                items=list_items(page, *body, items),
            )
        )
    return tuple(sections)


def _closes(headings: list[Heading], end: int) -> list[int]:
    """Return for each heading where its section ends: at the next heading that is not below it."""
    closes: list[int] = [end] * len(headings)
    open_: list[int] = []
    for i, heading in enumerate(headings):
        while open_ and headings[open_[-1]].level >= heading.level:
            closes[open_.pop()] = heading.start
        open_.append(i)
    return closes


def _number(page: Page, heading: Heading) -> Number | None:
    mark = heading.mark
    if mark is None:
        return None
    span = page.span(mark.start, mark.end)
    return Number(mark.style, mark.value, span.of(page.source), span)


def _body(page: Page, start: int, end: int) -> tuple[int, int]:
    end = _trimmed(page, start, end)
    while start < end and page.text[start] in "\n。：，、；":
        start += 1
    return start, end


def _trimmed(page: Page, start: int, end: int) -> int:
    while end > start and page.text[end - 1] == "\n":
        end -= 1
    return end
