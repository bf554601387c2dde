"""The return letter to a unit: what to mend in its report, on what basis, in Word, for a person to check and sign."""

from __future__ import annotations

import os
from datetime import datetime
from io import BytesIO
from typing import Any

from lawcheck.annotation.archive import replace_parts
from lawcheck.overview.lists import ending
from lawcheck.overview.record import Details, Mark
from lawcheck.overview.survey import Row, Survey
from lawcheck.readers.refusal import printable
from lawcheck.readers.requirement import PYTHON_DOCX, require_for
from lawcheck.renderers.finding import REMEDY
from lawcheck.renderers.words import FALSE_ALARM
from lawcheck.text.visible import unveiled
from lawcheck.wording import Text, in_language

LETTER = Text("退改意见（.docx）", "a letter (.docx)")
_MADE = datetime(2000, 1, 1)
_BODY, _TITLE = "仿宋", "黑体"
_HEADING = Text("关于年度法治政府建设情况报告的退改意见", "On your yearly report on 法治政府建设")
_SALUTATION = Text("{unit}：", "{unit}:")
_OPENING = Text(
    "你单位报送的{report}收到。经对照有关规定检查，下列内容请补充、改正或者核实，处理后重新报送。",
    "Thank you for {report}. Checked against the regulations, what follows should be added, corrected or confirmed; "
    "please send the report again afterwards.",
)
_REPORT = Text("《{title}》（文件：{name}）", "“{title}” (file: {name})")
_FILE = Text("报告（文件：{name}）", "the report (file: {name})")
_UNREADABLE = Text(
    "你单位报送的报告（文件：{name}）没有能够读取，内容还没有检查。请按下面的说明重新报送。",
    "The report that you sent (file: {name}) could not be read, so it is not checked yet. Please send it again as told "
    "below.",
)
_OTHER = Text(
    "看起来不是法治政府建设年度报告，请核实是否误送。",
    "It does not seem to be a yearly report on 法治政府建设; please check whether it was sent by mistake.",
)
_PARTS: tuple[tuple[str, Text, Text], ...] = (
    ("error", Text("请补充或改正", "Please add or correct"), Text("", "")),
    ("warning", Text("建议改正", "Better corrected"), Text("", "")),
    (
        "doubtful",
        Text("请核实", "Please confirm"),
        Text("这几处不能确定有误，核实后无误的可以不改。", "These may well be right; leave them where they are."),
    ),
    (
        "hint",
        Text("供参考", "For your consideration"),
        Text(
            "这几处不是规定的要求，或者只是写法上的建议，可以酌情处理。",
            "No rule demands these; use them as you see fit.",
        ),
    ),
)
_QUOTE, _BASIS = Text("原文：", "Text: "), Text("依据：", "Basis: ")
_LEFT_OUT = Text("另有 {n} 处，这里没有逐条列出。", "{n} more are not listed here.")
_LIMITS = Text("检查的范围", "What was checked")
_CLOSING = Text(
    "如对上述意见有不同看法，请告知，我们一并研究。", "If you see any of this otherwise, please let us know."
)
_SENDER = Text("（审核单位）", "(reviewing body)")
_DATE = Text("（日期）", "(date)")
_REMARK = Text(
    "本意见由 lawcheck 按规则整理，供审核人核对、修改后使用；发出前请逐条核实，并删去这一段。",
    "Drawn up by lawcheck from its rules for the reviewer to check and change: confirm each point before sending it, "
    "and delete this paragraph.",
)
_SIZES = {"title": 18, "small": 10.5, "remark": 10.5}
_HINTS = 30  # of more hints only the number is told: the letter is about what has to be done


def needs_letter(row: Row) -> bool:
    """Say whether a report has to come back: for what fails in it, as another kind of document, or as unreadable.

    Doubts and hints alone send nothing back.
    """
    summary = row.entry.summary
    return summary is None or not summary.passed


