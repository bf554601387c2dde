"""Sums in tables: what 合计 sums up, by rows and by columns, and what only 其中 says."""

from __future__ import annotations

import pytest

from tests.unit.extractors.tabled import read_table


def sums(table: str) -> list[str]:
    """Return the breakdowns of a table, as `total = part + part`, by cells; `>` instead of `=` where not complete."""
    facts = read_table(table)[1]
    return [
        f"{facts.facts[b.total].cell} {'=' if b.is_complete else '>'} "
        + " + ".join(str(facts.facts[i].cell) for i in b.parts)
        for b in facts.breakdowns
    ]


FORMS = {
    "a sum below": (
        """
        类别|件数
        采伐许可|20
        运输许可|30
        合计|60""",
        ["T1R4C2 = T1R2C2 + T1R3C2"],
    ),
    "a sum above": (
        """
        镇|行政检查（次）|行政处罚（件）
        总计|38|9
        青岚镇|20|4
        松原乡|18|4""",
        ["T1R2C2 = T1R3C2 + T1R4C2", "T1R2C3 = T1R3C3 + T1R4C3"],
    ),
    "a sum in the first of the columns": (
        """
        项目|合计|一季度|二季度|三季度|四季度
        行政检查（次）|38|10|10|9|9
        行政处罚（件）|9|2|3|1|2""",
        ["T1R2C2 = T1R2C3 + T1R2C4 + T1R2C5 + T1R2C6", "T1R3C2 = T1R3C3 + T1R3C4 + T1R3C5 + T1R3C6"],
    ),
    "sums of groups are summed up, and nothing twice": (
        """
        类别|件数
        采伐许可|1
        运输许可|2
        小计|3
        罚款|4
        警告|5
        小计|9
        总计|12""",
        ["T1R4C2 = T1R2C2 + T1R3C2", "T1R7C2 = T1R5C2 + T1R6C2", "T1R8C2 = T1R4C2 + T1R7C2"],
    ),
    "sums at the head of each group": (
        """
        类别|事项|件数
        许可|小计|7
        |采伐|3
        |运输|4
        处罚|小计|9
        |罚款|5
        |警告|4
        合计||16""",
        ["T1R2C3 = T1R3C3 + T1R4C3", "T1R5C3 = T1R6C3 + T1R7C3", "T1R8C3 = T1R2C3 + T1R5C3"],
    ),
    "columns in groups with sums": (
        """
        项目|线上|||线下|||合计
        |一季度|二季度|小计|一季度|二季度|小计|
        许可（件）|1|2|3|4|5|9|12
        备案（件）|1|1|2|1|1|2|4""",
        [
            "T1R3C4 = T1R3C2 + T1R3C3",
            "T1R3C7 = T1R3C5 + T1R3C6",
            "T1R3C8 = T1R3C4 + T1R3C7",
            "T1R4C4 = T1R4C2 + T1R4C3",
            "T1R4C7 = T1R4C5 + T1R4C6",
            "T1R4C8 = T1R4C4 + T1R4C7",
        ],
    ),
    "columns that overlap stand behind those that are summed up": (
        """
        科室|合计（人）|男|女|党员
        甲科|5|3|2|4
        乙科|6|4|2|1""",
        ["T1R2C2 = T1R2C3 + T1R2C4", "T1R3C2 = T1R3C3 + T1R3C4"],
    ),
    "by rows and by columns": (
        """
        类别（件）|上半年|下半年|合计
        许可|1|2|3
        备案|3|4|7
        合计|4|6|10""",
        [
            "T1R2C4 = T1R2C2 + T1R2C3",
            "T1R3C4 = T1R3C2 + T1R3C3",
            "T1R4C2 = T1R2C2 + T1R3C2",
            "T1R4C3 = T1R2C3 + T1R3C3",
            "T1R4C4 = T1R2C4 + T1R3C4",
            "T1R4C4 = T1R4C2 + T1R4C3",
        ],
    ),
    "其中 is part of the line above, and of no sum": (
        """
        项目|件数
        行政处罚|9
        其中：罚款|6
        行政许可|10
        合计|19""",
        ["T1R2C2 > T1R3C2", "T1R5C2 = T1R2C2 + T1R4C2"],
    ),
    "lines that stand under one with a number of its own": (
        """
        类别|事项|件数
        行政许可||7
        |采伐|3
        |运输|4
        行政处罚||9
        合计||16""",
        ["T1R6C3 = T1R2C3 + T1R5C3"],
    ),
    "lines that are numbered below others": (
        """
        项目|件数
        一、行政许可|7
        1.采伐|3
        2.运输|5
        二、行政处罚|9
        合计|16""",
        ["T1R6C2 = T1R2C2 + T1R5C2"],
    ),
    "a line without a number among numbered ones": (
        """
        项目|件数
        1.行政许可|7
        2.行政处罚|9
        其他|1
        合计|17""",
        ["T1R5C2 = T1R2C2 + T1R3C2 + T1R4C2"],
    ),
    "rates among the columns": (
        """
        项目|总计|已办结|未办结|办结率
        信访（件）|20|18|1|90%""",
        ["T1R2C2 = T1R2C3 + T1R2C4"],
    ),
    "a stroke is nothing": (
        """
        类别|件数
        采伐许可|3
        运输许可|—
        占地许可|2
        合计|5""",
        ["T1R5C2 = T1R2C2 + T1R4C2"],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_sum_is_of_what_it_stands_by(form: str) -> None:
    table, expected = FORMS[form]
    assert sums(table) == expected


NOT_SUMMED = {
    "rates": "项目|办结率\n信访|95%\n投诉|98%\n合计|97%",
    "numbers in several units": "项目|单位|数量\n检查|次|38\n处罚|件|9\n合计||47",
    "years": "项目|2023年|2024年|合计\n检查（次）|30|38|68",
    "means and changes": "项目|合计|平均|同比（%）\n检查（次）|38|19|5",
    "one part": "项目|件数\n检查|9\n合计|9",
    "numbers that rounding explains": "类别|金额（万元）\n罚款|1.25\n没收|0.33\n合计|1.6",
    "approximate numbers": "类别|件数\n许可|约20件\n备案|30\n合计|50",
    "words in place of a number": "类别|件数\n许可|20\n备案|正在统计\n合计|50",
    "lines of which nobody knows what is below what": "项目|件数\n一、许可|7\n采伐|3\n二、处罚|9\n合计|18",
    "a list of 其中 of which nobody knows the end": "项目|件数\n处罚|9\n其中：罚款|6\n警告|3\n许可|10\n合计|20",
    "traits that one person may have": "科室|合计（人）|男|女|党员\n甲科|5|4|2|4",
}


@pytest.mark.parametrize("what", NOT_SUMMED)
def test_what_cannot_be_summed_up_is_no_sum(what: str) -> None:
    assert [found for found in sums(NOT_SUMMED[what]) if "=" in found] == []


def test_parts_that_bear_the_name_of_their_sum_lose_it() -> None:
    found = read_table("单位|行政检查（次）\n甲中队|20\n乙中队|18\n合计|38")[1].facts
    assert [(f.label, f.indicator) for f in found] == [
        ("甲中队行政检查", None),
        ("乙中队行政检查", None),
        ("行政检查合计", "N017"),
    ]
