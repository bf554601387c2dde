"""Width of text on a terminal, in cells, and line breaking by the rules of Chinese typesetting."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# A line does not begin with the first of these, nor end with the second (CLREQ §3.1.1, the common set).
_NEVER_FIRST = frozenset("，。、；：？！）》」』】〉〕”’…—～·％‰℃%,.;:?!)]}")
_NEVER_LAST = frozenset("（《「『【〈〔“‘([{")


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    # Ambiguous (“ ” … √ ×) counts as two: so Chinese terminals show it, and elsewhere a line only comes out shorter.
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def width(text: str) -> int:
    """Return how many cells `text` takes, at most. Text without control characters is assumed."""
    return sum(map(_cells, text))


def pad(text: str, cells: int) -> str:
    """Return `text` with blanks up to `cells`; a longer text stays whole."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int, *, first: str = "", rest: str = "") -> list[str]:
    """Return `text` in lines of at most `cells`, the first led by `first`, the others by `rest`.

    No character but blanks at a break is lost. Closing marks do not begin a line, opening marks do not end one, Latin
    words and numbers stay whole; all three give way where a line has no other place to break.
    """
    lines: list[str] = []
    lead, at = first, 0
    while True:
        end = _break(text, at, max(cells - width(lead), 2))
        lines.append((lead + text[at:end].rstrip(" ")).rstrip(" "))
        at = end
        while at < len(text) and text[at] == " ":
            at += 1
        if at >= len(text):
            return lines
        lead = rest


def _break(text: str, start: int, room: int) -> int:
    """Return where the line that begins at `start` ends: always at least one character on."""
    at, used, last = start, 0, start
    while at < len(text):
        used += _cells(text[at])
        if used > room and text[at] != " ":
            return max(last if last > start else at, start + 1)
        at += 1
        if at < len(text) and _may_break(text[at - 1], text[at]):
            last = at
    return at


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST or not _cells(after):
        return False
    if before == "/":  # a path may go on in the next line
        return True
    return after != " " and not (_is_latin(before) and _is_latin(after))


def _is_latin(char: str) -> bool:
    return char != " " and _cells(char) == 1
