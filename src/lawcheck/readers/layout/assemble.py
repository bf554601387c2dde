"""From sheets to text and blocks: tables cell by cell, all else in paragraphs, each with the page it begins on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lawcheck.model.document import Block, BlockKind
from lawcheck.readers.layout.flow import join_lines
from lawcheck.readers.layout.line import Line, build_lines, is_entry
from lawcheck.readers.layout.margin import without_margins, without_notes
from lawcheck.readers.layout.measure import Edges, Measure, measure
from lawcheck.readers.layout.sheet import Sheet
from lawcheck.readers.layout.table import Table, split_tables
from lawcheck.text.span import Span

_CONTENTS = "目录"
# So many lines of a page in two columns of prose are no chance.
_COLUMN_LINES = 8


class Assembled(NamedTuple):
    """The text, its blocks, and the pages with footnotes and with text in columns."""

    text: str
    blocks: tuple[Block, ...]
    notes: set[int]
    columns: set[int]


def assemble(sheets: Sequence[Sheet]) -> Assembled:
    """Return what the sheets say."""
    parted = [split_tables(sheet) for sheet in sheets]
    pages = [build_lines(sheet.number, outside) for sheet, (outside, _) in zip(sheets, parted, strict=True)]
    pages = without_margins(sheets, pages)
    lines = [line for page in pages for line in page]
    assembler = _Assembler(measure(lines, {sheet.number: Edges(0, sheet.width) for sheet in sheets}))
    for page, (_, tables) in zip(pages, parted, strict=True):
        items: list[Line | Table] = [*without_notes(page, assembler.setting.size), *tables]
        for item in sorted(items, key=lambda item: item.y):
            assembler.add(item)
    text, blocks = assembler.finish()
    in_columns = Counter(line.page for line in lines if line.is_in_columns)
    columns = {page for page, count in in_columns.items() if count >= _COLUMN_LINES}
    return Assembled(text, blocks, {line.page for line in lines if line.has_mark}, columns)


class _Assembler:
    """Takes lines and tables in order and makes text and blocks of them, a line of text each."""

    def __init__(self, setting: Measure) -> None:
        self.setting = setting
        self._waiting: list[Line] = []
        self._table: Table | None = None
        self._head: list[list[str]] = []
        self._tables = self._rows = self._end = 0
        self._texts: list[str] = []
        self._blocks: list[Block] = []

    def add(self, item: Line | Table) -> None:
        """Take the next line or table."""
        if isinstance(item, Line):
            self._waiting.append(item)
            self._table = None
        else:
            self._flush()
            self._add_table(item)

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """Return the text and its blocks."""
        self._flush()
        entries = [i for i, text in enumerate(self._texts) if is_entry(text)]
        if len(entries) > 1:
            title = [i for i in (entries[0] - 1,) if i >= 0 and "".join(self._texts[i].split()) == _CONTENTS]
            for i in (*title, *entries):
                self._blocks[i] = replace(self._blocks[i], kind="furniture")
        return "\n".join(self._texts), tuple(self._blocks)

    def _flush(self) -> None:
        for paragraph in join_lines(self._waiting, self.setting):
            self._put(paragraph.text, "paragraph", paragraph.page)
        self._waiting = []

    def _add_table(self, table: Table) -> None:
        is_rest = self._table is not None and table.continues(self._table)
        # The rest of a table repeats its head, which is then no row of it.
        head = int(is_rest and table.row(0) == self._head)
        if not is_rest:
            self._tables += 1
            self._rows = 0
            self._head = table.row(0)
        for place, texts in table.cells.items():
            for text in texts if place.row >= head else ():
                cell = f"T{self._tables}R{self._rows + place.row - head + 1}C{place.column + 1}"
                self._put(text, "cell", table.page, cell)
        self._rows += table.rows - head
        self._table = table

    def _put(self, text: str, kind: BlockKind, page: int, cell: str | None = None) -> None:
        start = self._end + 1 if self._texts else 0
        self._end = start + len(text)
        self._texts.append(text)
        self._blocks.append(Block(Span(start, self._end), kind, cell=cell, page=page))
