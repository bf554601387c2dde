"""A workbook for those who work through findings in a spreadsheet: a sheet of documents, a sheet of findings."""

from __future__ import annotations

from collections.abc import Sequence

from lawcheck.model.checklist import Checklist, Item, Tool, Unreadable
from lawcheck.model.outline import Field
from lawcheck.renderers.conclusion import HEADING, UNREADABLE, conclusion, passed
from lawcheck.renderers.finding import DOUBTFUL, SEVERITY, between, cited
from lawcheck.renderers.location import standing
from lawcheck.renderers.place import anchor, place
from lawcheck.renderers.style import Style
from lawcheck.renderers.words import FALSE_ALARM, NO_ADVICE, unread
from lawcheck.renderers.workbook import Cell, Column, Sheet, Tone, Workbook
from lawcheck.text.lines import squeeze
from lawcheck.wording import Text, in_language

_DOCUMENTS, _FINDINGS = Text("文件", "Documents"), Text("发现项", "Findings")
_LISTED = (
    (Text("文件", "Document"), 40),
    (Text("机关", "Issuer"), 28),
    (Text("年度", "Year"), 8),
    (Text("适用", "Profile"), 20),
    (Text("结论", "Result"), 26),
    (Text("无法判定", "Undetermined"), 30),
    (Text("没有读到、没有检查完的内容", "Not read, not checked to the end"), 40),
)
_COLUMNS = (
    (Text("文件", "Document"), 30),
    (Text("机关", "Issuer"), 22),
    (Text("判定", "Verdict"), 9),
    (Text("级别", "Severity"), 7),
    (Text("规则", "Rule"), 7),
    (Text("说明", "Message"), 48),
    (Text("位置", "Place"), 16),
    (Text("原文", "Quote"), 30),
    (Text("建议", "Remedy"), 40),
    (Text("依据", "Basis"), 40),
)
_FAILS, _HINT = Text("需修改", "to correct"), Text("提示", "info")


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> bytes:
    """Return the run as a workbook without formulas."""
    lang = style.lang
    total = {"n": str(len(checklists) + len(unreadable)), "passed": str(passed(checklists, style))}
    title = in_language(HEADING.fill(total), lang)
    book = Workbook(title)
    documents, findings = (book.name(in_language(name, lang)) for name in (_DOCUMENTS, _FINDINGS))
    _documents(_sheet(book, documents, title, _LISTED, lang), checklists, unreadable, style, findings)
    _findings(_sheet(book, findings, in_language(_FINDINGS, lang), _COLUMNS, lang), checklists, style)
    return book.close()


def _sheet(book: Workbook, name: str, title: str, columns: Sequence[tuple[Text, float]], lang: str) -> Sheet:
    sheet = book.sheet(name, [Column(in_language(heading, lang), width) for heading, width in columns])
    sheet.line(title, "title")
    sheet.line(in_language(NO_ADVICE, lang))
    sheet.line(in_language(FALSE_ALARM, lang))
    sheet.table()
    return sheet


def _documents(
    sheet: Sheet, checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], style: Style, findings: str
) -> None:
    """Write a row for each document; a click on its result leads to its first finding."""
    lang, first = style.lang, 5
    for checklist in checklists:
        outline, profile = checklist.outline, checklist.profile
        to = findings if checklist.findings else None
        good = not checklist.failing(style.fail_on, strict=style.strict) and outline.genre == "report"
        sheet.row(
            [
                Cell(checklist.document.name),
                Cell(_value(outline.issuer)),
                Cell(_value(outline.year)),
                Cell(in_language(profile.title or profile.id, lang)),
                Cell(in_language(conclusion(checklist, style).words, lang), "good" if good else "bad", to, first),
                Cell(between(lang).join(_open(checklist, lang)), "quiet"),
                Cell(between(lang).join(_unseen(checklist, lang)), "quiet"),
            ]
        )
        first += len(checklist.findings)
    for record in unreadable:
        message = in_language(record.message, lang)
        told = Cell(in_language(UNREADABLE, lang), "warn")
        sheet.row([Cell(record.name), Cell(""), Cell(""), Cell(""), told, Cell(""), Cell(message, "warn")])
    sheet.end_table()


def _findings(sheet: Sheet, checklists: Sequence[Checklist], style: Style) -> None:
    for checklist in checklists:
        failing = checklist.failing(style.fail_on, strict=style.strict)
        for item in checklist.findings:
            sheet.row(list(_finding(checklist, item, item in failing, style.lang)))
    sheet.end_table()


def _finding(checklist: Checklist, item: Item, fails: bool, lang: str) -> tuple[Cell, ...]:
    stands, found = standing(item), anchor(item)
    verdict = DOUBTFUL if item.verdict == "doubtful" else _FAILS if fails else _HINT
    tone: Tone = "bad" if fails else "warn" if item.verdict == "doubtful" else "hint"
    return (
        Cell(checklist.document.name),
        Cell(_value(checklist.outline.issuer)),
        Cell(in_language(verdict, lang), tone),
        Cell(in_language(SEVERITY[item.severity], lang)),
        Cell(item.rule),
        Cell(in_language(item.message, lang)),
        Cell("" if stands is None else place(stands, lang)),
        Cell("" if found is None else squeeze(in_language(found.quote or "", lang))),
        Cell("" if item.remedy is None else in_language(item.remedy, lang)),
        Cell(between(lang).join(cited(basis, lang) for basis in item.basis), "quiet"),
    )


def _open(checklist: Checklist, lang: str) -> list[str]:
    undetermined = [item for item in checklist.items if item.verdict == "undetermined"]
    return [f"{item.rule} {in_language(item.message, lang)}" for item in undetermined]


def _unseen(checklist: Checklist, lang: str) -> list[str]:
    document = checklist.document
    unseen = [in_language(unread(told), lang) for told in document.unread]
    return unseen + [in_language(told, lang) for told in (*checklist.limits, *document.warnings)]


def _value(field: Field | None) -> str:
    return "" if field is None else field.value
