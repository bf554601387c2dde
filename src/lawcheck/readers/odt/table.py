"""Where in the tables of an ODT file the reading stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lawcheck.readers.odt.numbering import integer

# A cell, a row or a blank that is said to stand there more often than this is nonsense.
MOST_REPEATS = 1000


@dataclass(slots=True)
class _Table:
    index: int
    row: int = 1
    column: int = 1
    row_repeats: int = 1
    cell_repeats: int = 1


class Tables:
    """The open tables, outermost first. Rows and columns count from one; what is repeated is read once.

    The cells that a merged cell covers are written too, so that no width needs to be counted.
    """

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of any element; those that are not of tables change nothing."""
        if tag == "table:table":
            self._count += 1
            self._open.append(_Table(self._count))
        elif self._open and tag == "table:table-row":
            self._open[-1].column = 1
            self._open[-1].row_repeats = repeats(attributes, "table:number-rows-repeated")
        elif self._open and tag == "table:table-cell":
            self._open[-1].cell_repeats = repeats(attributes, "table:number-columns-repeated")
        elif self._open and tag == "table:covered-table-cell":
            self._open[-1].column += repeats(attributes, "table:number-columns-repeated")

    def end(self, tag: str) -> None:
        """Take the end of any element."""
        if not self._open:
            return
        if tag == "table:table":
            self._open.pop()
        elif tag == "table:table-row":
            self._open[-1].row += self._open[-1].row_repeats
        elif tag == "table:table-cell":
            self._open[-1].column += self._open[-1].cell_repeats

    @property
    def cell(self) -> str | None:
        """The cell at this place, such as `T1R2C3`."""
        table = self._open[-1] if self._open else None
        return f"T{table.index}R{table.row}C{table.column}" if table else None


def repeats(attributes: Mapping[str, str], key: str) -> int:
    """Return how often something is repeated: once where nothing sound is said, and no more than the most."""
    return min(max(1, integer(attributes.get(key, "")) or 1), MOST_REPEATS)
