"""Word files: what was not read is told, with its place and whether it may be text of the report."""

from __future__ import annotations

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import read
from tests.docx_builder import Paragraph, build_docx, build_package, document, p, r, text_box
from tests.docx_pieces import control, drawing, embedded, old_picture
from tests.unit.readers.seen import body, told, word_document

PICTURES = "图片：里面如有文字，没有读到"
TEXT = p(r("各科室按照分工开展工作，全年没有发生重大事故。" * 10))
PHOTO = drawing("picture", 14, 9)
PLACEHOLDER = "<w:showingPlcHdr/>"


# Pictures


@pytest.mark.parametrize(
    ("xml", "notes"),
    [
        (TEXT + p(PHOTO), [(PICTURES, "第 2 段", False)]),
        (TEXT + p(drawing("picture", 15.5, 22)), [(PICTURES, "第 2 段", True)]),
        (TEXT + p(PHOTO) * 3, [(PICTURES, "第 2、3、4 段", True)]),
        (p(r("云溪县水务局")) + p(PHOTO), [(PICTURES, "第 2 段", True)]),
        (TEXT + p(drawing("picture", 2, 2)), []),
        (TEXT + p(drawing("picture", 15.5, 0.2)), []),
        (
            TEXT + p(old_picture("position:absolute;width:14cm;height:9cm;mso-width-percent:0")),
            [(PICTURES, "第 2 段", False)],
        ),
        (TEXT + p(old_picture("width:440pt;height:8.8in")), [(PICTURES, "第 2 段", True)]),
        (TEXT + p(old_picture("")), [(PICTURES, "第 2 段", False)]),
        (TEXT + p(drawing("chart", 14, 9)), [("图表里的文字", "第 2 段", False)]),
        (TEXT + p(drawing("diagram", 14, 9)), [("SmartArt 图形里的文字", "第 2 段", True)]),
        (TEXT + p(text_box(p(r("框")))), []),
        (TEXT + p(text_box(p(PHOTO))), [(PICTURES, "第 2 段", False)]),
    ],
)
def test_pictures_are_told_and_weighed_against_the_text(xml: str, notes: list[tuple[str, str, bool]]) -> None:
    assert told(word_document(xml)) == notes


def test_a_picture_in_two_forms_is_one() -> None:
    both = f"<mc:Choice>{PHOTO}</mc:Choice><mc:Fallback>{PHOTO * 9}</mc:Fallback>"
    assert told(word_document(TEXT + p(f"<mc:AlternateContent>{both}</mc:AlternateContent>"))) == [
        (PICTURES, "第 2 段", False)
    ]


@pytest.mark.parametrize(
    ("program", "aspect", "is_body"),
    [
        ("Word.Document.12", "Content", True),
        ("WPS.Doc.6", "Content", True),
        ("Excel.Sheet.8", "Content", True),
        ("Word.Document.12", "Icon", False),
        ("Equation.3", "Content", False),
        ("Package", "Icon", False),
        ("Visio.Drawing.15", "Content", False),
    ],
)
def test_an_embedded_document_that_shows_may_be_text_of_the_report(program: str, aspect: str, is_body: bool) -> None:
    found = word_document(TEXT + p(embedded(program, aspect)))
    assert told(found) == [("嵌入的对象或文件", "第 2 段", is_body)]


def test_pictures_alone_are_refused_as_such() -> None:
    with pytest.raises(ReadError, match="只有图片"):
        word_document(p("<w:r><w:drawing/></w:r>"))


# Content controls


@pytest.mark.parametrize(
    "xml",
    [
        control(p(r("单击此处输入文字")), PLACEHOLDER) + p(r("甲")),
        p(control(r("单击此处输入文字"), PLACEHOLDER) + r("甲")),
        p(control(control(r("单击此处"), "<w:text/>"), PLACEHOLDER) + r("甲")),
    ],
)
def test_a_prompt_to_fill_in_is_no_text_and_is_told(xml: str) -> None:
    found = word_document(xml)
    assert (body(found), told(found)) == (["甲"], [("没有填写的内容控件，占位的提示文字未计入", "第 1 段", False)])


