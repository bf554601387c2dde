"""The words of a report that stand for a place in it, short enough to be shown."""

from __future__ import annotations

from lawcheck.model.document import Document
from lawcheck.model.outline import Outline, Part
from lawcheck.rule.hit import Sight, View
from lawcheck.rule.scope import Scope
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.han import count_han
from lawcheck.text.lines import squeeze
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

ANCHOR = 30  # characters that stand for a place, or for a heading in a sentence
CONTEXT = 6  # characters shown on either side of a match
_FEW = 3  # Chinese characters that are no text
_SHORT = 5  # of fewer characters than this
_OPENING, _CLOSING = "《“（〔", "》”）〕，。；：、"
_CLAUSE_MARK = pattern("[，。；：！？]")


def quoted(document: Document, span: Span) -> str:
    """Return the words of `span` as they are written, on one line, cut short with an ellipsis: for a sentence."""
    words = squeeze(span.of(document.text))
    return words if len(words) <= ANCHOR else words[: ANCHOR - 1] + "…"


def beginning(document: Document, span: Span) -> Span:
    """Return the first line of `span`, cut short where a clause ends, to stand for its place."""
    start, end = span
    while start < end - 1 and document.text[start].isspace():
        start += 1
    line = document.text.find("\n", start, end)
    end = end if line < 0 else line
    if end - start > ANCHOR:
        clauses = [m.end() for m in _CLAUSE_MARK.finditer(document.text, start + _SHORT, start + ANCHOR)]
        end = max(clauses, default=start + ANCHOR)
    return Span(start, end)


def first_line(document: Document) -> Span | None:
    """Return the beginning of the report's first line."""
    return next((beginning(document, block.span) for block in document.body), None)


def last_words(document: Document, within: Span) -> Span | None:
    """Return the last clauses of `within`, or of the whole report when `within` is empty."""
    text, body = document.text, document.body
    if within.start >= within.end and body:
        within = Span(body[0].span.start, body[-1].span.end)
    start, end = within
    while end > start and text[end - 1].isspace():
        end -= 1
    if end <= start:
        return None
    block = document.block_at(end - 1)
    low = max(start, block.span.start) if block else start
    begins = [low, *(m.end() for m in _CLAUSE_MARK.finditer(text, max(low, end - 2 * ANCHOR), end - 1))]
    near = [at for at in begins if end - at <= ANCHOR]
    at = min(near) if near else max(begins)
    at = at if end - at <= 2 * ANCHOR else end - ANCHOR
    while text[at].isspace():
        at += 1
    return Span(at, end)


def with_context(document: Document, span: Span) -> Span:
    """Return a match that is too short to be recognised with some characters of its own line around it."""
    if span.end - span.start >= _SHORT:
        return span
    text, block = document.text, document.block_at(span.start)
    low, high = block.span if block else (0, len(text))
    low = max(low, text.rfind("\n", low, span.start) + 1, span.start - CONTEXT)
    line = text.find("\n", span.end, high)
    high = min(high if line < 0 else line, span.end + CONTEXT)
    while low < span.start and (text[low].isspace() or text[low] in _CLOSING):
        low += 1
    while high > span.end and (text[high - 1].isspace() or text[high - 1] in _OPENING):
        high -= 1
    return Span(low, high)


def han_below(document: Document, outline: Outline, part: Part, void: tuple[Matcher, ...] = ()) -> int:
    """Return how many Chinese characters a part has, without the headings that name it and without `void` words."""
    folded = document.folded
    headings = [outline.sections[i].heading.end for i in part.sections]
    ranges = zip(headings or [s.start for s in part.spans], part.spans, strict=True)
    han = 0
    for start, span in ranges:
        low, high = folded.range(Span(start, span.end))
        words = [r for matcher in void for r in matcher.finditer(folded.text, low, high)]
        han += count_han(document.text, start, span.end) - sum(count_han(folded.text, *r) for r in words)
    return han


def belongs(view: View, scope: Scope, roles: tuple[str, ...], first: Span, *, is_each: bool) -> Sight:
    """Return where something that `scope` lacks belongs; nowhere in particular when all of the report may have it.

    `first` is the first stretch that was searched, `is_each` says that it is one of several that are judged each.
    """
    if scope == "opening":
        return Sight("expected_at", last_words(view.document, first), relation="after")
    if is_each or scope in ("title", "closing"):
        return Sight("expected_at", beginning(view.document, first), relation="within")
    part = next((p for p in view.outline.parts if p.role in roles), None)
    if part is None:
        return Sight("expected_at", None)
    return Sight("expected_at", part.anchor, relation="below" if part.sections else "after")


def has_text(view: View, part: Part) -> bool:
    """Say whether a part has a heading of its own and more than a word below it."""
    return part.found == "headed" and han_below(view.document, view.outline, part) > _FEW
