"""The numbers of tables as facts: each between the heads of its row and its column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from lawcheck.extractors.captions import Caption, read_caption
from lawcheck.extractors.cells import PLACE, Cell
from lawcheck.extractors.heads import is_headlike, is_share, read_head
from lawcheck.extractors.link import Linker
from lawcheck.extractors.panels import Panel
from lawcheck.extractors.period import Periods
from lawcheck.extractors.survey import Parts
from lawcheck.extractors.table_labels import Heads, is_whole, name
from lawcheck.model.document import Document
from lawcheck.model.fact import Fact
from lawcheck.model.outline import Outline
from lawcheck.text.quantity import Quantity

_FIRST = (1, 2, 3)  # rows and columns that may hold heads


class Number(NamedTuple):
    """A number of a table with its heads; `step` is one unit of the last digit printed: 1000 for 1.5 under 万元."""

    fact: Fact
    heads: Heads
    step: Decimal


class Numbers(NamedTuple):
    """The numbers of a panel by row and column; `worded` are the places that hold words instead."""

    at: dict[tuple[int, int], Number]
    worded: frozenset[tuple[int, int]]


class TableReader:
    """Makes facts of the numbers in the tables of one report."""

    def __init__(
        self, document: Document, outline: Outline, tables: Iterable[Parts], linker: Linker, periods: Periods
    ) -> None:
        self._document = document
        self._linker = linker
        self._year = int(outline.year.value) if outline.year else None
        issuer = outline.issuer.value if outline.issuer else ""
        self._tables: dict[int, tuple[Parts, Caption]] = {}
        for parts in tables:
            titles = [cell.text for cell in parts.grid.titles]
            caption = read_caption(parts.table.above, titles, issuer, self._year)
            if caption.period is None:
                caption = replace(caption, period=periods.planned_at(parts.table.start))
            self._tables[parts.table.number] = parts, caption

    def placed(self, fact: Fact) -> Fact:
        """Return a fact of prose with the cell that it stands in, if any, and the year that the cell's heads name."""
        block = self._document.block_at(fact.number.start)
        place = PLACE.match(block.cell) if block is not None and block.kind == "cell" and block.cell else None
        if place is None:
            return fact
        parts, caption = self._tables[int(place["table"])]
        row, column = int(place["row"]), int(place["column"])
        cells = parts.table.cells
        near = [(r, column) for r in _FIRST if r < row] + [(row, c) for c in _FIRST if c < column]
        heads = [cells[at].text for at in near if at in cells and is_headlike(cells[at].text)]
        years = (read_head(text, self._year).period for text in heads)
        period = fact.period or next((year for year in years if year), caption.period)
        return replace(fact, cell=place.group(), period=period)

    def numbers(self) -> Iterator[Numbers]:
        """Yield the numbers of the tables, panel by panel.

        Of several numbers of a table that bear one name only that of the whole keeps it.
        """
        for parts, caption in self._tables.values():
            found = [self._panel(panel, caption) for panel in parts.panels]
            if caption.is_apart:
                _unname(found, lambda _: True)
            else:
                self._keep_wholes(found)
            yield from found

    def _panel(self, panel: Panel, caption: Caption) -> Numbers:
        year = int(caption.period) if caption.period else self._year
        columns = {at: tuple(read_head(cell.text, year) for cell in path) for at, path in panel.columns.items()}
        rows = {at: tuple(read_head(cell.text, year) for cell in row.heads) for at, row in panel.rows.items()}
        sums = {
            (head.unit, head.worth) for path in columns.values() for head in path if head.rank is not None and head.unit
        }
        common = (caption.unit, caption.worth) if caption.unit or len(sums) != 1 else next(iter(sums))
        years = {head.period for path in (*columns.values(), *rows.values()) for head in path if head.period}
        found: dict[tuple[int, int], Number] = {}
        for place, (cell, quantity) in panel.numbers.items():
            row = panel.rows[place[0]]
            group = read_head(row.group.text, year) if row.group else None
            heads = Heads(rows[place[0]], columns[place[1]], group, row.unit)
            number = self._number(cell, quantity, heads, common, caption.period)
            if number is not None and heads.is_sum and len(years) > 1 and heads.period is None:
                number = _nameless(number)  # of several years
            if number is not None:
                found[place] = number
        return Numbers(found, frozenset((cell.row, cell.column) for cell in panel.remarks))

    def _number(
        self, cell: Cell, quantity: Quantity, heads: Heads, common: tuple[str, int], period: str | None
    ) -> Number | None:
        unit, worth = (quantity.unit, 1) if quantity.unit else heads.unit(common)
        named, label = name(self._linker, heads, unit)
        if not label or (cell.says_none and is_share(label)):
            return None
        is_part = not cell.says_none and len(cell.starts) == 1 and quantity.end < len(cell.text)
        span = self._linker.layout.span(cell.low, cell.low + quantity.end) if is_part else cell.span
        fact = Fact(
            label=label,
            value=_times(quantity.value, worth),
            upper=None if quantity.upper is None else _times(quantity.upper, worth),
            unit=unit,
            qualifier=quantity.qualifier,
            span=span,
            number=span,
            sentence=cell.span,
            indicator=named.indicator.id if named else None,
            aspect=named.aspect.id if named else None,
            period=heads.period or period,
            origin="stated_zero" if cell.says_none else "table",
            cell=cell.name,
        )
        return Number(fact, heads, _last_place(quantity.value) * worth)

    def _keep_wholes(self, panels: list[Numbers]) -> None:
        """Take the indicator from numbers that share it, but for the one that counts all: the sum, or the bare name."""
        alike: dict[tuple[str | None, ...], list[Number]] = {}
        for number in (n for panel in panels for n in panel.at.values() if n.fact.indicator):
            fact = number.fact
            alike.setdefault((fact.indicator, fact.aspect, fact.unit, fact.period), []).append(number)
        lost: set[str | None] = set()
        for numbers in alike.values():
            if len(numbers) > 1:
                wholes = [n for n in numbers if is_whole(self._linker, n.fact.label, n.fact.indicator or "")]
                sums = [n for n in wholes if n.heads.is_sum]
                kept = next((found[0].fact.cell for found in (sums, wholes) if len(found) == 1), None)
                lost |= {n.fact.cell for n in numbers if n.fact.cell != kept}
        _unname(panels, lambda fact: fact.cell in lost)


def _unname(panels: list[Numbers], is_meant: Callable[[Fact], bool]) -> None:
    for panel in panels:
        for place, number in panel.at.items():
            if is_meant(number.fact):
                panel.at[place] = _nameless(number)


def _nameless(number: Number) -> Number:
    return number._replace(fact=replace(number.fact, indicator=None, aspect=None))


def _last_place(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)


def _times(value: Decimal, worth: int) -> Decimal:
    if worth == 1:
        return value
    value *= worth
    return value.to_integral_value() if value == value.to_integral_value() else value
