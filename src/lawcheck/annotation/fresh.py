"""A Word file made of a document's text, for reports that are no Word file: paragraphs, headings, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lawcheck.annotation.archive import make
from lawcheck.annotation.look import DOCUMENT, PARTS, TABLE
from lawcheck.annotation.placing import Line
from lawcheck.annotation.tags import escape
from lawcheck.annotation.tracing import Traced
from lawcheck.model.document import Block, Document
from lawcheck.model.outline import Outline
from lawcheck.readers.lines import is_blank, trim
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_CELL = pattern(r"T(\d{1,6})R(\d{1,6})C(\d{1,6})\Z")
_MOST_COLUMNS, _MOST_CELLS = 60, 20_000  # Word takes 63 columns
_UNREADABLE = "\ufffd"


@dataclass(slots=True)
class Fresh:
    """A Word file without comments: its bytes, the text that is in it, and where each block of the document went.

    `blocks` are the numbers of paragraphs by those of blocks; `offsets` the document's offsets of the characters of a
    paragraph, by its number.
    """

    data: bytes = b""
    lines: list[str] = field(default_factory=list)
    blocks: dict[int, int] = field(default_factory=dict)
    offsets: dict[int, list[int]] = field(default_factory=dict)
    cells: dict[int, str | None] = field(default_factory=dict)

    def find(self, paragraphs: Sequence[Traced]) -> list[Line | None]:
        """Return, for each block of the document, where its characters stand in the paragraphs of the file."""
        by_number = {paragraph.number: paragraph for paragraph in paragraphs}
        found: list[Line | None] = [None] * (max(self.blocks, default=-1) + 1)
        for block, number in self.blocks.items():
            if number in by_number:
                found[block] = Line(by_number[number], 0, self.offsets[number], self.cells[number])
        return found


def fresh(document: Document, outline: Outline) -> Fresh:
    """Return a Word file that holds the text of the document."""
    writer = _Writer(document, outline)
    body = "".join(writer.body())
    writer.made.data = make({**PARTS, "word/document.xml": DOCUMENT.format(body).encode()})
    return writer.made


class _Writer:
    """Writes blocks as paragraphs, and keeps what became of each."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self.made = Fresh()
        self._document = document
        self._number = 0
        self._styles = dict(_styles(document, outline))
        self._marked = bytearray(len(document.text))
        for mark in document.marks:
            self._marked[mark.start : mark.end] = b"\1" * (mark.end - mark.start)

    def body(self) -> Iterator[str]:
        """Yield the elements of the body."""
        numbered = list(enumerate(self._document.blocks))
        for table, run in groupby(numbered, key=lambda pair: _table(pair[1])):
            members = list(run)
            cells = {} if table is None else _grid(members)
            if cells:
                yield self._rows(cells)
            else:
                yield from (self._paragraph(at, block) for at, block in members)

    def _rows(self, cells: dict[tuple[int, int], list[tuple[int, Block]]]) -> str:
        columns = sorted({column for _, column in cells})
        width = f'<w:tcPr><w:tcW w:w="{8800 // len(columns)}" w:type="dxa"/></w:tcPr>'
        rows = []
        for row in sorted({row for row, _ in cells}):
            held = (cells.get((row, column), []) for column in columns)
            inner = ("".join(self._paragraph(at, block) for at, block in cell) or self._blank() for cell in held)
            rows.append("<w:tr>" + "".join(f"<w:tc>{width}{content}</w:tc>" for content in inner) + "</w:tr>")
        grid = f'<w:gridCol w:w="{8800 // len(columns)}"/>' * len(columns)
        return f"<w:tbl>{TABLE}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def _blank(self) -> str:
        self._number += 1
        return f"<w:p>{_style('Cell')}</w:p>"

    def _paragraph(self, number: int, block: Block) -> str:
        pairs = [(at, char) for at, char in _characters(self._document.text, block.span) if not self._marked[at]]
        text = "".join(char for _, char in pairs)
        if is_blank(text):
            return ""
        lead = len(text) - len(text.lstrip())
        text, offsets = text.strip(), [at for at, _ in pairs][lead : len(text.rstrip())]
        self._number += 1
        self.made.lines.append(text)
        self.made.blocks[number] = self._number
        self.made.offsets[self._number] = offsets
        self.made.cells[self._number] = block.cell
        run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        return f"<w:p>{_style(self._styles.get(number, 'Cell' if block.cell else ''))}{run}</w:p>"


def _styles(document: Document, outline: Outline) -> Iterator[tuple[int, str]]:
    """Yield the style of each block that is more, or less, than body text."""
    title = outline.title.span if outline.title else None
    headed = ((document.block_at(s.heading.start), s) for s in outline.sections if not s.is_run_in)
    levels = {block.span.start: min(section.level, 3) for block, section in headed if block is not None}
    for at, block in enumerate(document.blocks):
        if block.kind in ("metadata", "furniture"):
            yield at, "Beside"
        elif title is not None and title.meets(block.span):
            yield at, "Title"
        elif block.span.start in levels:
            yield at, f"Heading{levels[block.span.start]}"


def _characters(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield the characters in one line, each with its offset: a line join is a blank only between Latin words."""
    at, before = span.start, ""
    for line in span.of(text).split("\n"):
        part = trim(text, Span(at, at + len(line)))
        after = text[part.start : part.end][:1]
        if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
            yield at - 1, " "
        for offset in range(*part):
            yield offset, _allowed(text[offset])
        before = text[part.end - 1] if after else before
        at += len(line) + 1


def _allowed(char: str) -> str:
    if char.isspace():
        return " " if char < " " else char
    is_text = char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    return char if is_text else _UNREADABLE


def _table(block: Block) -> int | None:
    found = _CELL.match(block.cell) if block.cell else None
    return int(found[1]) if found else None


def _grid(members: Sequence[tuple[int, Block]]) -> dict[tuple[int, int], list[tuple[int, Block]]]:
    """Return the blocks of one table by row and column; nothing for one that is too large for Word."""
    cells: dict[tuple[int, int], list[tuple[int, Block]]] = {}
    for at, block in members:
        found = _CELL.match(block.cell or "")
        if found:
            cells.setdefault((int(found[2]), int(found[3])), []).append((at, block))
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    return cells if len(columns) <= _MOST_COLUMNS and len(rows) * len(columns) <= _MOST_CELLS else {}


def _style(name: str) -> str:
    return f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>' if name else ""
