"""Finding the words of all indicators in a text at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lawcheck.rule.vocabulary import NO_PHRASES, Aspect, Indicator, Matcher, Phrases
from lawcheck.text.pattern import Pattern, alternation


class Word(NamedTuple):
    """One occurrence of a phrase at `[start, end)`; `family` is the number of its phrase family in the index."""

    start: int
    end: int
    family: int


class Named(NamedTuple):
    """One aspect of an indicator with the families of its words; `order` is its precedence, the smaller the better."""

    indicator: Indicator
    aspect: Aspect
    order: int
    subject: int | None


class Naming:
    """The index over the words of a vocabulary's indicators: literal phrases by their first two letters."""

    __slots__ = ("_any_pattern", "_any_zero", "_barred", "_letters", "_literal", "_patterns", "_zeros", "labels")

    def __init__(self, indicators: tuple[Indicator, ...], budget_s: float | None) -> None:
        self.labels: dict[int, Named] = {}
        families: list[Phrases] = []
        for indicator in indicators:
            subject = None
            if indicator.subject != NO_PHRASES:
                subject = len(families)
                families.append(indicator.subject)
            for aspect in indicator.aspects:
                self.labels[len(families)] = Named(indicator, aspect, len(self.labels), subject)
                families.append(aspect.labels)
        self._literal, self._letters = _literals(families)
        self._patterns = [(n, Pattern(s, budget_s=budget_s)) for n, f in enumerate(families) for s in f.re]
        self._any_pattern = _any([s for f in families for s in f.re], budget_s)
        self._barred = {n: pattern for n, f in enumerate(families) if (pattern := _any(f.unless, budget_s))}
        self._zeros = [(i, Matcher(i.zeros, budget_s)) for i in indicators if i.zeros != NO_PHRASES]
        zeros = [s for i, _ in self._zeros for s in (*i.zeros.re, alternation(i.zeros.phrases)) if s]
        self._any_zero = _any(zeros, budget_s)

    def find(self, text: str, start: int, end: int) -> list[Word]:
        """Return the occurrences within `[start, end)`, in order; those that `unless` bars are left out."""
        found: list[Word] = []
        literal, letters = self._literal, self._letters
        for at in range(start, end):
            entries = literal.get(text[at : at + 2])
            if entries is None and not letters:
                continue
            for phrase, numbers in (*(entries or ()), *letters.get(text[at], ())):
                stop = at + len(phrase)
                if stop <= end and text.startswith(phrase, at):
                    found += [Word(at, stop, number) for number in numbers]
        if self._any_pattern and self._any_pattern.search(text, start, end):
            for number, pattern in self._patterns:
                found += [Word(*m.span(), number) for m in pattern.finditer(text, start, end) if m.start() < m.end()]
        barred = {w.family for w in found if w.family in self._barred}
        if barred:
            spans = {n: [m.span() for m in self._barred[n].finditer(text, start, end)] for n in barred}
            found = [w for w in found if not any(a < w.end and w.start < b for a, b in spans.get(w.family, ()))]
        found.sort()
        return found

    def zeros(self, text: str, start: int, end: int) -> Iterator[tuple[Indicator, int, int]]:
        """Yield each statement of a zero within `[start, end)`, with its indicator."""
        if self._any_zero is None or self._any_zero.search(text, start, end) is None:
            return
        for indicator, matcher in self._zeros:
            for a, b in matcher.finditer(text, start, end):
                yield indicator, a, b


_Literals = dict[str, tuple[tuple[str, tuple[int, ...]], ...]]


def _literals(families: list[Phrases]) -> tuple[_Literals, _Literals]:
    """Return the phrases with the numbers of their families, by their first two letters, and those of one letter."""
    owners: dict[str, list[int]] = {}
    for number, family in enumerate(families):
        for phrase in family.phrases:
            owners.setdefault(phrase, []).append(number)
    index: tuple[_Literals, _Literals] = {}, {}
    for phrase, numbers in owners.items():
        place = index[len(phrase) < 2]
        place[phrase[:2]] = (*place.get(phrase[:2], ()), (phrase, tuple(numbers)))
    return index


def _any(sources: Iterable[str], budget_s: float | None) -> Pattern | None:
    source = "|".join(f"(?:{s})" for s in sources)
    return Pattern(source, budget_s=budget_s) if source else None


def within(words: list[Word], start: int, end: int) -> Iterable[Word]:
    """Return those of the sorted `words` that lie inside `[start, end)`."""
    first = bisect_left(words, (start,))
    for at in range(first, len(words)):
        if words[at].start >= end:
            return
        if words[at].end <= end:
            yield words[at]
