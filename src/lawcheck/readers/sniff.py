"""What a file is, told by its content; its name only says what was meant (suffixes.py)."""

from __future__ import annotations

from typing import Literal

from lawcheck.readers.refusal import SAVE_AS, Refusal
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

Readable = Literal["txt", "md", "docx"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
_LABELS = {
    "docx": Text("Word 文件（.docx）", "a Word file (.docx)"),
    "doc": Text("旧版 Word 或 WPS 文件（.doc、.wps）", "an old Word or WPS file (.doc, .wps)"),
    "encrypted": Text("加密的 Office 文件", "an encrypted Office file"),
    "ole": Text("旧版 Office 文件", "an old Office file"),
    "pdf": Text("PDF 文件", "a PDF file"),
    "rtf": Text("RTF 文件", "an RTF file"),
    "odt": Text("ODT 文件", "an ODT file"),
    "ofd": Text("OFD 文件", "an OFD file"),
    "html": Text("网页（HTML）", "a web page (HTML)"),
    "xml": Text("XML 文件", "an XML file"),
    "sheet": Text("表格文件", "a spreadsheet"),
    "slides": Text("演示文稿", "a presentation"),
    "jpeg": Text("JPEG 图片", "a JPEG image"),
    "png": Text("PNG 图片", "a PNG image"),
    "gif": Text("GIF 图片", "a GIF image"),
    "tiff": Text("TIFF 图片", "a TIFF image"),
    "webp": Text("WebP 图片", "a WebP image"),
    "archive": Text("压缩包", "an archive"),
    "txt": Text("纯文本", "plain text"),
}
_ADVICE = {
    "encrypted": Text("请去掉打开密码后另存为 .docx", "remove the password and save it as .docx"),
    "html": Text("请把正文复制出来，另存为 .txt 或 .docx", "copy the text into a .txt or .docx file"),
    "archive": Text("请解压后检查里面的 .docx 或 .txt", "unpack it and check the .docx or .txt inside"),
    **dict.fromkeys(
        ("jpeg", "png", "gif", "tiff", "webp"),
        Text("请提供文字版（.docx 或 .txt）", "provide the text as .docx or .txt"),
    ),
}
_RENAME = Text("请改正扩展名，或另存为 .docx、.txt", "correct its suffix, or save it as .docx or .txt")
_COPY_AGAIN = Text("请重新下载或复制后再检查", "download or copy it again")
_WORD = ("docx", "doc")

# A page begins with a tag; Markdown may begin with a tag too, so only a whole page counts there.
_PAGE = pattern(r"(?i)\s*+(?:<!--.{0,2000}?-->\s*+|<\?xml[^>]{0,200}>\s*+)?<(?:!doctype\s++html|html|head|body)\b")
_TAG = pattern(
    r"(?i)\s*+<(?:div|table|p|span|meta|title|style|script|section|article|center|font|h[1-6]|br|ul|tbody|td)\b[^<>]{0,500}>"
)
_XML = pattern(r"\s*+<\?xml\s")
_MAIL = pattern(r"(?i)\s*+MIME-Version:")


def sniff(data: bytes) -> str:
    """Return the id of the format that the bytes show, `txt` when they show none."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(_OLE):
        return next((kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in data), "ole")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if b"PK\x05\x06" not in data[-_ZIP_END:]:
            return "truncated"
        return next((kind for member, kind in _ZIP_MEMBERS if member in data), "archive")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return "txt"


def sniff_text(text: str, claimed: str) -> str:
    """Return `html` or `xml` when the text is a page or a tree of tags, else `txt`."""
    head = text[:4096].lstrip("\ufeff")
    if _PAGE.match(head) or _MAIL.match(head) or (claimed != "md" and _TAG.match(head)):
        return "html"
    return "xml" if _XML.match(head) else "txt"


def check_readable(found: str, claimed: str) -> None:
    """Raise Refusal unless a reader takes the format `found` and the name does not say something else.

    A Word file may have any Word suffix, for WPS writes `.docx` content under `.wps` and `.doc`.
    """
    differs = bool(claimed) and claimed != found and not (found == "txt" and claimed == "md")
    differs = differs and not (found in _WORD and claimed in _WORD)
    if found in ("txt", "docx") and not differs:
        return
    if found == "encrypted":
        raise Refusal(Text("文件设了打开密码", "the file is encrypted"), _ADVICE[found])
    if found == "truncated":
        raise Refusal(Text("文件不完整，可能下载或复制时中断", "the file is truncated"), _COPY_AGAIN)
    label = _LABELS[found]
    if not differs:
        raise Refusal(
            Text(f"这是{_spaced(label)}，暂不能读取", f"{label.en} is not supported yet"), _ADVICE.get(found, SAVE_AS)
        )
    meant = _LABELS["txt" if claimed == "md" else claimed]
    advice = _RENAME if found in ("txt", "docx") else _ADVICE.get(found, SAVE_AS)
    raise Refusal(
        Text(
            f"内容是{_spaced(label)}，与文件名所说的{_spaced(meant)}不符",
            f"its content is {label.en}, its name says {meant.en}",
        ),
        advice,
    )


def _spaced(label: Text) -> str:
    return f" {label}" if label[0].isascii() else str(label)
