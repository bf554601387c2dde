"""Comparisons of rule files: read wholly or refused in both languages, never run, always bounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.rule.figures.expression import MAX_DEPTH, MAX_NODES, Comparison, Name, Operation, holds, parse

D = Decimal
names = st.sampled_from(["N032.total", "N032.lead", "N032.joint?", "civil.organizations.new"])


def compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda a, s, b, p: f"({a} {s} {b})" if p else f"{a}{s}{b}", inner, st.sampled_from("+-*/"), inner, st.booleans()
    )


sides = st.recursive(names, compound, max_leaves=20)
comparisons = st.builds(lambda a, s, b: f"{a} {s} {b}", sides, st.sampled_from(["==", "<=", ">=", "<", ">"]), sides)


@given(
    comparisons,
    st.dictionaries(
        st.sampled_from(["N032.total", "N032.lead", "N032.joint", "civil.organizations.new"]),
        st.decimals(0, 10**6, places=2),
        min_size=4,
    ),
)
def test_every_comparison_is_read_and_comes_to_an_answer(text: str, values: dict[str, Decimal]) -> None:
    found = parse(text)
    assert holds(found, values) in (True, False, None)
    assert {n.indicator for n in found.names()} <= {"N032", "civil.organizations"}


@given(st.text(alphabet="N032.total()+-*/<>=? \n总", max_size=60) | st.text(max_size=60))
def test_any_text_is_a_comparison_or_is_refused_in_both_languages(text: str) -> None:
    try:
        found = parse(text)
    except ValueError as e:
        zh, bar, en = str(e).partition(" / ")
        assert (bool(zh), bool(bar), bool(en)) == (True, True, True)
    else:
        assert isinstance(found, Comparison)


@pytest.mark.parametrize(
    "text", ["(" * 5000 + "N032.total", "N032.total+" * 5000 + "N032.lead==N032.lead", "N032.lead=="]
)
def test_floods_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=" / "):
        parse(text)


def test_the_bounds_are_what_they_say() -> None:
    longest = "+".join(["N032.lead"] * ((MAX_NODES - 2) // 2)) + "==N032.total"
    deepest = "(" * MAX_DEPTH + "N032.lead" + ")" * MAX_DEPTH + "==N032.total"
    assert len(parse(longest).names()) == len(parse(deepest).names()) == 2
    with pytest.raises(ValueError, match="层"):
        parse("(" + deepest.replace("==", ")=="))


def test_products_bind_before_sums_and_signs_of_one_rank_from_the_left() -> None:
    assert parse("A.a - B.b - C.c == D.d + E.e * F.f") == Comparison(
        Operation("-", Operation("-", Name("A", "a"), Name("B", "b")), Name("C", "c")),
        "==",
        Operation("+", Name("D", "d"), Operation("*", Name("E", "e"), Name("F", "f"))),
    )


@pytest.mark.parametrize(
    ("text", "outcome", "said"),
    [
        ("N032.lead + N032.joint == N032.total", True, "10+2=12"),
        ("N032.lead - N032.joint >= N032.total", False, "10-2≥12"),
        ("N032.lead + N032.none? == N032.total", False, "10=12"),
        ("N032.none? + N032.lead < N032.total", True, "10<12"),
        ("N032.total * (N032.lead - N032.joint) > N032.lead / N032.joint", True, "12×(10-2)>10÷2"),
        ("N032.total - (N032.lead - N032.joint) <= N032.total", True, "12-(10-2)≤12"),
        ("N032.lead / N032.zero == N032.total", None, "10÷0=12"),
    ],
)
def test_a_comparison_is_judged_and_shown_with_its_numbers(text: str, outcome: bool | None, said: str) -> None:
    values = {"N032.lead": D(10), "N032.joint": D(2), "N032.total": D(12), "N032.zero": D(0)}
    assert (holds(parse(text), values), parse(text).written(values)) == (outcome, said)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "N032.lead",
        "N032.lead == 12",
        "N032 == N032.total",
        "__import__('os')",
        "a.b == c.d == e.f",
        "N032.lead = N032.total",
        "(N032.lead == N032.total",
        "N032.lead + == N032.total",
    ],
)
def test_what_is_no_comparison_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=" / "):
        parse(text)
