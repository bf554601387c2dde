"""The same number told twice: by the same words, by who may have led only some of it, by referring back, in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from lawcheck.model.checklist import Computed
from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import plain
from lawcheck.rule.figures.ledger import Ledger, is_exact, names_of, unit_class
from lawcheck.rule.figures.mentions import Mention, Naming, mention
from lawcheck.rule.figures.tabled import Retold, TableWords, retold
from lawcheck.rule.figures.tables import cell_named
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.scope import folded
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.span import Span
from lawcheck.wording import Text

_REACH = 90  # characters before a number that may say what it is a part of
_MOST_VALUES = 2  # of one wording; more are a list
_ALL_OF = 14  # characters behind a number that may say something of all that it counts


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number that a report may give more than once.

    `of` are its names, `naming` its words. Only wordings that say one of `says` are compared, when given; with
    `is_soft` a difference is `doubtful`; with `is_referred` only what refers back (24场普法活动中) is compared.
    Numbers of `whole` count as well where `wholly` is said of all of them: 执法人员12人，全部持证.
    """

    of: tuple[str, ...]
    naming: Naming
    says: tuple[Matcher, ...] = ()
    is_soft: bool = False
    is_referred: bool = False
    whole: tuple[str, ...] = ()
    wholly: tuple[Matcher, ...] = ()


def check_repeats(ledger: Ledger, quantities: tuple[Quantity, ...], words: TableWords) -> Iterator[Hit]:
    """Yield the numbers that the report gives twice and differently: those of `quantities`, and all of its tables.

    A number of a part of the year or of the body, as its sentence says (上半年, 某镇, 一审), is left out.
    """
    seen = wrong = False
    for quantity in quantities:
        mentions = [m for m in _mentions(ledger, quantity) if _is_compared(ledger, m, quantity.says, words.scoped)]
        seen = seen or len({(_key(m), m.fact.sentence) for m in mentions}) > len({_key(m) for m in mentions})
        found = [] if quantity.is_referred else [*_told_twice(mentions)]
        for first, other, is_sure in [*found, *_referred(ledger, mentions)]:
            wrong = True
            yield _hit(ledger, first, other, is_sure=is_sure and not quantity.is_soft)
    for pair in retold(ledger, words):
        seen = True
        if pair.told.fact.value != pair.table.value:
            wrong = True
            yield _hit_table(ledger, pair)
    if not wrong and seen:
        yield Hit("satisfied", because=Text("同一个数在各处一致", "what is told twice is told alike"))
    elif not wrong:
        yield Hit("not_applicable", because=Text("报告里没有要对照的数", "the report has no numbers to compare"))


_Pair = tuple[Mention, Mention, bool]  # two mentions that differ, and whether they surely are of one number


def _mentions(ledger: Ledger, quantity: Quantity) -> Iterator[Mention]:
    for fact in ledger.of(*quantity.of):
        # A claim of none is compared elsewhere; what stands in a table is limited by the heads around it.
        if is_exact(fact) and fact.origin == "prose" and fact.cell is None:
            yield from mention(ledger, fact, quantity.naming, names_of(fact)[1])
    for fact in ledger.of(*quantity.whole) if quantity.whole else ():
        is_counted = is_exact(fact) and fact.cell is None
        end = _end_of_all(ledger, fact, quantity.wholly) if is_counted else None
        if end is not None:
            yield from mention(ledger, fact, quantity.naming, quantity.of[0], end)


def _end_of_all(ledger: Ledger, fact: Fact, wholly: tuple[Matcher, ...]) -> int | None:
    """Return where the words end that say of all that a number counts what `wholly` is."""
    stop = min(fact.sentence.end, fact.number.end + _ALL_OF)
    if stop <= fact.number.end:
        return None
    text = folded(ledger.view, Span(fact.number.end, stop))
    said = next((m for m in wholly if m.search(text)), None)
    return stop if said else None


