"""Headings of one level below one parent, and what their numbers should be."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from lawcheck.model.outline import NumberStyle, Outline, Section
from lawcheck.text.numeral import to_han
from lawcheck.text.pattern import pattern

_NUMERAL = pattern(r"[一二三四五六七八九十百〇零]++|\d++|[①-⑳]")
# Headings that nobody numbers, though they stand beside numbered ones.
_BARE = pattern("^(?:附件|附表|附录|附图|目录|前言|引言|结语|结束语|特此)")
SlipCase = Literal["gap", "repeat", "wrong", "lost", "unnumbered"]


@dataclass(frozen=True, slots=True)
class Slip:
    """A heading whose number is not the one `expected`; `before` is the numbered sibling before it."""

    section: Section
    before: Section | None
    case: SlipCase | Literal["style"]
    expected: str


class Siblings:
    """The headings of one level below one parent, in order; `style` is what most of them are numbered in, or None."""

    def __init__(self, outline: Outline, group: list[Section], text: str) -> None:
        self._outline = outline
        self._group = [s for s in group if s.number or not _BARE.search(s.title.of(text))]
        self.style = _main_style(group)
        self._following = self._find_following()
        self._strays = self._find_strays()

    @property
    def numbered(self) -> int:
        """The number of headings that have a number, 0 where they follow no common style."""
        return sum(1 for s in self._group if s.number) if self.style else 0

    def strays(self) -> Iterator[Slip]:
        """Yield the headings numbered in another style than their siblings, that hold the place of a number."""
        for i, value in self._strays.items():
            yield self._slip(i, "style", value)

    def slips(self) -> Iterator[Slip]:
        """Yield the headings whose number is skipped, repeated or lost. What `strays` yields is not repeated."""
        last, seen, waiting = 0, 0, list[int]()  # waiting: unnumbered headings since the last number
        for i, section in enumerate(self._group if self.style else ()):
            if section.number is None:
                waiting.append(i)
                continue
            if section.number.style != self.style and i not in self._strays:
                continue
            value = self._strays.get(i, section.number.value)
            lost = min(len(waiting), max(value - last - 1, 0))
            yield from (self._slip(k, "lost", last + 1 + n) for n, k in enumerate(waiting[:lost]))
            yield from (self._slip(k, "unnumbered", last + 1) for k in (waiting if last and not lost else ()))
            expected = last + 1 + lost
            waiting, seen = [], seen + 1
            last, case = _step(value, expected, self._following[i])
            if case and i not in self._strays and not self._is_listed(i, range(expected, value)):
                yield self._slip(i, case, expected)
        if self.style:
            case = "lost" if len(waiting) <= seen else "unnumbered"
            yield from (self._slip(k, case, last + 1 + n) for n, k in enumerate(waiting))

    def _find_strays(self) -> dict[int, int]:
        strays: dict[int, int] = {}
        last = 0
        for i, section in enumerate(self._group if self.style else ()):
            if section.number is None:
                continue
            if section.number.style == self.style:
                last = section.number.value
                continue
            after = self._following[i]
            # `3.` that counts on its own 1. and 2. is no stray, though it stands beside （一）（二）.
            has_room = after > last + 1 if after is not None else not self._counts_alone(section.number.style)
            if has_room and (section.number.value == last + 1 or after == last + 2):
                strays[i] = last = last + 1
        return strays

    def _counts_alone(self, style: NumberStyle) -> bool:
        values = [s.number.value for s in self._group if s.number and s.number.style == style]
        return len(values) > 1 and values == list(range(1, len(values) + 1))

    def _find_following(self) -> list[int | None]:
        """Return for each heading the next number in the common style after it."""
        following: list[int | None] = []
        value: int | None = None
        for section in reversed(self._group):
            following.append(value)
            if section.number and section.number.style == self.style:
                value = section.number.value
        return following[::-1]

    def _is_listed(self, i: int, missing: range) -> bool:
        """Say whether list items hold the skipped numbers: `2.` may number a plain sentence between headings."""
        start = self._group[i - 1].heading.start if i else self._parent_start(i)
        sections = self._outline.sections
        low, high = (bisect_left(sections, at, key=_start) for at in (start, self._group[i].heading.start))
        before = sections[low:high]
        listed = {item.value for s in before for item in s.items if _NUMERAL.match(item.marker.lstrip("（("))}
        return len(missing) > 0 and set(missing) <= listed

    def _parent_start(self, i: int) -> int:
        above = self._group[i].path[:-1]
        return next((s.heading.start for s in self._outline.sections if s.path == above), 0)

    def _slip(self, i: int, case: SlipCase | Literal["style"], value: int) -> Slip:
        before = next((s for s in reversed(self._group[:i]) if s.number), None)
        sample = next(s for s in self._group if s.number and s.number.style == self.style)
        return Slip(self._group[i], before, case, _written(sample, value))


def _start(section: Section) -> int:
    return section.heading.start


def siblings(outline: Outline, text: str) -> list[Siblings]:
    """Return the groups of siblings in the order of their first headings; `text` is the document's."""
    ordered = sorted(outline.sections, key=lambda s: (s.path[:-1], s.path[-1]))
    groups = [list(group) for _, group in groupby(ordered, key=lambda s: s.path[:-1])]
    return [Siblings(outline, g, text) for g in sorted(groups, key=lambda g: g[0].heading.start)]


def _main_style(group: list[Section]) -> NumberStyle | None:
    counts = Counter(s.number.style for s in group if s.number).most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def _step(value: int, expected: int, after: int | None) -> tuple[int, SlipCase | None]:
    """Return the number that now counts as the last one, and the case where `value` is not the expected number."""
    if value == expected:
        return value, None
    if value == 0 or (value == 1 and after == 2 and expected > 2):
        return value, None  # another sequence begins
    if after == expected + 1 or (after is None and value < expected):
        return expected, "repeat" if value < expected else "wrong"
    return value, "gap" if value > expected else "repeat"


def _written(sample: Section, value: int) -> str:
    """Return the number `value` written as the sample heading writes its own: `（五）`, `3.`."""
    text = sample.number.text if sample.number else ""
    m = _NUMERAL.search(text)
    if m is None:
        return str(value)
    old = m.group()
    new = str(value) if old.isdecimal() else chr(ord("①") + value - 1) if "①" <= old <= "⑳" else to_han(value)
    return text[: m.start()] + new + text[m.end() :]
