"""When a rule applies: what the report must speak of for a rule to be asked at all."""

from __future__ import annotations

import pytest

from lawcheck import load_ruleset, outliner
from lawcheck.engine.guard import fits, why_not
from lawcheck.rule.hit import View
from lawcheck.rule.rule import Guard, Rule
from lawcheck.testing import document_from
from lawcheck.wording import Text

HEAD = "云溪县民政局关于2024年法治政府建设情况的报告\n现将有关情况报告如下：\n一、主要举措和成效\n"


def view(text: str) -> View:
    vocabulary = load_ruleset().vocabulary
    document = document_from(HEAD + text)
    return View(document, outliner.outline(document, vocabulary), vocabulary)


def rule(guard: Guard) -> Rule:
    text = Text("题", "title")
    return Rule("X1", "text", text, "form", "info", "practice", text, options=None, when=guard)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("行政应诉案件6件，负责人均出庭。", True),
        ("行政诉讼案件败诉率为1.5%。", True),
        ("本年度未发生行政诉讼案件。", False),
        ("行政应诉0件。", False),
        ("学习《行政诉讼案件3件评析》一书。", False),
        ("办理民事诉讼案件3件。", False),
        ("全年组织执法检查30次。", False),
    ],
)
def test_a_rule_may_ask_that_the_report_speaks_of_something(text: str, speaks: bool) -> None:
    guard = Guard(mentions=("litigation",))
    assert fits(guard, view(text)) is speaks
    assert (why_not(rule(guard), view(text), 2024) is None) is speaks


def test_every_family_must_be_spoken_of() -> None:
    seen = view("作出行政处罚决定12件。")
    assert fits(Guard(mentions=("penalties_made",)), seen)
    assert not fits(Guard(mentions=("penalties_made", "litigation")), seen)


def test_the_reason_names_what_was_looked_for() -> None:
    told = why_not(rule(Guard(mentions=("policies_made",))), view("全年组织执法检查30次。"), 2024)
    assert told is not None
    assert (str(told), told.en) == (
        "报告没有提到规范性文件、政策措施、政策性文件等",
        "the report does not mention 规范性文件, 政策措施, 政策性文件 or the like",
    )


def test_only_the_parts_that_are_named_are_looked_at() -> None:
    text = "收到检察建议2件。\n二、存在的不足和原因\n执法文书质量不高，主要原因是培训偏少。"
    cue = ("court_and_procurator",)
    assert fits(Guard(mentions=cue, within=("measures",)), view(text))
    assert not fits(Guard(mentions=cue, within=("shortcomings",)), view(text))
    assert not fits(Guard(mentions=cue, within=("other_matters",)), view(text))
