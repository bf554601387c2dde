"""Where what is drawn stands: from the content of a page to a sheet, as the rejoining of printed lines takes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lawcheck.readers.layout.sheet import Piece, Rule, Sheet
from lawcheck.readers.ofd.budget import Budget
from lawcheck.readers.ofd.content import Content, ContentReader, Drawn
from lawcheck.readers.ofd.geometry import POINTS, SAME, Box, Matrix
from lawcheck.readers.ofd.path import straight_lines
from lawcheck.readers.ofd.setting import LEVEL, SLANTED, Run, runs, way
from lawcheck.text.fold import SAME_SHAPES

# Parts may draw parts. More lines than this are a drawing, and no table.
_DEEPEST, _MOST_RULES = 8, 6_000
# Points: the size of letters.
_SMALLEST, _LARGEST = 1.0, 500.0


@dataclass(slots=True)
class Plot:
    """A page as it fills; places are in points, from its upper left corner. `ways` counts characters by their way."""

    number: int
    box: Box
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: float = 0
    paths: int = 0
    is_seen: bool = False
    ways: Counter[int] = field(default_factory=Counter)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a place on the page."""
        return round((x - self.box.x) * POINTS, 1), round((y - self.box.y) * POINTS, 1)

    def sheet(self) -> Sheet:
        """Return the page."""
        return Sheet(
            self.number,
            self.box.width * POINTS,
            self.box.height * POINTS,
            tuple(self.pieces),
            tuple(self.rules),
            pictures=min(self.pictures / (self.box.width * self.box.height), 1),
            paths=self.paths,
            is_seen=self.is_seen,
            turned=sum(count for way, count in self.ways.items() if way not in (LEVEL, SLANTED)),
            slanted=self.ways[SLANTED],
        )


class Placer:
    """Puts what is drawn on a page on its place. `fonts` numbers those of the whole file by their names."""

    def __init__(self, resources: Sequence[ContentReader], fonts: dict[str, int], budget: Budget) -> None:
        self._resources = resources
        self._fonts = fonts
        self._budget = budget

    def put(self, content: Content, plot: Plot, outer: Matrix = SAME, depth: int = 0) -> None:
        """Add what `content` draws to `plot`. Raises: Refusal beyond the budget."""
        for drawn in content.objects:
            self._budget.spend(objects=1)
            inner = outer.after(drawn.matrix)
            if drawn.kind == "TextObject":
                self._put_text(drawn, inner, plot)
            elif drawn.kind == "PathObject":
                plot.paths += 1
                if len(plot.rules) < _MOST_RULES:
                    lines = straight_lines(drawn.path, inner)
                    plot.rules += [(*plot.at(x, y), *plot.at(right, down)) for x, y, right, down in lines]
            elif drawn.kind == "ImageObject" and drawn.box:
                plot.pictures += _shown(drawn.box, outer, plot.box)
            elif depth < _DEEPEST:
                part = next((r.parts[drawn.resource] for r in self._resources if drawn.resource in r.parts), Content())
                self.put(part, plot, inner, depth + 1)

    def _put_text(self, drawn: Drawn, matrix: Matrix, plot: Plot) -> None:
        for code in drawn.codes:
            self._budget.spend(characters=len(code.text))
            how = way(code, matrix)
            plot.ways[how] += len(code.text)
            if how == LEVEL:
                plot.is_seen |= drawn.is_seen
                for run in runs(code, drawn, matrix):
                    self._put_run(run, drawn, plot)

    def _put_run(self, run: Run, drawn: Drawn, plot: Plot) -> None:
        x, y = plot.at(run.x, run.y)
        right, size = plot.at(run.right, run.y)[0], run.size * POINTS
        is_on_page = 0 <= (x + right) / 2 <= plot.box.width * POINTS and 0 <= y <= plot.box.height * POINTS
        if is_on_page and _SMALLEST <= size <= _LARGEST:
            self._budget.spend(pieces=1)
            text, font = "".join(run.characters).translate(SAME_SHAPES), self._font(drawn.resource)
            plot.pieces.append(Piece(x, right, y, round(size, 1), run.is_after_blank, font, text))

    def _font(self, key: str) -> int:
        """Return the number of a font: one that a file holds in several parts, each with a few letters, is one."""
        name = next((r.fonts[key] for r in self._resources if key in r.fonts), key)
        return self._fonts.setdefault(name.rpartition("+")[2], len(self._fonts))


def _shown(box: Box, outer: Matrix, page: Box) -> float:
    """Return how much of the page a picture covers, in square millimetres."""
    corners = [outer.place(x, y) for x in (box.x, box.x + box.width) for y in (box.y, box.y + box.height)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    width = min(max(across), page.x + page.width) - max(min(across), page.x)
    height = min(max(down), page.y + page.height) - max(min(down), page.y)
    return max(0.0, width) * max(0.0, height)
