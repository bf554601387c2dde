"""The cells of ruled tables and their text; a table that goes on over the end of a page is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.readers.layout.flow import join_lines
from lawcheck.readers.layout.grid import Grid, Place, find_grids
from lawcheck.readers.layout.line import build_lines
from lawcheck.readers.layout.measure import Edges, measure
from lawcheck.readers.layout.sheet import Piece, Sheet

# Points within which the columns of two pages are the same.
_SAME = 4.0
_HALF_HEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page: the paragraphs of each cell, in order, and where it begins."""

    page: int
    y: float
    rows: int
    lefts: Sequence[float]
    cells: dict[Place, list[str]]

    def continues(self, before: Table) -> bool:
        """Say whether this is the rest of the table at the end of the page before."""
        same = len(self.lefts) == len(before.lefts)
        near = (abs(a - b) <= _SAME for a, b in zip(self.lefts, before.lefts, strict=False))
        return same and all(near) and self.page == before.page + 1

    def row(self, number: int) -> list[list[str]]:
        """Return the cells of a row."""
        return [texts for place, texts in self.cells.items() if place.row == number]


def split_tables(sheet: Sheet) -> tuple[list[Piece], list[Table]]:
    """Return the pieces of a page outside of its tables, and the tables."""
    grids = find_grids(sheet.rules)
    if not grids:
        return list(sheet.pieces), []
    inside: list[dict[Place, list[Piece]]] = [{} for _ in grids]
    outside: list[Piece] = []
    for piece in sheet.pieces:
        x, y = _middle(piece)
        found = next((i for i, grid in enumerate(grids) if grid.holds(x, y)), None)
        if found is None:
            outside.append(piece)
        else:
            inside[found].setdefault(grids[found].place(x, y), []).append(piece)
    tables = (_table(sheet.number, grid, cells) for grid, cells in zip(grids, inside, strict=True))
    return outside, [table for table in tables if table.cells]


def _middle(piece: Piece) -> tuple[float, float]:
    """Return a place inside the first letter: the baseline is at its foot."""
    return piece.x + min(piece.size, piece.right - piece.x) / 2, piece.y - _HALF_HEIGHT * piece.size


def _table(page: int, grid: Grid, cells: dict[Place, list[Piece]]) -> Table:
    texts = {place: list(_paragraphs(page, grid, cells[place])) for place in sorted(cells)}
    return Table(page, grid.tops[0], len(grid.tops), grid.lefts, texts)


def _paragraphs(page: int, grid: Grid, pieces: Sequence[Piece]) -> Iterator[str]:
    lines = build_lines(page, pieces)
    sides = Edges(*grid.sides(*_middle(pieces[0])))
    return (paragraph.text for paragraph in join_lines(lines, measure(lines, {page: sides})))
