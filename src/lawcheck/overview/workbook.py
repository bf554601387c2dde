"""The survey as a workbook: the matrix, the lists, and a sheet for each unit, one click away."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from lawcheck.overview import lists, view
from lawcheck.overview.element import ELEMENTS
from lawcheck.overview.record import Details
from lawcheck.overview.survey import Survey
from lawcheck.overview.view import Heading, Shown
from lawcheck.renderers.finding import between
from lawcheck.renderers.workbook import Cell, Column, Sheet, Workbook
from lawcheck.wording import Text, in_language

UNIT_SHEETS = 250  # more make a workbook that opens slowly; of the others the list of findings tells
_BACK = Text("← 回到总览", "← back to the overview")
_LEFT_OUT = Text("另有 {n} 处没有列出。", "{n} more are not listed.")
_FEW_SHEETS = Text(
    "单位超过 {n} 个：最需要看的 {n} 个各有一张表，其余的点击后到“{findings}”。",
    "Over {n} reports: the {n} worst have a sheet each, the others lead to “{findings}”.",
)


def workbook(survey: Survey, lang: str) -> bytes:
    """Return the file. Raises: UsageError when XlsxWriter is missing."""
    return _Writer(survey, lang).write()


class _Writer:
    """Writes the sheets in the order in which they are shown."""

    def __init__(self, survey: Survey, lang: str) -> None:
        self._survey, self._lang = survey, lang
        self._book = Workbook(self._told(view.TITLE))
        self._rows, self._missing, self._copies, self._findings, self._files = (
            self._book.name(self._told(text))
            for text in (view.ROWS, view.MISSING, view.COPIES, view.FINDINGS, view.FILES)
        )
        units = [f"{number} {row.unit}" for number, row in enumerate(survey.rows[:UNIT_SHEETS], 1)]
        self._units = [self._book.name(unit) for unit in units]
        # The row of each report's first finding in the list of all, below title, note and headings.
        kept = [row.entry.summary.kept if row.entry.summary else 0 for row in survey.rows]
        self._starts = list(accumulate(kept, initial=4))

    def write(self) -> bytes:
        """Return the file."""
        self._matrix()
        if self._survey.expected is not None:
            self._list()
        self._shared()
        self._all_findings()
        self._all_files()
        for number, name in enumerate(self._units):
            self._unit(number, name)
        return self._book.close()

    def _told(self, text: Text) -> str:
        return in_language(text, self._lang)

    def _matrix(self) -> None:
        survey, lang, columns = self._survey, self._lang, view.headings(self._lang)
        sheet = self._sheet(self._rows, columns, printed=view.printed(columns))
        sheet.line(self._told(view.TITLE), "title")
        colon = "：" if lang == "zh" else ": "
        figures = [f"{self._told(label)}{colon}{self._told(count)}" for label, count in view.totals(survey)]
        sheet.line("  ".join(figures))
        for line in lists.opening(lang):
            sheet.line(line)
        if len(survey.rows) > UNIT_SHEETS:
            findings = self._told(view.FINDINGS)
            sheet.line(self._told(_FEW_SHEETS.fill({"n": str(UNIT_SHEETS), "findings": findings})))
        for at, label in enumerate(view.SUMS):
            sums = {element.id: view.sums(survey, element)[at] for element in ELEMENTS}
            first = Shown(self._told(label), "head")
            sheet.row([_cell(sums.get(c.element, first if i == 1 else Shown(""))) for i, c in enumerate(columns)])
        sheet.table(frozen=2)
        for number in range(len(survey.rows)):
            cells = list(map(_cell, view.cells(survey, number, lang)))
            cells[1] = Cell(cells[1].value, "link", *self._target(number))
            sheet.row(cells)
        sheet.end_table()

    def _target(self, number: int) -> tuple[str, int]:
        """Return where the findings of a report are: its own sheet, or the list of all."""
        return (self._units[number], 1) if number < len(self._units) else (self._findings, self._starts[number])

    def _list(self) -> None:
        expected = self._survey.expected
        if expected is None:
            return
        sheet = self._sheet(self._missing, lists.listed_headings(self._lang))
        sheet.line(self._told(view.MISSING), "title")
        if expected.outside:
            names = between(self._lang).join(expected.outside)
            sheet.line(self._told(lists.OUTSIDE.fill({"names": names})))
        sheet.table()
        missing = set(expected.missing)
        for match in sorted(expected.units, key=lambda one: one not in missing):
            sheet.row(list(map(_cell, lists.listed(match, self._survey, self._lang))))
        sheet.end_table()

    def _shared(self) -> None:
        survey, lang, columns = self._survey, self._lang, lists.copy_headings(self._lang)
        sheet = self._sheet(self._copies, columns)
        sheet.line(self._told(view.COPIES), "title")
        sheet.line(self._told(lists.ABOUT_COPIES))
        if not survey.copies:
            sheet.line(self._told(lists.NO_COPIES))
            return
        told = {"n": str(survey.copied), "shown": str(len(survey.copies))}
        sheet.line(self._told(lists.MORE_COPIES.fill(told)))
        sheet.table()
        for values, first, second in lists.copies(survey, lang):
            cells = list(map(_cell, values))
            cells[0] = Cell(cells[0].value, "link", *self._target(first))
            cells[3] = Cell(cells[3].value, "link", *self._target(second))
            sheet.row(cells)
        sheet.end_table()

    def _all_findings(self) -> None:
        columns = (Heading(self._told(Text("单位", "Unit")), 26), *lists.mark_headings(self._lang))
        sheet = self._sheet(self._findings, columns)
        sheet.line(self._told(view.FINDINGS), "title")
        sheet.line(lists.opening(self._lang)[0])
        sheet.table()
        for row in self._survey.rows:
            if row.entry.summary is not None:
                for mark in self._survey.read(row.entry.number).marks:
                    sheet.row([Cell(row.unit), *map(_cell, lists.mark(mark, self._lang))])
        sheet.end_table()

    def _all_files(self) -> None:
        sheet = self._sheet(self._files, lists.file_headings(self._lang))
        sheet.line(self._told(view.FILES), "title")
        self._table(sheet, list(lists.files(self._survey, self._lang)))

    def _unit(self, number: int, name: str) -> None:
        row, columns = self._survey.rows[number], lists.mark_headings(self._lang)
        summary = row.entry.summary
        sheet = self._sheet(name, columns)
        sheet.line(self._told(_BACK), "link", self._rows)
        sheet.line(row.unit, "title")
        for line in lists.unit_lines(self._survey, row, self._lang):
            sheet.line(line)
        if summary is None:
            return
        details: Details = self._survey.read(row.entry.number)
        if details.marks:
            marks = [lists.mark(mark, self._lang) for mark in details.marks]
            self._table(sheet, marks)
        if summary.left_out:
            sheet.line(self._told(_LEFT_OUT.fill({"n": str(summary.left_out)})))
        sheet.skip()
        for line in (*lists.ending(details, self._lang), lists.opening(self._lang)[1]):
            sheet.line(line)

    def _sheet(self, name: str, headings: Sequence[Heading], *, printed: int | None = None) -> Sheet:
        columns = [Column(heading.title, heading.width, heading.is_short) for heading in headings]
        return self._book.sheet(name, columns, printed=printed)

    def _table(self, sheet: Sheet, rows: Sequence[Sequence[Shown]]) -> None:
        sheet.table()
        for row in rows:
            sheet.row(list(map(_cell, row)))
        sheet.end_table()


def _cell(shown: Shown) -> Cell:
    return Cell(shown.value, shown.tone)
