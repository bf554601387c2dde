"""Places on a page: points, boxes, and turning the page so that its text runs from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from math import pi

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top
Matrix = tuple[float, float, float, float, float, float]

SAME: Matrix = (1, 0, 0, 1, 0, 0)
# Points: a number beyond is no place on a page.
GREATEST = 100_000.0
SLANTED = -1
_SLANT = 0.1


def quarters(angle: float) -> int:
    """Return by how many quarters text at `angle` is turned to the left, SLANTED for a slant.

    pdfium counts angles to the right.
    """
    turns = -angle / (pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < _SLANT else SLANTED


def turned(turn: int, x: float, y: float) -> Point:
    """Return the point where the page is turned so that text turned by `turn` quarters is upright."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[max(turn, 0)]


def turned_box(turn: int, box: Box) -> Box:
    """Return the box where the page is turned."""
    return around((turned(turn, box[0], box[1]), turned(turn, box[2], box[3])))


def around(points: Iterable[Point]) -> Box:
    """Return the box around points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """Return the point where `matrix` puts it."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def within(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the matrix of something that is drawn by `inner` inside of what is drawn by `outer`."""
    a, b, c, d = outer[:4]
    m = inner
    x, y = moved(outer, m[4], m[5])
    return (m[0] * a + m[1] * c, m[0] * b + m[1] * d, m[2] * a + m[3] * c, m[2] * b + m[3] * d, x, y)
