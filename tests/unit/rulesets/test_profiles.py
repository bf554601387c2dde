"""Profiles: what applies to whom, over `extends`, `adjust` and overlays; which one a report gets, and why."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from lawcheck.errors import UsageError
from lawcheck.rule.plan import Plan, Profile
from lawcheck.rulesets import load_ruleset
from lawcheck.rulesets.load import load_builtin, load_folder
from lawcheck.rulesets.ruleset import RuleSet
from tests.unit.rulesets.folders import PROFILE, RULE, changed, refusal, write

DEPARTMENT = """\
id: department
title: {zh: 政府部门, en: departments}
extends: national
issuers: {re: ['局$']}
rules: [X2]
"""
CIVIL = """\
id: civil
title: {zh: 民政部门, en: civil affairs}
extends: department
issuers: {phrases: [民政局]}
adjust:
  - {rule: X1, severity: warning}
"""
SONGYUAN = """\
id: songyuan
title: {zh: 松原, en: Songyuan}
overlay: true
rules: [provincial/*.yaml]
adjust:
  - {rule: X2, severity: info}
"""
LOCAL = RULE.replace("X1", "X3").replace("force: national", "force: provincial")


def folder(tmp_path: Path, **files: str) -> Path:
    everything = {
        "national__more": RULE.replace("X1", "X2"),
        "provincial__songyuan": LOCAL,
        "profiles__national": changed("national/*.yaml", "national/parts.yaml", PROFILE),
        "profiles__department": DEPARTMENT,
        "profiles__civil": CIVIL,
        "profiles__songyuan": SONGYUAN,
    }
    return write(tmp_path, **(everything | files))


@pytest.fixture
def ruleset(tmp_path: Path) -> RuleSet:
    return load_folder(folder(tmp_path))


def rules(ruleset: RuleSet, profile: str) -> list[tuple[str, str]]:
    return [(planned.rule.id, planned.rule.severity) for planned in ruleset.plan(profile).rules]


def test_a_profile_has_its_own_rules_and_those_it_extends_in_the_order_of_ids(ruleset: RuleSet) -> None:
    assert [profile.id for profile in ruleset.profiles] == ["national", "department", "civil", "songyuan"]
    assert rules(ruleset, "national") == [("X1", "error")]
    assert rules(ruleset, "department") == [("X1", "error"), ("X2", "error")]
    assert rules(ruleset, "civil") == [("X1", "warning"), ("X2", "error")]


def test_an_overlay_brings_its_rules_and_its_changes_to_any_class(ruleset: RuleSet) -> None:
    assert rules(ruleset, "civil+songyuan") == [("X1", "warning"), ("X2", "info"), ("X3", "error")]
    assert rules(ruleset, "national+songyuan") == [("X1", "error"), ("X3", "error")]
    plan = ruleset.plan("civil+songyuan")
    assert (plan.profile.id, str(plan.profile.title)) == ("civil+songyuan", "民政部门（松原）")
    assert rules(ruleset, "civil+songyuan+songyuan") == rules(ruleset, "civil+songyuan")


def test_an_overlay_extends_an_overlay(tmp_path: Path) -> None:
    head = "id: inner\ntitle: {zh: 内, en: inner}\noverlay: true\nextends: songyuan\n"
    inner = f"{head}adjust: [{{rule: X1, severity: info}}]\n"
    ruleset = load_folder(folder(tmp_path, profiles__inner=inner))
    assert rules(ruleset, "department+inner") == [("X1", "info"), ("X2", "info"), ("X3", "error")]


def test_a_profile_leaves_out_what_it_extends_but_does_not_need(tmp_path: Path) -> None:
    head = CIVIL.partition("adjust")[0]
    ruleset = load_folder(folder(tmp_path, profiles__civil=f"{head}without: [X2]\n"))
    assert rules(ruleset, "department") == [("X1", "error"), ("X2", "error")]
    assert rules(ruleset, "civil") == [("X1", "error")]


def test_a_plan_is_made_once(ruleset: RuleSet) -> None:
    assert ruleset.plan("civil") is ruleset.plan("civil")
    assert ruleset.plan("civil").ruleset_sha256 == ruleset.sha256


def test_a_profile_asked_of_the_loader_is_compiled_once_for_all_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    honest = RuleSet._compiled

    def counted(self: RuleSet, profile: Profile) -> Plan:
        compiled.append(profile.id)
        return honest(self, profile)

    monkeypatch.setattr(RuleSet, "_compiled", counted)
    asked = replace(load_builtin())  # a copy, of which nothing is compiled yet
    monkeypatch.setattr("lawcheck.rulesets.load.load_builtin", lambda: asked)
    for _ in range(2):
        given = load_ruleset(profile="department", year=2024)
        assert given.plan("department") is asked.plan("department")
    assert compiled == ["department"]


def test_what_a_rule_set_holds_cannot_be_changed(ruleset: RuleSet) -> None:
    for mapping in (ruleset.basis, ruleset.vocabulary.cues, ruleset.plan("national").basis):
        with pytest.raises(TypeError):
            mapping["neu"] = None  # type: ignore[index]
    own = dict(ruleset.basis)
    other = replace(ruleset, basis=own)
    own.clear()
    assert other.basis == ruleset.basis


def test_a_rule_set_may_be_the_key_of_a_mapping(ruleset: RuleSet) -> None:
    same, other = replace(ruleset), ruleset.asked_for(None, 2024)
    assert ({ruleset: 1, same: 2}, len({ruleset, other})) == ({ruleset: 2}, 2)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            "departmant",
            "没有名为“departmant”的适用范围；是不是“department”？机关类别有：national、department、civil；可用“+”叠加：songyuan",
        ),
        ("", "没有名为“”的适用范围；机关类别有：national、department、civil；可用“+”叠加：songyuan"),
        ("civil+", "没有名为“”的适用范围；机关类别有：national、department、civil；可用“+”叠加：songyuan"),
        (
            "songyuan",
            "“songyuan”是叠加范围，要写在机关类别之后，例如 national+songyuan；"
            "机关类别有：national、department、civil；可用“+”叠加：songyuan",
        ),
        (
            "civil+department",
            "“+”后面只能是叠加范围，“department”是机关类别；机关类别有：national、department、civil；可用“+”叠加：songyuan",
        ),
        ("a\nb\x1b", "没有名为“a b\\x1b”的适用范围；机关类别有：national、department、civil；可用“+”叠加：songyuan"),
    ],
)
def test_an_unknown_profile_names_the_valid_ones(ruleset: RuleSet, asked: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        ruleset.plan(asked)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("issuer", "title", "profile", "because"),
    [
        ("青岚区民政局", None, "civil", "发文机关“青岚区民政局”属于民政部门"),
        ("青岚区 民政局", "关于情况的报告", "civil", "发文机关“青岚区 民政局”属于民政部门"),
        ("云溪县教育局", None, "department", "发文机关“云溪县教育局”属于政府部门"),
        (None, "青岚区民政局2024年报告", "civil", "标题“青岚区民政局2024年报告”属于民政部门"),
        ("云溪县人民政府", "云溪县民政局的报告", "national", "从“云溪县人民政府”认不出机关类别，按“全部机关”检查"),
        (None, None, "national", "没有找到发文机关，按“全部机关”检查"),
        (" ", "", "national", "没有找到发文机关，按“全部机关”检查"),
    ],
)
def test_the_issuer_tells_the_profile_and_the_reason_is_said(
    ruleset: RuleSet, issuer: str | None, title: str | None, profile: str, because: str
) -> None:
    choice = ruleset.detect(issuer, title)
    assert (choice.id, choice.chosen_by, str(choice.because)) == (profile, "detected", because)
    assert choice.because.en != because


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"profiles__civil": changed("extends: department", "extends: departmnet", CIVIL)},
            "profiles/civil.yaml:3:10：没有名为“departmnet”的适用范围；是不是“department”？"
            "可用：civil、department、national、songyuan",
        ),
        (
            {"profiles__civil": changed("extends: department", "extends: civil", CIVIL)},
            "profiles/civil.yaml:3:10：extends 成了循环：civil → civil",
        ),
        (
            {"profiles__national": PROFILE + "extends: civil\n"},
            "profiles/civil.yaml:3:10：extends 成了循环：civil → department → national → civil"
            "（另有 2 处错误，可用 lawcheck rules lint 列出）",
        ),
        (
            {"profiles__civil": changed("extends: department", "extends: songyuan", CIVIL)},
            "profiles/civil.yaml:3:10：机关类别只能扩展机关类别，叠加范围（overlay）只能扩展叠加范围",
        ),
        (
            {"profiles__songyuan": SONGYUAN + "issuers: {phrases: [松原]}\n"},
            "profiles/songyuan.yaml:7:1：叠加范围（overlay）从不自动选用，不能写 issuers",
        ),
        (
            {"profiles__civil": changed("id: civil", "id: national", CIVIL)},
            "profiles/national.yaml:1:5：编号“national”已被使用",
        ),
        (
            {"profiles__department": changed("[X2]", "[X2, X22]", DEPARTMENT)},
            "profiles/department.yaml:5:13：没有名为“X22”的规则；是不是“X2”？可用：X1、X2、X3",
        ),
        (
            {"profiles__department": changed("[X2]", "[X2, national/mor.yaml]", DEPARTMENT)},
            "profiles/department.yaml:5:13：没有名为“national/mor.yaml”的规则文件；是不是“national/more.yaml”？"
            "可用：national/more.yaml、national/parts.yaml、provincial/songyuan.yaml",
        ),
        (
            {"profiles__civil": changed("rule: X1", "rule: X3", CIVIL)},
            "profiles/civil.yaml:6:12：没有名为“X3”的规则；可用：X1、X2",
        ),
        (
            {"profiles__civil": CIVIL + "without: [X2, X3]\n"},
            "profiles/civil.yaml:7:15：没有名为“X3”的规则；可用：X1",
        ),
        (
            {"profiles__songyuan": changed("overlay: true", "overlay: yes", SONGYUAN)},
            "profiles/songyuan.yaml:3:10：应为 true 或 false，这里是“yes”",
        ),
        (
            {"profiles__department": changed("[X2]", "[]", DEPARTMENT)},
            "national/more.yaml:2:9：没有一个适用范围用到规则“X2”，它永远不会运行",
        ),
    ],
)
def test_a_mistake_in_a_profile_is_told_at_its_node(tmp_path: Path, files: dict[str, str], message: str) -> None:
    told = refusal(folder(tmp_path, **files))
    assert told == message


def test_a_chain_of_extends_has_an_end(tmp_path: Path) -> None:
    def chain(length: int) -> dict[str, str]:
        names = ["national", *(f"p{i}" for i in range(length))]
        pairs = pairwise(names)
        return {
            f"profiles__{name}": f"id: {name}\ntitle: {{zh: 类, en: class}}\nextends: {above}\n"
            for above, name in pairs
        }

    assert refusal(tmp_path, **chain(8)) == "loaded"
    assert refusal(tmp_path, **chain(9)) == "profiles/p8.yaml:3:10：extends 超过 8 层"
