"""Reading documents: from a path, bytes or a stream to a Document. One module a format; none knows of reports."""

from __future__ import annotations

import hashlib

from lawcheck.model.document import Document
from lawcheck.readers.formats import claimed_format
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.sniff import check_readable, sniff
from lawcheck.readers.source import Source, Taken, name_of, take
from lawcheck.wording import Text

__all__ = ["Source", "read"]

_EMPTY = Text("文件是空的", "the file is empty")
_BLANK = Text("文件里没有文字", "the file holds no text")
_FILL = Text("请提供有正文的 .docx 或 .txt", "provide a .docx or .txt file with the report's text")


def read(source: Source, *, name: str | None = None) -> Document:
    """Return the document: its text, blocks and origins.

    A path is opened once, never waited for, and must be a regular file. Bytes need a `name`. The content decides the
    format; the name only tells Markdown from plain text, and must not claim another format.

        >>> read("一、主要举措".encode(), name="report.txt").text
        '一、主要举措'

    Raises: ReadError for what cannot be read or exceeds a limit; UsageError for a source without a name.
    """
    name = name_of(source, name)
    try:
        return _read(take(source), name)
    except Refusal as e:
        raise e.named(name) from None


def _read(taken: Taken, name: str) -> Document:
    if not taken.data:
        raise Refusal(_EMPTY, _FILL)
    claimed = claimed_format(name)
    found = sniff(taken.data, claimed)
    check_readable(found, claimed)
    draft = found.reader().read(taken.data)
    if not draft.blocks:
        raise Refusal(_BLANK, _FILL)
    return Document(
        name=name,
        format=found.id,
        sha256=hashlib.sha256(taken.data).hexdigest(),
        text=draft.text,
        blocks=draft.blocks,
        metadata=draft.metadata,
        unread=draft.unread,
        encoding=draft.encoding,
        warnings=taken.warnings,
        marks=draft.marks,
    )
