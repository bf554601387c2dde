"""The formats of automatic numbers."""

from __future__ import annotations

import pytest

from lawcheck.readers.number_format import write_number


@pytest.mark.parametrize(
    ("style", "value", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("numberInDash", 2, "- 2 -"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1005, "一千零五"),
        ("taiwaneseCountingThousand", 30, "三十"),
        ("taiwaneseCounting", 11, "十一"),
        ("taiwaneseDigital", 10, "一〇"),
        ("japaneseCounting", 111, "百十一"),
        ("ideographDigital", 20, "二〇"),
        ("ideographTraditional", 4, "丁"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 5, "辰"),
        ("ideographZodiacTraditional", 11, "甲戌"),
        ("ideographZodiacTraditional", 61, "61"),
        ("01, 02, 03, ...", 3, "03"),
        ("001, 002, 003, ...", 12, "012"),
        ("0" * 900, 1, "00001"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographLegalTraditional", 23, "貳拾參"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("none", 3, ""),
        ("bullet", 3, ""),
        ("未来的格式", 3, "3"),
        ("upperRoman", 999_999_999, "999999999"),
        ("chineseCounting", 0, "0"),
        ("upperLetter", 5000, "5000"),
    ],
)
def test_numbers_are_written_in_their_format(style: str, value: int, written: str) -> None:
    assert write_number(value, style) == written
