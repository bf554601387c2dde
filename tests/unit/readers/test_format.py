"""The format is told by content; a name that says something else is refused."""

from __future__ import annotations

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import read
from lawcheck.readers.formats import claimed_format
from lawcheck.readers.sniff import sniff
from tests.docx_builder import build_docx, zip_bytes
from tests.odt_builder import build_odt
from tests.unit.readers.test_ole import compound

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD = build_docx(["云溪县水务局", "一、主要举措"])
TEXT = "云溪县水务局\n一、主要举措\n"


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", b"\xff\xd8\xff\xe0\0\x10JFIF", "内容是 JPEG 图片"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "这是 JPEG 图片，不能读取"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "内容是 PNG 图片"),
        ("a", b"GIF89a\0\0", "GIF 图片"),
        ("a", b"II*\0\0\0", "TIFF 图片"),
        ("a", b"RIFF\0\0\0\0WEBPVP8 ", "WebP 图片"),
        ("a.docx", b"\n%PDF-1.4\n", "内容是 PDF 文件"),
        ("a.docx", stream("EncryptedPackage"), "设了打开密码"),
        ("a.xls", stream("Workbook"), "表格"),
        ("a", OLE, "旧版 Office 文件"),
        ("a.txt", stream("WordDocument"), "内容是旧版 Word 或 WPS 文件"),
        ("a.pdf", b"{\\rtf1\\ansi}", "内容是 RTF 文件"),
        ("a.doc", compound("WordDocument", b"")[:-600], "不完整"),
        ("a.docx", WORD[: len(WORD) // 2], "不完整"),
        ("a.zip", zip_bytes({"报告.txt": TEXT}), "压缩包"),
        ("a.docx", zip_bytes({"报告.txt": TEXT}), "内容是压缩包"),
        ("a.docx", zip_bytes({"xl/workbook.xml": "<x/>"}), "内容是表格文件"),
        ("a.docx", TEXT.encode(), "内容是纯文本，与文件名所说的 Word 文件"),
        ("a.pdf", TEXT.encode(), "内容是纯文本，与文件名所说的 PDF 文件"),
        ("a.txt", WORD, "内容是 Word 文件（.docx），与文件名所说的纯文本不符"),
        ("a.md", WORD, "内容是 Word 文件"),
        ("a.html", TEXT.encode(), "内容是纯文本，与文件名所说的网页"),
        ("a.txt", "\n<html><p>报告</p></html>".encode(), "内容是网页"),
        ("a.txt", '<div class="TRS_Editor"><p>报告</p></div>'.encode("gb18030"), "内容是网页"),
        ("a.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "内容是网页"),
        ("a.doc", b'<?xml version="1.0"?><w:wordDocument/>', "内容是 XML 文件"),
        ("a.txt", b"\0\x01\x02\x03" * 50, "内容不是文字"),
        ("a.txt", b"\x01\x02\x03\x04abc", "内容不是文字"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read(data, name=name)
    assert (caught.value.exit_code, name in str(caught.value), "\n" in str(caught.value)) == (3, True, False)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n", "pdf"),
        ("-", b"\n\n%PDF-1.4\n", "pdf"),
        ("a.doc", b"{\\rtf1\\ansi}", "rtf"),
        ("a.docx", b"{\\rtf1\\ansi}", "rtf"),
        ("a.doc", stream("WordDocument"), "doc"),
        ("a.wps", compound("WordDocument", b""), "doc"),
        ("a.rtf", stream("WordDocument"), "doc"),
        ("a.doc", WORD, "docx"),
        ("a.odt", build_odt(["一、主要举措"]), "odt"),
        ("a.ofd", zip_bytes({"OFD.xml": "<x/>"}), "ofd"),
        ("a.html", b"<!DOCTYPE html><html><body>x</body></html>", "html"),
        ("a.doc", b"<html><body>x</body></html>", "html"),
    ],
)  # fmt: skip
def test_the_reader_is_chosen_by_content_and_the_name_may_be_that_of_a_neighbour(
    name: str, data: bytes, kind: str
) -> None:
    claimed = claimed_format(name)
    found = sniff(data, claimed)
    assert (found.id, found.may_be_named(claimed)) == (kind, True)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", TEXT.encode(), "txt"),
        ("a.TXT", TEXT.encode(), "txt"),
        ("-", TEXT.encode(), "txt"),
        ("a.log", TEXT.encode(), "txt"),
        ("a.md", TEXT.encode(), "md"),
        ("a.markdown", TEXT.encode(), "md"),
        ("a.md", "<p align=center>云溪县水务局</p>\n".encode(), "md"),
        ("a.docx", WORD, "docx"),
        ("a.wps", WORD, "docx"),
        ("a.doc", WORD, "docx"),
        ("-", WORD, "docx"),
    ],
)
def test_the_content_decides_the_format(name: str, data: bytes, kind: str) -> None:
    assert read(data, name=name).format == kind


def test_a_text_that_begins_with_a_title_mark_is_no_page() -> None:
    assert read("<关于云溪县水务局年度报告>\n正文".encode(), name="a.txt").format == "txt"
