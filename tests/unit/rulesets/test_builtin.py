"""The shipped rules: where they are found, that they hold together, and who pays for reading them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from lawcheck.errors import RuleSetError
from lawcheck.rule.rule import Basis, Rule
from lawcheck.rule.vocabulary import Genre, Role
from lawcheck.rulesets import builtin, lint, load_ruleset
from lawcheck.rulesets.layout import sha256
from lawcheck.rulesets.load import read_files
from lawcheck.rulesets.models import BasisEntry, GenreEntry, RoleEntry, RuleEntry
from lawcheck.text.pattern import pattern


def test_the_shipped_set_loads_without_a_word_of_advice() -> None:
    assert [str(found.message) for found in lint()] == []


def test_the_shipped_set_is_read_once_and_named_without_a_path() -> None:
    ruleset = load_ruleset()
    assert ruleset is load_ruleset()
    assert (ruleset.id, ruleset.sha256) == ("builtin", sha256(builtin.read()))
    assert {rule.source.partition(":")[0] for rule in ruleset.rules} == {"builtin"}
    assert all(rule.is_shipped for rule in ruleset.rules)
    assert [rule.id for rule in ruleset.rules] == sorted(rule.id for rule in ruleset.rules)


def test_every_profile_compiles() -> None:
    ruleset = load_ruleset()
    classes = [profile.id for profile in ruleset.profiles if not profile.is_overlay]
    overlays = [profile.id for profile in ruleset.profiles if profile.is_overlay]
    assert classes[0] == "national"
    for one in (*classes, *(f"{classes[0]}+{overlay}" for overlay in overlays)):
        assert len(ruleset.plan(one).rules) > 10


def test_in_a_checkout_the_rules_stand_at_the_top(root: Path) -> None:
    assert builtin.root() == root / "rules"
    assert sorted(builtin.read()) == sorted(
        p.relative_to(root / "rules").as_posix() for p in (root / "rules").rglob("*.yaml")
    )


def test_installed_rules_are_taken_from_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtin, "package_files", lambda _: tmp_path / "site" / "lawcheck")
    with pytest.raises(RuleSetError, match="内置规则没有随程序安装，或读不了；请重新安装 lawcheck-cn"):
        builtin.root()
    (tmp_path / "site" / "lawcheck" / "_rules" / "national").mkdir(parents=True)
    (tmp_path / "site" / "lawcheck" / "_rules" / "national" / "x.yaml").write_bytes(b"rules: []\n")
    assert builtin.read() == {"national/x.yaml": b"rules: []\n"}


def test_a_shipped_set_without_words_is_refused() -> None:
    with pytest.raises(RuleSetError, match=r"builtin：缺少 basis\.yaml 或 vocabulary\.yaml"):
        read_files({"national/x.yaml": b"rules: []\n"}, None)


def test_no_advice_of_a_shipped_rule_names_a_year_of_its_own() -> None:
    year = pattern(r"20\d\d年")
    said = [(r.id, m) for r in load_ruleset().rules for c in (r, *r.cases) for m in (c.message, c.remedy) if m]
    # Dates of the law, and a span of years that shows how one is written.
    facts = ("C011", "E200", "F013")
    assert [(n, m) for n, m in said if n not in facts and (year.search(str(m)) or year.search(m.en))] == []


def test_the_regulation_on_reports_is_cited_only_for_what_it_demands() -> None:
    # It says nothing on the genre, the year in a title, or headings of their own.
    silent = [rule for rule in load_ruleset().rules if rule.id in ("E100", "E102", "E127")]
    assert [(rule.id, rule.basis) for rule in silent] == [("E100", ()), ("E102", ()), ("E127", ())]


def test_the_words_of_an_empty_other_part_are_info() -> None:
    other = next(rule for rule in load_ruleset().rules if rule.id == "E126")
    assert (other.severity, {test.expect for test in other.tests}) == (
        "info",
        {"satisfied", "not_satisfied", "not_applicable"},
    )


RULE = """\
rules:
  - id: {id}
    kind: section
    title: {{zh: 题, en: title}}
    category: missing
    severity: info
    force: custom
    roles: [measures]
    message: {{zh: 无, en: none}}
"""
SATISFIED = "    tests:\n      - {text: 甲, expect: satisfied}\n"
NOT_SATISFIED = "      - {text: 乙, expect: not_satisfied}\n"
WHEN = "    when: {part: [plan]}\n"


@pytest.mark.parametrize(
    ("rule", "messages"),
    [
        (RULE.format(id="N001") + SATISFIED + NOT_SATISFIED, []),
        (RULE.format(id="N001") + SATISFIED + NOT_SATISFIED.replace("not_satisfied", "doubtful"), []),
        (
            RULE.format(id="N001"),
            [
                "2:9：规则 N001 缺少预期为 satisfied 的测试（tests）",
                "2:9：规则 N001 缺少预期为 not_satisfied 的测试（tests）",
            ],
        ),
        (RULE.format(id="N001") + SATISFIED, ["11:7：规则 N001 缺少预期为 not_satisfied 的测试（tests）"]),
        (
            RULE.format(id="N001") + WHEN + SATISFIED + NOT_SATISFIED,
            ["12:7：规则 N001 缺少预期为 not_applicable 的测试（tests）"],
        ),
        (
            RULE.format(id="N001")
            + WHEN.replace("part: [plan]", "genre: [report, notice, other]")
            + SATISFIED
            + NOT_SATISFIED,
            [],
        ),
        (
            RULE.format(id="N1") + SATISFIED + NOT_SATISFIED,
            ["2:9：“N1”不能作内置规则的编号；应为一个大写字母加三位数字，如 E120"],
        ),
    ],
)
def test_a_shipped_rule_has_a_short_id_and_its_tests(rule: str, messages: list[str]) -> None:
    from tests.unit.rulesets.folders import BASIS, PROFILE, VOCABULARY

    files = {
        "basis.yaml": BASIS,
        "vocabulary.yaml": VOCABULARY,
        "profiles/national.yaml": PROFILE,
        "national/x.yaml": rule,
    }
    _, faults = read_files({name: text.encode() for name, text in files.items()}, None)
    assert [str(fault) for fault in faults] == [f"builtin:national/x.yaml:{message}" for message in messages]


@pytest.mark.parametrize(
    ("entry", "value", "own"),
    [
        (BasisEntry, Basis, set()),
        (RoleEntry, Role, set()),
        (GenreEntry, Genre, set()),
        (RuleEntry, Rule, {"options", "source", "is_shipped"}),
    ],
)
def test_what_a_file_may_say_is_what_the_value_holds(entry: type, value: type, own: set[str]) -> None:
    assert set(entry.model_fields) == {field.name for field in fields(value)} - own


def test_importing_rule_sets_reads_none() -> None:
    code = (
        "import sys, lawcheck.rulesets; print([m for m in ('pydantic', 'yaml', 'lawcheck.kinds') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
