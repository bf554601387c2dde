"""Counting Chinese characters, the measure of length in official texts."""

from __future__ import annotations

from lawcheck.text.pattern import pattern

# Runs, not characters: a page of text is a few dozen matches.
_RUN = pattern(r"\p{Han}++")


def count_han(text: str, start: int = 0, end: int | None = None) -> int:
    """Return the number of Chinese characters in `[start, end)`; marks, digits and letters do not count."""
    return sum(m.end() - m.start() for m in _RUN.finditer(text, start, end))
