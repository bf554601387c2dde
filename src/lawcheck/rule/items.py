"""The items of a part: list items, subheadings, or, where nothing is listed, its paragraphs or sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from lawcheck.model.outline import ListItem, Outline, Part, Section
from lawcheck.rule.hit import View
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

Origin = Literal["listed", "headed", "paragraph", "sentence"]
_SENTENCE = pattern(r"[^。；！？\n]++[。；！？]?")
_LEADS_IN = pattern("(?:：|如下[。，]?|方面。)$")
_CAUSES = pattern("原因|成因|根源")
_MOST = 60  # items of one part; nobody reads more


@dataclass(frozen=True, slots=True)
class PartItem:
    """One item of a part. `subject` is its stable name (`item:shortcomings:2`), `lead` its first sentence."""

    subject: str
    span: Span
    lead: Span
    origin: Origin


def part_items(view: View, role: str, *, deep: bool = False) -> tuple[PartItem, ...]:
    """Return the items of the part with this role, in order; none when the report has no such part.

    A subheading is one item with all below it; `deep` takes the list items below it instead. Subheadings that only
    divide the part (存在的不足, 原因分析) are passed through, and what they say of causes is no item.
    """
    part = view.outline.part(role)
    if part is None:
        return ()
    found = islice(_items(view, part, deep), _MOST)
    return tuple(
        PartItem(f"item:{role}:{number}", span, lead, origin)
        for number, (span, lead, origin) in enumerate(found, start=1)
    )


def part_spans(outline: Outline, part: Part) -> tuple[Span, ...]:
    """Return the stretches of a part; one that a sentence shows ends where the next heading or part begins."""
    if part.sections:
        return part.spans
    edges = [s.heading.start for s in outline.sections] + [p.anchor.start for p in outline.parts if p is not part]
    return tuple(
        Span(span.start, min((e for e in edges if span.start < e < span.end and e > part.anchor.end), default=span.end))
        for span in part.spans
    )


def sentences(view: View, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch, ended by 。；！？ or the end of a paragraph."""
    source = view.document.folded
    low, high = source.range(span)
    for m in _SENTENCE.finditer(source.text, low, high):
        yield source.span(*m.span())


def own_sentences(view: View, role: str) -> tuple[Span, ...]:
    """Return the sentences of the part with this role, without those of a passage in it that is another part."""
    part = view.outline.part(role)
    if part is None:
        return ()
    others = [s for p in view.outline.parts if p is not part and not p.sections for s in part_spans(view.outline, p)]
    ends = {view.outline.sections[i].span: view.outline.sections[i].heading.end for i in part.sections}
    spans = [Span(ends.get(s, s.start), s.end) for s in part_spans(view.outline, part)]
    return tuple(s for span in spans for s in sentences(view, span) if not any(other.meets(s) for other in others))


def _items(view: View, part: Part, deep: bool) -> Iterator[tuple[Span, Span, Origin]]:
    sections = {view.outline.sections[i].span: view.outline.sections[i] for i in part.sections}
    for span in part_spans(view.outline, part):
        own = sections.get(span)
        yield from _in_section(view, part.role, own, deep) if own else _in_passage(view, span)


def _in_section(view: View, role: str, section: Section, deep: bool) -> Iterator[tuple[Span, Span, Origin]]:
    children = view.outline.children(section.path)
    if not children:
        yield from _listed(section) if _is_list(view, section.body, section.items) else _unlisted(view, section)
        return
    yield from _listed(section) if len(section.items) > 1 else ()
    own = [c for c in children if c.role == role]
    for child in own or children:
        if child in own or deep:
            inner = [*_in_section(view, role, child, deep)]
            if child in own or (len(inner) > 1 and inner[0][2] in ("listed", "headed")):
                yield from inner
                continue
        if not _CAUSES.search(child.title.of(view.document.text)):
            yield child.span, child.heading, "headed"


def _is_list(view: View, span: Span, items: Sequence[ListItem]) -> bool:
    """Say whether the items stand for the whole passage: several, or a first one that nothing follows."""
    if len(items) != 1 or items[0].value != 1:
        return len(items) > 1
    return not view.document.text[items[0].span.end : span.end].strip()


def _listed(section: Section) -> Iterator[tuple[Span, Span, Origin]]:
    outer: Span | None = None
    for item in section.items:
        if outer is None or not outer.covers(item.span):  # an item within an item is part of it
            outer = item.span
            yield item.span, item.lead, "listed"


def _unlisted(view: View, section: Section) -> Iterator[tuple[Span, Span, Origin]]:
    blocks = [b.span for b in view.document.body if section.body.covers(b.span)]
    told = [b for b in blocks if not _LEADS_IN.search(_folded(view, b))]
    if len(told) > 1:
        yield from ((span, next(sentences(view, span), span), "paragraph") for span in told)
    else:
        yield from _in_passage(view, section.body)


def _in_passage(view: View, span: Span) -> Iterator[tuple[Span, Span, Origin]]:
    listed = [i for s in view.outline.sections for i in s.items if span.covers(i.lead)]
    if _is_list(view, span, listed):
        yield from ((Span(i.span.start, min(i.span.end, span.end)), i.lead, "listed") for i in listed)
        return
    for sentence in sentences(view, span):
        if not _LEADS_IN.search(_folded(view, sentence)):
            yield sentence, sentence, "sentence"


def _folded(view: View, span: Span) -> str:
    low, high = view.document.folded.range(span)
    return view.document.folded.text[low:high]
