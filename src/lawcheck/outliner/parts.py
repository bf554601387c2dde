"""Where each required part is found: under a heading, in a lead, in a sentence of the body, in a closing passage."""

from __future__ import annotations

from lawcheck.model.outline import Found, Part, Section
from lawcheck.outliner.page import Page
from lawcheck.rule.vocabulary import Phrases, Role
from lawcheck.text.han import count_han
from lawcheck.text.span import Span

MEASURES = "measures"
MIN_THEMATIC = 60  # Han characters below headings of their own topics that make them measures
_LAST_SHARE = 0.4  # a passage that closes the report or owns up to shortcomings stands after this share of the body
_MAX_LEAD = 45
_MAX_SENTENCE = 30
_MOST = 50  # sentences looked at; a report states a part once or twice
_CLAUSE_BREAK = frozenset("。；！？\n")


def find_parts(page: Page, sections: tuple[Section, ...], start: int, end: int) -> tuple[Part, ...]:
    """Return the parts found, in the vocabulary's order; `[start, end)` is the folded range of the body."""
    named = [page.roles_in(*page.folded.range(s.title)) for s in sections]
    parts: list[Part] = []
    for role in page.vocabulary.roles:
        part = _headed(role, sections, named)
        if part is None and role.id == MEASURES:
            part = _thematic(page, sections, start, end)
        elif part is None:
            part = _lead(page, role, sections) or _stated(page, role, sections, start, end)
        if part is not None:
            parts.append(part)
    return tuple(parts)


def _headed(role: Role, sections: tuple[Section, ...], named: list[list[str]]) -> Part | None:
    """Return the part that headings name; `named` are the roles that the words of each section's heading name."""
    found: list[int] = []
    narrow: list[int] = []
    for i, section in enumerate(sections):
        # Sections come in document order, so only the last one found can hold this one.
        inside = bool(found) and sections[found[-1]].span.covers(section.span)
        if inside and named[i] == [role.id]:
            narrow.append(i)
        # Measures are named on the first level only: below it, 工作情况 heads one topic.
        if role.id in named[i] and not inside and (section.level == 1 or role.id != MEASURES):
            found.append(i)
    if not found:
        return None
    # A heading that names two parts (存在问题及下一步打算) gives way to a subheading that names this one alone.
    own = [i for i in found if named[i] == [role.id]] or narrow or found
    chosen = tuple(sections[i] for i in own)
    return Part(role.id, "headed", tuple(s.span for s in chosen), chosen[0].heading, tuple(own))


def _thematic(page: Page, sections: tuple[Section, ...], start: int, end: int) -> Part | None:
    found = [i for i, s in enumerate(sections) if s.level == 1 and s.role is None]
    if sum(_han_in(page, sections[i].body, sections[i].span) for i in found) < MIN_THEMATIC:
        found = []
    if found:
        chosen = [sections[i] for i in found]
        return Part(MEASURES, "thematic", tuple(s.span for s in chosen), chosen[0].heading, tuple(found))
    if any(s.level == 1 for s in sections) or count_han(page.text, start, end) < MIN_THEMATIC:
        return None
    return _part(page, MEASURES, "stated", (start, min(end, _sentence_end(page, start, end))), end)


def _lead(page: Page, role: Role, sections: tuple[Section, ...]) -> Part | None:
    matcher = page.matcher(role.leads)
    for start, end in page.blocks:
        # A first sentence of one clause before more text is a lead; a longer one tells something by itself.
        stop = page.text.find("。", start, min(end, start + _MAX_SENTENCE))
        if 0 <= stop < end - 1 and "，" not in page.text[start:stop] and matcher.search(page.text[start:stop]):
            lead = page.span(start, stop)
            if not _is_barred(role, sections, lead):
                return Part(role.id, "lead", (page.span(start, end),), lead)
    for section in sections:
        for item in section.items:
            low, high = page.folded.range(item.lead)
            words = page.text[low + len(item.marker) : high]
            if len(words) <= _MAX_LEAD and matcher.search(words) and not _is_barred(role, sections, item.span):
                return Part(role.id, "lead", (item.span,), item.lead)
    return None


def _stated(page: Page, role: Role, sections: tuple[Section, ...], start: int, end: int) -> Part | None:
    late = start + int((end - start) * _LAST_SHARE)
    families: tuple[tuple[Found, Phrases, int], ...] = (
        ("stated", role.states, late if role.is_late else start),
        ("closing", role.closings, late),
    )
    for found, phrases, since in families:
        for low, high in page.matcher(phrases).finditer(page.text, since, end)[:_MOST]:
            if not _is_barred(role, sections, page.span(low, high)):
                return _part(page, role.id, found, (low, high), end)
    return None


def _is_barred(role: Role, sections: tuple[Section, ...], span: Span) -> bool:
    """Say whether the place lies in a section whose own subject keeps it from showing this part."""
    return any(s.role in role.not_within and s.span.covers(span) for s in sections)


def _part(page: Page, role: str, found: Found, sentence: tuple[int, int], end: int) -> Part:
    """Return a part that a sentence shows: it reaches from the sentence's beginning to the end of its block."""
    low, high = sentence
    begin = low
    while begin > 0 and page.text[begin - 1] not in _CLAUSE_BREAK:
        begin -= 1
    stop = min(end, page.blocks[page.block_of(low)][1])
    return Part(role, found, (page.span(begin, max(stop, high)),), page.span(low, high))


def _sentence_end(page: Page, start: int, end: int) -> int:
    return next((i for i in range(start, end) if page.text[i] in _CLAUSE_BREAK), end)


def _han_in(page: Page, body: Span, span: Span) -> int:
    low = page.folded.range(body)[0] if body.start < body.end else page.folded.range(span)[0]
    return count_han(page.text, low, page.folded.range(span)[1])
