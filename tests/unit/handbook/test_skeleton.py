"""The skeleton of a report: lawful in form for every class of body, found unfilled, passed when filled in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lawcheck import Checklist, check_text, load_ruleset
from lawcheck.errors import UsageError
from lawcheck.handbook.skeleton import Row, skeleton
from lawcheck.rule.template import Template
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span
from tests.unit.handbook.filled import filled

RULESET = load_ruleset()
CLASSES = [profile.id for profile in RULESET.profiles if not profile.is_overlay]
OVERLAYS = [f"department+{profile.id}" for profile in RULESET.profiles if profile.is_overlay]
PROFILES = [*CLASSES, *OVERLAYS]
STRUCTURE = {"E100", "E101", "E102", "E120", "E122", "E124", "E125", "E127", "E128", "E129", "E130", "E223"}
STRUCTURE |= {"F004", "F005", "F006", "F007", "F008", "F025", "P001", "P005", "P006", "E103"}
ISSUERS = {"township": "松原镇人民政府", "street": "青岚街道办事处", "county-government": "云溪县人民政府"}
ISSUERS |= {"city-government": "松川市人民政府", "province-government": "岚江省人民政府", "health": "云溪县卫生健康局"}
ISSUERS |= {"civil-affairs": "云溪县民政局", "education": "云溪县教育局", "justice": "云溪县司法局"}
MARK = pattern(r"【([A-Z][0-9]{3})[：】]")
# They judge what is written, and ask for nothing to be written; E126 is for those who have something to tell.
NOT_ASKED = {"E223", "E224", "N021", "N030", "N036", "N038", "N041", "N042"}


def text(rows: tuple[Row, ...]) -> str:
    return "".join(f"{row.text}\n" for row in rows)


def findings(checklist: Checklist, *severities: str) -> list[tuple[str, str | None, str]]:
    return [(i.rule, i.subject, str(i.message)) for i in checklist.findings if i.severity in severities]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_form_of_the_skeleton_is_lawful_and_its_hints_are_found(profile: str) -> None:
    found = check_text(text(skeleton(RULESET, profile, 2024, "zh")), profile=profile, year=2024)
    assert [i.rule for i in found.findings if i.rule in STRUCTURE] == []
    assert "F021" in {item.rule for item in found.findings}
    assert not found.passed()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_hint_is_left_open_by_the_finding_of_placeholders(lang: str) -> None:
    rows = skeleton(RULESET, "civil-affairs+chongqing", 2024, lang)
    found = check_text(text(rows))
    quotes = [e.span for i in found.findings if i.rule == "F021" for e in i.evidence if e.span]
    told = {n for span in quotes for n, line in _lines(text(rows)) if line.meets(span)}
    assert [row.text for n, row in enumerate(rows) if "【" in row.text and n not in told] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_a_skeleton_that_was_filled_in_passes(profile: str) -> None:
    report = filled(
        skeleton(RULESET, profile, 2024, "zh"), ISSUERS.get(profile.partition("+")[0], "云溪县林业局"), 2024
    )
    found = check_text(report, profile=profile, year=2024)
    assert findings(found, "error", "warning") == [], report


def test_every_rule_that_asks_for_something_to_be_written_has_its_hint() -> None:
    asked = {
        r.id
        for r in RULESET.rules
        if r.id.startswith(("E14", "E2", "N")) or (r.id.startswith("P") and r.kind == "text")
    }
    assert asked - set(_marks(RULESET.template)) == NOT_ASKED


@pytest.mark.parametrize("profile", PROFILES)
def test_a_hint_names_a_rule_of_the_profile_and_has_no_open_field(profile: str) -> None:
    rows = skeleton(RULESET, profile, 2024, "zh")
    ids = {rule.rule.id for rule in RULESET.plan(profile).rules}
    named = [mark[1] for row in rows for mark in MARK.finditer(row.text)]
    assert set(named) - ids == set()
    assert [row.text for row in rows if "{" in row.text or "…" in row.text.replace("……", "")] == []


def test_what_does_not_apply_is_left_out_and_the_numbers_close_up() -> None:
    department, street = (skeleton(RULESET, name, 2024, "zh") for name in ("civil-affairs", "street"))
    assert "（九）依法办理民政业务" in {row.text for row in department}
    assert not any("民政" in row.text for row in street)
    numbers = [row.text.partition("）")[0] for row in street if row.level == "topic"]
    assert numbers == [f"（{n}" for n in "一二三四五六七八九"][: len(numbers)]


@pytest.mark.parametrize(
    ("profile", "order"),
    [
        ("department", "举不第安"),
        ("department+chongqing", "举第不安"),
        ("department+xian", "第举不安"),
        ("department+jilin", "举不第安"),
    ],
)
def test_the_parts_stand_in_the_order_of_the_place(profile: str, order: str) -> None:
    words = {"主要举措": "举", "不足": "不", "第一责任人": "第", "主要安排": "安"}
    parts = [row.text for row in skeleton(RULESET, profile, 2024, "zh") if row.level == "part"]
    assert "".join(sign for part in parts for word, sign in words.items() if word in part) == order


def test_hubei_has_its_fixed_title_and_others_the_usual_one() -> None:
    titles = [skeleton(RULESET, name, 2024, "zh")[0].text for name in ("department", "department+hubei")]
    assert [title.partition("】")[2] for title in titles] == [
        "关于2024年法治政府建设情况的报告",
        "2024年法治政府建设年度报告",
    ]


def test_a_profile_that_there_is_not_is_told() -> None:
    with pytest.raises(UsageError, match="civil-affairs"):
        skeleton(RULESET, "civil", 2024, "zh")


def _lines(text: str) -> Iterator[tuple[int, Span]]:
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        yield number, Span(at, at + len(line))
        at += len(line)


def _marks(template: Template | None) -> list[str]:
    assert template is not None
    lines = [*template.titles, *template.opening, template.lead, *template.closing, *template.signature]
    lines += [line for part in template.parts for line in part.lines]
    lines += [line for part in template.parts for topic in part.topics for line in topic.lines]
    return [mark[1] for line in lines for mark in MARK.finditer(line)]
