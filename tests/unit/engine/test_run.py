"""Running rules: guards, the fence around a rule, caps, order, and what an item says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from lawcheck import load_ruleset, outliner
from lawcheck.engine import run
from lawcheck.engine.run import MAX_FINDINGS
from lawcheck.engine.stamp import in_force
from lawcheck.errors import RuleTimeout
from lawcheck.model.checklist import Checklist, Item, ProfileChoice
from lawcheck.model.document import Document, Unread
from lawcheck.rule.hit import Check, Hit, Sight, View
from lawcheck.rule.plan import Plan, PlannedRule, Profile
from lawcheck.rule.rule import Basis, Case, Citation, Guard, Rule
from lawcheck.testing import document_from
from lawcheck.text.span import Span
from lawcheck.wording import Text

REPORT = """云溪县民政局关于2024年法治政府建设情况的报告
一、主要举措和成效
全年组织执法检查30次，办理案件12件，联系电话13812345678。
"""
NOTICE = """云溪县人民政府办公室关于做好节日值班工作的通知
各乡镇人民政府，县政府各部门：
现就有关事项通知如下。
"""
CHOICE = ProfileChoice("test", "option", Text("试", "test"))
SOURCE = Basis("B1", "某办法", "某发〔2020〕1号", None, "2020-05-01", "2024-06-30", "V1")


def rule(**changes: object) -> Rule:
    plain = Rule(
        "X001",
        "text",
        Text("标题", "title"),
        "form",
        "warning",
        "practice",
        Text("写着“{quote}”（{place}）：{note}", "it says “{quote}” ({place}): {note}"),
        None,
        remedy=Text("改为{note}", "write {note}"),
    )
    return replace(plain, **changes)


def planned(*pairs: tuple[Rule, Check]) -> Plan:
    words = load_ruleset().vocabulary
    rules = tuple(r for r, _ in pairs)
    profile = Profile("test", Text("试", "test"), rules)
    return Plan(profile, tuple(PlannedRule(r, c) for r, c in pairs), words, {"B1": SOURCE}, "test", "0" * 64)


def check(document: Document, *pairs: tuple[Rule, Check], year: int | None = None) -> Checklist:
    plan = planned(*pairs)
    outline = outliner.outline(document, plan.vocabulary)
    return run(plan, document, outline, choice=CHOICE, expected_year=year, as_of=date(2025, 3, 1))


def items(text: str, *pairs: tuple[Rule, Check]) -> tuple[Item, ...]:
    return check(document_from(text), *pairs).items


def at(start: int, end: int, **more: object) -> Hit:
    return replace(Hit("not_satisfied", sights=(Sight("found", Span(start, end)),), fields={"note": "好"}), **more)


def always(*hits: Hit) -> Check:
    return lambda view: iter(hits)


def never(view: View) -> Iterator[Hit]:
    raise AssertionError("the rule does not apply")


def test_a_finding_says_the_rules_message_with_quote_and_place_in_both_languages() -> None:
    (item,) = items(REPORT, (rule(), always(at(0, 6))))
    assert (str(item.message), item.message.en) == (
        "写着“云溪县民政局”（第 1 行）：好",
        "it says “云溪县民政局” (line 1): 好",
    )
    assert item.remedy == "改为好"


def test_evidence_has_line_and_column_and_a_quote_that_is_the_slice_of_its_span() -> None:
    (item,) = items(REPORT, (rule(), always(at(27, 33))))
    (found,) = item.evidence
    assert (found.line, found.column, found.quote) == (2, 3, "主要举措和成"[: found.span.end - found.span.start])


def test_a_long_quote_is_cut_with_its_span() -> None:
    document = document_from("云溪县民政局关于2024年法治政府建设情况的报告\n" + "全年检查三十次，" * 60)
    (item,) = check(document, (rule(), always(at(25, 500)))).items
    (found,) = item.evidence
    assert (found.span, found.quote) == (Span(25, 145), document.text[25:145])


def test_a_phone_number_is_masked_in_quote_and_message() -> None:
    start = REPORT.index("联系")
    (item,) = items(REPORT, (rule(), always(at(start, start + 15, fields={"note": "13812345678"}))))
    (found,) = item.evidence
    assert (found.masked, found.quote) == (True, "联系电话138********")
    assert "13812345678" not in item.message + item.message.en + str(item.remedy)


def test_a_number_is_masked_where_the_quote_ends_in_its_middle() -> None:
    start = REPORT.index("138")
    (item,) = items(REPORT, (rule(), always(at(start + 5, start + 9))))
    assert (item.evidence[0].quote, item.evidence[0].masked) == ("****", True)


def test_another_genre_makes_a_rule_not_applicable_and_says_which() -> None:
    (item,) = items(NOTICE, (rule(), never))
    assert (item.verdict, str(item.message)[:10]) == ("not_applicable", "不适用：本文件是通知")


def test_a_rule_that_names_its_genres_runs_on_them() -> None:
    (item,) = items(NOTICE, (rule(when=Guard(genre=("notice",))), always(Hit("satisfied"))))
    assert item.verdict == "satisfied"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"since": 2025}, "不适用：本规则适用的报告年度为 2025 年起，本报告是 2024 年度"),
        ({"until": 2023}, "不适用：本规则适用的报告年度为 2023 年止，本报告是 2024 年度"),
        ({"when": Guard(format=("docx",))}, "不适用：本规则只看 docx 格式的文件"),
        ({"when": Guard(part=("plan",))}, "不适用：报告没有“下一年度主要安排”部分"),
        ({"when": Guard(absent=("measures",))}, "不适用：报告已有“主要举措和成效”部分"),
    ],
)
def test_a_guard_that_does_not_hold_is_told(changes: dict[str, object], reason: str) -> None:
    (item,) = items(REPORT, (rule(**changes), never))
    assert (item.verdict, str(item.message)) == ("not_applicable", reason)


def test_the_first_case_that_fits_sets_severity_and_words() -> None:
    cases = (
        Case("b", severity="info"),
        Case("a", when=Guard(format=("docx",)), severity="info"),
        Case("a", message=Text("情形{note}", "case {note}")),
    )
    (item,) = items(REPORT, (rule(cases=cases), always(at(0, 6, case="a"))))
    assert (item.severity, item.message) == ("warning", "情形好")


def test_a_source_counts_as_in_force_up_to_the_quarter_after_the_report_year() -> None:
    pair = (rule(basis=(Citation("B1", "第三条"),)), always(Hit("satisfied")))
    told = {year: items(REPORT.replace("2024", str(year)), pair)[0].basis[0] for year in (2018, 2019, 2020, 2024, 2025)}
    assert [told[y].in_force for y in sorted(told)] == [False, False, True, True, False]
    assert (told[2024].title, told[2024].article, told[2024].force) == ("某办法", "第三条", "practice")


def test_a_source_that_begins_in_the_publication_quarter_is_in_force() -> None:
    assert [in_force(replace(SOURCE, in_force_from=day), 2019) for day in ("2020-03-31", "2020-04-01")] == [True, False]


def test_without_a_year_a_source_is_in_force_when_it_has_not_ended() -> None:
    assert [in_force(replace(SOURCE, in_force_to=day), None) for day in (None, "2024-06-30")] == [True, False]


def test_a_date_known_to_the_month_or_year_counts_for_the_source_where_it_may() -> None:
    told = {
        (since, until): [
            in_force(replace(SOURCE, in_force_from=since, in_force_to=until), y) for y in (2019, 2020, 2025)
        ]
        for since, until in (("2020", None), ("2020-05", None), (None, "2020"), (None, "2024-12"))
    }
    assert list(told.values()) == [
        [True, True, True],
        [False, True, True],
        [True, True, False],
        [True, True, False],
    ]


@pytest.mark.parametrize(
    ("text", "year", "words"),
    [
        (REPORT, None, "2024年写2025年的安排"),
        (REPORT.replace("2024年", ""), 2022, "2022年写2023年的安排"),
        (REPORT.replace("2024年", ""), None, "20××年写20××年的安排"),
    ],
)
def test_a_message_may_name_the_report_year_and_the_next(text: str, year: int | None, words: str) -> None:
    told = rule(message=Text("{year}年写{next}年的安排", "{year}, {next}"))
    (item,) = check(document_from(text), (told, always(at(0, 6))), year=year).items
    assert item.message == words


def test_a_document_that_resembles_nothing_known_is_said_to_be_no_report() -> None:
    (item,) = items("云溪县民政局2024年普法工作要点\n围绕中心工作开展普法。\n", (rule(), never))
    assert item.message == "不适用：本文件不像法治政府建设年度报告"


def test_the_result_tells_the_profile_by_name() -> None:
    assert check(document_from(REPORT), (rule(), always(Hit("satisfied")))).profile.title == "试"


def test_a_time_out_leaves_its_rule_undetermined_and_the_others_unharmed() -> None:
    def slow(view: View) -> Iterator[Hit]:
        yield at(0, 6)
        raise RuleTimeout("查找超时", "search timed out")

    result = check(document_from(REPORT), (rule(), slow), (rule(id="X002"), always(Hit("satisfied"))))
    assert [(i.rule, i.verdict) for i in result.items] == [("X001", "undetermined"), ("X002", "satisfied")]
    assert [str(limit) for limit in result.limits] == ["规则 X001：查找超时"]


def test_a_bug_in_a_check_is_not_hidden() -> None:
    def broken(view: View) -> Iterator[Hit]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        items(REPORT, (rule(), broken))


def test_findings_of_one_rule_are_capped_and_the_rest_is_said() -> None:
    many = always(*(at(n, n + 1, subject=f"section:{n}") for n in range(1, 3 * MAX_FINDINGS)))
    text = "云溪县民政局关于2024年法治政府建设情况的报告\n" + "全年检查三十次，" * 60
    found = items(text, (rule(), many))
    assert (len(found), found[-1].verdict) == (MAX_FINDINGS + 1, "undetermined")


def test_the_same_words_in_the_same_section_are_one_finding_with_all_places() -> None:
    text = REPORT + "全年组织执法检查30次。\n"
    second = text.rindex("全年")
    first = text.index("全年")
    (item,) = items(text, (rule(), always(at(first, first + 2), at(second, second + 2))))
    assert [e.line for e in item.evidence] == [3, 4]


def test_items_are_sorted_by_rule_and_place() -> None:
    found = items(
        REPORT, (rule(id="X002"), always(Hit("satisfied"))), (rule(), always(at(30, 33), at(0, 3), Hit("satisfied")))
    )
    assert [(i.rule, i.evidence[0].span.start if i.evidence else None) for i in found] == [
        ("X001", 0),
        ("X001", 30),
        ("X001", None),
        ("X002", None),
    ]


def test_a_fingerprint_does_not_change_with_the_place() -> None:
    (before,) = items(REPORT, (rule(), always(at(0, 6))))
    moved = "\n\n" + REPORT
    (after,) = items(moved, (rule(), always(at(2, 8))))
    assert before.fingerprint == after.fingerprint


def test_an_absence_is_undetermined_where_body_text_was_left_unread() -> None:
    unread = Unread(Text("第 3 页是图片", "page 3 is an image"), is_body=True)
    document = replace(document_from(REPORT), unread=(unread,))
    missing = Hit("not_satisfied", "plan", (Sight("expected_at", Span(0, 3)),))
    (absent, present) = check(document, (rule(), always(missing)), (rule(id="X002"), always(at(0, 6)))).items
    assert (absent.verdict, present.verdict) == ("undetermined", "not_satisfied")
    assert "第 3 页是图片" in absent.message


def test_an_absence_is_a_finding_where_only_other_text_was_left_unread() -> None:
    document = replace(document_from(REPORT), unread=(Unread(Text("页眉", "a page header")),))
    missing = Hit("not_satisfied", "plan", (Sight("expected_at", Span(0, 3)),), fields={"note": "好"})
    assert check(document, (rule(), always(missing))).items[0].verdict == "not_satisfied"


def test_a_satisfied_item_says_where_it_was_found() -> None:
    (item,) = items(REPORT, (rule(), always(Hit("satisfied", None, (Sight("found", Span(0, 6)),)))))
    assert (str(item.message), item.message.en, item.remedy) == (
        "第 1 行：“云溪县民政局”",
        "line 1: “云溪县民政局”",
        None,
    )


def test_the_date_given_as_today_is_recorded() -> None:
    assert check(document_from(REPORT), (rule(), always(Hit("satisfied")))).tool.as_of == "2025-03-01"


def test_the_year_asked_for_reaches_the_check() -> None:
    def seen(view: View) -> Iterator[Hit]:
        yield Hit("satisfied", because=Text(str(view.expected_year), "year"))

    assert check(document_from(REPORT), (rule(), seen), year=2023).items[0].message == "2023"


@pytest.mark.parametrize(
    ("owner", "told"),
    [
        (at(0, 6), ("not_applicable", "不适用：X002 已经指出")),
        (at(0, 6, verdict="doubtful"), ("not_applicable", "不适用：X002 已经指出")),
        (Hit("satisfied"), ("not_satisfied", "写着“主要举措和”（第 2 行）：好")),
        (Hit("not_applicable"), ("not_satisfied", "写着“主要举措和”（第 2 行）：好")),
    ],
)
def test_a_rule_that_yields_is_silent_only_where_the_other_speaks(owner: Hit, told: tuple[str, str]) -> None:
    yielding = rule(yields_to=("X002",))
    own, _ = items(REPORT, (yielding, always(at(27, 32))), (rule(id="X002"), always(owner)))
    assert (own.rule, own.verdict, str(own.message)) == ("X001", *told)


def test_a_rule_that_yields_speaks_where_the_plan_has_not_the_other() -> None:
    (own,) = items(REPORT, (rule(yields_to=("X002",)), always(at(27, 32))))
    assert own.verdict == "not_satisfied"


def test_a_rule_that_is_satisfied_has_nothing_to_yield() -> None:
    own, _ = items(REPORT, (rule(yields_to=("X002",)), always(Hit("satisfied"))), (rule(id="X002"), always(at(0, 6))))
    assert own.verdict == "satisfied"
