"""Personal data in text from strangers, blanked out before anybody is shown it."""

from __future__ import annotations

from lawcheck.text.pattern import Match, pattern

# Resident identity numbers (the date of birth tells them from other long numbers) and mobile phone numbers.
_PERSONAL = pattern(
    r"(?<!\d)(?:\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|1[3-9]\d{9})(?!\d)"
)
_KEPT = 3  # digits of such a number that are left to be seen at its beginning


def mask(text: str, low: int = 0, high: int | None = None) -> str:
    """Return `text[low:high]` with identity and mobile phone numbers blanked out but for their first digits.

    The length stays.
    """
    pieces, at, end = [], low, len(text) if high is None else high
    for m in _PERSONAL.finditer(text, low, end):
        pieces += [text[at : m.start()], _blank(m)]
        at = m.end()
    return "".join((*pieces, text[at:end]))


def _blank(number: Match) -> str:
    return number.group()[:_KEPT] + "*" * (len(number.group()) - _KEPT)
