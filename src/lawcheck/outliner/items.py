"""List items: 一是……二是……, 第一，……, 1. 2., （1）…… inside the body of a section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lawcheck.model.outline import ListItem
from lawcheck.outliner.numbering import Placed
from lawcheck.outliner.page import Page
from lawcheck.text.numeral import to_int
from lawcheck.text.pattern import Match, pattern

_MARKER = pattern(
    # 一是一、二是二 is a saying; 一是一线力量不足 and 二是二级案由不熟 are items.
    "(?P<shi>[一二三四五六七八九十]{1,2}+)(?P<word>是|要)"
    "(?!否|(?<=一是)一[，、。；是就]|(?<=二是)二(?![级次线手类维十]))"
    "|第(?P<di>[一二三四五六七八九十]{1,2}+)(?P<di_mark>，|：|是)"
    "|其(?P<qi>[一二三四五六七八九]) ?，"
    "|(?P<seq>首先|其次|再次|最后)，"
    "|(?P<side>(?:另)?一方面)，?"
)
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "最后": 4, "一方面": 1, "另一方面": 2}
_BEFORE = frozenset("。；：！？，、”）】\n")
_NEAR = 1500  # characters within which the second item follows the first
_SENTENCE_END = pattern("[。；！？\n]")


@dataclass(frozen=True, slots=True)
class _Mark:
    family: str
    value: int
    start: int
    end: int


def list_items(page: Page, start: int, end: int, numbered: list[Placed]) -> tuple[ListItem, ...]:
    """Return the items of the folded range `[start, end)` in order; `numbered` are marks that head no section."""
    marks = _phrase_marks(page, start, end)
    marks += [
        _Mark(p.mark.style, p.mark.value, p.mark.start, p.mark.end) for p in numbered if start <= p.mark.start < end
    ]
    marks.sort(key=lambda m: m.start)
    following: dict[str, _Mark] = {}
    items: list[ListItem] = []
    for mark in reversed(marks):
        items.append(_item(page, mark, following.get(mark.family), end))
        following[mark.family] = mark
    return _outermost(reversed(items))


def _outermost(items: Iterable[ListItem]) -> tuple[ListItem, ...]:
    """Return the items without those inside another one (一是……：第一，……)."""
    out: list[ListItem] = []
    for item in items:
        if not out or item.span.start >= out[-1].span.end:
            out.append(item)
    return tuple(out)


def _phrase_marks(page: Page, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    last: dict[str, int] = {}
    for m in _MARKER.finditer(page.text, start, end):
        family, value = _read(m)
        stands_free = m.start() == start or page.text[m.start() - 1] in _BEFORE
        # 环境一是着力……二是……: a first marker without a mark before it counts when its second follows.
        if not stands_free and not (value == last.get(family, 0) + 1 and _second_follows(page, m, end, value)):
            continue
        last[family] = value
        marks.append(_Mark(family, value, m.start(), m.end()))
    return marks


def _read(m: Match) -> tuple[str, int]:
    if m.group("seq") or m.group("side"):
        word = m.group("seq") or m.group("side")
        return ("sequence" if m.group("seq") else "side"), _SEQUENCE[word]
    family = "shi" if m.group("shi") else "di" if m.group("di") else "qi"
    return family + (m.group("word") or m.group("di_mark") or ""), to_int(m.group(family)) or 0


def _second_follows(page: Page, m: Match, end: int, value: int) -> bool:
    if value != 1:
        return True
    later = _MARKER.finditer(page.text, m.end(), min(end, m.end() + _NEAR))
    return any(n.group("shi") == "二" and n.group("word") == m.group("word") for n in later)


def _item(page: Page, mark: _Mark, following: _Mark | None, end: int) -> ListItem:
    # A sequence that begins anew does not belong to this item.
    next_start = following.start if following is not None else end
    if following is None or following.value <= mark.value:
        stop = min(end, next_start, page.blocks[page.block_of(mark.start)][1])
    else:
        stop = next_start
    while stop > mark.end and page.text[stop - 1] == "\n":
        stop -= 1
    lead = _SENTENCE_END.search(page.text, mark.end, stop)
    return ListItem(
        marker=page.text[mark.start : mark.end],
        value=mark.value,
        span=page.span(mark.start, stop),
        lead=page.span(mark.start, lead.start() if lead else stop),
    )
