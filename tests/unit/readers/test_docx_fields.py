"""Word files: of a field the result is text; a table of contents is none of the report."""

from __future__ import annotations

import pytest

from tests.docx_builder import num, p, r, styles
from tests.docx_pieces import control, field, field_mark, instruction
from tests.unit.readers.seen import body, told, word_document


def simple(text: str, result: str = "") -> str:
    return f'<w:fldSimple w:instr="{text}">{result}</w:fldSimple>'


@pytest.mark.parametrize(
    "text",
    [
        " PAGE ",
        " NUMPAGES ",
        ' HYPERLINK "http://127.0.0.1/" ',
        " REF 标题 \\h ",
        " PAGEREF 标题 \\h ",
        " STYLEREF 1 ",
        " SEQ 表 \\* ARABIC ",
        " FORMTEXT ",
        " DOCPROPERTY x ",
        ' INCLUDETEXT "C:\\a.docx" ',
        " DDEAUTO cmd calc ",
        " =SUM(ABOVE) ",
        " 未来的域 ",
    ],
)
def test_of_a_field_the_result_is_text_and_the_instruction_never(text: str) -> None:
    escaped = text.replace('"', "&quot;")
    for xml in (field(text, r("3")), simple(escaped, r("3"))):
        found = word_document(p(r("第") + xml + r("页")))
        assert (found.text, told(found)) == ("第3页", [])


def test_a_result_may_run_over_paragraphs() -> None:
    start = field_mark("begin") + instruction(" INCLUDETEXT x ") + field_mark("separate")
    assert word_document(p(start + r("甲")) + p(r("乙") + field_mark("end"))).text == "甲\n乙"


@pytest.mark.parametrize("text", [' DATE \\@ "yyyy年M月d日" ', " TIME ", " date "])
def test_a_date_that_moves_is_read_as_saved_and_told(text: str) -> None:
    expected = [("打开时会自动变化的日期，按保存时的日期读取", "第 1 段", False)]
    for xml in (field(text, r("2025年1月2日")), simple(text.replace('"', "&quot;"), r("2025年1月2日"))):
        assert [(d.text, told(d)) for d in [word_document(p(xml))]] == [("2025年1月2日", expected)]
    assert told(word_document(p(field(" SAVEDATE ", r("2025年1月2日"))))) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" eq \\o\\ac(○,1)", "①甲"),
        ("EQ \\o \\ac(○, 20)", "⑳甲"),
        ("EQ \\o\\ac(○,21)", "21甲"),
        ("EQ \\o\\ac(□,密)", "密甲"),
        ('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(xī),溪)', "溪甲"),
    ],
)
def test_a_character_in_a_circle_is_read(text: str, shown: str) -> None:
    pieces = "".join(map(instruction, (text[:5], text[5:])))
    found = word_document(p(field_mark("begin") + pieces + field_mark("end") + r("甲")))
    assert (found.text, told(found)) == (shown, [])


@pytest.mark.parametrize("text", [" AUTONUM ", " LISTNUM ", " SYMBOL 61 ", " EQ \\f(1,2)"])
def test_what_is_saved_nowhere_is_told(text: str) -> None:
    found = word_document(p(field(text, None) + r("甲")))
    assert (found.text, told(found)) == ("甲", [("域：显示的内容没有保存在文件里", "第 1 段", False)])
    assert told(word_document(p(field(" TC 甲 ", None) + r("甲")))) == []


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ('<w:result w:val="1"/>', "已完成"),
        ("", "未完成"),
        ('<w:result w:val="9"/>', ""),
        ('<w:default w:val="1"/>', "已完成"),
    ],
)
def test_the_choice_of_a_drop_down_field_is_read(chosen: str, shown: str) -> None:
    entries = '<w:listEntry w:val="未完成"/><w:listEntry w:val="已完成"/>'
    data = f"<w:ffData><w:ddList>{chosen}{entries}</w:ddList></w:ffData>"
    assert body(word_document(p(r("整改") + field(" FORMDROPDOWN ", None, data)))) == [f"整改{shown}"]


