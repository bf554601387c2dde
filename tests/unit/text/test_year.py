from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.year import find_years


def found(text: str) -> list[tuple[int, str]]:
    return [(y.year, y.context) for y in find_years(text)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年，召开会议3次", [(2024, "plain")]),
        ("二〇二四年度主要举措", [(2024, "plain")]),
        ("二○二四年、二O二五年", [(2024, "plain"), (2025, "plain")]),
        ("三．2022年工作安排", [(2022, "plain")]),
        ("三.2022年工作安排", [(2022, "plain")]),
        ("自2012年起聘请顾问", [(2012, "since")]),
        ("2023年以来", [(2023, "since")]),
        ("2023年来信来访", [(2023, "since")]),
        ("截至2023年，到2035年", [(2023, "until"), (2035, "until")]),
        ("较2023年增加，与2022年相比，比2021年少", [(2023, "compared"), (2022, "compared"), (2021, "compared")]),
        ("高于2023年同期", [(2023, "compared")]),
        ("在2024年3月完成2023年述法", [(2024, "dated"), (2023, "plain")]),
        ("2023年底，2024年第一季度，2024年上半年", [(2023, "dated"), (2024, "dated"), (2024, "dated")]),
        ("2024年中心工作", [(2024, "plain")]),
        ("2023年版清单、2021年修订的文本", [(2023, "named"), (2021, "named")]),
        ("2021—2025年规划", [(2021, "range"), (2025, "range")]),
        ("2021-25年，2023年至2027年", [(2021, "range"), (2025, "range"), (2023, "range"), (2027, "range")]),
        ("《规划（2021—2025年）》和“2024年要点”", [(2021, "quoted"), (2025, "quoted"), (2024, "quoted")]),
        ("《印发〈2024年要点〉的通知》", [(2024, "quoted")]),
        ("国发〔2024〕12号，调解2025件，12024年，3.2024年", []),
        ("1—2月受理30件", []),
    ],
)
def test_a_year_is_known_by_the_company_it_keeps(text: str, years: list[tuple[int, str]]) -> None:
    assert found(text) == years


def test_a_year_opens_a_sentence_or_the_searched_range() -> None:
    text = "全年办理12件。2024年，培训3期；在2023年，检查5次"
    assert [y.opens for y in find_years(text)] == [True, False]
    assert [y.opens for y in find_years(text, text.index("2023"))] == [True]


@given(st.text(alphabet="2024年度自《》“”—至较月，。以来起", max_size=40))
def test_years_lie_in_order_inside_the_text_and_end_in_year(text: str) -> None:
    years = find_years(text)
    assert [y.start for y in years] == sorted(y.start for y in years)
    assert all(0 <= y.start < y.end <= len(text) and text[y.end - 1] in "年度" for y in years)
    assert all(1900 <= y.year <= 2099 for y in years)


def test_a_flood_of_years_and_titles_is_read_in_linear_time() -> None:
    assert len(find_years("《2024年要点》较2023年，" * 20_000)) == 40_000
