"""Results built by hand, for tests of whatever shows them."""

from __future__ import annotations

from dataclasses import replace

from lawcheck.model.checklist import Checklist, Cited, Evidence, Item, ProfileChoice, Severity, Tool, Verdict
from lawcheck.model.document import Block, Document, Unread
from lawcheck.model.outline import Field, Number, Outline, Section
from lawcheck.text.span import Span
from lawcheck.wording import Text

TOOL = Tool("0.1.0", "builtin", "0" * 64, None)
REGULATION = Cited("R1", "《法治政府建设示例规定》", "示发〔2020〕1号", "第三条", "national", True)
TEXT = """云溪县民政局2024年法治政府建设情况报告
云溪县人民政府：
一、主要举措和成效
开展法治培训12场，办结率100%。
三、存在的不足
一是普法形式单一。
云溪县民政局
2025年1月8日
"""


def span(phrase: str) -> Span:
    at = TEXT.index(phrase)
    return Span(at, at + len(phrase))


def section(heading: str, path: tuple[int, ...], end: str, role: str | None = None) -> Section:
    place = span(heading)
    number = Number("han", path[0], heading[:2], Span(place.start, place.start + 2))
    stop = TEXT.index(end)
    title = Span(place.start + 2, place.end)
    return Section(1, path, number, place, title, Span(place.start, stop), Span(place.end, stop), role)


SECTIONS = (
    section("一、主要举措和成效", (1,), "三、存在", "measures"),
    section("三、存在的不足", (2,), "云溪县民政局\n2025", "shortcomings"),
)
ENDS = [end for end, char in enumerate(TEXT) if char == "\n"]
DOCUMENT = Document(
    "报告 2024.txt",
    "txt",
    "a" * 64,
    TEXT,
    tuple(Block(Span(end - len(line), end)) for line, end in zip(TEXT.splitlines(), ENDS, strict=True)),
    metadata=(("published", "2025-01-10"),),
    unread=(Unread(Text("图片", "a picture"), "第 3 段"),),
    encoding="utf-8",
)
OUTLINE = Outline(
    genre="report",
    genre_evidence=None,
    title=Field("云溪县民政局2024年法治政府建设情况报告", span("云溪县民政局2024年法治政府建设情况报告"), "title"),
    issuer=Field("云溪县民政局", span("云溪县民政局"), "title"),
    addressee=Field("云溪县人民政府", span("云溪县人民政府"), "line"),
    year=Field("2024", span("2024"), "title"),
    signature=Field("云溪县民政局", None, "signature"),
    dated=Field("2025-01-08", span("2025年1月8日"), "signature"),
    sections=SECTIONS,
    parts=(),
    opening=Span(0, 0),
    body=Span(SECTIONS[0].span.start, SECTIONS[1].span.end),
    closing=Span(SECTIONS[1].span.end, len(TEXT)),
)


def evidence(role: str, phrase: str, **place: object) -> Evidence:
    at = span(phrase)
    line, column = DOCUMENT.lines.place(at.start)
    return Evidence(role, phrase, at, **{"line": line, "column": column, **place})  # type: ignore[arg-type]


def item(rule: str, verdict: Verdict = "satisfied", severity: Severity = "warning", **settings: object) -> Item:
    fields: dict[str, object] = {
        "kind": "section",
        "title": Text(f"规则{rule}", f"rule {rule}"),
        "category": "missing",
        "subject": None,
        "message": Text(f"关于{rule}的话", f"words on {rule}"),
        "remedy": None,
        "basis": (),
        "evidence": (),
        "fingerprint": f"{rule}-0000",
    }
    return Item(rule=rule, verdict=verdict, severity=severity, **{**fields, **settings})  # type: ignore[arg-type]


GOOD = Checklist(
    TOOL,
    DOCUMENT,
    OUTLINE,
    ProfileChoice(
        "civil-affairs",
        "detected",
        Text("机关名称含“民政局”", "the issuer's name"),
        Text("民政部门", "civil-affairs departments"),
    ),
    (
        item("E101"),
        item("E120", evidence=(evidence("found", "一、主要举措和成效"),)),
        item("E122", evidence=(evidence("found", "三、存在的不足"),)),
        item("E126", "not_applicable"),
    ),
)
DEFECTIVE = replace(
    GOOD,
    items=(
        item("E101"),
        item("E120", evidence=(evidence("found", "一、主要举措和成效"),)),
        item("E122", evidence=(evidence("found", "三、存在的不足"),)),
        item(
            "E123",
            "doubtful",
            "warning",
            evidence=(evidence("found", "一是普法形式单一"),),
            message=Text("原因只是暗示，没有写明", "the cause is only implied"),
        ),
        item(
            "E125",
            "not_satisfied",
            "error",
            subject="plan",
            message=Text("没有找到下一年度法治政府建设的安排", "no plan for the next year"),
            remedy=Text("增加“下一年度主要安排”一部分，写明具体工作", "add a part on next year's plan"),
            basis=(REGULATION,),
            evidence=(
                evidence("expected_at", "一是普法形式单一。", relation="end"),
                Evidence("searched", Text("标题中的“安排”“打算”", "headings with 安排, 打算"), None),
                Evidence("searched", Text("以“下一步”开头的段落", "paragraphs that begin with 下一步"), None),
                evidence("nearest", "三、存在的不足"),
            ),
        ),
        item("E126", "not_applicable"),
        item(
            "F006",
            "not_satisfied",
            "warning",
            kind="order",
            category="form",
            subject="section:2",
            message=Text("标题编号是“三、”，应为“二、”", "the number is 三、, expected 二、"),
            evidence=(evidence("found", "三、"), evidence("compared_with", "一、")),
        ),
        item("F010", "undetermined", "info", category="form", message=Text("落款在图片里", "the closing is a picture")),
        item(
            "F021",
            "not_satisfied",
            "info",
            category="form",
            message=Text("日期写法不统一", "dates are written in two ways"),
            evidence=(evidence("found", "2025年1月8日"),),
        ),
    ),
)
