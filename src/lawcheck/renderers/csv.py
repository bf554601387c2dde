"""CSV for spreadsheets: a row a finding; a document without any, or unreadable, has a row too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from lawcheck.model.checklist import Checklist, Item, Tool, Unreadable
from lawcheck.model.outline import Field
from lawcheck.renderers.conclusion import UNREADABLE, conclusion
from lawcheck.renderers.finding import SEVERITY, between, cited
from lawcheck.renderers.location import standing
from lawcheck.renderers.place import anchor, place
from lawcheck.renderers.style import Style
from lawcheck.text.lines import squeeze
from lawcheck.text.visible import visible
from lawcheck.wording import Text, in_language

_COLUMNS = (
    Text("文件", "document"),
    Text("机关", "issuer"),
    Text("年度", "year"),
    Text("结论", "result"),
    Text("规则", "rule"),
    Text("名称", "title"),
    Text("级别", "severity"),
    Text("判定", "verdict"),
    Text("说明", "message"),
    Text("位置", "place"),
    Text("原文", "quote"),
    Text("依据", "basis"),
    Text("建议", "remedy"),
)
_VERDICTS = {"not_satisfied": Text("不符合", "not satisfied"), "doubtful": Text("存疑", "doubtful")}
# What spreadsheets take for the start of a formula, also in full width.
_FORMULA = "=+-@\t\r＝＋－＠"
_BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets on Chinese systems read the bytes as GBK


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return the rows, with a byte order mark; no cell begins like a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([in_language(column, style.lang) for column in _COLUMNS])
    for checklist in checklists:
        for row in _rows(checklist, style):
            writer.writerow([cell(value) for value in row])
    for record in unreadable:
        told = (record.name, "", "", in_language(UNREADABLE, style.lang), "", "", "", "")
        writer.writerow([cell(value) for value in (*told, in_language(record.message, style.lang), "", "", "", "")])
    return _BYTE_ORDER_MARK + out.getvalue()


def _rows(checklist: Checklist, style: Style) -> Iterator[tuple[str, ...]]:
    outline, lang = checklist.outline, style.lang
    told = (_value(outline.issuer), _value(outline.year))
    head = (checklist.document.name, *told, in_language(conclusion(checklist, style).state, lang))
    for item in checklist.findings:
        yield (*head, *_finding(item, lang))
    if not checklist.findings:
        yield (*head, *[""] * (len(_COLUMNS) - len(head)))


def _finding(item: Item, lang: str) -> tuple[str, ...]:
    stands, found = standing(item), anchor(item)
    return (
        item.rule,
        in_language(item.title, lang),
        in_language(SEVERITY[item.severity], lang),
        in_language(_VERDICTS[item.verdict], lang),
        in_language(item.message, lang),
        "" if stands is None else place(stands, lang),
        "" if found is None else squeeze(found.quote or ""),
        between(lang).join(cited(basis, lang) for basis in item.basis),
        "" if item.remedy is None else in_language(item.remedy, lang),
    )


def cell(value: str) -> str:
    """Return a value for a cell: on one line, and with a leading `'` where a spreadsheet would calculate it."""
    return f"'{visible(value)}" if value.startswith(tuple(_FORMULA)) else visible(value)


def _value(field: Field | None) -> str:
    return "" if field is None else field.value
