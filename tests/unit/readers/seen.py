"""Short views of a document, for tests to compare."""

from __future__ import annotations

from lawcheck.model.document import Document
from lawcheck.readers import read


def text_document(text: str, name: str = "report.txt") -> Document:
    """Return `text` as read."""
    return read(text.encode(), name=name)


def body(document: Document) -> list[str]:
    """Return the texts of the blocks that are the report itself."""
    return [block.span.of(document.text) for block in document.body]


def page(document: Document) -> list[str]:
    """Return the texts of the blocks that are not."""
    blocks = (block for block in document.blocks if block.kind in ("metadata", "furniture"))
    return [block.span.of(document.text) for block in blocks]
