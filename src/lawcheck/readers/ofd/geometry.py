"""Numbers and places in an OFD file: millimetres, from the upper left corner of a page, `y` growing downwards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lawcheck.text.pattern import pattern

POINTS = 72 / 25.4
# Nothing on a page is larger or further off; greater numbers are nonsense, and would run over in reckoning.
_FARTHEST = 1e5
_WORD = pattern(r"[^\s,]++")
_MOST_DIGITS = 9
_SMALLEST_PAGE, _LARGEST_PAGE = 10.0, 5_000.0
_NUMBER = pattern(r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,2})?\Z")


class Box(NamedTuple):
    """A place and a size."""

    x: float
    y: float
    width: float
    height: float


class Matrix(NamedTuple):
    """An affine map: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: Matrix) -> Matrix:
        """Return the map that does `inner` first, then this one."""
        e, f = self.place(inner.e, inner.f)
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            e,
            f,
        )


SAME = Matrix(1, 0, 0, 1, 0, 0)


def upright(page: Box, quarters: int) -> tuple[Matrix, Box]:
    """Return how a page is turned so that text is level which is turned by `quarters`, and its box then."""
    x, y, width, height = page
    match quarters:
        case 1:
            return Matrix(0, -1, 1, 0, -y, width + x), Box(0, 0, height, width)
        case 2:
            return Matrix(-1, 0, 0, -1, width + x, height + y), Box(0, 0, width, height)
        case 3:
            return Matrix(0, 1, -1, 0, height + y, -x), Box(0, 0, height, width)
    return SAME, page


def number(text: str | None, default: float) -> float:
    """Return a number as written, or `default` where there is none that makes sense."""
    if not text or not _NUMBER.match(text):
        return default
    value = float(text)
    return value if abs(value) < _FARTHEST else default


def box(text: str | None) -> Box | None:
    """Return a box as written: four numbers; None for anything else."""
    values = [number(part, _FARTHEST) for part in islice(_parts(text), 5)]
    return Box(*values) if len(values) == 4 and _FARTHEST not in values else None


def page_box(text: str | None) -> Box | None:
    """Return the box of a page as written; None where it is no size that paper has."""
    found = box(text)
    return found if found and all(_SMALLEST_PAGE <= side <= _LARGEST_PAGE for side in found[2:]) else None


def matrix(text: str | None, origin: Box | None) -> Matrix:
    """Return the map of an object: its own matrix, six numbers, then the way to the upper left of its box."""
    values = [number(part, _FARTHEST) for part in islice(_parts(text), 7)]
    own = Matrix(*values) if len(values) == 6 and _FARTHEST not in values else SAME
    return own._replace(e=own.e + origin.x, f=own.f + origin.y) if origin else own


def deltas(text: str | None, count: int) -> list[float]:
    """Return the first `count` steps from one character to the next: numbers, and `g 3 5.6` for three times 5.6."""
    steps: list[float] = []
    parts = _parts(text)
    while len(steps) < count and (part := next(parts, None)) is not None:
        if part == "g":
            times, step = next(parts, ""), number(next(parts, None), 0)
            is_count = times.isascii() and times.isdigit() and len(times) <= _MOST_DIGITS
            steps += [step] * (min(int(times), count - len(steps)) if is_count else 0)
        else:
            steps.append(number(part, 0))
    return steps


def _parts(text: str | None) -> Iterator[str]:
    return (found.group() for found in _WORD.finditer(text)) if text else iter(())
