"""Pages for outliner tests: a Document of lines, and the shipped vocabulary."""

from __future__ import annotations

from lawcheck import load_ruleset
from lawcheck.model.document import Block, Document
from lawcheck.outliner.headings import numbered_headings
from lawcheck.outliner.numbering import find_marks, place_marks
from lawcheck.outliner.page import Page
from lawcheck.outliner.unnumbered import with_unnumbered
from lawcheck.text.span import Span

ISSUER = "云溪县民政局"


def lines_document(text: str) -> Document:
    """Return a document with one paragraph a line."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            blocks.append(Block(Span(start, start + len(words))))
        at += len(line) + 1
    return Document("case.txt", "txt", "", text, tuple(blocks))


def page_of(text: str) -> Page:
    """Return the page of a text that is all body."""
    return Page(lines_document(text), load_ruleset().vocabulary, 0, len(text), ISSUER, "2024")


def headings_of(text: str) -> list[tuple[int, str | None, str]]:
    """Return level, number and words of each heading of a text that is all body."""
    page = page_of(text)
    headings, _ = numbered_headings(page, place_marks(find_marks(page.folded, page.source, page.blocks)))
    return [
        (h.level, page.text[h.mark.start : h.mark.end] if h.mark else None, page.text[h.title : h.end])
        for h in with_unnumbered(page, headings)
    ]
