"""Automatic numbers of ODT lists. What LibreOffice 7.4 shows for them was looked at, list by list."""

from __future__ import annotations

import pytest

from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.odt_builder import HAN, build_package, h, item, level, list_style, listed, outline_style, p, style

STYLES = (
    list_style("A", level(1, HAN, "", "、"), level(2, HAN, "（", "）"), level(3, "1", "", "."))
    + list_style(
        "B",
        level(1, "1", "", "."),
        level(2, "1", "", ".", 'text:display-levels="2"'),
        level(3, "a", "", ")", 'text:display-levels="3"'),
    )
    + list_style("C", '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>')
)
CONTINUED = 'text:continue-numbering="true"'


def odt(inner: str, automatic: str = STYLES, named: str = "") -> Document:
    return read(build_package(inner, automatic=automatic, named=named), name="a.odt")


def numbers(inner: str, automatic: str = STYLES, named: str = "") -> list[str | None]:
    """Return the automatic number of each paragraph."""
    return [b.auto_number for b in odt(inner, automatic, named).blocks]


def one(text: str = "甲", *inner: str, more: str = "") -> str:
    return item(p(text), *inner, more=more)


def test_items_are_counted_and_the_number_is_text() -> None:
    found = odt(listed(one("甲", listed(one("乙"), one("丙"))), one("丁", listed(one("戊"))), style="A"))
    assert found.text == "一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊"


def test_only_the_first_paragraph_of_an_item_has_the_number() -> None:
    header = f"<text:list-header>{p('前言')}</text:list-header>"
    assert numbers(listed(header, item(p("甲"), p("甲续")), one("乙"), style="A")) == [None, "一、", None, "二、"]


def test_an_empty_item_shows_its_number_and_one_without_paragraph_is_none() -> None:
    assert numbers(listed(one(), one(""), "<text:list-item/>", one(), style="A")) == ["一、", "二、", "三、"]


def test_a_new_list_begins_anew_unless_it_continues() -> None:
    first, other = listed(one(), style="A"), listed(one(), style="B")
    assert numbers(first + first) == ["一、", "一、"]
    assert numbers(first + p("文") + listed(one(), style="A", more=CONTINUED)) == ["一、", None, "二、"]
    assert numbers(first + other + listed(one(), style="A", more=CONTINUED)) == ["一、", "1.", "二、"]
    assert numbers(other + listed(one(), style="A", more=CONTINUED)) == ["1.", "一、"]


def test_a_list_continues_the_one_that_it_names() -> None:
    lists = (
        listed(one(), style="A", more='xml:id="a"')
        + listed(one(), style="A", more='xml:id="b"')
        + listed(one(), style="A", more='xml:id="c" text:continue-list="a"')
        + listed(one(), style="A", more='text:continue-list="c"')
        + listed(one(), style="A", more='text:continue-list="missing"')
    )
    assert numbers(lists) == ["一、", "一、", "二、", "三、", "一、"]


def test_headings_in_pieces_of_one_list_count_on_at_each_level() -> None:
    def heading(depth: int) -> str:
        inner = h("甲", depth)
        for _ in range(depth - 1):
            inner = listed(item(inner))
        return listed(item(inner), style="A", more=CONTINUED) + p("文")

    found = numbers("".join(map(heading, (1, 2, 2, 1, 2, 3))))
    assert [n for n in found if n] == ["一、", "（一）", "（二）", "二、", "（一）", "1."]


def test_a_second_list_in_one_item_begins_anew_unless_it_continues() -> None:
    twice = listed(one("甲", listed(one()), listed(one()), listed(one(), more=CONTINUED)), style="A")
    assert numbers(twice) == ["一、", "（一）", "（一）", "（二）"]


def test_an_item_that_holds_a_list_only_goes_on_with_the_level_below() -> None:
    found = numbers(listed(one("甲", listed(one())), item(listed(one())), one(), style="A"))
    assert found == ["一、", "（一）", "（二）", "二、"]


def test_a_level_that_has_no_item_counts_as_begun() -> None:
    assert numbers(listed(item(listed(one())), one(), style="B")) == ["1.1.", "2."]


def test_an_item_may_say_its_number() -> None:
    at, inner = 'text:start-value="5"', 'text:start-value="3"'
    found = listed(one(more=at), one(), one("甲", listed(one(more=inner), one("甲", listed(one())))), style="B")
    assert numbers(found) == ["5.", "6.", "7.", "7.3.", "7.4.", "7.4.a)"]


def test_one_counter_may_serve_all_levels() -> None:
    levels = (level(1, "1", "", "."), level(2, "a", "", ")"), level(3, "1", "", ".", 'text:display-levels="3"'))
    shared = list_style("F", *levels).replace("<text:list-style", '<text:list-style text:consecutive-numbering="true"')
    found = numbers(listed(one("甲", listed(one("乙", listed(one())))), one(), style="F"), shared)
    assert found == ["1.", "b)", "1.b.3.", "4."]


def test_a_level_may_say_its_start() -> None:
    started = list_style("S", level(1, "1", "第", "章", 'text:start-value="7"'))
    assert numbers(listed(one(), one(), style="S"), started) == ["第7章", "第8章"]


def test_an_item_may_take_another_style_and_a_list_in_a_list_too() -> None:
    override = 'text:style-override="B"'
    assert numbers(listed(one(), one(more=override), one(), style="A")) == ["一、", "2.", "三、"]
    assert numbers(listed(one("甲", listed(one(), style="B")), style="A")) == ["一、", "1.1."]


def test_a_list_without_style_takes_that_of_its_paragraphs() -> None:
    mine = style("Mine", 'style:list-style-name="A"') + style("Child", 'style:parent-style-name="Mine"')
    items = listed(item(p("甲", "Child")), item(p("乙", "Mine")))
    assert numbers(items + p("丙", "Mine"), STYLES + mine) == ["一、", "二、", None]


