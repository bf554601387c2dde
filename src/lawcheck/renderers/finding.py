"""One finding as lines of text: what, where, the quote, the basis, the remedy."""

from __future__ import annotations

from collections.abc import Iterator

from lawcheck.model.checklist import Cited, Evidence, Force, Item, Relation, Severity
from lawcheck.model.document import Document
from lawcheck.renderers.ink import CYAN, RED, YELLOW, labelled, lines
from lawcheck.renderers.place import anchor, place
from lawcheck.renderers.style import Style
from lawcheck.text.lines import squeeze
from lawcheck.wording import Text, in_language

SEVERITY: dict[Severity, Text] = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}
COLOUR: dict[Severity, str] = {"error": RED, "warning": YELLOW, "info": CYAN}
DOUBTFUL = Text("存疑", "doubtful")
_INDENT = 4
QUOTES = 4  # of more places of one role only the lines are told

LABELS = {
    "found": Text("原文：", "text: "),
    "compared_with": Text("对照：", "compared with: "),
    "expected_at": Text("应在：", "expected: "),
    "nearest": Text("相近：", "nearest: "),
}
SEARCHED = Text("查找：", "searched: ")
REMEDY = Text("建议：", "remedy: ")
MORE = Text("另见：", "also at: ")
_RELATED: dict[Relation, Text] = {
    "before": Text("{quote}之前", "before {quote}"),
    "after": Text("{quote}之后", "after {quote}"),
    "below": Text("{quote}之下", "below {quote}"),
    "within": Text("{quote}中", "in {quote}"),
    "end": Text("正文末尾，{quote}之后", "at the end of the text, after {quote}"),
}
# What custom and good practice ask for must not read like a demand of the source that describes them.
_BASIS: dict[Force, Text] = {
    "custom": Text("依据（惯例）：", "basis (custom): "),
    "practice": Text("依据（做法）：", "basis (practice): "),
}
_NOT_IN_FORCE = Text("（报告年度不在其施行期内）", " (not in force in the report year)")


def render(item: Item, document: Document, style: Style, *, fails: bool) -> Iterator[str]:
    """Yield the lines of one finding; `fails` says that it counts against the report."""
    lang = style.lang
    mark = "×" if fails else "△" if item.verdict == "doubtful" else "→"
    words = in_language(SEVERITY[item.severity], lang)
    if item.verdict == "doubtful":
        words += f"/{in_language(DOUBTFUL, lang)}"
    stands = anchor(item)
    where = "" if stands is None else place(stands, lang)
    message = in_language(item.message, lang)
    colon = "：" if lang == "zh" else ": "
    text = f"{where}{colon}{message}" if where else message
    yield from lines(text, style, lead=f"  {mark} {item.rule} {words} ", indent=_INDENT, colour=COLOUR[item.severity])
    yield from _evidence(item, document, where, style)
    if item.basis:
        sources = between(lang).join(cited(b, lang) for b in item.basis)
        yield from labelled(basis_label(item.basis[0].force), sources, style, indent=_INDENT)
    if item.remedy is not None:
        yield from labelled(REMEDY, item.remedy, style, indent=_INDENT)


def basis_label(force: Force) -> Text:
    """Return the label before legal sources, which says where they are no more than custom or good practice."""
    return _BASIS.get(force, Text("依据：", "basis: "))


def cited(basis: Cited, lang: str) -> str:
    """Return a legal source with its number and article, as it is cited in running text."""
    title = basis.title if basis.title.startswith("《") else f"《{basis.title}》"
    number = f"（{basis.number}）" if basis.number else ""
    late = "" if basis.in_force else in_language(_NOT_IN_FORCE, lang)
    return f"{title}{number}{basis.article or ''}{late}"


def _evidence(item: Item, document: Document, told: str, style: Style) -> Iterator[str]:
    """Yield the quotes; `told` is the place that the first line has told already."""
    lang = style.lang
    for role, label in LABELS.items():
        shown = [e for e in item.evidence if e.role == role and e.quote]
        for evidence in shown[:QUOTES]:
            yield from labelled(label, quoted(evidence, document, told, lang), style, indent=_INDENT)
        more = dict.fromkeys(filter(None, (place(e, lang) for e in shown[QUOTES:])))
        if more:
            yield from labelled(MORE, ("、" if lang == "zh" else ", ").join(more), style, indent=_INDENT)
    searched = [in_language(e.quote, lang) for e in item.evidence if e.role == "searched" and e.quote]
    if searched:
        yield from labelled(SEARCHED, between(lang).join(searched), style, indent=_INDENT)


def quoted(evidence: Evidence, document: Document, told: str, lang: str) -> str:
    """Return a quote with its place, unless that is `told` already."""
    where = place(evidence, lang)
    quote = f"“{squeeze(in_language(evidence.quote or '', lang))}”"
    if evidence.relation is not None:
        quote = f"“{_excerpt(evidence, document)}”"
        quote = in_language(_RELATED[evidence.relation].fill({"quote": quote}), lang)
    if where and where != told:
        quote += f"（{where}）" if lang == "zh" else f" ({where})"
    return quote


def _excerpt(evidence: Evidence, document: Document) -> str:
    """Return a quote that stands for a place, with an ellipsis where its paragraph was cut."""
    quote, span = squeeze(evidence.quote or ""), evidence.span
    block = document.block_at(span.start) if span else None
    if span is None or block is None:
        return quote
    if evidence.relation in ("after", "end") and document.text[block.span.start : span.start].strip():
        return f"…{quote}"
    is_cut = evidence.relation in ("before", "within") and document.text[span.end : block.span.end].strip()
    return f"{quote}…" if is_cut else quote


def between(lang: str) -> str:
    """Return what stands between the entries of a list that may themselves hold commas."""
    return "；" if lang == "zh" else "; "
