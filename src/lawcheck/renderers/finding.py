"""One finding as lines of text: what, where, the quote, the basis, the remedy."""

from __future__ import annotations

from collections.abc import Iterator

from lawcheck.model.checklist import Cited, Evidence, Item, Severity
from lawcheck.model.wire import squeeze
from lawcheck.renderers.ink import CYAN, RED, YELLOW, labelled, lines
from lawcheck.renderers.place import anchor, place
from lawcheck.renderers.style import Style
from lawcheck.wording import Text, in_language

SEVERITY: dict[Severity, Text] = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}
COLOUR: dict[Severity, str] = {"error": RED, "warning": YELLOW, "info": CYAN}
_DOUBTFUL = Text("存疑", "doubtful")
_INDENT = 4
_QUOTES = 4  # more places of one role are counted, not shown

_LABELS = {
    "found": Text("原文：", "text: "),
    "compared_with": Text("对照：", "compared with: "),
    "expected_at": Text("应在：", "expected near: "),
    "nearest": Text("相近：", "nearest: "),
}
_SEARCHED = Text("查找：", "searched: ")
_BASIS = Text("依据：", "basis: ")
_REMEDY = Text("建议：", "remedy: ")
_MORE = Text("另有 {n} 处", "{n} more")
_NOT_IN_FORCE = Text("（报告年度不在其施行期内）", " (not in force in the report year)")


def render(item: Item, style: Style) -> Iterator[str]:
    """Yield the lines of one finding."""
    lang = style.lang
    mark = "×" if item.verdict == "not_satisfied" else "△"
    words = in_language(SEVERITY[item.severity], lang)
    if item.verdict == "doubtful":
        words += f"/{in_language(_DOUBTFUL, lang)}"
    stands = anchor(item)
    where = "" if stands is None else place(stands, lang)
    message = in_language(item.message, lang)
    colon = "：" if lang == "zh" else ": "
    text = f"{where}{colon}{message}" if where else message
    yield from lines(text, style, lead=f"  {mark} {item.rule} {words} ", indent=_INDENT, colour=COLOUR[item.severity])
    yield from _evidence(item, where, style)
    if item.basis:
        yield from labelled(_BASIS, between(lang).join(cited(b, lang) for b in item.basis), style, indent=_INDENT)
    if item.remedy is not None:
        yield from labelled(_REMEDY, item.remedy, style, indent=_INDENT)


def cited(basis: Cited, lang: str) -> str:
    """Return a legal source with its number and article, as it is cited in running text."""
    title = basis.title if basis.title.startswith("《") else f"《{basis.title}》"
    number = f"（{basis.number}）" if basis.number else ""
    late = "" if basis.in_force else in_language(_NOT_IN_FORCE, lang)
    return f"{title}{number}{basis.article or ''}{late}"


def _evidence(item: Item, told: str, style: Style) -> Iterator[str]:
    """Yield the quotes; `told` is the place that the first line has told already."""
    for role, label in _LABELS.items():
        shown = [e for e in item.evidence if e.role == role and e.quote]
        for evidence in shown[:_QUOTES]:
            yield from labelled(label, _quoted(evidence, told, style.lang), style, indent=_INDENT)
        if len(shown) > _QUOTES:
            more = _MORE.fill({"n": str(len(shown) - _QUOTES)})
            yield from labelled(label, more, style, indent=_INDENT)
    searched = [in_language(e.quote, style.lang) for e in item.evidence if e.role == "searched" and e.quote]
    if searched:
        yield from labelled(_SEARCHED, between(style.lang).join(searched), style, indent=_INDENT)


def _quoted(evidence: Evidence, told: str, lang: str) -> str:
    where = place(evidence, lang)
    quote = f"“{squeeze(in_language(evidence.quote or '', lang))}”"
    if where and where != told:
        quote += f"（{where}）" if lang == "zh" else f" ({where})"
    return quote + "附近" if lang == "zh" and evidence.role == "expected_at" else quote


def between(lang: str) -> str:
    """Return what stands between the entries of a list that may themselves hold commas."""
    return "；" if lang == "zh" else "; "
