from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck import load_ruleset
from lawcheck.handbook.explanation import explain
from lawcheck.text.width import width
from lawcheck.wording import in_language
from tests.cli.conftest import Run

RULE = """\
rules:
  - id: X001
    kind: text
    title: {{zh: 写明示例, en: names the example}}
    category: substance
    severity: info
    force: practice
    basis: [{{id: R1}}]
    message: {{zh: 没有写明示例。, en: no example.}}
    remedy: {{zh: 写明示例。, en: name it.}}
    require: [{{phrases: [示例]}}]
    tests:
      - {{name: 写了, expect: satisfied, text: 本年度开展了示例工作。}}
      - {{name: 没写, expect: {expect}, text: 本年度开展了工作。}}
"""


def rule_folder(tmp_path: Path, text: str) -> str:
    folder = tmp_path / "规则 集"
    (folder / "national").mkdir(parents=True)
    (folder / "national" / "own.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def test_the_shipped_rules_are_listed_with_severity_and_title(run: Run) -> None:
    outcome = run("rules", "list")
    ids = [line.split()[0] for line in outcome.out.splitlines()]
    assert (outcome.code, ids == sorted(ids), {"E100", "E120", "E125", "F010"} <= set(ids)) == (0, True, True)
    assert "E120  错误  " in outcome.out


def test_the_rules_of_one_profile_are_fewer(run: Run) -> None:
    everybody, hubei = (run("rules", "list", "--profile", p).out.splitlines() for p in ("national", "national+hubei"))
    assert set(everybody) < set(hubei)


def test_an_unknown_profile_or_rule_is_refused_with_a_suggestion(run: Run) -> None:
    outcomes = [run("rules", "list", "--profile", "nationl"), run("rules", "show", "E12"), run("explain", "e120")]
    assert [(o.code, o.out, o.err.count("\n")) for o in outcomes] == [(2, "", 1)] * 3
    assert ["national" in outcomes[0].err, "E12" in outcomes[1].err] == [True, True]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_shipped_rule_can_be_shown_and_explained_within_80_cells(run: Run, lang: str) -> None:
    for rule in (line.split()[0] for line in run("rules", "list").out.splitlines()):
        for command in (("explain", rule), ("rules", "show", rule)):
            outcome = run(*command, "--lang", lang)
            assert (outcome.code, outcome.err) == (0, "")
            assert [line for line in outcome.out.splitlines() if width(line) > 80] == []


def test_an_explanation_has_why_basis_weight_remedy_and_a_good_and_a_bad_example(run: Run) -> None:
    shown = run("explain", "E123").out
    heads = ["为什么", "依据", "轻重", "适用", "不符合时", "怎样改", "例子", "其他"]
    assert [line for line in shown.splitlines()[1:] if line and not line.startswith(" ")] == heads
    assert [shown.count(mark) for mark in ("  √ 符合", "  × 不符合", "核对：", "docs/kinds/text.md")] == [1] * 4


def test_several_rules_are_explained_in_the_order_asked_for_and_each_once(run: Run) -> None:
    pages = run("explain", "F007", "C030", "E503", "F007").out.split("=" * 80)
    assert [page.split()[0] for page in pages] == ["F007", "E503"]
    assert "别名：C030" in pages[1]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("e123", "E123"), ("Ｅ１２３", "E123"), ("E1233", "E123"), ("c030", "C030"), ("规则", "rules list")],
)
def test_one_id_that_is_not_there_is_told_and_nothing_is_explained(run: Run, asked: str, meant: str) -> None:
    outcome = run("explain", "E120", asked)
    assert (outcome.code, outcome.out, outcome.err.count("\n"), meant in outcome.err) == (2, "", 1, True)


def test_a_rule_says_where_it_weighs_more_and_to_which_it_yields(run: Run) -> None:
    shown = "".join(line.strip() for line in run("explain", "N019", "N025").out.splitlines())
    assert ("重庆市（chongqing）为警告" in shown, "E213 已经指出时" in shown) == (True, True)


def test_the_page_of_a_rule_says_what_the_command_says(run: Run, root: Path) -> None:
    for rule in ("E123", "C007", "F006"):
        page = (root / "docs" / "rules" / f"{rule}.md").read_text(encoding="utf-8")
        for lang in ("zh", "en"):
            points = explain(load_ruleset().rule(rule), load_ruleset()).sections
            shown = "".join(line.strip() for line in run("explain", rule, "--lang", lang).out.splitlines())
            told = [in_language(point, lang) for section in points for point in section.points]
            assert [t for t in told if f"- {t}\n" not in page] == []
            assert [t for t in told if t.replace(" ", "") not in shown.replace(" ", "")] == []


def test_fields_of_a_message_are_not_shown_by_their_names_in_an_explanation(run: Run) -> None:
    assert "{" not in run("explain", "E100").out
    assert "{genre}" in run("rules", "show", "E100").out
    assert ("“{heading}”" in run("rules", "show", "E122").out, "…" in run("rules", "show", "E122").out) == (True, False)


def test_a_date_that_was_not_verified_is_told_no_further_than_it_is_known(run: Run) -> None:
    shown = "".join(line.strip() for line in run("explain", "E124").out.splitlines())
    assert ("职责规定》，2016年起施行" in shown, "28号），2019年4月15日起施行" in shown) == (True, True)
    assert "9704—2012），2012年起施行" in run("explain", "F006").out


def test_the_basis_of_good_practice_is_told_to_be_one(run: Run) -> None:
    assert "\n依据\n  与之有关的文件：\n  《" in run("explain", "F006").out
    assert "依据（惯例）：《" in run("rules", "show", "F009").out


def test_the_shipped_rules_have_no_errors(run: Run) -> None:
    outcome = run("rules", "lint")
    assert (outcome.code, outcome.err, "没有错误" in outcome.out) == (0, "", True)


def test_a_broken_rule_file_is_told_line_by_line_and_nothing_is_checked(run: Run, tmp_path: Path) -> None:
    folder = rule_folder(tmp_path, "rules:\n  - id: X001\n    knd: text\n")
    lint, check = run("rules", "lint", folder), run("check", "a.txt", "--rules", folder)
    assert (lint.code, lint.out, check.code, check.out) == (2, "", 2, "")
    assert all(f"{folder}/national/own.yaml:" in line for line in lint.err.splitlines())
    assert check.err.count("\n") == 1


def test_a_folder_that_is_not_there_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    outcome = run("check", "a.txt", "--rules", str(tmp_path / "没有"))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(("expect", "code"), [("not_satisfied", 0), ("doubtful", 1)])
def test_the_examples_of_rules_are_run(run: Run, tmp_path: Path, expect: str, code: int) -> None:
    folder = rule_folder(tmp_path, RULE.format(expect=expect))
    outcome = run("rules", "test", folder)
    assert (outcome.code, outcome.err) == (code, "")
    assert outcome.out.splitlines()[-1] == f"2 个例子，{code} 个不符"
    assert ("X001 #2 没写: " in outcome.out) == bool(code)
