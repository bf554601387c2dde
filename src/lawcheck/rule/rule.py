"""A rule: one requirement, with its envelope and the options of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.model.checklist import Category, Force, Severity, Verdict
from lawcheck.wording import Text


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal source: title, document number, issuer, the dates between which it is in force, how it was verified.

    Dates are ISO strings, as far as they are known (`2019-04-15`, `2016-12`, `2016`), or None; `verified` is `V1`,
    `V2`, `V3` or `M` of the register.
    """

    id: str
    title: str
    number: str | None
    issuer: str | None
    in_force_from: str | None
    in_force_to: str | None
    verified: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A basis as one rule cites it. `article` only where the article was read."""

    id: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """When a rule applies. Every key that is given must hold; an empty guard always holds.

    `genre`: the document's genre is one of these (a rule that says nothing applies to `report` only). `format`: the
    format is one of these. `part`: these roles are found, in whatever way. `absent`: these are not. `mentions`: a word
    of each of these cue families stands in the report where it tells what was done, or in the parts `within` when
    given; not in a title, not negated.
    """

    genre: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What differs in one case of a rule: the first case whose `case` name and `when` both fit applies.

    `case` is a name that the kind gives its hits (its page lists them); `severity` is never above the rule's own.
    """

    case: str | None = None
    when: Guard | None = None
    severity: Severity | None = None
    message: Text | None = None
    remedy: Text | None = None


@dataclass(frozen=True, slots=True)
class RuleTest:
    """A text with the verdict that the rule must give on it (the worst of its items).

    `meta` is metadata that goes with the text.
    """

    text: str
    expect: Verdict
    name: str | None = None
    subject: str | None = None
    format: str | None = None
    year: int | None = None
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """The envelope of a rule, and `options`, the frozen dataclass of its kind.

    `aliases` are other ids that the rule is known by; results bear `id`. `since` and `until` are report years, both
    inclusive. `yields_to` are rules that say the same in graver or wider words: where one of them has a finding, this
    rule has none, so that nothing is said twice. `why` is what the rule is good for, where its basis does not say it
    all. `source` is `file:line`. `is_shipped` says that the rule comes with lawcheck, so its patterns need no time
    budget.
    """

    id: str
    kind: str
    title: Text
    category: Category
    severity: Severity
    force: Force
    message: Text
    options: object
    aliases: tuple[str, ...] = ()
    basis: tuple[Citation, ...] = ()
    since: int | None = None
    until: int | None = None
    when: Guard = Guard()
    yields_to: tuple[str, ...] = ()
    why: Text | None = None
    remedy: Text | None = None
    cases: tuple[Case, ...] = ()
    tests: tuple[RuleTest, ...] = ()
    source: str = ""
    is_shipped: bool = False
