"""OFD files: a reader of our own (docs/decisions/0010); lines are joined to paragraphs as those of a PDF are.

Running heads, page numbers, footnotes, turned and slanted text are out, as are seals and notes laid over the pages;
what matters of it is told in Document.unread. A file of pictures is refused. Nothing outside the file is fetched.
"""

from __future__ import annotations

from dataclasses import replace

from lawcheck.readers.draft import Draft
from lawcheck.readers.layout import join
from lawcheck.readers.layout.sheet import Extract
from lawcheck.readers.ofd.package import DIALECT, Package
from lawcheck.readers.ofd.sheets import Sheets
from lawcheck.readers.ofd.unread import notes
from lawcheck.readers.xml_events import damaged

__all__ = ["read"]


def read(data: bytes) -> Draft:
    """Return the draft of an OFD file. Raises: Refusal."""
    package = Package(data)
    entries = package.entries()
    reading = Sheets(package)
    content = Extract(tuple(reading.read(entries)), sum(map(package.count_attachments, entries)))
    if not content.sheets:
        raise damaged(DIALECT.file)
    draft = join(content, DIALECT.file)
    return replace(draft, unread=(*draft.unread, *notes(reading.hidden, reading.bare)))
