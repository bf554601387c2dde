"""indicators.yaml: read as strictly as the rest, part of the hash, extended by new ids only."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck import load_ruleset
from lawcheck.rule.naming import Naming
from lawcheck.rulesets.load import load_folder
from tests.unit.rulesets.folders import refusal, write

ONE = """\
indicators:
  - id: bridges.checks
    title: {zh: 桥梁检查, en: bridge checks}
    subject: {phrases: [桥梁]}
    zeros: {re: ['未检查桥梁']}
    aspects:
      - id: total
        title: {zh: 总数, en: total}
        labels: {phrases: [检查], unless: [检查站]}
        units: [次, 座]
"""


def test_a_folder_may_bring_its_own_indicators(tmp_path: Path) -> None:
    alone = load_folder(write(tmp_path / "alone", indicators=ONE)).vocabulary.indicators
    assert [(i.id, [(a.id, a.units) for a in i.aspects]) for i in alone] == [
        ("bridges.checks", [("total", ("次", "座"))])
    ]


def test_a_folder_without_any_has_the_shipped_ones(tmp_path: Path) -> None:
    assert load_folder(write(tmp_path)).vocabulary.indicators == load_ruleset().vocabulary.indicators


def test_an_extending_folder_adds_to_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "ruleset.yaml").write_text("id: yunxi\nextends: builtin\n", encoding="utf-8")
    (tmp_path / "indicators.yaml").write_text(ONE, encoding="utf-8")
    own = load_folder(tmp_path).vocabulary.indicators
    assert own[:-1] == load_ruleset().vocabulary.indicators
    assert own[-1].id == "bridges.checks"


def test_indicators_are_part_of_the_hash(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, indicators=text) for name, text in (("a", ONE), ("b", ONE + "# 注\n")))
    assert load_folder(one).sha256 != load_folder(other).sha256


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("aspects:", "aspect:", "indicators.yaml:6:5：不认识的键“aspect”；是不是“aspects”？"),
        ("units: [次, 座]", "units: []", "indicators.yaml:10:16：列表不能为空"),
        ("        units: [次, 座]\n", "", "indicators.yaml:7:9：缺少“units”"),
        ("labels: {phrases: [检查]", "labels: {phrases: ['']", "indicators.yaml:9:28：短语不能为空"),
        ("'未检查桥梁'", "'(未检查'", "indicators.yaml:5:18："),
        ("id: bridges.checks", "id: 桥梁", "indicators.yaml:2:9："),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in ONE
    assert refusal(tmp_path, indicators=ONE.replace(old, new)).startswith(message)


def test_an_indicator_has_at_least_one_number(tmp_path: Path) -> None:
    text = ONE[: ONE.index("    aspects:")] + "    aspects: []\n"
    assert refusal(tmp_path, indicators=text) == "indicators.yaml:6:14：至少要有一个数"


def test_an_id_is_given_once(tmp_path: Path) -> None:
    twice = ONE + ONE.removeprefix("indicators:\n")
    assert refusal(tmp_path / "a", indicators=twice) == "indicators.yaml:11:9：编号“bridges.checks”已被使用"
    aspect = ONE[ONE.index("      - id: total") :]
    assert refusal(tmp_path / "b", indicators=ONE + aspect) == "indicators.yaml:11:13：编号“total”已被使用"


def test_all_words_are_found_at_once(tmp_path: Path) -> None:
    vocabulary = load_folder(write(tmp_path, indicators=ONE)).vocabulary
    naming = vocabulary.naming
    assert isinstance(naming, Naming)
    assert naming is vocabulary.naming
    text = "桥梁检查站2个，检查桥梁3座，未检查桥梁"
    found = [(text[w.start : w.end], w.family in naming.labels) for w in naming.find(text, 0, len(text))]
    assert found == [("桥梁", False), ("检查", True), ("桥梁", False), ("检查", True), ("桥梁", False)]
    assert [(i.id, text[a:b]) for i, a, b in naming.zeros(text, 0, len(text))] == [("bridges.checks", "未检查桥梁")]
