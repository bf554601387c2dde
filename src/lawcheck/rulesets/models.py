"""What a rule file may hold, as frozen pydantic models, and their way into the frozen values of `lawcheck.rule`.

Only the shape stands here: keys, types, lengths. What names refer to is checked in `check`, severities in `guard`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from lawcheck.model.checklist import Category, Force, Severity
from lawcheck.rule.plan import Adjustment
from lawcheck.rule.rule import Basis, Case, Citation, Guard, Rule, RuleTest
from lawcheck.rule.vocabulary import Aspect, Genre, Indicator, Phrases, Role
from lawcheck.wording import Text

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,64}$")]
Line = Annotated[str, Field(min_length=1, max_length=500)]
Date = Annotated[str, Field(pattern=r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")]
Year = Annotated[int, Field(ge=1900, le=2999)]


class Entry(BaseModel):
    """A mapping of a rule file: no key but its own, no value of another type."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Wording(Entry):
    """A sentence in both languages."""

    zh: Line
    en: Line

    def text(self) -> Text:
        """Return the pair as a value."""
        return Text(self.zh, self.en)


class BasisEntry(Entry):
    """One legal source of basis.yaml."""

    id: Id
    title: Line
    number: Line | None = None
    issuer: Line | None = None
    in_force_from: Date | None = None
    in_force_to: Date | None = None
    verified: Literal["V1", "V2", "V3", "M"]
    note: Line | None = None

    def basis(self) -> Basis:
        """Return the source as a value."""
        return Basis(**dict(self))


class BasisFile(Entry):
    """basis.yaml."""

    basis: tuple[BasisEntry, ...]


class RoleEntry(Entry):
    """One part of vocabulary.yaml."""

    id: Id
    title: Wording
    headings: Phrases
    leads: Phrases = Phrases()
    states: Phrases = Phrases()
    closings: Phrases = Phrases()
    is_late: bool = False
    not_within: tuple[str, ...] = ()

    def role(self) -> Role:
        """Return the part as a value."""
        return Role(**{**dict(self), "title": self.title.text()})


class GenreEntry(Entry):
    """One kind of document of vocabulary.yaml."""

    id: Id
    title: Wording
    titles: Phrases = Phrases()
    openings: Phrases = Phrases()
    headings: Phrases = Phrases()
    aims: Phrases = Phrases()
    subjects: Phrases = Phrases()

    def genre(self) -> Genre:
        """Return the kind of document as a value."""
        return Genre(**{**dict(self), "title": self.title.text()})


class VocabularyFile(Entry):
    """vocabulary.yaml. A set that extends the shipped one gives `cues` only."""

    roles: tuple[RoleEntry, ...] = ()
    genres: tuple[GenreEntry, ...] = ()
    organs: Phrases = Phrases()
    cues: dict[Id, Phrases] = {}


class AspectEntry(Entry):
    """One number of an indicator."""

    id: Id
    title: Wording
    labels: Phrases
    units: Annotated[tuple[Line, ...], Field(min_length=1)]

    def aspect(self) -> Aspect:
        """Return the aspect as a value."""
        return Aspect(**{**dict(self), "title": self.title.text()})


class IndicatorEntry(Entry):
    """One quantity of indicators.yaml."""

    id: Id
    title: Wording
    subject: Phrases = Phrases()
    zeros: Phrases = Phrases()
    aspects: tuple[AspectEntry, ...]

    def indicator(self) -> Indicator:
        """Return the quantity as a value."""
        aspects = tuple(aspect.aspect() for aspect in self.aspects)
        return Indicator(self.id, self.title.text(), aspects, self.subject, self.zeros)


class IndicatorFile(Entry):
    """indicators.yaml."""

    indicators: tuple[IndicatorEntry, ...]


class CaseEntry(Entry):
    """One case of a rule."""

    case: Id | None = None
    when: Guard | None = None
    severity: Severity | None = None
    message: Wording | None = None
    remedy: Wording | None = None

    def value(self) -> Case:
        """Return the case as a value."""
        return Case(self.case, self.when, self.severity, _text(self.message), _text(self.remedy))


class RuleEntry(Entry):
    """The envelope of a rule: what every kind has. The kind's own keys stand beside these in the file."""

    id: Id
    aliases: tuple[Id, ...] = ()
    kind: str
    title: Wording
    category: Category
    severity: Severity
    force: Force
    basis: tuple[Citation, ...] = ()
    since: Year | None = None
    until: Year | None = None
    when: Guard = Guard()
    yields_to: tuple[Id, ...] = ()
    why: Wording | None = None
    message: Wording
    remedy: Wording | None = None
    cases: tuple[CaseEntry, ...] = ()
    tests: tuple[RuleTest, ...] = ()

    def rule(self, options: object, *, source: str, is_shipped: bool) -> Rule:
        """Return the rule as a value, with the options of its kind."""
        return Rule(
            id=self.id,
            kind=self.kind,
            title=self.title.text(),
            category=self.category,
            severity=self.severity,
            force=self.force,
            message=self.message.text(),
            options=options,
            aliases=self.aliases,
            basis=self.basis,
            since=self.since,
            until=self.until,
            when=self.when,
            yields_to=self.yields_to,
            why=_text(self.why),
            remedy=_text(self.remedy),
            cases=tuple(case.value() for case in self.cases),
            tests=self.tests,
            source=source,
            is_shipped=is_shipped,
        )


class RuleFile(Entry):
    """A file of national/ or provincial/; its rules are read one by one."""

    rules: tuple[object, ...]


class AdjustEntry(Entry):
    """What a profile changes in one rule."""

    rule: Id
    severity: Severity
    basis: tuple[Citation, ...] = ()

    def adjustment(self) -> Adjustment:
        """Return the change as a value."""
        return Adjustment(self.rule, self.severity, self.basis)


class ProfileEntry(Entry):
    """A file of profiles/: one profile."""

    id: Id
    title: Wording
    extends: Id | None = None
    overlay: bool = False
    issuers: Phrases = Phrases()
    rules: tuple[Line, ...] = ()
    without: tuple[Id, ...] = ()
    adjust: tuple[AdjustEntry, ...] = ()


class Manifest(Entry):
    """ruleset.yaml, the optional description of a rule folder."""

    id: Id
    extends: Literal["builtin"] | None = None


def _text(wording: Wording | None) -> Text | None:
    return wording.text() if wording else None
