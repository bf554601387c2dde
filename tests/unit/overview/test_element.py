from __future__ import annotations

from collections import Counter

import pytest

from lawcheck.overview.element import BY_ID, ELEMENTS, element_of
from tests.results import item
from tests.surveys import shipped


def test_no_rule_is_listed_under_two_elements() -> None:
    listed = Counter(rule for element in ELEMENTS for rule in element.rules)
    assert [rule for rule, count in listed.items() if count > 1] == []


def test_the_columns_have_ids_and_headings_of_their_own() -> None:
    assert len(BY_ID) == len(ELEMENTS) == len({e.title for e in ELEMENTS}) == len({e.title.en for e in ELEMENTS})


def test_of_the_shipped_rules_only_a_few_belong_to_no_element_of_their_own() -> None:
    elements = {r.id: element_of(item(r.id, kind=r.kind, category=r.category)) for r in shipped().rules}
    others = sorted(rule for rule, element in elements.items() if element == "other")
    assert [rule for rule in others if not rule.startswith(("C", "P"))] == []
    assert {elements[f"E12{n}"] for n in (0, 2, 3, 4, 5)} == {"measures", "shortcomings", "causes", "leader", "plan"}


@pytest.mark.parametrize(
    ("rule", "kind", "category", "element"),
    [
        ("X001", "text", "form", "form"),
        ("X001", "text", "privacy", "privacy"),
        ("X001", "relation", "inconsistent", "numbers"),
        ("X001", "text", "missing", "other"),
        ("N030", "relation", "inconsistent", "numbers"),
        ("N001", "fact", "substance", "contents"),
        ("F009", "field", "form", "closing"),
    ],
)
def test_a_rule_that_no_element_names_goes_by_its_kind_and_category(
    rule: str, kind: str, category: str, element: str
) -> None:
    assert element_of(item(rule, kind=kind, category=category)) == element
