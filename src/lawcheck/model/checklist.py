"""The result of a check: items with verdicts, evidence and basis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lawcheck.model.document import Document
from lawcheck.model.fact import NO_FACTS, Facts
from lawcheck.model.outline import Outline
from lawcheck.text.span import Span
from lawcheck.wording import Text

Verdict = Literal["satisfied", "not_satisfied", "doubtful", "undetermined", "not_applicable"]
VERDICTS: tuple[Verdict, ...] = ("satisfied", "not_satisfied", "doubtful", "undetermined", "not_applicable")
Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # from the gravest down
FailOn = Literal["error", "warning", "info", "never"]
Category = Literal["missing", "inconsistent", "substance", "form", "privacy"]
CATEGORIES: tuple[Category, ...] = ("missing", "inconsistent", "substance", "form", "privacy")
Force = Literal["national", "topic", "provincial", "custom", "practice"]
FORCES: tuple[Force, ...] = ("national", "topic", "provincial", "custom", "practice")
EvidenceRole = Literal["found", "compared_with", "expected_at", "searched", "nearest"]
# How something missing lies to the words that `expected_at` quotes; end: at the end of the text, after its last words.
Relation = Literal["before", "after", "below", "within", "end"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the document with the part it plays. `quote` equals the slice that `span` names.

    A `searched` evidence may have a label instead of a place: then `span` is None and `quote` is what was searched for.
    `line` and `column` are one-based; `masked` says that personal data in the quote was blanked out; `relation` goes
    with `expected_at`.
    """

    role: EvidenceRole
    quote: str | None
    span: Span | None
    line: int | None = None
    column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    cell: str | None = None
    masked: bool = False
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A legal source as an item cites it; `article` is None when no pinpoint was verified."""

    id: str
    title: str
    number: str | None
    article: str | None
    force: Force
    in_force: bool


@dataclass(frozen=True, slots=True)
class Computed:
    """A calculation behind an item, as decimal strings."""

    expression: str
    expected: str
    actual: str
    tolerance: str


@dataclass(frozen=True, slots=True)
class Waived:
    """Why a finding is accepted, by whom, until when (ISO date)."""

    reason: str
    approver: str
    until: str


@dataclass(frozen=True, slots=True)
class Item:
    """One rule's outcome on one subject (None: the whole report).

    `lacks` are the keys of metadata, any of which would decide an `undetermined` item.
    """

    rule: str
    kind: str
    title: Text
    verdict: Verdict
    category: Category
    severity: Severity
    subject: str | None
    message: Text
    remedy: Text | None
    basis: tuple[Cited, ...]
    evidence: tuple[Evidence, ...]
    fingerprint: str
    computed: Computed | None = None
    baseline: str | None = None
    waived: Waived | None = None
    lacks: tuple[str, ...] = ()

    @property
    def is_finding(self) -> bool:
        """Say whether the item is `not_satisfied` or `doubtful`."""
        return self.verdict in ("not_satisfied", "doubtful")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one item of a part was found to be met with: a shortcoming with its cause, or with a measure of the plan.

    `subject` is the item's name (`item:shortcomings:2`), `asked` its first sentence, `given` the words that meet it
    (None: nothing does), `words` what ties the two. Without `asked`, `given` meets no item in particular. `rule` is
    the rule that asked; the engine adds it.
    """

    subject: str | None
    verdict: Verdict
    asked: Span | None
    given: Span | None
    words: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """The profile that was applied, who chose it (`detected`, `option`, `config`) and why.

    `title` is the profile's name for people; the engine adds it.
    """

    id: str
    chosen_by: Literal["detected", "option", "config"]
    because: Text
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """What produced a result: lawcheck's version, the rule set's id and hash, the date given as today (ISO or None)."""

    version: str
    ruleset: str
    ruleset_sha256: str
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document of the run that could not be checked: its name as given, why, and the exit code that follows."""

    name: str
    message: Text
    exit: int


@dataclass(frozen=True, slots=True)
class Checklist:
    """The outcome of every rule on one document.

    `limits` are limits that struck (exit code 3), `facts` its numbers, `answers` what the items of a part are met with,
    whether or not a finding says so.
    """

    tool: Tool
    document: Document
    outline: Outline
    profile: ProfileChoice
    items: tuple[Item, ...]
    limits: tuple[Text, ...] = ()
    facts: Facts = NO_FACTS
    answers: tuple[Answer, ...] = ()

    def __repr__(self) -> str:
        """Tell which document was checked and how it came out, without the words of the report."""
        size = f"{len(self.items)} items, {len(self.findings)} findings"
        return f"<Checklist {self.document.name!r}: profile {self.profile.id}, {size}>"

    @property
    def findings(self) -> tuple[Item, ...]:
        """The items that are `not_satisfied` or `doubtful`."""
        return tuple(item for item in self.items if item.is_finding)

    @property
    def missing(self) -> tuple[Item, ...]:
        """The findings of category `missing`."""
        return tuple(item for item in self.findings if item.category == "missing")

    @property
    def inconsistent(self) -> tuple[Item, ...]:
        """The findings of category `inconsistent`."""
        return tuple(item for item in self.findings if item.category == "inconsistent")

    def failing(self, fail_on: FailOn = "warning", *, strict: bool = False) -> tuple[Item, ...]:
        """Return the unwaived items that fail a check at threshold `fail_on` (`never`: none).

        `doubtful` items count only when `strict`; `undetermined` never does.
        """
        if fail_on == "never":
            return ()
        grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        verdicts = ("not_satisfied", "doubtful") if strict else ("not_satisfied",)
        return tuple(i for i in self.items if i.verdict in verdicts and i.severity in grave and i.waived is None)

    def passed(self, fail_on: FailOn = "warning", strict: bool = False) -> bool:
        """Say whether nothing fails at threshold `fail_on`."""
        return not self.failing(fail_on, strict=strict)

    def to_dict(self, lang: str = "zh") -> dict[str, object]:
        """Return the result in the published shape `lawcheck.checklist/1`, with this as its only checklist."""
        from lawcheck.model import wire  # here: wire imports this module

        return wire.envelope((self,), (), self.tool, lang)

    def to_json(self, lang: str = "zh") -> str:
        """Return `to_dict()` as JSON text."""
        from lawcheck.model import wire

        return wire.dump(self.to_dict(lang))
