from __future__ import annotations

from lawcheck.outliner.items import list_items
from lawcheck.outliner.numbering import find_marks, place_marks
from tests.unit.outliner.pages import page_of


def items_of(text: str) -> list[tuple[str, int, str]]:
    page = page_of(text)
    placed = place_marks(find_marks(page.folded, page.source, page.blocks))
    start, end = page.blocks[0][0], page.blocks[-1][1]
    return [(i.marker, i.value, i.span.of(text)) for i in list_items(page, start, end, placed)]


def test_items_in_one_paragraph_end_where_the_next_begins() -> None:
    text = "主要表现在：一是力量不足。人员偏少。二是培训不够。三是宣传单一。"
    assert items_of(text) == [
        ("一是", 1, "一是力量不足。人员偏少。"),
        ("二是", 2, "二是培训不够。"),
        ("三是", 3, "三是宣传单一。"),
    ]


def test_the_last_item_ends_with_its_paragraph() -> None:
    assert items_of("一是力量不足。\n二是培训不够。\n下一步将改进。")[-1] == ("二是", 2, "二是培训不够。")


def test_a_new_count_does_not_lengthen_the_last_item_of_the_one_before() -> None:
    assert items_of("一是学习。二是宣传。\n全年成效明显。\n一是检查。二是处罚。")[1] == ("二是", 2, "二是宣传。")


def test_a_first_marker_glued_to_its_heading_counts_when_the_second_follows() -> None:
    assert [m for m, _, _ in items_of("营造稳定环境一是防范风险。二是加强教育。")] == ["一是", "二是"]


def test_words_that_look_like_markers_are_none() -> None:
    assert items_of("依法行政是重点之一是共识，统一是要求，唯一是标准。") == []


def test_lead_is_the_marker_and_the_first_sentence() -> None:
    page = page_of("一是力量不足。人员偏少。二是培训不够。")
    first = list_items(page, 0, page.blocks[0][1], [])[0]
    assert first.lead.of(page.source) == "一是力量不足"


def test_numbered_sentences_are_items() -> None:
    assert [m for m, _, _ in items_of("1.力量不足，人员偏少。\n2.培训不够，针对性差。")] == ["1.", "2."]


def test_a_saying_with_the_same_characters_begins_no_item() -> None:
    assert items_of("一是一线力量不足。二是二级案由不熟。讲清一是一、二是二的道理。") == [
        ("一是", 1, "一是一线力量不足。"),
        ("二是", 2, "二是二级案由不熟。讲清一是一、二是二的道理。"),
    ]
