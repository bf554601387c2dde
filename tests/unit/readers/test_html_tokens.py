"""The tokenizer of pages: compared with the parser of the standard library, and with the standard where they differ."""

from __future__ import annotations

import html
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.readers.html.references import resolve
from lawcheck.readers.html.tokens import Characters, CutOff, End, Start, attributes, tokenize

Event = tuple[object, ...]


class Standard(HTMLParser):
    """Gathers what our tokenizer gathers too: tags, attributes and text, without scripts and comments."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []
        self._raw = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._raw = tag in ("script", "style")
        first: dict[str, str] = {}
        for name, value in attrs:
            first.setdefault(name, value or "")
        self.events.append(("start", tag, first))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._raw = False

    def handle_endtag(self, tag: str) -> None:
        self._raw = False
        self.events.append(("end", tag))

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.events.append(("text", data))


def standard(source: str) -> list[Event]:
    parser = Standard()
    parser.feed(source)
    parser.close()
    return joined(parser.events)


def ours(source: str) -> list[Event]:
    events: list[Event] = []
    for token in tokenize(source):
        match token:
            case Start(name, rest):
                events.append(("start", name, dict(attributes(rest))))
            case End(name):
                events.append(("end", name))
            case Characters(data):
                events.append(("text", data))
    return joined(events)


def joined(events: list[Event]) -> list[Event]:
    """Return the events with neighbouring text as one."""
    out: list[Event] = []
    for event in events:
        if out and event[0] == out[-1][0] == "text":
            out[-1] = ("text", f"{out[-1][1]}{event[1]}")
        else:
            out.append(event)
    return out


PIECES = ["报告", "一、", "  ", "\n", "<5件", "a > b", '"', "'", "&amp;", "&lt;", "&nbsp;", "&#19968;", "&#x4e8c;", "&"]
TEXT = st.lists(st.sampled_from([*PIECES, "&hellip;", "&ldquo;", "&unknown;", "&nbsp", "=", "/", "。"])).map("".join)
NAME = st.sampled_from(["p", "P", "div", "span", "a", "td", "o:p", "h1", "font", "section", "x-y", "v:shape"])
VALUE = st.text(st.sampled_from("ab法 治>/=.;#&"), max_size=6)
BARE = st.text(st.sampled_from("ab法.;#-"), min_size=1, max_size=6)
KEY = st.sampled_from(["class", "ID", "style", "href", "data-x", "o:gfxdata", "标题"])
ATTRIBUTE = st.one_of(
    st.builds('{}="{}"'.format, KEY, VALUE),
    st.builds("{} = '{}'".format, KEY, VALUE),
    st.builds("{}={}".format, KEY, BARE),
    KEY,
)
ATTRIBUTES = st.lists(ATTRIBUTE, max_size=4).map(lambda found: "".join(f" {a}" for a in found))
LEAF = st.one_of(
    TEXT,
    ATTRIBUTES.map("<br{}>".format),
    ATTRIBUTES.map("<img{} />".format),
    st.sampled_from(["<!-- 注 <p> -->", "<!DOCTYPE html>", "<!---->", "<?xml:namespace prefix = o />"]),
    st.sampled_from(["<script>if (a<b) x = '<p>';</script>", "<style>p > a {}</style>", "</b>", "</P >"]),
)
PAGE = st.recursive(
    LEAF,
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format, NAME, ATTRIBUTES, st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=25,
)  # fmt: skip


@given(PAGE)
def test_a_page_gives_what_the_parser_of_the_standard_library_gives(page: str) -> None:
    assert ours(page) == standard(page)


@given(st.text(st.sampled_from("<>/!-'\"=a b&;#x1?[]法\n"), max_size=60))
def test_any_source_is_read_to_its_end(source: str) -> None:
    tokens = list(tokenize(source))
    kept = sum(len(t.data) for t in tokens if isinstance(t, Characters))
    assert kept <= len(source)
    assert all(not isinstance(t, CutOff) for t in tokens[:-1])


@given(
    st.lists(st.sampled_from([*PIECES, "&copy;", "&notit;", "&#0;", "&#128;", "&#xD800;", "&#1;", "x"])).map("".join)
)
def test_references_resolve_as_in_the_standard_library(text: str) -> None:
    assert resolve(text) == html.unescape(text)


def test_a_number_of_a_million_digits_is_no_character() -> None:
    assert resolve(f"&#{'1' * 1_000_000};") == "\ufffd"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<!-->b", "ab"),  # a whole comment
        ("a<!-- x -- > y -->b", "ab"),
        ("a<!-- x --!>b", "ab"),
        ("<!--[if gte mso 9]><p>x</p><![endif]-->b", "b"),
        ("<![if !supportLists]>一、<![endif]>b", "一、b"),
        ("<script>a</scripts>b</script >c", "c"),
        ("<title>a<b>&amp;</title>c", "a<b>&c"),
        ("<noscript><p>请开启脚本</p></noscript>c", "c"),
        ("</ x>a</>b", "ab"),
        ("<p title='>'>a", "a"),
        ('<a href="x>a</a>b', "ab"),  # a quotation mark that nothing closes takes no text with it
        ('<!DOCTYPE html [<!ENTITY a "甲"> <!ENTITY b SYSTEM "file:///etc/passwd">]>&a;&b;c', "&a;&b;c"),
    ],
)
def test_what_is_no_text_is_left_out(source: str, text: str) -> None:
    assert "".join(t.data for t in tokenize(source) if isinstance(t, Characters)) == text


@pytest.mark.parametrize("source", ["甲<p", "甲<p title='乙", "甲<!-- 乙", "甲<script>乙", "甲<!x", "甲<!DOCTYPE x ["])
def test_a_source_that_breaks_off_says_so(source: str) -> None:
    assert list(tokenize(source))[-1] == CutOff()
    assert "".join(t.data for t in tokenize(source) if isinstance(t, Characters)) == "甲"


def test_a_script_may_be_empty_in_xhtml_only() -> None:
    source = "<script src='a'/><p>甲</p>"
    assert [*tokenize(source)] == [Start("script", " src='a'/"), CutOff()]
    assert Characters("甲") in [*tokenize(source, is_xml=True)]


FLOODS = ['<a foo="', "<!--", "<", "<b", "<a =", "&", "&#1", "<script>", "<!", "<?x", "</", "<p ", "<![CDATA[", "='\""]


@pytest.mark.parametrize("flood", [*FLOODS, "<b x='", "<!DOCTYPE x [", "</script", "<a b=c"])
def test_time_grows_with_the_length(flood: str) -> None:
    def seconds(count: int) -> float:
        begin = time.process_time()
        for token in tokenize(flood * count):
            if isinstance(token, Start):
                attributes(token.source)
        return time.process_time() - begin

    assert seconds(100_000) < 15 * max(seconds(10_000), 0.02)
