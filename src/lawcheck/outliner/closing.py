"""The end of a report: signature, date, and what is printed after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from lawcheck.model.document import Document
from lawcheck.model.outline import Field
from lawcheck.outliner.pieces import MAX_LINE, Piece, field, tail_pieces
from lawcheck.outliner.signed import LineReader, Said
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_MAX_BLOCKS = 30  # blocks at the end that may be printed after the text of a report
_MAX_ATTACHMENT = 6  # folded characters of a line that is nothing but 附件 and a number
_LIST_HEAD = pattern(r"附(?:件|表)?(?:目录)?：(?:1[.、].{1,80})?$")
_LISTED = pattern(r"\d{1,2}[.、][^。；，：]{2,80}$")
_ATTACHMENT = pattern(r"附(?:件|表)(?:\d{1,2}|[一二三四五六七八九十])?：?$")


@dataclass(frozen=True, slots=True)
class Closing:
    """Signature and date as printed; `start` is the original offset where the body of the report ends.

    The value of `dated` is an ISO date; of a month alone, and of a date that no calendar has, the words printed.
    """

    signature: Field | None
    dated: Field | None
    start: int


def find_closing(document: Document, start: int, vocabulary: Vocabulary, issuer: str | None = None) -> Closing:
    """Return the closing of a report whose text begins at the original offset `start`.

    Read backwards from the end while every line is a signature, a date or a note beside them; where that finds none,
    backwards from where something attached begins. `issuer` is the organ that the title names, folded: its short form
    alone on a line is a signature too.
    """
    blocks = _blocks(document, start)
    reader = LineReader(document, vocabulary, issuer, frozenset(_listed(document, blocks)))
    said = _backwards(document, reader, blocks)
    for at in () if _signs(said) else _attachments(document, blocks):
        before = _backwards(document, reader, blocks[:at])
        if _signs(before):
            said = before
            break
    if not said:
        return Closing(None, None, document.folded.span(*blocks[-1]).end if blocks else start)
    first = document.folded.span(said[0].start, said[0].start + 1)
    return Closing(_signature(document, said), _dated(document, said), first.start)


def _blocks(document: Document, start: int) -> list[tuple[int, int]]:
    """Return the folded ranges of the body from `start` on."""
    first, _ = document.folded.range(Span(start, start))
    ranges = (document.folded.range(block.span) for block in document.body)
    return [(max(a, first), b) for a, b in ranges if max(a, first) < b]


def _listed(document: Document, blocks: list[tuple[int, int]]) -> Iterator[int]:
    """Yield where the lines begin that number attachments below 附件：."""
    text, is_open = document.folded.text, False
    for start, end in blocks:
        is_item = is_open and end - start <= MAX_LINE and _LISTED.match(text, start, end) is not None
        if is_item:
            yield start
        is_open = is_item or _LIST_HEAD.match(text, start, end) is not None


def _signs(said: list[Said]) -> bool:
    return any(line.organ or line.dated for line in said)


def _attachments(document: Document, blocks: list[tuple[int, int]]) -> Iterator[int]:
    """Yield where something attached may begin, as indices: a table at the end, then each 附件, the last one first."""
    cells = {document.folded.range(block.span)[1] for block in document.body if block.kind == "cell"}
    at = len(blocks)
    while at and blocks[at - 1][1] in cells:
        at -= 1
    if at < len(blocks):
        yield at
    heads = [
        end - start <= _MAX_ATTACHMENT and _ATTACHMENT.match(document.folded.text, start, end) is not None
        for start, end in blocks
    ]
    # Of a list of attachments only its first line can follow a signature.
    yield from (at for at in range(len(blocks) - 1, 0, -1) if heads[at] and not heads[at - 1])


def _backwards(document: Document, reader: LineReader, blocks: list[tuple[int, int]]) -> list[Said]:
    """Return what the closing that ends with the last of `blocks` says, in document order."""
    said: list[Said] = []
    for start, end in reversed(blocks[-_MAX_BLOCKS:]):
        whole = reader.read(Piece(start, end))
        if whole:
            said.insert(0, whole)
            continue
        pieces, follows_text = tail_pieces(document, start, end)
        for piece in reversed(pieces):
            line = reader.read(piece)
            if line is None:
                glued = reader.read_after_text(piece)
                if glued:
                    return [glued, *said]
                # A date after a blank in the middle of a sentence signs nothing.
                is_cut = piece.end < end and not any(s.organ for s in said)
                return [s for s in said if s.start >= end] if is_cut else said
            said.insert(0, line)
        if follows_text or not pieces:
            return said
    return said


def _signature(document: Document, said: list[Said]) -> Field | None:
    """Return the signing organ; of several that sign one after the other the names together."""
    first = next((i for i, line in enumerate(said) if line.organ), None)
    if first is None:
        return None
    run = [line.organ for line in takewhile(lambda line: line.organ, said[first:]) if line.organ]
    return field(document, run[0][0], run[-1][1], "signature")


def _dated(document: Document, said: list[Said]) -> Field | None:
    found = next((line.dated for line in reversed(said) if line.dated), None)
    if found is None:
        return None
    printed = field(document, found.start, found.end, "signature")
    return printed if found.iso is None else replace(printed, value=found.iso)
