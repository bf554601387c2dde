from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.model.document import Block, Document
from lawcheck.outliner.head import find_head
from lawcheck.text.span import Span
from tests.unit.outliner.words import VOCABULARY, document, squeeze

OPENING = "2024年，我局认真学习，现将有关工作报告如下。"
TITLE = "云溪县民政局关于2024年法治政府建设情况的报告"


def head(text: str) -> tuple[str | None, str | None, str]:
    """Return the title, the addressee, and the first five characters of the text."""
    found = find_head(document(text), VOCABULARY)
    title = found.title.value if found.title else None
    return title, found.addressee.value if found.addressee else None, text[found.start : found.start + 5]


@pytest.mark.parametrize(
    ("before", "title", "addressee"),
    [
        (TITLE + "\n", TITLE, None),
        ("云溪县民政局\n关于2024年法治政府建设情况的报告\n\n", TITLE, None),
        ("  云溪县民政局关于2024年法治政\n府建设情况的报\n告\n", TITLE, None),
        ("云溪县民政局关于2024年\n\n法治政府建设情况\n的报告\n", TITLE, None),
        ("云 溪 县 民 政 局\n关 于 2024 年 法 治 政 府 建 设 情 况 的 报 告\n", TITLE, None),
        ("云溪县民政局文件\n云民发〔2025〕3号\n" + TITLE + "\n", TITLE, None),
        ("机密★1年\n特急\n云民发〔2025〕3号      签发人：李某\n" + TITLE + "\n", TITLE, None),
        ("附件1\n" + TITLE + "\n", TITLE, None),
        ("000012\n附件：\n目录\n" + TITLE + "\n（送审稿）\n", TITLE, None),
        (TITLE + "\n（2025年1月10日）\n", TITLE, None),
        (TITLE + "\n2025-01-10 09:30\n来源：云溪县民政局\n", TITLE, None),
        (TITLE + "\n云溪县民政局\n2025年1月10日\n", TITLE, None),
        (TITLE + "\n县委、县政府：\n", TITLE, "县委、县政府"),
        (TITLE + "\n云民发〔2025〕3号\n\n县人民政府、县人大常委会：\n", TITLE, "县人民政府、县人大常委会"),
        (TITLE + "\n青岚市民政局，云溪县委依法治县办：\n", TITLE, "青岚市民政局，云溪县委依法治县办"),
        ("县委、县政府：\n" + TITLE + "\n", TITLE, "县委、县政府"),
        (
            "云民发〔2025〕3号\n县委、县政府：\n\n云溪县民政局\n关于2024年法治政府建设情况的报告\n",
            TITLE,
            "县委、县政府",
        ),
        ("县人民政府:\n特急\n" + TITLE + "\n2025年1月10日\n", TITLE, "县人民政府"),
        ("法治政府建设年度报告\n（2024年度）\n", "法治政府建设年度报告（2024年度）", None),
        ("法治政府建设年度报告\n（2024年1月—12月）\n", "法治政府建设年度报告（2024年1月—12月）", None),
        ("2024年度\n法治政府建设情况报告\n", "2024年度法治政府建设情况报告", None),
        ("云溪县2024年法治政府建设情况\n暨2025年工作计划\n", "云溪县2024年法治政府建设情况暨2025年工作计划", None),
        (
            "坚持党建引领 提升依法行政水平\n——云溪县2024年法治政府建设总结\n",
            "坚持党建引领提升依法行政水平——云溪县2024年法治政府建设总结",
            None,
        ),
        (
            "云溪县2024年《纲要（2021—2025年）》落实暨法治政府建设情况报告\n",
            "云溪县2024年《纲要（2021—2025年）》落实暨法治政府建设情况报告",
            None,
        ),
        ("云溪县2024年度法治政府建设\n", "云溪县2024年度法治政府建设", None),
        ("云溪县民政局\n2024年度法治政府建设\n", "云溪县民政局2024年度法治政府建设", None),
        ("云溪县2024年度报告\n", "云溪县2024年度报告", None),
    ],
)
def test_title_on_lines_of_its_own(before: str, title: str, addressee: str | None) -> None:
    assert head(before + OPENING) == (title, addressee, "2024年")


@pytest.mark.parametrize(
    ("before", "title", "addressee"),
    [
        (TITLE, TITLE, None),
        (TITLE + " ", TITLE, None),
        (TITLE + "县委、县政府：", TITLE, "县委、县政府"),
        ("云溪县民政局 关于2024年法治政府建设 情况的报告 县委、县政府： ", TITLE, "县委、县政府"),
        ("云民发〔2025〕3号 " + TITLE + " ", TITLE, None),
        ("附件1 云溪县2024年法治政府建设情况 ", "云溪县2024年法治政府建设情况", None),
        ("云溪县2024年法治政府建设情况", "云溪县2024年法治政府建设情况", None),
    ],
)
def test_title_that_runs_into_a_flattened_paragraph(before: str, title: str, addressee: str | None) -> None:
    assert head(before + OPENING + "一、加强领导。开会十次。" * 10) == (title, addressee, "2024年")


@pytest.mark.parametrize(
    "after", ["为深入推进", "根据上级要求", "我局坚持", "一、加强领导", "现将情况", "在县委领导下"]
)
def test_running_text_is_known_by_how_it_begins(after: str) -> None:
    text = TITLE + after + "，认真履职，开会十次。" + "一是抓好落实。" * 20
    assert head(text) == (TITLE, None, after[:5] if len(after) > 4 else (after + "，认真")[:5])


