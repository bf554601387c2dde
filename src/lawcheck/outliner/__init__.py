"""From a Document to its Outline: title, addressee, sections with roles, list items, closing."""

from __future__ import annotations

from lawcheck.model.document import Document
from lawcheck.model.outline import Outline
from lawcheck.outliner.closing import find_closing
from lawcheck.outliner.head import find_head
from lawcheck.outliner.headings import numbered_headings
from lawcheck.outliner.identity import find_issuer, find_year, title_issuer
from lawcheck.outliner.numbering import find_marks, place_marks
from lawcheck.outliner.page import Page
from lawcheck.outliner.parts import find_parts
from lawcheck.outliner.sections import build_sections
from lawcheck.outliner.unnumbered import with_unnumbered
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.span import Span

_PLAN = "plan"  # the one part whose headings name another year than the report's


def outline(document: Document, vocabulary: Vocabulary) -> Outline:
    """Return the outline of a document, of whatever genre it is. Never raises for anything a document may hold."""
    head = find_head(document, vocabulary)
    closing = find_closing(document, head.start, vocabulary, title_issuer(head.title, vocabulary))
    issuer = find_issuer(head.title, closing, document, vocabulary, head.byline)
    stop = max(closing.start, head.start)
    # Which heading is the plan's may hang on the year, and the year on the other headings; the title mostly tells it.
    opening = Span(head.start, stop)
    year = find_year(document, head.title, opening)
    page = Page(document, vocabulary, head.start, stop, issuer.value if issuer else None, year.value if year else None)
    placed = place_marks(find_marks(page.folded, page.source, page.blocks))
    numbered, items = numbered_headings(page, placed)
    headings = with_unnumbered(page, numbered)
    start, end = (page.blocks[0][0], page.blocks[-1][1]) if page.blocks else (0, 0)
    sections = build_sections(page, headings, items, end)
    if sections:
        opening = Span(head.start, sections[0].heading.start)
    if year is None:
        year = find_year(document, None, None, [s.heading for s in sections if s.role != _PLAN])
    last = document.body[-1].span.end if document.body else stop
    return Outline(
        genre=head.genre,
        genre_evidence=head.genre_evidence,
        title=head.title,
        issuer=issuer,
        addressee=head.addressee,
        year=year,
        signature=closing.signature,
        dated=closing.dated or head.dated,
        sections=sections,
        parts=find_parts(page, sections, start, end),
        opening=opening,
        body=Span(head.start, stop),
        closing=Span(stop, max(last, stop)),
    )