def test_a_control_that_was_filled_in_is_read() -> None:
    for properties in ("<w:placeholder/>", '<w:showingPlcHdr w:val="0"/>', "<w:rPr><w:vanish/></w:rPr>"):
        found = word_document(p(control(r("甲"), properties)))
        assert (body(found), told(found)) == (["甲"], [])


# Notes, comments, other documents


def test_comments_and_notes_are_not_body_and_told() -> None:
    references = "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:endnoteReference w:id='1'/></w:r>"
    notes = document(p(r("注文"))).replace("w:document", "w:footnotes")
    comment = "<w:commentRangeStart w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>"
    data = build_package(document(p(r("甲") + references + comment)), parts={"word/footnotes.xml": notes})
    found = read(data, name="a.docx")
    assert (found.text, told(found)) == ("甲", [("批注", "第 1 段", False), ("脚注或尾注", "第 1 段", False)])


@pytest.mark.parametrize(
    ("xml", "where"),
    [
        ("<w:altChunk/>" + p(r("甲")), "文件开头"),
        (p(r("甲")) + "<w:altChunk/><w:altChunk/>", "第 1 段之后"),
        (p(r("甲")) + p(r("乙") + "<w:subDoc/>"), "第 2 段之后"),
    ],
)
def test_another_document_inserted_here_may_be_text_of_the_report(xml: str, where: str) -> None:
    assert told(word_document(xml)) == [("插入的另一个文档", where, True)]


RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


@pytest.mark.parametrize(
    ("kind", "root", "text", "reason"),
    [
        ("header", "hdr", "云溪县水务局", "正文是空的，文字只在页眉、页脚或注释里"),
        ("footer", "ftr", "云溪县水务局", "正文是空的"),
        ("footnotes", "footnotes", "云溪县水务局", "正文是空的"),
        ("header", "hdr", " ", "没有文字"),
        ("comments", "comments", "云溪县水务局", "没有文字"),
    ],
)
def test_a_body_without_text_is_refused_and_where_the_text_is_is_said(
    kind: str, root: str, text: str, reason: str
) -> None:
    link = f'<Relationship Id="a" Type="http://x/{kind}" Target="{kind}1.xml"/>'
    parts = {
        "word/_rels/document.xml.rels": RELATIONS.format(link),
        f"word/{kind}1.xml": document(p(r(text))).replace("w:document", f"w:{root}"),
    }
    with pytest.raises(ReadError, match=reason):
        read(build_package(document(p() + p(r(" \u3000"))), parts=parts), name="a.docx")


def test_headers_are_no_body() -> None:
    link = '<Relationship Id="a" Type="http://x/header" Target="header1.xml"/>'
    parts = {"word/_rels/document.xml.rels": RELATIONS.format(link), "word/header1.xml": "<坏"}
    assert read(build_package(document(p(r("甲"))), parts=parts), name="a.docx").text == "甲"


# Places


def test_many_places_are_told_shortly_in_two_languages() -> None:
    found = read(build_docx([Paragraph("甲", hidden="暗")] * 7), name="a.docx")
    where = found.unread[0].where
    assert (str(where), getattr(where, "en", "")) == ("第 1、2、3、4、5 段等", "paragraph 1, 2, 3, 4, 5 and more")


def test_places_are_paragraphs_as_word_counts_them() -> None:
    box = text_box(p(r("框")) + p(r("暗", "<w:vanish/>")))
    found = word_document(p() + p(r("甲") + box) + p(r("暗", "<w:vanish/>") + r("乙")))
    assert told(found) == [("隐藏文字", "第 2、3 段", False)]
    assert [block.paragraph for block in found.blocks] == [2, 2, 3]
