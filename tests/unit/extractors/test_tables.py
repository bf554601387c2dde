"""Numbers of tables."""

from __future__ import annotations

from tests.unit.extractors.ledger import line, read

TABLE = """# 云溪县民政局2024年法治政府建设情况报告

## 一、主要举措和成效

情况见下表。

| 序号 | 事项 | 2023年（件） | 2024年（件） | 备注 |
|---|---|---|---|---|
| 1 | 行政处罚 | 8 | 12 | 罚款6件 |
| 2 | 行政复议 | 0 | 1 | |
| 3 | 负责人出庭应诉率 | | 100% | |
| 4 | 罚没金额（万元） | | 1.5 | |
"""


def test_a_cell_is_read_with_the_heads_of_its_row_and_column() -> None:
    document, facts = read(TABLE, whole=True, format="md")
    cells = [(f.cell, line(f), f.period, f.indicator, f.aspect) for f in facts.facts if f.origin == "table"]
    assert cells == [
        ("T1R2C3", "行政处罚2023年 8 件", "2023", "N019", "total"),
        ("T1R2C4", "行政处罚2024年 12 件", "2024", "N019", "total"),
        ("T1R3C3", "行政复议2023年 0 件", "2023", "N025", "total"),
        ("T1R3C4", "行政复议2024年 1 件", "2024", "N025", "total"),
        ("T1R4C4", "负责人出庭应诉率2024年 100 %", "2024", "N029", "rate"),
        ("T1R5C4", "罚没金额2024年 15000 元", "2024", "N020", "amount"),
    ]
    assert [f.span.of(document.text).strip() for f in facts.facts if f.cell == "T1R2C4"] == ["12"]


def test_words_in_a_cell_are_read_as_prose() -> None:
    assert [line(f) for f in read(TABLE, whole=True, format="md")[1].facts if f.origin == "prose"] == ["罚款 6 件"]
