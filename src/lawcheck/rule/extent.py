"""How much text a stretch of a report holds, and how much of it speaks of something: in Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lawcheck.model.document import Document
from lawcheck.rule.hit import Hit, Sight, View
from lawcheck.rule.place import beginning, last_words
from lawcheck.rule.scope import Stretch
from lawcheck.rule.vocabulary import Matcher, Phrases
from lawcheck.text.han import count_han
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span
from lawcheck.wording import Text

_SENTENCE = pattern(r"[^。；！？\n]++[。；！？\n]?")
_SHOWN = 3  # sentences that stand for those that are too many


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there must be, in Chinese characters: at least `min_han`, and a share between the two, in percent.

    Without `cues` the share is that of the scope in the whole report (the scope's own title counts in neither). With
    `cues` only the sentences that hold one of them count, and the share is theirs in the scope; a scope of fewer than
    `from_han` characters is too short to have one.
    """

    min_han: int = 0
    min_share: int = 0
    max_share: int = 100
    from_han: int = 0
    cues: tuple[str | Phrases, ...] = ()


class _Amount(NamedTuple):
    """A number of Chinese characters, of how many, their share in percent, and the stretches that hold them."""

    han: int
    whole: int
    share: int
    spans: tuple[Span, ...]


def judge_extent(
    view: View,
    places: tuple[Stretch, ...],
    extent: Extent,
    counted: tuple[Matcher, ...],
    subject: str | None,
    part: Text,
) -> Hit:
    """Return whether `places` hold enough text: a hit of the case `short` or `share` where they do not.

    `counted` are the compiled cues of `extent`; a semicolon ends a sentence.
    """
    amount = _measure(view, places, counted if extent.cues else None)
    if amount.whole < extent.from_han:
        return Hit("not_applicable", subject, because=Text("文字太少，不看比重", "too short to have shares"))
    fields = {"part": part, "han": str(amount.han), "share": str(amount.share)}
    limits = (extent.min_han, extent.min_share, extent.max_share)
    broken = (amount.han < limits[0], amount.share < limits[1], amount.share > limits[2])
    if not any(broken):
        because = Text(f"{amount.han} 个汉字，占 {amount.share}%", f"{amount.han} characters, {amount.share}%")
        return Hit("satisfied", subject, fields=fields, because=because)
    if extent.cues and amount.spans:
        sights = tuple(Sight("found", beginning(view.document, span)) for span in amount.spans[:_SHOWN])
    else:
        sights = (Sight("expected_at", _anchor(view, subject)),)
    case = "short" if broken[0] else "share"
    return Hit("not_satisfied", subject, sights, case, {**fields, "limit": str(limits[broken.index(True)])})


def _measure(view: View, places: tuple[Stretch, ...], matchers: tuple[Matcher, ...] | None) -> _Amount:
    spans = tuple(place.span for place in places)
    whole = _han(view.document, spans if matchers is not None else (view.outline.body,))
    if matchers is not None:
        spans = tuple(_sentences(view.document, spans, matchers))
    amount = _han(view.document, spans)
    return _Amount(amount, whole, min(100, round(100 * amount / whole)) if whole else 0, spans)


def _anchor(view: View, subject: str | None) -> Span | None:
    """Return what stands for the place where there is too little: the part's anchor, the heading, the report's end."""
    part = next((p.anchor for p in view.outline.parts if p.role == subject), None)
    heading = next((s.heading for s in view.outline.sections if s.subject == subject), None)
    return part or heading or last_words(view.document, view.outline.body)


def _sentences(document: Document, spans: tuple[Span, ...], matchers: tuple[Matcher, ...]) -> Iterator[Span]:
    folded = document.folded
    for span in spans:
        for m in _SENTENCE.finditer(folded.text, *folded.range(span)):
            if any(matcher.search(m.group()) for matcher in matchers):
                yield folded.span(*m.span())


def _han(document: Document, spans: tuple[Span, ...]) -> int:
    return sum(count_han(document.text, *span) for span in spans)
