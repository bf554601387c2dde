"""Plain text: a block a line, or a block a paragraph where the lines are hard-wrapped; tables and furniture apart."""

from __future__ import annotations

from lawcheck.model.document import Block
from lawcheck.readers.columns import find_tables
from lawcheck.readers.decode import decode_file
from lawcheck.readers.draft import Draft
from lawcheck.readers.lines import split_lines
from lawcheck.readers.page import set_apart
from lawcheck.readers.wrapped import join_wrapped


def read(data: bytes) -> Draft:
    """Return the draft of a plain text. Raises: Refusal."""
    text, encoding = decode_file(data)
    cells, lines = find_tables(text, list(split_lines(text)))
    paragraphs = [Block(span) for span in join_wrapped(text, lines)]
    blocks, metadata = set_apart(text, sorted((*cells, *paragraphs), key=lambda b: b.span) if cells else paragraphs)
    return Draft(text, blocks, metadata, encoding=encoding)
