"""Word files: what is text, what is not, and where it stands."""

from __future__ import annotations

import pytest

from lawcheck.readers import read
from tests.docx_builder import Paragraph, build_docx, build_package, document, p, r, styles
from tests.docx_pieces import control
from tests.unit.readers.seen import body, word_document


def base(content: str, attributes: str = "") -> str:
    return f'<w:style w:styleId="A"{attributes}>{content}</w:style>'


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
    found = word_document(p(r("标题"), properties), styles=styles(style_part + based))
    assert found.blocks[0].level == level


def test_line_breaks_tabs_and_hyphens_become_characters() -> None:
    run = "<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>15件</w:t><w:tab/><w:t>软</w:t><w:softHyphen/><w:t>连</w:t></w:r>"
    assert word_document(p(run)).text == "12-15件\t软连"


@pytest.mark.parametrize("tag", ["w:br", "w:cr", 'w:br w:type="page"'])
def test_a_line_broken_by_hand_is_a_block_of_the_same_paragraph(tag: str) -> None:
    found = word_document(p(f"<w:r><w:t>云溪县水务局</w:t><{tag}/><w:t> 年度报告</w:t></w:r>"))
    assert [(b.span.of(found.text), b.paragraph) for b in found.blocks] == [("云溪县水务局", 1), ("年度报告", 1)]


def test_a_heading_broken_by_hand_stays_one_block() -> None:
    found = word_document(p(r("一、主要举措\n和成效"), '<w:outlineLvl w:val="0"/>'))
    assert body(found) == ["一、主要举措\n和成效"]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("宋体", "2460", "①"),
        ("宋体", "20BB7", "𠮷"),
        ("Wingdings", "F081", "①"),
        ("Wingdings", "F08A", "⑩"),
        ("Wingdings", "F095", "❿"),
        ("Symbol", "F0B3", "≥"),
        ("Wingdings", "F0FC", ""),
        ("Webdings", "F081", ""),
        ("宋体", "D800", ""),
        ("宋体", "x", ""),
        ("宋体", "", ""),
        ("宋体", "110000", ""),
    ],
)
def test_symbols_are_characters_but_letters_of_picture_fonts_are_not(font: str, code: str, shown: str) -> None:
    assert word_document(p(f'<w:r><w:sym w:font="{font}" w:char="{code}"/><w:t>甲</w:t></w:r>')).text == f"{shown}甲"


def test_links_smart_tags_controls_and_directions_are_read_through() -> None:
    inline = "".join(
        f"<{tag}>{r(text)}</{tag}>"
        for tag, text in [("w:hyperlink", "甲"), ("w:smartTag", "乙"), ("w:bdo", "丙"), ("w:customXml", "丁")]
    )
    assert (
        word_document(p(inline + control(r("戊"))) + control(p(r("己")) + control(p(r("庚"))))).text
        == "甲乙丙丁戊\n己\n庚"
    )


def test_ruby_is_left_out_and_its_base_read() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('xi')}</w:rt><w:rubyBase>{r('溪')}</w:rubyBase></w:ruby></w:r>"
    assert word_document(p(r("云") + ruby)).text == "云溪"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("<m:r><m:t>3+2</m:t></m:r>", "3+2"),
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "1/2"),
        ("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup>", "10^4"),
    ],
)
def test_a_formula_is_text_in_one_line(formula: str, shown: str) -> None:
    assert word_document(p(r("合计") + f"<m:oMath>{formula}</m:oMath>")).text == f"合计{shown}"


def test_strict_files_are_read() -> None:
    strict = build_package(
        document(p(r("甲"))).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    )
    assert read(strict, name="a.docx").text == "甲"


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
    assert word_document(p(r("甲") + r("乙", run), properties), styles=part).text == text


def test_of_two_styles_each_turns_over_what_the_other_hides() -> None:
    part = styles(
        '<w:style w:type="character" w:styleId="暗"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="暗段"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    run = r("甲") + r("乙", '<w:rStyle w:val="暗"/>')
    assert word_document(p(run, '<w:pStyle w:val="暗段"/>'), styles=part).text == "乙"


def test_hiding_may_be_the_default_of_the_file() -> None:
    part = styles("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>")
    found = word_document(p(r("暗") + r("明", '<w:vanish w:val="0"/>')), styles=part)
    assert (found.text, len(found.unread)) == ("明", 1)


def test_a_heading_whose_end_is_hidden_stays_a_block_beside_its_text() -> None:
    heading = '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>'
    found = word_document(p(r("（一）加强学习。"), heading) + p(r("全年学习12次。")))
    assert [(b.level, b.span.of(found.text)) for b in found.blocks] == [
        (2, "（一）加强学习。"),
        (None, "全年学习12次。"),
    ]
    assert found.unread == ()


def test_a_large_initial_belongs_to_its_paragraph() -> None:
    initial = p(r("青"), '<w:framePr w:dropCap="drop" w:lines="2"/>')
    assert word_document(initial + p(r("岚区水务局。")) + p(r("乙"))).text == "青岚区水务局。\n乙"


def test_text_hidden_on_the_web_or_squeezed_is_text() -> None:
    assert word_document(p(r("甲", "<w:webHidden/>") + r("乙", '<w:fitText w:val="600"/>'))).text == "甲乙"


def test_a_macro_file_and_what_wps_adds_are_read() -> None:
    parts = {"word/vbaProject.bin": b"\0", "customXml/item1.xml": "<坏", "docProps/custom.xml": "<坏"}
    assert read(build_package(document(p(r("甲"))), parts=parts), name="a.docm").text == "甲"
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    odd = p(r("举措"), f'<w:pStyle w:val="2"/><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{number}')
    style = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:uiPriority w:val="0"/></w:style>'
    found = word_document(odd, styles=styles(style))
    assert [(b.level, b.span.of(found.text)) for b in found.blocks] == [(1, "一、举措")]
