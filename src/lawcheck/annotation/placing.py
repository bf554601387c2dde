"""From characters of the document to paragraphs of its Word file: counted, never searched for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.annotation.tracing import Node, Traced
from lawcheck.model.document import Block, Document
from lawcheck.readers.lines import is_blank
from lawcheck.text.span import Span


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of one block in the paragraph that they come from.

    `offsets` are the document's offsets of the paragraph's characters from `first` on, in order; what the block has
    besides (an automatic number) is not in the file's text.
    """

    paragraph: Traced
    first: int
    offsets: Sequence[int]
    cell: str | None = None

    @property
    def is_ordinary(self) -> bool:
        """Say whether a comment may stand in the paragraph.

        Not in a text box, where Word takes none; not in a content control around paragraphs: LibreOffice 7 then shows
        nothing of the paragraph.
        """
        return bool(self.offsets) and not self.paragraph.is_boxed and not self.is_controlled

    @property
    def is_controlled(self) -> bool:
        """Say whether the paragraph stands in a content control."""
        node = self.paragraph.node
        return node is not None and any(around.tag == "w:sdt" for around in node.within())

    def place(self, span: Span) -> tuple[int, int]:
        """Return the characters of the paragraph that `span` covers, without blanks at the ends; all if it has none."""
        start, end = (self.first + bisect_left(self.offsets, at) for at in span)
        text = self.paragraph.text
        if not text[start:end].strip():
            start, end = self.first, self.first + len(self.offsets)
        part = text[start:end]
        return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment stands: from a character of one paragraph to the end of a character of another, or the same.

    `is_exact` is False where the phrase itself lies where no comment can stand. `around` is the paragraph that a
    comment stands around where there are no characters that it could stand at.
    """

    start: tuple[Traced, int] | None
    end: tuple[Traced, int] | None
    is_exact: bool = True
    around: Node | None = None


class Places:
    """The places of one document; `lines` go with its blocks, None for a block that was not found again."""

    def __init__(self, document: Document, lines: Sequence[Line | None]) -> None:
        self._blocks = document.blocks
        self._lines = lines
        self._ends = [block.span.end for block in document.blocks]

    def of(self, span: Span | None) -> Place | None:
        """Return where a comment on `span` stands; on None, at the first paragraph. None when there is no place."""
        first = min(self._at(span.start), len(self._lines) - 1) if span is not None else 0
        line = self._lines[first]
        if line is None or not line.is_ordinary:
            return self._beside(first, span or self._blocks[first].span)
        if span is None:
            block = self._blocks[first].span
            return _place(line, block, line, block)
        last = first
        while last + 1 < len(self._lines) and self._blocks[last + 1].span.start < span.end and self._goes_on(last):
            last += 1
        return _place(line, span, self._lines[last] or line, span)

    def _at(self, offset: int) -> int:
        """Return the number of the block that holds the character at `offset`, or of the next one."""
        low, high = 0, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._ends[middle] <= offset else (low, middle)
        return low

    def _goes_on(self, at: int) -> bool:
        """Say whether a comment may reach from a block into the next one: not into or out of a cell."""
        one, other = self._lines[at], self._lines[at + 1]
        return one is not None and other is not None and other.is_ordinary and one.cell == other.cell

    def _beside(self, at: int, phrase: Span) -> Place | None:
        """Return the place for a phrase at which none should stand: the paragraph nearest to it."""
        line = self._lines[at]
        if line is not None and line.paragraph.is_boxed and not line.is_controlled:
            node = line.paragraph.node
            if node is not None and node.first is not None:
                return Place(None, None, is_exact=False, around=node)
        for other in _outward(at, len(self._lines)):
            found = self._lines[other]
            if found is not None and found.is_ordinary:
                span = self._blocks[other].span
                return _place(found, span, found, span, is_exact=False)
        if line is not None and line.offsets and not line.paragraph.is_boxed:  # all of the report stands in controls
            return _place(line, phrase, line, phrase)
        return None


def _outward(at: int, count: int) -> Iterator[int]:
    """Yield the numbers below `count` from `at` on, the nearest first, of two the one before."""
    for distance in range(1, count):
        yield from (other for other in (at - distance, at + distance) if 0 <= other < count)


def _place(first: Line, start: Span, last: Line, end: Span, *, is_exact: bool = True) -> Place:
    begin, stop = first.place(start), last.place(end)
    return Place((first.paragraph, begin[0]), (last.paragraph, stop[1]), is_exact)


def find_lines(document: Document, paragraphs: Sequence[Traced]) -> list[Line | None]:
    """Return, for each block of a document that the Word reader read, where its characters stand in `paragraphs`."""
    waiting: dict[int, deque[int]] = defaultdict(deque)
    for at, block in enumerate(document.blocks):
        if block.paragraph is not None:
            waiting[block.paragraph].append(at)
    found: list[Line | None] = [None] * len(document.blocks)
    for paragraph in paragraphs:
        queue = waiting[paragraph.number]
        for start, line in _lines(document, paragraph, queue):
            if not queue:
                break
            block = document.blocks[queue[0]]
            lead = _lead(document, block, line)
            if lead is not None:
                offsets = range(block.span.start + lead, block.span.start + lead + len(line))
                found[queue.popleft()] = Line(paragraph, start, offsets, block.cell)
    return found


def _lines(document: Document, paragraph: Traced, queue: Sequence[int]) -> list[tuple[int, str]]:
    """Return the lines of a paragraph that the reader made blocks of, as it splits them, with where they start."""
    text = paragraph.text
    whole = (len(text) - len(text.lstrip()), text.strip())
    if "\n" not in text or (queue and _lead(document, document.blocks[queue[0]], whole[1]) is not None):
        return [whole]
    found, at = [], 0
    for line in text.split("\n"):
        if not is_blank(line):
            found.append((at + len(line) - len(line.lstrip()), line.strip()))
        at += len(line) + 1
    return found or [whole]


def _lead(document: Document, block: Block, line: str) -> int | None:
    """Return how many characters of the block stand before `line`: an automatic number; None if it is another line."""
    text = block.span.of(document.text)
    if block.auto_number is None:
        return 0 if text == line else None
    is_same = text.startswith(block.auto_number) and text[len(block.auto_number) :].strip() == line
    return len(text) - len(line) if is_same else None
