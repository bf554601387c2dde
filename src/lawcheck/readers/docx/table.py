"""Where in the tables of a Word file the reading stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lawcheck.readers.docx.style import integer

# Far more columns than Word allows: a width beyond is nonsense.
_WIDEST = 1000


@dataclass(slots=True)
class _Table:
    index: int
    row: int = 0
    column: int = 1
    width: int = 1
    is_row_deleted: bool = False


class Tables:
    """The open tables, outermost first. Rows and columns count from one; a merged cell takes several columns."""

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        """Take the start of any element; those that are not of tables change nothing."""
        if tag == "w:tbl":
            self._count += 1
            self._open.append(_Table(self._count))
        elif not self._open:
            return
        elif tag == "w:tr":
            self._open[-1].row += 1
            self._open[-1].column = 1
        elif tag == "w:gridBefore":
            self._open[-1].column += _width(attributes)
        elif tag == "w:gridSpan":
            self._open[-1].width = max(1, _width(attributes))
        elif tag == "w:del" and parent == "w:trPr":
            self._open[-1].is_row_deleted = True

    def end(self, tag: str) -> None:
        """Take the end of any element."""
        if not self._open:
            return
        table = self._open[-1]
        if tag == "w:tbl":
            self._open.pop()
        elif tag == "w:tc":
            table.column += table.width
            table.width = 1
        elif tag == "w:tr" and table.is_row_deleted:
            table.row -= 1
            table.is_row_deleted = False

    @property
    def cell(self) -> str | None:
        """The cell at this place, such as `T1R2C3`."""
        table = self._open[-1] if self._open else None
        return f"T{table.index}R{table.row}C{table.column}" if table else None

    @property
    def is_deleted(self) -> bool:
        """Say whether this place lies in a row whose deletion is tracked."""
        return any(table.is_row_deleted for table in self._open)


def _width(attributes: Mapping[str, str]) -> int:
    return min(max(0, integer(attributes.get("w:val", "")) or 0), _WIDEST)
