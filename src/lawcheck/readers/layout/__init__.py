"""Laid-out documents: from the lines of pages to the paragraphs they were. PDF and OFD files are read by it.

Running heads, page numbers, footnotes, slanted and turned text are out; what matters of it is told in Document.unread,
as are pages and pictures that may hold text nobody can read without looking at them.
"""

from __future__ import annotations

from lawcheck.readers import limits
from lawcheck.readers.draft import Draft
from lawcheck.readers.layout.assemble import assemble
from lawcheck.readers.layout.sheet import Extract
from lawcheck.readers.layout.unread import check_readable, unread
from lawcheck.readers.page import set_apart
from lawcheck.wording import Text

__all__ = ["join"]


def join(content: Extract, file: Text) -> Draft:
    """Return the draft of the pages; `file` is how people call the file. Raises: Refusal, also for a scan."""
    check_readable(content, file)
    done = assemble([sheet for sheet in content.sheets if sheet])
    limits.check_text(done.text)
    blocks, metadata = set_apart(done.text, done.blocks, splits=False)
    return Draft(done.text, blocks, metadata, unread=unread(content, notes=done.notes, columns=done.columns))
