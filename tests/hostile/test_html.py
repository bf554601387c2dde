"""Pages that were made to harm: deep, huge, broken, endless, or strange in their characters."""

from __future__ import annotations

import random
import socket
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import ReadError
from lawcheck.readers import limits, read
from tests.html_builder import STYLES, build_html, build_trs, whole

LONG = "2024年，云溪县水务局坚持依法治水，全年办理水事案件12件，开展执法检查36次，没有案件被撤销。"
REPORT = ("云溪县水务局2024年法治政府建设情况报告", "一、主要举措", LONG, "二、存在的不足", LONG, "2025年1月16日")


def outcome(data: bytes) -> str:
    """Return the text as read, or the one line that refuses the page; nothing else may happen."""
    try:
        return read(data, name="a.html").text
    except ReadError as e:
        refusal = e
    assert (refusal.exit_code, "\n" in str(refusal)) == (3, False)
    return str(refusal)


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    def change(name: str, value: int) -> None:
        assert hasattr(limits, name)
        monkeypatch.setattr(limits, name, value)

    return change


@pytest.mark.parametrize("tags", ["<div>", "<section>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<dl><dd>"])
def test_the_nesting_of_blocks_has_a_limit(tags: str) -> None:
    each = {"<table><tr><td>": 2}.get(tags, tags.count("<"))
    deepest = limits.HTML_DEPTH // each
    assert LONG in outcome(f"<html>{tags * deepest}{LONG}".encode())
    assert "网页的嵌套层数超过上限 500 层" in outcome(f"<html>{tags * deepest}<div>{LONG}".encode())


def test_inline_elements_may_nest_as_they_like() -> None:
    assert LONG in outcome(f"<html>{'<b><font color=red>' * 20_000}{LONG}".encode())


def test_the_number_of_tags_has_a_limit(limit: Callable[[str, int], None]) -> None:
    limit("HTML_TAGS", 20)
    assert LONG in outcome(f"<p>{LONG}{'<b>' * 9}{'</i>' * 10}".encode())
    assert "网页的标签数超过上限 20 个" in outcome(f"<p>{LONG}{'<b>' * 10}{'</i>' * 10}".encode())


def test_the_size_of_a_page_has_a_limit(limit: Callable[[str, int], None]) -> None:
    data = build_html([LONG])
    limit("TEXT_FILE_BYTES", len(data))
    assert LONG in outcome(data)
    assert f"网页超过上限 {len(data):,} 字节" in outcome(data + b"\n")


def test_the_text_of_a_page_has_limits(limit: Callable[[str, int], None]) -> None:
    limit("TEXT_LINES", 3)
    assert outcome(whole(f"{LONG}<br>{LONG}<br>{LONG}")).count(LONG) == 3
    assert "行数超过上限 3 行" in outcome(whole(f"{LONG}<br>{LONG}<br>{LONG}<br>甲"))
    limit("TEXT_LINES", 10)
    limit("TEXT_CHARACTERS", len(LONG))
    assert outcome(whole(LONG)) == LONG
    assert "文字超过上限" in outcome(whole(f"{LONG}甲"))