def letter(survey: Survey, row: Row, lang: str) -> bytes:
    """Return the letter as a Word file. Raises: UsageError when python-docx is missing."""
    require_for(LETTER, PYTHON_DOCX)
    writer = _Writer(lang)
    writer.paragraph(Text(f"{_REMARK}{FALSE_ALARM}", f"{_REMARK.en} {FALSE_ALARM.en}"), "remark")
    writer.paragraph(_HEADING, "title")
    writer.paragraph(_SALUTATION.fill({"unit": row.unit}), "salutation")
    summary = row.entry.summary
    name = {"name": os.path.basename(row.entry.name)}  # the folders are the reviewer's own
    if summary is None:
        writer.paragraph(_UNREADABLE.fill(name))
        if row.entry.unreadable is not None:
            shown, message = printable(row.entry.name), row.entry.unreadable.message
            told = Text(message.replace(shown, name["name"]), message.en.replace(shown, name["name"]))
            writer.paragraph(told)
    else:
        report = _REPORT.fill({"title": summary.title, **name}) if summary.title else _FILE.fill(name)
        writer.paragraph(_OPENING.fill({"report": report}))
        details = survey.read(row.entry.number)
        if not summary.is_report:
            writer.paragraph(_OTHER)
        _points(writer, details, summary.left_out)
        writer.paragraph(_LIMITS, "heading")
        for line in ending(details, lang):
            writer.paragraph(line, "small")
    writer.paragraph(_CLOSING)
    writer.paragraph(_SENDER, "right")
    writer.paragraph(_DATE, "right")
    return writer.close()


def _points(writer: _Writer, details: Details, left_out: int) -> None:
    number = 0
    for kind, heading, note in _PARTS:
        marks = [mark for mark in details.marks if _kind(mark) == kind]
        if not marks:
            continue
        number += 1
        writer.paragraph(_numbered(number, heading), "heading")
        if note:
            writer.paragraph(note)
        for at, mark in enumerate(marks[:_HINTS] if kind == "hint" else marks, 1):
            writer.point(at, mark, is_short=kind == "hint")
        more = len(marks) - _HINTS if kind == "hint" else 0
        if more > 0:
            writer.paragraph(_LEFT_OUT.fill({"n": str(more)}))
    if left_out:
        writer.paragraph(_LEFT_OUT.fill({"n": str(left_out)}))


def _kind(mark: Mark) -> str:
    if not mark.is_sure:
        return "doubtful"
    if mark.weight == "hint":
        return "hint"
    return "error" if mark.severity == "error" else "warning"


def _numbered(number: int, heading: Text) -> Text:
    return Text(f"{'一二三四'[number - 1]}、{heading}", f"{number}. {heading.en}")


class _Writer:
    """A letter in the making."""

    def __init__(self, lang: str) -> None:
        import docx
        from docx.shared import Cm

        self.lang = lang
        self._document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin, section.bottom_margin = Cm(3.2), Cm(3)
        section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
        properties = self._document.core_properties
        properties.author = properties.last_modified_by = "lawcheck"
        properties.comments = properties.title = ""
        properties.created = properties.modified = _MADE
        properties.revision = 1
        self._set_font(self._document.styles["Normal"], _BODY, 14)

    def paragraph(self, text: str, look: str = "body") -> None:
        """Add a paragraph in the language of the letter."""
        self._add([(in_language(text, self.lang), False)], look)

    def point(self, number: int, mark: Mark, *, is_short: bool) -> None:
        """Add one finding: what and where, then, unless `is_short`, the words, basis and remedy."""
        colon = "：" if self.lang == "zh" else ": "
        where = f"{mark.place}{colon}" if mark.place else ""
        self._add([(f"{number}. {where}{mark.message}", False), (f"（{mark.rule}）", False)], "body")
        if is_short:
            return
        for label, text in ((_QUOTE, mark.quote), (_BASIS, mark.basis), (REMEDY, mark.remedy)):
            if text:
                self._add([(in_language(label, self.lang), True), (text, False)], "below")

    def close(self) -> bytes:
        """Return the file; its parts bear no time."""
        out = BytesIO()
        self._document.save(out)
        return replace_parts(out.getvalue(), {})

    def _add(self, runs: list[tuple[str, bool]], look: str) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt, RGBColor

        paragraph = self._document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.space_after, layout.space_before, layout.line_spacing = Pt(0), Pt(0), 1.5
        size = _SIZES.get(look, 14)
        if look in ("body", "heading", "below", "small"):
            layout.first_line_indent = Pt(2 * size)
        if look == "title":
            layout.alignment, layout.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(18)
        elif look == "right":
            layout.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif look == "heading":
            layout.space_before, layout.keep_with_next = Pt(8), True
        for text, is_label in runs:
            run = paragraph.add_run(unveiled(text))
            self._set_font(run, _TITLE if look in ("title", "heading") else _BODY, size)
            run.bold = True if is_label else None
            if look in ("remark", "small"):
                run.font.color.rgb = RGBColor(0x59, 0x59, 0x59)

    def _set_font(self, target: Any, name: str, size: float) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        target.font.name, target.font.size = name, Pt(size)
        properties = target.element.get_or_add_rPr() if hasattr(target, "paragraph_format") else target._element.rPr
        properties.get_or_add_rFonts().set(qn("w:eastAsia"), name)