@pytest.mark.parametrize("name", ["C", "Missing", ""])
def test_bullets_and_unknown_lists_have_no_numbers(name: str) -> None:
    assert numbers(listed(one(), one(), style=name)) == [None, None]


def test_a_numbered_paragraph_counts_in_the_list_that_it_names() -> None:
    inner = '<text:numbered-paragraph text:list-id="a" text:style-name="A" text:level="{}">{}</text:numbered-paragraph>'
    assert numbers("".join(inner.format(at, p("甲")) for at in (1, 1, 2, 1))) == ["一、", "二、", "（一）", "三、"]


def test_a_list_in_a_text_box_is_a_list_of_its_own() -> None:
    box = f"<draw:frame><draw:text-box>{listed(one('框'), style='A')}</draw:text-box></draw:frame>"
    assert numbers(listed(item(p(f"甲{box}")), one("乙"), style="A")) == ["一、", "一、", "二、"]


OUTLINE = outline_style(
    level(1, HAN, "", "、"), level(2, HAN, "（", "）"), level(3, "1", "", ".", 'text:display-levels="2"')
)


def test_headings_are_numbered_by_the_outline() -> None:
    bare = style("Bare", 'style:parent-style-name="Heading_20_2" style:list-style-name=""')
    own = style("Own", 'style:list-style-name="Outline"')
    found = numbers(
        h("甲")
        + h("乙", 2)
        + h("丙", 2, "Bare")
        + h("丁", 2, more='text:is-list-header="true"')
        + h("戊", 2, more='text:restart-numbering="true" text:start-value="8"')
        + h("己", 2, "Own")
        + h("庚", 3)
        + listed(item(h("辛")), style="B")
        + h("壬")
        + h("癸", 2, more='text:restart-numbering="true"'),
        STYLES + bare + own,
        OUTLINE,
    )
    assert found == ["一、", "（一）", None, None, "（八）", "（九）", "九.1.", "1.", "二、", "（一）"]


def test_without_an_outline_headings_have_no_number() -> None:
    empty = outline_style(level(1, ""))
    assert (numbers(h("甲")), numbers(h("甲"), STYLES, empty)) == ([None], [None])


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("1", "[1] [11] [20] [28] [101]"),
        ("a", "[a] [k] [t] [ab] [cw]"),
        ("A", "[A] [K] [T] [AB] [CW]"),
        ("i", "[i] [xi] [xx] [xxviii] [ci]"),
        ("I", "[I] [XI] [XX] [XXVIII] [CI]"),
        ("", "[] [] [] [] []"),
        (HAN, "[一] [十一] [二十] [二十八] [一百零一]"),
        ("壹, 贰, 叁, ...", "[壹] [壹拾壹] [贰拾] [贰拾捌] [壹佰零壹]"),
        ("壹, 貳, 參, ...", "[壹] [壹拾壹] [貳拾] [貳拾捌] [壹佰零壹]"),
        ("甲, 乙, 丙, ...", "[甲] [11] [20] [28] [101]"),
        ("子, 丑, 寅, ...", "[子] [戌] [20] [28] [101]"),
        ("①, ②, ③, ...", "[①] [⑪] [⑳] [28] [101]"),
        ("01, 02, 03, ...", "[01] [11] [20] [28] [101]"),
        ("１, ２, ３, ...", "[１] [１１] [２０] [２８] [１０１]"),
        ("何か", "[1] [11] [20] [28] [101]"),
    ],
)
def test_number_formats(form: str, expected: str) -> None:
    items = (one(more=f'text:start-value="{n}"') for n in (1, 11, 20, 28, 101))
    found = numbers(listed(*items, style="F"), list_style("F", level(1, form, "[", "]")))
    assert [n or "" for n in found] == expected.split()


def test_letters_may_double() -> None:
    doubling = list_style("F", level(1, "a", "", "", 'style:num-letter-sync="true"'))
    items = (one(more=f'text:start-value="{n}"') for n in (1, 28, 53, 0, 9999))
    assert numbers(listed(*items, style="F"), doubling) == ["a", "bb", "aaa", "0", "9999"]


@pytest.mark.parametrize("name", ["loext:num-list-format", "style:num-list-format"])
def test_a_number_may_be_written_as_a_whole(name: str) -> None:
    forms = list_style(
        "F",
        level(1, "1", "", "", f'{name}="第%1%章"'),
        level(2, "1", "", "", f'text:display-levels="2" {name}="%1%-%2%"'),
        level(3, "1", "", "", f'text:display-levels="3" {name}="%1%.%2%.%3%.%9%"'),
    )
    assert numbers(listed(one("甲", listed(one("乙", listed(one())))), style="F"), forms) == ["第1章", "1-1", "1.1.1."]


def test_a_level_without_number_shows_what_stands_around_it() -> None:
    forms = list_style("F", level(1, "", "附件", "："), level(2, "1", "(", ")", 'text:display-levels="2"'))
    assert numbers(listed(one("甲", listed(one())), style="F"), forms) == ["附件：", "(1)"]


@pytest.mark.parametrize(
    ("suffix", "follow", "text"),
    [
        ("、", "listtab", "1、甲"),
        (".", "nothing", "1.甲"),
        (".", "space", "1. 甲"),
        (".", "listtab", "1. 甲"),
        (".", "", "1. 甲"),
    ],
)
def test_a_blank_keeps_a_number_apart(suffix: str, follow: str, text: str) -> None:
    forms = list_style("F", level(1, "1", "", suffix, follow=follow))
    assert odt(listed(one("甲"), style="F"), forms).text == text
