"""From bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import ReadError
from lawcheck.readers import read
from lawcheck.readers.decode import decode
from lawcheck.readers.refusal import Refusal

TEXT = "云溪县水务局2024年度报告\n一、主要举措\n全年办结“一件事”１２件。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("gbk"), "gb18030"),
        (TEXT.encode("gb18030"), "gb18030"),
        (b"\x84\x31\x95\x33" + TEXT.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding)


def test_a_character_outside_gbk_is_read_from_gb18030() -> None:
    assert decode("𠮷林㑇".encode("gb18030")).text == "𠮷林㑇"


def test_a_short_gbk_title_is_not_taken_for_another_encoding() -> None:
    assert decode("工作总结".encode("gbk")).text == "工作总结"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert decode(f"甲{end}乙".encode()).text == "甲\n乙"


def test_a_document_tells_its_encoding() -> None:
    assert read(TEXT.encode("gbk"), name="a.txt").encoding == "gb18030"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (TEXT.encode() + b"\xe6\x88\n", 4),
        (codecs.BOM_UTF8 + "甲\n乙".encode() + b"\xff", 2),
        (b"abc\n\xff\xfe\xfd", 2),
        (TEXT.encode("gbk") + b"\n\xff", 5),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", 1),
    ],
)
def test_bytes_that_fit_no_encoding_are_refused_with_their_line(data: bytes, line: int) -> None:
    with pytest.raises(ReadError, match=f"第 {line} 行"):
        read(data, name="a.txt")


def test_a_broken_utf_8_text_is_not_read_as_other_characters() -> None:
    broken = "云溪县水务局依法履职".encode().replace("水".encode(), "水".encode()[:2])
    with pytest.raises(Refusal, match="UTF-8"):
        decode(broken)


@pytest.mark.parametrize("bad", [b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"])
def test_overlong_and_surrogate_forms_in_utf_8_are_refused(bad: bytes) -> None:
    with pytest.raises(Refusal, match="第 4 行"):
        decode(TEXT.encode() + bad)


def test_a_rare_control_character_is_let_through() -> None:
    assert decode((TEXT + "\x02").encode()).text.endswith("\x02")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_every_text_comes_back_from_utf_8_and_gb18030(text: str) -> None:
    expected = text.replace("\u2028", "\n").replace("\u2029", "\n")
    assert decode(codecs.BOM_UTF8 + text.encode()).text == expected
    assert decode(b"\x84\x31\x95\x33" + text.encode("gb18030")).text == expected


@given(st.binary(max_size=200))
def test_decoding_gives_text_without_surrogates_or_refuses(data: bytes) -> None:
    try:
        text = decode(data).text
    except Refusal:
        return
    assert (text.encode().decode(), "\r" in text) == (text, False)
