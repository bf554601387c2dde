"""What checks share of one report."""

from __future__ import annotations

from lawcheck import load_ruleset, outliner
from lawcheck.rule.figures.ledger import Ledger
from lawcheck.rule.hit import View
from lawcheck.testing import document_from

REPORT = "云溪县民政局关于2024年法治政府建设情况的报告\n一、主要举措和成效\n举办培训2期。\n"


def view() -> View:
    vocabulary = load_ruleset().vocabulary
    document = document_from(REPORT, "txt")
    return View(document, outliner.outline(document, vocabulary), vocabulary)


def test_a_thing_made_of_a_view_is_made_once_and_not_shared_between_views() -> None:
    one, other = view(), view()
    assert one.once(Ledger) is one.once(Ledger)
    assert one.once(Ledger) is not other.once(Ledger)
    assert one.once(Ledger).view is one


def test_what_was_made_of_a_view_is_no_part_of_its_value() -> None:
    one, other = view(), view()
    one.once(Ledger)
    assert one == other
