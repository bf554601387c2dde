"""Short views of a document, for tests to compare."""

from __future__ import annotations

from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.docx_builder import build_package
from tests.docx_builder import document as document_part


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


def word_document(xml: str, *, styles: str | None = None, numbering: str | None = None) -> Document:
    """Return a Word file with `xml` as its body, as read."""
    return read(build_package(document_part(xml), styles=styles, numbering=numbering), name="报告.docx")


def told(found: Document) -> list[tuple[str, str, bool]]:
    """Return what was not read, where, and whether it may be text of the report."""
    return [(str(note.what), str(note.where), note.is_body) for note in found.unread]
