"""From paragraphs to text and blocks: styles, automatic numbers, joined paragraphs, lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from lawcheck.model.document import Block, BlockKind
from lawcheck.readers import limits
from lawcheck.readers.docx.fields import Field
from lawcheck.readers.docx.numbering import Lists
from lawcheck.readers.docx.paragraph import Paragraph
from lawcheck.readers.docx.style import Styles
from lawcheck.readers.lines import is_blank
from lawcheck.readers.refusal import over_limit
from lawcheck.text.span import Span
from lawcheck.wording import Text

_TOC_HEADING = "目录"


class Assembler:
    """Takes the paragraphs of a Word file in order and makes text and blocks of them, joined by newlines."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._lines: list[str] = []
        self._blocks: list[Block] = []
        self._tocs: list[Field | None] = []  # one a block
        self._carried: list[str] = []
        self._end = 0

    def add(self, paragraph: Paragraph) -> None:
        """Take the next paragraph."""
        if paragraph.is_joined:
            self._carried += paragraph.pieces
            return
        text = "".join((*self._carried, *paragraph.pieces))
        self._carried = []
        is_toc = paragraph.is_in_toc or self._styles.is_toc(paragraph.style)
        is_shown = not is_blank(text) or not paragraph.is_mark_hidden
        number, blank = self._number(paragraph) if is_shown and not is_toc else ("", "")
        level = self._level(paragraph)
        kind: BlockKind = "furniture" if is_toc else "cell" if paragraph.cell else "paragraph"
        block = Block(Span(0, 0), kind, paragraph.number, paragraph.cell, level=None if is_toc else level)
        # A heading is one block however it is broken; other text is read line by line, as in a text file.
        lines = (
            [text.strip()] if level is not None else [line.strip() for line in text.split("\n") if not is_blank(line)]
        )
        first, *rest = lines or [""]
        self._put((number + blank + first).rstrip(), replace(block, auto_number=number or None), paragraph.toc)
        for line in rest:
            self._put(line, block, paragraph.toc)

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """Return the text and its blocks."""
        if self._carried:
            self.add(Paragraph(self._blocks[-1].paragraph or 1 if self._blocks else 1))
        sizes = Counter(cell.partition("R")[0] for cell in {block.cell for block in self._blocks} if cell)
        blocks = [self._settled(at, block, sizes) for at, block in enumerate(self._blocks)]
        for at, (block, following) in enumerate(pairwise(blocks)):
            if following.kind == "furniture" and "".join(self._lines[at].split()) == _TOC_HEADING:
                blocks[at] = replace(block, kind="furniture", level=None)
        return "\n".join(self._lines), tuple(blocks)

    def _settled(self, at: int, block: Block, sizes: Mapping[str, int]) -> Block:
        """Return the block with what only the end of the file tells."""
        toc = self._tocs[at]
        # A table of contents without an end would swallow the report: then it is not taken for one.
        if toc is not None and toc.is_closed:
            return replace(block, kind="furniture", level=None)
        # A table of one cell is a frame around text.
        if block.kind == "cell" and block.cell and sizes[block.cell.partition("R")[0]] == 1:
            return replace(block, kind="paragraph")
        return block

    def _number(self, paragraph: Paragraph) -> tuple[str, str]:
        return self._lists.next_number(self._styles, paragraph.style, paragraph.num_id, paragraph.ilvl)

    def _level(self, paragraph: Paragraph) -> int | None:
        if paragraph.level is None:
            return self._styles.level(paragraph.style)
        return paragraph.level + 1 if 0 <= paragraph.level < 9 else None

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
