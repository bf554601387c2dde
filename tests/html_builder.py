"""A small writer of web pages for tests: the styles in which government sites publish, without any of their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from tests.docx_builder import Paragraph, Table

Item = str | Paragraph | Table
SITE = "云溪县人民政府"
PUBLISHED = "2025-01-20 09:30"


def build_html(items: Sequence[Item]) -> bytes:
    """Return a plain page that holds `items`; a string is a paragraph. List numbers are written as text."""
    return whole("".join(map(element, items)))


def build_trs(items: Sequence[Item]) -> bytes:
    """Return a page of the TRS style: meta tags, a trail, fields under the title, `.TRS_Editor`, links and a foot."""
    meta = (
        f'<meta name="SiteName" content="{SITE}"><meta name="ColumnName" content="法治政府建设">'
        f'<meta name="ArticleTitle" content="{_title(items)}"><meta name="PubDate" content="{PUBLISHED}">'
        '<meta name="ContentSource" content="云溪县司法局"><meta name="Url" content="https://www.example.gov.cn/a.html">'
    )
    head = (
        f'<div class="header"><h1 class="logo">{SITE}</h1></div>{_MENU}'
        '<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 法治政府建设</div>'
        f'<h2 class="art-title">{_title(items)}</h2>'
        f'<div class="art-info"><span>发布时间：{PUBLISHED}</span><span>来源：云溪县司法局</span>'
        '<span>字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</span></div>'
        f'<div class="share"><a href="#">微信</a><a href="#">微博</a></div>'
    )
    body = f'<div class="view TRS_UEDITOR TRS_Editor"><div class="TRS_Editor">{_paragraphs(items[1:])}</div></div>'
    tail = (
        '<div class="bottom"><a href="javascript:window.print()">打印本页</a> <a href="#">关闭窗口</a></div>'
        '<div class="xgwj"><p>相关链接</p><ul><li><a href="/1">云溪县关于印发工作要点的通知</a></li>'
        '<li><a href="/2">云溪县召开会议。部署全年工作</a></li></ul></div>'
    )
    return whole(head + body + tail + _FOOT, meta, title=f"{_title(items)}_{SITE}")


def build_vsb(items: Sequence[Item]) -> bytes:
    """Return a page of the Visual SiteBuilder style: `#vsb_content`, the document's own title, 上一条 and 下一条."""
    body = (
        f'<form name="_newscontent_fromname"><div class="content-title"><h3>{_title(items)}</h3>'
        "<i>发布时间：2025年01月20日 &nbsp;&nbsp; 点击：[<span>128</span>]次</i></div>"
        f'<div id="vsb_content_2"><div class="v_news_content">{_paragraphs(items)}</div></div>'
        '<div id="div_vote_id"></div><p align="right">【<a href="javascript:window.close();">关闭</a>】</p>'
        '<p>上一条：<a href="1.htm">关于召开座谈会的通知</a></p>'
        '<p>下一条：<a href="2.htm">关于开展培训的通知</a></p></form>'
    )
    return whole(f'{_MENU}<div class="dqwz">您的位置： <a href="#">首页</a> &gt; 公告</div>{body}{_FOOT}')


def build_fields(items: Sequence[Item]) -> bytes:
    """Return a page with a catalogue table of fields above `#UCAP-CONTENT`, in layout tables."""
    fields = [
        ("索 引 号：", "YX001/2025-00012"),
        ("发布机构：", "云溪县司法局"),
        ("成文日期：", "2025年1月16日"),
        ("标　　题：", _title(items)),
        ("文　　号：", "云政发〔2025〕3号"),
        ("发布日期：", "2025年01月20日"),
    ]
    pairs = [f"<td><b>{label}</b></td><td>{value}</td>" for label, value in fields]
    rows = "".join(f"<tr>{a}{b}</tr>" for a, b in zip(pairs[::2], pairs[1::2], strict=True))
    body = (
        f"<table><tr><td><table class=bd>{rows}</table></td></tr></table><table><tr><td>"
        f'<table><tr><td id="UCAP-CONTENT">{_paragraphs(items)}</td></tr></table>'
        '<div id="qr_container">扫一扫在手机打开当前页</div></td>'
        '<td><iframe src="/side.htm"></iframe></td></tr></table>'
    )
    return whole(body)


