"""The examples show what their page says they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck import Checklist, check

GOOD = ("yunxi-2024.md", "yunxi-2024.txt", "yunxi-2024.docx", "yunxi-2024-auto-numbering.docx")
DEFECTIVE = ("qinglan-2024.md", "qinglan-2024.txt", "qinglan-2024.docx")


def verdicts(checklist: Checklist) -> set[tuple[str, str, str | None]]:
    return {(item.rule, item.verdict, item.subject) for item in checklist.items}


def headings(checklist: Checklist) -> list[str]:
    return [section.heading.of(checklist.document.text) for section in checklist.outline.sections]


@pytest.mark.parametrize("name", GOOD)
def test_the_complete_report_has_no_finding_in_any_format(root: Path, name: str) -> None:
    checklist = check(root / "examples" / "good" / name)
    assert [(item.rule, item.verdict) for item in checklist.findings] == []
    assert (checklist.profile.id, len(checklist.outline.sections)) == ("civil-affairs", 9)


@pytest.mark.parametrize(("folder", "names"), [("good", GOOD), ("defective", DEFECTIVE)])
def test_every_format_of_one_report_gives_the_same_headings_and_verdicts(
    root: Path, folder: str, names: tuple[str, ...]
) -> None:
    first, *others = (check(root / "examples" / folder / name) for name in names)
    assert [verdicts(other) ^ verdicts(first) for other in others] == [set()] * len(others)
    assert [headings(other) for other in others] == [headings(first)] * len(others)


def test_the_report_with_tables_agrees_with_them(root: Path) -> None:
    checklist = check(root / "examples" / "good" / "yunxi-2024-tables.docx")
    assert [(item.rule, item.verdict) for item in checklist.findings] == []
    tabled = [f for f in checklist.facts.facts if f.origin == "table"]
    assert (len(tabled), sum(f.indicator is not None for f in tabled)) == (17, 9)
    assert {(rule, "satisfied", None) for rule in ("C003", "C004", "C008")} <= verdicts(checklist)


def test_every_planted_defect_is_found_and_nothing_else_but_hints(root: Path) -> None:
    page = (root / "examples" / "README.md").read_text(encoding="utf-8")
    table = page.partition("## 有缺陷的报告里留了什么")[2].partition("## ")[0]
    planted = {word for row in table.split("\n") for word in row.split("|")[-2:-1] for word in word.strip().split("、")}
    promised = {word for word in planted if word[:1].isupper() and word[1:].isdigit()}
    findings = check(root / "examples" / "defective" / "qinglan-2024.docx").findings
    assert promised - {item.rule for item in findings} == set()
    assert {item.rule for item in findings if item.severity != "info"} - promised == set()


def test_the_page_saved_from_the_web_passes_though_it_is_one_paragraph(root: Path) -> None:
    checklist = check(root / "examples" / "web-page" / "qixialing-2024.txt")
    # A page rarely shows the addressee.
    assert [(item.rule, item.severity) for item in checklist.findings] == [("E106", "info")]
    assert [s.level for s in checklist.outline.sections] == [1, 2, 2, 2, 2, 1, 1, 1]


def test_the_neighbour_is_named_and_nothing_else_is_said_of_it(root: Path) -> None:
    checklist = check(root / "examples" / "neighbours" / "yunxi-disclosure-2024.txt")
    assert [(item.rule, item.subject) for item in checklist.findings] == [("E100", "disclosure_report")]
    assert {item.verdict for item in checklist.items if item.rule != "E100"} == {"not_applicable"}
