"""Formats for programs: each is read back by a parser of its own, also when the report's words try to steer it."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.model.checklist import Checklist, Unreadable, Waived
from lawcheck.renderers import FORMATS, Style, render
from lawcheck.wording import Text
from tests.results import DEFECTIVE, DOCUMENT, GOOD, TOOL, evidence, item

MACHINE = ("jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv")
UNREADABLE = Unreadable("空.txt", Text("无法读取“空.txt”：文件是空的", "cannot read: the file is empty"), 3)
HOSTILE = st.text(st.characters(), max_size=80)
STEERING = (
    "::error::x", "##[error]x", "##vso[task.setvariable]x", "%0A::warning::x", "=1+1", "@SUM(A1)", "＝1+1", "-1",
    "\t=1", "</failure><x>", "]]>", "<script>alert(1)</script>", "`x`", "``` x", "[a](javascript:x)", "| a | b |",
    "\x1b[2J", "a\u202eb", "\x00", "\ud800", '"quoted", with comma', "line\r\nbreak",
)  # fmt: skip


def shown(format: str, *checklists: Checklist, unreadable: tuple[Unreadable, ...] = (), **style: Any) -> str:
    return render(format, checklists, unreadable, tool=TOOL, style=Style(**style))


def sarif(*checklists: Checklist, **settings: Any) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(shown("sarif", *checklists, **settings))["runs"][0]
    return run


def rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def told(words: str) -> Checklist:
    """Return a checklist in which name, message, remedy and title are all `words`."""
    finding = item(
        "E125",
        "not_satisfied",
        "error",
        message=Text(words, words),
        remedy=Text(words, words),
        title=Text(words, words),
    )
    return replace(DEFECTIVE, document=replace(DOCUMENT, name=words), items=(finding,))


def test_every_format_is_listed_once() -> None:
    assert (set(MACHINE) < set(FORMATS), len(set(FORMATS))) == (True, len(FORMATS))


@pytest.mark.parametrize("format", MACHINE)
def test_english_leaves_no_chinese_but_the_report_s_own(format: str) -> None:
    finding = item("E125", "not_satisfied", message=Text("缺少", "missing"), remedy=Text("补上", "add it"))
    checklist = replace(GOOD, document=replace(DOCUMENT, name="a.txt", unread=()), items=(finding,))
    text = shown(format, checklist, lang="en")
    assert ("缺少" in text, "补上" in text, "missing" in text) == (False, False, True)


@pytest.mark.parametrize("format", MACHINE)
def test_the_same_results_give_the_same_bytes(format: str) -> None:
    assert shown(format, GOOD, DEFECTIVE, unreadable=(UNREADABLE,)) == shown(
        format, GOOD, DEFECTIVE, unreadable=(UNREADABLE,)
    )


def test_json_lines_hold_a_document_each_and_say_of_which_run() -> None:
    lines = shown("jsonl", GOOD, DEFECTIVE, unreadable=(UNREADABLE,)).splitlines()
    records = [json.loads(line) for line in lines]
    assert [r["schema"] for r in records] == ["lawcheck.checklist/1"] * 3
    assert ["items" in r for r in records] == [True, True, False]
    assert (records[2]["name"], records[2]["exit"]) == ("空.txt", 3)


def test_sarif_tells_levels_kinds_and_places() -> None:
    results = {r["ruleId"]: r for r in sarif(DEFECTIVE)["results"]}
    assert {id: (r["kind"], r["level"]) for id, r in results.items()} == {
        "E123": ("review", "none"),
        "E125": ("fail", "error"),
        "F006": ("fail", "warning"),
        "F021": ("fail", "note"),
    }
    region = results["F006"]["locations"][0]["physicalLocation"]["region"]
    assert [region[k] for k in ("startLine", "startColumn", "endLine", "endColumn")] == [5, 1, 5, 3]
    assert region["snippet"] == {"text": "三、"}
    assert results["F006"]["locations"][0]["logicalLocations"][0]["name"] == "三、存在的不足"


def test_sarif_names_each_rule_once_and_results_point_at_it() -> None:
    run = sarif(DEFECTIVE, DEFECTIVE)
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(ids) == len(set(ids))
    assert [ids[r["ruleIndex"]] == r["ruleId"] for r in run["results"]] == [True] * 8
    assert [r["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for r in run["results"]] == [0] * 4 + [
        1
    ] * 4


def test_sarif_of_a_file_without_lines_tells_the_place_in_the_message() -> None:
    found = evidence("found", "三、", paragraph=7)
    document = replace(DOCUMENT, name="报告.docx", format="docx")
    finding = item("F006", "not_satisfied", evidence=(found,))
    result = sarif(replace(DEFECTIVE, document=document, items=(finding,)))["results"][0]
    assert result["message"]["text"].startswith("第 7 段：")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b/报告.txt", "a%20b/%E6%8A%A5%E5%91%8A.txt"),
        ("c:report.txt", "c%3Areport.txt"),
        ("/报/a.txt", "file:///%E6%8A%A5/a.txt"),
        ("C:\\报\\a.txt", "file:///C%3A/%E6%8A%A5/a.txt"),
        ("a\udce4.txt", "a%E4.txt"),
    ],
)
def test_sarif_addresses_are_encoded(name: str, uri: str) -> None:
    run = sarif(replace(GOOD, document=replace(DOCUMENT, name=name)))
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_sarif_says_that_a_run_was_not_whole_and_why() -> None:
    whole, broken = sarif(GOOD), sarif(GOOD, unreadable=(UNREADABLE,))
    limited = sarif(replace(GOOD, limits=(Text("规则超时", "timed out"),)))
    assert [r["invocations"][0]["executionSuccessful"] for r in (whole, broken, limited)] == [True, False, False]
    assert broken["invocations"][0]["toolExecutionNotifications"][-1]["level"] == "error"


def test_sarif_suppresses_what_was_waived() -> None:
    waived = replace(DEFECTIVE.items[4], waived=Waived("另行报告", "县司法局", "2026-12-31"))
    result = sarif(replace(DEFECTIVE, items=(waived,)))["results"][0]
    assert result["suppressions"][0]["justification"] == "另行报告"


@pytest.mark.parametrize("format", ["sarif", "gitlab"])
def test_two_findings_of_one_fingerprint_are_told_apart(format: str) -> None:
    twice = replace(DEFECTIVE, items=(DEFECTIVE.items[4], DEFECTIVE.items[4]))
    tree = json.loads(shown(format, twice, twice if format == "sarif" else GOOD))
    prints = (
        [e["fingerprint"] for e in tree]
        if format == "gitlab"
        else [r["partialFingerprints"]["lawcheckFinding/v1"] for r in tree["runs"][0]["results"][:2]]
    )
    assert len(set(prints)) == len(prints) == 2


def test_gitlab_tells_what_its_report_needs() -> None:
    entries = json.loads(shown("gitlab", DEFECTIVE, unreadable=(UNREADABLE,)))
    keys = {"description", "check_name", "fingerprint", "severity", "location"}
    assert [set(entry) for entry in entries] == [keys] * 5
    assert [entry["severity"] for entry in entries] == ["minor", "critical", "major", "info", "blocker"]
    assert entries[2]["location"] == {"path": "报告 2024.txt", "lines": {"begin": 5}}


def test_junit_counts_what_fails_at_the_threshold() -> None:
    root = ElementTree.fromstring(shown("junit", DEFECTIVE, GOOD, unreadable=(UNREADABLE,)))
    told = [{k: s.get(k) for k in ("tests", "failures", "errors", "skipped")} for s in root]
    assert told == [
        {"tests": "8", "failures": "2", "errors": "0", "skipped": "1"},
        {"tests": "3", "failures": "0", "errors": "0", "skipped": "0"},
        {"tests": "1", "failures": "0", "errors": "1", "skipped": "0"},
    ]
    strict = ElementTree.fromstring(shown("junit", DEFECTIVE, strict=True, fail_on="info"))
    assert strict[0].get("failures") == "4"


def test_junit_failures_hold_place_basis_and_remedy() -> None:
    root = ElementTree.fromstring(shown("junit", DEFECTIVE))
    failure = next(f for f in root.iter("failure") if "下一年度" in f.get("message", ""))
    assert [word in (failure.text or "") for word in ("第 6 行", "示发〔2020〕1号", "增加")] == [True, True, True]


def test_github_annotates_lines_and_columns_and_escapes_properties() -> None:
    lines = shown("github", replace(DEFECTIVE, document=replace(DOCUMENT, name="a,b:c%.txt"))).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::notice", "::error", "::warning", "::notice"]
    assert lines[2].startswith("::warning file=a%2Cb%3Ac%25.txt,line=5,col=1,endLine=5,endColumn=3,title=F006 ")


def test_github_keeps_quiet_on_what_was_waived() -> None:
    waived = replace(DEFECTIVE.items[4], waived=Waived("另行报告", "县司法局", "2026-12-31"))
    assert shown("github", replace(DEFECTIVE, items=(waived,))) == ""


def test_csv_has_a_row_for_every_finding_and_every_document() -> None:
    table = rows(shown("csv", DEFECTIVE, GOOD, unreadable=(UNREADABLE,)))
    assert len({len(row) for row in table}) == 1
    assert [row[4] for row in table[1:]] == ["E123", "E125", "F006", "F021", "", ""]
    assert [row[3] for row in table[-2:]] == ["√ 通过", "○ 读不了"]


@pytest.mark.parametrize("words", STEERING)
@pytest.mark.parametrize("format", MACHINE)
def test_words_that_steer_change_nothing(format: str, words: str) -> None:
    CHECKS[format](shown(format, told(words), unreadable=(Unreadable(words, Text(words, words), 3),)), words)


@given(HOSTILE)
@pytest.mark.parametrize("format", MACHINE)
def test_whatever_the_words_the_result_can_be_read_back(format: str, words: str) -> None:
    CHECKS[format](shown(format, told(words), unreadable=(Unreadable(words, Text(words, words), 3),)), words)


def _json_is_sound(text: str, words: str) -> None:
    text.encode("utf-8")
    assert json.loads(text) is not None


def _lines_are_sound(text: str, words: str) -> None:
    text.encode("utf-8")
    assert [type(json.loads(line)) for line in text.split("\n")[:-1]] == [dict, dict]


def _xml_is_sound(text: str, words: str) -> None:
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure", "error"}


def _commands_are_ours(text: str, words: str) -> None:
    lines = text.encode("utf-8").decode().split("\n")[:-1]
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error"]
    assert [line.count("::") for line in lines] == [2, 2]
    assert not any(
        "##[" in line or "##vso[" in line or {unicodedata.category(c) for c in line} & {"Cc", "Cf", "Cs"}
        for line in lines
    )


def _cells_are_text(text: str, words: str) -> None:
    text.encode("utf-8")
    table = rows(text)
    assert [len(row) for row in table] == [13, 13, 13]
    assert not any(value.startswith(tuple("=+-@\t\r＝＋－＠")) for row in table for value in row)


def _page_is_plain(text: str, words: str) -> None:
    text.encode("utf-8")
    lines = text.split("\n")
    assert [line.count("\n") for line in lines] == [0] * len(lines)
    assert sum(line.startswith("# ") for line in lines) == 1
    assert [line for line in lines if "<script" in line.replace("\\<", "")] == []
    assert sum(line.replace("\\|", "").count("|") == 3 for line in lines if line.startswith("|")) == 4


CHECKS: dict[str, Callable[[str, str], None]] = {
    "jsonl": _lines_are_sound,
    "sarif": _json_is_sound,
    "gitlab": _json_is_sound,
    "junit": _xml_is_sound,
    "github": _commands_are_ours,
    "csv": _cells_are_text,
    "markdown": _page_is_plain,
}


@pytest.mark.skipif(
    not (shutil.which("sarif-multitool") or os.environ.get("SARIF_MULTITOOL")), reason="no SARIF multitool"
)
def test_the_sarif_multitool_has_nothing_to_say(tmp_path: Path) -> None:
    log = tmp_path / "lawcheck.sarif"
    log.write_text(shown("sarif", DEFECTIVE, GOOD, unreadable=(UNREADABLE,)), encoding="utf-8")
    tool = os.environ.get("SARIF_MULTITOOL") or "sarif-multitool"
    outcome = subprocess.run([tool, "validate", str(log)], capture_output=True, text=True, check=False)
    assert (outcome.returncode, "error SARIF" in outcome.stdout) == (0, False), outcome.stdout
