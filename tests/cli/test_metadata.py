"""Metadata on the command line and beside the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT

GOOD = ROOT / "examples" / "good" / "yunxi-2024.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "年度报告.txt").write_bytes(GOOD.read_bytes())
    return tmp_path


def verdicts(out: str, *rules: str) -> list[str]:
    (checklist,) = json.loads(out)["checklists"]
    return [item["verdict"] for item in checklist["items"] if item["rule"] in rules]


@pytest.mark.parametrize(
    ("day", "code", "verdict"), [("2025-03-20", 0, "satisfied"), ("2025年4月2日", 1, "not_satisfied")]
)
def test_the_day_of_publication_decides_whether_it_was_in_time(run: Run, day: str, code: int, verdict: str) -> None:
    outcome = run("check", str(GOOD), "--meta", f"published={day}", "--format", "json")
    assert (outcome.code, verdicts(outcome.out, "E109")) == (code, [verdict])


def test_without_metadata_rules_on_it_are_open_and_nothing_fails(run: Run) -> None:
    outcome = run("check", str(GOOD), "--format", "json")
    assert (outcome.code, verdicts(outcome.out, "E109", "E111")) == (0, ["undetermined"] * 2)


def test_before_the_day_a_report_is_not_late(run: Run) -> None:
    outcome = run("check", str(GOOD), "--as-of", "2025-02-01", "--format", "json")
    assert verdicts(outcome.out, "E109") == ["not_applicable"]


@pytest.mark.parametrize("given", ["published=3月", "written=2025-02-30", "reported=上周"])
def test_a_date_that_is_none_is_a_mistake_on_the_command_line(run: Run, given: str) -> None:
    outcome = run("check", str(GOOD), "--meta", given)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "例如 2026-03-20" in outcome.err


def test_an_empty_value_takes_away_what_the_page_says(run: Run) -> None:
    page = str(ROOT / "examples" / "web-page" / "qixialing-2024.txt")
    said, taken = (run("check", page, *more, "--format", "json").out for more in ((), ("--meta", "published=")))
    assert [verdicts(out, "E109") for out in (said, taken)] == [["satisfied"], ["undetermined"]]


def test_a_sidecar_is_used_in_a_walk_and_is_no_report_itself(run: Run, folder: Path) -> None:
    (folder / "年度报告.txt.meta.json").write_text('{"published": "2025-03-20"}', encoding="utf-8")
    outcome = run("check", str(folder), "--format", "json")
    assert (outcome.code, outcome.err, verdicts(outcome.out, "E109")) == (0, "", ["satisfied"])


def test_a_faulty_sidecar_makes_its_report_unreadable_and_stops_no_other(run: Run, folder: Path) -> None:
    (folder / "另一份.txt").write_bytes(GOOD.read_bytes())
    (folder / "年度报告.txt.meta.json").write_text('{\n"published"\n}', encoding="utf-8")
    outcome = run("check", str(folder), "--format", "json")
    result = json.loads(outcome.out)
    assert (outcome.code, len(result["checklists"]), len(result["unreadable"])) == (3, 1, 1)
    assert "旁边的“年度报告.txt.meta.json”有误：第 3 行第 1 列不是 JSON" in result["unreadable"][0]["message"]
    assert outcome.err.count("\n") == 1
