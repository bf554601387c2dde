"""What the items of a part are met with in the part itself: the cause of each shortcoming."""

from __future__ import annotations

from collections.abc import Sequence

from lawcheck.model.checklist import Answer
from lawcheck.rule.hit import View
from lawcheck.rule.items import PartItem
from lawcheck.rule.scope import Stretch
from lawcheck.rule.seek import seek
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.span import Span


def answers(
    view: View,
    items: Sequence[PartItem],
    cues: tuple[Matcher, ...],
    softly: tuple[Matcher, ...],
    shared: Sequence[Span],
) -> tuple[Answer, ...]:
    """Return for each item where it has one of `cues`; else the first of `shared`; else one of `softly`, doubtful."""
    return tuple(_answer(view, item, cues, softly, shared) for item in items)


def _answer(
    view: View, item: PartItem, cues: tuple[Matcher, ...], softly: tuple[Matcher, ...], shared: Sequence[Span]
) -> Answer:
    plain = cued(view, [Stretch(item.span)], cues) or shared
    if plain:
        return Answer(item.subject, "satisfied", item.lead, plain[0])
    implied = cued(view, [Stretch(item.span)], softly)
    if implied:
        return Answer(item.subject, "doubtful", item.lead, implied[0])
    return Answer(item.subject, "not_satisfied", item.lead, None)


def cued(view: View, places: Sequence[Stretch], cues: tuple[Matcher, ...]) -> list[Span]:
    """Return where in `places` one of the cues stands, outside of 《》."""
    return [span for _, span in seek(view.document, places, cues, skip_titles=True)]
