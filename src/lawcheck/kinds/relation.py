"""`relation`: numbers of the report agree with each other: parts with totals, rates with counts, claims with both.

What belongs together is found in `rule.figures`; this kind only says which comparison a rule makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from lawcheck.rule.figures.apart import Claim, check_all_full, check_claims, check_zero_bases
from lawcheck.rule.figures.expression import parse
from lawcheck.rule.figures.ledger import Ledger
from lawcheck.rule.figures.mentions import Naming
from lawcheck.rule.figures.outcomes import Intake, check_outcomes
from lawcheck.rule.figures.rates import RateWords, check_rates
from lawcheck.rule.figures.repeats import Quantity, check_repeats
from lawcheck.rule.figures.sums import check_sums
from lawcheck.rule.figures.tabled import TableWords
from lawcheck.rule.figures.together import check_comparisons
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, View
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary

NAMES = Names(
    cases=frozenset(
        {
            *("sum", "overlap", "beyond", "rate", "unclear", "broken", "apart", "zero_base", "differs", "unlike"),
            *("table", "table_unlike", "refuted", "scoped", "exceeds", "together", "leftover", "all_full"),
        }
    ),
    fields=COMMON_FIELDS | {"label", "calculation", "stated", "actual", "first", "second", "claim", "count", "cell"},
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
class Repeated:
    """A number that may be given twice (`of`), the words that name it, and those that a wording must say (`says`).

    `softly`: a difference is doubtful. `referred`: only what refers back (24场活动中) is compared. Numbers of `whole`
    count where all of them are said to be `wholly` so (12人，全部持证).
    """

    of: tuple[str, ...]
    named: Words = ()
    says: Words = ()
    softly: bool = False
    referred: bool = False
    whole: tuple[str, ...] = ()
    wholly: Words = ()


@dataclass(frozen=True, slots=True)
class Options:
    """Give `holds` or `compare`.

    `holds`: comparisons such as `N032.lead + N032.joint == N032.total`; a name with `?` counts zero where it is not
    reported; it is certain where every label says one of `sure` and the sentence none of `overlaps`. `compare` judges
    the whole report: `sums` (softly when `overlaps` stand among the parts; `combined` may be had together), `rates`
    (`changes`, `outcomes`, `qualified`, `loose`, `carried`), `zero_bases` (`bases`), `repeats` (`repeated`, `plain`,
    `led`, in tables `heads`, unless `scoped`), `claims` (`claims`, unless `aims`, softly when `scoped`), `outcomes`
    (`intakes`, `settled`, `final`, `adverse`, `rest`, `carried`, `again`), `all_full` (`least`, `negative`). All but
    names are cues or families of phrases.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["relation"]
    holds: tuple[str, ...] = ()
    compare: Compared | None = None
    repeated: tuple[Repeated, ...] = ()
    bases: tuple[RateBase, ...] = ()
    claims: tuple[NoneClaimed, ...] = ()
    intakes: tuple[Outcome, ...] = ()
    least: int = 3
    sure: Words = ()
    overlaps: Words = ()
    combined: Words = ()
    changes: Words = ()
    outcomes: Words = ()
    qualified: Words = ()
    loose: Words = ()
    carried: Words = ()
    scoped: Words = ()
    plain: Words = ()
    led: Words = ()
    heads: Words = ()
    aims: Words = ()
    settled: Words = ()
    final: Words = ()
    adverse: Words = ()
    again: Words = ()
    rest: Words = ()
    negative: Words = ()

    def __post_init__(self) -> None:
        if bool(self.holds) == (self.compare is not None):
            raise ValueError("holds 和 compare 须且只须给出一个 / give one of holds and compare")
        for text in self.holds:
            parse(text)
        needed = {"zero_bases": "bases", "repeats": "repeated", "claims": "claims", "outcomes": "intakes"}
        key = needed.get(self.compare or "")
        if key is not None and not getattr(self, key):
            raise ValueError(f"compare: {self.compare} 须写明 {key} / compare: {self.compare} needs {key}")


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue or a number that the vocabulary has not."""
    named = {str(n) for text in options.holds for n in parse(text).names()}
    named |= {n for b in options.bases for n in (b.rate, *b.of)} | {
        n for r in options.repeated for n in (*r.of, *r.whole)
    }
    named |= {n for c in options.claims for n in c.against} | {n for i in options.intakes for n in (*i.of, *i.ends)}
    for name in sorted(named):
        vocabulary.indicator(name)
    judge = _judge(options, vocabulary)

    def check(view: View) -> Iterator[Hit]:
        yield from judge(view.once(Ledger))

    return check


def _judge(options: Options, vocabulary: Vocabulary) -> Callable[[Ledger], Iterator[Hit]]:
    words = vocabulary.matchers
    carried, scoped, aims = words(options.carried), words(options.scoped), words(options.aims)
    settled, rest, sure = words(options.settled), words(options.rest), words(options.sure)
    overlaps, combined, negative = words(options.overlaps), words(options.combined), words(options.negative)
    rate_words = RateWords(
        words(options.changes), words(options.outcomes), words(options.qualified), words(options.loose), carried
    )
    comparisons = tuple(map(parse, options.holds))
    claims = tuple(Claim(words(c.says), c.against, aims, scoped) for c in options.claims)
    final, adverse, again = words(options.final), words(options.adverse), words(options.again)
    intakes = tuple(Intake(i.of, i.ends, settled, final, adverse, rest, carried, again) for i in options.intakes)
    quantities = tuple(_quantity(r, options, words) for r in options.repeated)
    table_words = TableWords(Naming((), words(options.plain), words(options.led)), words(options.heads), scoped)
    bases = tuple((b.rate, b.of) for b in options.bases)
    checks: dict[Compared | None, Callable[[Ledger], Iterator[Hit]]] = {
        None: lambda ledger: check_comparisons(ledger, comparisons, sure, overlaps),
        "sums": lambda ledger: check_sums(ledger, overlaps, combined),
        "rates": lambda ledger: check_rates(ledger, rate_words),
        "zero_bases": lambda ledger: check_zero_bases(ledger, bases),
        "repeats": lambda ledger: check_repeats(ledger, quantities, table_words),
        "claims": lambda ledger: check_claims(ledger, claims),
        "outcomes": lambda ledger: check_outcomes(ledger, intakes),
        "all_full": lambda ledger: check_all_full(ledger, options.least, negative),
    }
    return checks[options.compare]


def _quantity(given: Repeated, options: Options, words: Callable[[Words], tuple[Matcher, ...]]) -> Quantity:
    naming = Naming(words(given.named), words(options.plain), words(options.led))
    says, wholly = words(given.says), words(given.wholly)
    return Quantity(given.of, naming, says, given.softly, given.referred, given.whole, wholly)
