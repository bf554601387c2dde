"""Hostile and broken Word files: each ends in a document or in one line; nothing is fetched, run or written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import limits, read
from tests.docx_builder import build_docx, build_package, document, level, num, numbering, p, r, styles, zip_bytes
from tests.docx_pieces import field_mark, instruction

Limit = Callable[[str, int], None]
SECONDS = 5
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
GOOD = build_docx(["云溪县水务局", "正文一段。"])


def refusal(data: bytes, name: str = "报告.docx") -> str:
    """Return the line in which the reading of `data` ends; empty when it is read."""
    said = []
    try:
        read(data, name=name)
    except ReadError as e:
        said.append((str(e), e.exit_code))
    assert all(code == 3 and "\n" not in line and name in line for line, code in said)
    return said[0][0] if said else ""


def stored(files: Mapping[str, str | bytes]) -> bytes:
    """Return an archive whose parts are not compressed, so that no limit of compression holds."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Limit:
    def change(name: str, value: int) -> None:
        assert hasattr(limits, name)
        monkeypatch.setattr(limits, name, value)

    return change


# Bombs (T1)


def test_the_number_of_parts_has_a_limit() -> None:
    most = {"word/document.xml": document(p(r("甲"))), **{f"x/{i}": "" for i in range(limits.ZIP_ENTRIES - 1)}}
    assert refusal(zip_bytes(most)) == ""
    assert "部件数超过上限 2,000 个" in refusal(zip_bytes({**most, "y": ""}))
    assert "部件数超过上限" in refusal(zip_bytes({f"word/{i}": "" for i in range(60_000)}))


def test_the_bytes_of_a_part_have_a_limit(limit: Limit) -> None:
    xml = document(p(r("甲" * 5000)))
    limit("ZIP_PART_BYTES", len(xml.encode()))
    assert refusal(build_package(xml)) == ""
    limit("ZIP_PART_BYTES", len(xml.encode()) - 1)
    assert "单个部件超过上限" in refusal(build_package(xml))


def test_the_bytes_of_all_parts_have_a_limit(limit: Limit) -> None:
    names = (
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
    )
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        total = sum(archive.getinfo(name).file_size for name in names)
    limit("ZIP_TOTAL_BYTES", total)
    assert refusal(GOOD) == ""
    limit("ZIP_TOTAL_BYTES", total - 1)
    assert "解压后大小超过上限" in refusal(GOOD)


def test_compression_has_a_limit_beyond_a_small_size(limit: Limit) -> None:
    data = build_package(document(p(r("甲")) + " " * 300_000))
    assert refusal(data) == ""
    limit("ZIP_RATIO_FREE_BYTES", 200_000)
    assert "压缩比超过上限 100" in refusal(data)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = build_package(document(p(r("甲")) + " " * 30_000_000))
    assert len(data) < 100_000
    assert "压缩比超过上限" in refusal(data)


def test_a_size_that_the_directory_states_wrongly_is_refused() -> None:
    data = bytearray(GOOD)
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "已损坏" in refusal(bytes(data))


def test_parts_that_overlap_are_read_or_refused() -> None:
    data = bytearray(GOOD)
    first, last = data.find(b"PK\x01\x02"), data.rfind(b"PK\x01\x02")
    data[last + 42 : last + 46] = data[first + 42 : first + 46]
    assert refusal(bytes(data)) == "" or "已损坏" in refusal(bytes(data))


# The structure of the archive (T2)


def test_names_that_lead_outside_are_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("../out.txt", "/abs.txt", "C:\\x.txt", "word/../../up.xml", "a\0b")
    assert refusal(zip_bytes({**dict.fromkeys(names, "x"), "word/document.xml": document(p(r("甲")))})) == ""
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/document.xml", document(p(r("另一份"))))
    assert "重名" in refusal(out.getvalue())


def test_a_part_that_is_a_link_is_read_as_what_it_holds() -> None:
    link = zipfile.ZipInfo("word/document.xml")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "已损坏" in refusal(out.getvalue())


@pytest.mark.parametrize("target", ["../../etc/passwd", "C:\\word\\x.xml", "/xl/other.xml", ""])
def test_a_document_part_outside_the_word_folder_is_refused(target: str) -> None:
    link = f'<Relationship Type="x/officeDocument" Target="{target}"/>'
    files = {"_rels/.rels": RELATIONS.format(link), "word/documents.xml": "<x/>", "xl/other.xml": document(p(r("甲")))}
    assert "没有 Word 正文" in refusal(zip_bytes(files))


def test_a_document_part_under_another_name_is_found() -> None:
    link = '<Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/>'
    away = '<Relationship Id="b" Type="http://x/officeDocument" Target="http://127.0.0.1/x" TargetMode="External"/>'
    files = {"_rels/.rels": RELATIONS.format(away + link), "word/document2.xml": document(p(r("甲")))}
    assert refusal(zip_bytes(files)) == ""


# XML (T3, T4)


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<w:document", "已损坏"),
        ("", "已损坏"),
        ("不是 XML", "已损坏"),
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "DOCTYPE"),
        ('<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x/>', "DOCTYPE"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', "DOCTYPE"),
        ('<?xml version="1.0" encoding="gb2312"?><x/>', "已损坏"),
        ('<?xml version="1.0" encoding="utf-7"?><x/>', "已损坏"),
        ("<x>&unknown;</x>", "已损坏"),
        ("<x/>", "没有文字"),
        ('<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></x>', "没有文字"),
    ],
)
def test_a_document_part_that_is_no_sound_xml_is_refused(xml: str, reason: str) -> None:
    assert reason in refusal(build_package(xml))


