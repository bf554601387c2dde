"""The head of a page: menus, the trail of navigation, the table of fields, tool words, around and before the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lawcheck.model.document import Block
from lawcheck.readers.lines import trim
from lawcheck.readers.page import labels, words
from lawcheck.readers.page.chain import Chain, chain_at_start, is_only_marks
from lawcheck.readers.page.metadata import Gathered, says_nothing
from lawcheck.readers.page.piece import LONGEST_VALUE, SENTENCE_MARKS, squeeze
from lawcheck.text.span import Span

_LONGEST_TITLE_LINE = 60
_MOST_TITLE_LINES = 6
_LONGEST_HEAD = 300
_LONGEST_MENU, _LONGEST_MENU_WORD = 80, 30


class Head:
    """A walk over the first blocks, up to the first paragraph of the document itself."""

    def __init__(self, text: str, blocks: Sequence[Block], gathered: Gathered, *, splits: bool) -> None:
        self._text = text
        self._blocks = blocks
        self._gathered = gathered
        self._splits = splits
        self._out: list[Block] = []

    def read(self) -> list[Block]:
        """Return all blocks, those of the head set apart."""
        at = self._menu()
        titles = 0
        while at < min(len(self._blocks), _LONGEST_HEAD) and titles < _MOST_TITLE_LINES:
            block = self._blocks[at]
            chain = chain_at_start(self._text, block.span) if self._is_plain(block) else None
            taken = self._whole(at, chain)
            if taken:
                at += taken
                continue
            is_body = self._partly(block, chain if self._splits else None)
            at += 1
            if is_body:
                break
            titles += 1
        return [*self._out, *self._blocks[at:]]

    def _menu(self) -> int:
        """Set the menu apart that stands before the trail of navigation, if there is one; return its length."""
        here = next((i for i, b in enumerate(self._blocks[:_LONGEST_MENU]) if words.HERE.match(self._text, *b.span)), 0)
        later = {self._words(block) for block in self._blocks[here : here + _LONGEST_MENU]}
        if not all(self._is_menu_word(block, later) for block in self._blocks[:here]):
            return 0
        self._out += [replace(block, kind="furniture") for block in self._blocks[:here]]
        return here

    def _is_menu_word(self, block: Block, later: set[str]) -> bool:
        line = self._words(block)
        if words.TITLE_LIKE.search(line) and len(line) > _LONGEST_MENU_WORD // 3:
            return line in later
        return (
            block.kind == "paragraph" and len(line) <= _LONGEST_MENU_WORD and not any(m in line for m in SENTENCE_MARKS)
        )

    def _whole(self, at: int, chain: Chain | None) -> int:
        """Set the block at `at` apart when all of it is furniture, with the value on the next line; return how many."""
        block = self._blocks[at]
        if block.kind in ("metadata", "furniture"):
            self._out.append(block)
            return 1
        if not self._is_plain(block):
            return 0
        if self._out and self._out[-1].kind != "paragraph" and is_only_marks(self._text, block.span):
            self._out.append(replace(block, kind="furniture"))
            return 1
        if chain is None or chain.span.end < block.span.end or any(p.kind == "paragraph" for p in chain.pieces):
            return 0
        self._add(block, chain)
        last = chain.pieces[-1]
        if last.label is None or last.value or not self._is_value(at + 1, last.label):
            return 1
        value = self._blocks[at + 1]
        self._gathered.add(last.label.key, value.span.of(self._text))
        self._out.append(replace(value, kind="metadata"))
        return 2

    def _is_value(self, at: int, label: labels.Label) -> bool:
        """Say whether the block at `at` is the value of the label on the line above it."""
        if at + 1 >= len(self._blocks) or self._blocks[at].kind != "paragraph":
            return False
        line = self._blocks[at].span.of(self._text)
        forms = {"date": words.DATE, "state": words.STATE}
        if label.value in forms:
            match = forms[label.value].match(line)
            return says_nothing(line) or (match is not None and match.end() == len(line))
        if label.value not in ("text", "line", "url") or len(line) > LONGEST_VALUE or labels.LABEL.match(line):
            return False
        # Only inside a table of fields: a page that left its last field empty goes on with the title.
        return labels.LABEL.match(self._text, *self._blocks[at + 1].span) is not None

    def _partly(self, block: Block, chain: Chain | None) -> bool:
        """Add a block that is not all furniture, split where that may be; say whether the document begins in it."""
        if chain is None:
            self._out.append(block)
            return self._is_body(block.span)
        self._add(block, chain)
        rest = trim(self._text, Span(chain.span.end, block.span.end))
        if rest.start >= rest.end:
            return False
        self._out.append(replace(block, span=rest))
        return self._is_body(rest)

    def _add(self, block: Block, chain: Chain) -> None:
        for piece in chain.pieces:
            self._out.append(replace(block, span=piece.span, kind=piece.kind))
            if piece.label is not None:
                self._gathered.add(piece.label.key, piece.value)

    def _is_plain(self, block: Block) -> bool:
        return block.kind == "paragraph" and block.level is None

    def _is_body(self, span: Span) -> bool:
        line = span.of(self._text)
        return (
            len(line) > _LONGEST_TITLE_LINE
            or line[-1] in SENTENCE_MARKS + "：:"
            or words.ENUMERATED.match(line) is not None
        )

    def _words(self, block: Block) -> str:
        return squeeze(block.span.of(self._text))
