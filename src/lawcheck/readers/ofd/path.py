"""Straight lines in the paths of an OFD file, of which tables are ruled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawcheck.readers.ofd.geometry import Matrix, number
from lawcheck.text.pattern import pattern

# Millimetres: how thick a line is at most.
_THICKEST = 1.0
_STEP = pattern(r"([A-Za-z])([^A-Za-z]*+)")
_Point = tuple[float, float]
Line = tuple[float, float, float, float]  # left, top, right, bottom


def straight_lines(path: str, matrix: Matrix) -> Iterator[Line]:
    """Yield the straight lines of a path, and the sides of its boxes."""
    points: list[_Point] = []
    for step in _STEP.finditer(path):
        if step[1] in "SM":  # begins another line
            yield from _lines(points)
            points = []
        if step[1] in "SML":
            x, y, *_ = *(number(part, 0) for part in step[2].split()), 0, 0
            points.append(matrix.place(x, y))
        elif step[1] != "C":  # a curve
            return
    yield from _lines(points)


def _lines(points: Sequence[_Point]) -> Iterator[Line]:
    if len(points) < 2:
        return
    across, down = zip(*points, strict=True)
    left, top, right, bottom = min(across), min(down), max(across), max(down)
    if min(right - left, bottom - top) < _THICKEST:
        yield left, top, right, bottom
    elif len(points) in (4, 5):
        yield from ((left, top, right, top), (left, bottom, right, bottom))
        yield from ((left, top, left, bottom), (right, top, right, bottom))
