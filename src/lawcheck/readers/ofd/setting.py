"""Characters as an OFD file sets them: each by a step from the one before; joined where they stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, sqrt
from typing import NamedTuple

from lawcheck.readers.ofd.content import Code, Drawn
from lawcheck.readers.ofd.geometry import Matrix, deltas

# How text runs: by how many quarters it is turned, askew, or character below character.
LEVEL, SLANTED, STANDING = 0, -1, -2
_SLANT = 0.1
# In sizes: what stands nearer goes on, what stands further off begins anew; how far up or down.
_NEAR, _OVERLAP, _DRIFT = 0.3, 0.6, 0.12
_BLANKS = frozenset("\t\n\r \u00a0\u3000")
# In sizes: the width of letters where no step tells it.
_LATIN = 0.5
_WIDTHS = {**dict.fromkeys("mwMW%@", 0.85), **dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ", 0.68)}
_LAST_NARROW = "\u02ff"


@dataclass(slots=True)
class Run:
    """Characters side by side, in millimetres of the page; `y` is their baseline."""

    characters: list[str]
    x: float
    right: float
    y: float
    size: float
    is_after_blank: bool


class _Glyph(NamedTuple):
    char: str
    x: float
    y: float
    width: float


def way(code: Code, matrix: Matrix) -> int:
    """Return how `code` runs when it is set by `matrix`: the quarters that it is turned by, SLANTED or STANDING."""
    last = len(code.text) - 1
    if code.down is not None and sum(map(abs, deltas(code.down, last))) > sum(map(abs, deltas(code.across, last))):
        return STANDING
    across, down = matrix.a, matrix.b
    if min(abs(across), abs(down)) >= _SLANT * (hypot(across, down) or 1.0):
        return SLANTED
    if abs(across) >= abs(down):
        return LEVEL if across >= 0 else 2
    return 1 if down > 0 else 3


def runs(code: Code, drawn: Drawn, matrix: Matrix) -> Iterator[Run]:
    """Yield the characters of `code`, which runs level, in pieces that stand side by side."""
    size = drawn.size * sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    scale = hypot(matrix.a, matrix.b)
    run: Run | None = None
    is_after_blank = False
    for glyph in _glyphs(code, drawn):
        if glyph.char in _BLANKS:
            is_after_blank = True
            continue
        x, y = matrix.place(glyph.x, glyph.y)
        right = x + glyph.width * scale
        if run and not is_after_blank and _goes_on(run, x, y, size):
            run.characters.append(glyph.char)
            run.right = max(run.right, right)
        else:
            if run:
                yield run
            run = Run([glyph.char], x, right, y, size, is_after_blank)
        is_after_blank = False
    if run:
        yield run


def _goes_on(run: Run, x: float, y: float, size: float) -> bool:
    return abs(y - run.y) <= _DRIFT * size and -_OVERLAP * size < x - run.right < _NEAR * size and x > run.x


def _glyphs(code: Code, drawn: Drawn) -> Iterator[_Glyph]:
    last = len(code.text) - 1
    across, down = deltas(code.across, last), deltas(code.down, last)
    x, y, em = code.x, code.y, drawn.size * drawn.stretch
    for at, char in enumerate(code.text):
        width = em * (1.0 if char > _LAST_NARROW else _WIDTHS.get(char, _LATIN))
        step = across[at] if at < len(across) else width
        # The step tells how wide a letter is, but not where the rest of it is a gap.
        is_told = char <= _LAST_NARROW and at < len(across) and 0 < step < em
        yield _Glyph(char, x, y, step if is_told else width)
        x, y = x + step, y + (down[at] if at < len(down) else 0)
