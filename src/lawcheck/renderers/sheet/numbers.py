"""The numbers of a report: each as written, what it was checked against, and how that came out."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from lawcheck.model.checklist import Checklist, Evidence, Item
from lawcheck.model.fact import Fact
from lawcheck.renderers.place import place
from lawcheck.renderers.sheet.findings import Findings, Words
from lawcheck.renderers.sheet.grade import OF_VERDICT, Grade, gravest
from lawcheck.renderers.sheet.prose import Prose
from lawcheck.text.lines import squeeze
from lawcheck.text.personal import mask
from lawcheck.text.span import Span
from lawcheck.wording import Text, in_language

_KINDS = ("fact", "relation")
_ROLES = ("found", "compared_with")  # where something is expected is no number
MOST = 500  # numbers that no rule looked at are listed among the first so many only
_LONGEST = 40  # characters of a label
_STATES: dict[Grade, Text] = {
    "error": Text("× 不符", "× disagrees"),
    "doubtful": Text("△ 存疑", "△ doubtful"),
    "open": Text("○ 无法判定", "○ undetermined"),
    "good": Text("√ 相符", "√ agrees"),
    "none": Text("—", "—"),
}
_COMPARED = Text("→ 用来核对", "→ compared with")  # what is wrong is another number, or may be
_GIVEN = Text("√ 已写", "√ given")  # asked for, and there; nothing to compare it with
_COMPUTED = Text("{expression}：应为 {expected}，现为 {actual}", "{expression}: {expected} expected, {actual} found")


@dataclass(frozen=True, slots=True)
class Row:
    """One number of the report."""

    label: Words
    value: str
    period: str
    where: str
    computed: tuple[str, ...]
    grade: Grade
    state: str
    rules: tuple[str, ...]
    numbers: tuple[int, ...]


def numbers(checklist: Checklist, found: Findings, prose: Prose, lang: str) -> tuple[Row, ...]:
    """Return the numbers in document order; calculations that no number of the report stands for come last."""
    judges = [i for i in checklist.items if i.kind in _KINDS and i.verdict != "not_applicable"]
    witnesses, rows, told = _Witnesses(judges), list[Row](), set[int]()
    for fact in checklist.facts.facts:
        own = witnesses.of(fact.span)
        told |= {id(item) for item in own if _points_at(item, fact.span, "found")}
        if own or len(rows) < MOST:
            rows.append(_row(fact, own, checklist, found, prose, lang))
    rest = [i for i in judges if i.computed is not None and id(i) not in told]
    return (*rows, *(_calculation(item, found, prose, lang) for item in rest))


class _Witnesses:
    """Items by the places that their evidence points at."""

    def __init__(self, items: list[Item]) -> None:
        spans = [(e.span, number) for number, i in enumerate(items) for e in i.evidence if e.span and e.role in _ROLES]
        self._items, self._spans = items, sorted(spans)
        self._longest = max((span.end - span.start for span, _ in spans), default=0)

    def of(self, span: Span) -> list[Item]:
        """Return the items that point at a passage, in their order."""
        low = bisect_left(self._spans, span.start - self._longest, key=lambda pair: pair[0].start)
        high = bisect_left(self._spans, span.end, key=lambda pair: pair[0].start)
        return [self._items[n] for n in sorted({n for own, n in self._spans[low:high] if own.meets(span)})]


def _row(fact: Fact, items: list[Item], checklist: Checklist, found: Findings, prose: Prose, lang: str) -> Row:
    line, column = checklist.document.lines.place(fact.span.start)
    block = checklist.document.block_at(fact.span.start)
    page, paragraph, cell = (block.page, block.paragraph, block.cell) if block else (None, None, None)
    where = place(Evidence("found", None, fact.span, line, column, page, paragraph, cell), lang)
    pointed = [i for i in items if _points_at(i, fact.span, "found")]
    label = mask(fact.label) or squeeze(fact.span.of(prose.masked))
    return _judged(
        Words(label[:_LONGEST], fact.span.start if prose.has(fact.span.start) else None),
        "0" if fact.origin == "stated_zero" else squeeze(fact.number.of(prose.masked)),
        fact.period or "",
        where,
        pointed,
        items,
        found,
        lang,
    )


def _calculation(item: Item, found: Findings, prose: Prose, lang: str) -> Row:
    first = next((e for e in item.evidence if e.span is not None), None)
    at = first.span.start if first is not None and first.span is not None and prose.has(first.span.start) else None
    where = "" if first is None else place(first, lang)
    actual = item.computed.actual if item.computed else ""
    return _judged(Words(in_language(item.title, lang), at), actual, "", where, [item], [item], found, lang)


def _judged(
    label: Words,
    value: str,
    period: str,
    where: str,
    pointed: list[Item],
    items: list[Item],
    found: Findings,
    lang: str,
) -> Row:
    """Return a number with the outcome of `items`, of which `pointed` are on the number itself."""
    told = (found.number(item) for item in items)
    own = [item for item in items if not item.is_finding or any(item is other for other in pointed)]
    worst = gravest(OF_VERDICT[item.verdict] for item in own)
    deciding = [item for item in own if OF_VERDICT[item.verdict] == worst]
    state = _STATES[worst]
    if len(own) < len(items) and worst in ("good", "none"):
        worst, state = "none", _COMPARED
    elif worst == "good" and all(item.category != "inconsistent" for item in deciding):
        state = _GIVEN
    return Row(
        label,
        value,
        period,
        where,
        tuple(_computed(item, lang) for item in pointed if item.computed),
        worst,
        in_language(state, lang),
        tuple(dict.fromkeys(item.rule for item in deciding)),
        tuple(number for number in told if number is not None),
    )


def _computed(item: Item, lang: str) -> str:
    made = item.computed
    fields = {"expression": made.expression, "expected": made.expected, "actual": made.actual} if made else {}
    return in_language(_COMPUTED.fill(fields), lang)


def _points_at(item: Item, span: Span, role: str | None = None) -> bool:
    return any(e.span is not None and e.span.meets(span) and role in (None, e.role) for e in item.evidence)
