"""The parts of a report: title, addressee, sections with roles, list items, closing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lawcheck.text.span import Span

# How the number of a heading is written; the order is the one that official documents use, from the top down.
NumberStyle = Literal["chapter", "han", "paren_han", "arabic", "paren_arabic", "circled"]
NUMBER_STYLES: tuple[NumberStyle, ...] = ("chapter", "han", "paren_han", "arabic", "paren_arabic", "circled")

# headed: a heading names the part. lead: a list item or a run-in sentence inside another part names it. stated: a
# sentence of the body states it. closing: a passage 下一步…… at the end, without heading or year. thematic: sections
# with headings of their own topics (only `measures`).
Found = Literal["headed", "lead", "stated", "closing", "thematic"]


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a heading: `一、` is style `han`, value 1; `span` covers the mark after it too."""

    style: NumberStyle
    value: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """One of 一是/二是, 第一，/第二，, 1./2., （1）….

    `span` is the whole item, `lead` its marker and first sentence, `marker` as written.
    """

    marker: str
    value: int
    span: Span
    lead: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it.

    `level` is one-based. `path` counts siblings, not printed numbers: `(2, 3)` is the third child of the second
    level-1 section. `heading` is number and words, `title` the words alone; `span` runs from the heading to the end of
    the last subsection; `body` from the end of the heading to the first subsection or the end. `role` is a role id of
    the vocabulary or None. `is_run_in` says that text follows the heading in the same paragraph.
    """

    level: int
    path: tuple[int, ...]
    number: Number | None
    heading: Span
    title: Span
    span: Span
    body: Span
    role: str | None = None
    is_run_in: bool = False
    items: tuple[ListItem, ...] = ()

    @property
    def subject(self) -> str:
        """The stable name of this section in results: `section:2.3`."""
        return "section:" + ".".join(map(str, self.path))


@dataclass(frozen=True, slots=True)
class Part:
    """Where one role of the vocabulary is found, and how.

    `spans` are the stretches of text that make up the part, in order (for `headed` the whole sections); `anchor` is
    the short phrase that shows it: the heading, the lead or the sentence. `sections` are indices into
    `Outline.sections` for `headed` and `thematic`.
    """

    role: str
    found: Found
    spans: tuple[Span, ...]
    anchor: Span
    sections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One datum about the report. `value` is squeezed (no blanks, lines joined).

    `span` is None when only metadata tells.

    `origin` says where it was found: `title`, `opening`, `heading`, `signature`, `line` (a line of its own) or
    `metadata`.
    """

    value: str
    span: Span | None
    origin: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one document.

    `genre` is `report` for an annual report on 法治政府建设, else `disclosure_report`, `work_report`, `work_summary`,
    `explanation`, `notice`, `reply` or `other`; `genre_evidence` is the phrase that told. `dated.value` is an ISO date
    where a full date of the calendar is printed, else the words printed. `year.value` is four digits. `sections` are in
    document order, all levels. `body` is the text of the report without title, addressee and closing; `closing` runs
    from the end of the body to the end of the last body block.
    """

    genre: str
    genre_evidence: Field | None
    title: Field | None
    issuer: Field | None
    addressee: Field | None
    year: Field | None
    signature: Field | None
    dated: Field | None
    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    opening: Span
    body: Span
    closing: Span

    def part(self, role: str) -> Part | None:
        """Return where `role` is found, or None."""
        return next((part for part in self.parts if part.role == role), None)

    def children(self, path: tuple[int, ...]) -> tuple[Section, ...]:
        """Return the sections directly below `path`; `()` names the whole report."""
        depth = len(path) + 1
        return tuple(s for s in self.sections if len(s.path) == depth and s.path[:-1] == path)
