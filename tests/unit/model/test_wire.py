from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lawcheck import check_text
from lawcheck.model import wire
from lawcheck.model.checklist import Computed, Unreadable, Waived
from lawcheck.model.fact import Fact, Facts
from lawcheck.model.outline import Section
from lawcheck.text.span import Span
from lawcheck.wording import Text
from tests.results import DEFECTIVE, DOCUMENT, GOOD, OUTLINE, TEXT, TOOL, evidence, item

Tree = dict[str, Any]


@pytest.fixture(scope="module")
def schema(root: Path) -> Tree:
    loaded: Tree = json.loads((root / "docs/reference/checklist.schema.json").read_text(encoding="utf-8"))
    return loaded


def closed(schema: Any) -> Any:
    """The same schema, refusing every key that it does not name."""
    if isinstance(schema, list):
        return [closed(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {"additionalProperties": False, **inner} if schema.get("type") == "object" else inner


def tree(*checklists: Any, **settings: Any) -> Tree:
    return wire.envelope(checklists, (), TOOL, "zh", **settings)


def first(checklist: Any, lang: str = "zh") -> Tree:
    found: Tree = checklist.to_dict(lang)["checklists"][0]
    return found


def faults(schema: Tree, value: Tree) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(json.loads(wire.dump(value)))]


FULL = replace(
    DEFECTIVE,
    items=(
        item(
            "C003",
            "not_satisfied",
            computed=Computed("1+2", "3", "4", "0"),
            waived=Waived("示例", "张三", "2026-01-01"),
            evidence=(evidence("found", "培训12场", paragraph=4, cell="T1R2C3", page=2),),
        ),
    ),
)


def test_the_schema_is_a_schema_of_draft_2020_12(schema: Tree) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("checklist", [GOOD, DEFECTIVE, FULL], ids=["good", "defective", "full"])
def test_every_result_is_valid_and_has_no_key_that_the_schema_does_not_name(schema: Tree, checklist: Any) -> None:
    assert faults(closed(schema), checklist.to_dict()) == []


def test_an_unreadable_document_is_a_record_of_the_run(schema: Tree) -> None:
    record = Unreadable("空.txt", Text("文件是空的", "the file is empty"), 3)
    value = wire.envelope((), (record,), TOOL, "en")
    assert faults(closed(schema), value) == []
    assert (value["checklists"], value["unreadable"]) == (
        [],
        [{"name": "空.txt", "message": "the file is empty", "exit": 3}],
    )


def test_the_published_keys_stand_in_their_order() -> None:
    value = DEFECTIVE.to_dict()
    assert list(value) == ["schema", "tool", "checklists", "unreadable"]
    assert list(first(DEFECTIVE)) == [
        "document", "profile", "report", "outline", "facts", "items", "summary",
    ]  # fmt: skip


def test_the_report_tells_its_identity_with_a_whole_number_for_the_year() -> None:
    assert first(GOOD)["report"] == {
        "title": "云溪县民政局2024年法治政府建设情况报告",
        "issuer": "云溪县民政局",
        "year": 2024,
        "addressee": "云溪县人民政府",
        "signed_by": "云溪县民政局",
        "dated": "2025-01-08",
    }


def test_what_a_report_does_not_say_is_null() -> None:
    bare = replace(OUTLINE, title=None, issuer=None, year=None, addressee=None, signature=None, dated=None, sections=())
    assert set(first(replace(GOOD, outline=bare))["report"].values()) == {None}


@pytest.mark.parametrize(
    ("printed", "dated"),
    [
        ("2025年2月30日", None),
        ("2025年13月8日", None),
        ("2025年1月", None),
        ("2025-02-30", None),
        ("2025.1.8", "2025-01-08"),
    ],
)
def test_a_report_is_dated_only_by_a_full_day_of_the_calendar(schema: Tree, printed: str, dated: str | None) -> None:
    report = (
        f"云溪县民政局关于2024年法治政府建设情况的报告\n一、主要举措和成效\n开会十次。\n\n云溪县民政局\n{printed}\n"
    )
    checklist = check_text(report)
    assert checklist.outline.dated is not None  # what is printed stays, for the rules to judge
    assert (first(checklist)["report"]["dated"], faults(schema, checklist.to_dict())) == (dated, [])
    assert [i.verdict == "satisfied" for i in checklist.items if i.rule == "F010"] == [printed == "2025年1月8日"]


def test_the_outline_gives_the_heading_whole_with_its_number_and_its_span() -> None:
    shown = first(GOOD)["outline"][1]
    start = TEXT.index("三、")
    assert shown == {
        "level": 1,
        "number": "三、",
        "text": "三、存在的不足",
        "role": "shortcomings",
        "line": 5,
        "span": [start, start + 7],
        "items": 0,
    }


def test_a_heading_over_two_lines_is_shown_on_one() -> None:
    heading = Span(TEXT.index("三、"), TEXT.index("普法"))
    broken = Section(1, (1,), None, heading, heading, heading, Span(heading.end, heading.end))
    shown = first(replace(GOOD, outline=replace(OUTLINE, sections=(broken,))))["outline"][0]
    assert (shown["text"], shown["number"]) == ("三、存在的不足一是", None)


def test_metadata_is_an_object_with_the_encoding() -> None:
    assert first(GOOD)["document"]["metadata"] == {"published": "2025-01-10", "encoding": "utf-8"}


def test_of_two_values_under_one_metadata_key_the_first_counts() -> None:
    double = replace(DOCUMENT, metadata=(("title", "甲"), ("title", "乙")), encoding=None)
    assert first(replace(GOOD, document=double))["document"]["metadata"] == {"title": "甲", "encoding": None}


def test_what_was_not_read_is_listed() -> None:
    assert first(GOOD)["document"]["unread"] == [{"what": "图片", "where": "第 3 段"}]


def test_evidence_quotes_the_slice_of_its_span() -> None:
    placed = [e for i in first(DEFECTIVE)["items"] for e in i["evidence"] if e["span"]]
    assert [e["quote"] for e in placed] == [TEXT[slice(*e["span"])] for e in placed]
    assert len(placed) > 5


def test_the_summary_counts_verdicts_and_the_severities_of_what_is_not_satisfied() -> None:
    assert first(DEFECTIVE)["summary"] == {
        "satisfied": 3,
        "not_satisfied": 3,
        "doubtful": 1,
        "undetermined": 1,
        "not_applicable": 1,
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "passed": False,
    }


def test_a_waived_item_is_counted_by_verdict_but_not_by_severity() -> None:
    summary = first(FULL)["summary"]
    assert (summary["not_satisfied"], summary["warnings"], summary["passed"]) == (1, 0, True)


def test_passed_is_judged_at_the_threshold_of_the_run() -> None:
    judged = [tree(DEFECTIVE, fail_on=f)["checklists"][0]["summary"]["passed"] for f in ("error", "never")]
    assert judged == [False, True]


def test_messages_are_in_the_language_asked_for() -> None:
    said = [[i["message"] for i in first(DEFECTIVE, lang)["items"] if i["rule"] == "E123"] for lang in ("zh", "en")]
    assert said == [["原因只是暗示，没有写明"], ["the cause is only implied"]]


def test_a_name_that_is_not_unicode_leaves_no_lone_surrogate_in_the_json() -> None:
    text = replace(GOOD, document=replace(DOCUMENT, name="\udce4.txt")).to_json()
    assert json.loads(text)["checklists"][0]["document"]["name"] == "\\udce4.txt"
    assert text.encode("utf-8").decode("utf-8") == text


def test_a_fact_is_told_in_plain_decimals_with_its_quote() -> None:
    text = "办理代表建议12件，短信30万余条，办结率96.40%"

    def fact(label: str, value: str, quote: str, **more: object) -> Fact:
        span = Span(text.index(quote), text.index(quote) + len(quote))
        given = {"upper": None, "unit": "件", "qualifier": "exact", "number": span, "sentence": span, **more}
        return Fact(label=label, value=Decimal(value), span=span, **given)  # type: ignore[arg-type]

    facts = (
        fact("办理代表建议", "12", "办理代表建议12件", indicator="N032", aspect="total", period="2024"),
        fact("短信", "3E+5", "短信30万余条", upper=Decimal("310000"), unit="条", qualifier="more"),
        fact("办结率", "96.40", "96.40%", unit=""),
    )
    shown = first(replace(GOOD, document=replace(GOOD.document, text=text), facts=Facts(facts)))["facts"]
    assert shown[0] == {
        "indicator": "N032", "aspect": "total", "label": "办理代表建议", "value": "12", "upper": None, "unit": "件",
        "approximate": False, "period": "2024", "quote": "办理代表建议12件", "span": [0, 9], "line": 1,
    }  # fmt: skip
    told = [(f["value"], f["upper"], f["unit"], f["approximate"], f["indicator"]) for f in shown[1:]]
    assert told == [("300000", "310000", "条", True, None), ("96.40", None, None, False, None)]
