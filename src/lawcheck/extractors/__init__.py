"""The quantities of a report: from document and outline to the ledger of facts."""

from __future__ import annotations

from dataclasses import replace

from lawcheck.extractors.breakdowns import breakdowns
from lawcheck.extractors.labels import Reading, read_labels
from lawcheck.extractors.link import Linker
from lawcheck.extractors.period import Periods
from lawcheck.extractors.sentences import Layout
from lawcheck.extractors.tables import read_tables
from lawcheck.extractors.zeros import stated_zeros
from lawcheck.model.document import Document
from lawcheck.model.fact import Breakdown, Fact, Facts
from lawcheck.model.outline import Outline
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.quantity import find_quantities

__all__ = ["extract"]


def extract(document: Document, outline: Outline, vocabulary: Vocabulary) -> Facts:
    """Return the facts of a report in document order, and its breakdowns.

    Prose is read in the body, without title and closing; table cells one by one.
    """
    layout = Layout(document, outline)
    quantities = [q for low, high in layout.stretches for q in find_quantities(layout.text, low, high)]
    readings = read_labels(layout, quantities)
    linker, periods = Linker(layout, vocabulary), Periods(layout, outline)
    found: list[tuple[Fact, Reading | None]] = []
    for reading in readings:
        found += [(fact, reading) for fact in linker.facts(reading, periods.of(reading.quantity.start))]
    found += [(fact, None) for fact in stated_zeros(layout, linker, periods)]
    found += [(fact, None) for fact in read_tables(document, linker, periods)]
    found.sort(key=lambda pair: pair[0].number)
    split = breakdowns(layout, found)
    facts = [fact for fact, _ in found]
    for breakdown in split:
        _unname_parts(facts, breakdown)
    return Facts(tuple(facts), split)


def _unname_parts(facts: list[Fact], breakdown: Breakdown) -> None:
    """Take the indicator from parts that would repeat their total's: 信访件29件，其中信访局转来5件."""
    total = facts[breakdown.total]
    for i in breakdown.parts:
        if total.indicator and (facts[i].indicator, facts[i].aspect) == (total.indicator, total.aspect):
            facts[i] = replace(facts[i], indicator=None, aspect=None)
