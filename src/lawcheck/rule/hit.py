"""What a rule kind sees, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar, TypeVarTuple, cast

from lawcheck.model.checklist import Answer, Computed, EvidenceRole, Relation, Verdict
from lawcheck.model.document import Document
from lawcheck.model.fact import NO_FACTS, Facts
from lawcheck.model.outline import Outline
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.span import Span
from lawcheck.wording import Text

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


@dataclass(frozen=True, slots=True)
class View:
    """What a check sees of one report.

    `expected_year` is the year that the caller expects, `as_of` the day that counts as today, if they were given.
    """

    document: Document
    outline: Outline
    vocabulary: Vocabulary
    expected_year: int | None = None
    facts: Facts = NO_FACTS
    as_of: date | None = None
    _made: dict[object, object] = field(init=False, default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[View, *Ts], T], *arguments: *Ts) -> T:
        """Return what `make` makes of this view; all checks of the report share what the first one had it make."""
        key = (make, arguments)
        if key not in self._made:
            self._made[key] = make(self, *arguments)
        return cast(T, self._made[key])


@dataclass(frozen=True, slots=True)
class Sight:
    """A place that a check points at, before the engine makes evidence of it: a span, or words when there is no place.

    The quote of a span is cut to its first 120 characters by the engine. `relation` goes with `expected_at`.
    """

    role: EvidenceRole
    span: Span | None
    label: str | None = None
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One outcome: verdict, subject (None: the whole report), where, the case that applies, fields for the message.

    `because` is what the item says when it is no finding (a finding says the rule's message). `lacks` are the keys of
    metadata, any of which would have decided an `undetermined` hit. `answers` tell what the items of a part are met
    with: all of them, once, with the first hit.
    """

    verdict: Verdict
    subject: str | None = None
    sights: tuple[Sight, ...] = ()
    case: str | None = None
    fields: Mapping[str, str | Text] = field(default_factory=dict)
    computed: Computed | None = None
    because: Text | None = None
    lacks: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()


class Check(Protocol):
    """A compiled rule. Yields at least one Hit; never raises for anything that a report may hold."""

    def __call__(self, view: View, /) -> Iterable[Hit]:
        """Return the outcomes on one report."""
        ...


# Fields that every message may use. The engine fills them: the first place a hit points at, the report year and the
# next one in four digits (20×× where no year is known).
COMMON_FIELDS = frozenset({"quote", "place", "year", "next"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind that a rule file may use: cases of its hits, fields of its messages."""

    cases: frozenset[str]
    fields: frozenset[str]
