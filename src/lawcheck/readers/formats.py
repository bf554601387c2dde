"""The one list of file formats: how people call each, its suffixes, and which reader takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from os.path import splitext
from typing import Protocol, cast

from lawcheck.readers.draft import Draft
from lawcheck.readers.refusal import SAVE_AS
from lawcheck.wording import Text


class Reader(Protocol):
    """What a reader module offers: one function, which knows neither the document's name nor what a report is."""

    def read(self, data: bytes) -> Draft:
        """Return the draft of a document of the reader's format. Raises: Refusal."""


class BatchReader(Reader, Protocol):
    """A reader that takes many documents at little more cost than one."""

    def read_many(self, files: Sequence[bytes]) -> Sequence[Callable[[], Draft]]:
        """Return a function for each document, which returns its draft or raises its Refusal."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    `module` is the reader (`lawcheck.readers.docx`), empty for a format that is refused, and then `advice` says what to
    do instead. `is_report` says that reports are kept in this format: a walk of a folder takes such files, readable or
    not. `opens_as` names the formats whose suffixes its files also bear, since Word and WPS open them alike.
    `is_batched` says that the reader is a BatchReader.
    """

    id: str
    label: Text
    suffixes: str = ""
    module: str = ""
    is_report: bool = True
    advice: Text = SAVE_AS
    opens_as: tuple[str, ...] = ()
    is_batched: bool = False

    def reader(self) -> Reader:
        """Import and return the reader: only when a document asks for it, for some cost more than reading a text."""
        return cast("Reader", import_module(f"lawcheck.readers.{self.module}"))

    def batch_reader(self) -> BatchReader:
        """Import and return the reader of a format that `is_batched`."""
        return cast("BatchReader", self.reader())

    def may_be_named(self, claimed: str) -> bool:
        """Say whether a file of this format may bear a suffix of the format `claimed`, empty for any other suffix."""
        return not claimed or claimed == self.id or claimed in self.opens_as


_PICTURE = Text("请提供文字版（.docx 或 .txt）", "provide the text as .docx or .txt")
_UNPACK = Text("请解压后检查里面的 .docx 或 .txt", "unpack it and check the .docx or .txt inside")
_WORD = ("docx", "doc", "rtf")

FORMATS = {
    format.id: format
    for format in (
        Format("txt", Text("纯文本", "plain text"), ".txt .text", "text"),
        Format("md", Text("Markdown 文件", "Markdown"), ".md .markdown", "markdown"),
        Format(
            "docx", Text("Word 文件（.docx）", "a Word file (.docx)"), ".docx .docm .dotx .dotm", "docx", opens_as=_WORD
        ),
        Format(
            "doc",
            Text("旧版 Word 或 WPS 文件（.doc、.wps）", "an old Word or WPS file (.doc, .wps)"),
            ".doc .dot .wps .wpt",
            "office",
            opens_as=_WORD,
            is_batched=True,
        ),
        Format("rtf", Text("RTF 文件", "an RTF file"), ".rtf", "office", opens_as=_WORD, is_batched=True),
        Format("pdf", Text("PDF 文件", "a PDF file"), ".pdf", "pdf"),
        Format("odt", Text("ODT 文件", "an ODT file"), ".odt", "odt"),
        Format("ofd", Text("OFD 文件", "an OFD file"), ".ofd", "ofd"),
        Format("html", Text("网页（HTML）", "a web page (HTML)"), ".htm .html .xhtml", "html", opens_as=("doc",)),
        Format(
            "mail",
            Text("网页归档或邮件（MHTML）", "a web archive or mail (MHTML)"),
            ".mht .mhtml .eml",
            advice=Text("请另存为“网页，仅 HTML”，或 .docx", "save it as HTML only, or as .docx"),
        ),
        Format("xml", Text("XML 文件", "an XML file"), ".xml", is_report=False),
        Format("sheet", Text("表格文件", "a spreadsheet"), ".xls .xlsx .et", is_report=False),
        Format("slides", Text("演示文稿", "a presentation"), ".ppt .pptx .dps", is_report=False),
        Format("ole", Text("旧版 Office 文件", "an old Office file"), is_report=False),
        Format("jpeg", Text("JPEG 图片", "a JPEG image"), ".jpg .jpeg", is_report=False, advice=_PICTURE),
        Format("png", Text("PNG 图片", "a PNG image"), ".png", is_report=False, advice=_PICTURE),
        Format("gif", Text("GIF 图片", "a GIF image"), ".gif", is_report=False, advice=_PICTURE),
        Format("tiff", Text("TIFF 图片", "a TIFF image"), ".tif .tiff", is_report=False, advice=_PICTURE),
        Format("webp", Text("WebP 图片", "a WebP image"), ".webp", is_report=False, advice=_PICTURE),
        Format("archive", Text("压缩包", "an archive"), ".zip .rar .7z .gz", is_report=False, advice=_UNPACK),
    )
}
_CLAIMS = {suffix: format.id for format in FORMATS.values() for suffix in format.suffixes.split()}


def claimed_format(name: str) -> str:
    """Return the format id that the name's suffix claims; empty when it claims none."""
    return _CLAIMS.get(splitext(name)[1].lower(), "")


def may_be_report(name: str) -> bool:
    """Say whether a file of this name may hold a report, in a format that a reader takes or refuses."""
    claimed = claimed_format(name)
    return bool(claimed) and FORMATS[claimed].is_report


def readable_formats() -> tuple[str, ...]:
    """Return the id of each format that has a reader, in the order of the list."""
    return tuple(format.id for format in FORMATS.values() if format.module)


def readable_suffixes() -> tuple[str, ...]:
    """Return the first suffix of each format that has a reader, in the order of the list."""
    return tuple(format.suffixes.split()[0] for format in FORMATS.values() if format.module)


def spaced(label: Text) -> str:
    """Return the Chinese of a label as it follows another Chinese word: with a blank where it begins in Latin."""
    return f" {label}" if label[0].isascii() else str(label)
