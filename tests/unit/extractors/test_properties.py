"""What holds for the facts of any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.model.fact import Facts
from tests.unit.extractors.ledger import REPORT, read

WORDS = "其中 共计 分别为 行政复议 代表建议 提案 办结率 满意率 2024年 未发生 已 未 主办 协办"
PIECES = st.sampled_from([*"0123456789一二三件次人个项%余近约万、，。；：（）“”《》\n", *WORDS.split()])


def check(document: Document, facts: Facts) -> None:
    at = 0
    for fact in facts.facts:
        for span in (fact.span, fact.number, fact.sentence):
            assert 0 <= span.start < span.end <= len(document.text)
        assert fact.number.start >= at
        at = fact.number.start
        assert fact.value >= 0
        assert (fact.indicator is None) == (fact.aspect is None)
        assert fact.span.covers(fact.number)
        assert "\n\n" not in fact.span.of(document.text)
    for breakdown in facts.breakdowns:
        assert breakdown.parts
        assert breakdown.total not in breakdown.parts
        assert len(set(breakdown.parts)) == len(breakdown.parts)
        shown = [facts.facts[i] for i in (breakdown.total, *breakdown.parts)]
        assert len({f.unit for f in shown}) == 1
        assert all(breakdown.span.covers(f.span) for f in shown)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_facts_of_any_text_are_sound(text: str) -> None:
    check(*read(text))


@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
def test_facts_of_a_text_that_is_no_report_are_sound(text: str) -> None:
    try:
        read_whole = read(text, whole=True)
    except ReadError:
        return
    check(*read_whole)


NUMBERS = ["38", "9件", "2.5", "100%", "—", "无", "-5%", "约30次", "38次（涉企9次）", "2023", "1", "2", "查处7件。"]
HEADS = [
    "2024年",
    "次",
    "万元",
    "数量（件）",
    "合计",
    "小计",
    "其中：罚款",
    "行政检查",
    "行政处罚（件）",
    "行政许可",
    "办结率",
]
CELLS = st.sampled_from(["", *NUMBERS, *HEADS, "行政许可", "占比", "同比", "序号", "备注", "单位", "项目"])


@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=9)
    )
)
def test_facts_of_any_table_are_sound(rows: list[list[str]]) -> None:
    table = "\n".join(f"|{'|'.join(row)}|" for row in (["项目"] * len(rows[0]), ["-"] * len(rows[0]), *rows))
    document, facts = read(REPORT.format(f"\n{table}\n"), whole=True, format="md")
    check(document, facts)
    places = [(f.cell, f.number) for f in facts.facts if f.origin == "table"]
    assert len(set(places)) == len(places)


def test_the_same_text_has_the_same_facts() -> None:
    text = "承办建议12件，其中主办10件，协办2件，办结率、满意率100%，未发生行政复议案件。"
    assert read(text)[1] == read(text)[1]


@pytest.mark.parametrize(
    "flood",
    [
        "1",
        "1件",
        "1件，",
        "共1件，其中1件，",
        "（1件",
        "率、",
        "办结率、满意率100%",
        "未发生行政复议",
        "已办1件，未办1件，",
        "行政复议、",
        "1件。其中",
    ],
)
def test_a_flood_is_read_in_linear_time(flood: str) -> None:
    def seconds(size: int) -> float:
        text = (flood * size)[:size]
        begun = time.perf_counter()
        read(text)
        return time.perf_counter() - begun

    seconds(500)
    assert seconds(16_000) < 40 * seconds(2_000) + 0.5


@pytest.mark.parametrize(
    "row",
    [
        "|行政检查|3|4|",
        "|合计|3|4|",
        "|其中：罚款|3|4|",
        "|办结率|3%|4%|",
        "|甲|乙|丙|",
        "|甲|||",
        "|查处7件。|约3件|3（次）|",
        "|甲|||\n|乙|3|4|",
    ],
)
def test_a_long_table_is_read_in_linear_time(row: str) -> None:
    def seconds(count: int) -> float:
        text = REPORT.format("\n|项目|2023年|2024年|\n|-|-|-|\n" + f"{row}\n" * count)
        begun = time.perf_counter()
        read(text, whole=True, format="md")
        return time.perf_counter() - begun

    seconds(100)
    assert seconds(2_000) < 40 * seconds(200) + 0.5
