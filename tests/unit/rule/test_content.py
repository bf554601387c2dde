from __future__ import annotations

import pytest

from lawcheck import load_ruleset, outliner
from lawcheck.rule.content import Content, Tie, retells
from lawcheck.rule.hit import View
from lawcheck.rule.items import part_items
from lawcheck.testing import document_from

REPORT = """云溪县民政局关于2024年法治政府建设情况的报告
一、存在的不足
一是{one}二是形式单一。
二、2025年主要安排
一是{other}二是举办竞赛。
"""


def tie(one: str, other: str) -> Tie:
    words = load_ruleset().vocabulary
    document = document_from(REPORT.format(one=one, other=other))
    view = View(document, outliner.outline(document, words), words)
    content = Content(view, (words.cue("empty_words"),))
    return content.tie(part_items(view, "shortcomings")[0], part_items(view, "plan")[0])


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("案卷说理不充分。", "组织案卷演练，讲清说理要点。", ("案卷", "说理")),
        ("面向老年人的普法少。", "面向老年人讲案例。", ("面向老年人",)),
        ("“执法+监督”应用少。", "推广“执法+监督”应用。", ("执法+监督",)),
        ("经常从事检查的人少。", "安排人员从事检查。", ("事检查",)),
        ("法治意识和依法行政能力有待提升。", "提升依法行政能力，增强法治意识。", ()),
        ("民政执法少。", "做好民政救助。", ()),
        ("案卷旧。", "讲案例。", ()),
    ],
)
def test_items_are_tied_by_the_words_that_say_something(one: str, other: str, words: tuple[str, ...]) -> None:
    assert sorted(tie(one, other).words) == sorted(words)


def test_a_word_of_the_first_sentence_weighs_more_and_names_the_subject() -> None:
    first, later = tie("案卷说理少。", "抓好案卷说理。"), tie("材料旧。案卷说理少。", "抓好演练。补上案卷说理。")
    assert (first.names_subject, later.names_subject) == (True, False)
    assert first.weight > later.weight


@pytest.mark.parametrize(
    ("cause", "told", "same"),
    [
        ("案卷说理不充分。", "案卷说理还不够充分，", True),
        ("演练偏少。", "案卷说理不充分，", False),
        ("少。", "案卷说理少，", False),
        ("演练偏少。案卷说理不充分。", "案卷说理不充分，", False),
    ],
)
def test_a_cause_that_only_repeats_what_was_told(cause: str, told: str, same: bool) -> None:
    assert retells(cause, told) == same
