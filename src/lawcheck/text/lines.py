"""From offsets to lines and columns."""

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
