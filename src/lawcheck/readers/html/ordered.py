"""The automatic numbers of `<ol>`. Source: HTML Standard, 4.4.5 and 4.4.8; CSS Counter Styles Level 3, 6 and 7."""

from __future__ import annotations

from collections.abc import Mapping

from lawcheck.readers.number_format import write_number

# How CSS and the `type` attribute call the number formats, and what follows the number.
_STYLES = {
    "1": ("decimal", "."),
    "a": ("lowerLetter", "."),
    "A": ("upperLetter", "."),
    "i": ("lowerRoman", "."),
    "I": ("upperRoman", "."),
    "decimal": ("decimal", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
_MOST_DIGITS = 6


class OrderedList:
    """The numbers of one list. A list that shows none, or counts down, gives none."""

    def __init__(self, attributes: Mapping[str, str], list_style: str) -> None:
        self._format = _format(list_style) or _STYLES.get(attributes.get("type", ""), _STYLES["1"])
        self._is_shown = list_style != "none" and "reversed" not in attributes
        self._next = _integer(attributes.get("start", ""), 1)

    def number(self, attributes: Mapping[str, str], list_style: str) -> str:
        """Count an item and return its number as shown, with the blank that parts it from text in digits."""
        value = _integer(attributes.get("value", ""), self._next)
        self._next = value + 1
        if not self._is_shown or list_style == "none":
            return ""
        written = write_number(value, self._format[0])
        return written + self._format[1] + (" " if self._format[1] == "." else "")


def _format(list_style: str) -> tuple[str, str] | None:
    return next((known for name, known in _STYLES.items() if len(name) > 1 and list_style == name), None)


def _integer(value: str, default: int) -> int:
    digits = value.strip()
    is_number = digits.removeprefix("-").isdigit() and digits.isascii() and len(digits) <= _MOST_DIGITS
    return int(digits) if is_number else default
