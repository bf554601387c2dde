"""From the places that a check points at to evidence: cut short, placed, personal data masked."""

from __future__ import annotations

from lawcheck.model.checklist import Evidence
from lawcheck.model.document import Document
from lawcheck.rule.hit import Sight
from lawcheck.text.personal import mask
from lawcheck.text.span import Span
from lawcheck.wording import Text

MAX_QUOTE = 120
_BY_PARAGRAPH = ("docx", "doc", "wps", "rtf", "odt")


def evidence(document: Document, sight: Sight) -> Evidence:
    """Return the evidence for one place. Its quote is the slice that its span names, unless it is masked."""
    if sight.span is None:
        return Evidence(sight.role, mask_field(sight.label) if sight.label else None, None)
    start, end = sight.span
    span = Span(start, min(end, start + MAX_QUOTE))
    quote, block = span.of(document.text), document.block_at(start)
    masked = _masked_within(document.text, span)
    place = document.lines.place(start)
    return Evidence(
        role=sight.role,
        quote=masked,
        span=span,
        line=place.line,
        column=place.column,
        page=block.page if block else None,
        paragraph=block.paragraph if block else None,
        cell=block.cell if block else None,
        masked=masked != quote,
        relation=sight.relation,
    )


def mask_text(text: Text) -> Text:
    """Return a pair with both languages masked."""
    return Text(mask(str(text)), mask(text.en))


def mask_field(value: str) -> str:
    """Return a message field masked; a pair stays a pair."""
    return mask_text(value) if isinstance(value, Text) else mask(value)


def _masked_within(text: str, span: Span) -> str:
    # Looked for in the text around it: a quote may begin or end in the middle of a number.
    low, high = max(0, span.start - 20), min(len(text), span.end + 20)
    return mask(text, low, high)[span.start - low : span.end - low]


def where(document: Document, found: Evidence) -> Text:
    """Return the place of a piece of evidence in words: paragraph of a Word file, page, or line."""
    if found.cell:
        return Text(f"表格单元格 {found.cell}", f"table cell {found.cell}")
    if found.paragraph is not None and document.format in _BY_PARAGRAPH:
        return Text(f"第 {found.paragraph} 段", f"paragraph {found.paragraph}")
    if found.page is not None:
        return Text(f"第 {found.page} 页", f"page {found.page}")
    return Text(f"第 {found.line} 行", f"line {found.line}") if found.line else Text("网页信息", "metadata")
