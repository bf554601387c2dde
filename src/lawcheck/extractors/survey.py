"""The tables of a document taken apart, and what of them is no prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawcheck.extractors.cells import Table, tables_of
from lawcheck.extractors.grid import Grid
from lawcheck.extractors.heads import is_headlike
from lawcheck.extractors.panels import Panel, panels_of
from lawcheck.model.document import Document


@dataclass(frozen=True, slots=True)
class Parts:
    """One table taken apart."""

    table: Table
    grid: Grid
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """The tables of a document.

    `quiet` are the cells, by where they begin, that are no prose (heads, numbers, changes): None, or the folded offset
    at which a remark behind the number begins.
    """

    tables: tuple[Parts, ...]
    quiet: Mapping[int, int | None]


def survey(document: Document) -> Survey:
    """Take the tables of a document apart."""
    tables: list[Parts] = []
    quiet: dict[int, int | None] = {}
    for table in tables_of(document):
        grid = Grid(table)
        panels = tuple(panels_of(grid)) if grid.width > 1 else ()
        tables.append(Parts(table, grid, panels))
        quiet.update((start, None) for cell in table.cells.values() if cell.is_change for start in cell.starts)
        for panel in panels:
            quiet.update(_quiet(panel))
    return Survey(tuple(tables), quiet)


def _quiet(panel: Panel) -> Iterator[tuple[int, int | None]]:
    heads = [cell for path in panel.columns.values() for cell in path]
    for row in panel.rows.values():
        heads += [*row.heads, *([row.group] if row.group else [])]
    for cell in heads:
        if is_headlike(cell.text):
            yield from ((start, None) for start in cell.starts)
    for cell, quantity in panel.numbers.values():
        is_more = len(cell.starts) == 1 and quantity.end < len(cell.text) and not cell.says_none
        yield from ((start, cell.low + quantity.end if is_more else None) for start in cell.starts)
