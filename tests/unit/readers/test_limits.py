"""Each limit, at it and one above."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import limits, read
from tests.docx_builder import build_docx, build_package, document, p, r, zip_bytes

Limit = Callable[[str, int], None]


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Limit:
    def change(name: str, value: int) -> None:
        assert hasattr(limits, name)
        monkeypatch.setattr(limits, name, value)

    return change


def refused(data: bytes, name: str) -> str:
    """Return the refusal of `data`; empty when it is read."""
    try:
        read(data, name=name)
    except ReadError as e:
        return str(e)
    return ""


def test_a_text_file_has_a_limit_of_bytes(limit: Limit) -> None:
    limit("TEXT_FILE_BYTES", 9)
    assert refused("云溪县".encode(), "a.txt") == ""
    assert "文本文件超过上限 9 字节" in refused("云溪县1".encode(), "a.txt")


def test_a_file_has_a_limit_of_bytes_whatever_it_is(limit: Limit) -> None:
    data = build_docx(["甲"])
    limit("DOCX_FILE_BYTES", len(data))
    assert refused(data, "a.docx") == ""
    limit("DOCX_FILE_BYTES", len(data) - 1)
    assert "文件超过上限" in refused(data, "a.docx")


def test_a_text_has_a_limit_of_characters(limit: Limit) -> None:
    limit("TEXT_CHARACTERS", 3)
    assert refused("云溪县".encode(), "a.txt") == ""
    assert "文字超过上限 3 个字符" in refused("云溪县域".encode(), "a.txt")


def test_a_text_has_a_limit_of_lines(limit: Limit) -> None:
    limit("TEXT_LINES", 3)
    assert refused(b"a\nb\nc\n", "a.txt") == ""
    assert refused(b"a\nb\nc", "a.md") == ""
    assert "行数超过上限 3 行" in refused(b"a\nb\nc\nd", "a.txt")


def test_a_word_file_has_the_limits_of_a_text(limit: Limit) -> None:
    limit("TEXT_CHARACTERS", 4)
    assert refused(build_docx(["甲乙", "丙"]), "a.docx") == ""
    assert "4 个字符" in refused(build_docx(["甲乙", "丙丁"]), "a.docx")
    assert "4 个字符" in refused(build_docx(["甲乙丙丁戊"]), "a.docx")
    limit("TEXT_LINES", 2)
    assert refused(build_docx(["甲", "", "乙"]), "a.docx") == ""
    limit("TEXT_CHARACTERS", 9)
    assert "2 行" in refused(build_docx(["甲", "乙", "丙"]), "a.docx")


def test_a_word_file_has_a_limit_of_parts(limit: Limit) -> None:
    limit("ZIP_ENTRIES", 6)
    assert refused(build_docx(["甲"]), "a.docx") == ""
    assert "部件数超过上限 6 个" in refused(build_package(document(p(r("甲"))), parts={"x": b""}), "a.docx")


def test_a_word_file_has_a_limit_of_bytes_a_part(limit: Limit) -> None:
    xml = document(p(r("甲" * 5000)))
    data = build_package(xml)
    limit("ZIP_PART_BYTES", len(xml.encode()))
    assert refused(data, "a.docx") == ""
    limit("ZIP_PART_BYTES", len(xml.encode()) - 1)
    assert "单个部件超过上限" in refused(data, "a.docx")


def test_a_word_file_has_a_limit_of_bytes_in_all_parts(limit: Limit) -> None:
    data = build_docx(["甲"])
    parts = (
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        total = sum(archive.getinfo(name).file_size for name in parts)
    limit("ZIP_TOTAL_BYTES", total)
    assert refused(data, "a.docx") == ""
    limit("ZIP_TOTAL_BYTES", total - 1)
    assert "解压后大小超过上限" in refused(data, "a.docx")


def test_a_word_file_has_a_limit_of_compression_beyond_a_small_size(limit: Limit) -> None:
    data = build_package(document(p(r("甲")) + " " * 300_000))
    assert refused(data, "a.docx") == ""
    limit("ZIP_RATIO_FREE_BYTES", 200_000)
    assert "压缩比超过上限 100" in refused(data, "a.docx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = build_package(document(p(r("甲")) + " " * 30_000_000))
    assert len(data) < 100_000
    assert "压缩比超过上限" in refused(data, "a.docx")


def test_a_word_file_has_a_limit_of_depth(limit: Limit) -> None:
    data = build_docx(["甲"])  # document, body, p, r, t
    limit("XML_DEPTH", 5)
    assert refused(data, "a.docx") == ""
    limit("XML_DEPTH", 4)
    assert "嵌套层数超过上限 4 层" in refused(data, "a.docx")


def test_a_word_file_has_a_limit_of_elements(limit: Limit) -> None:
    xml = document(p(r("甲")) * 100)
    count = xml.count("<w:")
    data = build_package(xml)
    limit("XML_ELEMENTS", count)
    assert refused(data, "a.docx") == ""
    limit("XML_ELEMENTS", count - 1)
    assert "元素数超过上限" in refused(data, "a.docx")


def test_a_word_file_has_a_limit_of_attribute_length(limit: Limit) -> None:
    data = build_package(document(p(r("甲"), f'<w:pStyle w:val="{"x" * 500}"/>')))
    limit("XML_ATTRIBUTE_CHARACTERS", 500)
    assert refused(data, "a.docx") == ""
    limit("XML_ATTRIBUTE_CHARACTERS", 499)
    assert "属性值超过上限" in refused(data, "a.docx")


def test_a_million_empty_paragraphs_end_at_the_limit() -> None:
    parts = zip_bytes({"word/document.xml": document("<w:p/>" * 1_100_000)})
    assert "超过上限" in refused(parts, "a.docx")
