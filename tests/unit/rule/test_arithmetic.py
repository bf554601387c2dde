"""Rates are recomputed exactly: rounding and cutting off always pass, a digit more never does."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lawcheck.rule.figures.arithmetic import is_countable, last_place, plain, rate_fits, rate_of, total

counts = st.integers(min_value=0, max_value=10**12)
places = st.integers(min_value=0, max_value=6)
D = Decimal


@given(part=counts, more=counts, digits=places, way=st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]))
def test_a_rate_rounded_or_cut_off_at_any_decimals_fits(part: int, more: int, digits: int, way: str) -> None:
    whole = part + more
    assume(whole > 0)
    with localcontext() as context:
        context.prec = 60
        stated = (D(100) * part / whole).quantize(D(1).scaleb(-digits), rounding=way)
    assert rate_fits(D(part), D(whole), stated)


@given(part=counts, more=counts, digits=places, off=st.integers(min_value=2, max_value=10**6), up=st.booleans())
def test_a_rate_that_is_off_by_more_than_its_last_digit_never_fits(
    part: int, more: int, digits: int, off: int, up: bool
) -> None:
    whole = part + more
    assume(whole > 0)
    place = D(1).scaleb(-digits)
    stated = rate_of(D(part), D(whole), place) + place * (off if up else -off)
    assert not rate_fits(D(part), D(whole), stated)
    assert not rate_fits(D(part), D(whole), stated, is_forced=True)


@given(part=counts, rate=st.decimals(min_value=0, max_value=100, places=2))
def test_no_rate_fits_a_base_of_nothing(part: int, rate: Decimal) -> None:
    assert not rate_fits(D(part), D(0), rate)


@given(st.lists(st.decimals(min_value=0, max_value=10**12, places=3), max_size=40))
def test_a_total_does_not_depend_on_the_order(values: list[Decimal]) -> None:
    assert total(values) == total(reversed(values)) == sum(values)


@pytest.mark.parametrize(
    ("part", "whole", "stated", "fits"),
    [
        ("2369", "2474", "95.87", False),
        ("2369", "2474", "95.76", True),
        ("2369", "2474", "95.75", True),
        ("2331", "2418", "96.4", True),
        ("11", "38", "29", True),
        ("24", "38", "63.1", True),
        ("24", "38", "63.2", True),
        ("24", "38", "63.3", False),
        ("20", "21", "95.24", True),
        ("303", "352", "86.07", True),
        ("862", "1046", "82.4", True),
        ("171", "1046", "16.3", True),
        ("13", "1046", "1.3", False),
    ],
)
def test_rates_of_published_reports(part: str, whole: str, stated: str, fits: bool) -> None:
    assert rate_fits(D(part), D(whole), D(stated)) is fits


def test_a_share_that_was_made_to_fill_up_a_hundred_may_be_one_digit_off() -> None:
    assert rate_fits(D(13), D(1046), D("1.3"), is_forced=True)
    assert not rate_fits(D(13), D(1046), D("1.4"), is_forced=True)


def test_sums_of_published_reports() -> None:
    assert total(map(D, (14069, 560))) == total(map(D, (13810, 819))) == 14629
    assert [total(map(D, row)) for row in ((376, 97, 196, 121), (16, 1, 12, 27), (74, 1, 30, 51))] == [790, 56, 156]
    assert total(map(D, (26462, 102))) == 26564
    assert total(map(D, (26462, 102, 5))) == 26569


def test_a_number_is_written_as_the_report_states_it() -> None:
    written = [plain(D(v)) for v in ("100", "1E+3", "86.07", "95.20", "0", "0.5")]
    assert written == ["100", "1000", "86.07", "95.20", "0", "0.5"]
    assert [last_place(D(v)) for v in ("100", "1E+3", "86.07")] == [D(1), D(1), D("0.01")]


def test_floods_of_digits_and_what_is_no_number_are_not_reckoned_with() -> None:
    values = ["12", "0", "9" * 40, "9" * 41, "-1", "NaN", "Infinity", "1E+50", "1E-50"]
    assert [is_countable(D(v)) for v in values] == [True, True, True, False, False, False, False, False, False]
