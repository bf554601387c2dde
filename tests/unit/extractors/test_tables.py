"""Numbers of tables: between which heads they stand, in which unit, of which year."""

from __future__ import annotations

import pytest

from lawcheck.model.fact import Fact
from tests.unit.extractors.ledger import read
from tests.unit.extractors.tabled import REPORT, read_table


def facts(table: str, above: str = "") -> list[Fact]:
    return list(read_table(table, above)[1].facts)


def shown(table: str, above: str = "") -> list[str]:
    """Return the numbers of a table: `cell label value unit period indicator.aspect`, without what there is not."""
    found = [f for f in facts(table, above) if f.origin != "prose"]
    return [" ".join(filter(None, (f.cell, f.label, f"{f.value:f}", f.unit, f.period, _name(f)))) for f in found]


def _name(fact: Fact) -> str:
    return f"{fact.indicator}.{fact.aspect}" if fact.indicator else ""


FORMS = {
    "a column of units and columns of years": (
        """
        项目|单位|2023年|2024年
        行政检查|次|30|38
        罚没金额|万元|1.2|2.5
        负责人出庭应诉率|%|100|96.5""",
        [
            "T1R2C3 行政检查 30 次 2023 N017.total",
            "T1R2C4 行政检查 38 次 2024 N017.total",
            "T1R3C3 罚没金额 12000 元 2023 N020.amount",
            "T1R3C4 罚没金额 25000 元 2024 N020.amount",
            "T1R4C3 负责人出庭应诉率 100 % 2023 N029.rate",
            "T1R4C4 负责人出庭应诉率 96.5 % 2024 N029.rate",
        ],
    ),
    "units in the heads, numbers of rows, a remark": (
        """
        序号|事项|2023年（件）|2024年（件）|备注
        1|行政处罚|8|12|罚款6件
        2|行政复议|0|1|
        3|罚没金额（万元）||1.5|""",
        [
            "T1R2C3 行政处罚 8 件 2023 N019.total",
            "T1R2C4 行政处罚 12 件 2024 N019.total",
            "T1R3C3 行政复议 0 件 2023 N025.total",
            "T1R3C4 行政复议 1 件 2024 N025.total",
            "T1R4C4 罚没金额 15000 元 2024 N020.amount",
        ],
    ),
    "this year and last year, and the change": (
        """
        指标|上年|本年|较上年增减（%）
        行政处罚（件）|7|9|28.6
        行政检查（次）|40|38|-5%""",
        [
            "T1R2C2 行政处罚 7 件 2023 N019.total",
            "T1R2C3 行政处罚 9 件 N019.total",
            "T1R2C4 行政处罚较上年增减 28.6 %",
            "T1R3C2 行政检查 40 次 2023 N017.total",
            "T1R3C3 行政检查 38 次 N017.total",
        ],
    ),
    "heads in two rows, the upper ones over several columns": (
        """
        事项|2023年||2024年|
        |受理|办结|受理|办结
        行政复议（件）|3|2|5|4""",
        [
            "T1R3C2 行政复议受理 3 件 2023 N025.received",
            "T1R3C3 行政复议办结 2 件 2023 N025.closed",
            "T1R3C4 行政复议受理 5 件 2024 N025.received",
            "T1R3C5 行政复议办结 4 件 2024 N025.closed",
        ],
    ),
    "heads of rows in two columns, the outer ones over several rows": (
        """
        类别|事项|数量（件）
        行政许可|申请|12
        |受理|11
        |准予|10
        行政执法|行政处罚|9""",
        [
            "T1R2C3 行政许可申请 12 件 N022.applied",
            "T1R3C3 行政许可受理 11 件 N022.accepted",
            "T1R4C3 行政许可准予 10 件 N022.granted",
            "T1R5C3 行政处罚 9 件 N019.total",
        ],
    ),
    "rows of one cell head those below": (
        """
        指标|2024年
        一、行政复议|
        受理（件）|5
        二、行政诉讼|
        败诉（件）|1""",
        ["T1R3C2 行政复议受理 5 件 2024 N025.received", "T1R5C2 败诉 1 件 2024 N028.lost"],
    ),
    "what is counted across, the years down": (
        """
        年份|行政检查（次）|罚没金额（万元）
        2023|30|1.2
        2024年|38|2.5""",
        [
            "T1R2C2 行政检查 30 次 2023 N017.total",
            "T1R2C3 罚没金额 12000 元 2023 N020.amount",
            "T1R3C2 行政检查 38 次 2024 N017.total",
            "T1R3C3 罚没金额 25000 元 2024 N020.amount",
        ],
    ),
    "years without 年 as heads, and a row that numbers the columns": (
        """
        指标|2023|2024
        甲|1|2
        行政检查（次）|30|38""",
        ["T1R3C2 行政检查 30 次 2023 N017.total", "T1R3C3 行政检查 38 次 2024 N017.total"],
    ),
    "names and numbers in turn, without heads": (
        """
        行政检查|38次|行政处罚|9件
        行政许可|121件|行政复议|0件""",
        [
            "T1R1C2 行政检查 38 次 N017.total",
            "T1R1C4 行政处罚 9 件 N019.total",
            "T1R2C2 行政许可 121 件 N022.total",
            "T1R2C4 行政复议 0 件 N025.total",
        ],
    ),
    "two tables side by side": (
        """
        项目|数量（件）|项目|数量（件）
        行政处罚|9|行政许可|121""",
        ["T1R2C2 行政处罚 9 件 N019.total", "T1R2C4 行政许可 121 件 N022.total"],
    ),
    "two tables one below the other": (
        """
        项目|数量（件）
        行政处罚|9
        项目|金额（万元）
        罚没金额|2.5""",
        ["T1R2C2 行政处罚 9 件 N019.total", "T1R4C2 罚没金额 25000 元 N020.amount"],
    ),
    "a title within the table gives unit and year": (
        """
        2023年行政执法情况（单位：件）|
        项目|数量
        行政处罚|9""",
        ["T1R3C2 行政处罚 9 件 2023 N019.total"],
    ),
    "what was planned is no result": (
        """
        项目|计划数|目标值|完成数|完成率
        行政检查（次）|40|50|38|95%""",
        [
            "T1R2C2 行政检查计划数 40 次 N017.planned",
            "T1R2C3 行政检查目标值 50 次",
            "T1R2C4 行政检查 38 次 N017.total",
            "T1R2C5 行政检查完成率 95 %",
        ],
    ),
    "parts of the year and spans of years": (
        """
        项目|2024年上半年|2020—2024年|年均
        行政检查（次）|20|180|36""",
        [
            "T1R2C2 行政检查2024年上半年 20 次 2024",
            "T1R2C3 行政检查2020—2024年 180 次 2024",
            "T1R2C4 行政检查年均 36",
        ],
    ),
    "blank cells and strokes say nothing, 无 says none": (
        """
        项目|数量
        行政检查（次）|38
        行政处罚（件）|无
        行政许可（件）|—
        行政强制（件）|/
        行政复议（件）|
        出庭应诉率|无""",
        ["T1R2C2 行政检查 38 次 N017.total", "T1R3C2 行政处罚 0 件 N019.total"],
    ),
    "a rate under a unit of counts": (
        """
        项目|数量（件）
        行政诉讼|4
        负责人出庭应诉率|100%
        案件办结率|95""",
        ["T1R2C2 行政诉讼 4 件 N027.total", "T1R3C2 负责人出庭应诉率 100 % N029.rate", "T1R4C2 案件办结率 95"],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_number_is_read_between_its_heads(form: str) -> None:
    table, expected = FORMS[form]
    assert shown(table) == expected


def test_the_place_of_a_number_is_its_cell() -> None:
    document, found = read_table("项目|数量\n行政检查（次）| 38")
    assert [(f.cell, f.span.of(document.text), f.number == f.span == f.sentence) for f in found.facts if f.cell] == [
        ("T1R2C2", "38", True)
    ]


@pytest.mark.parametrize(
    ("cell", "expected", "rest"),
    [
        ("38次（其中涉企12次）", ("38", "exact"), ["涉企 12 次"]),
        ("38（含涉企12次）", ("38", "exact"), ["涉企 12 次"]),
        ("共38次", ("38", "exact"), []),
        ("近40次", ("40", "almost"), []),
        ("40余次", ("40", "more"), []),
        ("三次", ("3", "exact"), []),
        ("1,038", ("1038", "exact"), []),
        ("38（次）", ("38", "exact"), []),
        ("1.2万", ("12000", "exact"), []),
    ],
)
def test_a_cell_may_say_more_than_a_number(cell: str, expected: tuple[str, str], rest: list[str]) -> None:
    found = facts(f"项目|数量\n行政检查（次）|{cell}")
    assert [(f"{f.value:f}", f.qualifier) for f in found if f.origin == "table"] == [expected]
    assert [f"{f.label} {f.value} {f.unit}" for f in found if f.origin == "prose"] == rest


@pytest.mark.parametrize("cell", ["+26.7%", "-5", "↑3.2%", "3/5", "38次、5家", "2024年3月", "12345678901234567"])
def test_a_cell_that_holds_no_plain_number_gives_none(cell: str) -> None:
    assert [f.value for f in facts(f"项目|数量\n行政检查（次）|38\n行政处罚（件）|{cell}") if f.origin == "table"] == [
        38
    ]


def test_sentences_in_cells_are_prose_of_the_year_in_their_heads() -> None:
    table = "工作|2023年|2024年\n执法|开展行政检查30次，处罚款7件。|开展行政检查38次。"
    assert [(f.cell, f.origin, f.label, f.value, f.period) for f in facts(table)] == [
        ("T1R2C2", "prose", "开展行政检查", 30, "2023"),
        ("T1R2C2", "prose", "处罚款", 7, "2023"),
        ("T1R2C3", "prose", "开展行政检查", 38, "2024"),
    ]


def test_numbers_in_heads_are_not_counted() -> None:
    assert shown("项目|数量\n罚款5000元以上的案件|3")[0].startswith("T1R2C2")
    assert [f.origin for f in facts("项目|数量\n罚款5000元以上的案件|3")] == ["table"]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("（单位：件）", "T1R2C2 行政处罚 9 件 N019.total"),
        ("单位：件、万元", "T1R2C2 行政处罚 9 N019.total"),
        ("填报单位：云溪县民政局", "T1R2C2 行政处罚 9 N019.total"),
        ("云溪县民政局2023年行政执法情况表", "T1R2C2 行政处罚 9 2023 N019.total"),
        ("2023年全年的数据见下表：", "T1R2C2 行政处罚 9 2023 N019.total"),
        ("我局的执法持续规范。2023年的数据如下：", "T1R2C2 行政处罚 9 2023 N019.total"),
        ("2023年以来执法持续规范，群众满意。", "T1R2C2 行政处罚 9 N019.total"),
        ("青岚镇行政执法情况表", "T1R2C2 行政处罚 9"),
        ("全县行政执法情况表", "T1R2C2 行政处罚 9"),
        ("各单位办理情况如下：", "T1R2C2 行政处罚 9"),
        ("2024年上半年行政执法情况表", "T1R2C2 行政处罚 9 2024"),
    ],
)
def test_lines_above_a_table_tell_of_its_unit_its_year_and_its_body(above: str, expected: str) -> None:
    assert shown("项目|数量\n行政处罚|9", above) == [expected]


@pytest.mark.parametrize(
    ("table", "kept"),
    [
        ("单位|行政检查（次）\n甲中队|20\n乙中队|18\n合计|38", ["T1R4C2"]),
        ("项目|数量（次）\n行政检查|38\n涉企行政检查|20", ["T1R2C2"]),
        ("单位|行政检查（次）\n甲中队|20\n乙中队|18", []),
        ("项目|2023年|2024年|合计\n行政检查（次）|30|38|68", ["T1R2C2", "T1R2C3"]),
    ],
)
def test_of_numbers_that_share_a_name_the_whole_keeps_it(table: str, kept: list[str]) -> None:
    assert [f.cell for f in facts(table) if f.indicator] == kept


def test_a_table_of_one_column_or_without_numbers_gives_nothing() -> None:
    assert shown("行政检查\n38") == []
    assert shown("职责|责任人\n法制审核|张某") == []


def test_a_table_in_the_plan_is_of_the_next_year() -> None:
    text = REPORT.format("情况良好。") + "\n## 三、2025年主要安排\n\n|项目|目标|\n|-|-|\n|行政检查（次）|50|\n"
    assert [(f.value, f.period, f.indicator) for f in read(text, whole=True, format="md")[1].facts] == [
        (50, "2025", None)
    ]
