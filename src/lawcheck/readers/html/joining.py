"""From the pieces of text between two line breaks to one line, with the blanks that a browser would show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lawcheck.readers.page.labels import LABEL
from lawcheck.text.pattern import pattern

_BLANKS = pattern(r"[\t\n\f\r ]++")
_BREAKING = "\t\n\f\r"
# Beside these a line break in the source shows nothing; between words of letters it shows a blank.
_WIDE_FROM = "\u2e80"
_LONGEST_LABEL = 16


class Part(NamedTuple):
    """Text within one line that no tag interrupts."""

    data: str
    is_link: bool


def join(parts: Sequence[Part]) -> tuple[str, int]:
    """Return the line that `parts` make, and how many of its characters are links."""
    pieces: list[str] = []
    linked = 0
    for part in parts:
        # Fields that stand side by side, each in its own element, are parted by the page's style alone.
        if pieces and not pieces[-1][-1:].isspace() and _begins_field(part.data):
            pieces.append(" ")
        pieces.append(part.data)
        linked += len(part.data.strip()) if part.is_link else 0
    return collapsed("".join(pieces)), linked


def collapsed(text: str) -> str:
    """Return `text` with each run of blanks as one, none where a line of the source breaks within Chinese."""
    text = text.strip()
    if "  " not in text and not any(c in text for c in _BREAKING):
        return text
    pieces: list[str] = []
    at = 0
    for run in _BLANKS.finditer(text):
        pieces.append(text[at : run.start()])
        at = run.end()
        is_within = text[run.start() - 1] >= _WIDE_FROM and text[at : at + 1] >= _WIDE_FROM
        pieces.append("" if is_within and "\n" in run.group() else " ")
    return "".join((*pieces, text[at:]))


def _begins_field(data: str) -> bool:
    return len(data) > 2 and LABEL.match(data, 0, min(len(data), _LONGEST_LABEL)) is not None
