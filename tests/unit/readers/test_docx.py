"""Word files: what is text, what is not, and where it stands."""

from __future__ import annotations

import pytest

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.docx_builder import (
    Paragraph,
    Table,
    build_docx,
    build_package,
    document,
    num,
    p,
    r,
    styles,
    text_box,
)
from tests.unit.readers.seen import body

TRACKED = 'w:id="1" w:author="云溪" w:date="2025-01-02T00:00:00Z"'


def word(xml: str, *, style_part: str | None = None) -> Document:
    """Return a Word file with `xml` as its body, as read."""
    return read(build_package(document(xml), styles=style_part), name="报告.docx")


def base(content: str, attributes: str = "") -> str:
    return f'<w:style w:styleId="A"{attributes}>{content}</w:style>'


def field(instruction: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{result}{end}"


def test_the_same_paragraphs_make_the_same_bytes() -> None:
    assert build_docx(["甲", Paragraph("乙", number=0)]) == build_docx(["甲", Paragraph("乙", number=0)])


def test_paragraphs_are_blocks_joined_by_newlines() -> None:
    found = read(build_docx(["云溪县水务局", "", "　　正文一段。  "]), name="报告.docx")
    assert (found.format, found.text) == ("docx", "云溪县水务局\n正文一段。")
    assert [(b.span, b.paragraph) for b in found.blocks] == [((0, 6), 1), ((7, 12), 3)]


def test_headings_have_the_level_of_their_style() -> None:
    found = read(
        build_docx([Paragraph("题", level=0), Paragraph("甲", level=1), Paragraph("乙", level=3)]), name="a.docx"
    )
    assert [b.level for b in found.blocks] == [None, 1, 3]


@pytest.mark.parametrize(
    ("properties", "style_part", "level"),
    [
        ('<w:outlineLvl w:val="1"/>', "", 2),
        ('<w:outlineLvl w:val="9"/>', "", None),
        ('<w:pStyle w:val="B"/>', base('<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'), 3),
        ('<w:pStyle w:val="B"/><w:outlineLvl w:val="9"/>', base('<w:name w:val="heading 1"/>'), None),
        ('<w:pStyle w:val="B"/>', base('<w:name w:val="heading 4"/>'), 4),
        ('<w:pStyle w:val="B"/>', base('<w:basedOn w:val="B"/>'), None),
        ('<w:pStyle w:val="Heading2"/>', "", 2),
        ('<w:pStyle w:val="无此样式"/>', "", None),
        ("", base('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', ' w:type="paragraph" w:default="1"'), 1),
        ('<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>', "", None),
    ],
)
def test_the_outline_level_is_inherited(properties: str, style_part: str, level: int | None) -> None:
    based = '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    found = word(p(r("标题"), properties), style_part=styles(style_part + based))
    assert found.blocks[0].level == level


def test_line_breaks_tabs_and_hyphens_become_characters() -> None:
    run = "<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>15件</w:t><w:tab/><w:t>软</w:t><w:softHyphen/><w:t>连</w:t></w:r>"
    assert word(p(run)).text == "12-15件\t软连"


@pytest.mark.parametrize("tag", ["w:br", "w:cr", 'w:br w:type="page"'])
def test_a_line_broken_by_hand_is_a_block_of_the_same_paragraph(tag: str) -> None:
    found = word(p(f"<w:r><w:t>云溪县水务局</w:t><{tag}/><w:t> 年度报告</w:t></w:r>"))
    assert [(b.span.of(found.text), b.paragraph) for b in found.blocks] == [("云溪县水务局", 1), ("年度报告", 1)]


def test_a_heading_broken_by_hand_stays_one_block() -> None:
    found = word(p(r("一、主要举措\n和成效"), '<w:outlineLvl w:val="0"/>'))
    assert body(found) == ["一、主要举措\n和成效"]


def test_symbols_are_characters_but_letters_of_picture_fonts_are_not() -> None:
    xml = '<w:r><w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>甲</w:t></w:r>'
    odd = '<w:r><w:sym w:char="D800"/><w:sym w:char="x"/><w:sym/><w:sym w:char="110000"/></w:r>'
    assert word(p(xml + odd)).text == "①甲"


def test_links_smart_tags_controls_and_directions_are_read_through() -> None:
    inline = "".join(
        f"<{tag}>{r(text)}</{tag}>"
        for tag, text in [("w:hyperlink", "甲"), ("w:smartTag", "乙"), ("w:bdo", "丙"), ("w:customXml", "丁")]
    )
    control = f"<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>{r('戊')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{p(r('己'))}</w:sdtContent></w:sdt>"
    assert word(p(inline + control) + block).text == "甲乙丙丁戊\n己"


def test_ruby_is_left_out_and_its_base_read() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('xi')}</w:rt><w:rubyBase>{r('溪')}</w:rubyBase></w:ruby></w:r>"
    assert word(p(r("云") + ruby)).text == "云溪"


