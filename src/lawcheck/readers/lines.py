"""The lines of a text that hold something, and how wide they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawcheck.text.span import Span

# Characters that take no room and say nothing, besides white space.
SHAPELESS = "\u200b\u200c\u200d\u2060\ufeff"
# No white space stands behind the ideographic blank.
_NOTHING = SHAPELESS + "".join(filter(str.isspace, map(chr, range(0x3001))))


class Line(NamedTuple):
    """A line that is not blank. `number` counts all lines from zero; `indent` is in cells, two a Chinese character.

    `span` leaves out white space at both ends.
    """

    number: int
    indent: int
    span: Span


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text` that are not blank, in order."""
    at = 0
    for number, raw in enumerate(text.split("\n")):
        if not is_blank(raw):
            span = trim(text, Span(at, at + len(raw)))
            yield Line(number, width(text[at : span.start].expandtabs(4)), span)
        at += len(raw) + 1


def is_blank(text: str) -> bool:
    """Say whether `text` shows nothing: white space and characters without shape."""
    return not text.strip(_NOTHING)


def trim(text: str, span: Span) -> Span:
    """Return `span` without the white space at its ends."""
    part = text[span.start : span.end]
    if part and not (part[0].isspace() or part[-1].isspace()):
        return span
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))


def width(text: str) -> int:
    """Return the width of `text` in cells: two for everything that is not ASCII."""
    return len(text) if text.isascii() else 2 * len(text) - len(text.encode("ascii", "ignore"))