def build_old(items: Sequence[Item], *, charset: str = "gb2312") -> bytes:
    """Return a page of fifteen years ago: GBK, tables for layout, `<br>` for paragraphs, tags that nothing closes."""
    lines = "<br>\r\n".join(f"&nbsp;&nbsp;&nbsp; {escape(str(item))}" for item in items[1:])
    body = (
        "<TABLE width=778 border=0 align=center><TR><TD><img src=top.jpg width=778 height=120></TD></TR></TABLE>"
        "<TABLE width=778><TR><TD width=180 valign=top><TABLE><TR><TD><A href=1.asp>机构概况</A><TR><TD><A href=2.asp>"
        "工作动态</A><TR><TD><A href=3.asp>公告公示</A></TABLE></TD><TD valign=top>您现在的位置：<A href=/>首页</A> >> "
        f"<A href=4.asp>政务公开</A> >> 正文<HR><CENTER><FONT size=5><B>{_title(items)}</B></FONT></CENTER>"
        "<P align=center>作者：办公室 &nbsp; 来源：云溪县司法局 &nbsp; 时间：2025-1-20 &nbsp; 点击数：35</P>"
        f"<TABLE><TR><TD style='font-size:14px'><FONT face=宋体>{lines}</TD></TR></TABLE>"
        "<DIV align=right>【<A href='javascript:self.print()'>打印</A>】"
        "【<A href='javascript:window.close()'>关闭</A>】</DIV>"
        "</TD></TR></TABLE><TABLE width=778><TR><TD align=center>主办单位：云溪县人民政府 技术支持：信息中心</TABLE>"
    )
    meta = f'<META http-equiv="Content-Type" content="text/html; charset={charset}">'
    page = f"<HTML><HEAD>{meta}<TITLE>{_title(items)}</TITLE></HEAD><BODY bgcolor=#ffffff>{body}</BODY></HTML>"
    return page.encode("gb18030")


def build_wechat(items: Sequence[Item]) -> bytes:
    """Return a saved WeChat article: sections in sections, the text hidden until a script shows it."""
    sections = "".join(
        f'<section style="margin:8px"><section><p><span>{escape(str(item))}</span></p></section></section>'
        for item in items[1:]
    )
    body = (
        f'<div id="page-content"><h1 class="rich_media_title" id="activity-name">{_title(items)}</h1>'
        '<div id="meta_content" class="rich_media_meta_list"><span>原创</span>'
        '<a href="javascript:void(0);" id="js_name">云溪司法</a><em id="publish_time">2025年01月20日 09:30</em></div>'
        '<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0;">'
        f'<section style="display:inline-block">{sections}</section></div>'
        '<div class="rich_media_tool"><a href="#">阅读原文</a></div></div><script>var a = "<p>不是正文。</p>";</script>'
    )
    return whole(body, f'<meta property="og:title" content="{_title(items)}">')


def build_word(items: Sequence[Item]) -> bytes:
    """Return what Word and WPS write as a web page: styles of theirs, conditional comments, numbers as text."""
    number = (
        "<![if !supportLists]><span lang=EN-US style='font-family:黑体'><span style='mso-list:Ignore'>{}<span "
        "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;</span></span></span><![endif]>"
    )
    paragraphs = []
    for item in items:
        text = str(item)
        mark, _, rest = text.partition("、")
        lead = number.format(f"{mark}、") if len(mark) == 1 else ""
        spans = f"<span style='font-size:16.0pt;mso-bidi-font-family:仿宋'>{escape(rest if lead else text)}</span>"
        style = " style='mso-list:l0 level1 lfo1'" if lead else ""
        paragraphs.append(f"<p class=MsoNormal{style}>{lead}{spans}<span lang=EN-US><o:p></o:p></span></p>\r\n")
    head = (
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->"
        "<style><!-- p.MsoNormal {margin:0cm;} --></style>"
    )
    page = f"<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=gb2312>{head}</head><body>"
    return f"{page}<div class=WordSection1>{''.join(paragraphs)}</div></body></html>".encode("gb18030")


STYLES: dict[str, Callable[[Sequence[Item]], bytes]] = {
    "plain": build_html,
    "trs": build_trs,
    "vsb": build_vsb,
    "fields": build_fields,
    "old": build_old,
    "wechat": build_wechat,
    "word": build_word,
}


def whole(body: str, head: str = "", *, title: str = "") -> bytes:
    """Return a whole page around `body`."""
    title = f"<title>{title}</title>" if title else ""
    head = f'<head><meta charset="utf-8">{head}{title}</head>'
    return f"<!DOCTYPE html>\n<html>{head}\n<body>{body}</body></html>\n".encode()


def element(item: Item) -> str:
    """Return one paragraph, heading or table."""
    if isinstance(item, Table):
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in item.rows)
        return f'<table border="1">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>\n'
    item = Paragraph(item) if isinstance(item, str) else item
    tag = f"h{item.level}" if item.level else "p"
    hidden = f'<span style="display:none">{escape(item.hidden)}</span>' if item.hidden else ""
    changes = f"<ins>{escape(item.inserted)}</ins>" if item.inserted else ""
    changes += f"<del>{escape(item.deleted)}</del>" if item.deleted else ""
    return f"<{tag}>{escape(item.text)}{changes}{hidden}</{tag}>\n"


def _paragraphs(items: Sequence[Item]) -> str:
    return "".join(map(element, items))


def _title(items: Sequence[Item]) -> str:
    first = items[0]
    return first.text if isinstance(first, Paragraph) else str(first)


_MENU = (
    '<ul class="main"><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li>'
    '<li><a href="/fw">办事服务</a></li><li><a href="/hd">互动交流</a></li></ul>'
)
_FOOT = (
    '<div class="footer"><p>主办：云溪县人民政府办公室　地址：云溪县人民路1号</p>'
    "<p>网站标识码：1234567890　版权所有，未经许可不得转载。</p></div>"
)
