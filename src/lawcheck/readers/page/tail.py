"""The tail of a page: source and editor, attachments, links to other pages, tool words, the foot of the site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lawcheck.model.document import Block
from lawcheck.readers.lines import trim
from lawcheck.readers.page import labels, words
from lawcheck.readers.page.chain import Chain, chain_at_end, is_only_marks
from lawcheck.readers.page.metadata import Gathered
from lawcheck.readers.page.piece import SENTENCE_MARKS, squeeze
from lawcheck.text.span import Span

_LONGEST_TAIL = 300
_LONGEST_LIST = 60
_LONGEST_LINK = 80
_LONGEST_FOOT = 200


class Tail:
    """A walk over the last blocks, back to the last paragraph of the document itself."""

    def __init__(self, text: str, blocks: Sequence[Block], gathered: Gathered, *, splits: bool) -> None:
        self._text = text
        self._blocks = blocks
        self._gathered = gathered
        self._splits = splits

    def read(self) -> list[Block]:
        """Return all blocks, those of the tail set apart."""
        end = self._list_start()
        out = [replace(block, kind="furniture") for block in self._blocks[end:]]
        last = max(0, end - _LONGEST_TAIL)
        while end > last and (whole := self._whole(self._blocks[end - 1], bool(out))):
            out = whole + out
            end -= 1
        if end and self._splits:
            out = self._split(self._blocks[end - 1]) + out
            end -= 1
        return [*self._blocks[:end], *out]

    def _list_start(self) -> int:
        """Return where a list of links to other pages begins that runs to the end; the end when there is none."""
        first = len(self._blocks)
        for at in range(first - 1, max(0, first - _LONGEST_LIST), -1):
            block = self._blocks[at]
            line = block.span.of(self._text)
            if self._opens_list(line):
                first = at
            is_link = self._is_plain(block) and len(line) <= _LONGEST_LINK and line[-1] not in SENTENCE_MARKS
            if not is_link or self._is_date(line):
                break
        return first

    def _whole(self, block: Block, is_below_furniture: bool) -> list[Block]:
        """Return the block set apart when all of it is furniture, else nothing."""
        line = block.span.of(self._text)
        if block.kind in ("metadata", "furniture"):
            return [block]
        if not self._is_plain(block):
            return []
        chain = chain_at_end(self._text, block.span)
        if chain is not None and chain.span.start == block.span.start:
            return self._blocks_of(block, chain)
        if self._opens_list(line):
            return [replace(block, kind="furniture")]
        if (is_below_furniture and is_only_marks(self._text, block.span)) or self._is_foot(line, is_below_furniture):
            return [replace(block, kind="furniture")]
        return []

    def _is_foot(self, line: str, is_below_furniture: bool) -> bool:
        """Say whether the line belongs to the foot of the site or names a file to download."""
        file = words.FILE_LINE.match(line)
        if file is not None and file.end() == len(line):
            return True
        if len(line) > _LONGEST_FOOT or any(mark in line for mark in SENTENCE_MARKS):
            return False
        is_contact = is_below_furniture and words.FOOT_CONTACT.match(line) is not None
        return is_contact or words.FOOT.search(line) is not None

    def _split(self, block: Block) -> list[Block]:
        chain = chain_at_end(self._text, block.span) if self._is_plain(block) else None
        if chain is None:
            return [block]
        body = trim(self._text, Span(block.span.start, chain.span.start))
        return [replace(block, span=body), *self._blocks_of(block, chain)]

    def _blocks_of(self, block: Block, chain: Chain) -> list[Block]:
        for piece in chain.pieces:
            if piece.label is not None:
                self._gathered.add(piece.label.key, piece.value)
        return [replace(block, span=piece.span, kind=piece.kind) for piece in chain.pieces]

    def _opens_list(self, line: str) -> bool:
        label = labels.LABELS.get(squeeze(line).rstrip("：:"))
        return label is not None and label.value == "link"

    def _is_plain(self, block: Block) -> bool:
        return block.kind == "paragraph" and block.level is None

    def _is_date(self, line: str) -> bool:
        date = words.SIGNED_DATE.match(line)
        return date is not None and date.end() == len(line)
