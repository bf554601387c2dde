"""Numbers in tables: each bare number with the head of its row and of its column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawcheck.extractors.link import Linker
from lawcheck.extractors.period import Periods
from lawcheck.model.document import Block, Document
from lawcheck.model.fact import Fact
from lawcheck.text.counting import UNIT
from lawcheck.text.pattern import pattern
from lawcheck.text.quantity import bare_number

_PLACE = pattern(r"T(?P<table>\d{1,6})R(?P<row>\d{1,6})C(?P<column>\d{1,6})$")
_UNIT = pattern(rf"（(?:单位：)?(?P<unit>万元|亿元|{UNIT})）|单位：(?P<said>万元|亿元|{UNIT})")
_WORTH = {"万元": (10**4, "元"), "亿元": (10**8, "元")}
_ORDINAL = ("序号", "编号", "年份", "年度", "排名")


class _Cell(NamedTuple):
    table: int
    row: int
    column: int
    text: str
    block: Block


def read_tables(document: Document, linker: Linker, periods: Periods) -> Iterator[Fact]:
    """Yield a fact for each cell that holds a bare number and has a head."""
    tables: dict[int, list[_Cell]] = {}
    for block in document.body:
        place = _PLACE.match(block.cell) if block.kind == "cell" and block.cell else None
        if place:
            low, high = document.folded.range(block.span)
            text = document.folded.text[low:high].replace("\n", "")
            cell = _Cell(int(place["table"]), int(place["row"]), int(place["column"]), text, block)
            tables.setdefault(cell.table, []).append(cell)
    for cells in tables.values():
        yield from _table(cells, document, linker, periods)


def _table(cells: list[_Cell], document: Document, linker: Linker, periods: Periods) -> Iterator[Fact]:
    rows: dict[int, str] = {}
    columns: dict[int, str] = {}
    for cell in cells:
        quantity = bare_number(cell.text)
        if quantity is None:
            # The nearest words to the left, and the first words above.
            rows[cell.row] = cell.text
            columns.setdefault(cell.column, cell.text)
            continue
        head, row = columns.get(cell.column, ""), rows.get(cell.row, "")
        label = row if row == head else row + head
        if not label or head in _ORDINAL:
            continue
        name, worth, unit = _unit_of(label)
        value = quantity.value if quantity.unit else quantity.value * worth
        span = cell.block.span
        named = linker.by_label(name, quantity.unit or unit)
        yield Fact(
            label=name,
            value=value.to_integral_value() if worth > 1 and value == value.to_integral_value() else value,
            upper=None,
            unit=quantity.unit or unit,
            qualifier="exact",
            span=span,
            number=span,
            sentence=span,
            indicator=named.indicator.id if named else None,
            aspect=named.aspect.id if named else None,
            period=periods.named_in(label),
            origin="table",
            cell=cell.block.cell,
        )


def _unit_of(label: str) -> tuple[str, int, str]:
    """Return the heads without the unit that they name, what 万 and 亿 are worth in it, and the unit."""
    said = [*_UNIT.finditer(label)]
    if not said:
        return label, 1, ""
    unit = said[0]["unit"] or said[0]["said"]
    for m in reversed(said):
        label = label[: m.start()] + label[m.end() :]
    return label, *_WORTH.get(unit, (1, unit))
