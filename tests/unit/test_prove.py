"""`lawcheck.proof`: every rule can fire, and one that cannot is caught."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from lawcheck import load_ruleset
from lawcheck.cli import main
from lawcheck.errors import UsageError
from lawcheck.proof import Proof, prove_rules
from lawcheck.rule.rule import Rule
from lawcheck.testing import plan_of, run_test, worst

SHIPPED = load_ruleset()
PROOFS = {proof.rule: proof for proof in prove_rules(SHIPPED)}
# The loader sees to it that the others are few: a shipped rule carries a test that expects a finding.
FAILING = [rule for rule in SHIPPED.rules if {"not_satisfied", "doubtful"} & {test.expect for test in rule.tests}]

HEAD = """\
rules:
  - id: L001
    kind: text
    title: {zh: 写明示例, en: names the example}
    category: substance
    severity: info
    force: practice
    message: {zh: 没有写明示例。, en: no example.}
"""
KEPT = "      - {text: 本年度开展了示例工作。, expect: satisfied}\n"
FIRED = "      - {text: 本年度开展了工作。, expect: not_satisfied}\n"
WANTED = "    require: [{phrases: [示例]}]\n    tests:\n"
BARRED = "    forbid: [{phrases: [空话]}]\n    tests:\n"
EMPTY_WORDS = "      - {text: 开展了空话连篇的工作。, expect: not_satisfied}\n"
# What cannot be: a match that `unless` always takes back.
DEAD = "    forbid: [{phrases: [空话], unless: [空话]}]\n    tests:\n"
LENGTH = "    extent: {min_han: 12}\n    tests:\n      - {text: 空话。, expect: not_satisfied}\n"
LONG = '      - {text: "本年度开展了许多工作。\\n\\n本年度还开展了许多工作。", expect: satisfied}\n'


def prove(folder: Path, rule: str) -> Proof:
    (folder / "national").mkdir()
    (folder / "national" / "x.yaml").write_text(HEAD + rule, encoding="utf-8")
    (folder / "ruleset.yaml").write_text("id: mine\nextends: builtin\n", encoding="utf-8")
    (proof,) = prove_rules(load_ruleset(folder), ["L001"])
    return proof


@pytest.mark.parametrize("rule", FAILING, ids=[rule.id for rule in FAILING])
def test_a_shipped_rule_gives_a_finding_once_a_satisfying_text_is_altered(rule: Rule) -> None:
    proof = PROOFS[rule.id]
    assert proof.text is not None, proof.message
    kept = {test.text for test in rule.tests if test.expect == "satisfied"}
    assert (proof.text in kept) == (proof.way == "informed")


def test_every_way_proves_some_shipped_rule() -> None:
    ways = sorted(proof.way for proof in PROOFS.values() if proof.way)
    assert [way for way, _ in groupby(ways)] == ["added", "changed", "deleted", "informed", "shortened"]


@pytest.mark.parametrize(
    ("rule", "way", "text"),
    [
        (WANTED + KEPT + FIRED, "deleted", "本年度开展了工作。"),
        (BARRED + KEPT + EMPTY_WORDS, "added", "本年度开展了示例工作。开展了空话连篇的工作。"),
        (LENGTH + LONG, "shortened", "本年度开展了许多工作。\n"),
    ],
)
def test_a_proof_shows_the_way_and_the_altered_text(tmp_path: Path, rule: str, way: str, text: str) -> None:
    proof = prove(tmp_path, rule)
    assert (proof.way, proof.verdict, proof.text) == (way, "not_satisfied", text)
    assert proof.message.endswith(" → not_satisfied")


def test_a_proof_can_be_repeated() -> None:
    rule, proof = SHIPPED.rule("C004"), PROOFS["C004"]
    test = next(test for test in rule.tests if test.expect == "satisfied")
    items = run_test(test.__class__(proof.text or "", "not_satisfied"), rule, plan_of(rule, SHIPPED))
    assert worst(items) == proof.verdict == "not_satisfied"


@pytest.mark.parametrize(
    ("rule", "wanting"),
    [
        (DEAD + KEPT + EMPTY_WORDS, "none of its tests gives a finding"),
        (WANTED + KEPT, "none of its tests gives a finding"),
        (WANTED + FIRED, "none of its tests satisfies it"),
        (WANTED + KEPT.replace("示例", "") + FIRED, "none of its tests satisfies it"),
        ("    require: [{phrases: [示例]}]\n", "none of its tests satisfies it"),
    ],
)
def test_a_dead_rule_is_caught(tmp_path: Path, rule: str, wanting: str) -> None:
    proof = prove(tmp_path, rule)
    assert (proof.way, proof.verdict, proof.text, proof.message.en) == (None, None, None, f"not proved: {wanting}")


def test_a_rule_that_no_alteration_moves_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lawcheck.proof._trials", lambda kept, fired: iter([("deleted", *kept[0])]))
    proof = prove(tmp_path, WANTED + KEPT + FIRED)
    assert proof.message.en == "not proved: no alteration of a satisfying text gives a finding"


def test_an_unknown_rule_is_told() -> None:
    with pytest.raises(UsageError, match="没有规则“L009”"):
        prove_rules(SHIPPED, ["L009"])


@pytest.mark.parametrize(("rule", "code"), [(WANTED + KEPT + FIRED, 0), (DEAD + KEPT + EMPTY_WORDS, 1)])
def test_the_command_names_a_dead_rule_on_a_line_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rule: str, code: int
) -> None:
    prove(tmp_path, rule)
    told = ["L001: 删去证据 → not_satisfied", "L001: 未能证明：没有一个例子得出不符合或存疑"][code]
    assert main(["rules", "prove", str(tmp_path), "--rule", "L001"]) == code
    out, err = capsys.readouterr()
    assert (out.splitlines(), err) == ([told, f"1 条规则，{code} 条未能证明"], "")
