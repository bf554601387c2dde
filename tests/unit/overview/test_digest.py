from __future__ import annotations

from dataclasses import replace

import pytest

from lawcheck.model.checklist import Item
from lawcheck.overview.digest import MARKS, digest
from lawcheck.renderers import Style
from lawcheck.wording import Text
from tests.results import DEFECTIVE, DOCUMENT, GOOD, item


def states(*items: Item, style: Style = Style()) -> dict[str, tuple[str, int]]:  # noqa: B008 - frozen
    summary, _ = digest(replace(GOOD, items=items), style)
    return {one.element: (one.state, one.findings) for one in summary.standings if one.state != "none"}


def test_a_checklist_in_short_names_the_report_and_counts_what_has_to_be_done() -> None:
    summary, details = digest(DEFECTIVE, Style())
    assert (summary.issuer, summary.year, summary.passed, summary.mends) == ("云溪县民政局", "2024", False, 2)
    assert (summary.errors, summary.warnings, summary.doubtful, summary.hints) == (1, 1, 1, 1)
    assert [(m.rule, m.weight, m.is_sure) for m in details.marks] == [
        ("E125", "mend", True),
        ("F006", "mend", True),
        ("E123", "doubtful", False),
        ("F021", "hint", True),
    ]
    assert (details.marks[0].place, details.marks[1].quote, summary.published) == ("正文末尾", "三、", "2025-01-10")
    assert details.still_open == ("F010 落款在图片里",)
    assert details.unseen == ("图片（第 3 段）",)


def test_in_a_strict_run_a_doubt_has_to_be_mended_and_is_a_doubt_still() -> None:
    summary, details = digest(DEFECTIVE, Style(strict=True))
    mark = next(m for m in details.marks if m.rule == "E123")
    assert (summary.mends, mark.weight, mark.is_sure) == (3, "mend", False)


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([item("E120")], {"measures": ("met", 1)}),
        ([item("E120", "not_satisfied", "error")], {"measures": ("missing", 1)}),
        ([item("E125", "doubtful", "error")], {"plan": ("doubtful", 1)}),
        ([item("E109", "not_satisfied", "error")], {"published": ("missing", 1)}),
        ([item("E109", "not_satisfied", "info")], {"published": ("hint", 1)}),
        ([item("E109", "undetermined", "error")], {"published": ("open", 1)}),
        ([item("F001"), item("F015", "undetermined", category="form")], {"identity": ("met", 1), "form": ("open", 1)}),
        ([item("F015", category="form"), item("F016", "undetermined", category="form")], {"form": ("met", 1)}),
        ([item("F015", "not_satisfied", "warning", category="form")] * 2, {"form": ("mend", 2)}),
        ([item("F015", "not_satisfied", "info", category="form")], {"form": ("hint", 1)}),
        ([item("E101", "undetermined"), item("E102", "doubtful")], {"identity": ("doubtful", 1)}),
    ],
)
def test_the_gravest_item_of_an_element_speaks_for_it(items: list[Item], told: dict[str, tuple[str, int]]) -> None:
    assert states(*items) == told


def test_a_part_that_is_missing_is_missing_whatever_the_threshold() -> None:
    assert states(item("E120", "not_satisfied", "error"), style=Style(fail_on="never")) == {"measures": ("missing", 1)}


def test_of_very_many_findings_the_gravest_are_kept_and_all_are_counted() -> None:
    many = [item("F021", "not_satisfied", "info", fingerprint=str(n)) for n in range(MARKS + 5)]
    checklist = replace(GOOD, items=(*many, item("E125", "not_satisfied", "error")))
    summary, details = digest(checklist, Style())
    assert (len(details.marks), details.marks[0].rule, summary.hints, summary.left_out) == (MARKS, "E125", 105, 6)
    assert summary.kept == MARKS


def test_texts_are_in_the_language_of_the_run() -> None:
    checklist = replace(GOOD, items=(item("E125", "not_satisfied", remedy=Text("改", "mend it")),))
    summary, details = digest(checklist, Style("en"))
    assert (summary.profile, details.marks[0].remedy) == ("civil-affairs departments", "mend it")


def test_personal_numbers_are_blanked_out_in_what_is_kept_of_the_text() -> None:
    document = replace(DOCUMENT, text=DOCUMENT.text.replace("开展法治培训12场，办结率", "联系电话13800138000，"))
    _, details = digest(replace(GOOD, document=document), Style())
    assert "13800138000" not in "".join(p.text for p in details.passages)


def test_the_time_of_day_is_no_part_of_a_date_and_what_is_none_is_shown_as_written() -> None:
    said = (("published", "2025-03-17 10:22"), ("reported", "月底"))
    summary, _ = digest(replace(GOOD, document=replace(DOCUMENT, metadata=said)), Style())
    assert (summary.published, summary.reported) == ("2025-03-17", "月底")
