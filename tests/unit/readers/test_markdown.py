"""Markdown as text."""

from __future__ import annotations

import time

import pytest

from lawcheck.model.document import Document
from tests.unit.readers.seen import body, page, text_document
from tests.unit.readers.test_text import SENTENCES, wrap


def markdown(text: str) -> Document:
    return text_document(text, "报告.md")


@pytest.mark.parametrize(
    ("line", "text", "level"),
    [
        ("# 云溪县水务局报告", "云溪县水务局报告", 1),
        ("## **一、主要举措** ##", "一、主要举措", 2),
        ("###（一）强化学习", "（一）强化学习", 3),
        ("###### 小节", "小节", 6),
        ("#1 号泵站", "#1 号泵站", None),
        ("> 引用的话", "引用的话", None),
        ("> - 引用里的条目", "引用里的条目", None),
        ("- 一是强化学习。", "一是强化学习。", None),
        ("* **一是强化学习。**", "一是强化学习。", None),
        ("1. 第一项", "1. 第一项", None),
        ("**（一）强化学习。**坚持每月一学", "（一）强化学习。**坚持每月一学", None),
        ("`代码`", "代码", None),
        ("一行的末尾\\", "一行的末尾", None),
        ("<center>居中</center>", "居中", None),
        ("－ 不是条目", "－ 不是条目", None),
    ],
)
def test_marks_at_the_ends_are_outside_the_block(line: str, text: str, level: int | None) -> None:
    document = markdown(f"{line}\n")
    assert [(b.span.of(document.text), b.level) for b in document.blocks] == [(text, level)]


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        ("切实履行**第一责任人**职责", "切实履行第一责任人职责"),
        ("见[年度报告](https://example.cn/a)全文", "见年度报告全文"),
        ("前![图](a.png)后", "前后"),
        ("云溪县水务局<br>2024年报告", "云溪县水务局2024年报告"),
        ("1\\. 第一项", "1.第一项"),
        ("甲<!-- 批注 -->乙", "甲乙"),
    ],
)
def test_matching_passes_over_marks_inside_a_block(line: str, folded: str) -> None:
    document = markdown(f"{line}\n")
    assert (document.folded.text, document.text) == (folded, f"{line}\n")


def test_a_phrase_that_holds_marks_maps_back_to_the_file() -> None:
    document = markdown("切实履行**第一责任人**职责\n")
    at = document.folded.text.index("履行第一责任人职责")
    assert document.folded.span(at, at + 9).of(document.text) == "履行**第一责任人**职责"


def test_underlined_headings_have_their_level() -> None:
    document = markdown("云溪县水务局报告\n=====\n\n一、主要举措\n---\n\n正文一段。\n---\n")
    assert [(b.span.of(document.text), b.level) for b in document.blocks] == [
        ("云溪县水务局报告", 1),
        ("一、主要举措", 2),
        ("正文一段。", None),
    ]


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "___", "======"])
def test_a_rule_is_no_block(rule: str) -> None:
    assert body(markdown(f"甲段。\n\n{rule}\n\n乙段。\n")) == ["甲段。", "乙段。"]


def test_table_cells_are_blocks_with_their_place() -> None:
    document = markdown(
        "|指标|2023年|2024年|\n|---|:--:|---:|\n| 案件 | 3件 | |\n复议 | **1**件 | 2\\|3\n\n|另表|\n|-|\n|甲|\n"
    )
    assert [(b.cell, b.span.of(document.text)) for b in document.blocks if b.kind == "cell"] == [
        ("T1R1C1", "指标"),
        ("T1R1C2", "2023年"),
        ("T1R1C3", "2024年"),
        ("T1R2C1", "案件"),
        ("T1R2C2", "3件"),
        ("T1R3C1", "复议"),
        ("T1R3C2", "1**件"),
        ("T1R3C3", "2\\|3"),
        ("T2R1C1", "另表"),
        ("T2R2C1", "甲"),
    ]


def test_a_bar_without_a_table_is_text() -> None:
    assert body(markdown("甲|乙\n丙\n")) == ["甲|乙", "丙"]


def test_fences_are_left_out_and_their_content_is_text() -> None:
    assert body(markdown("```text\n# 不是标题\n```\n正文\n")) == ["# 不是标题", "正文"]


def test_front_matter_is_metadata() -> None:
    document = markdown(
        '---\ntitle: "云溪县水务局报告"\ndate: 2025-01-08\n发布机构: 云溪县水务局\ntags: [a, b]\n---\n正文。\n'
    )
    assert body(document) == ["正文。"]
    assert document.metadata == (
        ("title", "云溪县水务局报告"),
        ("published", "2025-01-08"),
        ("publisher", "云溪县水务局"),
    )
    assert len(page(document)) == 4


def test_front_matter_without_an_end_is_text() -> None:
    assert body(markdown("---\n正文甲。\n正文乙。\n")) == ["正文甲。", "正文乙。"]


def test_page_fields_below_a_heading_are_metadata() -> None:
    document = markdown("# 云溪县水务局2024年报告\n\n发布时间：2025-01-08　来源：云溪县水务局\n\n正文。\n")
    assert body(document) == ["云溪县水务局2024年报告", "正文。"]
    assert document.metadata == (("published", "2025-01-08"), ("source", "云溪县水务局"))


def test_hard_wrapped_lines_are_joined() -> None:
    text = "# 标题\n" + "\n".join(wrap(s) for s in SENTENCES * 2)
    assert len(body(markdown(text))) == 7


def test_a_wrapped_item_is_a_paragraph_of_its_own() -> None:
    text = "\n".join("- " + wrap(s, indent="") for s in SENTENCES * 2)
    assert len(body(markdown(text))) == 6


@pytest.mark.parametrize(
    "flood", ["[", "![", "](", "<!--", "<b ", "`", "**", "\\", "|", "> ", "- ", "#", "*", "- - ", "[a", "---\n"]
)
def test_a_flood_of_marks_is_read_in_linear_time(flood: str) -> None:
    start = time.perf_counter()
    markdown(flood * 40_000 + "\n正文\n")
    assert time.perf_counter() - start < 5
