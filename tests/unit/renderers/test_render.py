from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import UsageError
from lawcheck.model.checklist import Evidence, FailOn, Relation, Unreadable
from lawcheck.renderers import FORMATS, Style, render
from lawcheck.renderers.text import _ALL_SEEN, _NOT_ALL_SEEN
from lawcheck.renderers.words import FALSE_ALARM_LINE, NO_ADVICE
from lawcheck.text.width import width
from lawcheck.wording import Text, in_language
from tests.results import DEFECTIVE, DOCUMENT, GOOD, OUTLINE, REGULATION, TOOL, evidence, item

GOLDEN = Path(__file__).with_name("golden")
UNREADABLE = Unreadable("空.txt", Text("无法读取“空.txt”：文件是空的", "cannot read"), 3)
HOSTILE = st.text(st.characters(), max_size=60)


def text(*checklists: object, unreadable: tuple[Unreadable, ...] = (), **style: object) -> str:
    return render("text", checklists, unreadable, tool=TOOL, style=Style(**style))  # type: ignore[arg-type]


def findings(*items: object) -> str:
    return text(replace(DEFECTIVE, items=items))


@pytest.mark.parametrize(
    ("name", "lang"), [("good", "zh"), ("defective", "zh"), ("defective", "en"), ("several", "zh"), ("several", "en")]
)
def test_the_text_is_the_one_on_record(name: str, lang: str) -> None:
    shown = {
        "good": text(GOOD, lang=lang),
        "defective": text(DEFECTIVE, lang=lang),
        "several": text(GOOD, DEFECTIVE, unreadable=(UNREADABLE,), lang=lang),
    }[name]
    assert shown == (GOLDEN / f"{name}.{lang}.txt").read_text(encoding="utf-8")


def test_an_unknown_format_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(UsageError) as error:
        render("xml", [GOOD], [])
    assert [name in str(error.value) for name in ("xml", *FORMATS)] == [True] * (1 + len(FORMATS))


def test_a_run_without_a_checklist_needs_a_tool() -> None:
    with pytest.raises(UsageError):
        render("json", [], [])


def test_nothing_is_shown_as_text_when_the_only_document_could_not_be_read() -> None:
    assert text(unreadable=(UNREADABLE,)) == ""


def test_the_json_format_is_the_published_shape_of_the_whole_run() -> None:
    run = json.loads(render("json", [GOOD, DEFECTIVE], [UNREADABLE]))
    assert (len(run["checklists"]), run["unreadable"][0]["exit"]) == (2, 3)
    assert run["checklists"] == [c.to_dict()["checklists"][0] for c in (GOOD, DEFECTIVE)]  # type: ignore[index]


def test_the_json_judges_passed_at_the_threshold_of_the_run() -> None:
    run = json.loads(render("json", [DEFECTIVE], [], style=Style(fail_on="never")))
    assert run["checklists"][0]["summary"]["passed"] is True


def test_every_mark_of_the_text_exists_in_gbk() -> None:
    for lang in ("zh", "en"):
        text(GOOD, DEFECTIVE, unreadable=(UNREADABLE,), lang=lang).encode("gbk")


def test_what_fails_and_what_is_pointed_out_depends_on_the_threshold() -> None:
    def conclusion(**style: object) -> str:
        return text(DEFECTIVE, **style).splitlines()[5]

    assert [
        conclusion(),
        conclusion(fail_on="error"),
        conclusion(fail_on="info"),
        conclusion(strict=True),
        conclusion(fail_on="never"),
    ] == [
        "结论：× 需修改 2 处，提示 2 处（含存疑 1 处），无法判定 1 项",
        "结论：× 需修改 1 处，提示 3 处（含存疑 1 处），无法判定 1 项",
        "结论：× 需修改 3 处，提示 1 处（含存疑 1 处），无法判定 1 项",
        "结论：× 需修改 3 处，提示 1 处，无法判定 1 项",
        "结论：√ 通过，提示 4 处（含存疑 1 处），无法判定 1 项",
    ]


def test_a_document_of_another_kind_is_said_to_be_one_without_a_table_of_parts() -> None:
    notice = replace(
        GOOD,
        outline=replace(OUTLINE, genre="notice"),
        items=(
            item("E100", "not_satisfied", subject="notice", message=Text("这是一份通知", "a notice")),
            item("E120", "not_applicable"),
        ),
    )
    shown = text(notice)
    assert "结论：× 看起来不是法治政府建设年度报告，其余各项不适用" in shown
    assert "应当写明的内容" not in shown
    assert "这是一份通知" in shown


