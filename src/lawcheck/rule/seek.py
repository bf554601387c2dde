"""Looking for phrases, and for lone marks, in stretches of a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from lawcheck.model.document import Document
from lawcheck.rule.scope import Stretch
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.marks import NARROW, LoneCase, lone_marks
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_TITLE = pattern(r"《[^《》\n]{0,80}(?:《[^《》\n]{0,60}》[^《》\n]{0,40})?》")
_BREAK = pattern("[，。；：、！？\n]")
_CLAUSE = 20  # characters before a word that its negation may stand in
_NOT = pattern(
    "未(?!来|成年)|没有?|并非|无(?!论|疑|障碍|偿|缝|人机)"
    "|不(?!断|仅|但|少|同|论|懈|忘|久|只|乏|动产|良|法|正当|予|服|合格)"
)


def seek(
    document: Document,
    places: Iterable[Stretch],
    matchers: tuple[Matcher, ...],
    *,
    skip_titles: bool = False,
    skip_negated: bool = False,
    as_written: bool = False,
) -> list[tuple[Stretch, Span]]:
    """Return every match with the stretch it stands in, in order.

    A pattern sees each stretch by itself: `^` and `$` are its ends. `skip_titles` passes over matches that touch a
    title inside 《》, `skip_negated` over those behind 未, 没有, 无, 不 in the same clause. `as_written` looks in the
    text as read, not folded: for what folding makes equal, such as half-width and full-width marks.
    """
    source = document.folded
    found: list[tuple[Stretch, Span]] = []
    for place in places:
        low, high = place.span if as_written else source.range(place.span)
        text = (document.text if as_written else source.text)[low:high]
        titles = [m.span() for m in _TITLE.finditer(text)] if skip_titles else []
        for start, end in sorted({r for matcher in matchers for r in matcher.finditer(text)}):
            if start == end or any(a < end and start < b for a, b in titles):
                continue
            if skip_negated and _is_negated(text, start):
                continue
            start, end = low + start, low + end
            found.append((place, Span(start, end) if as_written else source.span(start, end)))
    return found


def seek_lone(document: Document, places: Iterable[Stretch], pair: str) -> list[tuple[Span, str, LoneCase]]:
    """Return the marks of `pair` that have no partner in these stretches: where, which mark, the case.

    The stretches are read as one text, so a pair may close in the next; what a page shows around the report is not.
    """
    source = document.folded
    ranges = [source.range(place.span) for place in places if not place.is_furniture]
    joined = "\n".join(source.text[a:b] for a, b in ranges)
    starts = [0]
    for a, b in ranges:
        starts.append(starts[-1] + b - a + 1)
    found: list[tuple[Span, str, LoneCase]] = []
    for start, end, case in lone_marks(joined, pair):
        index = bisect_right(starts, start) - 1
        shift = ranges[index][0] - starts[index]
        mark = pair[1] if joined[start] in (pair[1], NARROW.get(pair[1])) else pair[0]
        found.append((source.span(start + shift, end + shift), mark, case))
    return found


def _is_negated(text: str, at: int) -> bool:
    start = max(0, at - _CLAUSE)
    start = max((m.end() for m in _BREAK.finditer(text, start, at)), default=start)
    return _NOT.search(text, start, at) is not None
