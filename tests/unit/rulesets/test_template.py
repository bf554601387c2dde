"""template.yaml: whose skeleton a rule set has, and what is told of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck import load_ruleset
from lawcheck.handbook.skeleton import skeleton
from lawcheck.rulesets.load import load_folder
from tests.unit.rulesets.folders import changed, refusal, write

TEMPLATE = """\
titles: ["【X1：机关】关于{year}年的报告"]
lead: 现将情况报告如下：
parts:
  - role: measures
    heading: 主要举措
    lines: [【X1】]
    topics:
      - heading: 执法
        lines: [全年【X1：次数】次。]
  - role: plan
    heading: "{next}年安排"
signature: [【X1：日期】]
"""


def test_a_set_may_bring_its_own_skeleton(tmp_path: Path) -> None:
    ruleset = load_folder(write(tmp_path, template=TEMPLATE))
    assert [row.text for row in skeleton(ruleset, "national", 2024, "en")] == [
        "【X1：机关】关于2024年的报告",
        "现将情况报告如下：",
        "一、主要举措",
        "【X1：has measures】",
        "（一）执法",
        "全年【X1：次数】次。",
        "二、2025年安排",
        "【X1：日期】",
    ]


def test_a_set_without_one_has_the_shipped_one_as_far_as_its_rules_go(tmp_path: Path) -> None:
    ruleset = load_folder(write(tmp_path))
    assert ruleset.template is load_ruleset().template
    rows = skeleton(ruleset, "national", 2024, "zh")
    assert [row.text[:2] for row in rows if row.level == "part"] == ["一、", "二、", "三、", "四、"]
    assert not any("【" in row.text for row in rows)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("lines: [【X1】]", "lines: [【X2】]", "template.yaml:6:13：没有名为“X2”的规则"),
        ("role: plan", "role: plans", "template.yaml:10:11：没有名为“plans”的部分（role）；是不是“plan”？"),
        ("lead: 现", "led: 现", "template.yaml:2:1：不认识的键“led”；是不是“lead”？"),
        ("heading: 执法", "heading: 7", "template.yaml:8:18：应为文字"),
    ],
)
def test_a_mistake_is_told_at_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert refusal(tmp_path, template=changed(old, new, TEMPLATE)).startswith(said)
