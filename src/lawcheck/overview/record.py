"""What the overview keeps of a report that was checked: little in memory, the rest on disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lawcheck.model.checklist import Severity

# missing: a part that is not there, a deadline that was not kept. open: nothing tells. none: does not apply.
State = Literal["missing", "mend", "doubtful", "hint", "open", "met", "none"]
STATES: tuple[State, ...] = ("missing", "mend", "doubtful", "hint", "open", "met", "none")  # from the gravest down
Weight = Literal["mend", "doubtful", "hint"]
WEIGHTS: tuple[Weight, ...] = ("mend", "doubtful", "hint")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a report stands with one element, and the number of findings behind that state."""

    element: str
    state: State
    findings: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding in the words of the run's language.

    `weight` says whether it has to be mended, which in a strict run a doubtful one has; `is_sure` that it is not
    doubtful.
    """

    rule: str
    element: str
    weight: Weight
    is_sure: bool
    severity: Severity
    message: str
    place: str
    quote: str
    basis: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A checked report in short. Texts are in the run's language, `dated` and the like as they are written.

    `text_key` is the same for reports of the same letters and digits. `errors` and `warnings` are findings that have
    to be mended, `left_out` findings that are counted and not kept.
    """

    format: str
    is_report: bool
    conclusion: str
    passed: bool
    issuer: str
    year: str
    title: str
    profile: str
    dated: str
    reported: str
    published: str
    text_key: str
    standings: tuple[Standing, ...]
    mends: int
    errors: int
    warnings: int
    doubtful: int
    hints: int
    is_limited: bool
    left_out: int = 0

    @property
    def kept(self) -> int:
        """The number of findings in the details."""
        return self.mends + self.doubtful + self.hints - self.left_out


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or cell of a report: where it stands, and its text."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Details:
    """All else of a checked report that the overview shows.

    `unseen` is what could not be read or checked to the end, `still_open` what could not be decided and why, `lacking`
    the rules that only want a date or a column.
    """

    marks: tuple[Mark, ...]
    unseen: tuple[str, ...]
    still_open: tuple[str, ...]
    lacking: tuple[str, ...]
    rules: int
    passages: tuple[Passage, ...]
