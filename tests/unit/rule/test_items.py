"""How a part falls into items, and what is a slip in a list of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck import load_ruleset, outliner
from lawcheck.rule.enumerators import list_slips
from lawcheck.rule.hit import View
from lawcheck.rule.items import own_sentences, part_items
from lawcheck.testing import document_from

TITLE = "云溪县民政局关于2024年法治政府建设情况的报告\n"


def view_of(text: str) -> View:
    document, words = document_from(TITLE + text), load_ruleset().vocabulary
    return View(document, outliner.outline(document, words), words)


def items(text: str, role: str = "shortcomings", *, deep: bool = False) -> list[tuple[str, str]]:
    view = view_of(text)
    return [(i.origin, i.lead.of(view.document.text)) for i in part_items(view, role, deep=deep)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一是说理不足。案卷旧。二是形式单一。", [("listed", "一是说理不足"), ("listed", "二是形式单一")]),
        ("1.说理不足。\n2.形式单一。", [("listed", "1.说理不足"), ("listed", "2.形式单一")]),
        (
            "（一）说理不足\n一是旧。二是少。\n（二）形式单一\n活动少。",
            [("headed", "（一）说理不足"), ("headed", "（二）形式单一")],
        ),
        (
            "（一）存在的不足\n一是说理不足。二是形式单一。\n（二）原因分析\n一是演练少。二是调研少。",
            [("listed", "一是说理不足"), ("listed", "二是形式单一")],
        ),
        ("有以下不足：\n说理不足。案卷旧。\n形式单一。", [("paragraph", "说理不足。"), ("paragraph", "形式单一。")]),
        ("还有以下不足：说理不足。形式单一。", [("sentence", "还有以下不足：说理不足。"), ("sentence", "形式单一。")]),
    ],
)
def test_a_part_falls_into_its_items(body: str, expected: list[tuple[str, str]]) -> None:
    assert items(f"一、存在的不足\n{body}") == expected


def test_measures_are_counted_to_the_innermost_list() -> None:
    text = "一、2025年主要安排\n（一）规范执法\n一是演练2期。二是评查1次。\n（二）精准普法\n走进养老机构12场。"
    assert items(text, "plan", deep=True) == [
        ("listed", "一是演练2期"),
        ("listed", "二是评查1次"),
        ("headed", "（二）精准普法"),
    ]


def test_a_report_without_the_part_has_no_items() -> None:
    assert items("一、主要举措和成效\n办理案件12件。") == []


def test_a_closing_passage_is_no_sentence_of_the_measures() -> None:
    han = (
        "局党组六次研究法治工作，主要负责人带头学法，班子成员分片包干，把法治建设纳入科室考核，"
        "逐月调度进展，年底统一评议，推动任务落地见效，形成一级抓一级的局面。"
    )
    view = view_of(f"一、坚持党的领导\n{han}\n二、规范执法行为\n{han}\n下一步，我局将继续抓好培训。")
    told = [s.of(view.document.text) for s in own_sentences(view, "measures")]
    assert [t.strip() for t in told if t.strip()] == [han, han]


def slips(body: str) -> list[tuple[str, str, str]]:
    return [(s.case, s.written, s.expected) for s in list_slips(view_of(f"一、主要举措和成效\n{body}"))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一是甲项。二是乙项。三是丙项。", []),
        ("一是甲项。三是丙项。", [("gap", "三是", "二是")]),
        ("一要甲项。二要乙项。四要丁项。", [("gap", "四要", "三要")]),
        ("第一，甲项。第三，丙项。", [("gap", "第三，", "第二，")]),
        ("一是甲项。二是乙项。二是丙项。四是丁项。", [("repeat", "二是", "三是")]),
        ("一是甲项：一是小甲。二是小乙。二是乙项。三是丙项。", []),
        ("一是甲项。二是乙项。\n普法方面，一是丙项。二是丁项。三是戊项。", []),
        ("一是甲项提高能力二是乙项。三是丙项。", []),
        ("甲项。二是乙项。三是丙项。", [("headless", "二是", "一是")]),
        ("首先，甲项。最后，丙项。", []),
        ("有两个方面：一是甲项。二是乙项。三是丙项。", [("announced", "两", "3")]),
        ("有四项措施：一是甲项。二是乙项。三是丙项提高能力四是丁项。", []),
        ("落实两项制度：一是甲项。二是乙项。三是丙项。", []),
    ],
)
def test_what_is_wrong_with_a_list(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert slips(body) == expected


@given(st.text(alphabet="一二三四是要第，。：（）1.2不足原因\n存在的个方面", max_size=80))
def test_any_text_has_items_and_lists_that_lie_inside_it(text: str) -> None:
    view = view_of(f"一、存在的不足\n{text}")
    size = len(view.document.text)
    found = [i.span for i in part_items(view, "shortcomings", deep=True)] + [s.span for s in list_slips(view)]
    assert all(0 <= span.start <= span.end <= size for span in found)
