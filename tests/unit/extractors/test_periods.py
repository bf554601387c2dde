"""The year that a number belongs to."""

from __future__ import annotations

import pytest

from tests.unit.extractors.ledger import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，召开会议3次，培训4期。", ["2024", "2024"]),
        ("今年以来，召开会议3次。", ["2024"]),
        ("召开会议3次。", [None]),
        ("2023年办理8件，2024年办理10件。", ["2023", "2024"]),
        ("自2019年以来，累计办理300件。", ["2019"]),
        ("截至2024年12月底，共有执法人员8人。", ["2024"]),
        ("去年办理8件，今年办理10件。", ["2023", "2024"]),
        ("较2023年增加3件。", [None]),
        ("上年结转3件。", [None]),
        ("落实《2023年工作要点》，开展检查5次。", [None]),
        ("2024年成效明显。培训4期。", [None]),
    ],
)
def test_the_period_is_the_year_that_the_sentence_names(text: str, expected: list[str | None]) -> None:
    assert [f.period for f in read(text)[1].facts] == expected


def test_a_number_of_the_plan_is_of_the_next_year() -> None:
    text = """云溪县民政局2024年法治政府建设情况报告
一、2024年主要举措和成效
培训4期。
二、2025年工作安排
培训6期。
"""
    assert [(f.value, f.period) for f in read(text, whole=True)[1].facts] == [(4, None), (6, "2025")]
