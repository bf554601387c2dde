"""PDF files, by way of pdfium in a process of its own: lines are joined to the paragraphs they were.

A scan is refused. The text is the mended one: characters that only look Chinese are the Chinese ones, and the blanks
that typesetting leaves between Chinese characters and digits are gone.
"""

from __future__ import annotations

from lawcheck.readers.draft import Draft
from lawcheck.readers.layout import join
from lawcheck.readers.pdf.extract import FILE, extract

__all__ = ["read"]


def read(data: bytes) -> Draft:
    """Return the draft of a PDF. Raises: Refusal."""
    return join(extract(data), FILE)
