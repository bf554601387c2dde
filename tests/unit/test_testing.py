"""`lawcheck.testing`: rules run on their own tests, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck import load_ruleset
from lawcheck.errors import ReadError, UsageError
from lawcheck.testing import RuleTestOutcome, document_from, run_rule_tests

SHIPPED = run_rule_tests(load_ruleset())


@pytest.mark.parametrize("outcome", SHIPPED, ids=[f"{o.rule}-{o.number}" for o in SHIPPED])
def test_a_shipped_rule_gives_the_verdict_that_its_test_expects(outcome: RuleTestOutcome) -> None:
    assert outcome.passed, outcome.message


RULES = """\
rules:
  - id: L001
    kind: text
    title: {zh: 不写空话, en: no empty words}
    category: form
    severity: info
    force: practice
    scope: body
    forbid: [{phrases: [空话]}]
    per: occurrence
    message: {zh: 有空话, en: empty words}
    tests:
      - {text: "云溪县报告\\n\\n一、工作\\n说了空话。", expect: not_satisfied, name: 有}
      - {text: "云溪县报告\\n\\n一、工作\\n说了实话。", expect: not_satisfied}
      - {text: "云溪县报告\\n\\n一、工作\\n说了空话。", expect: not_satisfied, subject: "section:9"}
      - {text: "", expect: satisfied}
  - id: L002
    kind: text
    title: {zh: 只看网页, en: web pages only}
    category: form
    severity: info
    force: practice
    when: {format: [html]}
    scope: body
    forbid: [{phrases: [空话]}]
    message: {zh: 有空话, en: empty words}
    tests:
      - {text: "云溪县报告\\n\\n一、工作\\n说了空话。", expect: not_applicable}
      - {text: "云溪县报告\\n\\n一、工作\\n说了空话。", expect: not_satisfied, format: html}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "national").mkdir()
    (tmp_path / "national" / "x.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "ruleset.yaml").write_text("id: mine\nextends: builtin\n", encoding="utf-8")
    return tmp_path


def test_each_test_comes_to_an_outcome(folder: Path) -> None:
    outcomes = run_rule_tests(load_ruleset(folder), ["L001", "L002"])
    assert [(o.rule, o.number, o.name, o.expected, o.actual, o.passed) for o in outcomes] == [
        ("L001", 1, "有", "not_satisfied", "not_satisfied", True),
        ("L001", 2, None, "not_satisfied", "satisfied", False),
        ("L001", 3, None, "not_satisfied", "not_satisfied", False),
        ("L001", 4, None, "satisfied", None, False),
        ("L002", 1, None, "not_applicable", "not_applicable", True),
        ("L002", 2, None, "not_satisfied", "not_satisfied", True),
    ]
    assert outcomes[1].message.startswith("预期 not_satisfied，得到 satisfied")
    assert outcomes[2].message.startswith("预期 not_satisfied (section:9)，得到 not_satisfied")
    assert "文件是空的" in outcomes[3].message


def test_an_unknown_rule_is_told(folder: Path) -> None:
    with pytest.raises(UsageError, match="没有规则“L009”；是不是“N009"):
        run_rule_tests(load_ruleset(folder), ["L009"])


def test_a_string_becomes_a_document_of_any_format() -> None:
    assert [(d.name, d.format, d.text) for d in (document_from("甲"), document_from("# 乙", "md"))] == [
        ("text.txt", "txt", "甲"),
        ("text.md", "md", "# 乙"),
    ]
    assert document_from("丙", format="docx").format == "docx"
    with pytest.raises(ReadError):
        document_from("")