def _told_twice(mentions: list[Mention]) -> Iterator[_Pair]:
    """Yield what the same words tell differently; who leads (主持5次) may lead fewer than there are, but not more."""
    own = [m for m in mentions if not m.refers]
    for _, group in groupby(sorted(own, key=_key), key=_key):
        same = sorted(group, key=lambda m: m.fact.number)
        told, led = [m for m in same if not m.is_led], [m for m in same if m.is_led]
        if not told or len({m.fact.value for m in told}) > _MOST_VALUES:
            continue
        first = told[0]
        other = next((m for m in told if m.fact.value != first.fact.value and _is_apart(m, first)), None)
        if other is not None:
            yield first, other, True
            continue
        most = max(told, key=lambda m: m.fact.value)
        more = next((m for m in led if m.fact.value > most.fact.value and _is_apart(m, most)), None)
        if more is not None:
            yield most, more, False


def _key(one: Mention) -> tuple[str, str, str]:
    return one.name, unit_class(one.fact.unit), one.rest


def _is_apart(one: Mention, other: Mention) -> bool:
    return one.fact.sentence != other.fact.sentence


def _referred(ledger: Ledger, mentions: list[Mention]) -> Iterator[_Pair]:
    """Yield what refers back to a number that nothing in the report gives.

    24场普法活动中 speaks of all of them; 9件处罚决定均已送达 may leave some out, so only more than there are is told.
    """
    told: dict[tuple[str, str], Mention] = {}  # the most that is told of each number
    for one in mentions:
        like = _key(one)[:2]
        is_whole = not (one.refers or one.is_led or one.rest)
        if is_whole and (like not in told or one.fact.value > told[like].fact.value):
            told[like] = one
    known: dict[str | None, Counter[Decimal]] = {}
    for one in (m for m in mentions if m.refers):
        indicator, value, most = one.fact.indicator, one.fact.value, told.get(_key(one)[:2])
        if indicator not in known:
            known[indicator] = Counter(f.value for f in ledger.of(indicator or ""))
        if most is None or known[indicator][value] > 1 or value == most.fact.value:
            continue
        if one.refers == "whole" or value > most.fact.value:
            yield most, one, False


def _is_compared(ledger: Ledger, one: Mention, says: tuple[Matcher, ...], scoped: tuple[Matcher, ...]) -> bool:
    if says and not any(m.search(one.words) for m in says):
        return False
    fact, issuer = one.fact, ledger.view.outline.issuer
    start = max(fact.sentence.start, fact.number.start - _REACH)
    text = folded(ledger.view, Span(start, fact.number.start)) if start < fact.number.start else ""
    own = text.replace(issuer.value, "") if issuer else text
    return not any(m.search(own) for m in scoped)


def _hit(ledger: Ledger, first: Mention, other: Mention, *, is_sure: bool) -> Hit:
    spans = first.shown, other.shown
    fields = {
        "label": first.fact.label,
        "first": folded(ledger.view, spans[0]),
        "second": folded(ledger.view, spans[1]),
    }
    computed = Computed(first.fact.label, plain(first.fact.value), plain(other.fact.value), "0")
    sights = (Sight("found", spans[1]), Sight("compared_with", spans[0]))
    case = "differs" if is_sure else "unlike"
    return Hit("not_satisfied" if is_sure else "doubtful", first.fact.indicator, sights, case, fields, computed)


def _hit_table(ledger: Ledger, pair: Retold) -> Hit:
    told, table = pair.told.fact, pair.table
    fields = {
        "label": table.label,
        "first": folded(ledger.view, pair.told.shown),
        "second": ledger.phrase(table),
        "cell": cell_named(table.cell or ""),
    }
    computed = Computed(table.label, plain(table.value), plain(told.value), "0")
    sights = (Sight("found", pair.told.shown), Sight("compared_with", table.span))
    case = "table" if pair.is_sure else "table_unlike"
    return Hit("not_satisfied" if pair.is_sure else "doubtful", table.indicator, sights, case, fields, computed)
