"""One mention of a number: what its words say beyond its name, who led it, whether it refers back to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lawcheck.model.fact import Fact
from lawcheck.rule.figures.ledger import Ledger
from lawcheck.rule.scope import folded
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_BEFORE, _BEHIND = 60, 16  # characters around a number that say what it counts
_SHORTEST = 2  # characters of the issuer's name that are left out of it
_CLAUSE = pattern("[，。；：！？\n]")
_JOINT = pattern("^(?:、|以及|和|与|及|其中|并)+")
_PREDICATE = pattern("(?:当|之)?中(?![心央小])|里|均|全部|都(?!市)")
_EACH = frozenset({"均", "全部", "都"})
_POINTS = pattern("^(?:这|该|上述|以上|对于?|在|从|将)?$")

Refers = Literal["", "whole", "some"]


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of a quantity: what names it, what tells nothing (全年, 开展), what tells of who led it (主持)."""

    named: tuple[Matcher, ...]
    plain: tuple[Matcher, ...]
    led: tuple[Matcher, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact with its words.

    `rest` is what they say beyond the name of the quantity, empty when nothing. `refers` says that it takes up a number
    given elsewhere: all of it (24场普法活动中), or something of each (9件决定均). `shown` is the phrase to show.
    """

    fact: Fact
    name: str
    words: str
    rest: str
    is_led: bool
    refers: Refers
    shown: Span


def mention(ledger: Ledger, fact: Fact, naming: Naming, name: str, end: int | None = None) -> Iterator[Mention]:
    """Yield the mention of a fact under `name`, shown up to `end`; none where no word names the quantity."""
    before, behind = _before(ledger, fact), _behind(ledger, fact)
    predicate = _PREDICATE.search(behind)
    noun = behind[: predicate.start()] if predicate else behind
    if not before and not noun:
        noun = fact.label
    words = before + noun
    if naming.named and not any(m.search(words) for m in naming.named):
        return
    rest = without(_own(ledger, words), (*naming.named, *naming.plain, *naming.led))
    refers: Refers = ""
    if predicate and not rest and _POINTS.match(before) and any(m.search(noun) for m in naming.named):
        refers = "some" if predicate.group() in _EACH else "whole"
    shown = Span(fact.span.start, max(fact.span.end, end or 0))
    is_led = any(m.search(words) for m in naming.led)
    yield Mention(fact, name, words, rest, is_led, refers, shown)


def _before(ledger: Ledger, fact: Fact) -> str:
    """Return the words before a number, from the last comma or the number before it on."""
    earlier = [f.number.end for f in ledger.beside(fact) if f.number.end <= fact.number.start]
    start = max(fact.sentence.start, fact.number.start - _BEFORE, *earlier[-1:])
    text = folded(ledger.view, Span(start, fact.number.start)) if start < fact.number.start else ""
    clause = text[max((m.end() for m in _CLAUSE.finditer(text)), default=0) :]
    joint = _JOINT.match(clause)
    return clause[joint.end() :] if joint else clause


def _behind(ledger: Ledger, fact: Fact) -> str:
    """Return the words behind a number that its label takes in, a little further where a predicate may follow."""
    label_end = fact.span.end
    stop = min(fact.sentence.end, fact.number.end + _BEHIND)
    if label_end <= fact.number.end or stop <= fact.number.end:
        return ""
    text = folded(ledger.view, Span(fact.number.end, stop))
    mark = _CLAUSE.search(text)
    return text[: mark.start()] if mark else text


def _own(ledger: Ledger, words: str) -> str:
    """Return the words without the name of the issuer, or the end of it, before them."""
    issuer = ledger.view.outline.issuer
    name = issuer.value if issuer else ""
    tails = (name[i:] for i in range(len(name) - _SHORTEST + 1))
    return next((words[len(tail) :] for tail in tails if words.startswith(tail)), words)


def without(words: str, families: tuple[Matcher, ...]) -> str:
    """Return `words` without what these families find in them."""
    for family in families:
        for start, end in reversed(family.finditer(words)):
            words = words[:start] + words[end:]
    return words
