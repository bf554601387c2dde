"""The table of the parts that the regulation asks of every report: which are there, which are not."""

from __future__ import annotations

from collections.abc import Iterator

from lawcheck.model.checklist import Checklist, Evidence, Item, Verdict
from lawcheck.renderers.ink import GREEN, RED, YELLOW, lines
from lawcheck.renderers.place import place
from lawcheck.renderers.style import Style
from lawcheck.text.lines import squeeze
from lawcheck.text.width import pad, width
from lawcheck.wording import Text, in_language

# By rule, in the order of the regulation; rule ids are never reused.
_PARTS = {
    "E120": Text("主要举措和成效", "measures and results"),
    "E122": Text("存在的不足", "shortcomings"),
    "E123": Text("不足的原因", "their causes"),
    "E124": Text("第一责任人履职", "first responsible person"),
    "E125": Text("下一年度安排", "next year's plan"),
}
HEADING = Text("应当写明的内容", "What must be in the report")
# From the gravest down: the gravest of a rule's items speaks for the part. Every mark is a character whose width
# terminals disagree on (ambiguous), so that the columns stay in line on all of them.
STATES: dict[Verdict, tuple[Text, str | None]] = {
    "not_satisfied": (Text("× 缺", "× missing"), RED),
    "doubtful": (Text("△ 存疑", "△ doubtful"), YELLOW),
    "undetermined": (Text("○ 无法判定", "○ undetermined"), YELLOW),
    "satisfied": (Text("√ 有", "√ found"), GREEN),
    "not_applicable": (Text("— 不适用", "— not applicable"), None),
}


def parts(checklist: Checklist, style: Style) -> Iterator[str]:
    """Yield the table; nothing when the rules that were run ask for none of the parts."""
    table = rows(checklist)
    if not table:
        return
    titles = [in_language(title, style.lang) for title, _ in table]
    states = [in_language(state(item), style.lang) for _, item in table]
    across, down = max(map(width, titles)) + 2, max(map(width, states)) + 2
    yield in_language(HEADING, style.lang)
    for title, told, (_, item) in zip(titles, states, table, strict=True):
        lead = f"  {pad(told, down)}{pad(title, across)}"
        yield from lines(where(item, style.lang), style, lead=lead, colour=STATES[item.verdict][1])


def rows(checklist: Checklist) -> list[tuple[Text, Item]]:
    """Return each part with the item that speaks for it; none when the rules that were run ask for none of them."""
    found = [(title, item) for rule, title in _PARTS.items() if (item := _gravest(checklist, rule)) is not None]
    return [] if all(item.verdict == "not_applicable" for _, item in found) else found


def state(item: Item) -> Text:
    """Return how it stands with the part that an item speaks for: a mark and a word."""
    return STATES[item.verdict][0]


def _gravest(checklist: Checklist, rule: str) -> Item | None:
    order = list(STATES)
    return min((i for i in checklist.items if i.rule == rule), key=lambda i: order.index(i.verdict), default=None)


def where(item: Item, lang: str) -> str:
    """Return where the part is found, or what comes nearest to it; empty when there is neither."""
    found = next((e for e in item.evidence if e.role == "found" and e.quote), None)
    if found is not None:
        return _shown(found, lang)
    nearest = next((e for e in item.evidence if e.role == "nearest" and e.quote), None)
    if nearest is None:
        return ""
    return in_language(Text("最接近的是", "nearest: "), lang) + _shown(nearest, lang)


def _shown(evidence: Evidence, lang: str) -> str:
    quote, where = squeeze(evidence.quote or ""), place(evidence, lang)
    if not where:
        return quote
    return f"{quote}（{where}）" if lang == "zh" else f"{quote} ({where})"
