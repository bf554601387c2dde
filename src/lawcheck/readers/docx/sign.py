"""Elements that stand for a character."""

from __future__ import annotations

from collections.abc import Mapping

# Elements of a run.
SIGNS: Mapping[str, str] = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
# Parts of a formula, written in one line: without a sign ten to the fourth would read 104.
FORMULA_SIGNS: Mapping[str, str] = {"m:den": "/", "m:sup": "^", "m:sub": "_"}
# Fonts in which letters stand for pictures; Word gives the letters code points of this range.
_PICTURE_LETTERS = range(0xF000, 0xF100)
_CIRCLED = {0x81 + i: chr(ord("①") + i) for i in range(10)} | {0x8C + i: chr(ord("❶") + i) for i in range(10)}
_MATHEMATICAL = {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷"}
_FONTS: Mapping[str, Mapping[int, str]] = {"wingdings": _CIRCLED, "symbol": _MATHEMATICAL}


def symbol(code: str, font: str) -> str:
    """Return the character that a symbol's hexadecimal code names in its font; nothing for a mere picture."""
    is_code = 0 < len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code)
    value = int(code, 16) if is_code else 0
    if value in _PICTURE_LETTERS:
        return _FONTS.get(font.lower(), {}).get(value & 0xFF, "")
    is_character = 0x20 < value <= 0x10FFFF and not 0xD800 <= value <= 0xDFFF
    return chr(value) if is_character else ""
