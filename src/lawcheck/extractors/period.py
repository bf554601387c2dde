"""The year that a number belongs to, as the words around it say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from lawcheck.extractors.sentences import Layout
from lawcheck.model.outline import Outline
from lawcheck.text.pattern import pattern
from lawcheck.text.year import find_years

# 上年结转 and 上年未结 are figures of this year; 上年同期 and 比去年 only compare.
_RELATIVE = pattern(
    "(?P<this>今年|本年度|本年(?!度)|全年|年内)"
    "|(?<![比较])(?P<last>去年|上一?年度?)(?!同期|相比|结转|未结|度?述[法职]|末|底|的?基础)"
    "|(?P<next>明年|下一?年度?)(?!结转)"
)
_PASSED_OVER = frozenset({"quoted", "named", "range", "compared"})


class Periods:
    """The years that the text of one report names, by place."""

    def __init__(self, layout: Layout, outline: Outline) -> None:
        self._layout = layout
        year = int(outline.year.value) if outline.year else None
        named: list[tuple[int, str]] = []
        for low, high in layout.stretches:
            years = find_years(layout.text, low, high)
            named += [(y.start, str(y.year)) for y in years if y.context not in _PASSED_OVER]
            if year is not None:
                for m in _RELATIVE.finditer(layout.text, low, high):
                    shift = 0 if m["this"] else -1 if m["last"] else 1
                    named.append((m.start(), str(year + shift)))
        self._named = sorted(named)
        plan = outline.part("plan")
        self._planned = [layout.folded.range(span) for span in plan.spans] if plan and year is not None else []
        self._next = None if year is None else str(year + 1)

    def planned_at(self, place: int) -> str | None:
        """Return the next year where an original offset lies in the plan of the report."""
        at = bisect_left(self._layout.folded.starts, place)
        return self._next if any(low <= at < high for low, high in self._planned) else None

    def of(self, at: int) -> str | None:
        """Return the year that the sentence names last before `at`; in the plan of a report without one, the next."""
        i = bisect_right(self._named, (at, "")) - 1
        if i >= 0 and self._named[i][0] >= self._layout.clause(at).sentence:
            return self._named[i][1]
        return self._next if any(low <= at < high for low, high in self._planned) else None
