"""The report as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from lawcheck.text.fold import Folded, fold
from lawcheck.text.lines import LineIndex
from lawcheck.text.span import Span
from lawcheck.wording import Text

BlockKind = Literal["paragraph", "cell", "metadata", "furniture"]
METADATA_KEYS = (
    "title", "published", "publisher", "source", "column", "document_number", "written", "url", "reported", "updated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table cell, or a stretch of a saved page that is not body text.

    `paragraph` is the one-based number of the paragraph in a Word file, `cell` a table cell such as `T1R2C3`, `page`
    a one-based page. `level` is the heading level that the format itself declares (Word outline level, Markdown `#`),
    `auto_number` the automatic number that the reader wrote at the block's start (it is part of the text).
    """

    span: Span
    kind: BlockKind = "paragraph"
    paragraph: int | None = None
    cell: str | None = None
    page: int | None = None
    level: int | None = None
    auto_number: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that was not read: what, and where in words (`where` may be empty).

    `is_body` says that text of the report itself may be among it: nothing can then be said to be absent.
    """

    what: Text
    where: str = ""
    is_body: bool = False


@dataclass(frozen=True)
class Document:
    """Text, blocks, origins, and what was left unread. Offsets everywhere are code points of `text`.

    `text` of a text file is the decoded file with newlines as `\\n`. `blocks` are in order, do not overlap and leave
    out only blank space and the format's own marks (`#`, table bars). `marks` are such marks inside a block (Markdown
    emphasis, the target of a link): part of `text`, and of quotes, but passed over in matching. `metadata` holds what
    a saved page says of itself and what a sidecar file or the caller adds, under METADATA_KEYS.
    """

    name: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    metadata: tuple[tuple[str, str], ...] = ()
    unread: tuple[Unread, ...] = ()
    encoding: str | None = None
    warnings: tuple[Text, ...] = field(default=())
    marks: tuple[Span, ...] = ()

    def __repr__(self) -> str:
        """Tell which document it is, not what it says: that is long, and may be confidential."""
        size = f"{len(self.text)} characters, {len(self.blocks)} blocks, {len(self.unread)} unread"
        return f"<Document {self.name!r}: {self.format}, {size}>"

    @cached_property
    def lines(self) -> LineIndex:
        """The line starts of `text`."""
        return LineIndex(self.text)

    @cached_property
    def folded(self) -> Folded:
        """`text` made ready for matching, one part a block; shared by all rules."""
        return fold(_veil(self.text, self.marks), (block.span for block in self.blocks))

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks that are the report itself, without metadata and page furniture."""
        return tuple(block for block in self.blocks if block.kind in ("paragraph", "cell"))

    def meta(self, key: str) -> str | None:
        """Return the metadata value under `key`, if the page gave one."""
        return next((value for name, value in self.metadata if name == key), None)

    def with_metadata(self, known: Mapping[str, str]) -> Document:
        """Return the document with metadata that wins over its own."""
        own = tuple(pair for pair in self.metadata if pair[0] not in known)
        return replace(self, metadata=(*known.items(), *own))

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the character at `offset`."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.blocks) and self.blocks[low].span.start <= offset:
            return self.blocks[low]
        return None


def _veil(text: str, marks: tuple[Span, ...]) -> str:
    """Return `text` with each mark as invisible characters, which folding drops: so all offsets stay."""
    pieces: list[str] = []
    at = 0
    for mark in marks:
        pieces += [text[at : mark.start], "\u200b" * (mark.end - mark.start)]
        at = mark.end
    return "".join((*pieces, text[at:])) if marks else text
