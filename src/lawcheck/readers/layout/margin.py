"""What a page has besides the text of the document: running heads and feet, page numbers, footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lawcheck.readers.layout.line import Line
from lawcheck.readers.layout.sheet import Sheet
from lawcheck.text.pattern import pattern

# How much of a page, at its top and at its bottom, heads and feet stand in, and how many lines they have at most.
_SHARE, _MOST = 0.15, 3
# A foot may be that of every other page; a chapter's head changes.
_REPEATED_SHARE = 3
_NOTE_SIZE = 0.9
_PAGE_NUMBER = pattern(
    r"(?i)(?:[-—－–―·•~～]{0,3}\s?(?:\d{1,4}|[ivxlc]{1,6})\s?[-—－–―·•~～]{0,3}|\d{1,4}\s?/\s?\d{1,4}"
    r"|第\s?\d{1,4}\s?页(?:\s?[，,/]?\s?[（(]?\s?共\s?\d{1,4}\s?页[)）]?)?|第\s?[一二三四五六七八九十百]{1,5}\s?页"
    r"|共\s?\d{1,4}\s?页\s?[，,/]?\s?第\s?\d{1,4}\s?页|page\s?\d{1,4}(?:\s?of\s?\d{1,4})?)\Z"
)
# What a browser prints around a page: the time, the title, the address, the page.
_PRINTED = pattern(
    r"(?i)\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s?[上下]?午?\s?\d{1,2}:\d{2}(?:\s?[ap]m)?(?!\d).{0,120}\Z"
    r"|(?:https?|file|about):\S{0,500}(?:\s\d{1,4}\s?/\s?\d{1,4})?\Z"
)
_NOTE = pattern(r"[\[［〔(（]?(?:\d{1,3}|[①-⑳*＊])[\]］〕)）]?\s?(?=[^\d.．、\s])|注[:：]")
_WITHOUT_DIGITS = dict.fromkeys(map(ord, "0123456789"))
# A shorter end of a paragraph may stand at the foot of two pages by chance.
_FEWEST = 4


def without_margins(sheets: Sequence[Sheet], pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines of each page without its running heads and feet and its number; both arguments go by page."""
    repeated = _repeated(sheets, pages)
    return [
        _peeled(_peeled(lines, sheet, repeated, -1), sheet, repeated, 1)
        for sheet, lines in zip(sheets, pages, strict=True)
    ]


def without_notes(lines: list[Line], size: float) -> list[Line]:
    """Return the lines of a page without the footnotes below them: small print that begins with a note's mark."""
    notes = list(takewhile(lambda line: line.size < _NOTE_SIZE * size, reversed(lines)))
    if not any(line.has_mark for line in lines):
        return lines
    first = next((i for i in range(len(lines) - len(notes), len(lines)) if _NOTE.match(lines[i].text)), len(lines))
    return lines[:first]


def _peeled(lines: list[Line], sheet: Sheet, repeated: set[tuple[int, str]], side: int) -> list[Line]:
    drop = sum(1 for _ in takewhile(lambda line: _is_furniture(line, sheet, repeated), _edge(lines, sheet, side)))
    return lines[drop:] if side < 0 else lines[: len(lines) - drop]


def _is_furniture(line: Line, sheet: Sheet, repeated: set[tuple[int, str]]) -> bool:
    if _key(line, sheet) in repeated:
        return True
    return (_PAGE_NUMBER.match(line.text) or _PRINTED.match(line.text)) is not None


def _edge(lines: Sequence[Line], sheet: Sheet, side: int) -> Iterator[Line]:
    """Yield the lines in the margin at the top (`side` -1) or the bottom (1), from the edge of the page."""
    for line in lines[:_MOST] if side < 0 else lines[: -_MOST - 1 : -1]:
        if side * (line.y - (sheet.height / 2)) > (0.5 - _SHARE) * sheet.height:
            yield line


def _key(line: Line, sheet: Sheet) -> tuple[int, str]:
    """Return what heads have in common on all pages: the side of the page, and the words without numbers."""
    return (1 if line.y > sheet.height / 2 else -1), line.text.translate(_WITHOUT_DIGITS)


def _repeated(sheets: Sequence[Sheet], pages: Sequence[list[Line]]) -> set[tuple[int, str]]:
    counts: Counter[tuple[int, str]] = Counter()
    for sheet, lines in zip(sheets, pages, strict=True):
        counts.update({_key(line, sheet) for side in (-1, 1) for line in _edge(lines, sheet, side)})
    enough = max(2, len(pages) / _REPEATED_SHARE)
    return {key for key, count in counts.items() if count >= enough and len(key[1]) >= _FEWEST}
