"""Tables of a plain text: columns set apart by tabs, by blanks or by drawn lines.

Conservative: only lines one below the other that make the same columns, with a row of heads above and numbers below,
are taken for a table. Everything else stays what it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lawcheck.model.document import Block
from lawcheck.readers.lines import Line, is_blank, trim, width
from lawcheck.text.fold import fold_text
from lawcheck.text.pattern import Pattern, pattern
from lawcheck.text.quantity import bare_number
from lawcheck.text.span import Span

_BARS = "│┃║|｜"
# A line that only rules a table: ┌──┬──┐, |---|:--:|, +-----+.
_RULE = pattern(r"[-─━═—=_+|｜│┃║:├┤┬┴┼┌┐└┘╔╗╚╝╠╣╦╩╬╞╡╪╟╢╫ \t]{3,}+\Z")
_SENTENCE = pattern("[。；！？]")
_NO_HEAD = pattern(r"[：:](?!$)|页[码次]|电话|联系人|盖章|月\d{1,2}日|^第?[一二三四五六七八九十\d]+[、.．）)]")
_MARK = pattern(r"(?:[-—－/／…·]{1,2}|无|零|持平)\Z|[-+−－＋±↑↓]\d")
_YEAR = pattern(r"(?:19|20)\d\d\Z")
_LONGEST_HEAD, _LONGEST = 20, 80
_MOST_HEADS = 3
_MOST_WORDED = 2  # rows without a number, one below the other

_MOST_LINES = 5_000  # that may be looked at for tables; no report has so many

_Fields = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    """A way of setting columns apart: by `mark`, of which each line holds one of `hints`.

    `is_edged`: marks at the ends of a line only close it. `is_whole`: blank space at the ends of a line makes columns
    too. `is_loose`: a column without text shows in nothing but its place.
    """

    mark: Pattern
    hints: tuple[str, ...]
    is_edged: bool = False
    is_whole: bool = False
    is_loose: bool = False

    def cut(self, text: str, line: Line) -> _Fields:
        """Return the fields of a line."""
        span = line.span
        if self.is_whole:
            end = text.find("\n", span.end)
            span = Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
        edges = [span.start, *(place for m in self.mark.finditer(text, *span) for place in m.span()), span.end]
        fields = [trim(text, Span(low, high)) for low, high in zip(edges[::2], edges[1::2], strict=True)]
        if self.is_edged:
            fields = fields[fields[0].start == fields[0].end : len(fields) - (fields[-1].start == fields[-1].end)]
        return tuple(fields)


_SETTINGS = (
    _Setting(pattern(f"[{_BARS}]"), tuple(_BARS), is_edged=True),
    _Setting(pattern(r"\t"), ("\t",), is_whole=True),
    _Setting(pattern(r"[ \u3000]*+\t[\t \u3000]*+"), ("\t",)),
    _Setting(pattern("[ \t\u3000]{2,}+"), ("  ", "\u3000\u3000", " \u3000", "\u3000 "), is_loose=True),
    # 合　计 is one word.
    _Setting(pattern(r"(?<!(?<!\p{Han})\p{Han})\u3000|\u3000(?!\p{Han}(?!\p{Han}))"), ("\u3000",), is_loose=True),
)


def find_tables(text: str, lines: Sequence[Line]) -> tuple[list[Block], list[Line]]:
    """Return the cells of the tables among `lines`, and the lines that are in none."""
    cells: list[Block] = []
    rest: list[Line] = []
    at = tables = looked = 0
    while at < len(lines):
        found = None
        if looked < _MOST_LINES and _may_begin(text, lines, at):
            looked += 1
            found = _table_at(text, lines, at)
        if found is None:
            rest.append(lines[at])
            at += 1
            continue
        tables += 1
        while rest and rest[-1].number + 1 == lines[at].number and _RULE.match(text, *rest[-1].span):
            at -= 1
            rest.pop()
        for number, row in enumerate(found.rows, 1):
            for column, span in enumerate(row, 1):
                if not is_blank(span.of(text)):
                    cells.append(Block(span, "cell", cell=f"T{tables}R{number}C{column}"))
        at = found.end
    return cells, rest


def _may_begin(text: str, lines: Sequence[Line], at: int) -> bool:
    """Say whether a table may begin with the line at `at`: it has columns, and so has a line with a digit below it."""
    if not _has_columns(text, lines[at]):
        return False
    below = lines[at + 1 : at + 1 + 2 * _MOST_HEADS]
    return any(_has_columns(text, line) and any(map(str.isdigit, line.span.of(text))) for line in below)


def _has_columns(text: str, line: Line) -> bool:
    words = line.span.of(text)
    return any(hint in words for setting in _SETTINGS for hint in setting.hints) and not _RULE.match(text, *line.span)


def _table_at(text: str, lines: Sequence[Line], at: int) -> _Reading | None:
    """Return the table that begins with the line at `at`, in the first way of setting it that makes one."""
    words = lines[at].span.of(text)
    settings = (s for s in _SETTINGS if s.is_whole or any(hint in words for hint in s.hints))
    readings = (_Reading(text, setting) for setting in settings)
    return next((reading for reading in readings if reading.read(lines, at)), None)


class _Reading:
    """The rows of one table, set in one way. `end` is the line behind it."""

    def __init__(self, text: str, setting: _Setting) -> None:
        self.rows: list[_Fields] = []
        self.end = 0
        self._text = text
        self._setting = setting
        self._columns: list[tuple[int, int]] = []  # where they begin and end, in cells

    def read(self, lines: Sequence[Line], at: int) -> bool:
        """Take the rows from line `at` on, as far as they make a table; say whether they do."""
        heads = figures = worded = 0
        taken: list[_Fields] = []
        for i in range(at, len(lines)):
            line = lines[i]
            if i > at and line.number != lines[i - 1].number + 1:
                break
            if _RULE.match(self._text, *line.span):
                self.end = i + 1 if figures and not worded else self.end
                continue
            row = self._row(line)
            if row is None:
                break
            has_figures = self._has_figures(row)
            if not figures and not has_figures:
                heads += 1
                if heads > _MOST_HEADS or not self._is_head(row):
                    return False
            elif not heads:
                return False
            worded = 0 if has_figures else worded + 1
            if figures and worded > _MOST_WORDED:
                break
            taken.append(row)
            if has_figures:
                figures += 1
                self.rows, self.end = list(taken), i + 1
        return figures > 0 and (figures > 1 or not self._setting.is_loose or len(self.rows[0]) > 2)

    def _row(self, line: Line) -> _Fields | None:
        """Return a line cut into the columns of the first row, or None when it has others."""
        row = self._setting.cut(self._text, line)
        extents = [self._extent(line, field) for field in row]
        if not self._columns:
            self._columns = extents
        elif self._setting.is_loose and 1 < len(row) < len(self._columns):
            return self._placed(line, row, extents)
        elif len(row) == len(self._columns):
            self._columns = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(self._columns, extents, strict=True)]
        is_sound = len(row) > 1 and len(row) == len(self._columns)
        return row if is_sound and all(f.end - f.start <= _LONGEST for f in row[:-1]) else None

    def _placed(self, line: Line, row: _Fields, extents: list[tuple[int, int]]) -> _Fields | None:
        """Return the fields of a row that lacks some, each in the column above or below which it stands."""
        if any(one[1] >= other[0] for one, other in pairwise(self._columns)):
            return None
        placed: dict[int, Span] = {}
        for field, (low, high) in zip(row, extents, strict=True):
            inside = [i for i, (start, end) in enumerate(self._columns) if low < end and start < high]
            if len(inside) != 1 or inside[0] in placed:
                return None
            placed[inside[0]] = field
        nothing = Span(line.span.end, line.span.end)
        return tuple(placed.get(column, nothing) for column in range(len(self._columns)))

    def _extent(self, line: Line, field: Span) -> tuple[int, int]:
        start = line.indent + width(self._text[line.span.start : field.start])
        return start, start + width(field.of(self._text))

    def _is_head(self, row: _Fields) -> bool:
        words = [fold_text(field.of(self._text)) for field in row]
        return all(len(w) <= _LONGEST_HEAD and not _SENTENCE.search(w) and not _NO_HEAD.search(w) for w in words)

    def _has_figures(self, row: _Fields) -> bool:
        """Say whether a row holds a number, or a mark in place of one, behind its first column; no year, no day."""
        words = [fold_text(field.of(self._text)) for field in row[1:]]
        numbers = [found for word in words if (found := bare_number(word)) and not _YEAR.match(word)]
        return any(found.unit != "日" for found in numbers) or any(_MARK.match(word) for word in words)