def test_fields_that_never_end_are_forgotten_in_the_end() -> None:
    endless = (field_mark("begin") + instruction("X") + field_mark("separate")) * 300
    assert word_document(p(endless + r("甲")) + p(field(" PAGE ", r("3")) + r("乙"))).text == "甲\n3乙"


def test_a_field_inside_an_instruction_does_not_show() -> None:
    inner = field(" REF x ", r("不显示"))
    outer = field(f" IF </w:instrText></w:r>{inner}<w:r><w:instrText> 1 ", r("显示"))
    assert word_document(p(outer)).text == "显示"


def test_a_field_without_an_end_does_not_swallow_the_rest() -> None:
    assert word_document(p(r("甲") + field_mark("begin")) + p(r("乙"))).text == "甲\n乙"


def test_a_field_that_is_lost_inside_a_simple_one_ends_with_it() -> None:
    assert word_document(p(f'<w:fldSimple w:instr=" DATE ">{field_mark("begin")}</w:fldSimple>{r("甲")}')).text == "甲"


def test_stray_field_marks_do_no_harm() -> None:
    stray = (
        '<w:r><w:instrText> X </w:instrText><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="x"/></w:r>'
    )
    assert word_document(p(stray + r("甲")) + p(field("", r("乙")) + stray)).text == "甲\n乙"


# Tables of contents


def toc(*entries: str, ends: bool = True) -> str:
    start = field_mark("begin") + instruction(' TOC \\o "1-3" ') + field_mark("separate")
    lines = [p((start if i == 0 else "") + r(entry)) for i, entry in enumerate(entries)]
    return "".join(lines) + (p(field_mark("end")) if ends else "")


def test_a_table_of_contents_is_furniture_with_its_heading() -> None:
    found = word_document(p(r("目　录")) + toc("一、举措\t1", "二、不足\t2") + p(r("一、举措")))
    assert [b.kind for b in found.blocks] == ["furniture", "furniture", "furniture", "paragraph"]


def test_a_table_of_contents_without_an_end_does_not_swallow_the_report() -> None:
    found = word_document(toc("一、举措\t1", ends=False) + p(r("一、举措")))
    assert [b.kind for b in found.blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("style_id", "style_part"),
    [
        ("TOC1", ""),
        ("26", '<w:style w:type="paragraph" w:styleId="26"><w:name w:val="WPSOffice手动目录 1"/></w:style>'),
        ("11", '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'),
    ],
)
def test_a_paragraph_in_a_contents_style_is_furniture_without_number_or_level(style_id: str, style_part: str) -> None:
    properties = f'<w:pStyle w:val="{style_id}"/>{num(1)}<w:outlineLvl w:val="0"/>'
    found = word_document(p(r("一、举措\t1"), properties) + p(r("甲")), styles=styles(style_part))
    first = found.blocks[0]
    assert (first.kind, first.level, first.auto_number, found.blocks[1].kind) == ("furniture", None, None, "paragraph")


def test_a_contents_control_is_furniture() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    found = word_document(control(p(r("目录")) + p(r("甲 1")), gallery) + p(r("甲")))
    assert [b.kind for b in found.blocks] == ["furniture", "furniture", "paragraph"]


def test_a_line_of_contents_with_its_page_is_furniture() -> None:
    page = field(" PAGEREF _Toc1 ", r("3", "<w:webHidden/>"))
    link = f'<w:hyperlink w:anchor="_Toc1">{r("一、举措")}{page}</w:hyperlink>'
    marks = field_mark("begin") + instruction(" TOC ") + field_mark("separate")
    found = word_document(p(marks + link) + p(field_mark("end")) + p(r("一、举措"), '<w:outlineLvl w:val="0"/>'))
    assert [(b.kind, b.level, b.span.of(found.text)) for b in found.blocks] == [
        ("furniture", None, "一、举措3"),
        ("paragraph", 1, "一、举措"),
    ]


def test_a_table_of_contents_that_ends_with_the_file_does_not_swallow_the_report() -> None:
    found = word_document(toc("一、举措", "正文。", "二、不足"))
    assert [b.kind for b in found.blocks] == ["paragraph"] * 3
