"""Word files: tables with the place of each cell, and text boxes once."""

from __future__ import annotations

import pytest

from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.docx_builder import Paragraph, Table, build_docx, p, r, text_box
from tests.docx_pieces import cell, control, row, table, tracked, word_art
from tests.unit.readers.seen import word_document

RESTART = '<w:vMerge w:val="restart"/>'
LONG = "这一段是年度工作的具体情况，写得比较长，用来说明表格只是排版的框子，里面是报告的正文。"


def cells(found: Document) -> list[tuple[str | None, str]]:
    return [(block.cell, block.span.of(found.text)) for block in found.blocks]


def c(text: str, properties: str = "") -> str:
    return cell(p(r(text)), properties)


def test_cells_are_blocks_in_row_order() -> None:
    found = read(build_docx([Table([["指标", "数"], ["案件", ""], ["", "3"]])]), name="a.docx")
    cells = [(b.kind, b.cell, b.span.of(found.text), b.paragraph) for b in found.blocks]
    assert cells == [
        ("cell", "T1R1C1", "指标", 1),
        ("cell", "T1R1C2", "数", 2),
        ("cell", "T1R2C1", "案件", 3),
        ("cell", "T1R3C2", "3", 6),
    ]


def test_a_merged_cell_takes_its_columns() -> None:
    first = row(
        c("甲", '<w:gridSpan w:val="2"/>'), cell(p(r("乙")) + p(r("又"))), properties='<w:gridBefore w:val="1"/>'
    )
    found = word_document(table(first, row(c("丙"), c("丁"))))
    assert [block.cell for block in found.blocks] == ["T1R1C2", "T1R1C4", "T1R1C4", "T1R2C1", "T1R2C2"]


def test_a_cell_that_reaches_over_rows_has_the_place_of_its_first() -> None:
    rows = (row(c("甲", RESTART), c("乙")), row(c("续", "<w:vMerge/>"), c("丙")), row(c("丁"), c("戊")))
    assert cells(word_document(table(*rows)))[2:] == [
        ("T1R1C1", "续"),
        ("T1R2C2", "丙"),
        ("T1R3C1", "丁"),
        ("T1R3C2", "戊"),
    ]


def test_a_cell_that_reaches_down_ends_where_another_begins() -> None:
    rows = (row(c("甲", RESTART), c("乙")), row(c("丙", RESTART), c("丁")), row(c("续", "<w:vMerge/>"), c("戊")))
    assert cells(word_document(table(*rows)))[-2:] == [("T1R2C1", "续"), ("T1R3C2", "戊")]


def test_cells_joined_in_the_old_way_have_the_place_of_the_first() -> None:
    wide = row(c("甲", '<w:hMerge w:val="restart"/>'), c("续", "<w:hMerge/>"), c("乙"))
    assert [place for place, _ in cells(word_document(table(wide)))] == ["T1R1C1", "T1R1C1", "T1R1C3"]


def test_rows_and_cells_stand_in_content_controls_too() -> None:
    rows = control(row(c("甲"), control(c("乙")))) + row(c("丙"), c("丁"))
    assert cells(word_document(table(rows))) == [("T1R1C1", "甲"), ("T1R1C2", "乙"), ("T1R2C1", "丙"), ("T1R2C2", "丁")]


@pytest.mark.parametrize(
    ("xml", "places"),
    [
        (table(row(cell("".join(p(r(LONG)) for _ in range(8))))), {None}),
        (table(row(c("标题")), row(cell("".join(p(r(LONG)) for _ in range(8)))), row(c("落款"))), {None}),
        (table(row(c("1"), cell("".join(p(r(LONG)) for _ in range(8))))), {"T1R1C1", None}),
        (table(row(c("1"), cell(p(r(LONG * 8))))), {"T1R1C1", "T1R1C2"}),
        (table(row(c("1")), row(c("2"))), {"T1R1C1", "T1R2C1"}),
    ],
)
def test_a_table_around_pages_of_text_is_only_layout(xml: str, places: set[str | None]) -> None:
    found = word_document(xml)
    assert {block.cell for block in found.blocks} == places
    assert {block.kind == "cell" for block in found.blocks if block.cell is None} <= {False}


def test_a_table_in_a_cell_has_a_number_of_its_own() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('内'))}</w:tc><w:tc>{p(r('里'))}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{inner}{p(r('外'))}</w:tc><w:tc>{p(r('边'))}</w:tc></w:tr></w:tbl>"
    assert [b.cell for b in word_document(outer).blocks] == ["T2R1C1", "T2R1C2", "T1R1C1", "T1R1C2"]


def test_a_table_of_one_cell_is_a_frame_around_text() -> None:
    found = read(build_docx([Table([["一、主要举措"]]), "正文。"]), name="a.docx")
    assert [b.kind for b in found.blocks] == ["paragraph", "paragraph"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    found = read(build_docx([Paragraph("甲", box="框内"), "乙"]), name="a.docx")
    assert [(b.span.of(found.text), b.paragraph) for b in found.blocks] == [("甲", 1), ("框内", 1), ("乙", 2)]


def test_a_text_box_in_the_old_form_alone_is_read() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(r('框'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    only_fallback = f"<w:r><mc:AlternateContent><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    assert word_document(p(r("甲") + old + only_fallback)).text == "甲\n框\n框"


def test_a_run_goes_on_after_its_text_box() -> None:
    box = text_box(p(r("框", "<w:vanish w:val='0'/>"))).removeprefix("<w:r>").removesuffix("</w:r>")
    assert (
        word_document(p(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t>{box}<w:t>藏</w:t></w:r>") + p(r("乙"))).text
        == "框\n乙"
    )


def test_a_text_box_hangs_on_its_paragraph_and_is_not_counted() -> None:
    boxes = text_box(p(r("框一")) + p(r("框二"))) + text_box(p(r("框三") + text_box(p(r("框四")))))
    found = word_document(p(r("甲") + boxes) + p(r("乙")))
    assert [(block.span.of(found.text), block.paragraph) for block in found.blocks] == [
        *(("甲", 1), ("框一", 1), ("框二", 1), ("框三", 1), ("框四", 1)),
        ("乙", 2),
    ]


def test_a_text_box_on_a_joined_paragraph_follows_the_whole() -> None:
    joined = p(r("前半") + text_box(p(r("框"))), f"<w:rPr>{tracked('del')}</w:rPr>")
    assert word_document(joined + p(r("后半"))).text == "前半后半\n框"


def test_text_drawn_along_a_line_is_read_like_a_text_box() -> None:
    found = word_document(p(word_art("云溪县水务局文件")) + p(r("甲")))
    assert [(block.span.of(found.text), block.paragraph) for block in found.blocks] == [
        ("云溪县水务局文件", 1),
        ("甲", 2),
    ]
