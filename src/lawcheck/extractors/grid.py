"""The rows of a table: which are heads, which hold numbers, and where heads begin again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lawcheck.extractors.cells import Cell, Table, number_of
from lawcheck.extractors.heads import ORDINAL, is_headlike
from lawcheck.text.pattern import pattern
from lawcheck.text.quantity import Quantity

_LETTER = pattern("(?:[甲乙丙丁]|栏次|行次|序号)$")
_LONGEST_NUMBER = 60
_MOST_COUNTED = 100
_MOST_HEADS = 6  # rows; what is more is a list


class Section(NamedTuple):
    """Rows of numbers, and the rows of heads above them."""

    heads: tuple[int, ...]
    data: tuple[int, ...]


class Grid:
    """A table by its rows. `titles` are rows of one cell above its heads; `width` is its last column."""

    def __init__(self, table: Table) -> None:
        self.cells = table.cells
        self.rows: dict[int, list[Cell]] = {}
        for (row, _), cell in table.cells.items():
            self.rows.setdefault(row, []).append(cell)
        self.width = max((column for _, column in table.cells), default=0)
        self.numbers: dict[tuple[int, int], Quantity] = {}
        for place, cell in table.cells.items():
            found = number_of(cell.text) if len(cell.text) <= _LONGEST_NUMBER else None
            if found is not None:
                self.numbers[place] = found
        self.ordinals = self._ordinals()
        order = sorted(self.rows)
        size = 0
        while size + 1 < len(order) and self._is_alone(order[size]):
            size += 1
        self.titles = [self.rows[row][0] for row in order[:size]]
        self._top = order[size] if order else 0
        self.sections = [s for s in self._sections(order[size:]) if s.data]

    def is_number(self, cell: Cell) -> bool:
        """Say whether a cell holds a number, and not that of its row."""
        return (cell.row, cell.column) in self.numbers and cell.column not in self.ordinals

    def _ordinals(self) -> set[int]:
        """Return the columns that only number the rows."""
        found = {cell.column for cell in self.cells.values() if ORDINAL.match(cell.text)}
        counted = [int(q.value) for (_, column), q in self.numbers.items() if column == 1 and not q.unit]
        if self.width > 2 and len(counted) > 1 and counted == list(range(1, len(counted) + 1)):
            found.add(1)
        return found

    def _is_alone(self, row: int) -> bool:
        return len(self.rows[row]) == 1 and not self.is_number(self.rows[row][0])

    def _sections(self, rows: Sequence[int]) -> Iterator[Section]:
        heads: list[int] = []
        data: list[int] = []
        held: set[int] = set()
        for row in rows:
            if not data and not self._has_numbers(row):
                heads.append(row)
            elif not data and self._counts_columns(row):
                continue
            elif data and self._is_head(row, held):
                yield Section(tuple(heads[-_MOST_HEADS:]), tuple(data))
                heads, data, held = [row], [], set()
            else:
                # A row of one cell right above the numbers heads those below it, not the columns.
                if len(heads) > 1 and self._is_alone(heads[-1]) and self.rows[heads[-1]][0].column == 1:
                    data.append(heads.pop())
                data.append(row)
                held |= {cell.column for cell in self.rows[row] if self.is_number(cell)}
        yield Section(tuple(heads[-_MOST_HEADS:]), tuple(data))

    def _has_numbers(self, row: int) -> bool:
        """Say whether a row holds data. Years are heads in the first row, and where several stand side by side."""
        numbers = [cell for cell in self.rows[row] if self.is_number(cell)]
        are_years = all(cell.is_year for cell in numbers)
        return bool(numbers) and not (are_years and (row == self._top or len(numbers) > 1))

    def _counts_columns(self, row: int) -> bool:
        """Say whether a row only numbers the columns: 甲, 乙, 1, 2, 3."""
        letters = [cell for cell in self.rows[row] if _LETTER.match(cell.text)]
        found = [self.numbers.get((row, cell.column)) for cell in self.rows[row] if cell not in letters]
        values = [int(q.value) if q and not q.unit and q.value < _MOST_COUNTED else 0 for q in found]
        return values == list(range(1, len(values) + 1)) and (bool(letters) or len(values) > 2)

    def _is_head(self, row: int, held: set[int]) -> bool:
        """Say whether heads begin again: those of the top, or words in all of the columns `held` by numbers."""
        cells = self.rows[row]
        if len(cells) < 2 or any(self.is_number(cell) and not cell.is_year for cell in cells):
            return False
        first = self.cells.get((self._top, cells[0].column))
        if first is not None and first.text == cells[0].text:
            return True
        words = {cell.column for cell in cells if is_headlike(cell.text) and not (cell.is_blank or cell.says_none)}
        return len(held) > 1 and held <= words