@pytest.mark.parametrize("part", ["styles", "numbering"])
@pytest.mark.parametrize(("xml", "reason"), [("<w:broken", "已损坏"), ("<!DOCTYPE x><x/>", "DOCTYPE")])
def test_a_broken_part_beside_the_document_is_refused(part: str, xml: str, reason: str) -> None:
    assert reason in refusal(build_package(document(p(r("甲"))), **{part: xml}))


def test_missing_parts_beside_the_document_do_no_harm() -> None:
    assert refusal(zip_bytes({"word/document.xml": document(p(r("甲")))})) == ""


@pytest.mark.parametrize(("extra", "refused"), [(0, False), (1, True)])
def test_nesting_has_a_limit(extra: int, refused: bool) -> None:
    depth = limits.XML_DEPTH - 5 + extra  # document, body, p, r, t
    data = build_package(document("<w:sdt>" * depth + p(r("甲")) + "</w:sdt>" * depth))
    assert ("嵌套层数超过上限 200 层" in refusal(data)) is refused


def test_nesting_has_a_limit_in_what_is_passed_over_too() -> None:
    deep = "<w:x>" * limits.XML_DEPTH + "</w:x>" * limits.XML_DEPTH
    assert "嵌套层数" in refusal(build_package(document(p(f"<w:del>{deep}</w:del>"))))


def test_elements_have_a_limit(limit: Limit) -> None:
    xml = document((p(r("甲")) + "<w:del><w:x/></w:del>") * 100)
    limit("XML_ELEMENTS", xml.count("<w:"))
    assert refusal(build_package(xml)) == ""
    limit("XML_ELEMENTS", xml.count("<w:") - 1)
    assert "元素数超过上限" in refusal(build_package(xml))


@pytest.mark.parametrize(("extra", "refused"), [(0, False), (1, True)])
def test_an_attribute_has_a_limit(extra: int, refused: bool) -> None:
    value = "x" * (limits.XML_ATTRIBUTE_CHARACTERS + extra)
    data = stored({"word/document.xml": document(p(r("甲"), f'<w:pStyle w:val="{value}"/>'))})
    assert ("属性值超过上限" in refusal(data)) is refused


def test_a_tag_or_a_comment_has_a_limit() -> None:
    # The parser begins again with each chunk: twelve of these took it minutes.
    chunk = 64 * 1024
    for size, refused in ((limits.XML_TOKEN_BYTES - chunk, False), (limits.XML_TOKEN_BYTES + chunk, True)):
        data = stored({"word/document.xml": document(p(r("甲")) + f"<!--{'x' * size}-->")})
        assert ("单个标签超过上限 4,194,304 字节" in refusal(data)) is refused


def test_text_and_lines_have_limits(limit: Limit) -> None:
    limit("TEXT_CHARACTERS", 4)
    assert refusal(build_docx(["甲乙", "丙"])) == ""
    assert "4 个字符" in refusal(build_docx(["甲乙", "丙丁"]))
    assert "4 个字符" in refusal(build_docx(["甲乙丙丁戊"]))
    assert "4 个字符" in refusal(build_package(document(p(r("甲"), num(1)) + p(r("乙"), num(1)))))
    limit("TEXT_LINES", 2)
    limit("TEXT_CHARACTERS", 9)
    assert refusal(build_docx(["甲", "", "乙"])) == ""
    assert "2 行" in refusal(build_docx(["甲", "乙", "丙"]))


def test_a_million_empty_paragraphs_end_at_the_limit() -> None:
    assert "元素数超过上限" in refusal(stored({"word/document.xml": document("<w:p/>" * 1_000_000)}))


ENDLESS = field_mark("begin") + instruction(" X ") + field_mark("separate")
FLOODS = {
    "lines": document(p(r("甲")) * 30_000),
    "fields": document(p(ENDLESS * 5 + r("甲")) * 8_000),
    "numbers": document(p("<w:r/>", num(1)) * 60_000),
    "revisions": document(p("<w:ins/><w:del/>" + r("甲")) * 20_000),
    "names": document("".join(f"<w:a{i}/>" for i in range(150_000)) + p(r("甲"))),
    "boxes": document(p("<w:p>" * 20 + r("甲") + "</w:p>" * 20) * 3_000),
    "tables": document(("<w:tbl><w:tr><w:tc>" * 50 + p(r("甲")) + "</w:tc></w:tr></w:tbl>" * 50) * 1_000),
    "styles": document("".join(p(r("甲"), f'<w:pStyle w:val="S{i % 5000}"/>') for i in range(20_000))),
}


@pytest.mark.parametrize("flood", FLOODS)
def test_floods_end_in_time(flood: str) -> None:
    chain = styles("".join(f'<w:style w:styleId="S{i}"><w:basedOn w:val="S{i + 1}"/></w:style>' for i in range(5000)))
    lists = numbering(level(0, "decimal", "长" * 500_000), nums={1: '<w:abstractNumId w:val="0"/>'})
    with zipfile.ZipFile(io.BytesIO(build_package("", styles=chain, numbering=lists))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    data = stored({**files, "word/document.xml": FLOODS[flood]})
    begun = process_time()
    said = refusal(data)
    assert process_time() - begun < SECONDS
    assert said == "" or "超过上限" in said
