"""Paired marks of a report that have lost their partner."""

from __future__ import annotations

from collections.abc import Iterator

from lawcheck.rule.hit import Hit, Sight, View
from lawcheck.rule.place import with_context
from lawcheck.rule.scope import Stretch, section_at
from lawcheck.rule.seek import seek_lone
from lawcheck.text.marks import mark_name, mark_named
from lawcheck.text.span import Span
from lawcheck.wording import Text

_MOST_HITS = 200  # more than the engine lists


def judge_pairs(view: View, places: tuple[Stretch, ...], pairs: tuple[str, ...], part: Text) -> Iterator[Hit]:
    """Yield a hit for each mark without partner in `places`: its case is `lone` or `direction`."""
    hits = []
    for pair in pairs:
        for span, mark, case in seek_lone(view.document, places, pair)[:_MOST_HITS]:
            partner = pair[0] if mark == pair[1] else pair[1]
            fields = {"mark": mark_named(mark), "partner": mark_name(partner), "part": part, "count": "1"}
            sight = Sight("found", with_context(view.document, span))
            hits.append(Hit("not_satisfied", section_at(view.outline, span), (sight,), case, fields))
    yield from sorted(hits, key=lambda h: h.sights[0].span or Span(0, 0)) or [Hit("satisfied")]
