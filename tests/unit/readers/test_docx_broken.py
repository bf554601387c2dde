"""Word files that are broken, foreign or hostile."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import read
from tests.docx_builder import build_docx, build_package, document, p, r, zip_bytes

RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
GOOD = build_docx(["云溪县水务局", "正文一段。"])


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, name="报告.docx")
    assert (caught.value.exit_code, "\n" in str(caught.value), "报告.docx" in str(caught.value)) == (3, False, True)
    return str(caught.value)


@pytest.mark.parametrize("tenth", range(1, 64))
def test_a_truncated_file_is_refused_at_every_length(tenth: int) -> None:
    assert "报告.docx" in refusal(GOOD[: len(GOOD) * tenth // 64])


def test_a_damaged_part_is_refused() -> None:
    at = GOOD.index(b"word/document.xml") + len("word/document.xml") + 20
    assert "已损坏" in refusal(GOOD[:at] + bytes(40) + GOOD[at + 40 :])


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<w:document", "已损坏"),
        ("", "已损坏"),
        ("不是 XML", "已损坏"),
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "DOCTYPE"),
        ('<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x/>', "DOCTYPE"),
        ('<?xml version="1.0" encoding="gb2312"?><x/>', "已损坏"),
        ('<?xml version="1.0" encoding="utf-7"?><x/>', "已损坏"),
        ("<x>&unknown;</x>", "已损坏"),
        ("<x/>", "没有文字"),
    ],
)
def test_a_document_part_that_is_no_sound_xml_is_refused(xml: str, reason: str) -> None:
    assert reason in refusal(build_package(xml))


@pytest.mark.parametrize("part", ["styles", "numbering"])
def test_a_broken_part_beside_the_document_is_refused(part: str) -> None:
    broken = {part: "<w:broken"}
    assert "已损坏" in refusal(build_package(document(p(r("甲"))), **broken))


def test_missing_parts_beside_the_document_do_no_harm() -> None:
    assert read(zip_bytes({"word/document.xml": document(p(r("甲")))}), name="a.docx").text == "甲"


def test_a_document_part_under_another_name_is_found() -> None:
    link = '<Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/>'
    away = '<Relationship Id="b" Type="http://x/officeDocument" Target="http://127.0.0.1/x" TargetMode="External"/>'
    files = {"_rels/.rels": RELATIONS.format(away + link), "word/document2.xml": document(p(r("甲")))}
    assert read(zip_bytes(files), name="a.docx").text == "甲"


@pytest.mark.parametrize("target", ["../../etc/passwd", "C:\\word\\x.xml", "/xl/other.xml", ""])
def test_a_document_part_outside_the_word_folder_is_refused(target: str) -> None:
    link = f'<Relationship Type="x/officeDocument" Target="{target}"/>'
    files = {"_rels/.rels": RELATIONS.format(link), "word/documents.xml": "<x/>", "xl/other.xml": document(p(r("甲")))}
    assert "没有 Word 正文" in refusal(zip_bytes(files))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/document.xml", document(p(r("另一份"))))
    assert "重名" in refusal(out.getvalue())


def test_an_encrypted_part_is_refused() -> None:
    # The flag of encryption, in the local header and in the central directory.
    data = bytearray(GOOD)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    assert "设了密码" in refusal(bytes(data))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 99])
def test_a_compression_that_the_format_does_not_know_is_refused_unopened(method: int) -> None:
    # The content stays as it is, so that unpacking it by the method claimed would fail in that method's own way.
    data = bytearray(GOOD)
    for signature, field in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + field] = method
            at = data.find(signature, at + 4)
    assert "压缩方式" in refusal(bytes(data))


def test_a_wrong_size_in_the_directory_is_refused() -> None:
    data = bytearray(GOOD)
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "已损坏" in refusal(bytes(data))


def test_names_that_lead_outside_are_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = {"../out.txt": "x", "/abs.txt": "x", "C:\\x.txt": "x", "word/document.xml": document(p(r("甲")))}
    assert read(zip_bytes(files), name="a.docx").text == "甲"
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    "xml",
    [
        "<w:body><w:r><w:t>段外</w:t></w:r><w:p/></w:body>",
        "<w:body><w:tc><w:p/></w:tc><w:tr/><w:tbl/></w:body>",
        "<w:body><mc:Fallback><w:p/></mc:Fallback><mc:Choice/></w:body>",
        "<w:body><w:r><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/><w:fldChar/></w:r></w:body>",
        "<w:body><w:p><w:pPr><w:numPr><w:ilvl w:val='-3'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p></w:body>",
        "<w:body><w:p><w:pPr><w:outlineLvl w:val='-1'/></w:pPr></w:p></w:body>",
        "<w:body><w:docPartGallery/><w:vanish/><w:rPr><w:del/></w:rPr><w:pPr><w:pStyle/></w:pPr></w:body>",
    ],
)
def test_elements_in_odd_places_do_no_harm(xml: str) -> None:
    part = document("").replace("<w:body>", f"<w:x>{xml}</w:x><w:body>{p(r('甲'))}")
    assert read(build_package(part), name="a.docx").text == "甲"


def test_a_directory_that_leads_nowhere_is_refused() -> None:
    data = b"PK\x03\x04word/document.xml" + b"PK\x05\x06" + bytes(4) + b"\x01\0\x01\0" + b"\xff\xff\0\0\xff\xff\0\0\0\0"
    assert "已损坏" in refusal(data)