@pytest.mark.parametrize(
    ("where", "words", "words_en"),
    [
        ({"paragraph": 5}, "第 5 段", "paragraph 5"),
        ({"paragraph": 5, "cell": "T1R2C3"}, "表1第2行第3列", "table 1 row 2 column 3"),
        ({"page": 2}, "第 2 页第 4 行", "page 2, line 4"),
        ({"column": 700}, "第 4 行第 700 字", "line 4, column 700"),
        ({"column": 7}, "第 4 行", "line 4"),
    ],
)
def test_a_place_is_told_as_the_format_knows_it(where: dict[str, object], words: str, words_en: str) -> None:
    one = item("F001", "not_satisfied", category="form", evidence=(evidence("found", "培训12场", **where),))
    checklist = replace(DEFECTIVE, items=(one,))
    assert f"警告 {words}：" in text(checklist)
    assert f"warning {words_en}: " in text(checklist, lang="en")


def test_findings_stand_under_the_section_they_are_in_and_missing_things_where_they_belong() -> None:
    shown = findings(
        item("A1", "not_satisfied", category="form", evidence=(evidence("found", "2025年1月8日"),)),
        item("A2", "not_satisfied", category="form", evidence=(evidence("found", "普法"),)),
        item("A3", "not_satisfied", category="form", evidence=(evidence("found", "培训12场"),)),
        item("A4", "not_satisfied", category="form", evidence=(evidence("found", "云溪县人民政府"),)),
        item("A5", "not_satisfied", evidence=(evidence("expected_at", "普法", relation="end"),)),
        item("A6", "not_satisfied", kind="field", evidence=(evidence("expected_at", "单一。", relation="end"),)),
        item("A7", "not_satisfied", kind="text", evidence=(evidence("expected_at", "三、存", relation="below"),)),
        item("A8", "not_satisfied", kind="text", evidence=(evidence("expected_at", "政府：", relation="after"),)),
        item("A9", "not_satisfied", kind="text", evidence=(Evidence("expected_at", None, None),)),
        item("B1", "not_satisfied", kind="field", evidence=(evidence("expected_at", "开展", relation="before"),)),
    )
    lines = [line.split()[1] for line in shown.splitlines() if line.startswith(("● ", "  × "))]
    assert lines == [
        "整篇报告", "A5", "A9", "标题和开头", "A4", "A8", "B1", "一、主要举措和成效", "A3",
        "三、存在的不足", "A7", "A2", "落款", "A6", "A1",
    ]  # fmt: skip


def test_of_many_places_of_one_finding_only_the_lines_are_told_after_the_fourth() -> None:
    places = tuple(evidence("found", phrase) for phrase in ("一是", "普法", "形式", "单一", "一、", "三、"))
    shown = findings(item("A1", "not_satisfied", category="form", evidence=places))
    assert (shown.count("原文："), "\n    另见：第 3 行、第 5 行\n" in shown) == (4, True)


@pytest.mark.parametrize(("fail_on", "strict"), [("warning", False), ("error", False), ("info", False), ("info", True)])
def test_as_many_findings_bear_a_cross_as_the_conclusion_counts(fail_on: FailOn, strict: bool) -> None:
    lines = text(DEFECTIVE, fail_on=fail_on, strict=strict).splitlines()
    marks = [line[2] for line in lines if line[:2] == "  " and line[2:3] in ("×", "→", "△") and line[4:5] in "EF"]
    failing = len(DEFECTIVE.failing(fail_on, strict=strict))
    assert f"× 需修改 {failing} 处" in lines[5]
    assert (marks.count("×"), marks.count("△")) == (failing, 0 if strict else 1)
    assert len(marks) == len(DEFECTIVE.findings)


@pytest.mark.parametrize(
    ("relation", "zh", "en"),
    [
        ("before", "“云溪县民政局…”之前", "before “云溪县民政局…”"),
        ("below", "“云溪县民政局”之下", "below “云溪县民政局”"),
        ("within", "“云溪县民政局…”中", "in “云溪县民政局…”"),
        ("after", "“…单一。”之后", "after “…单一。”"),
        ("end", "正文末尾，“…单一。”之后", "at the end of the text, after “…单一。”"),
    ],
)
def test_the_place_of_something_missing_is_told_by_its_neighbour_with_a_mark_where_that_is_cut(
    relation: Relation, zh: str, en: str
) -> None:
    phrase = "单一。" if relation in ("after", "end") else "云溪县民政局"
    lacking = item("A1", "not_satisfied", evidence=(evidence("expected_at", phrase, relation=relation),))
    checklist = replace(DEFECTIVE, items=(lacking,))
    assert f"    应在：{zh}（第 " in text(checklist)
    assert f"    expected: {en} (line " in text(checklist, lang="en")


def test_a_source_of_custom_or_practice_does_not_read_like_a_demand() -> None:
    told = []
    for force in ("national", "custom", "practice"):
        basis = replace(REGULATION, force=force)
        lines = findings(item("A1", "not_satisfied", basis=(basis,))).splitlines()
        told += [line.strip().partition("《")[0] for line in lines if "依据" in line and "《" in line]
    assert told == ["依据：", "依据（惯例）：", "依据（做法）："]


