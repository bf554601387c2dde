"""Chains of page fields and tool words at the start or the end of a stretch of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawcheck.readers.lines import trim
from lawcheck.readers.page import words
from lawcheck.readers.page.piece import BARE_DATE, SENTENCE_MARKS, Piece, next_start, take
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_LONGEST_GAP = 120
_MOST_GAPS = 2
_MOST_PIECES = 100
_TAIL_WINDOW = 1000
_SEPARATORS = pattern(r"[\s|｜\[\]【】（）()>＞»·、-]*+\Z")
# A chain at the end begins after a blank or bracket, or straight after a sentence, a date or a title.
_TAIL_START = pattern(r"(?<=[\s|｜。！？）)》”日])[^\s。，、；：]")


class Chain(NamedTuple):
    """The pieces of a chain, in order, and the range that they cover."""

    pieces: tuple[Piece, ...]
    span: Span


def chain_at_start(text: str, span: Span) -> Chain | None:
    """Return the chain at the start of `span`, or None.

    A title that stands between two fields, or before the first, is a piece of kind `paragraph`: it belongs to the
    document.
    """
    pieces: list[Piece] = []
    at, gaps = span.start, 0
    while at < span.end and len(pieces) < _MOST_PIECES:
        piece = take(text, at, span.end, at_tail=False)
        if piece is None and gaps < _MOST_GAPS:
            piece = _gap(text, Span(at, span.end), is_first=not pieces)
            gaps += 1
        if piece is None:
            break
        pieces.append(piece)
        at = piece.span.end
    if not pieces:
        return None
    if _SEPARATORS.match(text, at, span.end):
        pieces[-1] = _stretched(pieces[-1], span.end)
    return Chain(tuple(pieces), Span(span.start, pieces[-1].span.end))


def chain_at_end(text: str, span: Span) -> Chain | None:
    """Return the longest chain that runs to the end of `span` without a gap, or None."""
    broken = span.start
    for start in _tail_starts(text, span):
        if start < broken:
            continue  # a part of a chain that broke off breaks off at the same place
        pieces: list[Piece] = []
        at = start
        while at < span.end and (piece := take(text, at, span.end, at_tail=True)):
            pieces.append(piece)
            at = piece.span.end
        # A date alone may be the date of the document.
        is_chain = bool(pieces) and pieces[0].label is not BARE_DATE
        if is_chain and _SEPARATORS.match(text, at, span.end):
            pieces[-1] = _stretched(pieces[-1], span.end)
            return Chain(tuple(pieces), Span(start, span.end))
        broken = at
    return None


def is_only_marks(text: str, span: Span) -> bool:
    """Say whether `span` holds nothing but brackets and bars."""
    return _SEPARATORS.match(text, span.start, span.end) is not None


def _gap(text: str, span: Span, *, is_first: bool) -> Piece | None:
    """Return the title that stands before the next field, as a piece."""
    stop = next_start(text, span.start, span.end)
    if stop is None or stop - span.start > _LONGEST_GAP:
        return None
    gap = _without_opening(text, trim(text, Span(span.start, stop)))
    if gap.of(text).endswith(" 无"):  # an empty field between the title and the next one
        gap = trim(text, Span(gap.start, gap.end - 1))
    words_of_gap = gap.of(text)
    if any(mark in words_of_gap for mark in SENTENCE_MARKS):
        return None
    following = take(text, stop, span.end, at_tail=False)
    if following is None:
        return None
    has_field = following.label is not None and (bool(following.value) or not is_first)
    if not has_field and not words.TITLE_LIKE.search(words_of_gap):
        return None
    return Piece(gap, "paragraph")


def _without_opening(text: str, span: Span) -> Span:
    """Return `span` without brackets and bars at its end, which belong to what follows."""
    return Span(span.start, span.start + len(span.of(text).rstrip("[【（(|｜ \u3000\t")))


def _tail_starts(text: str, span: Span) -> Iterator[int]:
    first = max(span.start, span.end - _TAIL_WINDOW)
    if first == span.start:
        yield first
    for match in _TAIL_START.finditer(text, max(first, span.start + 1), span.end):
        yield match.start()


def _stretched(piece: Piece, end: int) -> Piece:
    return piece._replace(span=Span(piece.span.start, end))
