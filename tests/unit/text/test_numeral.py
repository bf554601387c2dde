from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.numeral import to_han, to_int


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("零", 0),
        ("一", 1),
        ("两", 2),
        ("十", 10),
        ("十一", 11),
        ("一十", 10),
        ("二十", 20),
        ("二十三", 23),
        ("廿", 20),
        ("廿三", 23),
        ("卅", 30),
        ("九十九", 99),
        ("百", 100),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百二", 120),
        ("一百一十", 110),
        ("两百", 200),
        ("一千零五十", 1050),
        ("两千五", 2500),
        ("三万五", 35000),
        ("一万零五", 10005),
        ("二十五万六千", 256000),
        ("一亿二千万", 120000000),
        ("一万亿", 10**12),
        ("二〇二四", 2024),
        ("二○二四", 2024),
        ("二零二五", 2025),
        ("2024", 2024),
        ("２０２４", 2024),
        ("3万", 30000),
        ("2千5百", 2500),
        ("贰拾", 20),
    ],
)
def test_numeral_is_read(written: str, value: int) -> None:
    assert to_int(written) == value


@pytest.mark.parametrize(
    "written",
    ["", "十十", "二二十", "一百〇", "二十〇", "1.5万", "甲", "第三", "十 二", "-3", "²", "٣", "一" * 25, "9" * 5000],
)
def test_what_is_no_numeral_reads_as_none(written: str) -> None:
    assert to_int(written) is None


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10000, "10000"),
        (-1, "-1"),
    ],
)
def test_number_is_written(number: int, written: str) -> None:
    assert to_han(number) == written


@given(st.integers(min_value=0, max_value=10**20))
def test_every_number_comes_back(number: int) -> None:
    assert to_int(to_han(number)) == number


@given(st.text(alphabet="〇○零一二三四五六七八九十百千万亿两廿卅0123456789 .余", max_size=30))
def test_any_string_of_numeral_characters_is_read_or_refused(text: str) -> None:
    value = to_int(text)
    assert value is None or value >= 0
