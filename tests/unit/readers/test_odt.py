"""ODT files: what is text, what is not, and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import read
from tests import libreoffice
from tests.docx_builder import Paragraph, Table, build_docx
from tests.odt_builder import build_odt, build_package, changed, h, item, listed, p, picture, style, text_box
from tests.unit.readers.seen import body, page

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
REPORT = [
    Paragraph("云溪县水务局2024年度法治政府建设年度报告", level=0),
    Paragraph("主要举措和成效", level=1, number=0),
    Paragraph("健全制度", level=2, number=1),
    "全年制定  文件2件。",
    Paragraph("规范执法", level=2, number=1),
    Paragraph("检查86次", number=2, inserted="，处罚5件", deleted="，处罚6件"),
    Table([["事项", "件数"], ["检查", "86"]]),
    Paragraph("存在的不足和原因", level=1, number=0, hidden="内部稿", box="附注"),
    "云溪县水务局\n2025年1月8日",
]


def odt(inner: str, automatic: str = "", **more: dict[str, str]) -> Document:
    """Return an ODT file with `inner` as its text, as read."""
    return read(build_package(inner, automatic=automatic, **more), name="报告.odt")


def told(document: Document) -> list[tuple[str, str, bool]]:
    return [(str(note.what), str(note.where), note.is_body) for note in document.unread]


def test_the_same_paragraphs_make_the_same_bytes() -> None:
    assert build_odt(REPORT) == build_odt(REPORT)


def test_an_odt_file_reads_as_its_word_twin() -> None:
    found, twin = read(build_odt(REPORT), name="报告.odt"), read(build_docx(REPORT), name="报告.docx")
    assert found.format == "odt"
    assert (found.text, found.blocks, found.unread) == (twin.text, twin.blocks, twin.unread)


def test_paragraphs_are_blocks_joined_by_newlines() -> None:
    found = odt(p("云溪县水务局") + p() + p("　　正文一段。  "))
    assert found.text == "云溪县水务局\n正文一段。"
    assert [(b.span, b.paragraph) for b in found.blocks] == [((0, 6), 1), ((7, 12), 3)]


def test_headings_have_the_level_that_they_say() -> None:
    found = odt(h("甲", 1) + h("乙", 3) + p("丙", "Heading_20_1") + "<text:h>丁</text:h>")
    assert [b.level for b in found.blocks] == [1, 3, None, 1]


def test_a_heading_is_one_block_and_text_is_read_line_by_line() -> None:
    found = odt(h("主要<text:line-break/>举措") + p("署名<text:line-break/>日期"))
    assert body(found) == ["主要\n举措", "署名", "日期"]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("\n   甲\n  乙  ", "甲 乙"),
        ("甲<text:span> 乙</text:span> <text:span> 丙</text:span>", "甲 乙 丙"),
        ("甲<text:s/>乙", "甲 乙"),
        ('甲<text:s text:c="3"/>乙', "甲   乙"),
        ('甲<text:s text:c="x"/>乙', "甲 乙"),
        ("甲<text:tab/>乙", "甲\t乙"),
        ("甲\u3000\u3000乙", "甲\u3000\u3000乙"),
        ("甲<text:soft-page-break/>乙", "甲乙"),
        ("甲\u00a0乙", "甲\u00a0乙"),
        ('<text:a xlink:href="http://127.0.0.1/">甲</text:a>', "甲"),
        ('<text:bookmark-start text:name="a"/>甲<text:bookmark-end text:name="a"/>', "甲"),
        ("<text:ruby><text:ruby-base>甲</text:ruby-base><text:ruby-text>jia</text:ruby-text></text:ruby>", "甲"),
        ('<text:page-number text:select-page="current">3</text:page-number>', "3"),
        ('<text:variable-set text:display="none" office:value="5">5</text:variable-set>甲', "甲"),
        ('<text:sequence text:formula="ooow:表+1">2</text:sequence>', "2"),
        ("<text:script>alert(1)</text:script>甲", "甲"),
        ("<loext:content-control>甲<text:span>乙</text:span></loext:content-control>", "甲乙"),
        ('<x xmlns="urn:foreign">甲</x>', "甲"),
        ("<text:number>一、</text:number>甲", "甲"),
    ],
)
def test_characters_are_read_as_they_show(inner: str, text: str) -> None:
    assert odt(p(inner)).text == text


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    regions = changed("a", "insertion") + changed("b", "deletion", p("六")) + changed("c", "format-change")
    found = odt(
        f"<text:tracked-changes>{regions}</text:tracked-changes>"
        + p('<text:change-start text:change-id="c"/>甲<text:change-end text:change-id="c"/>')
        + p('处罚<text:change text:change-id="b"/>')
        + p('<text:change-start text:change-id="a"/>五件<text:change-end text:change-id="a"/>')
    )
    assert body(found) == ["甲", "处罚", "五件"]
    assert told(found) == [("未接受的修订：插入的文字已计入，删除的文字未计入", "第 2、3 段", False)]


def test_comments_and_notes_are_out_and_told() -> None:
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('注')}</text:note-body></text:note>"
    )
    comment = f"<office:annotation><dc:creator>青</dc:creator>{p('批')}</office:annotation>"
    found = odt(p(f"甲{note}") + p(f"乙{comment}<office:annotation-end/>"))
    assert (body(found), told(found)) == (
        ["甲", "乙"],
        [("批注", "第 2 段", False), ("脚注或尾注", "第 1 段", False)],
    )


def test_hidden_text_is_out_and_told() -> None:
    hides = style("P", properties='text:display="none"') + style("Q", 'style:parent-style-name="P"')
    hides += style("S", properties='text:display="true"', family="text")
    found = odt(
        p("甲<text:span text:style-name='Hidden'>藏</text:span>")
        + p("藏<text:span text:style-name='S'>乙</text:span>", "Q")
        + p('<text:hidden-text text:is-hidden="true">藏</text:hidden-text>丙')
        + p('<text:hidden-text text:is-hidden="false">显</text:hidden-text>')
        + p('藏<text:hidden-paragraph text:is-hidden="true"/>')
        + p('丁<text:hidden-paragraph text:is-hidden="false"/>')
        + f'<text:section text:display="none">{p("藏")}</text:section>'
        + f'<text:section text:display="condition" text:is-hidden="true">{p("藏")}</text:section>'
        + f'<text:section text:display="condition">{p("戊")}</text:section>',
        hides,
    )
    assert body(found) == ["甲", "乙", "丙", "显", "丁", "戊"]
    assert told(found) == [("隐藏文字", "第 1、2、3、5、6 段", False)]


def test_a_date_that_moves_and_an_empty_placeholder_are_told() -> None:
    found = odt(
        p("<text:date>2025年1月8日</text:date>")
        + p('<text:date text:fixed="true">2025年1月8日</text:date>')
        + p("甲<text:placeholder>填写单位</text:placeholder>")
    )
    assert body(found) == ["2025年1月8日", "2025年1月8日", "甲"]
    assert [where for _, where, _ in told(found)] == ["第 3 段", "第 1 段"]


def test_a_table_gives_cells() -> None:
    row = "<table:table-row>{}</table:table-row>"
    cells = (
        '<table:table-cell table:number-columns-spanned="2">甲</table:table-cell><table:covered-table-cell/>'
        "<table:table-cell>乙</table:table-cell>",
        '<table:table-cell table:number-columns-repeated="2"/><table:table-cell>丙</table:table-cell>',
        f"<table:covered-table-cell>{p('盖住')}</table:covered-table-cell><table:table-cell>丁</table:table-cell>",
    )
    cells = tuple(c.replace(">甲<", f">{p('甲')}<").replace(">乙<", f">{p('乙')}<") for c in cells)
    cells = tuple(c.replace(">丙<", f">{p('丙')}<").replace(">丁<", f">{p('丁')}<") for c in cells)
    rows = f"<table:table-header-rows>{row.format(cells[0])}</table:table-header-rows>{row.format(cells[1])}"
    rows += '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    found = odt(f"<table:table>{rows}{row.format(cells[2])}</table:table>")
    assert [(b.span.of(found.text), b.cell, b.kind) for b in found.blocks] == [
        ("甲", "T1R1C1", "cell"),
        ("乙", "T1R1C3", "cell"),
        ("丙", "T1R2C3", "cell"),
        ("丁", "T1R6C2", "cell"),
    ]


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    def table(*cells: str) -> str:
        inner = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table><table:table-row>{inner}</table:table-row></table:table>"

    found = odt(table(p("甲") + table(p("乙"), p("丙")), p("丁")) + table(p("戊"), p("己")))
    cells = [(b.span.of(found.text), b.cell) for b in found.blocks]
    assert cells == [
        *(("甲", "T1R1C1"), ("乙", "T2R1C1"), ("丙", "T2R1C2"), ("丁", "T1R1C2")),
        *(("戊", "T3R1C1"), ("己", "T3R1C2")),
    ]


def test_a_table_of_one_cell_is_a_frame_around_text() -> None:
    found = odt(
        "<table:table><table:table-row><table:table-cell>"
        + p("甲") * 2
        + "</table:table-cell></table:table-row></table:table>"
    )
    assert [(b.kind, b.cell) for b in found.blocks] == [("paragraph", None)] * 2


def test_a_text_box_is_read_once_after_the_paragraph_that_it_hangs_on() -> None:
    shape = f"<draw:custom-shape>{p('形')}</draw:custom-shape>"
    found = odt(p(f"甲{text_box(p('框') + p('框二'))}尾{shape}") + p("乙") + text_box(p("页框")))
    assert [(b.span.of(found.text), b.paragraph) for b in found.blocks] == [
        *(("甲尾", 1), ("框", 1), ("框二", 1), ("形", 1), ("乙", 2), ("页框", 3)),
    ]


def test_of_several_forms_of_one_content_the_first_is_read() -> None:
    forms = f"<draw:text-box>{p('框')}</draw:text-box><draw:text-box>{p('框')}</draw:text-box><draw:image/>"
    found = odt(p(f"甲<draw:frame>{forms}<svg:title>题</svg:title><svg:desc>述</svg:desc></draw:frame>"))
    assert (body(found), told(found)) == (["甲", "框"], [])


def test_a_table_of_contents_is_not_the_report() -> None:
    contents = f"<text:index-title>{p('目录')}</text:index-title>{p('一、举措1')}"
    source = f"<text:table-of-content-source>{p('样')}</text:table-of-content-source>"
    found = odt(
        f"<text:table-of-content>{source}<text:index-body>{contents}</text:index-body></text:table-of-content>"
        + p("目　录")
        + p("二、不足2", "Contents_20_1")
        + h("举措")
    )
    assert (body(found), page(found)) == (["举措"], ["目录", "一、举措1", "目　录", "二、不足2"])


def test_a_table_of_contents_with_all_the_text_in_it_is_none() -> None:
    found = odt(f"<text:table-of-content><text:index-body>{p('甲')}{p('乙')}</text:index-body></text:table-of-content>")
    assert body(found) == ["甲", "乙"]


def test_a_section_from_another_file_is_told_when_its_text_is_not_here() -> None:
    source = '<text:section-source xlink:href="../b.odt"/>'
    found = odt(p("甲") + f"<text:section>{source}</text:section><text:section>{source}{p('乙')}</text:section>")
    assert (body(found), told(found)) == (["甲", "乙"], [("插入的另一个文档", "第 1 段之后", True)])


@pytest.mark.parametrize(
    ("inner", "types", "expected"),
    [
        (picture("1cm", "1cm"), {}, []),
        (picture("16cm", "22cm"), {}, [("图片：里面如有文字，没有读到", "第 1 段", True)]),
        (picture("6.5in", "230mm"), {}, [("图片：里面如有文字，没有读到", "第 1 段", True)]),
        (
            "<draw:frame><draw:object xlink:href='./Object 1'/><draw:image/></draw:frame>",
            {},
            [("嵌入的对象或文件", "第 1 段", False)],
        ),
        (
            "<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame>",
            {"Object 1/": "application/vnd.oasis.opendocument.spreadsheet"},
            [("嵌入的对象或文件", "第 1 段", True)],
        ),
        (
            "<draw:frame><draw:object xlink:href='Object 1/'/></draw:frame>",
            {"Object 1/": "application/vnd.oasis.opendocument.chart"},
            [("图表里的文字", "第 1 段", False)],
        ),
        (
            "<draw:frame><draw:object-ole xlink:href='./Object 1'/></draw:frame>",
            {},
            [("嵌入的对象或文件", "第 1 段", True)],
        ),
    ],
)
def test_what_is_no_text_is_told(inner: str, types: dict[str, str], expected: list[tuple[str, str, bool]]) -> None:
    assert told(odt(p(f"甲乙丙{inner}"), objects=types)) == expected


def test_a_file_of_pictures_is_refused() -> None:
    with pytest.raises(ReadError, match="只有图片，没有文字"):
        odt(p(picture("16cm", "22cm")))


def test_headers_and_footers_are_not_the_report() -> None:
    named = "</office:styles><office:master-styles><style:master-page><style:header>" + p("页眉")
    named += "</style:header></style:master-page></office:master-styles><office:styles>"
    assert odt(p("甲"), named=named).text == "甲"


def test_page_furniture_is_told_apart() -> None:
    found = odt(
        p("当前位置：首页 &gt; 政务公开") + p("发布时间：2025-01-20") + p("云溪县水务局年度报告") + p("正文一段。")
    )
    assert (body(found), found.meta("published")) == (["云溪县水务局年度报告", "正文一段。"], "2025-01-20")


def test_a_paragraph_of_a_list_that_is_hidden_is_not_counted() -> None:
    hidden = p("<text:span text:style-name='Hidden'>藏</text:span>")
    found = odt(listed(item(p("甲")), item(hidden), item(p("乙")), style="Report"))
    assert body(found) == ["一、甲", "二、乙"]


def test_a_flat_file_is_refused_with_advice() -> None:
    flat = '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
    with pytest.raises(ReadError, match=r"这是 XML 文件，不能读取。请另存为 \.docx 或 \.txt"):
        read(flat.encode(), name="报告.fodt")


@pytest.mark.parametrize(
    "name", ["good/yunxi-2024.docx", "good/yunxi-2024-auto-numbering.docx", "defective/qinglan-2024.docx"]
)
def test_what_libreoffice_makes_of_a_word_file_reads_as_the_word_file(name: str) -> None:
    libreoffice.needed()
    word = (EXAMPLES / name).read_bytes()
    found, twin = read(libreoffice.made(word, "docx", "odt"), name="报告.odt"), read(word, name="报告.docx")
    assert body(found) == body(twin)
    assert [(b.level, b.auto_number) for b in found.body] == [(b.level, b.auto_number) for b in twin.body]
