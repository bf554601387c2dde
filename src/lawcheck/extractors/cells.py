"""The cells of the tables of a document, with the lines that stand above each table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from lawcheck.model.document import Block, Document
from lawcheck.text.pattern import pattern
from lawcheck.text.quantity import Quantity, bare_number, find_quantities
from lawcheck.text.span import Span

PLACE = pattern(r"T(?P<table>\d{1,6})R(?P<row>\d{1,6})C(?P<column>\d{1,6})$")
_LINES_ABOVE = 3
_BLANK = pattern(r"[-—－/\\*…·.、]*$")
_NONE = pattern("(?:无|零|〇|没有|未发生)$")
_SIGN = pattern(r"[-—－+＋±↑↓▲▼△▽]+\d")
_SUMMED = pattern("(?:总|合|共)?计|共")
# 38次（其中涉企12次）: what stands in the brackets is prose.
_REMARK = pattern(r"（[^（）]*\p{Han}[^（）]*）$")
_BARE_WITH_REMARK = pattern(r"(?P<number>[\d,.]{1,20}[万亿]?\p{Han}{0,3}%?)（")
_BARE_WITH_UNIT = pattern(r"(?P<number>[\d,.]{1,20}[万亿]?)（(?P<unit>\p{Han}{1,4}|%)）$")
_DIGIT = pattern(r"[\d一二两三四五六七八九十百千万数几上]")
_YEAR = pattern(r"(?:19|20)\d\d$")
ZERO = Quantity(0, 0, 0, Decimal(0), None, "", "exact")


class Cell(NamedTuple):
    """A cell of a table with its folded text, which begins at the folded offset `low`; `name` is its place (`T1R2C3`).

    `starts` are where its lines begin in the original.
    """

    row: int
    column: int
    text: str
    span: Span
    name: str
    low: int
    starts: tuple[int, ...]

    @property
    def is_blank(self) -> bool:
        """Say whether the cell holds nothing, or a stroke in place of a number."""
        return _BLANK.match(self.text) is not None

    @property
    def says_none(self) -> bool:
        """Say whether the cell says that there is none (无, 零)."""
        return _NONE.match(self.text) is not None

    @property
    def is_year(self) -> bool:
        """Say whether the cell holds four digits that may be a year."""
        return _YEAR.match(self.text) is not None

    @property
    def is_change(self) -> bool:
        """Say whether the cell holds a number with a sign (-5.2%): a change."""
        return _SIGN.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its cells by row and column, and the folded lines above it, the nearest first."""

    number: int
    cells: dict[tuple[int, int], Cell]
    above: tuple[str, ...]
    start: int


def tables_of(document: Document) -> list[Table]:
    """Return the tables of the body in order."""
    places: dict[int, dict[tuple[int, int], list[Block]]] = {}
    above: dict[int, int] = {}
    for at, block in enumerate(document.body):
        place = PLACE.match(block.cell) if block.kind == "cell" and block.cell else None
        if place:
            number = int(place["table"])
            above.setdefault(number, at)
            places.setdefault(number, {}).setdefault((int(place["row"]), int(place["column"])), []).append(block)
    return [
        Table(
            number,
            {place: _cell(document, *place, blocks) for place, blocks in sorted(cells.items())},
            tuple(_lines_above(document, above[number])),
            document.body[above[number]].span.start,
        )
        for number, cells in places.items()
    ]


def _cell(document: Document, row: int, column: int, blocks: Sequence[Block]) -> Cell:
    ranges = [document.folded.range(block.span) for block in blocks]
    text = "".join(document.folded.text[low:high] for low, high in ranges).replace("\n", "")
    span = Span(blocks[0].span.start, blocks[-1].span.end)
    return Cell(
        row, column, text, span, blocks[0].cell or "", ranges[0][0], tuple(block.span.start for block in blocks)
    )


def _lines_above(document: Document, at: int) -> list[str]:
    lines: list[str] = []
    for block in reversed(document.body[max(0, at - _LINES_ABOVE) : at]):
        if block.kind == "cell":
            break
        low, high = document.folded.range(block.span)
        lines.append(document.folded.text[low:high])
    return lines


def number_of(text: str) -> Quantity | None:
    """Return the number that a cell holds, which may have a remark in brackets behind it; `end` is where it ends."""
    bare = bare_number(text)
    if bare is not None:
        return bare
    named = _BARE_WITH_UNIT.match(text)
    if named:
        found = bare_number(named["number"] + named["unit"])
        if found is not None and found.unit:
            return replace(found, end=len(text))
    remark = _REMARK.search(text)
    lead = _BARE_WITH_REMARK.match(text) if remark else None
    if remark and lead and lead.end() - 1 == remark.start():
        bare = bare_number(lead["number"])
        if bare is not None:
            return bare
    if _DIGIT.search(text) is None:
        return None
    summed = _SUMMED.match(text)
    start = summed.end() if summed else 0
    first = next(iter(find_quantities(text, start)), None)
    if first is None or first.start != start:
        return None
    return first if first.end == len(text) or (remark and remark.start() == first.end) else None
