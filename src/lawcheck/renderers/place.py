"""Where a finding stands, in words and as the group it is shown under."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from lawcheck.model.checklist import SEVERITIES, Checklist, Evidence, EvidenceRole, Item
from lawcheck.text.lines import squeeze
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text, in_language

_CELL = pattern(r"T(\d+)R(\d+)C(\d+)")
_LONG_LINE = 80  # beyond so many characters a line number alone does not help to find the place

WHOLE = Text("整篇报告", "The whole report")
OPENING = Text("标题和开头", "Title and opening")
CLOSING = Text("落款", "Closing")
ELSEWHERE = Text("其他位置", "Elsewhere")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that stand in one section, in document order; `heading` is the section's heading in the report."""

    heading: str
    findings: tuple[Item, ...]


def place(evidence: Evidence, lang: str) -> str:
    """Return where a piece of evidence stands: table cell, Word paragraph or line; empty when it has no place."""
    return in_language(_place(evidence), lang)


def _place(evidence: Evidence) -> Text:
    cell = _CELL.match(evidence.cell) if evidence.cell else None
    if cell:
        table, row, column = cell.groups()
        return Text(f"表{table}第{row}行第{column}列", f"table {table} row {row} column {column}")
    if evidence.paragraph is not None:
        return Text(f"第 {evidence.paragraph} 段", f"paragraph {evidence.paragraph}")
    if evidence.line is None:
        return Text("", "")
    page = "" if evidence.page is None else f"第 {evidence.page} 页"
    page_en = "" if evidence.page is None else f"page {evidence.page}, "
    line = Text(f"{page}第 {evidence.line} 行", f"{page_en}line {evidence.line}")
    if evidence.column is not None and evidence.column > _LONG_LINE:
        return Text(f"{line}第 {evidence.column} 字", f"{line.en}, column {evidence.column}")
    return line


def anchor(item: Item) -> Evidence | None:
    """Return the evidence that says where a finding stands; what is missing stands nowhere."""
    return _first(item, "found") or _first(item, "compared_with")


def _first(item: Item, role: EvidenceRole) -> Evidence | None:
    return next((e for e in item.evidence if e.role == role and e.span is not None), None)


def _belongs(item: Item) -> Evidence | None:
    """Return the evidence for where a finding is shown: a part that is missing is missing from the whole report."""
    return anchor(item) or (None if item.kind == "section" else _first(item, "expected_at"))


def groups(checklist: Checklist) -> list[Group]:
    """Return the findings by level-1 section: those on the whole report first, then in document order.

    What is missing stands where it belongs.
    """
    outline = checklist.outline
    sections = [s for s in outline.sections if s.level == 1]
    headings = [WHOLE, OPENING, *(squeeze(s.heading.of(checklist.document.text)) for s in sections), CLOSING, ELSEWHERE]
    first = sections[0].span.start if sections else outline.body.start

    def position(item: Item) -> tuple[int, int, str]:
        evidence = _belongs(item)
        if evidence is None or evidence.span is None:
            return 0, SEVERITIES.index(item.severity), item.rule
        at = evidence.span.start
        if evidence.relation == "end" or outline.closing.start <= at < outline.closing.end:
            number = len(headings) - 2
        elif at < first or evidence.relation == "before":  # a title that is missing
            number = 1
        else:
            number = next((i for i, s in enumerate(sections, 2) if s.span.start <= at < s.span.end), len(headings) - 1)
        return number, at, item.rule

    placed = sorted(((position(item), item) for item in checklist.findings), key=lambda pair: pair[0])
    return [
        Group(headings[number], tuple(item for _, item in members))
        for number, members in groupby(placed, key=lambda pair: pair[0][0])
    ]
