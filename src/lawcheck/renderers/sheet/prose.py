"""The report's text as pieces: what is highlighted, what should stand where, and the places that links lead to.

Pieces never overlap: where several findings share words, the words are cut at every edge, and each stretch knows all of
them. Personal data is blanked out here too, not only in quotes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from lawcheck.model.checklist import Checklist
from lawcheck.model.document import Block
from lawcheck.renderers.sheet.grade import Grade, gravest
from lawcheck.text.pattern import pattern
from lawcheck.text.personal import mask
from lawcheck.text.span import Span

_CELL = pattern(r"T(\d+)R(\d+)C(\d+)")
_MOST_COLUMNS = 60
Setting = Literal["", "title", "l1", "l2", "l3", "closing", "around"]


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that a finding points at; `number` is that of the finding."""

    span: Span
    number: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where something should stand."""

    at: int
    is_before: bool
    number: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked when it has a grade; a place (`place`: its offset); or a pointer to findings."""

    kind: Literal["text", "place", "ref", "gap", "break"]
    text: str = ""
    place: int = 0
    grade: Grade | None = None
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block: how it is set (`l1` to `l3`: a heading; `around`: from the page around the report), and its pieces."""

    pieces: tuple[Piece, ...]
    setting: Setting = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each a row of pieces."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


class Prose:
    """The text of one checklist, to be shown with highlights, gaps and places."""

    def __init__(self, checklist: Checklist) -> None:
        document = checklist.document
        self.blocks = tuple(block for block in document.blocks if block.kind != "furniture")
        self.left_out = len(document.blocks) - len(self.blocks)
        self.masked = self._masked(checklist)
        self._document = document
        self._chars = list(self.masked)
        for mark in document.marks:
            self._chars[mark.start : mark.end] = [""] * (mark.end - mark.start)
        self._outline = checklist.outline
        self._levels = {s.heading.start: s.level for s in checklist.outline.sections}

    @staticmethod
    def _masked(checklist: Checklist) -> str:
        text = mask(checklist.document.text)
        for evidence in (e for item in checklist.items for e in item.evidence if e.masked):
            span, quote = evidence.span, evidence.quote or ""
            if span is not None and len(quote) == span.end - span.start:
                text = text[: span.start] + quote + text[span.end :]
        return text

    def has(self, offset: int) -> bool:
        """Say whether a link can lead to the character at `offset`."""
        block = self._document.block_at(offset)
        return block is not None and block.kind != "furniture"

    def show(
        self, highlights: Sequence[Highlight], gaps: Sequence[Gap], places: set[int]
    ) -> tuple[Paragraph | Table, ...]:
        """Return the blocks in order, cells of one table together."""
        ordered, offsets = sorted(highlights, key=lambda h: (h.span, h.number)), sorted(places)
        shown: list[Paragraph | Table] = []
        for table, members in groupby(
            zip(self.blocks, (*self.blocks[1:], None), strict=True), lambda pair: _table(pair[0])
        ):
            rows = [(block, tuple(self._pieces(block, after, ordered, gaps, offsets))) for block, after in members]
            if table is None:
                shown += [Paragraph(pieces, self._setting(block)) for block, pieces in rows]
            else:
                shown.append(_grid(rows))
        return tuple(shown)

    def _setting(self, block: Block) -> Setting:
        outline = self._outline
        if block.kind == "metadata":
            return "around"
        if outline.title and outline.title.span and outline.title.span.meets(block.span):
            return "title"
        if any(f and f.span and f.span.meets(block.span) for f in (outline.signature, outline.dated)):
            return "closing" if outline.closing.covers(block.span) else ""
        level = self._levels.get(block.span.start)
        return "" if level is None else "l1" if level == 1 else "l2" if level == 2 else "l3"

    def _pieces(
        self,
        block: Block,
        after: Block | None,
        highlights: Sequence[Highlight],
        gaps: Sequence[Gap],
        places: Sequence[int],
    ) -> Iterator[Piece]:
        start, end = block.span
        own = [(h, max(h.span.start, start), min(h.span.end, end)) for h in highlights if h.span.meets(block.span)]
        here = [g for g in gaps if _stands(g, block)]
        links = set(places[bisect_left(places, start) : bisect_left(places, end)])
        edges = {start, end, *links, *(g.at for g in here), *(i for _, a, b in own for i in (a, b))}
        chars = self._characters(block)
        ordered = sorted(edges)
        for low, high in (*pairwise(ordered), (end, end)):
            ending = [h for h, _, b in own if b == low and not (after and h.span.meets(after.span))]
            yield from _refs(ending)
            yield from _gaps([g for g in here if g.at == low])
            if low in links:
                yield Piece("place", place=low)
            over = [h for h, a, b in own if a <= low < b]
            text = "".join(chars[low - start : high - start])
            if text:
                grade = gravest(h.grade for h in over) if over else None
                yield Piece("text", text, grade=grade, numbers=tuple(dict.fromkeys(h.number for h in over)))

    def _characters(self, block: Block) -> list[str]:
        """Return what each character of a block is shown as: marks of the format as nothing, joined lines closed up."""
        chars = self._chars[block.span.start : block.span.end]
        after = ""
        for i in reversed(range(len(chars))):
            if chars[i] == "\n":
                before = next((chars[k] for k in range(i - 1, -1, -1) if chars[k]), "")
                chars[i] = " " if f"{before}{after}".isascii() and before.isalnum() and after.isalnum() else ""
            elif not chars[i].isspace():
                after = chars[i] or after
        return chars


def _table(block: Block) -> str | None:
    found = _CELL.match(block.cell) if block.kind == "cell" and block.cell else None
    return found.group(1) if found else None


def _stands(gap: Gap, block: Block) -> bool:
    start, end = block.span
    return start <= gap.at < end if gap.is_before else start < gap.at <= end


def _refs(ending: list[Highlight]) -> Iterator[Piece]:
    for number, grade in dict.fromkeys((h.number, h.grade) for h in ending):
        yield Piece("ref", grade=grade, numbers=(number,))


def _gaps(gaps: list[Gap]) -> Iterator[Piece]:
    if gaps:
        yield Piece("gap", grade=gravest(g.grade for g in gaps), numbers=tuple(dict.fromkeys(g.number for g in gaps)))


def _grid(blocks: list[tuple[Block, tuple[Piece, ...]]]) -> Table:
    rows: dict[int, dict[int, tuple[Piece, ...]]] = {}
    for block, pieces in blocks:
        found = _CELL.match(block.cell or "")
        row, column = (int(found.group(2)), int(found.group(3))) if found else (0, 0)
        cells = rows.setdefault(row, {})
        above = cells.get(column)
        cells[column] = pieces if above is None else (*above, Piece("break"), *pieces)
    return Table(tuple(_cells(cells) for _, cells in sorted(rows.items())))


def _cells(cells: dict[int, tuple[Piece, ...]]) -> tuple[tuple[Piece, ...], ...]:
    last = min(max(cells), _MOST_COLUMNS)
    return tuple(cells.get(column, ()) for column in range(1, last + 1)) + tuple(
        pieces for column, pieces in sorted(cells.items()) if not 1 <= column <= last
    )
