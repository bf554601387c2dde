"""`fact`: a number is reported, its zero said in words, its bounds kept; a rate has a count to be a rate of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from lawcheck.rule.figures.bounds import Range, RateBase, check_bases, check_range, check_units
from lawcheck.rule.figures.given import Wanted, check_given
from lawcheck.rule.figures.ledger import Ledger
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, View
from lawcheck.rule.vocabulary import Phrases, Vocabulary

NAMES = Names(
    cases=frozenset(
        {
            *("missing", "zero_silent", "uncounted", "no_total", "approximate", "out_of_bounds"),
            *("no_base", "part_base", "no_count", "no_whole", "unit", "points"),
        }
    ),
    fields=COMMON_FIELDS | {"indicator", "label", "stated", "bound", "count", "sum", "other"},
)
Expect = Literal["reported", "zero_stated", "within", "based", "one_unit"]
Words = tuple[str | Phrases, ...]


@dataclass(frozen=True, slots=True)
class Denominator:
    """A rate, and the counts of which one must be given; with only one of `partly`, if not zero, it is `doubtful`."""

    rate: str
    of: tuple[str, ...]
    partly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """`of` names indicators (`N032`) or single numbers (`N032.total`).

    `expect: reported`: one of them is given. `zero_stated`: so it is, and be it as a zero. A report that says none of
    `topic` is not judged, nor one that has none of `given` above zero. Three or more counts of one sentence in units
    of `listed` (政策3条、公告2条 …) are items that lack a total.
    `within`: numbers (`of`, `labels`, `units`) lie above `min` or below `max`, unless their clause says `unless`.
    `based`: each rate of `bases` has a count; any other rate (of `of`, when given) has one in its sentence, the one
    before, or of its indicator. `one_unit`: a number of `of` is counted in one unit, a change of a rate (`changes`) in
    points.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["fact"]
    expect: Expect
    of: tuple[str, ...] = ()
    topic: Words = ()
    given: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    labels: Words = ()
    units: tuple[str, ...] = ()
    unless: Words = ()
    min: int | None = None
    max: int | None = None
    bases: tuple[Denominator, ...] = ()
    changes: Words = ()

    def __post_init__(self) -> None:
        if self.expect in ("reported", "zero_stated", "one_unit") and not self.of:
            raise ValueError(f"expect: {self.expect} 须用 of 写明是哪个数 / expect: {self.expect} needs of")
        if self.expect == "within" and (self.min is None) == (self.max is None):
            raise ValueError("expect: within 须给出 min 或 max 之一 / expect: within needs one of min and max")
        if self.expect == "within" and not (self.of or self.labels):
            raise ValueError("expect: within 须给出 of 或 labels / expect: within needs of or labels")


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue or a number that the vocabulary has not."""
    for name in (*options.of, *options.given, *(n for b in options.bases for n in (b.rate, *b.of, *b.partly))):
        vocabulary.indicator(name)
    judge = _judge(options, vocabulary)

    def check(view: View) -> Iterator[Hit]:
        yield from judge(view.once(Ledger))

    return check


def _judge(options: Options, vocabulary: Vocabulary) -> Callable[[Ledger], Iterator[Hit]]:
    words = vocabulary.matchers
    unless, changes = words(options.unless), words(options.changes)
    if options.expect == "within":
        bound = Range(options.of, words(options.labels), options.units, unless, options.min, options.max)
        return lambda ledger: check_range(ledger, bound)
    if options.expect == "based":
        bases = {base.rate: RateBase(base.of, base.partly) for base in options.bases}
        return lambda ledger: check_bases(ledger, options.of, bases, unless)
    if options.expect == "one_unit":
        return lambda ledger: check_units(ledger, options.of, changes)
    indicator, is_zero_said = vocabulary.indicator(options.of[0]), options.expect == "zero_stated"
    wanted = Wanted(options.of, indicator, words(options.topic), options.given, options.listed, is_zero_said)
    return lambda ledger: check_given(ledger, wanted)
