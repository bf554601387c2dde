"""From offsets to lines and columns, and many lines as one."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class LineColumn(NamedTuple):
    """A place for people: both numbers are one-based; the column counts code points."""

    line: int
    column: int


class LineIndex:
    """The line starts of one text. Built once per document; each look-up is a binary search."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def place(self, offset: int) -> LineColumn:
        """Return the line and column of the character at `offset` (the end of the text counts as a place)."""
        line = bisect_right(self._starts, offset)
        return LineColumn(line, offset - self._starts[line - 1] + 1)

    def __len__(self) -> int:
        return len(self._starts)


def squeeze(text: str) -> str:
    """Return `text` on one line: a line join inside Chinese closes up, one between two Latin words becomes a blank."""
    parts = [part.strip() for part in text.split("\n")]
    out = ""
    for part in filter(None, parts):
        gap = " " if out and out[-1].isascii() and part[0].isascii() and out[-1].isalnum() and part[0].isalnum() else ""
        out += gap + part
    return out
