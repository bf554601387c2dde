"""The lines at the two ends of a report, whether it has line breaks or was flattened into one paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from lawcheck.model.document import Block, Document
from lawcheck.model.outline import Field
from lawcheck.outliner.numbering import has_blank_before
from lawcheck.text.fold import fold_text
from lawcheck.text.pattern import pattern

MAX_LINE = 80  # folded characters of a line that may still be part of a title or a signature
_HEAD_PIECES = 24
_TAIL = 400  # folded characters at the end of a paragraph that may hold a closing
_FLAT_HEAD = 400  # folded characters at the start of a paragraph that may hold a title and an addressee
_SENTENCE_END = pattern("[。；！？]")
_FULL_STOP = pattern("[。！？]")  # a note beside a signature may hold a semicolon
_CLOSES = "”’）】》"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or what stands between two blanks of a flattened paragraph, as the folded range `[start, end)`.

    `level` is the heading level that the format declares, `is_text` says that the piece is (or begins) running text.
    """

    start: int
    end: int
    level: int | None = None
    is_text: bool = False


def field(document: Document, start: int, end: int, origin: str) -> Field:
    """Return the folded range as a Field; the value keeps the original characters, without white space."""
    return Field(squeezed(document, start, end), document.folded.span(start, end), origin)


def squeezed(document: Document, start: int, end: int) -> str:
    """Return the original characters of a folded range without white space and invisible characters."""
    text, folded = document.text, document.folded
    # Between blocks that touch, the folded line end has the place of the character before it.
    places = (folded.starts[k] for k in range(start, end) if folded.text[k] != "\n")
    return "".join(text[i] for i in places if not text[i].isspace())


def within(document: Document, whole: Field, start: int, end: int) -> Field:
    """Return the range `[start, end)` of a Field's folded value as a Field of its own, with its place in the text."""
    if whole.span is None:
        return Field(fold_text(whole.value)[start:end], None, whole.origin)
    low, high = document.folded.range(whole.span)
    kept = [i for i in range(low, high) if document.folded.text[i] not in " \n"]
    return field(document, kept[start], kept[end - 1] + 1, whole.origin)


def head_pieces(document: Document, first: Block | None = None) -> list[Piece]:
    """Return the pieces that the body (from `first` on) begins with, up to and with the first running text."""
    pieces: list[Piece] = []
    text = document.folded.text
    for block in document.body[document.body.index(first) if first else 0 :]:
        start, end = document.folded.range(block.span)
        if start >= end or not any(c.isalnum() for c in text[start : min(end, start + MAX_LINE)]):
            continue  # nothing, or a drawn line
        sentence = _SENTENCE_END.search(text, start, end)
        if sentence is None and end - start <= MAX_LINE:
            pieces.append(Piece(start, end, block.level))
        else:
            stop = min(end, start + _FLAT_HEAD, sentence.start() if sentence else end)
            cuts = [p for p in range(start + 1, stop) if has_blank_before(document.folded, document.text, p)]
            edges = [start, *cuts]
            pieces += [Piece(a, b) for a, b in pairwise(edges)]
            pieces.append(Piece(edges[-1], end, is_text=True))
            break
        if len(pieces) >= _HEAD_PIECES:
            break
    return pieces


def tail_pieces(document: Document, start: int, end: int) -> tuple[list[Piece], bool]:
    """Return what may belong to a closing in the folded block `[start, end)`, in order, and whether text precedes it.

    A line is one piece. Of a paragraph it is what follows the last sentence, cut at blanks.
    """
    text = document.folded.text
    low = max(start, end - _TAIL)
    ends = [m.end() for m in _FULL_STOP.finditer(text, low, end)]
    if not ends and end - start <= MAX_LINE:
        return [Piece(start, end)], False
    at = ends[-1] if ends else low
    while at < end and text[at] in _CLOSES:
        at += 1
    cuts = [p for p in range(at + 1, end) if has_blank_before(document.folded, document.text, p)]
    edges = [at, *cuts, end]
    return [Piece(a, b) for a, b in pairwise(edges) if a < b], at > start
