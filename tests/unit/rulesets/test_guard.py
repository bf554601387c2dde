"""The loader's guard: no rule is graver than what it rests on, and every shipped rule is tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.model.checklist import FORCES, SEVERITIES, Category, Force, Severity
from lawcheck.rulesets.guard import ceiling, is_graver, raised_ceiling
from lawcheck.rulesets.load import load_folder
from tests.unit.rulesets.folders import BASIS, PROFILE, RULE, changed, refusal, write

# What a rule may be at most, by force; the same table as in docs/reference/rule-files.md.
CEILINGS: dict[Force, Severity] = {
    "national": "error",
    "provincial": "error",
    "topic": "warning",
    "custom": "info",
    "practice": "info",
}
NAMED: dict[str, Severity] = {
    **dict.fromkeys(("E100", "E101", "E102", "E105", "E121", "E123"), "warning"),
    **dict.fromkeys(("F006", "F007", "F009", "F010", "F016", "F020", "F021"), "warning"),
    **dict.fromkeys(("E106", "E113", "E130"), "info"),
}


@pytest.mark.parametrize("force", FORCES)
@pytest.mark.parametrize("category", ["missing", "substance", "form", "privacy"])
def test_force_bounds_severity(force: Force, category: Category) -> None:
    assert ceiling("X1", force, category) == CEILINGS[force]


@pytest.mark.parametrize("force", FORCES)
def test_a_contradiction_inside_the_report_may_always_be_an_error(force: Force) -> None:
    assert ceiling("X1", force, "inconsistent") == "error"


@pytest.mark.parametrize("name", NAMED)
def test_the_named_rules_have_the_ceiling_that_names_them(name: str) -> None:
    assert {ceiling(name, force, "missing") for force in FORCES} == {NAMED[name]}


def test_no_other_rule_is_named() -> None:
    ids = [f"{letter}{number:03}" for letter in "CEFN" for number in range(600)]
    assert {name for name in ids if ceiling(name, "custom", "form") != "info"} == {
        name for name, limit in NAMED.items() if limit != "info"
    }


@pytest.mark.parametrize("force", FORCES)
@pytest.mark.parametrize("severity", SEVERITIES)
def test_the_loader_refuses_a_severity_above_the_ceiling(tmp_path: Path, force: Force, severity: Severity) -> None:
    text = RULE.replace("severity: error", f"severity: {severity}").replace("force: national", f"force: {force}")
    overlay = PROFILE.replace("national", "local", 1) + "overlay: true\n"
    everybody = changed("[national/*.yaml]", "[X2]", PROFILE)
    second = RULE.replace("X1", "X2")
    files = {"national__more": second, "profiles__local": overlay, "profiles__national": everybody}
    told = refusal(tmp_path, national__parts=text, **files)
    if is_graver(severity, CEILINGS[force]):
        assert told == (
            f"national/parts.yaml:6:15：severity: {severity} 超过依据所能支持的程度："
            f"这条规则（force: {force}）最高为 {CEILINGS[force]}"
        )
    else:
        assert told == "loaded"


def test_a_provincial_error_needs_an_overlay(tmp_path: Path) -> None:
    text = changed("force: national", "force: provincial")
    assert refusal(tmp_path, national__parts=text) == (
        "national/parts.yaml:6:15：地方规则（force: provincial）"
        "只有放在叠加范围（overlay）里才能是 error，否则最高为 warning"
    )
    warning = changed("severity: error", "severity: warning", text)
    assert refusal(tmp_path, national__parts=warning) == "loaded"


def test_a_case_is_never_graver_than_its_rule(tmp_path: Path) -> None:
    case = "    cases: [{case: empty, severity: error}]\n    roles:"
    text = changed("    roles:", case, changed("severity: error", "severity: warning"))
    assert refusal(tmp_path, national__parts=text) == (
        "national/parts.yaml:10:37：情形的 severity: error 高于规则自己的 warning"
    )


def adjusted(severity: str, *, force: str = "custom", basis: str = "", rule: str = "X1") -> dict[str, str]:
    text = changed("force: national", f"force: {force}", changed("severity: error", "severity: info"))
    return {
        "national__parts": changed("id: X1", f"id: {rule}", text),
        "profiles__national": f"{PROFILE}adjust:\n  - {{rule: {rule}, severity: {severity}{basis}}}\n",
    }


def test_a_profile_raises_a_rule_to_warning_only_with_a_basis_of_its_own(tmp_path: Path) -> None:
    assert refusal(tmp_path, **adjusted("warning")) == (
        "profiles/national.yaml:5:26：severity: warning 超过依据所能支持的程度：这条规则（force: custom）最高为 info；"
        "要提高到 warning，须在这里写明依据（basis）"
    )
    folder = write(tmp_path, **adjusted("warning", basis=", basis: [{id: L2}]"))
    (rule,) = load_folder(folder).plan("national").profile.rules
    assert (rule.severity, [c.id for c in rule.basis]) == ("warning", ["L1", "L2"])


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            adjusted("error", basis=", basis: [{id: L1}]"),
            "5:26：severity: error 超过依据所能支持的程度：这条规则（force: custom）最高为 warning",
        ),
        (
            adjusted("warning", basis=", basis: [{id: L1}]", rule="E130"),
            "5:28：severity: warning 超过依据所能支持的程度：这条规则（force: custom）最高为 info",
        ),
        (adjusted("warning", basis=", basis: [{id: L7}]"), "5:48：没有名为“L7”的依据；可用：L1、L2"),
        (
            adjusted("warning", basis=", basis: [{id: L2, article: x}]"),
            "5:61：依据“L2”尚未核对原文（verified: M），不能写条款号",
        ),
    ],
)
def test_what_a_profile_may_not_do(tmp_path: Path, files: dict[str, str], message: str) -> None:
    assert refusal(tmp_path, **files) == f"profiles/national.yaml:{message}"


def test_raising_never_lowers() -> None:
    assert (raised_ceiling("X1", "national", "missing"), raised_ceiling("X1", "custom", "form")) == ("error", "warning")


def test_lowering_a_rule_lowers_its_cases_too(tmp_path: Path) -> None:
    text = changed("    roles:", "    cases: [{case: empty, severity: warning}, {case: absent}]\n    roles:")
    profile = f"{PROFILE}adjust:\n  - {{rule: X1, severity: info}}\n"
    ruleset = load_folder(write(tmp_path, national__parts=text, profiles__national=profile))
    (rule,) = ruleset.plan("national").profile.rules
    assert (rule.severity, [case.severity for case in rule.cases]) == ("info", ["info", None])
    assert ruleset.rule("X1").severity == "error"


def test_a_source_that_nobody_read_may_be_cited_without_article(tmp_path: Path) -> None:
    assert refusal(tmp_path, basis=BASIS, national__parts=changed("{id: L1, article: 第三条}", "{id: L2}")) == "loaded"
