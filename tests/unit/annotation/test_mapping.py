"""A comment stands at exactly the phrase that is meant, however the paragraph is made; the text stays as it is."""

from __future__ import annotations

import zipfile
from functools import partial
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.annotation import word
from lawcheck.annotation.note import Note
from lawcheck.annotation.placing import find_lines
from lawcheck.model.document import Document
from lawcheck.readers import read
from lawcheck.text.span import Span
from tests.docx_builder import build_package, document, num, p, r, text_box
from tests.docx_pieces import cell, control, field, mark, row, table, tracked
from tests.unit.annotation.seen import commented, comments


def annotated(data: bytes, found: Document, *spans: Span | None) -> bytes:
    """Return the file with a comment for each span, whose words are its number."""
    told = [Note(span, ((f"{i}", ""),)) for i, span in enumerate(spans)]
    return word.annotate(data, found, partial(find_lines, found), told, lang="zh", date=None)


def package(*elements: str) -> tuple[bytes, Document]:
    data = build_package(document("".join(elements)))
    return data, read(data, name="报告.docx")


def phrase(found: Document, words: str) -> Span:
    at = found.text.index(words)
    return Span(at, at + len(words))


def squeezed(text: str) -> str:
    return "".join(text.split())


def deleted(text: str) -> str:
    return tracked("del", r(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText "))


LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
TAG = '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>'
ONE_RUN = (
    "<w:r><w:rPr><w:b/></w:rPr><w:t>甲乙 &amp;</w:t><w:tab/><w:t> 丙</w:t><w:noBreakHyphen/><w:t>丁&#x6208;</w:t></w:r>"
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (r("开展培训十二场"), "培训"),
        (r("开展培训十二场"), "开展培训十二场"),
        (r("开展") + r("培训", "<w:b/>") + r("十二场"), "展培训十"),
        (r("开展") + tracked("ins", r("法治培训")) + deleted("没有") + r("十二场"), "治培训十"),
        (r("开展") + tracked("ins", r("法治培训")), "法治"),
        (tracked("ins", r("整段都是插入的")), "都是"),
        (r("见") + LINK.format(r("网站上的通知")) + r("。"), "站上"),
        (r("见") + TAG.format(r("云溪县")) + r("。"), "云溪"),
        (r("共") + field("PAGE", r("一二三")) + r("页"), "二三页"),
        (r("共") + '<w:fldSimple w:instr="PAGE">' + r("一二三") + "</w:fldSimple>" + r("页"), "一二"),
        (r("在") + control(r("行内控件里的字")) + r("外"), "控件里"),
        (ONE_RUN, "乙 &\t 丙-丁"),
        (ONE_RUN, "\t 丙"),
        (ONE_RUN, "&"),
        (ONE_RUN, "-丁"),
        (ONE_RUN, "丁戈"),
        (ONE_RUN, "戈"),
        (r("上一行\n下一行的字"), "下一行"),
        (r("前后有空格 的 字"), "空格 的"),
        (r("显示") + r("隐藏的", "<w:vanish/>") + r("的字"), "示的"),
        (r("𠮷野与Ａｂ"), "野与Ａ"),
    ],
)
def test_a_comment_stands_at_the_phrase_and_at_nothing_else(content: str, words: str) -> None:
    data, found = package(p(r("标题")), p(content), p(r("末段")))
    out = annotated(data, found, phrase(found, words))
    shown = commented(out)["0"].replace("隐藏的", "")
    assert (shown.strip(), read(out, name="报告.docx").text) == (words.strip(), found.text)


def test_the_blanks_at_a_cut_are_kept_by_word() -> None:
    data, found = package(p("<w:r><w:t>甲 乙 丙</w:t></w:r>"))
    out = annotated(data, found, phrase(found, "乙"))
    body = out_part(out)
    assert body.count('<w:t xml:space="preserve">') == 3
    assert commented(out) == {"0": "乙"}


def out_part(data: bytes) -> str:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()


def test_an_automatic_number_is_not_in_the_file_so_the_words_behind_it_are_taken() -> None:
    data, found = package(p(r("主要举措"), num(1, 0)), p(r("加强领导"), num(1, 1)))
    assert found.text == "一、主要举措\n（一）加强领导"
    out = annotated(data, found, phrase(found, "一、主要"), phrase(found, "（一）"))
    assert commented(out) == {"0": "主要", "1": "加强领导"}


def test_a_phrase_over_two_paragraphs_is_one_comment_but_not_into_a_table() -> None:
    data, found = package(
        p(r("第一段")), p(r("第二段")), table(row(cell(p(r("格甲"))), cell(p(r("格乙"))))), p(r("末段"))
    )
    whole, start = Span(0, len(found.text)), phrase(found, "一段\n第二")
    out = annotated(data, found, start, whole, Span(found.text.index("格甲"), len(found.text)))
    assert commented(out) == {"0": "一段第二", "1": "第一段第二段", "2": "格甲"}


def test_paragraphs_whose_end_is_deleted_are_one_to_a_comment_too() -> None:
    data, found = package(p(r("前半"), mark("del")), p(r("后半段")))
    assert found.text == "前半后半段"
    assert commented(annotated(data, found, phrase(found, "半后半"))) == {"0": "半后半"}


def test_a_table_cell_is_found_by_its_count() -> None:
    data, found = package(*(table(row(cell(p(r("同样的字"))), cell(p(r("同样的字"))))) for _ in range(2)))
    last = found.blocks[-1].span
    out = annotated(data, found, Span(last.start + 1, last.start + 3))
    assert commented(out) == {"0": "样的"}
    assert out_part(out).index("commentRangeStart") > out_part(out).rindex("<w:tc>")


@pytest.mark.parametrize(
    ("elements", "words", "anchor"),
    [
        ((p(r("上段")), control(p(r("控件里的段落"))), p(r("下段"))), "里的", "上段"),
        ((control(p(r("控件里的段落"))), p(r("下段"))), "里的", "下段"),
        ((p(r("上段")), control(table(row(cell(p(r("控件里的格"))))))), "里的", "上段"),
        ((p(r("段落") + text_box(p(r("框里的字")))),), "里的", "段落框里的字"),
        ((p(r("上段")), p(text_box(p(r("框里的字"))))), "里的", "框里的字"),
    ],
)
def test_where_no_comment_can_stand_it_stands_beside_and_tells_the_phrase(
    elements: tuple[str, ...], words: str, anchor: str
) -> None:
    data, found = package(*elements)
    out = annotated(data, found, phrase(found, words))
    assert commented(out) == {"0": anchor}
    assert f"所指文字：“{words}”" in comments(out)["0"]


def test_a_report_that_stands_in_a_control_as_a_whole_has_its_comments_there() -> None:
    data, found = package(control(p(r("全文")) + p(r("都在控件里"))))
    assert commented(annotated(data, found, phrase(found, "控件"), None)) == {"0": "控件", "1": "全文"}


def test_the_title_is_the_first_paragraph_where_there_is_none() -> None:
    data, found = package(p(), p(r("第一段")), p(r("第二段")))
    assert commented(annotated(data, found, None)) == {"0": "第一段"}


WORDS = st.text(st.sampled_from("甲乙丙丁戊 ，。&<\"'A1年"), min_size=1, max_size=8)
RUNS = st.one_of(
    WORDS.map(r),
    WORDS.map(lambda t: r(t, "<w:b/>")),
    WORDS.map(lambda t: tracked("ins", r(t))),
    WORDS.map(deleted),
    WORDS.map(lambda t: LINK.format(r(t))),
    WORDS.map(lambda t: field("REF x", r(t))),
    WORDS.map(lambda t: control(r(t))),
    st.just(ONE_RUN),
    st.just(r("上\n下\t左")),
)
CONTENT = st.lists(RUNS, min_size=1, max_size=5).map("".join)
ELEMENTS = st.one_of(
    CONTENT.map(p),
    CONTENT.map(lambda c: p(c, num(1, 0))),
    CONTENT.map(lambda c: p(c, mark("del"))),
    CONTENT.map(lambda c: table(row(cell(p(c) + p(r("格"))), cell(p(r("邻格")))))),
    st.tuples(CONTENT, CONTENT).map(lambda c: p(c[0] + text_box(p(c[1])))),
    CONTENT.map(lambda c: control(p(c))),
    st.just(p()),
)


@given(st.lists(ELEMENTS, min_size=1, max_size=6), st.data())
def test_any_phrases_of_any_report_are_met_and_its_text_stays(elements: list[str], draw: st.DataObject) -> None:
    data, found = package(p(r("标题")), *elements)
    spans = []
    for _ in range(draw.draw(st.integers(1, 5))):
        block = draw.draw(st.sampled_from(found.blocks))
        start = draw.draw(st.integers(block.span.start, block.span.end - 1))
        spans.append(Span(start, draw.draw(st.integers(start + 1, block.span.end))))
    out = annotated(data, found, *spans)
    met, told = commented(out), comments(out)
    again = read(out, name="报告.docx")
    assert (again.text, again.blocks) == (found.text, found.blocks)
    for i, span in enumerate(spans):
        block = found.block_at(span.start)
        assert block is not None
        line = Span(block.span.start + len(block.auto_number or ""), block.span.end)
        words = squeezed(found.text[max(span.start, line.start) : span.end])
        if "所指文字" not in told[str(i)]:
            assert squeezed(met[str(i)]) == (words or squeezed(line.of(found.text)))
