"""Writing the number of an automatic list. Source: ECMA-376 Part 1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_HAN = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_LEGAL_OLD = ("零壹貳參肆伍陸柒捌玖", "拾佰仟")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_HIGHEST = 9999
_WIDEST = 5


def write_number(value: int, style: str) -> str:
    """Return `value` in the number format `style`; decimal where the format is unknown or does not reach so far."""
    if style in ("none", "bullet"):
        return ""
    if style.startswith("0"):  # 001, 002, 003, ...
        return str(value).zfill(min(len(style.partition(",")[0]), _WIDEST))
    writer = _WRITERS.get(style)
    return (writer(value) if writer and 0 < value <= _HIGHEST else "") or str(value)


def _han(value: int, digits: str = _HAN, tens: str = "十百千", *, is_short: bool = True) -> str:
    """Return 二百零五; `is_short` writes 十二 for twelve, not 一十二."""
    out, has_gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if not digit:
            has_gap = bool(out)
            continue
        leading_ten = is_short and power == 1 and digit == 1 and not out
        out += (
            (digits[0] if has_gap else "") + ("" if leading_ten else digits[digit]) + (tens[power - 1] if power else "")
        )
        has_gap = False
    return out


def _counting(value: int) -> str:
    return _han(value) if value < 100 else _digits(value)


def _japanese(value: int) -> str:
    out = ""
    for power, unit in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = value // 10**power % 10
        if digit:
            out += ("" if digit == 1 and power else _HAN[digit]) + unit
    return out


def _digits(value: int) -> str:
    return "".join("〇" if d == "0" else _HAN[int(d)] for d in str(value))


def _letters(value: int) -> str:
    # Word writes A … Z, AA, BB, CC.
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value <= 26 * 30 else ""


def _roman(value: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        out += letters * (value // size)
        value %= size
    return out


def _series(first: str, count: int) -> Callable[[int], str]:
    return lambda value: chr(ord(first) + value - 1) if value <= count else ""


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if value <= len(signs) else ""


def _sexagenary(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value <= 60 else ""


def _wide(value: int) -> str:
    return "".join(chr(ord(d) + 0xFEE0) for d in str(value))


_WRITERS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _japanese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "chineseLegalSimplified": lambda value: _han(value, *_LEGAL, is_short=False),
    "ideographLegalTraditional": lambda value: _han(value, *_LEGAL_OLD, is_short=False),
    "ideographEnclosedCircle": _series("㊀", 10),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _series("①", 20),
    "decimalEnclosedCircleChinese": _series("①", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "decimalZero": lambda value: f"{value:02}",
    "numberInDash": lambda value: f"- {value} -",
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
}
