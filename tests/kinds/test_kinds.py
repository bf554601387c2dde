"""Runs the tables tests/kinds/<kind>.yaml: a rule of that kind over a text, and what it must answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from lawcheck import load_ruleset, outliner
from lawcheck.kinds import KINDS
from lawcheck.rule.hit import Hit, View
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.testing import document_from
from tests.hand_facts import facts_from

TABLES = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    """One row: `rule` holds the kind's own keys, `expect` a list of `[verdict, subject, line]`, or with the case last.

    `facts` and `totals` are facts built by hand (tests/hand_facts.py); `meta` is metadata, `as_of` an ISO date.
    """

    kind: str
    name: str
    rule: dict[str, Any]
    text: str
    expect: list[list[Any]]
    format: str = "txt"
    year: int | None = None
    facts: list[dict[str, Any]] | None = None
    totals: list[dict[str, Any]] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    as_of: str | None = None


def rows() -> list[Row]:
    return [
        Row(kind=table.stem, **row)
        for table in sorted(TABLES.glob("*.yaml"))
        for row in yaml.safe_load(table.read_text(encoding="utf-8"))
    ]


@cache
def vocabulary() -> Vocabulary:
    return load_ruleset().vocabulary


def hits(row: Row) -> tuple[View, list[Hit]]:
    kind = KINDS[row.kind]
    options = TypeAdapter(kind.options).validate_json(json.dumps({"kind": row.kind, **row.rule}))
    document = document_from(row.text, row.format).with_metadata(row.meta)
    outline = outliner.outline(document, vocabulary())
    facts = facts_from(document, row.facts or (), row.totals)
    as_of = date.fromisoformat(row.as_of) if row.as_of else None
    view = View(document, outline, vocabulary(), row.year, facts, as_of)
    return view, list(kind.compile(options, vocabulary())(view))


def told(view: View, hit: Hit, length: int) -> list[object]:
    spans = [s.span for s in hit.sights if s.span and s.role in ("found", "expected_at")]
    line = view.document.lines.place(spans[0].start).line if spans else None
    return [hit.verdict, hit.subject, line, hit.case][:length]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.kind}-{row.name}")
def test_a_rule_of_this_kind_answers_as_the_table_says(row: Row) -> None:
    view, found = hits(row)
    assert [told(view, hit, len(row.expect[0])) for hit in found] == row.expect


@pytest.mark.parametrize("kind", KINDS)
def test_every_case_and_field_that_a_hit_bears_is_one_of_the_names_of_its_kind(kind: str) -> None:
    names = KINDS[kind].names
    mine = [hit for row in rows() if row.kind == kind for hit in hits(row)[1]]
    assert {hit.case for hit in mine if hit.case} - names.cases == set()
    assert {name for hit in mine for name in hit.fields} - names.fields == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_case_of_a_kind_has_a_row(kind: str) -> None:
    shown = {hit.case for row in rows() if row.kind == kind for hit in hits(row)[1]}
    assert sorted(KINDS[kind].names.cases - shown) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_hit_points_inside_the_document(kind: str) -> None:
    for row in (row for row in rows() if row.kind == kind):
        view, found = hits(row)
        size = len(view.document.text)
        outside = [s for h in found for s in h.sights if s.span and not 0 <= s.span.start < s.span.end <= size]
        assert outside == [], row.name
