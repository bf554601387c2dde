"""Numerals as Chinese documents write them, to integers and back."""

from __future__ import annotations

_DIGITS = str.maketrans(
    "〇○零一二两三四五六七八九０１２３４５６７８９壹贰叁肆伍陆柒捌玖拾佰仟萬億",
    "00012234567890123456789123456789十百千万亿",
)
_UNITS = {"千": 1000, "百": 100, "十": 10}
_TENS = {"廿": 20, "卅": 30}
_HAN = "零一二三四五六七八九"
# Longer strings are no numerals of a report; the bound also keeps `int` away from digit floods.
_MAX_LENGTH = 24


def to_int(text: str) -> int | None:
    """Return the number that `text` writes, or None when it is no numeral.

    Reads Chinese numerals (`十二`, `两百零五`, `三万五`), digit by digit (`二〇二四`), Arabic digits of both widths,
    and Arabic digits before a unit (`3万`, `2千5百`). A unit alone counts once: `百` is 100.
    """
    if not 0 < len(text) <= _MAX_LENGTH:
        return None
    return _number(text.translate(_DIGITS))


def _number(text: str) -> int | None:
    if _is_digits(text):
        return int(text)
    for unit, worth in (("亿", 10**8), ("万", 10**4)):
        before, found, after = text.rpartition(unit)
        if not found:
            continue
        high = _number(before) if before else 1
        low = _rest(after, worth)
        return high * worth + low if high and low is not None else None
    return _below_myriad(text)


def _rest(text: str, worth: int) -> int | None:
    """Return what follows a unit: nothing, a spoken last digit (`三万五` is 35000), or a smaller number."""
    if not text:
        return 0
    if len(text) == 1 and text != "0" and _is_digits(text):
        return int(text) * worth // 10
    number = _number(text)
    return number if number is not None and number < worth else None


def _below_myriad(text: str) -> int | None:
    for unit, worth in _UNITS.items():
        before, found, after = text.partition(unit)
        if not found:
            continue
        zero = before.removeprefix("0")
        high = int(zero) if len(zero) == 1 and _is_digits(zero) else 1 if not before else None
        low = _low(after, worth)
        return high * worth + low if high and low is not None else None
    tens = text.removeprefix("0")
    if tens[:1] in _TENS and (len(tens) == 1 or (len(tens) == 2 and _is_digits(tens[1]))):
        return _TENS[tens[0]] + int(tens[1:] or 0)
    return None


def _low(text: str, worth: int) -> int | None:
    if not text:
        return 0
    if len(text) == 1 and text != "0" and _is_digits(text):
        return int(text) * worth // 10
    if len(text) == 2 and text[0] == "0" and text != "00" and _is_digits(text):
        return int(text) if worth > 10 else None
    number = _below_myriad(text)
    return number if number is not None and number < worth else None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def to_han(number: int) -> str:
    """Return `number` as headings and dates count: `一`, `十`, `十一`, `二十`, `一百零五`.

    Numbers outside 0..9999 are not written in Chinese there; they come back in Arabic digits.
    """
    if not 0 <= number <= 9999:
        return str(number)
    if number < 10:
        return _HAN[number]
    out = ""
    for unit, worth in _UNITS.items():
        digit, number = divmod(number, worth)
        if digit:
            out += _HAN[digit] + unit
        elif out and not out.endswith("零"):
            out += "零"
    out = out + _HAN[number] if number else out.rstrip("零")
    return out.removeprefix("一") if out.startswith("一十") else out
