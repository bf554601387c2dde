"""Totals and their parts, and whether the text claims that these are all."""

from __future__ import annotations

import pytest

from tests.unit.extractors.ledger import read

Told = tuple[str, list[str], bool]


def told(text: str) -> list[Told]:
    document, facts = read(text)
    quote = [f.number.of(document.text) for f in facts.facts]
    return [(quote[b.total], [quote[p] for p in b.parts], b.is_complete) for b in facts.breakdowns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("承办建议共计12件，其中主办件10件，协办件2件，满意度100%。", ("12件", ["10件", "2件"], True)),
        ("公开信息48条。其中：政策类信息3条，其他类信息45条。", ("48条", ["3条", "45条"], True)),
        ("受理案件33件，已出结果29件，未出结果4件，败诉5件。", ("33件", ["29件", "4件"], True)),
        ("发现问题120个，已整改110个，正在整改10个。", ("120个", ["110个", "10个"], True)),
        ("录入检查23件（甲镇13件、乙乡10件）。", ("23件", ["13件", "10件"], True)),
        ("发放宣传册200份、折页300份，共计500份。", ("500份", ["200份", "300份"], True)),
        ("受理来件12件，其中镇、村分别为8件、4件。", ("12件", ["8件", "4件"], True)),
        ("述法473人，其中现场述法21人，书面述法452人。", ("473人", ["21人", "452人"], True)),
        ("清理文件20件，其中保留15件、修改3件、废止2件。", ("20件", ["15件", "3件", "2件"], True)),
        ("审查文件7件，其中修改后出台1件，其余6件直接通过。", ("7件", ["1件", "6件"], True)),
        ("办理建议提案35件，其中人大代表建议12件、政协提案23件。", ("35件", ["12件", "23件"], True)),
        ("作出处罚130件，其中警告40件，罚款65件。", ("130件", ["40件", "65件"], False)),
        ("受理来件29件，其中信访局转来5件，平台转来24件。", ("29件", ["5件", "24件"], False)),
        ("开展检查50次，其中夜间检查20次。", ("50次", ["20次"], False)),
        ("录入检查23件（含甲镇13件、乙乡5件）。", None),
        ("收到应诉案件6件，撤诉1件，特别程序1件。", None),
        ("化解率98%，其中调解占60%。", None),
        ("新收8件，上年结转3件，已审结9件，未审结2件。", None),
        ("新收申请4件，上年结转0件，其中予以公开3件。", None),
        ("召开会议3次，发放资料300份，共计20万元。", None),
        ("排查隐患12处，整改10处。", None),
    ],
)
def test_a_breakdown_knows_its_total_its_parts_and_its_claim(text: str, expected: Told | None) -> None:
    assert told(text) == ([] if expected is None else [expected])


def test_two_totals_of_a_sentence_keep_their_own_parts() -> None:
    text = "办理代表建议12件，其中主办10件，协办2件；办理提案23件，其中主办13件，协办10件。"
    assert told(text) == [("12件", ["10件", "2件"], True), ("23件", ["13件", "10件"], True)]


def test_where_the_total_could_be_another_number_nothing_is_claimed() -> None:
    text = "办理代表建议12件、提案23件，其中主办件20件，协办件15件。"
    assert told(text) == [("23件", ["20件", "15件"], False)]


def test_the_span_covers_total_and_parts() -> None:
    document, facts = read("全年公开信息48条。其中：政策类信息3条，其他类信息45条，均按时更新。")
    assert facts.breakdowns[0].span.of(document.text) == "公开信息48条。其中：政策类信息3条，其他类信息45条"