def test_a_formula_is_text() -> None:
    assert word(p(r("合计") + "<m:oMath><m:r><m:t>3+2</m:t></m:r></m:oMath>")).text == "合计3+2"


def test_strict_files_are_read() -> None:
    strict = build_package(
        document(p(r("甲"))).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    )
    assert read(strict, name="a.docx").text == "甲"


# Revisions, hidden text


def test_insertions_are_in_deletions_are_out_and_both_are_told() -> None:
    found = read(build_docx(["甲", Paragraph("乙", inserted="增", deleted="删")]), name="a.docx")
    assert found.text == "甲\n乙增"
    assert [(u.what[:6], u.where) for u in found.unread] == [("未接受的修订", "第 2 段")]


def test_moved_text_is_read_where_it_went() -> None:
    moved = f"<w:moveFrom {TRACKED}>{r('移')}</w:moveFrom>"
    assert word(p(r("甲") + moved) + p(f"<w:moveTo {TRACKED}>{r('移')}</w:moveTo>")).text == "甲\n移"


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    mark = f"<w:rPr><w:del {TRACKED}/></w:rPr>"
    found = word(p(r("前半"), mark) + p(r("后半"), '<w:outlineLvl w:val="0"/>') + p(r("乙")))
    assert [(b.span.of(found.text), b.level, b.paragraph) for b in found.blocks] == [
        ("前半后半", 1, 2),
        ("乙", None, 3),
    ]
    assert word(p(r("甲")) + p(r("末"), mark)).text == "甲\n末"


def test_a_deleted_row_is_out_and_the_rows_below_move_up() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    rows = (
        row.format("", p(r("甲")))
        + row.format(f"<w:trPr><w:del {TRACKED}/></w:trPr>", p(r("乙")))
        + row.format("", p(r("丙")))
    )
    found = word(f"<w:tbl>{rows}</w:tbl>")
    assert [(b.cell, b.span.of(found.text), b.paragraph) for b in found.blocks] == [
        ("T1R1C1", "甲", 1),
        ("T1R2C1", "丙", 3),
    ]
    assert len(found.unread) == 1


def test_hidden_text_is_out_and_told() -> None:
    found = read(build_docx(["甲", Paragraph("乙", hidden="暗语")]), name="a.docx")
    assert (found.text, [(str(u.what), u.where) for u in found.unread]) == ("甲\n乙", [("隐藏文字", "第 2 段")])


@pytest.mark.parametrize(
    ("properties", "run", "text"),
    [
        ("", "<w:vanish w:val='0'/>", "甲乙"),
        ("", "<w:rStyle w:val='暗'/>", "甲"),
        ("", "<w:rStyle w:val='暗'/><w:vanish w:val='false'/>", "甲乙"),
        ("<w:pStyle w:val='暗段'/>", "<w:vanish w:val='0'/>", "乙"),
        ("", "<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "甲乙"),
        ("<w:rPr><w:vanish/></w:rPr>", "", "甲乙"),
    ],
)
def test_hiding_comes_from_the_run_or_its_styles(properties: str, run: str, text: str) -> None:
    part = styles(
        '<w:style w:type="character" w:styleId="暗"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="暗段"><w:pPr><w:rPr/></w:pPr><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert word(p(r("甲") + r("乙", run), properties), style_part=part).text == text


# Fields, tables of contents


def test_of_a_field_the_result_is_text() -> None:
    assert word(p(r("第") + field(" PAGE ", r("3")) + r("页"))).text == "第3页"
    assert word(p(f'<w:fldSimple w:instr=" DATE ">{r("1月2日")}</w:fldSimple>')).text == "1月2日"


def test_a_field_inside_an_instruction_does_not_show() -> None:
    inner = field(" REF x ", r("不显示"))
    outer = field(f" IF </w:instrText></w:r>{inner}<w:r><w:instrText> 1 ", r("显示"))
    assert word(p(outer)).text == "显示"


def test_a_field_without_an_end_does_not_swallow_the_rest() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert word(p(r("甲") + begin) + p(r("乙"))).text == "甲\n乙"


def test_a_field_that_is_lost_inside_a_simple_one_ends_with_it() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert word(p(f'<w:fldSimple w:instr=" DATE ">{begin}</w:fldSimple>{r("甲")}')).text == "甲"


def test_stray_field_marks_do_no_harm() -> None:
    stray = (
        '<w:r><w:instrText> X </w:instrText><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="x"/></w:r>'
    )
    assert word(p(stray + r("甲")) + p(field("", r("乙")) + stray)).text == "甲\n乙"


def toc(*entries: str, ends: bool = True) -> str:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    start = f'{marks["begin"]}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>{marks["separate"]}'
    lines = [p((start if i == 0 else "") + r(entry)) for i, entry in enumerate(entries)]
    return "".join(lines) + (p(marks["end"]) if ends else "")


def test_a_table_of_contents_is_furniture_with_its_heading() -> None:
    found = word(p(r("目　录")) + toc("一、举措\t1", "二、不足\t2") + p(r("一、举措")))
    assert [b.kind for b in found.blocks] == ["furniture", "furniture", "furniture", "paragraph"]


def test_a_table_of_contents_without_an_end_does_not_swallow_the_report() -> None:
    found = word(toc("一、举措\t1", ends=False) + p(r("一、举措")))
    assert [b.kind for b in found.blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("style_id", "style_part"),
    [("TOC1", ""), ("11", '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>')],
)
def test_a_paragraph_in_a_contents_style_is_furniture_without_number_or_level(style_id: str, style_part: str) -> None:
    properties = f'<w:pStyle w:val="{style_id}"/>{num(1)}<w:outlineLvl w:val="0"/>'
    found = word(p(r("一、举措\t1"), properties) + p(r("甲")), style_part=styles(style_part))
    first = found.blocks[0]
    assert (first.kind, first.level, first.auto_number, found.blocks[1].kind) == ("furniture", None, None, "paragraph")


def test_a_contents_control_is_furniture() -> None:
    gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    found = word(f"<w:sdt>{gallery}<w:sdtContent>{p(r('目录'))}{p(r('甲 1'))}</w:sdtContent></w:sdt>{p(r('甲'))}")
    assert [b.kind for b in found.blocks] == ["furniture", "furniture", "paragraph"]


# Tables, text boxes


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
    wide = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p(r('甲'))}</w:tc>"
    narrow = f"<w:tc>{p(r('乙'))}{p(r('又'))}</w:tc>"
    row = f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{wide}{narrow}</w:tr>"
    assert [b.cell for b in word(f"<w:tbl>{row}</w:tbl>").blocks] == ["T1R1C2", "T1R1C4", "T1R1C4"]


def test_a_table_in_a_cell_has_a_number_of_its_own() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('内'))}</w:tc><w:tc>{p(r('里'))}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{inner}{p(r('外'))}</w:tc><w:tc>{p(r('边'))}</w:tc></w:tr></w:tbl>"
    assert [b.cell for b in word(outer).blocks] == ["T2R1C1", "T2R1C2", "T1R1C1", "T1R1C2"]


