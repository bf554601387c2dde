from __future__ import annotations

import pytest

from tests.unit.outliner.pages import headings_of

BODY = "全年召开专题会议4次，研究事项6个，推动各项任务落到实处，执法质量稳步提升。"


def test_levels_follow_nesting_and_not_the_style_of_the_number() -> None:
    text = f"一、工作情况\n1、抓学习。{BODY}\n2、抓执法。{BODY}\n二、存在的问题\n{BODY}"
    assert headings_of(text) == [
        (1, "一、", "工作情况"),
        (2, "1、", "抓学习"),
        (2, "2、", "抓执法"),
        (1, "二、", "存在的问题"),
    ]


def test_a_number_in_the_wrong_style_stays_with_its_siblings() -> None:
    text = f"一、工作情况\n1、抓学习。{BODY}\n二、存在的问题\n{BODY}\n"
    text += f"3、履行第一责任人职责情况\n{BODY}\n四、2025年工作安排\n{BODY}"
    assert [(level, number) for level, number, _ in headings_of(text)] == [
        (1, "一、"), (2, "1、"), (1, "二、"), (1, "3、"), (1, "四、"),
    ]  # fmt: skip


def test_a_chinese_number_among_arabic_ones_stays_with_its_siblings() -> None:
    text = f"1.工作情况\n{BODY}\n二、存在的问题\n{BODY}\n3.2025年工作安排\n{BODY}"
    assert [(level, number) for level, number, _ in headings_of(text)] == [(1, "1."), (1, "二、"), (1, "3.")]


def test_a_heading_that_lost_its_number_is_found_on_its_siblings_level() -> None:
    text = f"一、工作情况\n（一）抓学习\n{BODY}\n规范执法行为，提高执法质量\n{BODY}\n二、存在的问题\n{BODY}"
    assert headings_of(text)[2] == (2, None, "规范执法行为，提高执法质量")


def test_a_lost_number_is_placed_on_the_level_whose_numbers_leave_room() -> None:
    text = f"一、工作情况\n（一）抓学习\n{BODY}\n规范执法行为，提高执法质量\n{BODY}\n三、存在的问题\n{BODY}"
    assert headings_of(text)[2] == (1, None, "规范执法行为，提高执法质量")


def test_unnumbered_lines_that_name_parts_stand_above_numbers_that_restart() -> None:
    text = f"主要举措和成效\n（一）抓学习。{BODY}\n（二）抓执法。{BODY}\n"
    text += f"存在的不足和原因\n（一）力量不足。{BODY}\n下一步工作打算\n{BODY}"
    assert [(level, words) for level, _, words in headings_of(text)] == [
        (1, "主要举措和成效"), (2, "抓学习"), (2, "抓执法"),
        (1, "存在的不足和原因"), (2, "力量不足"), (1, "下一步工作打算"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("glued", "words"),
    [
        ("强化组织领导（一）压实责任。", "强化组织领导"),
        (
            "强化组织领导我局党组坚持把法治建设摆在突出位置，先后召开会议五次，审议制度三项，听取汇报两次。",
            "强化组织领导",
        ),
        ("存在的问题今年以来，我局做了一些工作，但与上级要求相比还有差距，主要表现在两个方面。", "存在的问题"),
        ("强化政治责任，营造稳定环境一是着力防范风险，坚持底线思维。二是加强教育。", "强化政治责任，营造稳定环境"),
        ("下一步打算2025年我局将继续抓好培训，配齐执法人员，完善各项制度，推动工作再上新台阶。", "下一步打算"),
        (
            "落实“谁执法谁普法”县民政局坚持把普法融入执法全过程，全年组织宣讲二十场，发放资料三千份。",
            "落实“谁执法谁普法”",
        ),
        ("总体情况 全县各部门坚持依法行政，扎实推进法治政府建设各项任务，取得了新的成效和进展。", "总体情况"),
    ],
)
def test_a_heading_that_runs_into_its_text_ends_where_the_text_begins(glued: str, words: str) -> None:
    text = f"现将情况报告如下：一、{glued}{BODY}二、加强监督。{BODY}"
    assert headings_of(text)[0] == (1, "一、", words)


@pytest.mark.parametrize(
    "prose",
    [
        "深入学习二十届二、三中全会精神，一审、二审案件均未败诉。",
        "第一、二季度完成检查，第三、四季度组织回头看。",
        "落实“一、二、三”工作法，执行《试行办法（一）》。",
        "完善一、二级应急响应，配备执法车1.5万元。",
        "检查覆盖3、4号片区，抽查比例为2.5%。",
    ],
)
def test_numerals_within_sentences_head_nothing(prose: str) -> None:
    text = f"一、工作情况\n{prose}{BODY}\n二、存在的问题\n{BODY}"
    assert [number for _, number, _ in headings_of(text)] == ["一、", "二、"]


def test_a_numbered_sentence_that_fills_its_paragraph_is_a_list_item_and_no_heading() -> None:
    text = "一、存在的问题\n1.执法力量不足，持证人员偏少。\n2.普法形式单一，覆盖面不广。\n二、工作打算\n加强培训。"
    assert [number for _, number, _ in headings_of(text)] == ["一、", "二、"]


def test_residue_before_a_number_does_not_hide_the_heading() -> None:
    text = f"一、工作安排\n1、抓学习。{BODY}\n[bookmark: _GoBack]2、抓执法。{BODY}"
    assert headings_of(text)[2] == (2, "2、", "抓执法")
