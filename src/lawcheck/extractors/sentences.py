"""The stretches, sentences and clauses of the body, in offsets of the folded text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from lawcheck.model.document import Document
from lawcheck.model.outline import Outline
from lawcheck.text.fold import Folded
from lawcheck.text.pattern import pattern
from lawcheck.text.quantity import is_bare_number
from lawcheck.text.span import Span

# A title may hold brackets and commas of its own.
_BREAK = pattern(r"《[^《》\n]{0,80}》|(?P<end>[。！？\n])|(?P<group>；)|(?P<clause>[，：（）])")


class Clause(NamedTuple):
    """Where the clause, the group (up to ；) and the sentence around a place begin, and where the sentence ends."""

    start: int
    group: int
    sentence: int
    end: int


class Layout:
    """The folded text of one report with its breaks. `stretches` are the paragraphs of the body, in order.

    `quiet` are table cells, by where they begin, that are no prose (None), or are so from a folded offset on.
    """

    def __init__(self, document: Document, outline: Outline, quiet: Mapping[int, int | None]) -> None:
        self.folded: Folded = document.folded
        self.text = self.folded.text
        self.outline = outline
        low, high = self.folded.range(outline.body)
        self.stretches: list[tuple[int, int]] = []
        for block in document.body:
            start, end = self.folded.range(block.span)
            if block.kind == "cell":
                begins = quiet.get(block.span.start, start)
                if begins is None or is_bare_number(self.text[start:end]):
                    continue
                start = begins
            start, end = max(start, low), min(end, high)
            if start < end:
                self.stretches.append((start, end))
        self._clauses: list[int] = []
        self._groups: list[int] = []
        self._ends: list[int] = []
        for start, end in self.stretches:
            self._split(start, end)

    def _split(self, start: int, end: int) -> None:
        for starts in (self._clauses, self._groups, self._ends):
            starts.append(start)
        for m in _BREAK.finditer(self.text, start, end):
            if m.lastgroup is None:
                continue
            self._clauses.append(m.end())
            if m.lastgroup != "clause":
                self._groups.append(m.end())
            if m.lastgroup == "end":
                self._ends.append(m.end())
        for starts in (self._clauses, self._groups, self._ends):
            starts.append(end + 1)

    def clause(self, at: int) -> Clause:
        """Return the clause that the character at `at` stands in."""
        i = bisect_right(self._ends, at) - 1
        end = self._ends[i + 1] if i + 1 < len(self._ends) else len(self.text)
        return Clause(_last(self._clauses, at), _last(self._groups, at), self._ends[i], end)

    def clause_end(self, at: int) -> int:
        """Return where the clause around `at` ends, its closing mark left out."""
        i = bisect_left(self._clauses, at + 1)
        return self._clauses[i] - 1 if i < len(self._clauses) else len(self.text)

    def sentences(self) -> list[tuple[int, int]]:
        """Return the sentences in order, without the empty ones."""
        ends = self._ends
        return [(a, b) for a, b in pairwise(ends) if a + 1 < b and self._is_inside(a)]

    def _is_inside(self, at: int) -> bool:
        i = bisect_right(self.stretches, (at, len(self.text) + 1)) - 1
        return i >= 0 and at < self.stretches[i][1]

    def span(self, start: int, end: int) -> Span:
        """Return the original span of a folded range."""
        return self.folded.span(start, end)


def _last(starts: list[int], at: int) -> int:
    i = bisect_right(starts, at) - 1
    return starts[i] if i >= 0 else 0
