"""Between which heads the numbers of a table stand: head columns, head rows, units, and tables side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from lawcheck.extractors.cells import ZERO, Cell
from lawcheck.extractors.grid import Grid, Section
from lawcheck.extractors.heads import NOTE, TOTAL, UNIT_HEAD, YEAR_HEAD, is_headlike
from lawcheck.extractors.table_units import unit_of
from lawcheck.text.quantity import Quantity

_Kind = Literal["number", "head", "unit", "other"]
_Path = tuple[Cell, ...]
_LONGEST_UNIT = 4


class Row(NamedTuple):
    """A row of numbers: its heads, outermost first, the row of one cell that heads it, and its unit as written."""

    heads: _Path
    group: Cell | None
    unit: str


@dataclass(slots=True)
class Panel:
    """Rows and columns of numbers that share their heads.

    `numbers` are the cells that hold one, by row and column; `remarks` those between the same heads that hold words.
    """

    rows: dict[int, Row] = field(default_factory=dict)
    columns: dict[int, _Path] = field(default_factory=dict)
    numbers: dict[tuple[int, int], tuple[Cell, Quantity]] = field(default_factory=dict)
    remarks: list[Cell] = field(default_factory=list)


def panels_of(grid: Grid) -> list[Panel]:
    """Return the panels of a table that hold numbers."""
    found = [panel for section in grid.sections for panel in _panels(grid, section)]
    return [panel for panel in found if panel.numbers]


def _panels(grid: Grid, section: Section) -> list[Panel]:
    columns = _column_heads(grid, section.heads)
    kinds = {column: _kind(grid, section, column, columns.get(column, ())) for column in range(1, grid.width + 1)}
    edges = [*_starts(kinds, columns), grid.width + 1]
    sides = [{c: kind for c, kind in kinds.items() if low <= c < high} for low, high in pairwise(edges)]
    return [_panel(grid, section, side, columns) for side in sides]


def _column_heads(grid: Grid, rows: Sequence[int]) -> dict[int, _Path]:
    """Return the heads above each column, outermost first; a head over several columns heads each of them.

    A cell without text, above one with text, lies under the last head to its left, where they share all heads above.
    """
    found: dict[int, _Path] = dict.fromkeys(range(1, grid.width + 1), ())
    for at, row in enumerate(rows):
        wide: Cell | None = None  # the last head that may reach over further columns
        above = dict(found)
        for column in range(1, grid.width + 1):
            cell = grid.cells.get((row, column))
            has_lower = any((r, column) in grid.cells for r in rows[at + 1 :])
            if cell is None and wide is not None and has_lower and above[column] == above[wide.column]:
                cell = wide
            else:
                wide = cell if has_lower else None
            if cell is not None:
                found[column] = (*above[column], cell)
    return {column: path for column, path in found.items() if path}


def _kind(grid: Grid, section: Section, column: int, heads: _Path) -> _Kind:
    said = heads[-1].text if heads else ""
    filled = [cell for row in section.data if (cell := grid.cells.get((row, column))) and not cell.is_blank]
    if column in grid.ordinals or NOTE.match(said) or not filled:
        return "other"
    if (UNIT_HEAD.match(said) or (not heads and column > 1)) and _are_units(filled):
        return "unit"
    numbers = [cell for cell in filled if grid.is_number(cell)]
    if numbers and all(cell.is_year for cell in numbers) and (YEAR_HEAD.match(said) or (column == 1 and not heads)):
        return "head"
    figures = len(numbers) + sum(cell.says_none or cell.is_change for cell in filled)
    return "number" if numbers and figures * 2 >= len(filled) else "head"


def _are_units(cells: Sequence[Cell]) -> bool:
    known = [cell for cell in cells if unit_of(cell.text)[0]]
    return len(known) * 2 > len(cells) and all(len(cell.text) <= _LONGEST_UNIT for cell in cells)


def _starts(kinds: dict[int, _Kind], columns: dict[int, _Path]) -> list[int]:
    """Return where panels begin: behind numbers, where the first head comes again, or where there are no heads."""
    words = [column for column, kind in kinds.items() if kind == "head"]
    starts = [1]
    for column in words[1:]:
        again = [cell.text for cell in columns.get(column, ())] == [cell.text for cell in columns.get(words[0], ())]
        if again and any(kinds[c] == "number" for c in range(starts[-1], column)):
            starts.append(column)
    return starts


def _panel(grid: Grid, section: Section, kinds: dict[int, _Kind], columns: dict[int, _Path]) -> Panel:
    numbers = [column for column, kind in kinds.items() if kind == "number"]
    heads = [c for c, kind in kinds.items() if kind == "head" and (not numbers or c < numbers[0])]
    units = [column for column, kind in kinds.items() if kind == "unit"]
    panel = Panel(columns={column: columns.get(column, ()) for column in numbers})
    group: Cell | None = None
    above: dict[int, Cell] = {}
    for row in section.data:
        if len(grid.rows[row]) == 1 and not any((row, c) in grid.numbers for c in numbers):
            alone = grid.rows[row][0]
            group, above = (alone if is_headlike(alone.text) else None), {}
            continue
        own = {c: grid.cells[row, c] for c in heads if (row, c) in grid.cells}
        last = max(own, default=0)
        path = {c: own.get(c) or above[c] for c in heads if c in own or (c in above and c < last)}
        is_sum = any(TOTAL.match(cell.text) for cell in path.values())
        group, above = (None, {}) if is_sum and len(path) < 2 else (group, path)
        unit = next((grid.cells[row, c].text for c in units if (row, c) in grid.cells), "")
        panel.rows[row] = Row(tuple(path.values()), group, unit)
        for column in numbers:
            _take(grid, panel, grid.cells.get((row, column)))
    return panel


def _take(grid: Grid, panel: Panel, cell: Cell | None) -> None:
    if cell is None or cell.is_blank or cell.is_change:
        return
    quantity = ZERO if cell.says_none else grid.numbers.get((cell.row, cell.column))
    if quantity is not None:
        panel.numbers[cell.row, cell.column] = cell, quantity
    else:
        panel.remarks.append(cell)
