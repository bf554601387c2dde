"""Sheets of a workbook: cells of text and numbers, never a formula, in a look that prints on A4.

The one module that uses XlsxWriter. Rows are written in order and leave memory at once, so the number of reports does
not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Literal

from lawcheck.readers.requirement import XLSXWRITER, require_for
from lawcheck.text.visible import unveiled
from lawcheck.text.width import width
from lawcheck.wording import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

Tone = Literal["", "title", "note", "head", "bad", "warn", "hint", "good", "quiet", "link"]
WORKBOOK = Text("表格（.xlsx）", "a workbook (.xlsx)")
_MADE = datetime(2000, 1, 1)
_A4, _ROWS = 9, 1_048_576
_LINE, _TITLE, _TALLEST = 15, 26, 400  # points: of a line, of a title, of the tallest row
_LONGEST = 32_000  # characters of a cell; the format ends at 32,767
_NAME_UNITS = 31
_NEVER_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_FONT: dict[str, Any] = {"font_name": "宋体", "font_size": 10.5, "valign": "top", "text_wrap": True}
_BOXED: dict[str, Any] = {**_FONT, "border": 1, "border_color": "#BFBFBF"}
_LOOKS: dict[Tone, dict[str, Any]] = {
    "": _BOXED,
    "title": {**_FONT, "bold": True, "font_size": 16, "text_wrap": False},
    "note": {**_FONT, "font_color": "#595959", "text_wrap": False},
    "head": {**_BOXED, "bold": True, "bg_color": "#D9E2F3", "valign": "vcenter", "align": "center"},
    "bad": {**_BOXED, "bg_color": "#F8D7DA", "font_color": "#842029"},
    "warn": {**_BOXED, "bg_color": "#FFF3CD", "font_color": "#664D03"},
    "hint": {**_BOXED, "bg_color": "#E7F1FB", "font_color": "#0B4A83"},
    "good": {**_BOXED, "font_color": "#0F5132"},
    "quiet": {**_BOXED, "font_color": "#767676"},
    "link": {**_BOXED, "font_color": "#0B4A83", "underline": 1},
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with a look; `to` is the sheet that a click leads to, and `row` the row there, from one."""

    value: str | int
    tone: Tone = ""
    to: str | None = None
    row: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column and its width in Latin characters: a Chinese character takes two.

    `is_short` is for columns of a word or a number: these stand in the middle.
    """

    heading: str
    width: float
    is_short: bool = False


class Sheet:
    """One sheet, written from the top down."""

    def __init__(self, book: Workbook, sheet: Any, columns: Sequence[Column], printed: int | None) -> None:
        self._book, self._sheet, self._columns, self._printed = book, sheet, columns, printed
        self._row = 0
        self._head: tuple[int, int] | None = None

    def line(self, text: str, tone: Tone = "", to: str | None = None) -> None:
        """Write a line above or below the table: it runs over the columns."""
        self._sheet.set_row(self._row, _TITLE if tone == "title" else _LINE)
        self._put(0, Cell(text, tone or "note", to), is_short=False)
        self._row += 1

    def table(self, *, frozen: int = 1) -> None:
        """Write the headings; they, and `frozen` columns at the left, stay in sight, and come again on each page."""
        self.row([Cell(column.heading, "head") for column in self._columns])
        self._head = (self._row - 1, len(self._columns))
        self._sheet.freeze_panes(self._row, frozen)
        self._sheet.repeat_rows(self._row - 1)

    def row(self, cells: Sequence[Cell]) -> None:
        """Write the next row, as high as the cells that are printed need: not every program sees to that itself."""
        pairs = zip(cells, self._columns[: self._printed], strict=False)
        lines = max(ceil(width(str(cell.value)) / max(1.0, column.width - 1)) for cell, column in pairs)
        self._sheet.set_row(self._row, min(max(1, lines) * _LINE + 2, _TALLEST))
        for at, cell in enumerate(cells):
            self._put(at, cell, is_short=self._columns[at].is_short)
        self._row += 1

    def skip(self) -> None:
        """Leave a row blank."""
        self._row += 1

    def end_table(self) -> None:
        """Let the rows since the headings be filtered."""
        if self._head is not None and self._row - 1 > self._head[0]:
            self._sheet.autofilter(self._head[0], 0, self._row - 1, self._head[1] - 1)

    @property
    def next_row(self) -> int:
        """The number of the row that is written next, from one."""
        return self._row + 1

    def _put(self, column: int, cell: Cell, *, is_short: bool) -> None:
        look = self._book.look(cell.tone, is_short)
        if isinstance(cell.value, int):
            self._sheet.write_number(self._row, column, cell.value, look)
            return
        text = plain(cell.value)
        if cell.to is not None:
            address = f"internal:'{cell.to}'!A{cell.row}"  # names of sheets hold no apostrophe
            self._sheet.write_url(self._row, column, address, look, text)
        else:
            self._sheet.write_string(self._row, column, text, look)


class Workbook:
    """A workbook in the making.

    Raises: UsageError when XlsxWriter is missing.
    """

    def __init__(self, title: str) -> None:
        library = require_for(WORKBOOK, XLSXWRITER)
        self._out = BytesIO()
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = library.Workbook(self._out, options)
        self._book.set_properties({"title": plain(title), "author": "lawcheck", "created": _MADE})
        self._looks: Mapping[tuple[Tone, bool], Any] = {
            (tone, is_short): self._book.add_format({**look, **({"align": "center"} if is_short else {})})
            for tone, look in _LOOKS.items()
            for is_short in (False, True)
        }
        self._names: set[str] = set()

    def look(self, tone: Tone, is_short: bool) -> Any:
        """Return the format of a tone."""
        return self._looks[tone, is_short]

    def name(self, wanted: str) -> str:
        """Return a name for a sheet that is allowed and that no other sheet has, and keep it."""
        base = _cut(plain(wanted).translate(_NEVER_IN_NAMES).strip() or "-", _NAME_UNITS)
        name, number = base, 1
        while name.lower() in self._names:
            number += 1
            name = f"{_cut(base, _NAME_UNITS - len(str(number)) - 1)}~{number}"
        self._names.add(name.lower())
        return name

    def sheet(self, name: str, columns: Sequence[Column], *, printed: int | None = None) -> Sheet:
        """Begin a sheet under a name that `name()` gave; it prints on A4, as wide as the page.

        Of the columns the first `printed` go to paper, by default all.
        """
        sheet = self._book.add_worksheet(name)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
        if printed is not None:
            sheet.print_area(0, 0, _ROWS - 1, printed - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&C&P / &N")
        sheet.hide_gridlines(2)
        return Sheet(self, sheet, columns, printed)

    def close(self) -> bytes:
        """Return the file."""
        self._book.close()
        return self._out.getvalue()


def plain(text: str) -> str:
    """Return text for a cell: on one line, without characters that XML forbids, and no more than a cell holds."""
    shown = unveiled(text)[:_LONGEST]
    # XlsxWriter puts a string that begins and ends like this into the file as it stands.
    return f"{shown} " if shown.startswith("<r>") and shown.endswith("</r>") else shown


def _cut(text: str, units: int) -> str:
    """Return the beginning of `text` that takes at most `units` of UTF-16, as names of sheets are counted."""
    while len(text.encode("utf-16-le")) > 2 * units:
        text = text[:-1]
    return text.strip()
