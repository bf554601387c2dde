"""The coordinates of table cells: rows and columns from one, with cells that span several of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.readers.html.style import squeezed

# Source: HTML Standard, 4.9.11 (colspan). More cells than so many reaching down side by side is no real table.
_WIDEST = 1000
_TALLEST = 65_534
_MOST_REACHING = 32


@dataclass(slots=True)
class Grid:
    """The cells of one table while it is read; `row` is the current row."""

    is_drawn: bool = False  # the page says that it is a table of data: head cells, a border
    is_layout: bool = False
    row: int = 0
    columns: int = 0
    has_inner: bool = False  # another table stands inside it
    cells: int = 0
    _column: int = 1
    _reaching: list[tuple[int, int, int]] = field(default_factory=list)  # first column, one past the last, last row

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Grid:
        """Return the grid of a table with these attributes. Lines around the cells are how tables of data look."""
        style = squeezed(told.get("style", ""))
        is_drawn = told.get("border", "0").strip() not in ("0", "") or "border-collapse:collapse" in style
        is_word = "msotable" in told.get("class", "").lower()
        return cls(is_drawn=is_drawn or is_word, is_layout=told.get("role", "") in ("presentation", "none"))

    def begin_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self._column = 1

    def place(self, columns: int, rows: int) -> tuple[int, int]:
        """Take the next cell, which spans so many columns and rows; return the row and column of its top left."""
        if self._column == 1:
            self._reaching = [reach for reach in self._reaching if reach[2] >= self.row]
        for first, end, last in self._reaching:
            if first <= self._column < end and last >= self.row:
                self._column = end
        column = self._column
        self._column += columns
        self.cells += 1
        self.columns = max(self.columns, column)
        if rows > 1 and len(self._reaching) < _MOST_REACHING:
            self._reaching.append((column, column + columns, self.row + rows - 1))
            self._reaching.sort()
        return self.row, column


def span(value: str, *, is_rows: bool) -> int:
    """Return a colspan or rowspan within what the standard allows; one where it says nothing."""
    digits = value.strip()[:6]
    number = int(digits) if digits.isascii() and digits.isdigit() else 1
    # A rowspan of zero reaches to the end of the table.
    return (min(number, _TALLEST) or _TALLEST) if is_rows else min(max(number, 1), _WIDEST)
