from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.model.document import Block, Document
from lawcheck.outliner.closing import find_closing
from tests.unit.outliner.words import VOCABULARY, document, squeeze

BODY = "一、加强领导\n开会十次，截至2024年12月31日完成任务。\n二、下一步\n继续努力，迈上新台阶。"
ISSUER = "云溪县民政局"


def closing(text: str, issuer: str | None = ISSUER) -> tuple[str | None, str | None, str]:
    """Return signature, date, and the text of the closing."""
    found = find_closing(document(text), 0, VOCABULARY, issuer)
    signature, dated = found.signature, found.dated
    return signature and signature.value, dated and dated.value, text[found.start :].strip()


@pytest.mark.parametrize(
    ("end", "signature", "dated"),
    [
        ("\n云溪县民政局\n2025年1月8日\n", ISSUER, "2025-01-08"),
        ("\n            2025年1月8日\n            云溪县民政局\n", ISSUER, "2025-01-08"),
        ("\n　　　　云溪县民政局　　2025年1月8日", ISSUER, "2025-01-08"),
        ("\n云 溪 县 民 政 局\n二〇二五年一月八日", ISSUER, "2025-01-08"),
        ("\n云溪县民政局\n2025 年 1 月 8 日", ISSUER, "2025-01-08"),
        ("\n云溪县民政局\n2025年1月", ISSUER, "2025年1月"),
        ("\n云溪县民政局\n（2025年1月8日）", ISSUER, "2025-01-08"),
        ("\n云溪县民政局   2025.1.8", ISSUER, "2025-01-08"),
        ("\n云溪县民政局（盖章）\n2025-01-08", ISSUER, "2025-01-08"),
        ("\n报告单位：云溪县民政局\n报告日期：2025年1月8日", ISSUER, "2025-01-08"),
        ("\n单位（公章）：云溪县民政局", ISSUER, None),
        ("\n青岚市水务局\n2025年1月8日", "青岚市水务局", "2025-01-08"),
        ("\n云溪县民政局", ISSUER, None),
        ("\n县民政局", "县民政局", None),
        ("\n2025年1月8日", None, "2025-01-08"),
        ("\n云溪县民政局\n2025年2月30日", ISSUER, "2025年2月30日"),
        ("\n云溪县民政局\n2025 年 13 月 8 日", ISSUER, "2025年13月8日"),
        ("\n云溪县民政局\n2025-02-30", ISSUER, "2025-02-30"),
        ("\n云溪县民政局\n2025年  月  日", ISSUER, None),
        ("\n云溪县民政局\n20XX年X月X日", ISSUER, None),
        ("\n中共云溪县委员会\n云溪县人民政府\n2025年1月8日", "中共云溪县委员会云溪县人民政府", "2025-01-08"),
        ("\n中共云溪县委员会　云溪县人民政府\n2025年1月8日", "中共云溪县委员会云溪县人民政府", "2025-01-08"),
        (" 云溪县民政局 2025年1月8日", ISSUER, "2025-01-08"),
        ("云溪县民政局2025年1月8日", ISSUER, "2025-01-08"),
        (" 2025年1月8日 云溪县民政局", ISSUER, "2025-01-08"),
        (" 云溪县民政局", ISSUER, None),
        (" 云溪县民政局 2025年1月8日 （联系人：李某；电话：123）", ISSUER, "2025-01-08"),
        ("云溪县民政局2025年1月8日（此件公开发布）", ISSUER, "2025-01-08"),
        ("\n云溪县民政局\n2025年1月8日\n（此件公开发布）", ISSUER, "2025-01-08"),
        ("\n附件：1.统计表\n\n云溪县民政局\n2025年1月8日", ISSUER, "2025-01-08"),
        ("\n云溪县民政局\n2025年1月8日\n附件：统计表\n联系人：李某，联系电话：123", ISSUER, "2025-01-08"),
        (
            "\n云溪县民政局\n2025年1月8日\n抄送：县委依法治县办\n云溪县民政局办公室  2025年1月9日印发",
            ISSUER,
            "2025-01-08",
        ),
        ("\n云溪县民政局\n2025年1月8日\n附件下载\n统计表.xlsx\n【打印】【关闭】", ISSUER, "2025-01-08"),
        ("\n云溪县民政局\n2025年1月8日\n- 6 -", ISSUER, "2025-01-08"),
    ],
)
def test_closing_in_all_its_layouts(end: str, signature: str | None, dated: str | None) -> None:
    assert closing(BODY + end) == (signature, dated, end.strip())


