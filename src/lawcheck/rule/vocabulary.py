"""The words of the field, as data: roles of parts, cues, genres, organs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from lawcheck.text.pattern import Pattern, alternation
from lawcheck.wording import Text

if TYPE_CHECKING:
    from lawcheck.rule.naming import Naming


@dataclass(frozen=True, slots=True)
class Phrases:
    """A family of phrases, matched on folded text: literals, and patterns (`re`) where literals do not reach.

    `unless` are patterns for what must not be taken for the phrase: a match that overlaps one of their matches is none.
    """

    phrases: tuple[str, ...] = ()
    re: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


NO_PHRASES = Phrases()
_OTHER = Text("其他文件", "a document of another kind")


@dataclass(frozen=True, slots=True)
class Role:
    """A part that a report must or may have, and how to know it.

    `headings` are matched in the words of a heading; `leads` at the start of a list item or run-in sentence; `states`
    in a sentence of the body; `closings` at the start of a closing passage. `{year}`, `{next}` and `{any}` in a
    pattern stand for the report year, the next, and any year, in digits of either script. `is_late`: a sentence shows
    the part only in the later half of the body; `not_within`: nor does one inside the sections of these roles. The
    order of roles in the vocabulary is the order of precedence when one heading names two.
    """

    id: str
    title: Text
    headings: Phrases
    leads: Phrases = NO_PHRASES
    states: Phrases = NO_PHRASES
    closings: Phrases = NO_PHRASES
    is_late: bool = False
    not_within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of document: how its title and its text show it. `report` is the one that is checked.

    `titles` count where they end a title; `openings` before the first heading; `headings` in the words of a heading.
    `subjects` are the words that the whole text keeps to: they count together with a sentence of `aims` in the opening.
    """

    id: str
    title: Text
    titles: Phrases = NO_PHRASES
    openings: Phrases = NO_PHRASES
    headings: Phrases = NO_PHRASES
    aims: Phrases = NO_PHRASES
    subjects: Phrases = NO_PHRASES


@dataclass(frozen=True, slots=True)
class Aspect:
    """One number of an indicator: its total, a part of it, a rate.

    `labels` are matched in the words before (or after) a number; `units` are the counting words that fit, `%` for a
    rate. The order of aspects is their precedence when a label fits two.
    """

    id: str
    title: Text
    labels: Phrases
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantity that reports give, under its permanent id (`N029`).

    `subject` are phrases that must stand in the label, in the sentence before it, or in the lead of the item or the
    heading above, for an aspect's label to count; none: the labels alone are plain enough. `zeros` are phrases that
    state a zero in words (未发生行政复议案件): that of the aspect `total` or, where there is none, of the first.
    """

    id: str
    title: Text
    aspects: tuple[Aspect, ...]
    subject: Phrases = NO_PHRASES
    zeros: Phrases = NO_PHRASES


@dataclass(frozen=True)
class Vocabulary:
    """All words of one rule set. Ids are ASCII; the order of `roles` and `genres` is their precedence."""

    roles: tuple[Role, ...]
    genres: tuple[Genre, ...]
    cues: Mapping[str, Phrases]
    organs: Phrases = NO_PHRASES
    indicators: tuple[Indicator, ...] = ()
    budget_s: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "cues", MappingProxyType(dict(self.cues)))  # nobody's own mapping, and read only

    @cached_property
    def _matchers(self) -> dict[Phrases, Matcher]:
        return {}

    @cached_property
    def naming(self) -> Naming:
        """The index over the words of all indicators, made once per vocabulary."""
        from lawcheck.rule.naming import Naming

        return Naming(self.indicators, self.budget_s)

    def family(self, wanted: str | Phrases) -> Phrases:
        """Return the cue family that a rule names, or the one that it brings itself.

        Raises: KeyError when the vocabulary has no cue of that name (the loader has checked every name a rule uses).
        """
        return self.cues[wanted] if isinstance(wanted, str) else wanted

    def matchers(self, wanted: tuple[str | Phrases, ...]) -> tuple[Matcher, ...]:
        """Return the compiled families that a rule names or brings itself. Raises: KeyError, as `family`."""
        return tuple(self.matcher(self.family(each)) for each in wanted)

    def cue(self, name: str) -> Matcher:
        """Return the compiled cue family `name`. Raises: KeyError (the loader has checked every name a rule uses)."""
        return self.matcher(self.cues[name])

    def matcher(self, phrases: Phrases) -> Matcher:
        """Return the compiled form of a family, made once per vocabulary."""
        found = self._matchers.get(phrases)
        if found is None:
            found = self._matchers[phrases] = Matcher(phrases, self.budget_s)
        return found

    def role(self, name: str) -> Role:
        """Return the role `name`. Raises: KeyError."""
        return next((r for r in self.roles if r.id == name), None) or _missing(name)

    def genre_title(self, name: str) -> Text:
        """Return what a kind of document is called, also one that these words do not know."""
        return next((g.title for g in self.genres if g.id == name), _OTHER)

    def indicator(self, name: str) -> Indicator:
        """Return the indicator of that id, or whose number `name` is (`N032.total`). Raises: KeyError."""
        found = self._numbers.get(name)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def numbers(self) -> tuple[str, ...]:
        """The names of all indicators and of all their numbers, as rules write them."""
        return tuple(self._numbers)

    @cached_property
    def _numbers(self) -> dict[str, Indicator]:
        return {name: i for i in self.indicators for name in (i.id, *(f"{i.id}.{a.id}" for a in i.aspects))}


def _missing(name: str) -> Role:
    raise KeyError(name)


class Matcher:
    """A compiled phrase family."""

    __slots__ = ("_find", "_unless")

    def __init__(self, phrases: Phrases, budget_s: float | None = None) -> None:
        sources = ([alternation(phrases.phrases)] if phrases.phrases else []) + [f"(?:{p})" for p in phrases.re]
        self._find = Pattern("|".join(sources), budget_s=budget_s) if sources else None
        self._unless = (
            Pattern("|".join(f"(?:{p})" for p in phrases.unless), budget_s=budget_s) if phrases.unless else None
        )

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Return the ranges of `text` that match within `[start, end)`, in order."""
        if self._find is None:
            return []
        found = [m.span() for m in self._find.finditer(text, start, end)]
        if not found or self._unless is None:
            return found
        barred = [m.span() for m in self._unless.finditer(text, start, end)]
        ends = [d for _, d in barred]  # ascending, for matches do not overlap
        return [(a, b) for a, b in found if (i := bisect_right(ends, a)) == len(ends) or barred[i][0] >= b]

    def search(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Return the first range that matches within `[start, end)`, or None."""
        found = self.finditer(text, start, end)
        return found[0] if found else None
