"""Tables of data, tables of fields about the document, and tables that only place things on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lawcheck.readers.html.page import Line, Node
from lawcheck.readers.page import labels
from lawcheck.readers.page.piece import squeeze
from lawcheck.text.quantity import bare_number

_LONGEST_CELL = 500
_FEWEST = 2  # rows and columns
_LONGEST_VALUE = 150


class DataTables:
    """Numbers the tables of data in a stretch of lines, and names their cells."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._cells: dict[Node, list[str]] = {}
        for line in lines:
            if line.node.cell is not None:
                self._cells.setdefault(line.node.cell, []).append(line.text)
        tables: dict[int, list[Node]] = {}
        for cell in self._cells:
            tables.setdefault(id(cell.grid), []).append(cell)
        data = [table for table in tables.values() if self._is_data(table)]
        self._names = {
            cell: f"T{number}R{cell.row}C{cell.column}" for number, table in enumerate(data, 1) for cell in table
        }

    def cell(self, line: Line) -> str | None:
        """Return the place of a line in a table of data, such as `T1R2C3`; the top left of a merged cell."""
        return self._names.get(line.node.cell) if line.node.cell is not None else None

    def _is_data(self, cells: Sequence[Node]) -> bool:
        """Say whether a table holds data: two rows and columns at least, short cells, and lines or numbers."""
        grid = cells[0].grid
        if grid is None or grid.is_layout or grid.has_inner or grid.row < _FEWEST or grid.columns < _FEWEST:
            return False
        texts = ["".join(self._cells[cell]) for cell in cells]
        if max(map(len, texts)) > _LONGEST_CELL:
            return False
        first = cells[0].row
        below = [text for cell, text in zip(cells, texts, strict=True) if cell.row > first]
        numbers = sum(bare_number(squeeze(text)) is not None for text in below)
        return bool(below) and (grid.is_drawn or numbers * 4 >= len(below))


class Pair(NamedTuple):
    """A field whose label and value stand in cells of their own: their lines, by place, and what they tell."""

    places: tuple[int, ...]
    key: str | None
    value: str


def field_pairs(lines: Sequence[Line]) -> Iterator[Pair]:
    """Yield the fields among `lines` that are laid out as a table or as a list of terms."""
    for at, line in enumerate(lines):
        label = labels.LABELS.get(squeeze(line.text).rstrip("：:"))
        if label is None or label.value == "link" or not _begins_pair(line.node):
            continue
        places = [at]
        while at + len(places) < len(lines) and _is_value(line.node, lines[at + len(places)].node, lines[at + 1].node):
            places.append(at + len(places))
        value = " ".join(lines[place].text for place in places[1:])
        if len(value) <= _LONGEST_VALUE:
            yield Pair(tuple(places), label.key, value)


def _begins_pair(node: Node) -> bool:
    return node.tag == "dt" or node.cell is not None


def _is_value(label: Node, node: Node, first: Node) -> bool:
    """Say whether a line of block `node` belongs to the value that begins in block `first`, beside its label."""
    if label.tag == "dt":
        return node.tag == "dd" and node is first
    cell, beside = label.cell, node.cell
    is_row = cell is not None and beside is not None and beside.grid is cell.grid and beside.row == cell.row
    return is_row and beside is first.cell and beside is not cell
