"""The two ends of reading a document: from its source to bytes of a known format, and from a draft to the Document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from lawcheck.model.document import Document
from lawcheck.readers.draft import Draft, Metadata
from lawcheck.readers.formats import Format, claimed_format
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.sidecar import beside
from lawcheck.readers.sniff import check_readable, sniff
from lawcheck.readers.source import Source, Taken, take
from lawcheck.wording import Text

_EMPTY = Text("文件是空的", "the file is empty")
_BLANK = Text("文件里没有文字", "the file holds no text")
_FILL = Text("请提供有正文的 .docx 或 .txt", "provide a .docx or .txt file with the report's text")


@dataclass(frozen=True, slots=True)
class Opened:
    """A source as taken in: its bytes, a format that some reader takes, and what a sidecar says of it."""

    taken: Taken
    format: Format
    known: Metadata


def open_source(source: Source, name: str) -> Opened:
    """Take a source in, once, and tell its format. Raises: Refusal; UsageError for what is no source."""
    taken = take(source)
    known = beside(source)
    if not taken.data:
        raise Refusal(_EMPTY, _FILL)
    claimed = claimed_format(name)
    found = sniff(taken.data, claimed)
    check_readable(found, claimed)
    return Opened(taken, found, known)


def to_document(opened: Opened, name: str, draft: Draft) -> Document:
    """Return the document of a draft. Raises: Refusal for one without text."""
    if not draft.blocks:
        raise Refusal(_BLANK, _FILL)
    return Document(
        name=name,
        format=opened.format.id,
        sha256=hashlib.sha256(opened.taken.data).hexdigest(),
        text=draft.text,
        blocks=draft.blocks,
        metadata=(*opened.known, *(pair for pair in draft.metadata if pair[0] not in dict(opened.known))),
        unread=draft.unread,
        encoding=draft.encoding,
        warnings=opened.taken.warnings,
        marks=draft.marks,
    )
