"""Which counts a rate may be of: those that the sentence ties to it, and those that are named by the same outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import total
from lawcheck.rule.figures.ledger import Ledger, unit_class
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.pattern import pattern

# 办结19件，占95%; 办结19件（占比95%）; 占总数的95%.
_SHARE = pattern(r"^[，、（]?(?:约)?占(?:比|\p{Han}{0,8}?(?:总数|总量|全部|比例))?(?:的|为|达|达到|约为)?$")
_OF = pattern(r"^[，、（]?占[^，。；]{0,20}$")  # 办结19件，占受理20件的95%
_TIE = pattern(r"^(?:的|的约|总数的|总量的)$")
_STEM = pattern(r"\p{Han}{1,20}(?=率|比例|比重|占比)")
_NOT_DONE = pattern("(?:不予?|未|没有?|非|应当?|[需须])$")  # 不合格 and 应整改 are no counts of 合格 and 整改
_TAIL = 2  # characters of a stem that name an outcome by themselves: 报送 in 报送率


@dataclass(frozen=True, slots=True)
class Pair:
    """A count and what it may be a part of; both may be several numbers added up (办结18件、移送2件)."""

    parts: tuple[Fact, ...]
    whole: tuple[Fact, ...]

    @property
    def part(self) -> Decimal:
        """The counts added up."""
        return total(f.value for f in self.parts)

    @property
    def base(self) -> Decimal:
        """What they are a part of, added up."""
        return total(f.value for f in self.whole)

    @property
    def is_plain(self) -> bool:
        """Say whether it is one count of one other that it can be a part of."""
        return len(self.parts) == len(self.whole) == 1 and self.base >= self.part and self.base > 0


@dataclass(frozen=True, slots=True)
class Parts:
    """The counts that a rate must be of.

    `is_sure` is not said of an outcome that no word for outcomes names, nor of counts that say more than the rate does
    (按期报送 beside 报送率).
    """

    facts: tuple[Fact, ...]
    is_sure: bool = True


def tied(ledger: Ledger, rate: Fact, beside: list[Fact]) -> Pair | None:
    """Return the counts that the sentence itself ties to the rate: 19件，占20件的95%, or a part with its share."""
    left = _left(beside, rate)
    if not left:
        return None
    if len(left) > 1:
        part, whole = left[-2:]
        gap, tie = ledger.between(part, whole), ledger.between(whole, rate)
        if _OF.match(gap) and _TIE.match(tie) and unit_class(part.unit) == unit_class(whole.unit):
            return Pair((part,), (whole,))
    total_of = ledger.whole_of(left[-1])
    if total_of in beside and _SHARE.match(ledger.between(left[-1], rate)):
        return Pair((left[-1],), (total_of,))
    return None


def parts_of(
    ledger: Ledger, rate: Fact, beside: list[Fact], outcomes: tuple[Matcher, ...], qualified: tuple[Matcher, ...]
) -> Parts:
    """Return the counts that the rate must be of: tied to it by 占, or named by the same outcome.

    `outcomes` are words for outcomes; one that they lack is known by the end of the rate's stem. Where no count is
    qualified (按期, 首次) as the rate is, those that are narrower stand in, right before it.
    """
    left = _left(beside, rate)
    if left and _SHARE.match(ledger.between(left[-1], rate)):
        return Parts((left[-1],))
    stem = _STEM.search(rate.label)
    if stem is None:
        return Parts(())
    outcome = named(stem.group(), outcomes)
    wanted = outcome or frozenset({stem.group()[-_TAIL:]})
    narrowed = named(stem.group(), qualified)
    told = [(f, named(f.label, qualified)) for f in beside if wanted <= named(f.label, outcomes) | _said(f, wanted)]
    exact = tuple(f for f, words in told if words == narrowed)
    if exact:
        return Parts(exact, is_sure=bool(outcome))
    return Parts(tuple(f for f, words in told if words > narrowed and left[-1:] == [f]), is_sure=False)


def named(label: str, matchers: tuple[Matcher, ...]) -> frozenset[str]:
    """Return the words of these families that a label says; one not done comes with what says so (不合格)."""
    return frozenset(_undone(label, a) + label[a:b] for m in matchers for a, b in m.finditer(label))


def _said(fact: Fact, words: frozenset[str]) -> frozenset[str]:
    places = [(word, fact.label.find(word)) for word in words if len(word) >= _TAIL]
    return frozenset(word for word, at in places if at >= 0 and not _undone(fact.label, at))


def _undone(label: str, at: int) -> str:
    m = _NOT_DONE.search(label, 0, at)
    return m.group() if m else ""


def pairs(ledger: Ledger, part: Fact, rate: Fact, beside: list[Fact], before: list[Fact]) -> Iterator[Pair]:
    """Yield the pairs that a count may make: alone or with its neighbours, of one other or of two side by side.

    Neighbours are of one matter: on the same side of the rate, with no semicolon or other indicator between.
    """
    unit = unit_class(part.unit)
    here = [f for f in beside if unit_class(f.unit) == unit]
    at = here.index(part)
    runs = [tuple(here[i:j]) for i in range(max(0, at - 2), at + 1) for j in range(at + 1, min(i + 3, len(here)) + 1)]
    runs = [run for run in runs if _is_of_one_matter(ledger, run, rate)]
    for others in (here, [f for f in before if unit_class(f.unit) == unit]):
        wholes = [*((f,) for f in others), *(two for two in pairwise(others) if _is_of_one_matter(ledger, two, rate))]
        yield from (Pair(run, whole) for run in runs for whole in wholes if not set(run) & set(whole))


def _is_of_one_matter(ledger: Ledger, run: tuple[Fact, ...], rate: Fact) -> bool:
    return len({f.indicator for f in run if f.indicator}) < 2 and all(
        (one.number < rate.number) == (other.number < rate.number) and "；" not in ledger.between(one, other)
        for one, other in pairwise(run)
    )


def _left(beside: list[Fact], rate: Fact) -> list[Fact]:
    return [f for f in beside if f.number.end <= rate.number.start]
