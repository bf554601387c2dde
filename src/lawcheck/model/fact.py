"""The quantities that a report states: facts, and the breakdowns in which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lawcheck.text.quantity import Qualifier
from lawcheck.text.span import Span

__all__ = ["NO_FACTS", "Breakdown", "Fact", "FactOrigin", "Facts", "Qualifier"]

# prose: a number of a sentence. stated_zero: 未发生, 无, 零. table: a cell of a table.
FactOrigin = Literal["prose", "stated_zero", "table"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One occurrence of a quantity.

    `value` is the number as printed, in the base unit (万 and 亿 multiplied out; a rate is in percent, with the printed
    decimals). `upper` ends the interval of 50余 (60), 数十 (100) or 3至5 (5); it is None for an exact number, and
    where only `qualifier` says on which side of `value` the quantity lies (近, 约, 以上, 不足). `unit` is the counting
    word as printed without 万/亿 (`件`, `人次`, `%`, `个百分点`), empty in a table that names none. `label` is what is
    counted, squeezed. `indicator` is the id of the vocabulary's indicator that the label names, with its `aspect`
    (`total`, `rate`, `won`, …), or None. `period` is the year that the words around it name (four digits), None when
    they name none. `span` is the phrase with label and number, `number` the digits with their unit, `sentence` the
    sentence; of a number between the heads of a table all are the cell. `cell` is the table cell that the number stands
    in, as a number of the table or in a sentence of the cell.
    """

    label: str
    value: Decimal
    upper: Decimal | None
    unit: str
    qualifier: Qualifier
    span: Span
    number: Span
    sentence: Span
    indicator: str | None = None
    aspect: str | None = None
    period: str | None = None
    origin: FactOrigin = "prose"
    cell: str | None = None

    @property
    def is_exact(self) -> bool:
        """Say whether the number is meant to the digit."""
        return self.qualifier == "exact"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and its parts, as indices into `Facts.facts`; `span` covers both.

    `is_complete` says that the text claims the parts are all there is (其中……分别为, a bracketed split, 已……未……, a row
    合计); a list that only names some parts is none.
    """

    total: int
    parts: tuple[int, ...]
    is_complete: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """The ledger of a report: facts in document order, and breakdowns."""

    facts: tuple[Fact, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()

    def of(self, indicator: str, aspect: str | None = None) -> tuple[Fact, ...]:
        """Return the facts of one indicator, of one aspect when given, in document order."""
        return tuple(f for f in self.facts if f.indicator == indicator and aspect in (None, f.aspect))


NO_FACTS = Facts()
