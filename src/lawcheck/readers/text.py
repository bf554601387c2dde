"""Plain text: a block a line, or a block a paragraph where the lines are hard-wrapped; page furniture set apart."""

from __future__ import annotations

from lawcheck.model.document import Block
from lawcheck.readers.decode import decode_file
from lawcheck.readers.draft import Draft
from lawcheck.readers.lines import split_lines
from lawcheck.readers.page import set_apart
from lawcheck.readers.wrapped import join_wrapped


def read(data: bytes) -> Draft:
    """Return the draft of a plain text. Raises: Refusal."""
    text, encoding = decode_file(data)
    spans = join_wrapped(text, list(split_lines(text)))
    blocks, metadata = set_apart(text, [Block(span) for span in spans])
    return Draft(text, blocks, metadata, encoding=encoding)
