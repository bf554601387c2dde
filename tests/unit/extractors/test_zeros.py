"""Zeros stated in words."""

from __future__ import annotations

import pytest

from tests.unit.extractors.ledger import read


def zeros(text: str) -> list[str]:
    return [f"{f.indicator}.{f.aspect}" for f in read(text)[1].facts if f.origin == "stated_zero"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年未发生行政复议案件。", ["N025.total"]),
        ("未收到行政复议申请，也没有行政应诉案件。", ["N025.total", "N027.total"]),
        ("全年未发生行政复议和行政诉讼案件，无败诉情况。", ["N025.total", "N027.total", "N028.lost"]),
        ("实现零复议、零诉讼、零败诉、零投诉。", ["N025.total", "N027.total", "N028.lost", "market.complaints.total"]),
        ("没有发生一起行政诉讼败诉案件。", ["N028.lost"]),
        ("今年未新制定行政规范性文件。", ["N009.total"]),
        ("本年度未作出行政处罚决定。", ["N019.total"]),
        ("未收到政府信息公开申请。", ["N035.total"]),
        ("未收到检察建议。", ["N031.total"]),
    ],
)
def test_a_stated_zero_is_a_fact_of_its_indicator(text: str, expected: list[str]) -> None:
    assert zeros(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "力争全年零投诉、零败诉。",
        "确保不发生、无行政诉讼案件。",
        "未经行政复议不得起诉。",
        "不服行政复议决定的，可以依法起诉。",
        "无规范性文件备案系统账号的单位尽快申请。",
        "不予行政处罚事项清单已公布。",
        "无障碍环境建设加快推进。",
    ],
)
def test_an_aim_or_another_negation_states_no_zero(text: str) -> None:
    assert zeros(text) == []


def test_a_zero_has_value_unit_and_quote() -> None:
    document, facts = read("2024年，未发生行政复议案件。")
    fact = facts.facts[0]
    assert (fact.value, fact.unit, fact.is_exact, fact.period) == (0, "件", True, "2024")
    assert fact.span.of(document.text) == "未发生行政复议案件"
