"""From paragraphs to text and blocks: styles, automatic numbers, lines, tables that only lay text out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from lawcheck.model.document import Block, BlockKind
from lawcheck.readers import limits
from lawcheck.readers.docx.fields import Field
from lawcheck.readers.docx.numbering import Lists
from lawcheck.readers.docx.paragraph import Paragraph
from lawcheck.readers.docx.style import Inherited, Styles
from lawcheck.readers.lines import is_blank
from lawcheck.readers.refusal import over_limit
from lawcheck.text.span import Span
from lawcheck.wording import Text

_TOC_HEADING = "目录"
# A cell with so much in it holds text that was laid out by a table, not a figure or a remark.
_TEXT_LINES, _TEXT_CHARACTERS = 5, 300


class Assembler:
    """Takes the paragraphs of a Word file in order and makes text and blocks of them, joined by newlines."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._lines: list[str] = []
        self._blocks: list[Block] = []
        self._tocs: list[Field | None] = []  # one a block
        self._end = 0

    def add(self, paragraph: Paragraph) -> None:
        """Take the next paragraph."""
        own = paragraph.properties
        inherited = self._styles.of(own.style)
        text = "".join(paragraph.pieces)
        is_toc = paragraph.is_in_toc or inherited.is_toc
        number, blank = "", ""
        is_gone = is_blank(text) and self._styles.is_hidden(own.style, None, paragraph.is_mark_hidden)
        if not is_toc and not is_gone:
            number, blank = self._lists.next_number(self._styles, inherited, own.num_id, own.ilvl)
        level = None if is_toc else _level(own.level, inherited)
        kind: BlockKind = "furniture" if is_toc else "cell" if paragraph.cell else "paragraph"
        block = Block(Span(0, 0), kind, paragraph.number, paragraph.cell, level=level)
        # A heading is one block however it is broken; other text is read line by line, as in a text file.
        if level is not None or "\n" not in text:
            lines = [text.strip()]
        else:
            lines = [line.strip() for line in text.split("\n") if not is_blank(line)] or [""]
        numbered = replace(block, auto_number=number) if number else block
        self._put((number + blank + lines[0]).rstrip(), numbered, paragraph.toc)
        for line in lines[1:]:
            self._put(line, block, paragraph.toc)

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """Return the text and its blocks."""
        laid_out = _laid_out(self._blocks)
        # A table of contents without an end, or with all the text in it, would swallow the report: then it is none.
        tocs = [toc is not None and toc.is_closed for toc in self._tocs]
        has_tocs = not all(toc or block.kind == "furniture" for toc, block in zip(tocs, self._blocks, strict=True))
        blocks = list(self._blocks)
        for at, block in enumerate(blocks):
            if has_tocs and tocs[at]:
                blocks[at] = replace(block, kind="furniture", level=None)
            elif block.cell in laid_out:
                kind: BlockKind = "furniture" if block.kind == "furniture" else "paragraph"
                blocks[at] = replace(block, kind=kind, cell=None)
        for at, (block, following) in enumerate(pairwise(blocks)):
            if following.kind == "furniture" and "".join(self._lines[at].split()) == _TOC_HEADING:
                blocks[at] = replace(block, kind="furniture", level=None)
        return "\n".join(self._lines), tuple(blocks)

    def _put(self, line: str, block: Block, toc: Field | None) -> None:
        if is_blank(line):
            return
        start = self._end + 1 if self._lines else 0
        self._end = start + len(line)
        self._lines.append(line)
        self._blocks.append(replace(block, span=Span(start, self._end)))
        self._tocs.append(toc)
        if len(self._lines) > limits.TEXT_LINES:
            raise over_limit(Text("行数", "line count"), limits.TEXT_LINES, limits.LINES)
        if self._end > limits.TEXT_CHARACTERS:  # numbers count too
            raise over_limit(Text("文字", "text"), limits.TEXT_CHARACTERS, limits.CHARACTERS)


def _level(own: int | None, inherited: Inherited) -> int | None:
    if own is None:
        return inherited.level
    return own + 1 if 0 <= own < 9 else None


def _laid_out(blocks: list[Block]) -> set[str]:
    """Return the cells whose tables only lay text out: a frame around it, or cells with pages of it."""
    lines = Counter(block.cell for block in blocks if block.cell)
    characters: Counter[str] = Counter()
    for block in blocks:
        if block.cell:
            characters[block.cell] += block.span.end - block.span.start
    columns: dict[str, set[str]] = {}
    for cell in lines:
        columns.setdefault(_table(cell), set()).add(cell)
    found: set[str] = set()
    for cells in columns.values():
        texts = {cell for cell in cells if lines[cell] >= _TEXT_LINES and characters[cell] >= _TEXT_CHARACTERS}
        is_one_column = all(cell.endswith("C1") for cell in cells)
        found |= cells if len(cells) == 1 or (texts and is_one_column) else texts
    return found


def _table(cell: str) -> str:
    return cell.partition("R")[0]
