from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("报告（2024）.txt", "报告（2024）.txt"),
        ("\x1b[31m红", "\\x1b[31m红"),
        ("甲\u202e乙", "甲\\u202e乙"),
        ("甲\u200b乙\ufeff", "甲\\u200b乙\\ufeff"),
        ("甲\x85\x7f", "甲\\x85\\x7f"),
        ("一行\n两行\r\n三\t四", "一行 两行  三 四"),
        ("\udce4.txt", "\\udce4.txt"),
        ("文件夹\udce7\udc94\udcb2/\udce4.txt", "文件夹甲/\\udce4.txt"),
        ("\udce2\udc80\udcae", "\\u202e"),
        ("\ud800\udce7\udc94\udcb2", "\\ud800\\udce7\\udc94\\udcb2"),
        ("甲\U000e0041\ufe0f", "甲\\U000e0041\\ufe0f"),
        ("::error::x", ":\\x3aerror:\\x3ax"),
        ("##[error]", "#\\x23[error]"),
        ("a ##vso[task]", "a #\\x23vso[task]"),
    ],
)
def test_what_hides_or_steers_is_shown_by_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(), max_size=80))
def test_nothing_shown_is_a_control_a_line_end_or_a_command_of_a_build_server(text: str) -> None:
    shown = visible(text)
    assert [c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")] == []
    assert "::" not in shown
    assert "##" not in shown


@given(st.text(st.characters(categories=("L", "N", "P"), exclude_characters="\u115f\u1160\u3164\uffa0:#")))
def test_letters_digits_and_marks_stay_as_they_are(text: str) -> None:
    assert visible(text) == text
