"""The rows and columns of a table as what may be summed up: sums, parts, and parts of parts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lawcheck.extractors.heads import Head
from lawcheck.extractors.tables import Numbers

_INNER = 3  # ranks of sums: those of a group stand below those of all


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column by its heads; `rank` is that of a sum, None for what is summed up.

    `is_among` says 其中, `is_child` that a line of its own stands for the heads around it, `is_lower` that others are
    numbered above it (一、 and 1.).
    """

    at: int
    path: tuple[str, ...]
    rank: int | None
    is_among: bool
    is_lower: bool
    is_child: bool = False

    @property
    def outer(self) -> tuple[str, ...]:
        """The heads around the innermost one."""
        return self.path[:-1]


def lines_of(numbers: Numbers, axis: int) -> list[Line]:
    """Return the rows (axis 0) or columns (axis 1) of a panel in order."""
    heads: dict[int, tuple[Head, ...]] = {}
    for place, number in numbers.at.items():
        rows = number.heads
        heads[place[axis]] = rows.columns if axis else (*((rows.group,) if rows.group else ()), *rows.rows)
    levels = [path[-1].level for path in heads.values() if path and path[-1].level]
    top = min(levels, default=0)
    lines = []
    for at, path in sorted(heads.items()):
        names = tuple(f"{head.words}#{head.period or ''}#{head.rank}" for head in path)
        rank = path[-1].rank if path else None
        is_lower = rank is None and len(path) == 1 and path[-1].level != top
        rank = None if rank is None else rank + (0 if names[:-1] else _INNER)
        lines.append(Line(at, names, rank, any(head.is_among for head in path), is_lower))
    whole = {line.path for line in lines}
    return [replace(line, is_child=bool(line.outer) and line.outer in whole) for line in lines]
