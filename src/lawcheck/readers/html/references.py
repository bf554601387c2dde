"""Character references such as `&nbsp;` and `&#12288;`. Source: HTML Standard, 13.2.5.72 to 13.2.5.80."""

from __future__ import annotations

from html.entities import html5

from lawcheck.text.pattern import Match, pattern

_REFERENCE = pattern(
    r"&(?:#(?:[xX](?P<hex>[0-9a-fA-F]++)|(?P<decimal>[0-9]++));?|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}+);?)"
)
# Some names are known without their semicolon, and then end where the longest of them ends.
_LONGEST_BARE = max(len(name) for name in html5 if not name.endswith(";"))
_MOST_DIGITS = 7
_WINDOWS = range(0x80, 0xA0)  # numbers that stand for characters of windows-1252
_SURROGATES = range(0xD800, 0xE000)
_LOST = "\ufffd"


def resolve(text: str) -> str:
    """Return `text` with its character references replaced; what is none stays as it is."""
    if "&" not in text:
        return text
    pieces: list[str] = []
    at = 0
    for match in _REFERENCE.finditer(text):
        pieces += [text[at : match.start()], _character(match)]
        at = match.end()
    return "".join((*pieces, text[at:]))


def _character(match: Match) -> str:
    if match["hex"]:
        return _numbered(match["hex"], 16)
    if match["decimal"]:
        return _numbered(match["decimal"], 10)
    name: str = match["name"]
    whole = html5.get(name + ";") if match.group().endswith(";") else html5.get(name)
    if whole is not None:
        return whole
    rest = match.group()[1:]
    for length in range(min(len(name), _LONGEST_BARE), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]] + rest[length:]
    return match.group()


def _numbered(digits: str, base: int) -> str:
    digits = digits.lstrip("0")
    value = int(digits or "0", base) if len(digits) <= _MOST_DIGITS else 0
    if not 0 < value <= 0x10FFFF or value in _SURROGATES:
        return _LOST
    if value in _WINDOWS:
        return bytes([value]).decode("cp1252", "ignore")
    char = chr(value)
    # Control characters and those that Unicode will never assign show nothing.
    is_nothing = (value < 32 and char not in "\t\n\f\r") or value == 127
    return "" if is_nothing or value & 0xFFFE == 0xFFFE or 0xFDD0 <= value <= 0xFDEF else char
