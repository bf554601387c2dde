from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.date import days, find_dates, is_day, iso_date
from lawcheck.text.numeral import to_han


def found(text: str) -> list[tuple[str, str | None, bool]]:
    return [(text[d.start : d.end], d.iso, d.is_valid) for d in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025年1月8日", "2025-01-08"),
        ("2025年01月08日", "2025-01-08"),
        ("2025-01-08", "2025-01-08"),
        ("2025.1.8", "2025-01-08"),
        ("2025/1/8", "2025-01-08"),
        ("二〇二五年一月八日", "2025-01-08"),
        ("二○二五年十二月三十一日", "2025-12-31"),
        ("二零二五年十月二十日", "2025-10-20"),
        ("二OO九年元月廿三日", "2009-01-23"),
        ("2025 年 1 月 8 日", "2025-01-08"),
        ("2025年1月8号", "2025-01-08"),
        ("2025年1月", None),
        ("2025年1月份", None),
        ("二〇二五年元月", None),
    ],
)
def test_date_is_read_in_every_customary_form(text: str, iso: str | None) -> None:
    assert found(text) == [(text, iso, True)]


@pytest.mark.parametrize(
    "text", ["2025年2月30日", "2025年13月1日", "2025-00-08", "2025年1月0日", "二〇二五年六月三十一日"]
)
def test_date_that_no_calendar_has_is_flagged(text: str) -> None:
    assert found(text) == [(text, None, False)]


@pytest.mark.parametrize(
    "text", ["20250301", "2025-W09-6", "2025-3-1", "2025-02-30", "２０２５-０３-０１", "2025-03-01 ", "0000-01-01", ""]
)
def test_what_is_no_iso_day_is_none(text: str) -> None:
    assert iso_date(text) is None


@given(st.dates())
def test_every_day_is_read_as_iso_writes_it(day: date) -> None:
    assert iso_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "text", ["2025年", "12025年1月8日", "2025.1.8.3", "2025-1", "3.2025.1.8", "25年1月8日", "办结2025件", ""]
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_dates_in_a_sentence_come_in_order() -> None:
    text = "2024年1月1日至2024年12月31日，共开会12次，2025-01-10公布。"
    assert [d.iso for d in find_dates(text)] == ["2024-01-01", "2024-12-31", "2025-01-10"]


def test_search_keeps_to_its_bounds() -> None:
    text = "2024年1月1日 2025年1月8日"
    assert [(d.start, d.iso) for d in find_dates(text, 5)] == [(10, "2025-01-08")]


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_both_scripts(day: date) -> None:
    han_year = "".join("〇一二三四五六七八九"[int(c)] for c in str(day.year))
    han = f"{han_year}年{to_han(day.month)}月{to_han(day.day)}日"
    for text in (f"{day.year}年{day.month}月{day.day}日", day.isoformat(), han):
        assert found(text) == [(text, day.isoformat(), True)]


@given(st.text(alphabet="0123456789年月日号份-./二〇一十 ", max_size=40))
def test_ranges_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    at = 0
    for d in find_dates(text):
        assert at <= d.start < d.end <= len(text)
        at = d.end


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025年1月8日", "2025-01-08", "2025-01-08"),
        ("发布时间 2025-03-20 09:00", "2025-03-20", "2025-03-20"),
        ("2025年1月", "2025-01-01", "2025-01-31"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("2024年12月", "2024-12-01", "2024-12-31"),
    ],
)
def test_a_date_means_a_day_or_all_days_of_its_month(text: str, first: str, last: str) -> None:
    assert days(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "昨天", "2025年2月30日", "2025年13月", "2025"])
def test_no_date_means_no_days(text: str) -> None:
    assert days(text) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["", " 09:30", "T09:30:15.5Z", "9时30分"]))
def test_a_date_in_full_is_a_day_with_or_without_its_time(day: date, time: str) -> None:
    forms = (f"{day}{time}", f"{day.year}年{day.month}月{day.day}日{time}", f"{day.year}/{day.month}/{day.day} {time}")
    assert [is_day(form) for form in forms] == [time != "9时30分", True, True]
