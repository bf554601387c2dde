from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.width import pad, width, wrap

SHOWN = st.text(st.characters(exclude_categories=("C", "Zl", "Zp", "Zs"), include_characters=" "), max_size=300)


def unspaced(text: str) -> str:
    return text.replace(" ", "")


def test_chinese_characters_and_ambiguous_marks_take_two_cells_and_combining_marks_none() -> None:
    assert [width(t) for t in ("报告", "abc", "“√”", "ａ", "e\u0301", "")] == [4, 3, 6, 2, 1, 0]


def test_padding_counts_cells_and_never_cuts() -> None:
    assert (pad("报告", 6), pad("报告", 3)) == ("报告  ", "报告")


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert wrap("一二三四，五六", 8) == ["一二三", "四，五六"]


def test_an_opening_mark_does_not_end_a_line() -> None:
    assert wrap("一二三《四五六》", 8) == ["一二三", "《四五", "六》"]


def test_a_number_stays_whole() -> None:
    assert wrap("共有1234件", 6) == ["共有", "1234件"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_a_path_is_broken_behind_a_slash() -> None:
    assert wrap("examples/good.txt", 12) == ["examples/", "good.txt"]


def test_later_lines_are_led_by_their_own_indent() -> None:
    assert wrap("一二三四五", 8, first="- ", rest="  ") == ["- 一二三", "  四五"]


def test_an_empty_text_is_one_line_with_its_lead() -> None:
    assert wrap("", 8, first="- ") == ["-"]


@given(SHOWN, st.integers(min_value=4, max_value=80), st.integers(min_value=0, max_value=2))
def test_no_line_is_too_wide_and_nothing_but_blanks_is_lost(text: str, cells: int, indent: int) -> None:
    lines = wrap(text, cells, first=" " * indent, rest=" " * indent)
    assert max(map(width, lines)) <= cells
    assert unspaced("".join(lines)) == unspaced(text)


@given(st.lists(st.sampled_from(["甲", "乙，", "《丙", "丁）。", "戊 ", "12件", " ab"])).map("".join))
def test_where_there_is_a_choice_no_line_begins_with_a_closing_or_ends_with_an_opening_mark(text: str) -> None:
    lines = wrap(text, 12)
    assert [line for line in lines if line and (line[0] in "，）。" or line[-1] == "《")] == []
