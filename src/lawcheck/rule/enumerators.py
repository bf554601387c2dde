"""Enumerators in running text, 一是……二是……: whether they count on, and come to the number that was announced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from lawcheck.model.outline import ListItem, Section
from lawcheck.rule.hit import View
from lawcheck.text.numeral import to_han, to_int
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_NUMERAL = pattern("[一二三四五六七八九十]{1,2}")
_FIRST = pattern("一[是要、]|[（(]一[）)]|首先|第一|其一|一方面|1[.．、]")
_ANNOUNCED = pattern(
    r"(?P<count>[两二三四五六七八九十]|\d{1,2})"
    "(?:个方面|方面|点|项(?:重点)?(?:工作|任务|措施|举措)|个(?:主要)?(?:问题|不足|短板|环节|原因|重点)|大(?:举措|任务|问题))"
    r"(?:的)?(?:工作|问题|不足|措施|举措|原因|内容|短板|差距)?[：。，]?$"
)
_NEAR = 30  # characters before the first item in which its number is announced
_MOST = 400  # items of one section that are looked at


@dataclass(frozen=True, slots=True)
class ListSlip:
    """What is wrong with a list of `section`, where, and what its enumerator or number should be.

    gap: a number is skipped. repeat: it stood before. headless: the list begins with its second item. announced: the
    number announced (`written`) is not that of the items (`expected`).
    """

    case: Literal["gap", "repeat", "headless", "announced"]
    section: Section
    span: Span
    written: str
    expected: str


def list_slips(view: View) -> Iterator[ListSlip]:
    """Yield the slips of all lists of 一是, 一要, 第一，, 其一， in the order of the sections."""
    for section in view.outline.sections:
        by_family = sorted(section.items[:_MOST], key=lambda i: (_family(i), i.span.start))
        for family, items in groupby(by_family, key=_family):
            if family:
                yield from _List(view, section, family).slips(list(items))


def _family(item: ListItem) -> str:
    """Return the enumerator without its number, `{}是`; empty for 首先 and for numbered paragraphs."""
    m = _NUMERAL.search(item.marker)
    is_counted = m is not None and to_int(m.group()) == item.value and item.marker[:1] not in "（("
    if m is None or not is_counted or item.marker.endswith("、"):
        return ""
    return item.marker[: m.start()] + "{}" + item.marker[m.end() :]


@dataclass(frozen=True, slots=True)
class _List:
    """The items of one family in one section: lists one after the other, or one inside another."""

    view: View
    section: Section
    family: str

    def slips(self, items: list[ListItem]) -> Iterator[ListSlip]:
        """Yield what is wrong with the items, in order."""
        open_at: list[int] = []  # the last number of each list that may go on, the outermost first
        before: ListItem | None = None
        for i, item in enumerate(items):
            depth = next((d for d in reversed(range(len(open_at))) if open_at[d] == item.value - 1), None)
            if item.value == 1:
                open_at.append(1)
                yield from self._announced(items, i)
            elif depth is not None:
                del open_at[depth + 1 :]
                open_at[depth] = item.value
            elif open_at:
                yield from self._uncounted(item, before, open_at[-1])
                open_at[-1] = max(item.value, open_at[-1] + 1)
            else:
                yield from self._headless(item)
                open_at.append(item.value)
            before = item

    def _uncounted(self, item: ListItem, before: ListItem | None, last: int) -> Iterator[ListSlip]:
        start = before.span.start if before else self.section.body.start
        if not self._stands(last + 1, start, item.span.start):
            case: Literal["gap", "repeat"] = "gap" if item.value > last else "repeat"
            yield ListSlip(case, self.section, item.lead, item.marker, self._marker(last + 1))

    def _headless(self, item: ListItem) -> Iterator[ListSlip]:
        low, high = self.view.document.folded.range(Span(self.section.body.start, item.span.start))
        if _FIRST.search(self.view.document.folded.text, low, high) is None:
            yield ListSlip("headless", self.section, item.lead, item.marker, self._marker(1))

    def _announced(self, items: list[ListItem], i: int) -> Iterator[ListSlip]:
        source = self.view.document.folded
        high = source.range(items[i].span)[0]
        low = max(source.range(self.section.body)[0], high - _NEAR)
        m = _ANNOUNCED.search(source.text, low, high)
        values = [item.value for item in items[i:]]
        # A list inside another would count for it; then nothing is said.
        if m is None or 1 in values[1:] or values != list(range(1, len(values) + 1)):
            return
        count = to_int(m["count"]) or 0
        if count not in (0, 1, len(values)) and not self._stands(len(values) + 1, items[i].span.start, self._end()):
            span = source.span(m.start(), m.end())
            yield ListSlip("announced", self.section, span, m["count"], str(len(values)))

    def _stands(self, value: int, start: int, end: int) -> bool:
        """Say whether an enumerator stands in the text though the outline took it for none."""
        low, high = self.view.document.folded.range(Span(start, end))
        return self._marker(value) in self.view.document.folded.text[low:high]

    def _marker(self, value: int) -> str:
        return self.family.format(to_han(value))

    def _end(self) -> int:
        return self.section.span.end
