"""The text of a saved government web page: what is page and what is document.

Fields (发布时间, 来源, 索引号 …) become blocks of kind `metadata`, navigation and tools `furniture`; what fields tell
goes into Document.metadata. Only the head and the tail of a document are looked at, and a paragraph is split only
where a chain of such fields and words begins or ends it: a sentence, a title, a signature and its date stay body.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lawcheck.model.document import Block
from lawcheck.readers.draft import Metadata
from lawcheck.readers.page.head import Head
from lawcheck.readers.page.header import set_header_apart
from lawcheck.readers.page.metadata import Gathered
from lawcheck.readers.page.tail import Tail
from lawcheck.readers.page.words import PAGE_NUMBER

__all__ = ["set_apart"]

_LONGEST_PAGE_NUMBER = 16


def set_apart(
    text: str, blocks: Sequence[Block], *, told: Iterable[tuple[str | None, str]] = (), splits: bool = True
) -> tuple[tuple[Block, ...], Metadata]:
    """Return the blocks with page furniture set apart, and what the page says of itself.

    `told` are keys and values already known, which stay. Without `splits` only whole blocks change their kind.
    """
    gathered = Gathered()
    gathered.add_all(told)
    header = set_header_apart(text, blocks, gathered)
    head = Head(text, blocks[len(header) :], gathered, splits=splits).read()
    tail = Tail(text, head, gathered, splits=splits).read()
    return (*header, *(_numbered_apart(text, block) for block in tail)), gathered.metadata()


def _numbered_apart(text: str, block: Block) -> Block:
    """Return a block that holds only the number of a printed page as furniture."""
    line = block.span.of(text) if block.span.end - block.span.start <= _LONGEST_PAGE_NUMBER else ""
    is_number = block.kind == "paragraph" and block.level is None and PAGE_NUMBER.match(line) is not None
    return replace(block, kind="furniture") if is_number else block
