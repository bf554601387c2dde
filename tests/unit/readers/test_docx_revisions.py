"""Word files: tracked changes are read as if they were accepted, and told."""

from __future__ import annotations

import pytest

from lawcheck.readers import read
from tests.docx_builder import Paragraph, build_docx, level, num, numbering, p, r
from tests.docx_pieces import cell, field_mark, instruction, mark, row, table, tracked
from tests.unit.readers.seen import body, told, word_document

LISTS = numbering(level(0, "chineseCountingThousand", "%1、"), nums={1: '<w:abstractNumId w:val="0"/>'})
REVISED = "未接受的修订：插入的文字已计入，删除的文字未计入"
RENUMBERED = "未接受的修订：编号或标题级别有改动，按改后的读取"
NUM = num(1)


def test_insertions_are_in_deletions_are_out_and_both_are_told() -> None:
    found = read(build_docx(["甲", Paragraph("乙", inserted="增", deleted="删")]), name="a.docx")
    assert (found.text, told(found)) == ("甲\n乙增", [(REVISED, "第 2 段", False)])


def test_text_inserted_and_deleted_again_is_out() -> None:
    deleted = tracked("del", r("删"))
    assert word_document(p(r("甲") + tracked("ins", r("增") + deleted))).text == "甲增"


def test_moved_text_is_read_where_it_went() -> None:
    start = '<w:moveFromRangeStart w:id="1" w:name="m"/>'
    moved = p(start + tracked("moveFrom", r("移")), mark("moveFrom"))
    found = word_document(p(r("甲")) + moved + p(r("乙")) + p(tracked("moveTo", r("移")), mark("moveTo")))
    assert (found.text, told(found)) == ("甲\n乙\n移", [(REVISED, "第 2、4 段", False)])


def test_deleted_links_and_fields_leave_nothing() -> None:
    gone = field_mark("begin") + instruction(" DATE ") + field_mark("separate") + r("1月2日") + field_mark("end")
    link = f"<w:hyperlink>{tracked('del', r('链'))}</w:hyperlink>"
    found = word_document(p(r("甲") + tracked("del", gone) + link + r("乙")))
    assert (body(found), len(found.unread)) == (["甲乙"], 1)


# The ends of paragraphs


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    heading = '<w:outlineLvl w:val="0"/>'
    found = word_document(p(r("前半"), mark("del")) + p(r("后半"), heading) + p(r("乙")))
    assert [(b.span.of(found.text), b.level, b.paragraph) for b in found.blocks] == [
        ("前半后半", 1, 1),
        ("乙", None, 3),
    ]


def test_three_paragraphs_may_become_one() -> None:
    xml = p(r("甲"), mark("del")) + p(tracked("del", r("删")), mark("moveFrom")) + p(r("乙")) + p(r("丙"))
    assert word_document(xml).text == "甲乙\n丙"


def test_an_inserted_paragraph_end_parts_the_paragraphs() -> None:
    found = word_document(p(r("前半"), mark("ins")) + p(r("后半")))
    assert (found.text, told(found)) == ("前半\n后半", [(REVISED, "第 1 段", False)])


@pytest.mark.parametrize(
    "xml",
    [
        p(r("甲"), mark("del")),
        p(r("甲"), mark("del")) + table(row(cell(p(r("乙"))), cell(p()))),
        table(row(cell(p(r("甲"), mark("del"))), cell(p(r("乙"))))),
    ],
)
def test_a_deleted_end_before_no_paragraph_joins_nothing(xml: str) -> None:
    assert word_document(xml + p(r("丙"))).text in ("甲丙", "甲\n乙\n丙")


def test_a_paragraph_deleted_whole_leaves_nothing_and_counts_no_number() -> None:
    xml = p(r("甲"), NUM) + p(tracked("del", r("删")), NUM + mark("del")) + p(r("乙"), NUM)
    found = word_document(xml, numbering=LISTS)
    assert [(b.span.of(found.text), b.paragraph) for b in found.blocks] == [("一、甲", 1), ("二、乙", 2)]


# Tables


@pytest.mark.parametrize("tag", ["del", "moveFrom"])
def test_a_deleted_row_is_out_and_the_rows_below_move_up(tag: str) -> None:
    rows = (row(cell(p(r("甲")))), row(cell(p(r("乙"))), properties=tracked(tag)), row(cell(p(r("丙")))))
    found = word_document(table(*rows))
    assert [(b.cell, b.span.of(found.text), b.paragraph) for b in found.blocks] == [
        ("T1R1C1", "甲", 1),
        ("T1R2C1", "丙", 3),
    ]
    assert told(found) == [(REVISED, "第 2 段", False)]


def test_a_table_deleted_whole_is_not_counted() -> None:
    gone = table(row(cell(p(r("甲"))), properties=tracked("del")))
    found = word_document(gone + table(row(cell(p(r("乙"))), cell(p(r("丙"))))))
    assert [block.cell for block in found.blocks] == ["T1R1C1", "T1R1C2"]


def test_an_inserted_row_is_in_and_told() -> None:
    found = word_document(table(row(cell(p(r("甲")))), row(cell(p(r("乙"))), properties=tracked("ins"))))
    assert (found.text, told(found)) == ("甲\n乙", [(REVISED, "第 2 段", False)])


def test_a_deleted_cell_is_out_and_the_cells_beside_move_up() -> None:
    cells = (cell(p(r("甲")), tracked("cellDel")), cell(p(r("乙")), tracked("cellIns")), cell(p(r("丙"))))
    found = word_document(table(row(*cells)))
    assert [(b.cell, b.span.of(found.text)) for b in found.blocks] == [("T1R1C1", "乙"), ("T1R1C2", "丙")]
    assert told(found) == [(REVISED, "第 1、2 段", False)]


def test_text_in_a_deleted_row_is_not_told_as_hidden() -> None:
    gone = row(cell(p(r("暗", "<w:vanish/>"))), properties=tracked("del"))
    assert [what for what, _, _ in told(word_document(table(gone) + p(r("甲"))))] == [REVISED]


# Properties


@pytest.mark.parametrize(
    ("now", "former", "is_told"),
    [
        (NUM, "", True),
        ("", NUM, True),
        ('<w:pStyle w:val="A"/>', '<w:pStyle w:val="B"/>', True),
        ('<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>', True),
        (NUM, NUM + '<w:jc w:val="center"/>', False),
        ('<w:jc w:val="both"/>', "", False),
    ],
)
def test_a_change_of_numbers_or_levels_is_told_others_are_not(now: str, former: str, is_told: bool) -> None:
    change = f'<w:pPrChange w:id="1" w:author="云溪"><w:pPr>{former}</w:pPr></w:pPrChange>'
    found = word_document(p(r("甲"), now + change), numbering=LISTS)
    assert found.text == ("一、甲" if now == NUM else "甲")
    assert told(found) == ([(RENUMBERED, "第 1 段", False)] if is_told else [])


@pytest.mark.parametrize("change", ['<w:numberingChange w:original="%1:1:0:."/>', tracked("ins")])
def test_a_number_put_on_is_read_and_told(change: str) -> None:
    found = word_document(p(r("甲"), NUM.replace("</w:numPr>", f"{change}</w:numPr>")), numbering=LISTS)
    assert (found.text, told(found)) == ("一、甲", [(RENUMBERED, "第 1 段", False)])


def test_former_properties_of_the_text_do_not_count() -> None:
    change = '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    assert told(word_document(p(r("甲", change)))) == []
