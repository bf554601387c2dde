"""Sums in tables: the rows and columns 合计, 总计, 小计 with what they sum up, and 其中 with what it is part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from lawcheck.extractors.table_lines import Line, lines_of
from lawcheck.extractors.tables import Number, Numbers
from lawcheck.model.fact import Fact
from lawcheck.text.pattern import pattern

_NOT_SUMMED = ("%", "‰", "个百分点")
_MOST_PARTS = 200
_MOST_LINES, _MOST_SUMS = 400, 40  # a table with more is a list of something
# One person may be several of these: columns of them make no sum.
_TRAITS = pattern("女|党员|团员|学历|本科|大专|专科|硕士|研究生|岁|持证|专职|兼职|法律|资格")


class Split(NamedTuple):
    """A sum and its parts; `is_complete` says that the table claims them to be all there is."""

    total: Fact
    parts: tuple[Fact, ...]
    is_complete: bool


def splits_of(numbers: Numbers) -> Iterator[Split]:
    """Yield the sums of a panel, by rows and by columns."""
    for axis in (0, 1):
        yield from _Axis(numbers, axis).splits()


class _Axis:
    """The lines of one direction: rows (0) or columns (1)."""

    def __init__(self, numbers: Numbers, axis: int) -> None:
        self.numbers = numbers
        self.axis = axis
        self.lines = lines_of(numbers, axis)
        self.cross = sorted({place[1 - axis] for place in numbers.at})
        self.is_flat = not any(line.outer or line.is_among for line in self.lines)

    def splits(self) -> Iterator[Split]:
        """Yield the sums, then what is only part of the line before it."""
        if len(self.lines) > _MOST_LINES or sum(line.rank is not None for line in self.lines) > _MOST_SUMS:
            return
        for i, line in enumerate(self.lines):
            if line.rank is not None:
                run = self._run(i)
                lower = [other for other in run if other.rank is not None]
                covered = {part.at for other in lower for part in self._run(self.lines.index(other))}
                parts = [part for part in run if part.at not in covered and not (part.is_among or part.is_child)]
                upper = [part for part in parts if not part.is_lower]
                if len(upper) < len(parts):
                    yield from (*self._sums(line, upper, is_plain=False), *self._sums(line, parts, is_plain=False))
                elif len(parts) > 1:
                    yield from self._sums(line, parts, is_plain=not _is_mixed(run))
        yield from self._among()

    def _run(self, i: int) -> list[Line]:
        """Return the lines that a sum may reach over: before it, or behind it where sums stand first."""
        own = self.lines[i]
        rank = own.rank or 0
        low, high = i, i + 1
        while low > 0 and self._is_below(self.lines[low - 1], own):
            low -= 1
        while high < len(self.lines) and self._is_below(self.lines[high], own):
            high += 1
        scope = self.lines[low:high]
        if scope[0].rank == rank:
            scope = scope[scope.index(own) + 1 :]
            stop = next((n for n, line in enumerate(scope) if line.rank == rank), len(scope))
            return scope[:stop]
        scope = scope[: scope.index(own)]
        start = next((n for n in range(len(scope), 0, -1) if scope[n - 1].rank == rank), 0)
        return scope[start:]

    def _is_below(self, line: Line, total: Line) -> bool:
        if total.outer:
            return line.outer == total.outer
        return line.rank is None or line.rank <= (total.rank or 0)

    def _sums(self, total: Line, parts: Sequence[Line], *, is_plain: bool) -> Iterator[Split]:
        """Yield what a line sums up; where the table's own build is open to doubt only what its numbers bear out."""
        found = [s for at in self.cross if (s := self._sum(total, parts, at)) is not None]
        right = [s for s in found if _adds_up(s)]
        if not is_plain:
            found = right
        elif not right and (self.axis or not self.is_flat):
            near = self._nearest(total, parts)
            if near is not None:
                found = near
            elif len(found) > 1 or not self._is_plain(found):
                return
        yield from (
            Split(s[0].fact, tuple(n.fact for n in s[1]), True) for s in found if _adds_up(s) or not _is_rounded(s)
        )

    def _nearest(self, total: Line, parts: Sequence[Line]) -> list[_Sum] | None:
        """Return the sums over fewer lines that stand next to the total, where these make it for most numbers."""
        is_first = total.at < parts[0].at
        for size in range(len(parts) - 1, 1, -1):
            some = parts[:size] if is_first else parts[-size:]
            found = [s for at in self.cross if (s := self._sum(total, some, at)) is not None]
            right = sum(map(_adds_up, found))
            if right and right * 2 >= len(found):
                return found
        return None

    def _is_plain(self, found: Sequence[_Sum]) -> bool:
        numbers = [n for total, parts in found for n in (total, *parts)]
        return all(n.fact.unit for n in numbers) and not any(_TRAITS.search(n.fact.label) for n in numbers)

    def _sum(self, total: Line, parts: Sequence[Line], cross: int) -> _Sum | None:
        whole = self._at(total, cross)
        held = [n for line in parts if (n := self._at(line, cross)) is not None and not _is_rate(n)]
        is_worded = any(self._place(line, cross) in self.numbers.worded for line in parts)
        if whole is None or is_worded or not 2 <= len(held) <= _MOST_PARTS:
            return None
        numbers = [whole, *held]
        is_alike = len({(n.fact.unit, n.fact.period) for n in numbers}) == 1
        is_sound = all(n.fact.is_exact for n in numbers) and not _is_rate(whole)
        return (whole, held) if is_alike and is_sound else None

    def _among(self) -> Iterator[Split]:
        for at in self.cross:
            whole: Number | None = None
            parts: list[Fact] = []
            for line in (*self.lines, None):
                number = None if line is None else self._at(line, at)
                if line is not None and line.is_among and number and whole and number.fact.unit == whole.fact.unit:
                    parts.append(number.fact)
                    continue
                if parts and whole:
                    yield Split(whole.fact, tuple(parts), False)
                whole, parts = number, []

    def _at(self, line: Line, cross: int) -> Number | None:
        return self.numbers.at.get(self._place(line, cross))

    def _place(self, line: Line, cross: int) -> tuple[int, int]:
        return (cross, line.at) if self.axis else (line.at, cross)


_Sum = tuple[Number, list[Number]]


def _is_rate(number: Number) -> bool:
    """Say whether a number is no count: a rate, a change or a mean."""
    return number.fact.unit in _NOT_SUMMED or any(head.is_derived for head in number.heads)


def _is_mixed(lines: Sequence[Line]) -> bool:
    """Say whether it is open where a list of 其中 ends: a line follows it that may belong to it or not."""
    return any(
        one.is_among and not other.is_among and other.rank is None and one.outer == other.outer
        for one, other in pairwise(lines)
    )


def _difference(one: _Sum) -> Decimal:
    return abs(sum((n.fact.value for n in one[1]), Decimal(0)) - one[0].fact.value)


def _adds_up(one: _Sum) -> bool:
    return _difference(one) == 0


def _is_rounded(one: _Sum) -> bool:
    """Say whether a difference may come from rounding: 1.2, 1.3 and 2.6万元."""
    steps = [n.step for n in (one[0], *one[1])]
    return any(step != 1 for step in steps) and _difference(one) * 2 <= sum(steps, Decimal(0))
