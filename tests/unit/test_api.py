from __future__ import annotations

import doctest
import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

import lawcheck
from lawcheck import (
    LawcheckError,
    ReadError,
    RuleSet,
    RuleTimeout,
    UsageError,
    api,
    check,
    check_text,
    load_ruleset,
    read,
    read_each,
)
from lawcheck.rule.vocabulary import Phrases
from tests.conftest import ROOT

GOOD = ROOT / "examples" / "good" / "yunxi-2024.txt"
DEFECTIVE = ROOT / "examples" / "defective" / "qinglan-2024.txt"


def verdicts(checklist: lawcheck.Checklist) -> list[tuple[str, str | None, str]]:
    return [(item.rule, item.subject, item.verdict) for item in checklist.items]


def test_the_examples_in_the_docstrings_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(api).failed == 0
    assert doctest.testmod(api).attempted > 1


def test_a_good_report_passes_and_a_defective_one_does_not() -> None:
    assert [check(path).passed() for path in (GOOD, DEFECTIVE)] == [True, False]


def test_a_path_bytes_a_stream_and_a_string_of_one_report_give_the_same() -> None:
    data = GOOD.read_bytes()
    results = [
        check(GOOD),
        check(str(GOOD)),
        check(data, name="报告.txt"),
        check(io.BytesIO(data), name="报告.txt"),
        check_text(data.decode("utf-8"), name="报告.txt"),
    ]
    assert [verdicts(r) for r in results] == [verdicts(results[0])] * 5
    assert [r.document.name for r in results] == [str(GOOD), str(GOOD), *["报告.txt"] * 3]


def test_a_document_that_has_been_read_is_checked_as_often_as_wished() -> None:
    document = read(GOOD)
    first, again = check(document), check(document, profile="national", name="副本.txt")
    assert verdicts(first) == verdicts(check(GOOD))
    assert [(c.document.name, c.profile.id) for c in (first, again)] == [
        (str(GOOD), "civil-affairs"),
        ("副本.txt", "national"),
    ]


def test_many_documents_are_read_in_order_and_an_unreadable_one_stops_none() -> None:
    readings = list(read_each([GOOD, b"", DEFECTIVE.read_bytes()], names=["甲.txt", "乙.txt", "丙.txt"]))
    with pytest.raises(ReadError, match="“乙"):
        readings[1].document()
    assert [check(readings[i].document()).passed() for i in (0, 2)] == [True, False]
    assert [reading.name for reading in readings] == ["甲.txt", "乙.txt", "丙.txt"]


def test_bytes_need_a_name() -> None:
    with pytest.raises(UsageError, match="文件名"):
        check(GOOD.read_bytes())


def test_pasted_text_is_called_text() -> None:
    assert check_text("一、主要举措和成效").document.name == "text.txt"


def test_the_profile_is_detected_or_as_asked_for() -> None:
    detected, given = check(GOOD).profile, check(GOOD, profile="national").profile
    assert [(p.id, p.chosen_by) for p in (detected, given)] == [("civil-affairs", "detected"), ("national", "option")]


def test_an_unknown_profile_is_told_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="national"):
        check("没有这个文件.txt", profile="nationl")


def test_profile_and_year_of_a_rule_set_hold_when_the_check_is_told_neither() -> None:
    rules = load_ruleset(profile="national", year=2023)
    told, untold = check(GOOD, ruleset=rules, profile="department", year=2024), check(GOOD, ruleset=rules)
    assert [(c.profile.id, [i.verdict for i in c.items if i.rule == "C001"]) for c in (told, untold)] == [
        ("department", ["satisfied"]),
        ("national", ["not_satisfied"]),
    ]


def test_a_rule_set_may_be_given_by_its_folder() -> None:
    assert check(GOOD, ruleset=ROOT / "rules").tool.ruleset == "custom"


def test_what_the_caller_knows_wins_over_what_the_page_says() -> None:
    page = ROOT / "examples" / "web-page" / "qixialing-2024.txt"
    before, after = read(page), check(page, meta={"publisher": "松原镇人民政府"}).document
    assert before.meta("publisher") not in (None, "松原镇人民政府")
    assert after.meta("publisher") == "松原镇人民政府"
    assert {k: v for k, v in after.metadata if k != "publisher"} == {
        k: v for k, v in before.metadata if k != "publisher"
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"meta": {"issuer": "甲"}}, "document_number"),
        ({"year": 24}, "四位数"),
        ({"previous": GOOD}, "previous 尚未支持"),
        ({"previous": b""}, "previous 尚未支持"),
        ({"waivers": [object()]}, "waivers 尚未支持"),
        ({"waivers": None}, "waivers 应是序列，没有就不写，不能是 NoneType"),
        ({"as_of": "2025-03-01"}, "as_of 应是日期.*不能是 str"),
        ({"profile": 5}, "适用范围应是名称.*不能是 int"),
        ({"profile": ""}, "没有名为“”的适用范围"),
        ({"year": 0}, "年度 0 不对：应是 2000 至 2099"),
        ({"year": "2024"}, "年度 '2024' 不对"),
        ({"year": True}, "年度 True 不对"),
        ({"meta": [("title", "甲")]}, "meta 应是映射.*不能是 list"),
        ({"meta": {"title": 5}}, "title 应是字符串，不能是 int"),
        ({"ruleset": 5}, "规则应是文件夹的路径，不能是 int"),
        ({"name": 5}, "参数 name 应是文件名.*不能是 int"),
    ],
)
def test_an_argument_that_does_not_fit_is_refused_with_what_would(arguments: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told) as error:
        check(GOOD, **arguments)  # type: ignore[arg-type]
    assert error.value.message.en.translate(dict.fromkeys(map(ord, "“”"))).isascii()
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("year", [1999, 2100, 24, -1])
def test_a_year_that_is_none_of_a_report_is_refused_wherever_it_is_given(year: int) -> None:
    for given in (lambda: check(GOOD, year=year), lambda: load_ruleset(year=year)):
        with pytest.raises(UsageError, match="应是 2000 至 2099 之间的四位数"):
            given()


