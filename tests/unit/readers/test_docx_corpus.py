"""Word files that others made: read as Word shows them. The tests are skipped where the files are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.unit.readers.seen import body, told


@pytest.fixture
def formats(corpus: Path) -> Path:
    return corpus / "formats"


def kinds(found: Document) -> list[str]:
    return [block.kind for block in found.blocks]


def test_cells_have_their_places_and_a_merged_one_takes_its_columns(formats: Path) -> None:
    found = read(formats / "02-table.docx")
    assert [block.cell for block in found.blocks] == [
        None,
        *(f"T1R{row}C{column}" for row in (1, 2, 3) for column in (1, 2, 3)),
        *("T1R4C1", "T1R4C3"),
    ]
    assert kinds(found) == ["paragraph", *["cell"] * 11]
    assert body(found)[1:4] == ["事项", "责任部门", "完成情况"]


def test_a_text_box_is_read_once_where_it_hangs(formats: Path) -> None:
    found = read(formats / "05-textbox-shape.docx")
    assert body(found)[2:] == ["文本框内文字", "文本框之后的正文。"]
    assert [block.paragraph for block in found.blocks] == [1, 2, 3, 4]


def test_automatic_numbers_are_there_and_typed_ones_stay(formats: Path) -> None:
    found = read(formats / "06-auto-numbering.docx")
    assert [block.auto_number for block in found.blocks] == [None, "1.", "2.", "3.", None]
    assert [text[:3] for text in body(found)[1:]] == ["1. ", "2. ", "3. ", "一、手"]


def test_contents_are_no_headings_and_instructions_no_text(formats: Path) -> None:
    found = read(formats / "07-toc-fields.docx")
    assert kinds(found) == ["paragraph", "furniture", *["paragraph"] * 7]
    assert not any(word in found.text for word in ("TOC", "DATE", "REF", "SectionOne"))
    assert [text[:2] for text in body(found)[4:]] == ["一、", "第一", "二、", "第二"]
    assert told(found) == [("打开时会自动变化的日期，按保存时的日期读取", "第 3 段", False)]


def test_revisions_are_read_as_accepted_and_comments_stay_out(formats: Path) -> None:
    found = read(formats / "08-comments-revisions.docx")
    assert (len(body(found)), found.text.count("插入的修订文字"), found.text.count("删除")) == (3, 1, 0)
    assert [(what[:3], where) for what, where, _ in told(found)] == [
        ("未接受", "第 3 段"),
        ("批注", "第 2 段"),
        ("脚注或", "第 3 段"),
    ]
