"""`relation`: numbers of the report agree with each other: parts with totals, rates with counts, claims with both.

What belongs together is found in `rule.figures`; this kind only says which comparison a rule makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from lawcheck.rule.figures.apart import Claim, check_all_full, check_claims, check_repeats, check_zero_bases
from lawcheck.rule.figures.expression import parse
from lawcheck.rule.figures.ledger import Ledger
from lawcheck.rule.figures.rates import RateWords, check_rates
from lawcheck.rule.figures.sums import check_sums
from lawcheck.rule.figures.together import Intake, check_comparisons, check_outcomes
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, View
from lawcheck.rule.vocabulary import Phrases, Vocabulary

NAMES = Names(
    cases=frozenset(
        {
            *("sum", "overlap", "rate", "unclear", "broken", "apart", "zero_base", "differs", "refuted", "scoped"),
            *("exceeds", "leftover", "all_full"),
        }
    ),
    fields=COMMON_FIELDS | {"label", "calculation", "stated", "actual", "first", "second", "claim", "count"},
)

Compared = Literal["sums", "rates", "zero_bases", "repeats", "claims", "outcomes", "all_full"]
Words = tuple[str | Phrases, ...]


@dataclass(frozen=True, slots=True)
class RateBase:
    """A rate and the counts that it may be a rate of, as `N029.rate` and `[N027.total]`."""

    rate: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoneClaimed:
    """A claim of none (`says`: 零败诉), and the numbers that refute it when they are above zero."""

    says: Words
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts of what came in (`of`), and the indicators whose counts may be how it ended."""

    of: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """Give `holds` or `compare`.

    `holds`: comparisons such as `N032.lead + N032.joint == N032.total`; a name with `?` counts zero where it is not
    reported; it is certain where every label says one of `sure` and the sentence none of `overlaps`. `compare` judges
    the whole report: `sums` (softly when `overlaps` stand among the parts), `rates` (`changes`, `outcomes`,
    `qualified`, `loose`, `carried`), `zero_bases` (`bases`), `repeats` (`of`, unless `scoped`), `claims` (`claims`,
    unless `aims`, softly when `scoped`), `outcomes` (`intakes`, `settled`, `rest`, `carried`), `all_full` (`least`,
    `negative`). All but names are cues or families of phrases.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["relation"]
    holds: tuple[str, ...] = ()
    compare: Compared | None = None
    of: tuple[str, ...] = ()
    bases: tuple[RateBase, ...] = ()
    claims: tuple[NoneClaimed, ...] = ()
    intakes: tuple[Outcome, ...] = ()
    least: int = 3
    sure: Words = ()
    overlaps: Words = ()
    changes: Words = ()
    outcomes: Words = ()
    qualified: Words = ()
    loose: Words = ()
    carried: Words = ()
    scoped: Words = ()
    aims: Words = ()
    settled: Words = ()
    rest: Words = ()
    negative: Words = ()

    def __post_init__(self) -> None:
        if bool(self.holds) == (self.compare is not None):
            raise ValueError("holds 和 compare 须且只须给出一个 / give one of holds and compare")
        for text in self.holds:
            parse(text)
        needed = {"zero_bases": "bases", "repeats": "of", "claims": "claims", "outcomes": "intakes"}
        key = needed.get(self.compare or "")
        if key is not None and not getattr(self, key):
            raise ValueError(f"compare: {self.compare} 须写明 {key} / compare: {self.compare} needs {key}")


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue or a number that the vocabulary has not."""
    named = {str(n) for text in options.holds for n in parse(text).names()}
    named |= {*options.of, *(n for b in options.bases for n in (b.rate, *b.of))}
    named |= {n for c in options.claims for n in c.against} | {n for i in options.intakes for n in (*i.of, *i.ends)}
    for name in sorted(named):
        vocabulary.indicator(name)
    judge = _judge(options, vocabulary)

    def check(view: View) -> Iterator[Hit]:
        yield from judge(Ledger(view))

    return check


def _judge(options: Options, vocabulary: Vocabulary) -> Callable[[Ledger], Iterator[Hit]]:
    words = vocabulary.matchers
    carried, scoped, aims = words(options.carried), words(options.scoped), words(options.aims)
    settled, rest, sure = words(options.settled), words(options.rest), words(options.sure)
    overlaps, negative = words(options.overlaps), words(options.negative)
    rate_words = RateWords(
        words(options.changes), words(options.outcomes), words(options.qualified), words(options.loose), carried
    )
    comparisons = tuple(map(parse, options.holds))
    claims = tuple(Claim(words(c.says), c.against, aims, scoped) for c in options.claims)
    intakes = tuple(Intake(i.of, i.ends, settled, rest, carried) for i in options.intakes)
    bases = tuple((b.rate, b.of) for b in options.bases)
    checks: dict[Compared | None, Callable[[Ledger], Iterator[Hit]]] = {
        None: lambda ledger: check_comparisons(ledger, comparisons, sure, overlaps),
        "sums": lambda ledger: check_sums(ledger, overlaps),
        "rates": lambda ledger: check_rates(ledger, rate_words),
        "zero_bases": lambda ledger: check_zero_bases(ledger, bases),
        "repeats": lambda ledger: check_repeats(ledger, options.of, scoped),
        "claims": lambda ledger: check_claims(ledger, claims),
        "outcomes": lambda ledger: check_outcomes(ledger, intakes),
        "all_full": lambda ledger: check_all_full(ledger, options.least, negative),
    }
    return checks[options.compare]
