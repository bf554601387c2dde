"""The words that carry content: what is left of a passage without the empty words of the field, weighed by rarity."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from lawcheck.rule.hit import View
from lawcheck.rule.items import PartItem, sentences
from lawcheck.rule.scope import Stretch, folded
from lawcheck.rule.seek import seek
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_TELLING = pattern(r"(?=\p{Han})[^的了和与及等是不还较仍有在上中]")
_END = pattern("[。；]")
_SAME = 0.8  # share of the characters of a cause that stand in what it should explain
_SHORTEST = 5  # characters of what an item tells before its cause, its marker included
_FEWEST = 3  # different characters of a cause
_RUN = pattern(r"[\p{Han}A-Za-z0-9+]{2,}+")
# Characters that a shared stretch may begin or end with by chance: 在执法, 从事, 名持证人员.
_EDGES = (
    "在对以从向由于中上下内外不未无有没还仍较更很最也都而但就再又已可能会应要被把将使让"
    "名件项个种次场份条家者性化地得之间时前后"
)
_MOST = 1200  # characters of a passage that are looked at
_LONGEST = 12  # characters of a shared word
_FULL = 3  # a word of this many characters beyond the first weighs no more than a shorter one
_LEAD = 1.5  # a word of the first sentence names the subject


@dataclass(frozen=True, slots=True)
class Tie:
    """The words that two items share, the weightiest first, and how much they weigh together.

    `names_subject` says that one of them stands in the first sentence of either.
    """

    words: tuple[str, ...] = ()
    weight: float = 0.0
    names_subject: bool = False


class Content:
    """The content words of one report. A word is rare when few sentences of the report have it.

    Words of the title and of the issuer's name link nothing: every part of the report is about them.
    """

    def __init__(self, view: View, empty: tuple[Matcher, ...]) -> None:
        self._view = view
        self._empty = empty
        outline = view.outline
        self._name = "\n".join(field.value for field in (outline.title, outline.issuer) if field)
        self._words: dict[Span, tuple[str, ...]] = {}
        self._weights: dict[str, float] = {}
        self._sentences = [folded(view, s) for s in sentences(view, view.outline.body)]

    def words(self, span: Span) -> tuple[str, ...]:
        """Return the stretches of content characters of a passage, each at least two long, in order."""
        if span not in self._words:
            self._words[span] = self._read(span)
        return self._words[span]

    def _read(self, span: Span) -> tuple[str, ...]:
        text = folded(self._view, span)[:_MOST]
        barred = sorted({r for matcher in self._empty for r in matcher.finditer(text)})
        at, kept = 0, list[str]()
        for low, high in barred:
            if low >= at:
                kept.append(text[at:low])
            at = max(at, high)
        return tuple(m.group() for piece in (*kept, text[at:]) for m in _RUN.finditer(piece))

    def tie(self, one: PartItem, other: PartItem) -> Tie:
        """Return what two items share: common stretches of content characters, none within another."""
        shared = sorted(self._shared(one.span, other.span), key=lambda w: (-len(w), w))
        kept = [w for i, w in enumerate(shared) if not any(w in longer for longer in shared[:i])]
        subject = self._shared(one.lead, other.span) | self._shared(other.lead, one.span)
        weights = {w: self._weight(w) * (_LEAD if any(s in w for s in subject) else 1) for w in kept}
        ordered = sorted(weights, key=lambda w: (-weights[w], w))
        return Tie(tuple(ordered), sum(weights.values()), bool(subject))

    def _shared(self, one: Span, other: Span) -> set[str]:
        there = "\n".join(self.words(other))
        pairs = {there[i : i + 2] for i in range(len(there) - 1)}
        found = (word.strip(_EDGES) for run in self.words(one) for word in _common(run, there, pairs))
        return {word for word in found if len(word) > 1 and word not in self._name}

    def _weight(self, word: str) -> float:
        if word not in self._weights:
            total = len(self._sentences)
            having = sum(1 for s in self._sentences if word in s)
            rarity = 1 - log(max(having - 1, 1)) / log(total + 1) if total > 1 else 1.0
            self._weights[word] = min(len(word) - 1, _FULL) * rarity
        return self._weights[word]


def told_and_cause(view: View, item: PartItem, leads: tuple[Matcher, ...]) -> tuple[Span, Span] | None:
    """Return what an item says before the words that lead to its cause (主要原因是), and what after.

    None where there are no such words, or the item begins with them (一是由于).
    """
    lead = next((span for _, span in seek(view.document, (Stretch(item.span),), leads, skip_titles=True)), None)
    if lead is None or len(folded(view, told := Span(item.span.start, lead.start))) < _SHORTEST:
        return None
    return told, Span(lead.end, item.span.end)


def retells(cause: str, told: str) -> bool:
    """Say whether the first sentence of `cause` only repeats what was told before it, going by its characters."""
    end = _END.search(cause)
    said = {m.group() for m in _TELLING.finditer(cause, 0, end.start() if end else None)}
    return len(said) >= _FEWEST and len(said & {m.group() for m in _TELLING.finditer(told)}) > _SAME * len(said)


def _common(run: str, text: str, pairs: set[str]) -> list[str]:
    """Return the longest stretches of `run` that stand in `text`, from left to right, without overlap."""
    found, at = list[str](), 0
    while at < len(run) - 1:
        if run[at : at + 2] not in pairs:
            at += 1
            continue
        size = 2
        while size < _LONGEST and at + size < len(run) and run[at : at + size + 1] in text:
            size += 1
        found.append(run[at : at + size])
        at += size
    return found
