"""Automatic numbers of Word lists."""

from __future__ import annotations

import pytest

from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.docx_builder import Paragraph, build_docx, build_package, document, level, num, numbering, p, r, styles
from tests.unit.readers.seen import body

LIST = '<w:abstractNumId w:val="0"/>'
HAN = "chineseCountingThousand"


def word(xml: str, lists: str, style_part: str | None = None) -> Document:
    return read(build_package(document(xml), numbering=lists, styles=style_part), name="a.docx")


def numbers(xml: str, lists: str, style_part: str | None = None) -> list[str | None]:
    """Return the automatic number of each paragraph."""
    return [b.auto_number for b in word(xml, lists, style_part).blocks]


def items(*places: tuple[int, int]) -> str:
    """Return a paragraph for each list id and level."""
    return "".join(p(r("甲"), num(num_id, ilvl)) for num_id, ilvl in places)


def test_the_number_stands_at_the_start_of_the_block_and_is_told() -> None:
    found = read(
        build_docx([Paragraph("主要举措", number=0), Paragraph("学习", number=1), Paragraph("细项", number=2)]),
        name="a.docx",
    )
    assert body(found) == ["一、主要举措", "（一）学习", "1.细项"]
    assert [b.auto_number for b in found.blocks] == ["一、", "（一）", "1."]


def test_a_lower_level_starts_again_below_each_higher_one() -> None:
    found = read(build_docx([Paragraph("甲", number=n) for n in (0, 1, 1, 2, 2, 1, 2, 0, 1)]), name="a.docx")
    assert [b.auto_number for b in found.blocks] == [
        "一、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "（三）",
        "1.",
        "二、",
        "（一）",
    ]


@pytest.mark.parametrize(
    ("more", "text", "expected"),
    [
        ("", "%1、", "一、甲"),
        ("", "（%1）", "（一）甲"),
        ("", "第%1章", "第一章 甲"),
        ('<w:suff w:val="nothing"/>', "第%1章", "第一章甲"),
        ('<w:suff w:val="space"/>', "%1.", "一. 甲"),
        ("", "", "甲"),
        ("", "○", "○ 甲"),
    ],
)
def test_a_blank_follows_a_number_that_has_no_mark_of_its_own(more: str, text: str, expected: str) -> None:
    assert body(word(items((1, 0)), numbering(level(0, HAN, text, more), nums={1: LIST}))) == [expected]


def test_a_number_before_a_year_stays_apart() -> None:
    lists = numbering(level(0, "decimal", "%1."), nums={1: LIST})
    assert body(word(p(r("2024年"), num(1)), lists)) == ["1. 2024年"]


def test_bullets_are_written_as_nothing() -> None:
    found = word(items((1, 0)), numbering(level(0, "bullet", "●"), nums={1: LIST}))
    assert (body(found), found.blocks[0].auto_number) == (["甲"], None)


def test_a_number_of_several_levels_shows_each_in_its_format() -> None:
    lists = numbering(level(0, HAN, "%1、") + level(1, "decimal", "%1.%2"), nums={1: LIST})
    assert numbers(items((1, 0), (1, 1), (1, 1)), lists) == ["一、", "一.1", "一.2"]


def test_legal_numbering_is_decimal() -> None:
    lists = numbering(level(0, HAN, "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>"), nums={1: LIST})
    assert numbers(items((1, 0), (1, 1)), lists) == ["一、", "1.1"]


def test_a_level_that_is_passed_by_counts_as_begun() -> None:
    lists = numbering(level(0, "decimal", "%1", start=3) + level(1, "decimal", "%1.%2"), nums={1: LIST})
    assert numbers(items((1, 1), (1, 1), (1, 0), (1, 1)), lists) == ["3.1", "3.2", "4", "4.1"]


def test_a_list_starts_where_it_says() -> None:
    assert numbers(items((1, 0), (1, 0)), numbering(level(0, HAN, "%1、", start=4), nums={1: LIST})) == ["四、", "五、"]


def test_lists_of_one_definition_count_on_until_one_starts_anew() -> None:
    anew = f'{LIST}<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering(level(0, HAN, "%1、"), nums={1: LIST, 2: LIST, 3: anew})
    assert numbers(items((1, 0), (2, 0), (3, 0), (3, 0), (1, 0)), lists) == ["一、", "二、", "一、", "二、", "三、"]


def test_a_list_may_write_a_level_in_its_own_way() -> None:
    own = f'{LIST}<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)")}</w:lvlOverride>'
    lists = numbering(level(0, HAN, "%1、"), nums={1: LIST, 2: own})
    assert numbers(items((1, 0), (2, 0)), lists) == ["一、", "2)"]


