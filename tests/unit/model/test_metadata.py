from __future__ import annotations

import pytest

from lawcheck.model.document import METADATA_KEYS
from lawcheck.model.metadata import DATE_KEYS, misfit


@pytest.mark.parametrize("key", DATE_KEYS)
@pytest.mark.parametrize(
    "value",
    ["2026-03-20", "2026年3月20日", "2026/3/20", "2026.3.20", " 2026-03-20 09:30 ", "2026-03-20T09:30:00+08:00", ""],
)
def test_a_date_may_be_written_as_pages_write_it(key: str, value: str) -> None:
    assert misfit(key, value) is None


@pytest.mark.parametrize("key", DATE_KEYS)
@pytest.mark.parametrize(
    "value", ["20日", "2026-02-30", "2026年3月", "2026", "发布于2026-03-20", "2026-03-20 甲", "03/20/2026"]
)
def test_what_is_no_date_is_told_with_an_example(key: str, value: str) -> None:
    told = misfit(key, value)
    assert told is not None
    assert (value in told, "2026-03-20" in told.en) == (True, True)


@pytest.mark.parametrize("key", sorted(set(METADATA_KEYS) - set(DATE_KEYS)))
def test_the_other_values_are_any_words(key: str) -> None:
    assert misfit(key, "首页 > 政务公开") is None


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("issuer", "甲", "document_number、written"),
        (5, "甲", "没有元数据项“5”"),
        ("a\x1b", "甲", r"“a\x1b”"),
        ("title", 5, "不能是 int"),
        ("title", "\udce4", "不成字的编码"),
    ],
)
def test_what_does_not_fit_is_told(key: object, value: object, told: str) -> None:
    assert told in (misfit(key, value) or "")
