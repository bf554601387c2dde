"""The quantities of a report: from document and outline to the ledger of facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lawcheck.extractors.breakdowns import breakdowns
from lawcheck.extractors.labels import Reading, read_labels
from lawcheck.extractors.link import Linker
from lawcheck.extractors.period import Periods
from lawcheck.extractors.sentences import Layout
from lawcheck.extractors.survey import survey
from lawcheck.extractors.tables import TableReader
from lawcheck.extractors.totals import Split, splits_of
from lawcheck.extractors.zeros import stated_zeros
from lawcheck.model.document import Document
from lawcheck.model.fact import Breakdown, Fact, Facts
from lawcheck.model.outline import Outline
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.quantity import find_quantities
from lawcheck.text.span import Span

__all__ = ["extract"]

_Found = list[tuple[Fact, Reading | None]]


def extract(document: Document, outline: Outline, vocabulary: Vocabulary) -> Facts:
    """Return the facts of a report in document order, and its breakdowns.

    Prose is read in the body, without title and closing; table cells one by one, wherever they stand.
    """
    tables = survey(document)
    layout = Layout(document, outline, tables.quiet)
    quantities = [q for low, high in layout.stretches for q in find_quantities(layout.text, low, high)]
    readings = read_labels(layout, quantities)
    linker, periods = Linker(layout, vocabulary), Periods(layout, outline)
    found: _Found = []
    for reading in readings:
        found += [(fact, reading) for fact in linker.facts(reading, periods.of(reading.quantity.start))]
    found += [(fact, None) for fact in stated_zeros(layout, linker, periods)]
    splits: list[Split] = []
    if tables.tables:
        reader = TableReader(document, outline, tables.tables, linker, periods)
        found = [(reader.placed(fact), reading) for fact, reading in found]
        for numbers in reader.numbers():
            found += [(number.fact, None) for number in numbers.at.values()]
            splits += splits_of(numbers)
    found.sort(key=lambda pair: pair[0].number)
    split = (*breakdowns(layout, found), *_tabled(found, splits))
    facts = [fact for fact, _ in found]
    for breakdown in split:
        _unname_parts(facts, breakdown)
    return Facts(tuple(facts), tuple(sorted(split, key=lambda b: (b.total, b.parts))))


def _tabled(found: _Found, splits: Sequence[Split]) -> list[Breakdown]:
    """Return the sums of tables with their facts as indices."""
    places = {id(fact): i for i, (fact, _) in enumerate(found)} if splits else {}
    made = []
    for split in splits:
        shown = [split.total, *split.parts]
        span = Span(min(f.span.start for f in shown), max(f.span.end for f in shown))
        made.append(
            Breakdown(places[id(split.total)], tuple(places[id(f)] for f in split.parts), split.is_complete, span)
        )
    return made


def _unname_parts(facts: list[Fact], breakdown: Breakdown) -> None:
    """Take the indicator from parts that would repeat their total's: 信访件29件，其中信访局转来5件."""
    total = facts[breakdown.total]
    for i in breakdown.parts:
        if total.indicator and (facts[i].indicator, facts[i].aspect) == (total.indicator, total.aspect):
            facts[i] = replace(facts[i], indicator=None, aspect=None)
