"""From pieces to printed lines: pieces on one level side by side, marks of footnotes out, blanks only where meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lawcheck.readers.layout.sheet import SEVERAL_FONTS, Piece
from lawcheck.text.han import count_han
from lawcheck.text.pattern import pattern

# In sizes of the greater piece: how far two pieces of one line may differ in level; how high a footnote's mark stands.
_LEVEL, _RAISED = 0.4, 0.15
_SMALL = 0.85
_DOUBLED = 0.2
# In sizes: a gap that is a blank between words, and one that sets columns apart.
_WORD_GAP, _COLUMN_GAP = 0.4, 1.6
_NOTE_MARK = pattern(r"[\[［〔(（]?(?:\d{1,3}|[①-⑳*＊])[\]］〕)）]?\Z")
_LONGEST_ENTRY = 200
# Chinese characters: a part of a line that is longer is no cell of a table without lines.
_PROSE = 10
_ENTRY = pattern(r".*?(?:[.．·…]\s?){4,}+\s?[-—]?\s?\d{1,4}\s?[-—]?\Z")
_POWERS = {"2": "²", "3": "³"}


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line.

    `is_row` says that it stands alone, set in columns by wide gaps or by dots; `has_mark` that a footnote's mark in it
    was left out. `font` is that of its Chinese characters, None where they have several.
    """

    page: int
    x: float
    right: float
    y: float
    size: float
    text: str
    is_row: bool = False
    has_mark: bool = False
    font: int | None = None

    @property
    def is_han(self) -> bool:
        """Say whether Chinese characters stand in it, which give its size."""
        return count_han(self.text) > 0

    @property
    def is_in_columns(self) -> bool:
        """Say whether it runs over two columns of text, rather than the cells of a table."""
        return self.is_row and sum(count_han(part) >= _PROSE for part in self.text.split(" ")) > 1


def build_lines(page: int, pieces: Iterable[Piece]) -> list[Line]:
    """Return the lines that the pieces of a page make, from the top."""
    rows: list[list[Piece]] = []
    leader: Piece | None = None
    for piece in sorted(pieces, key=lambda p: (p.y, p.x)):
        if leader is None or piece.y - leader.y > _LEVEL * max(piece.size, leader.size):
            rows.append([])
            leader = piece
        elif piece.size > leader.size:
            leader = piece
        rows[-1].append(piece)
    return [_line(page, sorted(row)) for row in rows]


def is_entry(text: str) -> bool:
    """Say whether a line is an entry of a table of contents: dots and a page."""
    return len(text) <= _LONGEST_ENTRY and _ENTRY.match(text) is not None


def joint(before: str, after: str) -> str:
    """Return what stands between two parts of one text where a line ended: a blank between Latin words."""
    a, b = before[-1:], after[:1]
    is_word = a.isascii() and b.isascii() and a.isalnum() and b.isalnum() and not (a.isdigit() and b.isdigit())
    return " " if is_word else ""


def _line(page: int, row: Sequence[Piece]) -> Line:
    # The size of a piece without Chinese is only a height.
    main = max(row, key=lambda piece: (count_han(piece.text) > 0, len(piece.text) * piece.size))
    text, right, is_row, has_mark = "", row[0].x, False, False
    last: Piece | None = None
    is_spaced = len(row) > 2 and max(len(piece.text) for piece in row) == 1
    for piece in row:
        if last and piece.text == last.text and piece.x - last.x < _DOUBLED * piece.size:
            continue  # printed twice to look bold
        words = piece.text
        if (
            text
            and piece.size < _SMALL * main.size
            and piece.y < main.y - _RAISED * main.size
            and _NOTE_MARK.match(words)
        ):
            words = _POWERS.get(words, "") if text[-1:] in ("m", "M", "㎡") else ""
            has_mark = has_mark or not words
        elif last:
            gap = piece.x - right
            is_wide = gap > _COLUMN_GAP * main.size and not is_spaced
            is_row = is_row or (is_wide and not (text[-1:].isascii() and words[0].isascii()))
            text += " " if is_wide or _is_word_gap(text, piece, gap) else ""
        text += words
        right, last = max(right, piece.right), piece
    fonts = {piece.font for piece in row if count_han(piece.text)}
    font = min(fonts) if len(fonts) == 1 and SEVERAL_FONTS not in fonts else None
    is_row = is_row or is_entry(text)
    return Line(page, row[0].x, right, main.y, main.size, text, is_row, has_mark, font)


def _is_word_gap(text: str, piece: Piece, gap: float) -> bool:
    """Say whether a gap between two pieces is a blank: Latin words have them, Chinese has none."""
    before, after = text[-1:], piece.text[0]
    return before.isascii() and after.isascii() and (piece.is_after_blank or gap > _WORD_GAP * piece.size)