@pytest.mark.parametrize("year", [2000, 2099])
def test_the_first_and_the_last_year_are_taken(year: int) -> None:
    assert load_ruleset(year=year).year == year


def test_text_that_is_no_string_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="参数 text 应是字符串，不能是 bytes"):
        check_text(b"")  # type: ignore[arg-type]


SLOW = Phrases(re=("(?:云|云云)+(?:院|处)",))


def slow_rules(where: str) -> RuleSet:
    """The shipped rules with a pattern that takes its time, in the words of the outliner or of the profiles."""
    rules = load_ruleset()
    bounded = replace(rules.vocabulary, budget_s=0.02)
    if where == "outline":
        return replace(rules, vocabulary=replace(bounded, organs=SLOW))
    return replace(rules, vocabulary=bounded, profiles=tuple(replace(p, issuers=SLOW) for p in rules.profiles))


@pytest.mark.parametrize("where", ["outline", "profile"])
def test_words_of_a_rule_set_that_take_too_long_are_told_with_the_name_of_the_document(where: str) -> None:
    text = f"{'云' * 50}局2024年法治政府建设情况报告\n一、主要举措\n开会十次。\n\n{'云' * 50}局\n"
    with pytest.raises(RuleTimeout) as error:
        check_text(text, name="年度\x1b报告.txt", ruleset=slow_rules(where))
    told = error.value.message
    assert told.startswith("无法检查“年度\\x1b报告.txt”：规则集")
    assert told.en.startswith('cannot check "年度\\x1b报告.txt": the words of the rule set')
    assert (error.value.exit_code, "查找超过 0.02 秒" in told) == (3, True)


def test_a_document_and_a_checklist_show_themselves_without_the_words_of_the_report() -> None:
    checklist = check_text("秘密事项\n" * 1000, name="a.txt", profile="national")
    shown = [repr(checklist.document), repr(checklist)]
    assert shown[0] == "<Document 'a.txt': txt, 5000 characters, 1000 blocks, 0 unread>"
    assert shown[1].startswith("<Checklist 'a.txt': profile national, ")
    assert [("秘密" in line, len(line) < 100) for line in shown] == [(False, True)] * 2


def test_the_day_given_as_today_is_recorded() -> None:
    given = [None, date(2025, 3, 1), datetime(2025, 3, 1, 12, 30)]
    assert [check(GOOD, as_of=day).tool.as_of for day in given] == [None, "2025-03-01", "2025-03-01"]


def test_what_cannot_be_read_is_an_error_of_the_library_with_a_message_in_both_languages() -> None:
    with pytest.raises(ReadError) as error:
        check("没有这个文件.docx")
    assert isinstance(error.value, LawcheckError)
    assert ("文件不存在" in str(error.value), "no such file" in error.value.message.en) == (True, True)


def test_text_with_a_lone_surrogate_is_refused_as_a_file_would_be() -> None:
    with pytest.raises(ReadError):
        check_text("一、主要\ud800举措")


def test_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    check(DEFECTIVE)
    assert capsys.readouterr() == ("", "")


def test_the_same_report_gives_the_same_json() -> None:
    assert check(DEFECTIVE).to_json() == check(DEFECTIVE).to_json()


def test_a_result_is_json_of_the_published_shape() -> None:
    tree = check(GOOD, name="a.txt").to_dict("en")
    assert tree["schema"] == "lawcheck.checklist/1"


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    named = {name: getattr(lawcheck, name) for name in lawcheck.__all__ if name != "__version__"}
    assert [name for name, value in named.items() if not value.__doc__] == []
    assert set(lawcheck.__all__) <= set(dir(lawcheck))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="chekc"):
        lawcheck.chekc  # type: ignore[attr-defined]  # noqa: B018


def test_a_path_object_of_another_system_library_is_taken() -> None:
    class Given:
        def __fspath__(self) -> str:
            return str(GOOD)

    assert check(Given()).document.name == str(GOOD)


def test_a_relative_path_stays_as_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert check(Path("examples/good/yunxi-2024.txt")).document.name == "examples/good/yunxi-2024.txt"
