"""Words that must not stand where they were found: one outcome for all of them, or one for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from lawcheck.rule.hit import Hit, Sight, View
from lawcheck.rule.place import quoted, with_context
from lawcheck.rule.scope import Stretch, section_at
from lawcheck.text.span import Span
from lawcheck.wording import Text

SOFT_CASES = frozenset({"implied", "promised", "unclear"})
MOST_SIGHTS = 10


def judge_found(
    view: View,
    found: Sequence[tuple[Stretch, Span, str]],
    per: Literal["document", "section", "occurrence"],
    subject: str | None,
    part: Text,
) -> Iterator[Hit]:
    """Yield the hits for what was found, each with the stretch it stands in and its case.

    `subject` is that of a hit for all of them; a hit for one place bears the section's.
    """
    if not found:
        yield Hit("satisfied", subject)
    # What a page shows around the report is one finding, however much of it there is.
    together = [h for h in found if h[0].is_furniture or per != "occurrence"]
    for case in dict.fromkeys("furniture" if p.is_furniture else case for p, _, case in together):
        spans = [s for p, s, c in together if ("furniture" if p.is_furniture else c) == case]
        yield _finding(view, subject, spans, case, part)
    for place, span, case in sorted((h for h in found if h not in together), key=lambda h: h[1]):
        yield _finding(view, place.subject or section_at(view.outline, span), [span], case, part)


def _finding(view: View, subject: str | None, spans: list[Span], case: str, part: Text) -> Hit:
    sights = tuple(Sight("found", with_context(view.document, span)) for span in sorted(spans)[:MOST_SIGHTS])
    fields = {"part": part, "count": str(len(spans)), "mark": quoted(view.document, min(spans))}
    return Hit("doubtful" if case in SOFT_CASES else "not_satisfied", subject, sights, case, fields)
