"""The outline of invented reports, judged key by key against what a careful reader would say.

`cases/*.yaml` hold the reports; each file is a list of `{name, text, format, expect}`. `expect` names only what is
judged: `genre`, `title`, `issuer`, `year`, `addressee`, `signed_by`, `dated`, `headings`, `parts`, `items`.
A heading is `[level, number, words, role]`; the role may be left out where two would do. `a|b` allows either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from lawcheck.model.document import Document
from lawcheck.model.outline import Field, ListItem, Outline, Section
from lawcheck.text.fold import fold_text
from tests.outliner.invented import bare, cases, squeezed

# The keys of `expect` that are data about the report, which are named as in the JSON.
FIELDS = ("title", "issuer", "year", "addressee", "signed_by", "dated")
KEYS = {"genre", "headings", "parts", "items", *FIELDS}

Value = str | None
Row = tuple[Any, ...]


def number(text: str) -> str:
    """Return a heading's number as written, without the mark after it and with one width of brackets."""
    return fold_text(squeezed(text).lstrip("*#")).rstrip("、.．，：:").replace("(", "（").replace(")", "）")


def either(want: Value, got: Value) -> Value:
    """Return what is wanted, and what was got where that is among the alternatives."""
    return got if want is not None and got in want.split("|") else want


def field(key: str, outline: Outline) -> Value:
    found: Field | None = getattr(outline, "signature" if key == "signed_by" else key)
    return None if found is None else squeezed(found.value).rstrip("：:")


def heading(section: Section, text: str) -> Row:
    printed = None if section.number is None else number(section.number.span.of(text))
    return section.level, printed, bare(section.title.of(text)), section.role


def wanted_heading(row: list[Any], got: Row | None) -> Row:
    level, printed, words, *role = row
    fallback = got[3] if got is not None else None
    return level, None if printed is None else number(printed), bare(words), role[0] if role else fallback


def headings(want: list[list[Any]], document: Document, outline: Outline) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    got = tuple(heading(section, document.text) for section in outline.sections)
    return tuple(wanted_heading(row, got[i] if i < len(got) else None) for i, row in enumerate(want)), got


def parts(want: dict[str, Value], outline: Outline) -> tuple[dict[str, Value], dict[str, Value]]:
    found = {part.role: str(part.found) for part in outline.parts}
    got = {role: found.get(role) for role in want}
    return {role: either(value, got[role]) for role, value in want.items()}, got


def first_words(item: ListItem, text: str) -> str:
    lead = squeezed(item.lead.of(text)).removeprefix(squeezed(item.marker))
    return lead.lstrip("，,、.．：:")


def items(want: dict[str, list[str]], document: Document, outline: Outline) -> tuple[Row, Row]:
    expected, got = [], []
    for title, starts in want.items():
        section = next((s for s in outline.sections if bare(s.title.of(document.text)) == bare(title)), None)
        leads = [first_words(item, document.text) for item in section.items] if section else ["(no such heading)"]
        pairs = zip(leads, [*starts, *leads[len(starts) :]], strict=False)
        expected.append((title, *starts))
        got.append((title, *(start if lead.startswith(start) else lead for lead, start in pairs)))
    return tuple(expected), tuple(got)


def compare(key: str, want: Any, document: Document, outline: Outline) -> tuple[Any, Any]:
    """Return what is wanted and what was got, in the same short form."""
    if key == "headings":
        return headings(want, document, outline)
    if key == "parts":
        return parts(want, outline)
    if key == "items":
        return items(want, document, outline)
    if key == "genre":
        return either(want, outline.genre), outline.genre
    got = field(key, outline)
    return either(None if want is None else squeezed(str(want)), got), got


def judged() -> Iterable[Any]:
    for name, case in cases().items():
        for key in case["expect"]:
            yield pytest.param(name, key, id=f"{name}:{key}")


@pytest.mark.parametrize(("name", "key"), list(judged()))
def test_the_outline_says_what_a_careful_reader_says(
    name: str, key: str, outlined: Callable[..., tuple[Document, Outline]]
) -> None:
    case = cases()[name]
    document, outline = outlined(case["text"], case.get("format", "txt"))
    want, got = compare(key, case["expect"][key], document, outline)
    assert got == want


def test_no_case_has_a_key_that_is_never_judged() -> None:
    written = {"name", "text", "format", "expect"}
    stray = {name: {*case} - written | {*case["expect"]} - KEYS for name, case in cases().items()}
    assert {name: keys for name, keys in stray.items() if keys} == {}


def test_every_expected_heading_stands_in_its_text() -> None:
    absent = [
        (name, row[2])
        for name, case in cases().items()
        for row in case["expect"].get("headings", [])
        if bare(row[2]) not in squeezed(case["text"])
    ]
    assert absent == []