@pytest.mark.parametrize(("restart", "expected"), [("0", ["1.", "2."]), ("1", ["1.", "1."])])
def test_a_level_restarts_as_it_says(restart: str, expected: list[str]) -> None:
    lower = level(1, "decimal", "%2.", f'<w:lvlRestart w:val="{restart}"/>')
    lists = numbering(level(0, HAN, "%1、") + lower, nums={1: LIST})
    assert numbers(items((1, 0), (1, 1), (1, 0), (1, 1)), lists)[1::2] == expected


def test_a_level_that_restarts_below_the_first_only_counts_on_below_the_second() -> None:
    third = level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')
    lists = numbering(level(0, HAN, "%1、") + level(1, HAN, "（%2）") + third, nums={1: LIST})
    assert numbers(items((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)), lists)[2::2] == ["1.", "2.", "1."]


def style(style_id: str, properties: str, based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{style_id}">{base}<w:pPr>{properties}</w:pPr></w:style>'


STYLED = style("H1", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style("H2", "", "H1") + style("H3", num(1, 1))


def styled(style: str, more: str = "") -> str:
    return p(r("甲"), f'<w:pStyle w:val="{style}"/>{more}')


def test_a_style_brings_its_list_and_the_level_that_names_it() -> None:
    lists = numbering(
        level(0, HAN, "%1、", '<w:pStyle w:val="H1"/>') + level(1, HAN, "（%2）", '<w:pStyle w:val="H2"/>'),
        nums={1: LIST},
    )
    assert numbers(styled("H1") + styled("H2") + styled("H2") + styled("H1"), lists, styles(STYLED)) == [
        "一、",
        "（一）",
        "（二）",
        "二、",
    ]


def test_a_style_may_name_its_level_itself() -> None:
    lists = numbering(level(0, HAN, "%1、") + level(1, HAN, "（%2）"), nums={1: LIST})
    assert numbers(styled("H1") + styled("H3"), lists, styles(STYLED)) == ["一、", "（一）"]


def test_list_zero_switches_the_number_of_a_style_off() -> None:
    lists = numbering(level(0, HAN, "%1、"), nums={1: LIST})
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert numbers(styled("H1") + styled("H1", off) + styled("H1"), lists, styles(STYLED)) == ["一、", None, "二、"]


def test_a_definition_may_lie_in_a_numbering_style() -> None:
    link = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    lists = numbering(
        '<w:numStyleLink w:val="L"/>',
        '<w:styleLink w:val="L"/>' + level(0, HAN, "%1、"),
        nums={1: LIST, 2: '<w:abstractNumId w:val="1"/>'},
    )
    assert numbers(items((1, 0), (2, 0)), lists, styles(link)) == ["一、", "二、"]


def test_a_definition_that_leads_to_itself_ends() -> None:
    link = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert numbers(items((1, 0)), numbering('<w:numStyleLink w:val="L"/>', nums={1: LIST}), styles(link)) == [None]


@pytest.mark.parametrize(
    "lists",
    [
        numbering(nums={}),
        numbering(nums={1: LIST}),
        numbering(nums={1: '<w:abstractNumId w:val="x"/>'}),
        numbering(level(3, HAN, "%1、"), nums={1: LIST}),
        numbering(level(12, HAN, "%1、"), nums={1: LIST}),
    ],
)
def test_a_list_that_is_not_there_gives_no_number(lists: str) -> None:
    assert numbers(items((1, 0)), lists) == [None]


def test_an_odd_start_counts_from_one() -> None:
    odd = level(0, HAN, "%1、").replace('<w:start w:val="1"/>', f'<w:start w:val="{"9" * 5000}"/>')
    assert numbers(items((1, 0)), numbering(odd, nums={1: LIST})) == ["一、"]


def test_an_empty_numbered_paragraph_shows_its_number_as_in_print() -> None:
    lists = numbering(level(0, HAN, "%1、"), nums={1: LIST})
    assert body(word(items((1, 0)) + p("", num(1)) + items((1, 0)), lists)) == ["一、甲", "二、", "三、甲"]


def test_a_hidden_paragraph_does_not_count() -> None:
    lists = numbering(level(0, HAN, "%1、"), nums={1: LIST})
    hidden = p(r("暗", "<w:vanish/>"), num(1) + "<w:rPr><w:vanish/></w:rPr>")
    assert body(word(items((1, 0)) + hidden + items((1, 0)), lists)) == ["一、甲", "二、甲"]


def test_a_paragraph_hidden_by_its_style_does_not_count() -> None:
    lists = numbering(level(0, HAN, "%1、"), nums={1: LIST})
    hidden = styles('<w:style w:type="paragraph" w:styleId="暗"><w:rPr><w:vanish/></w:rPr></w:style>')
    xml = items((1, 0)) + p(r("暗"), f'<w:pStyle w:val="暗"/>{num(1)}') + items((1, 0))
    assert body(word(xml, lists, hidden)) == ["一、甲", "二、甲"]


def test_a_paragraph_whose_end_is_deleted_does_not_count() -> None:
    lists = numbering(level(0, HAN, "%1、"), nums={1: LIST})
    deleted = p(r("前"), num(1) + '<w:rPr><w:del w:id="1"/></w:rPr>')
    assert body(word(deleted + items((1, 0), (1, 0)), lists)) == ["一、前甲", "二、甲"]


def test_a_level_starts_again_where_its_list_says() -> None:
    anew = f'{LIST}<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering(level(0, HAN, "%1、") + level(1, HAN, "（%2）"), nums={1: anew})
    assert numbers(items((1, 0), (1, 1), (1, 1), (1, 0), (1, 1)), lists)[1::3] == ["（五）", "（五）"]


def test_a_list_copied_to_restart_leaves_the_first_to_count_on() -> None:
    anew = "".join(f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="1"/></w:lvlOverride>' for i in range(9))
    lists = numbering(level(0, HAN, "%1、") + level(1, HAN, "（%2）"), nums={1: LIST, 2: LIST + anew})
    assert numbers(items((1, 0), (1, 1), (2, 0), (2, 1), (2, 1), (2, 0)), lists) == [
        *("一、", "（一）", "一、", "（一）", "（二）", "二、"),
    ]


def test_lists_of_two_definitions_count_apart() -> None:
    lists = numbering(
        level(0, HAN, "%1、"), level(0, "decimal", "%1."), nums={1: LIST, 2: '<w:abstractNumId w:val="1"/>'}
    )
    assert numbers(items((1, 0), (2, 0), (2, 0), (1, 0), (2, 0)), lists) == ["一、", "1.", "2.", "二、", "3."]


def test_a_format_that_old_programs_do_not_know_is_read_and_its_substitute_is_not() -> None:
    custom = '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice>'
    both = f'<mc:AlternateContent>{custom}<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    odd = level(0, "decimal", "%1.").replace('<w:numFmt w:val="decimal"/>', both)
    assert numbers(items((1, 0)), numbering(odd, nums={1: LIST})) == ["01."]


def test_what_a_paragraph_does_not_say_of_its_list_its_style_says() -> None:
    lists = numbering(level(0, HAN, "%1、") + level(1, HAN, "（%2）") + level(2, "decimal", "%3."), nums={1: LIST})
    only_list, only_level = '<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:ilvl w:val="2"/></w:numPr>'
    assert numbers(styled("H3", only_list) + styled("H3", only_level), lists, styles(STYLED)) == ["（一）", "1."]


def test_styles_that_number_through_their_bases_count_together() -> None:
    lists = numbering(level(0, HAN, "%1、", '<w:pStyle w:val="H1"/>'), nums={1: LIST})
    chain = STYLED + style("A", "", "B") + style("B", "", "H1")
    assert numbers(styled("H1") + styled("A") + styled("B"), lists, styles(chain)) == ["一、", "二、", "三、"]


def test_a_numbering_style_is_found_by_the_definition_that_bears_it() -> None:
    lists = numbering('<w:numStyleLink w:val="L"/>', '<w:styleLink w:val="L"/>' + level(0, HAN, "%1、"), nums={1: LIST})
    assert numbers(items((1, 0)), lists, styles("")) == ["一、"]


def test_numbers_in_text_boxes_and_cells_count_in_the_order_of_reading() -> None:
    cells = f"<w:tbl><w:tr><w:tc>{items((1, 0))}</w:tc><w:tc>{items((1, 0))}</w:tc></w:tr></w:tbl>"
    lists = numbering(level(0, HAN, "%1、"), nums={1: LIST})
    assert numbers(items((1, 0)) + cells + items((1, 0)), lists) == ["一、", "二、", "三、", "四、"]


def test_a_number_of_endless_text_is_cut() -> None:
    lists = numbering(level(0, HAN, "长" * 5000), nums={1: LIST})
    assert len(word(items((1, 0)), lists).text) < 200