def test_a_table_of_one_cell_is_a_frame_around_text() -> None:
    found = read(build_docx([Table([["一、主要举措"]]), "正文。"]), name="a.docx")
    assert [b.kind for b in found.blocks] == ["paragraph", "paragraph"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    found = read(build_docx([Paragraph("甲", box="框内"), "乙"]), name="a.docx")
    assert [(b.span.of(found.text), b.paragraph) for b in found.blocks] == [("甲", 1), ("框内", 2), ("乙", 3)]


def test_a_text_box_in_the_old_form_alone_is_read() -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(r('框'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    only_fallback = f"<w:r><mc:AlternateContent><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    assert word(p(r("甲") + old + only_fallback)).text == "甲\n框\n框"


def test_a_run_goes_on_after_its_text_box() -> None:
    box = text_box(p(r("框", "<w:vanish w:val='0'/>"))).removeprefix("<w:r>").removesuffix("</w:r>")
    assert (
        word(p(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t>{box}<w:t>藏</w:t></w:r>") + p(r("乙"))).text == "框\n乙"
    )


# What is not body


def test_headers_comments_and_notes_are_not_body_and_notes_are_told() -> None:
    references = "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:endnoteReference w:id='1'/></w:r>"
    notes = document(p(r("注文"))).replace("w:document", "w:footnotes")
    comment = "<w:commentRangeStart w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>"
    data = build_package(document(p(r("甲") + references + comment)), parts={"word/footnotes.xml": notes})
    found = read(data, name="a.docx")
    assert (found.text, [str(u.what) for u in found.unread]) == ("甲", ["脚注或尾注"])


@pytest.mark.parametrize(
    ("foreign", "told"),
    [
        ("<w:altChunk/>", ("插入的另一个文档", True)),
        ("<w:subDoc/>", ("插入的另一个文档", True)),
        (p("<w:r><w:object/></w:r>"), ("嵌入的对象或文件", False)),
    ],
)
def test_foreign_content_is_told(foreign: str, told: tuple[str, bool]) -> None:
    assert [(str(u.what), u.is_body) for u in word(p(r("甲")) + foreign).unread] == [told]


def test_many_places_are_told_shortly_in_two_languages() -> None:
    found = read(build_docx([Paragraph("甲", hidden="暗")] * 7), name="a.docx")
    where = found.unread[0].where
    assert (str(where), getattr(where, "en", "")) == ("第 1、2、3、4、5 段等", "paragraph 1, 2, 3, 4, 5 and more")


def test_pictures_alone_are_refused_as_such() -> None:
    with pytest.raises(ReadError, match="只有图片"):
        word(p("<w:r><w:drawing/></w:r>"))


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(ReadError, match="没有文字"):
        word(p() + p(r(" \u3000")))
