"""Hostile text files: encodings, marks that cannot be seen, Markdown without end, sizes at each limit and one above.

Whatever a text is made of, it ends in a right reading or in one line; the same report in another form gives the same
findings at places of its own.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import monotonic, process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck import check, check_text
from lawcheck.errors import ReadError, UsageError
from lawcheck.model.checklist import Checklist
from lawcheck.readers import limits, read
from lawcheck.text.fold import fold
from lawcheck.text.span import Span
from tests.conftest import ROOT

SECONDS = 10
REPORT = (ROOT / "examples" / "defective" / "qinglan-2024.txt").read_text(encoding="utf-8")
TITLE = "云溪县民政局关于2024年法治政府建设情况的报告\n"
# What marks that cannot be seen, and other forms of a character, are findings of.
OF_FORM = ("F012", "F015", "F030")


def outcome(checklist: Checklist, but_for: tuple[str, ...] = ()) -> list[tuple[str, str, str, str | None]]:
    return [(i.rule, i.verdict, i.severity, i.subject) for i in checklist.items if i.rule not in but_for]


def quotes_are_slices(checklist: Checklist) -> bool:
    text = checklist.document.text
    found = [e for item in checklist.items for e in item.evidence if e.span and e.quote and not e.masked]
    return bool(found) and all(e.quote == e.span.of(text) for e in found if e.span)


def refusal(data: bytes | Path, name: str = "a.txt") -> str:
    started = monotonic()
    with pytest.raises(ReadError) as caught:
        read(data, name=name)
    assert (caught.value.exit_code, "\n" in str(caught.value), monotonic() - started < SECONDS) == (3, False, True)
    return str(caught.value)


# T13: encodings

ENCODED: dict[str, Callable[[str], bytes]] = {
    "utf-8 with a mark": lambda t: codecs.BOM_UTF8 + t.encode(),
    "gb18030": lambda t: t.encode("gb18030"),
    "gbk": lambda t: t.encode("gbk"),
    "utf-16 little": lambda t: codecs.BOM_UTF16_LE + t.encode("utf-16-le"),
    "utf-16 big": lambda t: codecs.BOM_UTF16_BE + t.encode("utf-16-be"),
    "utf-16 without a mark": lambda t: t.encode("utf-16-le"),
    "utf-32": lambda t: codecs.BOM_UTF32_LE + t.encode("utf-32-le"),
}


@pytest.mark.parametrize("encode", ENCODED.values(), ids=ENCODED)
def test_a_report_in_any_encoding_has_the_same_findings(encode: Callable[[str], bytes]) -> None:
    expected = check_text(REPORT)
    found = check(encode(REPORT), name="text.txt")
    assert (found.document.text, outcome(found)) == (expected.document.text, outcome(expected))


@pytest.mark.parametrize("end", ["\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_a_report_with_any_line_ends_has_the_same_findings(end: str) -> None:
    assert outcome(check_text(REPORT.replace("\n", end))) == outcome(check_text(REPORT))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (TITLE.encode() * 9 + "一、主要举措".encode("gbk"), "第 10 行有不属于 UTF-8 编码的字节"),
        (TITLE.encode("gbk") * 9 + b"\xff\xff", "第 10 行有不属于"),
        (TITLE.encode() + b"\xc0\x80", "第 2 行"),
        (TITLE.encode() + b"\xed\xa0\x80\xed\xb0\x80", "第 2 行"),
        (TITLE.encode() + b"\xf8\x88\x80\x80\x80", "第 2 行"),
        (TITLE.encode()[:-2], "第 1 行"),
        (codecs.BOM_UTF16_LE + TITLE.encode("utf-16-le")[:-1], "不属于 UTF-16"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8" + TITLE.encode("utf-16-le"), "不属于 UTF-16"),
        (codecs.BOM_UTF32_LE + b"\x00\x00\x11\x00", "不属于 UTF-32"),
        (codecs.BOM_UTF8 + TITLE.encode("gbk"), "不属于 UTF-8"),
        (TITLE.encode() + b"\x00", "内容不是文字"),
        (TITLE.encode() + b"\x00" * 500, "内容不是文字"),
        (b"\x01\x02\x03" + TITLE.encode(), "内容不是文字"),
    ],
)
def test_bytes_that_are_no_text_are_refused_and_never_guessed_at(data: bytes, told: str) -> None:
    assert told in refusal(data)


def test_a_character_lost_before_is_a_finding_with_its_line() -> None:
    at = REPORT.index("执法", REPORT.index("一、"))
    found, line = check_text(f"{REPORT[:at]}\ufffd{REPORT[at + 1 :]}"), REPORT[:at].count("\n") + 1
    assert ("warning", line) in [(i.severity, i.evidence[0].line) for i in found.findings if i.rule == "F020"]


@pytest.mark.parametrize("lone", ["\ud800", "\udc00\ud800"], ids=["one", "two"])
def test_no_lone_surrogate_gets_in_or_out(lone: str) -> None:
    with pytest.raises(ReadError):
        check_text(REPORT + lone)
    with pytest.raises(UsageError):
        check_text(REPORT, meta={"title": lone})
    check_text(REPORT, name=f"甲{lone}.txt").to_json().encode()


# T14: what cannot be seen, and what looks the same

KANGXI = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0x2F00, 0x2FD6)}
FORMS: dict[str, Callable[[str], str]] = {
    "zero-width spaces": lambda t: spread(t, "\u200b"),
    "joiners and marks of order": lambda t: spread(t, "\u200d\u200e\u2060\ufeff"),
    "turned right to left": lambda t: spread(t, "\u202e") + "\u202c",
    "isolates": lambda t: spread(t, "\u2067\u2069"),
    "tags": lambda t: spread(t, "\U000e0041\U000e007f"),
    "variation selectors": lambda t: spread(t, "\ufe00"),
    "selectors of ideographs": lambda t: spread(t, "\U000e0100"),
    "soft hyphens": lambda t: spread(t, "\xad"),
    "control characters": lambda t: t.replace("法治", "法\x02治"),
    "fillers": lambda t: spread(t, "\u3164\u115f"),
    "radicals": lambda t: t.translate(str.maketrans(KANGXI)),
    "full-width digits": lambda t: t.translate({ord("0") + i: chr(0xFF10 + i) for i in range(10)}),
    "digits of another alphabet": lambda t: t.translate({ord("0") + i: chr(0x1D7CE + i) for i in range(10)}),
    "compatibility ideographs": lambda t: t.replace("不", "\uf967").replace("行", "\ufa08").replace("年", "\uf98e"),
    "wide blanks": lambda t: t.replace("法治", "法\u3000治").replace("办理", "办\xa0理").replace("依法", "依\u2009法"),
}


def spread(text: str, marks: str) -> str:
    """Return `text` with `marks` before every third Chinese character that has another before it."""
    pieces = [text[:1]]
    for at, (before, char) in enumerate(pairwise(text)):
        is_inside = "\u4e00" <= before <= "\u9fff" and "\u4e00" <= char <= "\u9fff"
        pieces.append(marks + char if is_inside and at % 3 == 0 else char)
    return "".join(pieces)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_report_in_another_form_of_its_characters_has_the_same_findings(form: Callable[[str], str]) -> None:
    other = form(REPORT)
    assert other != REPORT
    expected, found = check_text(REPORT), check_text(other)
    assert outcome(found, OF_FORM) == outcome(expected, OF_FORM)
    assert quotes_are_slices(found)


@pytest.mark.parametrize("name", list(FORMS)[:10])
def test_what_cannot_be_seen_is_a_finding_of_its_own(name: str) -> None:
    found = [(i.verdict, i.severity) for i in check_text(FORMS[name](REPORT)).items if i.rule == "F030"]
    is_of_a_name = name == "selectors of ideographs"
    assert found == [("satisfied" if is_of_a_name else "not_satisfied", "info")]


def test_a_character_of_a_private_font_is_a_finding() -> None:
    found = check_text(REPORT.replace("一、", "\uf06c一、", 1))
    assert [i.verdict for i in found.items if i.rule == "F030"] == ["not_satisfied"]


ODD = st.sampled_from(
    [
        *"法治政府 \t\n，,（()：:1９Ａ年⼀⺠不\uf967",
        "\u200b",
        "\u202e",
        "\ufe0f",
        "\U000e0041",
        "\U000e0100",
        "\ue000",
        "𠮷",
        "\u2028",
        "\0",
    ]
)


@given(st.lists(ODD | st.characters(exclude_categories=["Cs"]), max_size=60).map("".join))
def test_every_folded_character_leads_back_to_the_one_it_comes_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts)
    assert list(folded.starts) == sorted(folded.starts)
    for at, char in enumerate(folded.text):
        original = folded.span(at, at + 1).of(text)
        if char not in " \n":
            assert fold(original).text in (char, unicodedata.normalize("NFKC", char)) or char in "，：；（）？！"


@given(st.lists(ODD, min_size=1, max_size=60).map("".join), st.data())
def test_a_range_of_the_original_comes_back_from_its_folded_range(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = folded.range(Span(start, end))
    assert low <= high
    if low < high:
        back = folded.span(low, high)
        assert (start <= back.start, back.end <= end) == (True, True)


# T12: Markdown

FLOODS = {
    "quotations": ">" * 60_000 + "甲",
    "items in items": "- " * 30_000 + "甲",
    "emphasis": "*" * 60_000 + "甲",
    "opened emphasis": "**甲" * 20_000,
    "links in links": "[" * 60_000 + "甲" + "](b)" * 15_000,
    "images": "![" * 30_000 + "甲",
    "ticks": "`甲" * 30_000,
    "fences": "```\n甲\n" * 20_000,
    "comments": "<!--" * 15_000 + "甲",
    "tags": "<div " * 12_000 + "甲",
    "headings": "#" * 60_000 + " 甲",
    "escapes": "\\*" * 30_000 + "甲",
    "bars": "|" * 60_000 + "\n|-|\n甲",
    "rules of tables": "|甲|\n" + "|-" * 30_000 + "|\n",
    "underlines": "甲\n===\n" * 20_000,
    "deep items": "\n".join(" " * i + "- 甲" for i in range(300)) * 20,
}


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_markdown_without_end_is_read_in_time(text: str) -> None:
    started = process_time()
    document = read(f"{TITLE}\n{text}".encode(), name="a.md")
    assert ("甲" in document.text, process_time() - started < SECONDS / 2) == (True, True)


def test_front_matter_is_text_and_never_a_tree() -> None:
    bomb = "a: &a [甲,甲]\n" + "".join(
        f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    tagged = "title: !!python/object/apply:os.system ['echo 甲']"
    matter = f"---\n{bomb}{tagged}\npublished: 2025-02-30\nmerge: {{<<: [*a, *a]}}\n---\n"
    started = process_time()
    document = read((matter + f"# {TITLE}\n一、主要举措\n").encode(), name="a.md")
    told = [value for key, value in document.metadata if key == "title"]
    assert (told, process_time() - started < 1) == ([tagged.removeprefix("title: ")], True)
    assert {b.kind for b in document.blocks if b.span.end < len(matter)} == {"metadata"}


# T15: sizes

HAN = "依法行政工作"


def test_a_text_of_two_million_characters_on_one_line_is_read_and_one_more_is_not() -> None:
    text = (HAN * 400_000)[: limits.TEXT_CHARACTERS]
    started = process_time()
    document = read(text.encode(), name="a.txt")
    assert (len(document.text), len(document.blocks), len(document.folded.text)) == (len(text), 1, len(text))
    assert process_time() - started < SECONDS
    assert "文字超过上限 2,000,000 个字符" in refusal((text + "甲").encode())


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_of_two_hundred_thousand_lines_is_read_and_one_more_is_not(name: str) -> None:
    text = "- 甲\n" * limits.TEXT_LINES
    started = process_time()
    assert len(read(text.encode(), name=name).blocks) == limits.TEXT_LINES
    assert process_time() - started < SECONDS
    assert "行数超过上限 200,000 行" in refusal((text + "甲").encode(), name)


def test_a_file_of_ten_mebibytes_is_looked_at_and_one_byte_more_is_not() -> None:
    data = b"a" * limits.TEXT_FILE_BYTES
    assert "文字超过上限" in refusal(data)
    assert "文本文件超过上限 10,485,760 字节" in refusal(data + b"a")


def test_a_line_of_eight_megabytes_is_refused() -> None:
    assert "超过上限" in refusal(HAN.encode() * 450_000)


def test_a_file_with_a_hole_of_three_gibibytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    with path.open("wb") as file:
        file.write(TITLE.encode())
        file.truncate(3 << 30)
    started = monotonic()
    with pytest.raises(ReadError, match="文件超过上限"):
        read(path)
    assert monotonic() - started < 2
