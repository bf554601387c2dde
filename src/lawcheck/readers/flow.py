"""From the paragraphs of a word processor's file to text and blocks, one a line, joined by newlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lawcheck.model.document import Block, BlockKind
from lawcheck.readers import limits
from lawcheck.readers.lines import is_blank
from lawcheck.readers.refusal import over_limit
from lawcheck.text.span import Span
from lawcheck.wording import Text

_INDEX_HEADING = "目录"
# A cell with so much in it holds text that was laid out by a table, not a figure or a remark.
_TEXT_LINES, _TEXT_CHARACTERS = 5, 300


class Flow:
    """Takes paragraphs in order and makes text and blocks of them."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._blocks: list[Block] = []
        self._end = 0

    def add(self, text: str, block: Block, *, number: str = "", blank: str = "") -> None:
        """Take the next paragraph: its text, a block that tells all but the span, and its automatic number."""
        # A heading is one block however it is broken; other text is read line by line, as in a text file.
        if block.level is not None or "\n" not in text:
            lines = [text.strip()]
        else:
            lines = [line.strip() for line in text.split("\n") if not is_blank(line)] or [""]
        self._put((number + blank + lines[0]).rstrip(), replace(block, auto_number=number) if number else block)
        for line in lines[1:]:
            self._put(line, block)

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """Return the text and its blocks, when the last paragraph was taken."""
        laid_out = _laid_out(self._blocks)
        # A table of contents with all the text in it would swallow the report: then it is none.
        is_all_index = all(block.kind == "furniture" for block in self._blocks)
        blocks = list(self._blocks)
        for at, block in enumerate(blocks):
            cell = None if block.cell in laid_out else block.cell
            kind: BlockKind = "cell" if cell else "paragraph"
            is_index = block.kind == "furniture" and not is_all_index
            blocks[at] = replace(block, kind="furniture" if is_index else kind, cell=cell)
        for at, (block, following) in enumerate(pairwise(blocks)):
            if following.kind == "furniture" and "".join(self._lines[at].split()) == _INDEX_HEADING:
                blocks[at] = replace(block, kind="furniture", level=None)
        return "\n".join(self._lines), tuple(blocks)

    def _put(self, line: str, block: Block) -> None:
        if is_blank(line):
            return
        start = self._end + 1 if self._lines else 0
        self._end = start + len(line)
        self._lines.append(line)
        self._blocks.append(replace(block, span=Span(start, self._end)))
        if len(self._lines) > limits.TEXT_LINES:
            raise over_limit(Text("行数", "line count"), limits.TEXT_LINES, limits.LINES)
        if self._end > limits.TEXT_CHARACTERS:  # numbers count too
            raise over_limit(Text("文字", "text"), limits.TEXT_CHARACTERS, limits.CHARACTERS)


def _laid_out(blocks: Sequence[Block]) -> set[str]:
    """Return the cells whose tables only lay text out: a frame around it, or cells with pages of it."""
    lines = Counter(block.cell for block in blocks if block.cell)
    characters: Counter[str] = Counter()
    for block in blocks:
        if block.cell:
            characters[block.cell] += block.span.end - block.span.start
    tables: dict[str, set[str]] = {}
    for cell in lines:
        tables.setdefault(cell.partition("R")[0], set()).add(cell)
    found: set[str] = set()
    for cells in tables.values():
        texts = {cell for cell in cells if lines[cell] >= _TEXT_LINES and characters[cell] >= _TEXT_CHARACTERS}
        is_one_column = all(cell.endswith("C1") for cell in cells)
        found |= cells if len(cells) == 1 or (texts and is_one_column) else texts
    return found