@pytest.mark.parametrize(
    "end",
    [
        "",
        "\n（三）打造法治建设新格局",
        "\n打造法治政府建设新格局",
        "\n三、县民政局",
        "\n截至2024年12月31日",
        "\n以上工作由县民政局牵头，县水务局",
        "\n感谢县民政局。",
        "\n任务于2025年1月8日前完成",
        "\n本方案的实施情况报县民政局",
        "继续把好事办好 2025年1月8日",
    ],
)
def test_heading_or_sentence_is_no_signature(end: str) -> None:
    assert closing(BODY + end) == (None, None, "")


def test_issuer_and_date_may_follow_a_sentence_without_any_mark() -> None:
    assert closing(BODY[:-1] + "云溪县民政局2025年1月8日") == (ISSUER, "2025-01-08", "云溪县民政局2025年1月8日")


def test_formula_of_reporting_stays_with_the_text() -> None:
    assert closing(BODY + "\n特此报告。\n云溪县民政局\n") == (ISSUER, None, "云溪县民政局")


@pytest.mark.parametrize(
    "end", ["\n发布时间：2025-01-20", "\n2025-01-20 10:30", "\n来源：云溪县民政局", "\n抄送：县委依法治县办"]
)
def test_what_a_page_prints_is_neither_signature_nor_date(end: str) -> None:
    assert closing(BODY + end) == (None, None, end.strip())


def test_signature_before_attachments_is_found() -> None:
    end = "云溪县民政局\n2025年1月8日\n附件1\n2024年统计表\n开会十次。\n附件2\n又一张表，数字若干。"
    assert closing(f"{BODY}\n{end}") == (ISSUER, "2025-01-08", end)


def test_signature_before_a_table_is_found() -> None:
    text = f"{BODY}\n云溪县民政局\n2025年1月8日\n指标\n十件。"
    made = document(text)
    blocks = (*made.blocks[:-2], *(Block(b.span, "cell", cell=f"T1R1C{i}") for i, b in enumerate(made.blocks[-2:], 1)))
    found = find_closing(Document("a.docx", "docx", "", text, blocks), 0, VOCABULARY, ISSUER)
    assert found.dated is not None
    assert (found.dated.value, found.start) == ("2025-01-08", text.index("云溪县民政局"))


def test_short_form_of_an_unknown_issuer_is_not_guessed() -> None:
    assert closing(BODY + "\n青石镇", issuer=None) == (None, None, "")


def test_name_in_the_title_is_no_signature() -> None:
    text = "云溪县民政局\n2025年1月8日\n"
    found = find_closing(document(text), len(text), VOCABULARY, ISSUER)
    assert (found.signature, found.dated, found.start) == (None, None, len(text))


PIECES = st.lists(
    st.sampled_from(
        [
            "开会十次。",
            ISSUER,
            "2025年1月8日",
            "县民政局",
            "（此件公开发布）",
            "附件1",
            "附件：表",
            "一、加强领导",
            "2025年2月30日",
            "印发",
            "截至",
            "",
            "　",
            "\u200b",
            "联系人：李某",
            "中共云溪县委员会",
            "3",
        ]
    ),
    max_size=10,
)


@given(PIECES, st.sampled_from(["\n", " ", ""]))
def test_closing_is_made_of_the_text_that_its_spans_name(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    found = find_closing(document(text), 0, VOCABULARY, ISSUER)
    assert 0 <= found.start <= len(text)
    for part in (found.signature, found.dated):
        if part:
            assert part.span is not None
            assert found.start <= part.span.start < part.span.end <= len(text)
    if found.signature and found.signature.span:
        assert found.signature.value == squeeze(found.signature.span.of(text)).replace("\u200b", "")