@pytest.mark.parametrize(
    "text",
    [
        OPENING,
        "现将2024年法治政府建设情况汇报如下：\n一、加强领导\n开会十次。",
        "一、2024年法治政府建设工作情况\n开会十次。",
        "（一）依法行政情况\n开会十次。",
        "主要举措和成效\n2024年，开会十次。",
        "2024年主要举措和成效\n2024年，开会十次。",
        "2024年以来我县法治政府建设情况良好，群众满意。",
        "根据2024年工作总结和法治政府建设工作报告，县委作出安排。",
        "今年以来推进法治政府建设情况\n开会十次。",
        "加强组织领导\n2024年，开会十次。",
    ],
)
def test_sentence_or_heading_is_not_taken_for_a_title(text: str) -> None:
    title, addressee, start = head(text)
    assert (title, addressee, start) == (None, None, text[:5])


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("区委、区政府：", "区委、区政府"),
        ("市委依法治市办:", "市委依法治市办"),
        ("各位代表：", None),
        ("主要做法如下：", None),
        ("一、主要做法：", None),
    ],
)
def test_addressee_is_a_line_of_organs(line: str, addressee: str | None) -> None:
    assert head(f"{TITLE}\n{line}\n{OPENING}")[1] == addressee


@pytest.mark.parametrize("text", ["县委、县政府：\n" + OPENING, "县委、县政府：" + TITLE + OPENING])
def test_addressee_above_no_title_is_the_addressee_where_it_stands(text: str) -> None:
    title, addressee, start = head(text)
    assert (title, addressee, start) == (None, "县委、县政府", text[7:].strip()[:5])


def test_title_that_only_the_page_knows_is_found_where_the_page_prints_it() -> None:
    page = f"标题: {TITLE}\n发布时间: 2025-01-20\n"
    found = find_head(document(OPENING, title=TITLE, page=page), VOCABULARY)
    assert found.title is not None
    assert (found.title.origin, found.title.value, found.title.span) == ("metadata", TITLE, Span(4, 4 + len(TITLE)))
    assert (found.genre, found.start) == ("report", len(page))


@pytest.mark.parametrize(
    ("named", "title"),
    [
        (TITLE, TITLE),
        (TITLE + "_云溪县人民政府", TITLE),
        (TITLE + " - 云溪县人民政府门户网站", TITLE),
        ("新建 Microsoft Word 文档", None),
        ("report final", None),
    ],
)
def test_title_of_the_page_without_place(named: str, title: str | None) -> None:
    found = find_head(document(OPENING, title=named), VOCABULARY).title
    assert (found and found.value, found and found.span) == (title, None)


def test_printed_title_goes_before_the_title_of_the_page() -> None:
    found = find_head(document(f"{TITLE}\n{OPENING}", title="云溪县2023年法治政府建设报告"), VOCABULARY).title
    assert found is not None
    assert (found.value, found.origin) == (TITLE, "title")


def test_title_behind_a_cover_and_a_table_of_contents_begins_the_report() -> None:
    text = f"{TITLE}\n2025年1月\n目录\n一、加强领导\n二、下一步\n{TITLE}\n县委：\n{OPENING}"
    assert head(text) == (TITLE, "县委", "2024年")


def test_heading_that_the_format_declares_may_be_an_unusual_title() -> None:
    text = "青岚依法行政掠影\n" + OPENING
    blocks = (Block(Span(0, 8), level=1), Block(Span(9, len(text))))
    found = find_head(Document("a.md", "md", "", text, blocks), VOCABULARY).title
    assert found is not None
    assert found.value == "青岚依法行政掠影"


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        (f"云溪县民政局文件\n{TITLE}\n{OPENING}", "云溪县民政局"),
        (f"2024年法治政府建设报告\n云溪县民政局\n（2025年1月8日）\n{OPENING}", "云溪县民政局"),
        (f"云溪县民政局\n{OPENING}", "云溪县民政局"),
        (f"{TITLE}\n{OPENING}", None),
    ],
)
def test_byline_is_the_organ_in_the_red_head_or_below_the_title(text: str, byline: str | None) -> None:
    found = find_head(document(text), VOCABULARY).byline
    assert (found and found.value) == byline


@pytest.mark.parametrize("text", ["", "\n\n", "。", "：", "\u200b\u200b", TITLE, "云溪县民政局", "附件1"])
def test_odd_documents_have_a_head_too(text: str) -> None:
    found = find_head(document(text), VOCABULARY)
    assert 0 <= found.start <= len(text)


LINES = st.lists(
    st.sampled_from(
        [
            TITLE,
            "云溪县民政局",
            "关于2024年",
            "法治政府建设",
            "情况的报告",
            "县委：",
            "一、加强领导",
            OPENING,
            "附件1",
            "",
            " ",
            "（2024年度）",
            "2025年1月8日",
            "云民发〔2025〕3号",
            "。",
            "　",
            "\u200b",
            "abc def",
            "目录",
        ]
    ),
    max_size=9,
)


@given(LINES, st.sampled_from(["\n", " ", ""]))
def test_head_is_made_of_the_text_that_its_spans_name(lines: list[str], joint: str) -> None:
    text = joint.join(lines)
    found = find_head(document(text), VOCABULARY)
    assert 0 <= found.start <= len(text)
    for part in (found.title, found.addressee, found.byline, found.genre_evidence):
        if part and part.span:
            assert 0 <= part.span.start < part.span.end <= len(text)
            assert part.value == squeeze(part.span.of(text)).replace("\u200b", "")
