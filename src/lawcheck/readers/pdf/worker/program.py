"""From standard input to standard output: the PDF comes in, one JSON line a page goes out, then how it ended."""

from __future__ import annotations

import json
import sys
from typing import Any

from .page import Page

_PASSWORD_ERROR, _SECURITY_ERROR = 4, 5


def main(most_pages: int, most_characters: int) -> None:
    """Write the pages of the PDF on standard input, and as the last line how it ended."""
    try:
        import pypdfium2_raw as pdfium  # type: ignore[import-untyped]
    except (ImportError, OSError):
        return _end("library")
    data = sys.stdin.buffer.read()
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return _end("locked" if pdfium.FPDF_GetLastError() in (_PASSWORD_ERROR, _SECURITY_ERROR) else "damaged")
    count = pdfium.FPDF_GetPageCount(document)
    if count > most_pages:
        return _end("pages")
    fonts: dict[bytes, int] = {}
    for number in range(count):
        content = _page(pdfium, document, number, fonts, most_characters)
        most_characters -= content.get("characters", 0)
        if most_characters < 0:
            return _end("characters")
        _write(content)
    return _end("read", pdfium.FPDFDoc_GetAttachmentCount(document))


def _page(pdfium: Any, document: Any, number: int, fonts: dict[bytes, int], most: int) -> dict[str, Any]:
    """Return what a page holds; nothing where it cannot be opened."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {}
    text = pdfium.FPDFText_LoadPage(page)
    content = Page(pdfium, page, text, fonts).read(most) if text else {}
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return content


def _end(how: str, attachments: int = 0) -> None:
    _write({"end": how, "attachments": attachments})


def _write(value: object) -> None:
    sys.stdout.write(json.dumps(value, separators=(",", ":")) + "\n")
