"""What holds for every report, however odd: all rules answer, evidence is exact, results repeat."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from lawcheck import load_ruleset, outliner
from lawcheck.engine import run
from lawcheck.model.checklist import Checklist, ProfileChoice
from lawcheck.rule.plan import Plan
from lawcheck.rulesets import RuleSet
from lawcheck.testing import document_from
from lawcheck.wording import Text

PIECES = """
云溪县民政局关于2024年法治政府建设情况的报告 一、 二、 3、 四、 （一） （二） （三） 1. 2. （1） ① 第一部分 一是 二是
主要举措和成效 存在的不足和原因 主要负责人履行推进法治建设第一责任人职责情况 2025年主要工作安排 其他需要报告的情况
全年组织执法检查30次，办理案件12件。 执法文书质量参差不齐，主要原因是培训偏少。 下一步，我局将继续抓好培训。
现将有关情况报告如下： “ ” 《 》 （ ） 〔 〕 ×次 XX局 ____ 待补。 &nbsp; [bookmark:_GoBack] （13812345678）
（110101199003070012） 当前位置： 标题: 发布机构: 云溪县民政局 2025年1月8日 2025年01月08日 # ** a .
"""
TEXTS = st.lists(st.sampled_from([*PIECES.split(), "\n", "\n\n", "\u3000", "\u200b"]), min_size=1, max_size=40).map(
    "".join
)


@cache
def rules() -> RuleSet:
    return load_ruleset()


@cache
def plan(profile: str) -> Plan:
    return rules().plan(profile)


def checked(text: str, profile: str = "civil-affairs+hubei") -> Checklist:
    document = document_from("云溪县民政局\n" + text)
    outline = replace(outliner.outline(document, rules().vocabulary), genre="report")
    return run(plan(profile), document, outline, choice=ProfileChoice(profile, "option", Text("试", "test")))


@given(TEXTS)
def test_every_rule_answers_at_least_once(text: str) -> None:
    result = checked(text)
    assert {i.rule for i in result.items} == {p.rule.id for p in plan("civil-affairs+hubei").rules}


@given(TEXTS)
def test_every_quote_is_the_slice_of_its_span_and_short(text: str) -> None:
    result = checked(text)
    placed = [e for i in result.items for e in i.evidence if e.span]
    assert [e for e in placed if not e.masked and e.quote != e.span.of(result.document.text)] == []
    assert [
        e
        for e in placed
        if not 0 < e.span.end - e.span.start <= 120 or len(e.quote) != len(e.span.of(result.document.text))
    ] == []
    assert [e for e in placed if (e.line, e.column) != result.document.lines.place(e.span.start)] == []


@given(TEXTS)
def test_no_item_shows_a_personal_number(text: str) -> None:
    result = checked(text)
    shown = [str(i.message) + i.message.en + "".join(e.quote or "" for e in i.evidence) for i in result.items]
    assert [s for s in shown if "13812345678" in s or "110101199003070012" in s] == []


@given(TEXTS)
def test_findings_are_told_apart_by_rule_verdict_and_fingerprint(text: str) -> None:
    keys = [(i.rule, i.verdict, i.fingerprint) for i in checked(text).findings]
    assert len(keys) == len(set(keys))


@given(TEXTS)
def test_no_message_has_an_unfilled_field(text: str) -> None:
    said = [str(t) + t.en for i in checked(text).items for t in (i.message, i.remedy) if t]
    assert [s for s in said if "{" in s] == []


@settings(max_examples=20)
@given(TEXTS)
def test_the_same_report_gives_the_same_result(text: str) -> None:
    assert checked(text).items == checked(text).items


@settings(max_examples=20)
@given(TEXTS)
def test_a_rule_answers_alike_alone_and_among_others_but_for_those_it_yields_to(text: str) -> None:
    together = checked(text)
    whole = plan("civil-affairs+hubei")
    for planned in whole.rules:
        name, owners = planned.rule.id, planned.rule.yields_to
        alone = replace(whole, rules=tuple(p for p in whole.rules if p.rule.id in (name, *owners)))
        result = run(alone, together.document, together.outline, choice=together.profile)
        assert [i for i in result.items if i.rule == name] == [i for i in together.items if i.rule == name]
