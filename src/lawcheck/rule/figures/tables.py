"""The numbers of tables by row and column: which counts a rate in a table may be of."""

from __future__ import annotations

from itertools import takewhile

from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import rate_fits, total
from lawcheck.rule.figures.counts import Pair
from lawcheck.rule.figures.ledger import PERCENT, RATES, is_exact
from lawcheck.rule.hit import View
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

_PLACE = pattern(r"T(?P<table>\d+)R(?P<row>\d+)C(?P<column>\d+)$")
_SHARE = pattern("(?:占比|比例|比重|百分比|占(?:总数|总量|全部)[^，。；]{0,4}|占)$")
_SUM = "合计"
_FEW = 4  # numbers of one column that belong together whatever they are called
_HUNDRED = 100


def cell_named(cell: str) -> Text:
    """Return where a cell stands, in words."""
    place = _PLACE.match(cell)
    if place is None:
        return Text(cell, cell)
    table, row, column = place["table"], place["row"], place["column"]
    return Text(f"表{table}第{row}行第{column}列", f"table {table}, row {row}, column {column}")


class Tables:
    """The facts of the tables of one report by row and by column."""

    def __init__(self, view: View) -> None:
        self._rows: dict[tuple[str, str], list[Fact]] = {}
        self._columns: dict[tuple[str, str], list[Fact]] = {}
        for fact in view.facts.facts:
            place = _PLACE.match(fact.cell) if fact.cell and fact.origin != "prose" else None
            if place:
                self._rows.setdefault((place["table"], place["row"]), []).append(fact)
                self._columns.setdefault((place["table"], place["column"]), []).append(fact)
        self._forced: dict[tuple[str, str], bool] = {}
        self._borne_out: dict[tuple[str, str], int] = {}
        self._wholes: dict[Fact, list[Fact]] = {}
        for breakdown in view.facts.breakdowns if self._rows else ():
            for i in breakdown.parts if breakdown.is_complete else ():
                self._wholes.setdefault(view.facts.facts[i], []).append(view.facts.facts[breakdown.total])

    def beside(self, rate: Fact) -> list[Fact]:
        """Return the counts that a rate may be of: those of its row, else of its column, that are named most alike."""
        row = _counts(rate, self._row(rate))
        found = row or _counts(rate, self._columns.get(self._column_of(rate), []))
        alike = [(_shared_start(fact.label, rate.label), fact) for fact in found]
        least = sorted(size for size, _ in alike)[-2:][:1]
        if not row and least == [0] and len(found) > _FEW:
            return []
        return [fact for size, fact in alike if size >= least[0]]

    def share(self, rate: Fact) -> Pair | None:
        """Return what a share (占比) is of: the count before it in its row, of the sum that the table gives for it.

        None where no other share of the column is of its own sum: then it is of something else.
        """
        pair = self._share(rate)
        if pair is None:
            return None
        key = self._column_of(rate)
        if key not in self._borne_out:
            self._borne_out[key] = sum(map(self._fits, self._columns[key]))
        return pair if self._borne_out[key] > self._fits(rate) else None

    def is_sum(self, fact: Fact) -> bool:
        """Say whether a fact stands in a row or column of sums."""
        return fact.label.endswith(_SUM)

    def are_forced(self, rate: Fact) -> bool:
        """Say whether the shares of a column add up to 100, and so may have been made to."""
        key = self._column_of(rate)
        if key not in self._forced:
            shares = [f for f in self._columns[key] if f.unit == PERCENT and is_exact(f) and not self.is_sum(f)]
            self._forced[key] = len(shares) > 1 and total(f.value for f in shares) == _HUNDRED
        return self._forced[key]

    def _share(self, rate: Fact) -> Pair | None:
        if rate.unit != PERCENT or not _SHARE.search(rate.label):
            return None
        left = [f for f in _counts(rate, self._row(rate)) if f.number < rate.number]
        wholes = self._wholes.get(left[-1], []) if left else []
        return Pair((left[-1],), (wholes[0],)) if wholes else None

    def _fits(self, rate: Fact) -> bool:
        pair = self._share(rate)
        return pair is not None and rate_fits(pair.part, pair.base, rate.value, is_forced=self.are_forced(rate))

    def _row(self, fact: Fact) -> list[Fact]:
        place = _PLACE.match(fact.cell or "")
        return self._rows.get((place["table"], place["row"]), []) if place else []

    def _column_of(self, fact: Fact) -> tuple[str, str]:
        place = _PLACE.match(fact.cell or "")
        return (place["table"], place["column"]) if place else ("", "")


def _counts(rate: Fact, facts: list[Fact]) -> list[Fact]:
    return [f for f in facts if f.unit not in RATES and f.period == rate.period]


def _shared_start(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
