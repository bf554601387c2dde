"""How much a reader takes in before it refuses. Source: figures of other readers, far above any real report.

The values are looked up when they are used, so that a program may set others.
"""

from __future__ import annotations

from lawcheck.readers.refusal import over_limit
from lawcheck.wording import Text

MEBIBYTE = 1024 * 1024

TEXT_FILE_BYTES = 10 * MEBIBYTE
DOCX_FILE_BYTES = 50 * MEBIBYTE

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

BYTES = Text("字节", "bytes")
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


def check_file(size: int) -> None:
    """Raise Refusal when a file of any format has too many bytes."""
    if size > DOCX_FILE_BYTES:
        raise over_limit(Text("文件", "file"), DOCX_FILE_BYTES, BYTES)