FLOODS = {
    "attribute": '<a foo="',
    "attributes": "<p " + "a " * 40,
    "comment": "<!--",
    "comments": "<!-->",
    "bracket": "<",
    "open": "<b",
    "inline": "<b>",
    "ended": "<b></i>",
    "end": "</p>",
    "reference": "&#1",
    "paragraph": "<p>字",
    "line": "字<br>",
    "hidden": "<p style='display:none'>字",
    "item": "<ul><b><li>字</ul>",
    "list": "<ol><li>字</ol>",
    "cell": "<td>1",
    "row": "<tr><td>1",
    "reaching": "<tr><td rowspan=65534 colspan=1000>1",
    "table": "<table><tr><td>1</table>",
    "link": "<a href=x>字",
    "select": "<select>字",
    "title": "<title>字",
    "script": "<script>字",
    "picture": "<img width=900 height=900>",
    "field": "<span>来源：</span>",
    "trail": "<a href=/>首页</a> > ",
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_is_read_or_refused_in_time(flood: str) -> None:
    begin = time.process_time()
    outcome(f"<html><p>{LONG}</p>{FLOODS[flood] * 10_000}".encode())
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("opening", ["<i>", "<i><table><tr><td>", "<ul>" * 400, "<table>" * 2])
@pytest.mark.parametrize("closing", ["</i>", "</div>", "</td>", "<li></li>", "<a href=x>"])
def test_tags_that_close_nothing_cost_the_same_however_much_is_open(opening: str, closing: str) -> None:
    begin = time.process_time()
    outcome(f"<html><p>{LONG}</p>{opening}{'<b>' * 20_000}{closing * 20_000}".encode())
    assert time.process_time() - begin < 5  # a search of all that is open would take minutes


@pytest.mark.parametrize("style", STYLES)
def test_a_page_cut_anywhere_is_read_as_far_as_it_goes(style: str) -> None:
    data = STYLES[style](REPORT)
    for part in range(1, 64):
        outcome(data[: len(data) * part // 64])


@pytest.mark.parametrize("style", STYLES)
def test_a_page_with_damaged_bytes_is_read_or_refused(style: str) -> None:
    data = bytearray(STYLES[style](REPORT))
    chance = random.Random(style)  # noqa: S311 (the same damage on every run)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        outcome(bytes(damaged))


TAGS = "p div table tr td th ul ol li dl dt dd h1 h2 b a span br hr img meta title script select pre del nav form"
NOISE = st.sampled_from(
    [*(f"<{t}>" for t in TAGS.split()), *(f"</{t}>" for t in TAGS.split()), "来源：", "首页 > ", "下一页", LONG, "1"]
)
MARKED = st.sampled_from(
    [
        "<td rowspan=3 colspan=2>",
        "<div id=zoom>",
        "<div class=crumbs>",
        "<span style='mso-list:Ignore'>",
        "<p hidden>",
        "<a href=a.html>",
        "<ol start=-5 type=i>",
        "<meta name=PubDate content=2025-01-01>",
        "&nbsp;",
        "\n",
    ]
)


@given(st.lists(NOISE | MARKED, max_size=60).map("".join))
def test_any_page_gives_sound_blocks(content: str) -> None:
    try:
        document = read(f"<html>{content}".encode(), name="a.html")
    except ReadError:
        return
    assert all(block.span.of(document.text).strip() for block in document.blocks)
    assert all(a.span.end <= b.span.start for a, b in pairwise(document.blocks))
    assert document.blocks[-1].span.end <= len(document.text)
    assert all((block.kind == "cell") == (block.cell is not None) for block in document.blocks)


@pytest.mark.parametrize(
    "data",
    [
        b"<html>\xff\xfe\xfd<p>x</p>",
        b"<html><p>\x00\x00\x00</p>",
        b"\xef\xbb\xbf<html><p>\xff</p>",
        b"\xff\xfe<\x00h",
        b"<html><p>&#xD800;&#x110000;&#0;",
        b"<html><meta charset=x-user-defined><p>\x81\x30",
        b"<html>" + b"\x80" * 500,
    ],
)
def test_strange_characters_are_read_or_refused(data: bytes) -> None:
    text = outcome(data)
    assert not any("\ud800" <= char <= "\udfff" for char in text)


def test_nothing_is_fetched_or_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.1)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        monkeypatch.chdir(tmp_path)
        head = f'<base href="{address}"><link rel=stylesheet href="{address}"><script src="{address}"></script>'
        body = f'<img src="{address}"><iframe src="{address}"></iframe><object data="{address}"></object><p>{LONG}</p>'
        doctype = f'<!DOCTYPE html SYSTEM "{address}" [<!ENTITY % a SYSTEM "{address}"> %a;]>'
        assert LONG in outcome(f"{doctype}<html><head>{head}</head>{body}".encode())
        with pytest.raises(TimeoutError):
            server.accept()
    assert list(tmp_path.iterdir()) == []


def test_a_large_page_around_a_report_is_read_soon() -> None:
    menu = "".join(f"<li class=item><a href='/{i}.html' title='栏目{i}'>栏目{i}</a></li>\n" for i in range(2000))
    data = build_trs(REPORT).replace(b"<body>", f"<body><ul>{menu}</ul>".encode())
    begin = time.process_time()
    assert LONG in outcome(data)
    assert time.process_time() - begin < 2
