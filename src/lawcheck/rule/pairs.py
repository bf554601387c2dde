"""Paired marks of a report that have lost their partner."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from lawcheck.model.document import Document
from lawcheck.rule.hit import Hit, Sight, View
from lawcheck.rule.scope import Stretch, section_at, with_context
from lawcheck.text.marks import MARK_NAMES, lone_marks
from lawcheck.text.span import Span
from lawcheck.wording import Text


def judge_pairs(view: View, places: tuple[Stretch, ...], pairs: tuple[str, ...], part: Text) -> Iterator[Hit]:
    """Yield a hit for each mark without partner in `places`: its case is `lone` or `direction`."""
    hits = []
    for span, case, mark in _lone(view.document, places, pairs):
        fields = {"mark": mark, "part": part, "count": "1"}
        sights = (Sight("found", with_context(view.document, span)),)
        hits.append(Hit("not_satisfied", section_at(view.outline, span), sights, case, fields))
    yield from hits or [Hit("satisfied")]


def _lone(
    document: Document, places: tuple[Stretch, ...], pairs: tuple[str, ...]
) -> list[tuple[Span, Literal["lone", "direction"], Text]]:
    """Return the marks without partner in `places`, in order: where, in which way, and the mark's name.

    The places are read as one text, a line each: a pair may open in one and close in the next.
    """
    text = document.folded
    ranges = [text.range(place.span) for place in places if not place.is_furniture]
    joined = "\n".join(text.text[a:b] for a, b in ranges)
    starts = [0]
    for a, b in ranges:
        starts.append(starts[-1] + b - a + 1)
    found = []
    for pair in pairs:
        for start, end, case in lone_marks(joined, pair):
            index = bisect_right(starts, start) - 1
            shift = ranges[index][0] - starts[index]
            name = MARK_NAMES.get(joined[start], Text(joined[start], joined[start]))
            found.append((text.span(start + shift, end + shift), case, name))
    return sorted(found, key=lambda each: each[0])