def test_the_profile_and_the_rule_set_are_told_by_name() -> None:
    shown = text(GOOD)
    assert "  适用：民政部门（civil-affairs；机关名称含“民政局”）\n" in shown
    assert "以上按内置规则集对照了 4 条规则，" in shown
    assert "以上按规则集 own 对照了 4 条规则，" in text(replace(GOOD, tool=replace(TOOL, ruleset="own")))


def test_the_last_line_tells_once_how_to_learn_more_and_only_where_there_is_a_finding() -> None:
    more, alarm = text(DEFECTIVE).splitlines()[-2:]
    assert (more, alarm) == ("查看某一条的依据和例子：lawcheck explain E125", str(FALSE_ALARM_LINE))
    assert text(DEFECTIVE, GOOD).count("lawcheck explain") == 1
    assert "lawcheck explain" not in text(GOOD)
    assert "lawcheck explain" not in text(replace(DEFECTIVE, tool=replace(TOOL, ruleset="own")))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_text_ends_with_what_was_read_no_advice_and_how_to_report_a_false_alarm(lang: str) -> None:
    seen = replace(GOOD, document=replace(GOOD.document, unread=()))
    for checklist, told in ((seen, _ALL_SEEN), (GOOD, _NOT_ALL_SEEN)):
        lines = text(checklist, lang=lang).splitlines()
        end = "".join(lines[-4:-1]).replace(" ", "")
        assert in_language(told, lang).replace(" ", "") in end
        assert in_language(NO_ADVICE, lang)[-6:].replace(" ", "") in end
        assert lines[-1] == in_language(FALSE_ALARM_LINE, lang)
    assert text(GOOD, DEFECTIVE, lang=lang).count(in_language(FALSE_ALARM_LINE, lang)) == 1
    assert width(in_language(FALSE_ALARM_LINE, lang)) <= 80


def test_a_source_that_was_not_in_force_is_marked() -> None:
    basis = replace(DEFECTIVE.items[4].basis[0], in_force=False, number=None, article=None)
    shown = findings(item("A1", "not_satisfied", basis=(basis,)))
    assert "依据：《法治政府建设示例规定》（报告年度不在其施行期内）" in shown


def test_limits_and_notes_on_reading_are_shown() -> None:
    noted = replace(
        GOOD,
        limits=(Text("规则 X1 超时", "rule X1 timed out"),),
        document=replace(DOCUMENT, unread=(), warnings=(Text("读取时文件正在变化", "the file changed"),)),
    )
    shown = text(noted)
    assert "没有检查完的内容\n  ○ 规则 X1 超时\n" in shown
    assert "读取说明\n  ○ 读取时文件正在变化\n" in shown


def test_colour_is_only_there_when_asked_for_and_changes_no_character() -> None:
    plain, coloured = text(DEFECTIVE), text(DEFECTIVE, colour=True)
    assert "\x1b" not in plain
    for code in ("31", "32", "33", "36", "31;1"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured.replace("\x1b[0m", "") == plain


@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_a_report_holds_no_line_is_too_wide_and_none_steers_the_terminal(
    name: str, quote: str, message: str
) -> None:
    hostile = replace(
        DEFECTIVE,
        document=replace(DOCUMENT, name=name),
        items=(
            item(
                "R" * 64,
                "not_satisfied",
                message=Text(message, message),
                remedy=Text(quote, quote),
                evidence=(replace(evidence("found", "普法"), quote=quote),),
            ),
        ),
    )
    for lang in ("zh", "en"):
        lines = text(hostile, GOOD, unreadable=(replace(UNREADABLE, name=name),), lang=lang).split("\n")
        assert [line for line in lines if width(line) > 80] == []
        assert [c for line in lines for c in line if not c.isprintable() and unicodedata.category(c) != "Zs"] == []
        assert [line for line in lines if line.strip().startswith("::") or "##[" in line or "##vso" in line] == []


def test_rules_open_for_want_of_metadata_are_one_quiet_line() -> None:
    told = Text("没有发布日期，无法判定", "undetermined without the day of publication")
    lacking = [
        item(name, "undetermined", message=told, lacks=(key,))
        for name, key in (("E109", "published"), ("E111", "column"))
    ]
    before, after = text(GOOD), text(replace(GOOD, items=(*GOOD.items, *lacking)))
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added[:1] == ["文件里没有所需的日期或栏目，未判定 2 项：E109 E111（可用 --meta 提供 published、"]
    assert ("无法判定" in after, len(added)) == (False, 3)  # the line, its end, and how many rules there were


def test_a_rule_open_for_another_reason_is_counted_and_told() -> None:
    open_, lacking = item("F010", "undetermined"), item("E109", "undetermined", lacks=("published",))
    shown = text(replace(GOOD, items=(*GOOD.items, open_, lacking)))
    assert "结论：√ 通过，无法判定 1 项" in shown
    assert "无法判定 1 项：F010" in shown
