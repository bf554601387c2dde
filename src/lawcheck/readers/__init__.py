"""Reading documents: from a path, bytes or a stream to a Document. One module a format; none knows of reports."""

from __future__ import annotations

from lawcheck.model.document import Document
from lawcheck.readers.reading import open_source, to_document
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.several import Reading, read_each
from lawcheck.readers.source import Source, name_of

__all__ = ["Reading", "Source", "read", "read_each"]


def read(source: Source, *, name: str | None = None) -> Document:
    """Return the document: its text, blocks and origins.

    A path is opened once, never waited for, and must be a regular file. Bytes need a `name`. The content decides the
    format; the name only tells Markdown from plain text, and must not claim another format. `NAME.meta.json`
    beside a path adds metadata, which wins over what the file says of itself.

        >>> read("一、主要举措".encode(), name="report.txt").text
        '一、主要举措'

    Raises: ReadError for what cannot be read or exceeds a limit; UsageError for a source without a name.
    """
    name = name_of(source, name)
    try:
        opened = open_source(source, name)
        return to_document(opened, name, opened.format.reader().read(opened.taken.data))
    except Refusal as e:
        raise e.named(name) from None
