"""Properties of reading: it never raises but its own errors, and blocks are sound."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.docx_builder import Paragraph, build_docx, build_package
from tests.docx_builder import document as document_part

MARKS = ["# ", "**", "|", "---", "- ", "> ", "```", "\n", "\n\n", "　　", "。", "，", " ", "\t", "\u200b", "[", "](a)"]
PAGE = [
    "来源：",
    "发布时间：2025-01-20",
    "打印",
    "首页 > ",
    "当前位置：",
    "==== 正文 ====",
    "标 题：",
    "字号：大 中 小",
]
REPORT = ["一、", "（一）", "1.", "云溪县水务局", "年度报告", "2025年1月8日", "上一篇：", ".pdf"]
WORDS = st.sampled_from([*MARKS, *PAGE, *REPORT])
PIECES = st.lists(WORDS | st.text(max_size=5), max_size=40).map("".join)
WORD_FILE = build_docx(
    [Paragraph("云溪县水务局", level=0), Paragraph("甲", number=0, inserted="增", hidden="暗", box="框"), "乙"]
)
NAMES = st.sampled_from(["a.txt", "a.md", "a.docx", "-", "a.html"])


TAGS = (
    *(
        "w:p",
        "w:r",
        "w:t",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:sdt",
        "w:ins",
        "w:del",
        "w:moveFrom",
        "w:pPr",
        "w:rPr",
        "w:trPr",
    ),
    *("w:numPr", "w:numId", "w:ilvl", "w:vanish", "w:fldChar", "w:instrText", "w:fldSimple", "w:br", "w:gridSpan"),
    *("mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:txbxContent", "w:docPartGallery", "w:outlineLvl", "w:x"),
)
VALUES = st.sampled_from(
    ["", ' w:val="1"', ' w:val="-1"', ' w:fldCharType="begin"', ' w:fldCharType="end"', ' w:val="x"']
)
TREES = st.recursive(
    st.sampled_from(["<w:t>甲</w:t>", "<w:r><w:t>一、乙</w:t></w:r>", "<w:p/>"]),
    lambda inner: st.tuples(st.sampled_from(TAGS), VALUES, st.lists(inner, max_size=4)).map(
        lambda t: f"<{t[0]}{t[1]}>{''.join(t[2])}</{t[0]}>"
    ),
    max_leaves=30,
)


def check_blocks(document: Document) -> None:
    """Fail unless the blocks are in order, inside the text, apart, and tight."""
    text = document.text
    spans = [block.span for block in document.blocks]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert all(mark.start < mark.end for mark in document.marks)
    assert all(before.end <= after.start for before, after in pairwise(document.marks))
    assert len(document.folded.text) == len(document.folded.starts)
    text.encode()


def read_or_refuse(data: bytes, name: str) -> None:
    try:
        document = read(data, name=name)
    except ReadError:
        return
    check_blocks(document)


@given(st.binary(max_size=500), NAMES)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    read_or_refuse(data, name)


@given(
    st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"\xff\xfe", b"{\\rtf", b"<?xml "]),
    st.binary(max_size=300),
)
def test_any_bytes_after_a_known_start_are_read_or_refused(start: bytes, data: bytes) -> None:
    read_or_refuse(start + data, "a.docx")


@given(st.integers(0, len(WORD_FILE) - 1), st.binary(min_size=1, max_size=4))
def test_a_word_file_with_changed_bytes_is_read_or_refused(at: int, change: bytes) -> None:
    read_or_refuse(WORD_FILE[:at] + change + WORD_FILE[at + len(change) :], "a.docx")


@given(st.lists(TREES, max_size=6).map("".join))
def test_any_tree_of_elements_is_read_or_refused(tree: str) -> None:
    read_or_refuse(build_package(document_part(tree)), "a.docx")


@given(PIECES, st.sampled_from(["a.txt", "a.md"]))
def test_any_text_gives_sound_blocks(text: str, name: str) -> None:
    read_or_refuse(text.encode("utf-8", "surrogatepass"), name)


@given(PIECES)
def test_a_plain_text_loses_only_blanks(text: str) -> None:
    try:
        document = read(text.encode("utf-8", "surrogatepass"), name="a.txt")
    except ReadError:
        return
    kept = "".join(block.span.of(document.text) for block in document.blocks)
    blanks = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
    assert "".join(kept.split()).translate(blanks) == "".join(document.text.split()).translate(blanks)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=8))
def test_the_paragraphs_of_a_word_file_come_back(paragraphs: list[str]) -> None:
    expected = [t.strip() for t in paragraphs if t.strip().strip("\u200b\u200c\u200d\u2060\ufeff").strip()]
    try:
        document = read(build_docx([t.replace("\ufffe", "").replace("\uffff", "") for t in paragraphs]), name="a.docx")
    except ReadError:
        return
    check_blocks(document)
    assert len(document.blocks) <= len(expected) + sum("\u2028" in t for t in paragraphs)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_reading_twice_gives_equal_documents(name: str) -> None:
    data = "标题：甲\n来源：乙\n\n# 正文\n一、举措\n".encode()
    assert read(data, name=name) == read(data, name=name)
