from __future__ import annotations

from lawcheck.text.han import count_han


def test_only_chinese_characters_count() -> None:
    assert count_han("2024年，全局abc学法12次。") == 6


def test_a_range_is_counted_alone() -> None:
    assert count_han("一二三四五", 1, 3) == 2
