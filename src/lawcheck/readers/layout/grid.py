"""Tables with ruled lines: which lines make one grid, and in which cell of it a place lies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from lawcheck.readers.layout.sheet import Rule

# Points: how thick a line may be, how long it is at least, and how far lines miss each other that are meant to meet.
_THICKEST, _SHORTEST, _MISS = 3.0, 6.0, 3.0
# More lines than a table has: then it is a drawing.
_MOST_RULES, _MOST_LINES = 5_000, 300


class Stroke(NamedTuple):
    """A straight line: `at` across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float

    def passes(self, place: float) -> bool:
        """Say whether the line reaches over `place`."""
        return self.start - _MISS <= place <= self.end + _MISS


class Place(NamedTuple):
    """A cell by its first row and column, from zero."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table, in order, which touch each other; `tops` and `lefts` are where rows and columns begin."""

    rows: Sequence[Stroke]
    columns: Sequence[Stroke]
    tops: Sequence[float]
    lefts: Sequence[float]
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a place lies inside the table."""
        return self.lefts[0] <= x <= self.right and self.tops[0] <= y <= self.bottom

    def place(self, x: float, y: float) -> Place:
        """Return the cell at a place inside the table."""
        top = _nearest(reversed(self.rows[: bisect_right(self.rows, (y, inf, inf))]), x, self.tops[0])
        left = _nearest(reversed(self.columns[: bisect_right(self.columns, (x, inf, inf))]), y, self.lefts[0])
        return Place(_index(self.tops, top), _index(self.lefts, left))

    def sides(self, x: float, y: float) -> tuple[float, float]:
        """Return the left and the right side of the cell at a place."""
        at = bisect_right(self.columns, (x, inf, inf))
        left = _nearest(reversed(self.columns[:at]), y, self.lefts[0])
        return left, _nearest(self.columns[at:], y, self.right)


def find_grids(rules: Iterable[Rule]) -> list[Grid]:
    """Return the tables of a page from the top; what has one cell only is a frame, and no table."""
    rows, columns = [], []
    distinct = set(rules)
    for left, top, right, bottom in distinct if len(distinct) <= _MOST_RULES else ():
        if bottom - top < _THICKEST and right - left >= _SHORTEST:
            rows.append(Stroke((top + bottom) / 2, left, right))
        elif right - left < _THICKEST and bottom - top >= _SHORTEST:
            columns.append(Stroke((left + right) / 2, top, bottom))
    rows, columns = _whole(rows), _whole(columns)
    if len(rows) + len(columns) > _MOST_LINES:
        return []
    grids = (_grid(*group) for group in _touching(rows, columns))
    return sorted((grid for grid in grids if grid), key=lambda grid: (grid.tops[0], grid.lefts[0]))


def _whole(strokes: list[Stroke]) -> list[Stroke]:
    """Return the strokes with those joined that are parts of one: each cell may draw its own."""
    joined: list[Stroke] = []
    levels = _levels(stroke.at for stroke in strokes)
    by_level: dict[int, list[Stroke]] = {}
    for stroke in strokes:
        by_level.setdefault(_index(levels, stroke.at), []).append(stroke)
    for level, parts in by_level.items():
        at, start, end = levels[level], *min(parts, key=lambda part: part.start)[1:]
        for part in sorted(parts, key=lambda part: part.start):
            if part.start > end + _MISS:
                joined.append(Stroke(at, start, end))
                start = part.start
            end = max(end, part.end)
        joined.append(Stroke(at, start, end))
    return joined


def _touching(rows: Sequence[Stroke], columns: Sequence[Stroke]) -> Iterable[tuple[list[Stroke], list[Stroke]]]:
    """Yield the groups of rows and columns that hang together."""
    left_rows, left_columns = list(rows), list(columns)
    while left_rows and left_columns:
        group: tuple[list[Stroke], list[Stroke]] = ([left_rows.pop()], [])
        grows = True
        while grows:
            new_columns = [c for c in left_columns if any(_meet(row, c) for row in group[0])]
            left_columns = [c for c in left_columns if c not in new_columns]
            group[1].extend(new_columns)
            new_rows = [row for row in left_rows if any(_meet(row, c) for c in group[1])]
            left_rows = [row for row in left_rows if row not in new_rows]
            group[0].extend(new_rows)
            grows = bool(new_rows or new_columns)
        yield group


def _meet(row: Stroke, column: Stroke) -> bool:
    return row.passes(column.at) and column.passes(row.at)


def _grid(rows: list[Stroke], columns: list[Stroke]) -> Grid | None:
    if len(rows) < 2 or not columns:
        return None
    # A table may be open at its sides: then its rows reach further than its columns.
    left, right = min(row.start for row in rows), max(row.end for row in rows)
    top, bottom = min(column.start for column in columns), max(column.end for column in columns)
    tops = _levels([top, *(row.at for row in rows if row.at < bottom - _MISS)])
    lefts = _levels([left, *(column.at for column in columns if column.at < right - _MISS)])
    return Grid(sorted(rows), sorted(columns), tops, lefts, right, bottom) if len(tops) * len(lefts) > 1 else None


def _nearest(strokes: Iterable[Stroke], place: float, default: float) -> float:
    """Return where the first of the strokes is that passes a place."""
    return next((stroke.at for stroke in strokes if stroke.passes(place)), default)


def _levels(values: Iterable[float]) -> list[float]:
    """Return the values in order, those that miss each other by little as one."""
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _MISS:
            levels.append(value)
    return levels


def _index(levels: Sequence[float], value: float) -> int:
    """Return which level is nearest to a value."""
    at = bisect_left(levels, value)
    return at - (at == len(levels) or (at > 0 and value - levels[at - 1] < levels[at] - value))
