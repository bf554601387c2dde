"""What a file is, told by its content; its name only says what was meant (formats.py)."""

from __future__ import annotations

from lawcheck.readers import ole
from lawcheck.readers.decode import peek
from lawcheck.readers.formats import FORMATS, Format, spaced
from lawcheck.readers.refusal import COPY_AGAIN, CUT, LOCKED, UNLOCK, Refusal
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)
# The end record of a zip file with the longest comment stands within so many bytes of the end.
_ZIP_END = 22 + 65_535
# Stream names of an OLE container, as they stand in its directory.
_OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "sheet"),
    ("PowerPoint Document", "slides"),
)
_ZIP_MEMBERS = (
    (b"word/document", "docx"),
    (b"OFD.xml", "ofd"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"xl/workbook", "sheet"),
    (b"ppt/presentation", "slides"),
    (b"word/", "docx"),
)
_RENAME = Text("请改正扩展名，或另存为 .docx、.txt", "correct its suffix, or save it as .docx or .txt")
# How much of a text is looked at to tell a page from it.
_HEAD_BYTES = 16_384

# A page begins with a tag; Markdown may begin with a tag too, so only a whole page counts there.
_PAGE = pattern(r"(?i)\s*+(?:<!--.{0,2000}?-->\s*+|<\?xml[^>]{0,200}>\s*+)?<(?:!doctype\s++html|html|head|body)\b")
_TAG = pattern(
    r"(?i)\s*+<(?:div|table|p|span|meta|title|style|script|section|article|center|font|h[1-6]|br|ul|tbody|td)\b[^<>]{0,500}>"
)
_XML = pattern(r"\s*+<\?xml\s")
_MAIL = pattern(r"(?i)\s*+MIME-Version:")


def sniff(data: bytes, claimed: str) -> Format:
    """Return the format that the bytes show. `claimed`, what the name says, only tells Markdown from plain text.

    Raises: Refusal for bytes whose format cannot be told: encrypted or cut off.
    """
    kind = _container(data)
    if kind == "encrypted":
        raise Refusal(LOCKED, UNLOCK)
    if kind == "truncated":
        raise Refusal(CUT, COPY_AGAIN)
    return FORMATS[kind or _text(data, claimed)]


def check_readable(found: Format, claimed: str) -> None:
    """Raise Refusal unless a reader takes the format `found` and the name does not say something else."""
    label = found.label
    if not found.may_be_named(claimed):
        meant = FORMATS[claimed].label
        raise Refusal(
            Text(
                f"内容是{spaced(label)}，与文件名所说的{spaced(meant)}不符",
                f"its content is {label.en}, its name says {meant.en}",
            ),
            _RENAME if found.module else found.advice,
        )
    if not found.module:
        raise Refusal(Text(f"这是{spaced(label)}，不能读取", f"{label.en} cannot be read"), found.advice)


def _container(data: bytes) -> str:
    """Return the id of the binary format that the bytes show, empty when they show none."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(ole.MAGIC):
        if ole.is_cut(data):
            return "truncated"
        return next((kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in data), "ole")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if b"PK\x05\x06" not in data[-_ZIP_END:]:
            return "truncated"
        return next((kind for member, kind in _ZIP_MEMBERS if member in data), "archive")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return ""


def _text(data: bytes, claimed: str) -> str:
    """Return `html`, `mail` or `xml` when the text is a page or a tree of tags, else `md` or `txt`."""
    head = peek(data[:_HEAD_BYTES])
    if _MAIL.match(head):
        return "mail"
    if _PAGE.match(head) or (claimed != "md" and _TAG.match(head)):
        return "html"
    if _XML.match(head):
        return "xml"
    return "md" if claimed == "md" else "txt"
