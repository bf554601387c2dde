"""Tables of plain text: what is one, what is none, and that every offset stays that of the file."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import read

TITLE = "云溪县民政局2024年法治政府建设情况报告"
REST = ["一、主要举措和成效", "全年开展行政检查38次。"]


def document(*lines: str) -> Document:
    return read("\n".join([TITLE, *lines, *REST]).encode(), name="a.txt")


def cells(*lines: str) -> list[str]:
    """Return the cells of a text with their places: `R2C3 38`."""
    found = document(*lines)
    return [f"{b.cell} {b.span.of(found.text)}" for b in found.blocks if b.kind == "cell"]


EXPECTED = ["T1R1C1 项目", "T1R1C2 数量", "T1R2C1 行政检查", "T1R2C2 38", "T1R3C1 行政处罚", "T1R3C2 9件"]
FORMS = {
    "tabs": ["项目\t数量", "行政检查\t38", "行政处罚\t9件"],
    "several tabs": ["项目\t\t数量", "行政检查\t38", "行政处罚\t9件"],
    "blanks": ["项目        数量", "行政检查    38", "行政处罚    9件"],
    "blanks that do not stand below each other": ["项目  数量", "行政检查  38", "行政处罚  9件"],
    "wide blanks": ["项目　数量", "行政检查　38", "行政处罚　9件"],
    "drawn lines": ["┌──┬──┐", "│项目│数量│", "├──┼──┤", "│行政检查│ 38 │", "├──┼──┤", "│行政处罚│9件│", "└──┴──┘"],
    "bars": ["项目 | 数量", "行政检查 | 38", "行政处罚 | 9件"],
    "bars as in Markdown": ["| 项目 | 数量 |", "| --- | ---: |", "| 行政检查 | 38 |", "| 行政处罚 | 9件 |"],
    "plus signs": ["+----+----+", "|项目|数量|", "+----+----+", "|行政检查|38|", "|行政处罚|9件|", "+----+----+"],
    "wide bars": ["项目｜数量", "行政检查｜38", "行政处罚｜9件"],
    "an indent": ["    项目\t数量", "    行政检查\t38", "    行政处罚\t9件"],
}


@pytest.mark.parametrize("form", FORMS)
def test_columns_make_a_table(form: str) -> None:
    assert [cell for cell in cells(*FORMS[form]) if cell in EXPECTED] == EXPECTED


@pytest.mark.parametrize("form", FORMS)
def test_the_lines_around_a_table_stay(form: str) -> None:
    found = document("数据如下：", *FORMS[form], "以上为全年数据。")
    rest = [b.span.of(found.text) for b in found.blocks if b.kind == "paragraph"]
    assert rest == [TITLE, "数据如下：", "以上为全年数据。", *REST]


def test_a_column_may_lack_a_number() -> None:
    assert cells("项目\t单位\t数量", "行政检查\t次\t38", "行政处罚\t\t9")[-2:] == ["T1R3C1 行政处罚", "T1R3C3 9"]
    rows = ["项目        单位    数量", "行政检查    次      38", "行政处罚            9"]
    assert cells(*rows)[-2:] == ["T1R3C1 行政处罚", "T1R3C3 9"]
    assert cells("\t2023年\t2024年", "行政检查\t30\t38")[:2] == ["T1R1C2 2023年", "T1R1C3 2024年"]


def test_a_word_set_wide_is_one() -> None:
    assert cells("项目　数量", "行政检查　38", "合　计　38")[-2:] == ["T1R3C1 合　计", "T1R3C2 38"]


def test_two_tables_are_numbered() -> None:
    found = cells(*FORMS["tabs"], "", "另一张表：", *FORMS["bars"])
    assert [cell.split("R")[0] for cell in found] == ["T1"] * 6 + ["T2"] * 6


NONE = {
    "no numbers": ["职责\t责任人", "法制审核\t张某", "行政检查\t李某"],
    "no heads": ["行政检查\t38", "行政处罚\t9"],
    "one line": ["行政检查    38"],
    "two columns of blanks with one number": ["附件    名称", "一份    38"],
    "a signature": ["云溪县民政局        （盖章）", "2025年        1月        8日"],
    "people": ["联系人：王某    电话：1234567", "经办人：李某    电话：7654321"],
    "a table of contents": ["目录\t页码", "一、主要举措\t1", "二、存在的不足\t3"],
    "numbered lines": ["一、主要举措    38", "二、存在的不足    9"],
    "sentences": ["开展检查。    作出处罚。", "共38次。    共9件。"],
    "other columns in each line": ["项目\t数量", "行政检查\t38\t次\t全年"],
    "lines apart": ["项目\t数量", "", "行政检查\t38", "", "行政处罚\t9"],
    "rules only": ["────────", "========", "--------"],
    "years only": ["年度    阶段", "2023    一", "2024    二"],
}


@pytest.mark.parametrize("what", NONE)
def test_what_only_looks_like_columns_is_no_table(what: str) -> None:
    found = document(*NONE[what])
    assert [b for b in found.blocks if b.kind == "cell"] == []
    assert [b.span.of(found.text) for b in found.body][1:-2] == [line for line in NONE[what] if line]


PIECES = st.sampled_from([*"0129件次项目数量：。|│┃─+-:　 \t\n\n", "  ", "\t\t", "合计", "2024年", "行政检查"])


@given(st.lists(PIECES, min_size=1, max_size=80).map("".join))
def test_blocks_leave_out_nothing_but_blanks_and_rules(text: str) -> None:
    try:
        found = read(text.encode(), name="a.txt")
    except ReadError:
        return
    at, left = 0, ""
    for block in found.blocks:
        assert at <= block.span.start < block.span.end
        left += found.text[at : block.span.start]
        at = block.span.end
    left += found.text[at:]
    assert found.text == text.lstrip("\ufeff")
    assert left.strip(" \t\n\u3000|│┃─+-:") == "" or not any(b.kind == "cell" for b in found.blocks)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found.blocks))


@pytest.mark.parametrize(
    "line",
    [
        "甲  乙\n",
        "甲  3\n",
        "甲\t乙\n丙\t3\n",
        "甲　乙  丙\t丁│3\n",
        "甲│乙\n────\n",
        "│─│\n",
        "甲  乙  丙\n甲  3\n",
        "1\t",
    ],
)
def test_a_flood_of_columns_is_read_in_linear_time(line: str) -> None:
    def seconds(count: int) -> float:
        begun = process_time()
        read((TITLE + "\n" + line * count).encode(), name="a.txt")
        return process_time() - begun

    seconds(100)
    assert seconds(6_000) < 40 * seconds(600) + 0.5
