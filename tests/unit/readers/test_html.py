"""Saved web pages: the document is found in every style of page, and the site around it is not taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.docx_builder import Paragraph
from tests.html_builder import PUBLISHED, STYLES, build_html, build_old, build_trs, build_word, whole
from tests.unit.readers.seen import body, page

TITLE = "云溪县水务局2024年法治政府建设情况报告"
LONG = "2024年，云溪县水务局坚持依法治水，全年办理水事案件12件，开展执法检查36次，没有案件被撤销。"
MORE = "全年组织学法6次、普法宣传活动9场次，办理建议提案4件，办结率100%；执法人员全部持证上岗。"
SIGNED = ("云溪县水务局", "2025年1月16日")
REPORT = (
    TITLE,
    "一、主要举措",
    LONG,
    "（一）加强学习",
    MORE,
    "二、存在的不足",
    "执法力量偏少，主要是编制较紧。",
    *SIGNED,
)


@pytest.fixture
def good(root: Path) -> list[str]:
    """The paragraphs of a whole report."""
    text = (root / "examples" / "good" / "yunxi-2024.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]


def shown(content: str, name: str = "a.html") -> Document:
    return read(whole(content), name=name)


def told(document: Document) -> list[tuple[str, bool]]:
    return [(str(unread.what), unread.is_body) for unread in document.unread]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_page_gives_the_paragraphs_of_the_report(style: str, good: list[str]) -> None:
    document = read(STYLES[style](good), name="报告.html")
    assert body(document) == good
    assert (document.format, told(document)) == ("html", [])


@pytest.mark.parametrize("style", STYLES)
def test_a_short_report_is_found_too(style: str) -> None:
    assert body(read(STYLES[style](REPORT), name="报告.html")) == list(REPORT)


def test_a_page_in_the_style_of_trs_tells_its_metadata() -> None:
    document = read(build_trs(REPORT), name="a.html")
    assert document.metadata == (
        ("title", TITLE),
        ("published", PUBLISHED),
        ("source", "云溪县司法局"),
        ("column", "法治政府建设"),
        ("url", "https://www.example.gov.cn/a.html"),
    )
    assert not {"首页", "相关链接", "打印本页 关闭窗口"} & set(body(document))


def test_a_table_of_fields_is_metadata() -> None:
    document = read(STYLES["fields"](REPORT), name="a.html")
    assert document.metadata == (
        ("title", TITLE),
        ("published", "2025年01月20日"),
        ("publisher", "云溪县司法局"),
        ("document_number", "云政发〔2025〕3号"),
        ("written", "2025年1月16日"),
    )
    assert page(document)[:2] == ["索 引 号：", "YX001/2025-00012"]


def test_fields_in_one_line_without_blanks_are_told_apart() -> None:
    line = "<div><span>发布时间：2025-01-20</span><span>来源：云溪县水务局</span><span>浏览次数：12</span></div>"
    document = shown(f"<h1>{TITLE}</h1>{line}<div id=zoom><p>{LONG}</p></div>")
    assert document.metadata == (("published", "2025-01-20"), ("source", "云溪县水务局"))
    assert body(document) == [TITLE, LONG]


def test_a_list_of_terms_is_metadata() -> None:
    terms = "<dl><dt>发布机构</dt><dd>云溪县水务局</dd><dt>文号</dt><dd>云水〔2025〕1号</dd></dl>"
    document = shown(f"{terms}<div id=zoom><p>{TITLE}</p><p>{LONG}</p></div>")
    assert document.metadata == (("publisher", "云溪县水务局"), ("document_number", "云水〔2025〕1号"))


@pytest.mark.parametrize(
    "trail",
    [
        "<div>当前位置：<a href=/>首页</a> &gt; <a href=/a>政务公开</a> &gt; 年度报告</div>",
        "<div>您的位置： <a href=/>首页</a>&gt;<a href=/a>政务公开</a>&gt;<a href=/b>年度报告</a></div>",
        "<div>当前位置：</div><ul><li><a href=/>首页</a><li><a href=/a>政务公开</a><li><a href=/b>年度报告</a></ul>",
        "<ol class=breadcrumb><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li><li>年度报告</li></ol>",
    ],
)
def test_the_trail_of_navigation_is_the_column(trail: str) -> None:
    document = shown(
        f"<div class=nav><a href=/x>互动</a></div>{trail}<h1>{TITLE}</h1><div class=TRS_Editor><p>{LONG}</div>"
    )
    column = document.meta("column") or ""
    assert "".join(column.split()).replace(">", "") == "首页政务公开年度报告"
    assert body(document) == [TITLE, LONG]


def test_the_title_may_stand_outside_and_is_taken_once() -> None:
    outside = f"<h1>{TITLE}</h1><div class=share><a href=#>微信</a></div>"
    assert body(shown(f"{outside}<div id=zoom><p>{LONG}</p></div>")) == [TITLE, LONG]
    twice = shown(f"{outside}<div id=zoom><p>云溪县水务局<br>2024年法治政府建设情况报告</p><p>{LONG}</p></div>")
    assert body(twice) == ["云溪县水务局", "2024年法治政府建设情况报告", LONG]


def test_the_name_of_the_site_is_not_the_title() -> None:
    head = "<div><h1>云溪县人民政府门户网</h1></div>" + f'<div class="con-title">{TITLE}</div>'
    page = f"<html><head><title>{TITLE}_云溪县人民政府门户网</title></head><body>{head}<div id=zoom><p>{LONG}</p></div>"
    document = read(page.encode(), name="a.html")
    assert (body(document), document.meta("title")) == ([TITLE, LONG], f"{TITLE}_云溪县人民政府门户网")


def test_text_next_to_the_known_block_is_taken_as_well() -> None:
    document = shown(f"<div><div id=zoom><p>{LONG}</p></div><p>{MORE}</p><p>{SIGNED[0]}</p><p>{SIGNED[1]}</p></div>")
    assert body(document) == [LONG, MORE, *SIGNED]


def test_running_text_elsewhere_on_the_page_is_said() -> None:
    menu = "<ul><li><a href=/a>甲</a></li><li><a href=/b>乙</a></li><li><a href=/c>丙</a></li></ul>"
    document = shown(f"<div id=zoom><p>{LONG}</p><p>{LONG}</p></div>{menu}<div><p>{MORE}</p></div>")
    assert body(document) == [LONG, LONG]
    assert told(document) == [(f"正文以外的文字（{len(MORE)} 字）", False)]


def test_a_menu_among_the_text_is_furniture() -> None:
    menu = "<ul><li><a href=/a>甲</a></li><li><a href=/b>乙</a></li><li><a href=/c>丙</a></li></ul>"
    assert body(shown(f"<p>{LONG}</p>{menu}<p>{MORE}</p>")) == [LONG, MORE]


def test_a_list_of_links_in_the_document_itself_is_kept() -> None:
    laws = "".join(f"<li><a href=/{i}>云溪县第{i}号规范性文件</a></li>" for i in range(4))
    assert len(body(shown(f"<div id=zoom><p>{LONG}</p><ul>{laws}</ul><p>{MORE}</p></div>"))) == 6


def test_the_site_around_the_document_is_no_residue_in_it() -> None:
    document = read(build_trs(REPORT), name="a.html")
    assert {block.kind for block in document.blocks} == {"paragraph", "metadata"}
    assert document.text.count("\n") == len(document.blocks) - 1


def test_a_block_called_a_menu_that_holds_the_text_is_no_menu() -> None:
    document = shown(f"<div class=main-nav-content><div class=menu><a href=/>首页</a></div><p>{LONG * 5}</p></div>")
    assert body(document) == [LONG * 5]


def test_hidden_text_is_left_out_and_said() -> None:
    hidden = "<span style='DISPLAY: none'>内部意见</span><p hidden>附注</p><p style='mso-hide:all'>备注</p>"
    document = shown(f"<div id=zoom><p>{LONG}{hidden}</p><p>{MORE}</p></div>")
    assert (body(document), told(document)) == ([LONG, MORE], [("隐藏文字", False)])
    assert str(document.unread[0].where) == "“内部意见附注备注…”"


def test_much_hidden_text_may_be_the_report() -> None:
    document = shown(f"<div id=zoom><p>{LONG}</p><div style='display:none'>{MORE * 3}</div></div>")
    assert told(document) == [("隐藏文字", True)]


def test_a_page_whose_text_a_script_shows_is_read() -> None:
    assert body(shown(f"<div id=js_content style='visibility: hidden; opacity: 0'><p>{LONG}</p></div>")) == [LONG]


def test_tracked_changes_notes_and_comments_of_word_are_told_apart() -> None:
    document = shown(
        f"<div class=WordSection1><p>{LONG}<ins>已改正。</ins><del>已删去。</del></p><p>{MORE}"
        "<a style='mso-footnote-id:ftn1' href='#_ftn1'>[1]</a><span class=MsoCommentReference>[批1]</span></p></div>"
        "<div style='mso-element:footnote-list'><p>[1] 注。</p></div><div style='mso-element:comment-list'>批注</div>"
    )
    assert body(document) == [f"{LONG}已改正。", MORE]
    assert [what[:4] for what, _ in told(document)] == ["未接受的", "脚注或尾"]


def test_the_numbers_that_word_wrote_out_are_text() -> None:
    document = read(build_word(REPORT), name="报告.doc")
    assert [b.auto_number for b in document.blocks if b.auto_number] == ["一、", "二、"]
    assert body(document) == list(REPORT)


def test_the_bullets_that_word_wrote_out_are_not() -> None:
    bullet = "<span style='font-family:Wingdings'><span style='mso-list:Ignore'>Ø<span>&nbsp;</span></span></span>"
    own = "<span style='mso-list:Ignore'>·</span>"
    assert body(shown(f"<p>{bullet}{LONG}</p><p>{own}{MORE}</p>")) == [LONG, MORE]


def test_blanks_are_those_that_a_browser_shows() -> None:
    words = "一、加强\n   学习\t\t提高 <b>能</b><i>力</i> with\nLaw 12\n件"
    document = shown(f"<p>　　{LONG}</p><p>&nbsp;&nbsp; {words}</p><p>&#8203;</p><p>&nbsp;</p>")
    assert body(document) == [LONG, "一、加强学习 提高 能力 with Law 12 件"]


def test_a_line_break_begins_a_paragraph_but_not_in_a_heading() -> None:
    document = shown(f"<h2>一、主要举措<br>和成效</h2><div>{LONG}<br/><br>{MORE}</br>末</div>")
    assert body(document) == ["一、主要举措和成效", LONG, MORE, "末"]
    assert [block.level for block in document.body] == [2, None, None, None]


def test_lines_of_preformatted_text_are_paragraphs() -> None:
    assert body(shown(f"<pre>{TITLE}\n\n{LONG}\n  {MORE}</pre>")) == [TITLE, LONG, MORE]


def test_headings_have_levels_unless_they_hold_the_text() -> None:
    document = shown(
        f"<h1>{TITLE}</h1><h3>一、举措</h3><h4>{LONG * 3}</h4><h2><p>甲</p><p>乙</p><p>丙</p><p>丁</p></h2>"
    )
    assert [block.level for block in document.body] == [1, 3, None, None, None, None, None]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3 type=A><li>甲<li value=7>乙<li>丙</ol>", ["C. 甲", "G. 乙", "H. 丙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li><p>甲</p><p>乙</p></li></ol>", ["一、甲", "乙"]),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul><ol reversed><li>丙</ol>", ["甲", "乙", "丙"]),
        ("<ol><li>一、甲<li>（二）乙<li>3．丙</ol>", ["一、甲", "（二）乙", "3．丙"]),
        ("<ol><li></li><li>甲<ul><li>乙</ul><li>丙</ol>", ["2. 甲", "乙", "3. 丙"]),
        ("<ol start=99999999999><li>甲</ol><ol type=☃><li>乙</ol>", ["1. 甲", "1. 乙"]),
    ],
)
def test_lists_have_the_numbers_that_a_browser_shows(content: str, lines: list[str]) -> None:
    document = shown(f"<div id=zoom><p>{LONG}</p>{content}</div>")
    assert body(document)[1:] == lines
    numbered = [b for b in document.body if b.auto_number]
    assert all(b.span.of(document.text).startswith(b.auto_number or "") for b in numbered)


@pytest.mark.parametrize(
    "declared", ["", "<meta charset=gb2312>", "<meta http-equiv=Content-Type content='text/html; charset=GBK'>"]
)
@pytest.mark.parametrize(("encoding", "name"), [("utf-8", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16")])
def test_the_bytes_decide_the_character_set_whatever_the_page_says(declared: str, encoding: str, name: str) -> None:
    document = read(f"<html><head>{declared}</head><p>{LONG}镕</p></html>".encode(encoding), name="a.html")
    assert (body(document), document.encoding) == ([f"{LONG}镕"], name)


def test_a_page_that_claims_utf_8_and_is_not_is_read() -> None:
    document = read(build_old(REPORT, charset="utf-8"), name="a.htm")
    assert (body(document), document.encoding) == (list(REPORT), "gb18030")


@pytest.mark.parametrize("charset", ["big5", "Shift_JIS", "euc-kr", "utf-7"])
def test_a_character_set_that_is_not_read_is_named(charset: str) -> None:
    with pytest.raises(ReadError, match=f"编码 {charset.lower()} 不能读取"):
        read(build_old(REPORT, charset=charset), name="a.htm")
    assert body(read(whole(f"<meta charset={charset}><p>{LONG}</p>"), name="a.htm")) == [LONG]


def test_xhtml_is_read_without_its_entities() -> None:
    source = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd" '
        '[<!ENTITY a SYSTEM "file:///etc/hostname">]><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><script src='a'/></head><body><p>{LONG}&a;</p><br /><p/><p>{MORE}</p></body></html>"
    )
    assert body(read(source.encode(), name="a.xhtml")) == [f"{LONG}&a;", MORE]


def test_a_fragment_without_a_frame_is_read() -> None:
    assert body(read(f"<p>{LONG}</p><td>{MORE}</td></div>".encode(), name="a.html")) == [LONG, MORE]


def test_the_address_from_which_a_browser_saved_the_page_is_kept() -> None:
    source = f"<!DOCTYPE html>\n<!-- saved from url=(0028)https://www.example.gov.cn/a -->\n<html><p>{LONG}</p>"
    assert read(source.encode(), name="a.html").metadata == (("url", "https://www.example.gov.cn/a"),)


@pytest.mark.parametrize(
    ("more", "what", "is_body"),
    [
        ("<a href=b.html>下一页</a>", "网页分页显示，只读取了这一页", True),
        ("<iframe src='/pdfjs/web/viewer.html?file=/a.pdf'></iframe>", "网页里嵌入的文件", True),
        ("<img src=a.jpg width=800 height=1100>", "正文里的图片", True),
        ("<img src=a.jpg width=600 height=400>", "正文里的图片", False),
        ("<!-- 没有结束的注释", "网页的末尾不完整，可能下载时中断", True),
    ],
)
def test_what_was_not_read_is_said(more: str, what: str, is_body: bool) -> None:
    document = read(f"<html><div id=zoom><p>{LONG * 4}</p><p>{MORE * 4}</p>{more}".encode(), name="a.html")
    assert told(document) == [(what, is_body)]


@pytest.mark.parametrize(
    "more",
    [
        "<a href='javascript:void(0)'>下一页</a>",
        "<p>下一页</p>",
        "<iframe src=/side.htm></iframe>",
        "<img src=icon.gif width=16 height=16>",
        "<img src=a.jpg style='width:40px;height:900px'>",
        "<button>打印</button><select><option>甲</option></select><svg><text>图</text></svg>",
    ],
)
def test_tools_and_signs_are_not_worth_a_word(more: str) -> None:
    document = shown(f"<div id=zoom><p>{LONG}</p>{more}<p>{MORE}</p></div>")
    assert told(document) == []
    assert [line for line in body(document) if line != "下一页"] == [LONG, MORE]


def test_a_page_of_pictures_alone_is_refused() -> None:
    with pytest.raises(ReadError, match="网页里只有图片，没有文字"):
        shown("<img src=1.jpg><img src=2.jpg>")


@pytest.mark.parametrize("name", ["报告.html", "报告.htm", "报告.xhtml", "报告.doc", "-"])
def test_a_page_is_known_by_its_content(name: str) -> None:
    assert body(read(build_html([Paragraph("云溪县", level=1), LONG]), name=name)) == ["云溪县", LONG]


def test_a_page_may_not_be_named_as_another_format() -> None:
    with pytest.raises(ReadError, match="与文件名所说的"):
        read(build_html([LONG]), name="报告.pdf")


def test_a_page_with_fields_and_links_around_unnamed_blocks_is_read() -> None:
    document = shown(
        "<div class=top><a href=/>首页</a><a href=/a>动态</a></div><div class=place>当前位置: <a href=/>主页</a> > "
        f"<a href=/x/>法治建设</a> > </div><div class=viewbox><div class=title><h2>{TITLE}</h2></div>"
        "<div class=info><small>时间:</small>2025-01-20 09:12<small>来源:</small>未知 <small>点击:</small>12次</div>"
        f"<div class=content><table><tr><td><div>{LONG}</div><div>一、举措</div><div>{MORE}</div>"
        f"<div>　　{SIGNED[0]}</div>"
        f"<div>　　{SIGNED[1]}</div></td></tr></table></div><strong>------分隔线------</strong>"
        "<ul><li>上一篇：<a href=1>关于开会的通知</a></li><li>下一篇：没有了</li></ul></div>"
        f"<div class=hot><dl><dt><a href=1>县水务局召开会议</a></dt><dd>{MORE}</dd></dl></div>"
    )
    assert body(document) == [TITLE, LONG, "一、举措", MORE, *SIGNED]
    assert document.metadata == (("published", "2025-01-20 09:12"), ("column", "主页 > 法治建设"))
    assert told(document) == [(f"正文以外的文字（{len(MORE)} 字）", False)]


def test_a_trail_laid_out_in_cells_is_one_line() -> None:
    trail = "<table><tr><td>当前位置：<td><a href=/>首页</a> <a href=/a>政务公开</a></table>"
    document = shown(
        f"{trail}<table><tr><td class=title>{TITLE}</td></tr><tr><td><div id=zoom>{LONG}</div></td></tr></table>"
    )
    assert (body(document), document.meta("column")) == ([TITLE, LONG], "首页 > 政务公开")
