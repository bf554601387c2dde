"""A number that both the text and a table give: by the same words, of the same year, of all that is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lawcheck.model.fact import Fact
from lawcheck.rule.figures.ledger import Ledger, is_exact, names_of, unit_class
from lawcheck.rule.figures.mentions import Mention, Naming, mention, without
from lawcheck.rule.scope import folded
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.span import Span

_LIKE = 5  # a difference of one part in so many may be a slip
_REACH = 90  # characters before a number that may say what it is a part of


@dataclass(frozen=True, slots=True)
class TableWords:
    """How a number of a table is found again in the text.

    `naming` has the words that tell nothing and those of who led; `heads` are words of table heads that tell nothing
    (件数, 金额); `scoped` say that a number is of a part of the year or of the body.
    """

    naming: Naming
    heads: tuple[Matcher, ...]
    scoped: tuple[Matcher, ...]


class Retold(NamedTuple):
    """A number of a table and the same number in the text; `is_sure`: nothing speaks for another scope or unit."""

    told: Mention
    table: Fact
    is_sure: bool


def retold(ledger: Ledger, words: TableWords) -> Iterator[Retold]:
    """Yield the numbers of tables that the text tells too, each with one mention.

    A mention that agrees speaks for all: what differs from it counts something else.
    """
    for table in _tabled(ledger):
        name = without(without(table.label, words.naming.plain), words.heads)
        mentions = [*_mentions(ledger, table, words)] if name else []
        told = [m for m in mentions if sorted(without(m.rest, words.heads)) == sorted(name)]
        if told:
            shown = next((m for m in told if m.fact.value == table.value), told[0])
            is_one = len({m.fact.value for m in told}) == 1
            yield Retold(shown, table, is_one and bool(table.unit) and not _is_narrowed(ledger, shown, words))
        elif len(mentions) == 1 and _is_like(mentions[0], table, name, words):
            yield Retold(mentions[0], table, is_sure=False)


def _is_like(one: Mention, table: Fact, name: str, words: TableWords) -> bool:
    """Say whether the only mention says more than the table (对养老机构开展行政检查), but nearly the same number."""
    apart = abs(one.fact.value - table.value)
    return without(one.rest, words.heads).endswith(name) and (apart <= 1 or apart * _LIKE <= table.value)


def _tabled(ledger: Ledger) -> Iterator[Fact]:
    """Yield the numbers of tables that are named; none that tables tell differently."""
    alike: dict[tuple[str, str], list[Fact]] = {}
    for fact in ledger.reported:
        if fact.origin == "table" and fact.indicator and is_exact(fact):
            alike.setdefault((names_of(fact)[1], unit_class(fact.unit)), []).append(fact)
    yield from (facts[0] for facts in alike.values() if len({fact.value for fact in facts}) == 1)


def _mentions(ledger: Ledger, table: Fact, words: TableWords) -> Iterator[Mention]:
    """Yield the mentions in the running text of what a number of a table is called, in its unit if it has one."""
    name = names_of(table)[1]
    for fact in ledger.of(name):
        is_alike = not table.unit or unit_class(fact.unit) == unit_class(table.unit)
        if fact.origin != "prose" or fact.cell or not is_exact(fact) or not is_alike or ledger.whole_of(fact):
            continue
        start = max(fact.sentence.start, fact.number.start - _REACH)
        if not _limits(ledger, Span(start, fact.number.start), words):
            yield from (one for one in mention(ledger, fact, words.naming, name) if not one.is_led)


def _is_narrowed(ledger: Ledger, one: Mention, words: TableWords) -> bool:
    """Say whether the heading above a number, or the paragraph up to its sentence, speaks of a part of the whole."""
    sentence = one.fact.sentence
    block = ledger.view.document.block_at(sentence.start)
    sections = (s for s in reversed(ledger.view.outline.sections) if s.span.covers(sentence))
    above = [section.title for section in sections][:1]
    before = [Span(block.span.start, sentence.start)] if block else []
    return any(_limits(ledger, span, words) for span in (*above, *before))


def _limits(ledger: Ledger, span: Span, words: TableWords) -> bool:
    """Say whether the words of a span tell of a part of the year or of the body."""
    text = folded(ledger.view, span) if span.start < span.end else ""
    issuer = ledger.view.outline.issuer
    own = text.replace(issuer.value, "") if issuer else text
    return any(matcher.search(own) for matcher in words.scoped)
