"""Which numbered or short lines are headings, and where a heading ends that runs into its text."""

from __future__ import annotations

from dataclasses import dataclass

from lawcheck.outliner.glued import glued_end, is_plain, named_end
from lawcheck.outliner.numbering import Mark, Placed
from lawcheck.outliner.page import Page
from lawcheck.text.pattern import pattern

MAX_LEAD = 45  # characters of the first sentence that may still be a heading running into its text
MAX_LINE = 60  # characters of a line of its own that may still be a heading

_SENTENCE_END = pattern("[。！？；]")
ITEM_START = pattern("[一二三四五六七八九十]是|一方面|首先，|第一，|其一，|一要")
_SENTENCE_END = pattern("[。！？；]")
_SMALL = ("arabic", "paren_arabic", "circled")
_BARE = frozenset("：:，,、。．. ；;")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in folded offsets: `[start, end)` number and words, `[title, end)` the words alone."""

    level: int
    mark: Mark | None
    block: int
    start: int
    title: int
    end: int
    is_run_in: bool


def numbered_headings(page: Page, placed: list[Placed]) -> tuple[list[Heading], list[Placed]]:
    """Return the headings among the placed marks, and the marks that number list items or whole paragraphs."""
    placed = _with_words(page, placed)
    ends = [_end(page, here, placed[i + 1] if i + 1 < len(placed) else None) for i, here in enumerate(placed)]
    lone = [
        end is not None and _is_lone(page, here, end, placed[i + 1] if i + 1 < len(placed) else None)
        for i, (here, end) in enumerate(zip(placed, ends, strict=True))
    ]
    runs = _runs(placed)
    # Siblings are of one kind: a lone sentence among headings that have text below them is a heading too, and a list
    # of whole paragraphs stays a list though some of them begin with a short sentence.
    headed = {run for run, end, is_lone in zip(runs, ends, lone, strict=True) if end is not None and not is_lone}
    listed = {
        run for run, end, here in zip(runs, ends, placed, strict=True) if end is None and here.mark.style in _SMALL
    }
    headings: list[Heading] = []
    items: list[Placed] = []
    for here, end, is_lone, run in zip(placed, ends, lone, runs, strict=True):
        if end is None or (is_lone and run not in headed) or run in listed:
            items.append(here)
        else:
            headings.append(_heading(page, here, end))
    return headings, items


def _runs(placed: list[Placed]) -> list[int]:
    """Return for each mark the index of the first mark of its run of siblings."""
    runs: list[int] = []
    open_runs: dict[int, int] = {}
    for i, here in enumerate(placed):
        open_runs = {level: first for level, first in open_runs.items() if level <= here.level}
        first = open_runs.get(here.level, i)
        if placed[first].mark.style != here.mark.style or here.mark.value == 1:
            first = i
        open_runs[here.level] = first
        runs.append(first)
    return runs


def _end(page: Page, here: Placed, after: Placed | None) -> int | None:
    # Inside a sentence （1） and ① count things; headings that are numbered so stand at the start of a paragraph.
    if not here.mark.at_start and here.mark.style in ("paren_arabic", "circled"):
        return None
    return _heading_end(page, here, _limit(page, here, after), page.blocks[here.mark.block][1])


def _is_lone(page: Page, here: Placed, end: int, after: Placed | None) -> bool:
    """Say whether the mark numbers one whole sentence that fills its place, with no text below it."""
    return _is_lone_sentence(page, here, end, _limit(page, here, after)) and not _has_body(page, here, after)


def _with_words(page: Page, placed: list[Placed]) -> list[Placed]:
    """Return the marks that words follow: a bare number heads nothing and lists nothing."""
    kept: list[Placed] = []
    for here in reversed(placed):
        limit = _limit(page, here, kept[-1] if kept else None)
        sentence = _SENTENCE_END.search(page.text, here.mark.end, limit)
        stop = sentence.start() if sentence else limit
        if any(c.isalnum() for c in page.text[here.mark.end : stop]):
            kept.append(here)
    return kept[::-1]


def _limit(page: Page, here: Placed, after: Placed | None) -> int:
    """Return where the words after a mark end at the latest: at the next mark or the end of the block."""
    same = after is not None and after.mark.block == here.mark.block
    return after.mark.start if after is not None and same else page.blocks[here.mark.block][1]


def _heading(page: Page, here: Placed, end: int) -> Heading:
    block_end = page.blocks[here.mark.block][1]
    is_run_in = any(c not in _BARE for c in page.text[end:block_end])
    while end > here.mark.end and page.text[end - 1] in _BARE:
        end -= 1
    return Heading(here.level, here.mark, here.mark.block, here.mark.start, here.mark.end, end, is_run_in)


def _heading_end(page: Page, here: Placed, limit: int, block_end: int) -> int | None:
    """Return the folded offset where the words of a numbered heading end, or None when there is no heading."""
    text, start = page.text, here.mark.end
    item = ITEM_START.search(text, start + 2, limit)
    if item:
        limit = item.start()
    sentence = _SENTENCE_END.search(text, start, limit)
    end = sentence.start() if sentence else limit
    # A line of its own needs no mark at the end.
    if not sentence and limit == block_end and page.is_short(here.mark.block) and end - start <= MAX_LINE:
        return _cut_colon(text, start, end)
    named = named_end(page, start, end)
    if named is not None:
        return named
    if end - start <= (MAX_LEAD if sentence else MAX_LINE) and is_plain(page, start, end):
        return _cut_colon(text, start, end)
    if here.mark.style not in ("chapter", "han", "paren_han"):
        return None
    return glued_end(page, start, end)


def _cut_colon(text: str, start: int, end: int) -> int:
    colon = text.find("：", start + 2, end)
    return colon if colon >= 0 else end


def _is_lone_sentence(page: Page, here: Placed, end: int, limit: int) -> bool:
    """Say whether the mark numbers one whole sentence that fills its place, as list items do."""
    rest = page.text[end:limit]
    closed = rest[:1] in ("。", "；", "！", "？")
    return closed and not rest.strip("。；！？\n") and here.mark.style != "han"


def _has_body(page: Page, here: Placed, after: Placed | None) -> bool:
    """Say whether unnumbered or deeper text follows the mark's own block."""
    following = here.mark.block + 1
    if following >= len(page.blocks) or (after and after.mark.block == here.mark.block):
        return bool(after and after.mark.block == here.mark.block and after.level > here.level)
    return not (after and after.mark.block == following and after.mark.at_start and after.level <= here.level)
