"""Reading documents: from a path, bytes or a stream to a Document. One module a format; none knows of reports."""

from __future__ import annotations

import hashlib

from lawcheck.model.document import Document
from lawcheck.readers import limits
from lawcheck.readers.decode import decode
from lawcheck.readers.draft import Draft
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.sniff import check_readable, sniff, sniff_text
from lawcheck.readers.source import Source, Taken, name_of, take
from lawcheck.readers.suffixes import claimed_format
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
    found, claimed = sniff(taken.data), claimed_format(name)
    draft = _read_docx(taken.data, claimed) if found == "docx" else _read_text(taken.data, found, claimed)
    if not draft.blocks:
        raise Refusal(_BLANK, _FILL)
    return Document(
        name=name,
        format=draft.format,
        sha256=hashlib.sha256(taken.data).hexdigest(),
        text=draft.text,
        blocks=draft.blocks,
        metadata=draft.metadata,
        unread=draft.unread,
        encoding=draft.encoding,
        warnings=taken.warnings,
        marks=draft.marks,
    )


def _read_docx(data: bytes, claimed: str) -> Draft:
    from lawcheck.readers.docx import read_docx  # only now: zip and XML cost more to import than a text to read

    check_readable("docx", claimed)
    return read_docx(data)


def _read_text(data: bytes, found: str, claimed: str) -> Draft:
    from lawcheck.readers.markdown import read_markdown
    from lawcheck.readers.text import read_text

    if found != "txt":
        check_readable(found, claimed)
    limits.check_text_file(len(data))
    decoded = decode(data)
    check_readable(sniff_text(decoded.text, claimed), claimed)
    limits.check_text(decoded.text)
    return (read_markdown if claimed == "md" else read_text)(decoded)
