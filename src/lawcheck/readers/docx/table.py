"""Where in the tables of a Word file the reading stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from lawcheck.readers.docx.style import integer

# Far more columns than Word allows: a width beyond is nonsense.
_WIDEST = 1000


@dataclass(slots=True)
class _Table:
    """An open table. `column` is that of the cell at hand, or of the next one.

    `down` are the rows, by column, and `across` is the column in which a cell begins that may reach to here; `shown`
    is that row where it does, `is_across` says that the column does.
    """

    index: int
    row: int = 0
    column: int = 1
    width: int = 1
    down: dict[int, int] = field(default_factory=dict)
    shown: int | None = None
    across: int = 1
    is_across: bool = False
    is_row_deleted: bool = False
    is_cell_deleted: bool = False


class Tables:
    """The open tables, outermost first. Rows and columns count from one; a merged cell has the place of its corner."""

    STARTS: ClassVar = ("w:tbl", "w:tr", "w:tc", "w:gridBefore", "w:gridSpan", "w:vMerge", "w:hMerge", "w:cellDel")
    ENDS: ClassVar = ("w:tbl", "w:tr", "w:tc")

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        """Take the start of one of STARTS."""
        if tag == "w:tbl":
            self._count += 1
            self._open.append(_Table(self._count))
            return
        if not self._open:
            return
        table = self._open[-1]
        if tag == "w:tr":
            table.row += 1
            table.column = 1
        elif tag == "w:gridBefore":
            table.column += _width(attributes)
        elif parent == "w:tcPr":
            _take_cell(table, tag, attributes)

    def delete_row(self) -> None:
        """Take it that the row at hand is a tracked deletion."""
        if self._open:
            self._open[-1].is_row_deleted = True

    def end(self, tag: str) -> None:
        """Take the end of one of ENDS."""
        if not self._open:
            return
        table = self._open[-1]
        if tag == "w:tc":
            _end_cell(table)
        elif tag == "w:tr" and table.is_row_deleted:
            table.row -= 1
            table.is_row_deleted = False
        elif tag == "w:tbl":
            self._open.pop()
            if not table.row and table.index == self._count:
                self._count -= 1

    @property
    def cell(self) -> str | None:
        """The cell at this place, such as `T1R2C3`."""
        table = self._open[-1] if self._open else None
        if table is None:
            return None
        column = table.across if table.is_across else table.column
        return f"T{table.index}R{table.shown or table.row}C{column}"

    @property
    def is_deleted(self) -> bool:
        """Say whether this place lies in a row or a cell whose deletion is tracked."""
        return any(table.is_row_deleted or table.is_cell_deleted for table in self._open) if self._open else False


def _take_cell(table: _Table, tag: str, attributes: Mapping[str, str]) -> None:
    begins = attributes.get("w:val") == "restart"
    match tag:
        case "w:gridSpan":
            table.width = max(1, _width(attributes))
        case "w:vMerge":
            if begins:
                table.down[table.column] = table.row
            table.shown = table.down.setdefault(table.column, table.row)
        case "w:hMerge":
            if begins:
                table.across = table.column
            table.is_across = True
        case "w:cellDel":
            table.is_cell_deleted = True


def _end_cell(table: _Table) -> None:
    if not table.is_cell_deleted:
        if table.shown is None:
            table.down.pop(table.column, None)
        table.column += table.width
    table.width = 1
    table.shown = None
    table.is_across = table.is_cell_deleted = False


def _width(attributes: Mapping[str, str]) -> int:
    return min(max(0, integer(attributes.get("w:val", "")) or 0), _WIDEST)
