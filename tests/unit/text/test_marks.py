from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.marks import lone_marks

WORDS = st.text("法治政府，。 \n", max_size=6)


def nested(pair: str) -> st.SearchStrategy[str]:
    plain = WORDS.map(lambda s: s.replace("\n", ""))
    inner = st.recursive(
        plain, lambda s: st.tuples(plain, s, plain).map(lambda t: f"{t[0]}{pair[0]}{t[1]}{pair[1]}{t[2]}")
    )
    return st.lists(inner, max_size=4).map("".join)


@given(nested("《》"))
def test_marks_that_nest_have_partners(text: str) -> None:
    assert lone_marks(text, "《》") == []


@given(nested("“”"), st.data())
def test_a_text_that_loses_one_mark_has_a_lone_one(text: str, data: st.DataObject) -> None:
    marks = [i for i, char in enumerate(text) if char in "“”"]
    if not marks:
        return
    at = data.draw(st.sampled_from(marks))
    assert lone_marks(text[:at] + text[at + 1 :], "“”") != []


@given(st.text("“”《》（）法。，1a\n", max_size=60), st.sampled_from(["“”", "《》", "（）"]))
def test_ranges_lie_in_the_text_in_order_and_hold_a_mark_at_either_end(text: str, pair: str) -> None:
    found = lone_marks(text, pair)
    assert all(text[a] in pair and text[b - 1] in pair and 0 <= a < b <= len(text) for a, b, _ in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "pair", "cases"),
    [
        ("落实双随机”细则", "“”", ["lone"]),
        ("推行”三项制度“，", "“”", ["direction"]),
        ("推行“三项制度“，", "“”", ["direction"]),
        ("推行“三项制度。全年检查“双随机”", "“”", ["lone"]),
        ("《甲办法\n乙办法》", "《》", []),
        ("《甲办法\n乙办法\n丙办法》", "《》", ["lone", "lone"]),
        ("“甲。\n“乙。\n“丙。”", "“”", []),
        ("1）甲；2）乙；a）丙", "（）", []),
        ("甲）乙", "（）", ["lone"]),
        ("（2021-2025)的规划", "（）", []),
    ],
)
def test_what_is_a_lone_mark_and_what_is_not(text: str, pair: str, cases: list[str]) -> None:
    assert [case for _, _, case in lone_marks(text, pair)] == cases
