"""What the hits of the kinds say besides verdict and place: fields, reasons, where something missing belongs."""

from __future__ import annotations

import pytest

from lawcheck import load_ruleset, outliner
from lawcheck.kinds import KINDS, field, order, section, text
from lawcheck.rule.hit import Hit, View
from lawcheck.testing import document_from

WORDS = load_ruleset().vocabulary
HEAD = "云溪县民政局关于2024年法治政府建设情况的报告\n"
MEASURES = "一、主要举措和成效\n全年组织执法检查30次，办理案件12件。\n"


def hits(options: object, report: str) -> tuple[View, list[Hit]]:
    document = document_from(report)
    view = View(document, outliner.outline(document, WORDS), WORDS)
    return view, list(KINDS[options.kind].compile(options, WORDS)(view))  # type: ignore[attr-defined]


def expected(options: object, report: str) -> tuple[str | None, str | None]:
    view, (hit,) = hits(options, report)
    sight = next(s for s in hit.sights if s.role == "expected_at")
    return sight.relation, sight.span and sight.span.of(view.document.text)


@pytest.mark.parametrize(
    ("options", "report", "place"),
    [
        (
            section.Options("section", ("shortcomings",), before=("plan",)),
            HEAD + MEASURES + "二、2025年主要工作安排\n全年举办四期执法培训。\n",
            ("before", "二、2025年主要工作安排"),
        ),
        (
            section.Options("section", ("plan",)),
            HEAD
            + MEASURES
            + "全年组织普法活动十二场，面向各镇村和企业开展，参加群众三千余人次，群众法治意识继续提高。\n",
            ("end", "参加群众三千余人次，群众法治意识继续提高。"),
        ),
        (field.Options("field", "signature"), HEAD + MEASURES, ("end", "全年组织执法检查30次，办理案件12件。")),
        (field.Options("field", "signature"), f"{HEAD}{MEASURES}\n2025年1月8日\n", ("before", "2025年1月8日")),
        (field.Options("field", "date"), f"{HEAD}{MEASURES}\n云溪县民政局\n", ("after", "云溪县民政局")),
        (field.Options("field", "addressee"), HEAD + MEASURES, ("after", HEAD.strip())),
        (
            text.Options("text", scope="part", roles=("measures",), require=("causes_named",)),
            HEAD + MEASURES,
            ("below", "一、主要举措和成效"),
        ),
        (
            text.Options("text", scope="opening", require=("transition",)),
            f"{HEAD}2024年，我局扎实推进法治政府建设，各项任务顺利完成。\n{MEASURES}",
            ("after", "2024年，我局扎实推进法治政府建设，各项任务顺利完成。"),
        ),
        (text.Options("text", scope="title", require=("causes_named",)), HEAD + MEASURES, ("within", HEAD.strip())),
        (text.Options("text", require=("causes_named",)), HEAD + MEASURES, (None, None)),
    ],
)
def test_what_is_missing_belongs_before_after_below_or_within_words_that_begin_with_a_clause(
    options: object, report: str, place: tuple[str | None, str | None]
) -> None:
    assert expected(options, report) == place


def test_a_clause_that_is_too_long_is_cut() -> None:
    relation, words = expected(field.Options("field", "date"), f"{HEAD}一、主要举措和成效\n{'全年执法检查' * 20}。\n")
    assert (relation, words) == ("end", ("全年执法检查" * 20 + "。")[-30:])


def test_a_part_without_text_is_told_by_its_heading_as_written() -> None:
    report = f"{HEAD}{MEASURES}二、　存在的 不足\n三、2025年主要工作安排\n全年举办四期执法培训。\n"
    _, (hit,) = hits(section.Options("section", ("shortcomings",), min_han=4), report)
    assert (hit.case, hit.fields["heading"], hit.fields["han"]) == ("empty", "二、　存在的 不足", "0")


def test_the_words_of_a_report_are_quoted_as_written_and_on_one_line() -> None:
    report = f"{HEAD}{MEASURES}全年 Legal\nTech 培训（详见附件)共12场，[bookmark: _GoBack]办结率 ９５％。\n"
    options = text.Options("text", forbid=("residue",), per="occurrence")
    assert [hit.fields["mark"] for hit in hits(options, report)[1]] == ["[bookmark: _GoBack]"]


@pytest.mark.parametrize(
    ("sentence", "mark", "partner"),
    [
        ("认真落实双随机”抽查细则。", "右引号（”）", "左引号"),
        ("认真落实《执法案卷评查办法，全年评查12份。", "左书名号（《）", "右书名号"),
        ("全年检查30次（其中随机抽查12次。", "左括号“（”", "右括号"),
        ("全年检查30次，其中随机抽查12次)。", "右括号“）”", "左括号"),
        ("云政发〔2024号。", "左六角括号（〔）", "右六角括号"),
        ("做好【普法工作。", "“【”", "“】”"),
    ],
)
def test_a_lone_mark_is_named_with_the_one_it_lacks(sentence: str, mark: str, partner: str) -> None:
    options = text.Options("text", balance=("《》", "“”", "（）", "〔〕", "【】"))
    (hit,) = hits(options, f"{HEAD}{MEASURES}{sentence}\n")[1]
    assert (hit.case, hit.fields["mark"], hit.fields["partner"]) == ("lone", mark, partner)


@pytest.mark.parametrize(
    ("judge", "reason"), [("style", "报告没有成组编号的标题"), ("levels", "报告没有两层编号的标题")]
)
def test_a_judge_of_numbers_says_what_there_was_none_of(judge: str, reason: str) -> None:
    options = order.Options("order", judge)  # type: ignore[arg-type]
    (hit,) = hits(options, HEAD + "一、主要举措和成效\n全年组织执法检查30次，办理案件12件。\n")[1]
    assert (hit.verdict, hit.because) == ("not_applicable", reason)


def test_a_match_is_shown_with_words_around_it_that_neither_begin_with_a_closing_mark_nor_end_with_an_opening_one() -> (
    None
):
    view, (hit,) = hits(
        text.Options("text", balance=("《》",)), f"{HEAD}{MEASURES}推行“三项制度”（试行）和《办法适用的“通知”。\n"
    )
    (sight,) = hit.sights
    assert sight.span is not None
    assert sight.span.of(view.document.text) == "（试行）和《办法适用的"
