"""How the text of a PDF is set: its size, its two edges, its pitch, and whether indents or spaces show paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lawcheck.readers.layout.line import Line

# Lines whose size differs by less are set in one size.
SAME_SIZE = 0.1
# Points within which an edge lies.
_EDGE = 3.0
# An edge has to be that of so many lines; a page with fewer lines has no edges of its own.
_FEWEST, _SHARE, _PAGE_LINES = 2, 0.08, 8
# In sizes: what may be the indent of a first line, and by how much a mark hangs over the right edge.
_INDENT, _HANG = (1.4, 3.3), (0.3, 1.15)
# So many indents, or spaces and such a share of all, are meant.
_INDENTED, _SPACED = 3, 0.1
# By how many pitches lines stand apart at most within a paragraph.
PITCHES = 1.3
# So many lines, and such a share of all, show where the text ends; else the page does, its two margins differing by
# this share of it at most.
_EVIDENCE, _FULL, _UNEVEN = 5, 0.4, 0.06
_USUAL_PITCH = 1.6


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the lines of running text begin and end."""

    left: float
    right: float

    @property
    def centre(self) -> float:
        """The middle of the text."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Measure:
    """The setting of a document's running text; `size` and `pitch` in points, `pages` the edges by page.

    `is_marked` says that paragraphs show where they begin: by an indent, or by the space above them.
    """

    size: float
    pitch: float
    pages: dict[int, Edges]
    is_marked: bool

    def is_body(self, line: Line) -> bool:
        """Say whether a line is set in the size of running text."""
        return abs(line.size - self.size) <= SAME_SIZE * self.size


def measure(lines: Sequence[Line], bounds: Mapping[int, Edges]) -> Measure:
    """Return how `lines` are set; `bounds` are the edges of each page, or of the cell that they stand in."""
    if not lines:
        return Measure(0, 0, {}, is_marked=False)
    weights: Counter[float] = Counter()
    for line in lines:
        weights[max(round(line.size * 2), 1) / 2] += len(line.text)
    size = weights.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) <= SAME_SIZE * size]
    pages: dict[int, Edges] = {}
    # Pages of one width are set alike; a wide table may lie on a page that is turned.
    for sides in {bounds[line.page] for line in lines}:
        pages |= _edges([line for line in lines if bounds[line.page] == sides], body, size, sides)
    indents = ((line.x - pages[line.page].left) / size for line in body)
    indented = sum(_INDENT[0] <= indent <= _INDENT[1] for indent in indents)
    gaps = [b.y - a.y for a, b in pairwise(body) if a.page == b.page and b.y > a.y]
    pitch = median(gaps) if gaps else _USUAL_PITCH * size
    spaced = sum(gap > PITCHES * pitch for gap in gaps)
    is_marked = indented >= min(_INDENTED, len(body) / _INDENTED) or spaced >= max(_INDENTED, _SPACED * len(gaps))
    return Measure(size, pitch, pages, is_marked)


def _edges(lines: Sequence[Line], body: Sequence[Line], size: float, sides: Edges) -> dict[int, Edges]:
    """Return the edges by page; left and right pages may have margins of their own, their text has one width."""
    pages = {line.page for line in lines}
    own = {page: [line for line in body if line.page == page] for page in pages}
    text = [line for page in pages for line in own[page]] or lines
    whole = _left(text)
    lefts = {page: _page_left(own[page], whole, size) for page in pages}
    even = sides.right - (whole - sides.left) - _UNEVEN * (sides.right - sides.left) - whole
    width = _width([line.right - lefts[line.page] for line in text], size, even)
    return {page: Edges(left, left + width) for page, left in lefts.items()}


def _page_left(lines: Sequence[Line], whole: float, size: float) -> float:
    left = _left(lines) if len(lines) >= _PAGE_LINES else whole
    # A page of short paragraphs shows only where they begin.
    return whole if (left - whole) / size > _INDENT[0] - 0.2 else left


def _left(lines: Sequence[Line]) -> float:
    """Return the leftmost place where enough lines begin."""
    starts = sorted(line.x for line in lines)
    enough = min(max(_FEWEST, _SHARE * len(starts)), len(starts))
    # Where no two lines begin alike, as on a form, the text begins with the first.
    lefts = (x for i, x in enumerate(starts) if bisect_right(starts, x + _EDGE) - i >= enough)
    return next(lefts, starts[0])


def _width(ends: list[float], size: float, even: float) -> float:
    """Return the width of the text: the furthest place from the left edge where enough lines end.

    Marks may hang over it, and text that is not justified ends near it. `even` is the width if the margins of the page
    are even, which counts where few lines are full.
    """
    ends.sort()
    counts = {end: i + 1 - bisect_left(ends, end - _EDGE) for i, end in enumerate(ends)}
    enough = max(_FEWEST, _SHARE * len(ends))
    width = max((end for end, count in counts.items() if count >= enough), default=ends[-1])
    inner = (end for end in counts if _HANG[0] * size <= width - end <= _HANG[1] * size)
    width = max((end for end in inner if counts[end] >= counts[width]), key=lambda end: counts[end], default=width)
    full = len(ends) - bisect_left(ends, width - size)
    return width if full >= max(_EVIDENCE, _FULL * len(ends)) else max(width, even)
