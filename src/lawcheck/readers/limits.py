"""How much a reader takes in before it refuses. Source: figures of other readers, far above any real report.

The values are looked up when they are used, so that a program may set others.
"""

from __future__ import annotations

from lawcheck.readers.refusal import over_limit
from lawcheck.wording import Text

MEBIBYTE = 1024 * 1024

TEXT_FILE_BYTES = 10 * MEBIBYTE
DOCX_FILE_BYTES = 50 * MEBIBYTE
SIDECAR_BYTES = 64 * 1024

TEXT_CHARACTERS = 2_000_000
TEXT_LINES = 200_000

ZIP_ENTRIES = 2_000
ZIP_PART_BYTES = 50 * MEBIBYTE
ZIP_TOTAL_BYTES = 100 * MEBIBYTE
# Chinese XML packs about 10:1; only bombs reach more, and small parts of spaces do no harm.
ZIP_RATIO = 100
ZIP_RATIO_FREE_BYTES = MEBIBYTE

XML_DEPTH = 200
XML_ELEMENTS = 1_000_000
XML_ATTRIBUTE_CHARACTERS = MEBIBYTE
XML_TOKEN_BYTES = 4 * MEBIBYTE

# Open blocks, as browsers count them; inline elements may nest as they like.
HTML_DEPTH = 500
HTML_TAGS = 500_000

# LibreOffice with a profile of its own: one second on a fast machine, many on an old one; more files cost little more.
# Its memory is address space, of which it uses a fifth.
OFFICE_SECONDS = 30
OFFICE_SECONDS_MORE = 1
OFFICE_MEMORY = 2048 * MEBIBYTE
# How many files one call converts, and how many bytes of them are held meanwhile.
OFFICE_FILES = 30
OFFICE_BYTES = 64 * MEBIBYTE

# The memory is address space; pdfium takes a tenth of it for a report.
PDF_SECONDS = 15
PDF_MEMORY = 512 * MEBIBYTE
PDF_PAGES = 500
PDF_OUTPUT_BYTES = 16 * MEBIBYTE

# Per-character pieces of a hundred dense pages.
OFD_PAGES = 500
OFD_OBJECTS = 300_000
OFD_PIECES = 200_000

BYTES = Text("字节", "bytes")
SECONDS = Text("秒", "seconds")
CHARACTERS = Text("个字符", "characters")
LINES = Text("行", "lines")


def check_text(text: str) -> None:
    """Raise Refusal when a document's text has too many characters or lines."""
    if len(text) > TEXT_CHARACTERS:
        raise over_limit(Text("文字", "text"), TEXT_CHARACTERS, CHARACTERS)
    if text.count("\n") + (not text.endswith("\n")) > TEXT_LINES:
        raise over_limit(Text("行数", "line count"), TEXT_LINES, LINES)


def check_text_file(size: int) -> None:
    """Raise Refusal when a text file has too many bytes."""
    if size > TEXT_FILE_BYTES:
        raise over_limit(Text("文本文件", "text file"), TEXT_FILE_BYTES, BYTES)


def check_sidecar(size: int) -> None:
    """Raise Refusal when a file of metadata beside a report has too many bytes."""
    if size > SIDECAR_BYTES:
        raise over_limit(Text("大小", "size"), SIDECAR_BYTES, BYTES)


def check_file(size: int) -> None:
    """Raise Refusal when a file of any format has too many bytes."""
    if size > DOCX_FILE_BYTES:
        raise over_limit(Text("文件", "file"), DOCX_FILE_BYTES, BYTES)
