"""Defects put into the example reports are found, lawful changes of them are not, and docs/quality.md says how many."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lawcheck import check, load_ruleset
from tests.mutation.cases import BASES, CATEGORIES, ROOT, cases, outcomes
from tests.mutation.changes import ChangeError, changed
from tests.mutation.measure import PAGE, false_alarms, page, recall


def test_there_are_enough_changes_and_each_has_a_name_of_its_own() -> None:
    defects, neutral = cases("defects"), cases("neutral")
    ids = [case.id for case in (*defects, *neutral)]
    assert len(defects) >= 60
    assert len(neutral) >= 25
    assert len(ids) == len(set(ids))
    assert {case.category for case in defects} == set(CATEGORIES)


def test_every_defect_names_rules_that_exist() -> None:
    rules = {rule.id for rule in load_ruleset().rules}
    named = {rule for c in cases("defects") for e in (*c.expect, *c.also) for rule in e.split("/")}
    assert named - rules == set()
    assert [case.id for case in cases("defects") if not case.expect] == []


@pytest.mark.parametrize("base", BASES.values())
def test_an_unchanged_example_has_no_finding_at_warning_or_above(base: str) -> None:
    assert [f.rule for f in check(ROOT / base).findings if f.severity != "info"] == []


@pytest.mark.parametrize(
    "step",
    [
        {"replace": ["二", "三"]},
        {"replace": ["一", "三"]},
        {"everywhere": ["二", "三"]},
        {"cut": ["甲", "丙"]},
        {"cut": ["乙", "甲"]},
        {"replace": ["甲", "甲"]},
        {"turn": []},
    ],
    ids=str,
)
def test_a_step_that_does_not_fit_the_text_is_refused(step: dict[str, list[str]]) -> None:
    with pytest.raises(ChangeError):
        changed("一甲一乙", [step])


@pytest.mark.parametrize(
    ("step", "after"),
    [
        ({"replace": ["甲", "丙"]}, "一丙一乙"),
        ({"replace": ["一", "丙"], "first": True}, "丙甲一乙"),
        ({"everywhere": ["一", "丙"]}, "丙甲丙乙"),
        ({"cut": ["甲", "乙"]}, "一乙"),
        ({"move": ["甲", "一", "乙"]}, "一一甲乙"),
        ({"apply": "trailing_spaces"}, "一甲一乙  \n"),
    ],
    ids=str,
)
def test_a_step_changes_what_it_names(step: dict[str, object], after: str) -> None:
    assert changed("一甲一乙", [step]) == after


def test_at_least_95_of_100_defects_are_found() -> None:
    found = outcomes("defects")
    assert recall(found) >= Fraction(95, 100), [(o.case.id, o.missed) for o in found if o.missed]


def test_at_most_one_lawful_change_in_fifty_raises_a_warning() -> None:
    found = outcomes("neutral")
    alarmed = false_alarms(found)
    assert len(alarmed) * 50 <= len(found), [(o.case.id, o.alarms) for o in alarmed]


def test_the_page_on_quality_is_fresh() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(text), "run python -m tests.mutation.measure --write"
