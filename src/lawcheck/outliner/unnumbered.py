"""Headings without a number: short lines of their own, and the level on which a lost number belongs."""

from __future__ import annotations

from dataclasses import replace

from lawcheck.outliner.headings import ITEM_START, MAX_LINE, Heading
from lawcheck.outliner.page import Page
from lawcheck.outliner.parts import MEASURES
from lawcheck.text.pattern import pattern

_SHORTEST = 4
_LONGEST = 40  # characters of a heading that only its shape shows
_HAN = pattern(r"[\u3400-\u9fff]{3}")
_ANNOUNCES = pattern("现将|如下|^20[0-9]{2}年，")
_NO_HEADING = frozenset("。；！？，、…")
_BARE = frozenset("：:*_ ")


def with_unnumbered(page: Page, numbered: list[Heading]) -> list[Heading]:
    """Return all headings in order: `numbered` and the short lines among the paragraphs that head what follows."""
    taken = {h.block for h in numbered}
    candidates = [b for b in range(len(page.blocks)) if b not in taken and _may_be_heading(page, b, taken)]
    if _stand_above(page, frozenset(candidates), numbered):
        numbered = [replace(h, level=h.level + 1) for h in numbered]
    walk = _Walk(page, numbered)
    for block in candidates:
        walk.place(block)
    return walk.finish()


class _Walk:
    """A walk through the blocks in order, which knows the headings that stand open at each of them."""

    def __init__(self, page: Page, numbered: list[Heading]) -> None:
        self._page = page
        self._numbered = numbered
        self._next = 0
        self._open: dict[int, Heading] = {}
        self._out: list[Heading] = []
        self._levels = {page.level(h.block): h.level for h in reversed(numbered) if page.level(h.block)}
        self._declared = sorted({level for b in range(len(page.blocks)) if (level := page.level(b))})

    def place(self, block: int) -> None:
        """Take the line `block` in as a heading, unless the headings around it leave no level for it."""
        while self._next < len(self._numbered) and self._numbered[self._next].block < block:
            self._take(self._numbered[self._next])
            self._next += 1
        level = self._level(block)
        if level is not None:
            self._take(_heading(self._page, block, level))

    def finish(self) -> list[Heading]:
        """Return all headings in order."""
        return self._out + self._numbered[self._next :]

    def _take(self, heading: Heading) -> None:
        self._open = {level: h for level, h in self._open.items() if level < heading.level} | {heading.level: heading}
        self._out.append(heading)

    def _level(self, block: int) -> int | None:
        declared = self._page.level(block)
        if declared:
            # That of numbered headings declared alike, else its rank among the levels that the format declares.
            return self._levels.get(declared) or self._declared.index(declared) + 1
        roles = self._page.roles_in(*self._page.blocks[block])
        if not self._numbered:
            return 1
        if roles == [MEASURES] and self._open and self._page.text[self._page.blocks[block][1] - 1] == "：":
            return None  # 主要做法： leads into what follows
        if roles:
            return self._role_level(block, roles)
        if not self._open:
            return None  # a line between title and first number: a second line of the title, a date, a summary
        after = self._numbered[self._next] if self._next < len(self._numbered) else None
        levels = sorted(self._open, reverse=True)
        skipped = next((level for level in levels if _is_skipped(self._open[level], after)), None)
        if skipped is not None:
            return skipped
        for level in levels:
            if not self._open[level].is_run_in and _has_room(self._open[level], after, level):
                return level
        deepest = max(self._open)
        return deepest if self._open[deepest].is_run_in else deepest + 1

    def _role_level(self, block: int, roles: list[str]) -> int:
        """Return the level of a line that names a part: below the heading just above it that names the part too."""
        top = self._open.get(1)
        if top is not None and top.block == block - 1 and set(roles) & set(self._page.roles_in(top.title, top.end)):
            return max(self._open) + 1
        return 1


def _stand_above(page: Page, candidates: frozenset[int], numbered: list[Heading]) -> bool:
    """Say whether unnumbered lines head the report's parts and the numbers only count below them."""
    firsts = [h for h in numbered if h.level == 1 and h.mark is not None and h.mark.value == 1]
    if any(h.mark is not None and h.mark.style in ("chapter", "han") for h in firsts):
        return False
    headed = [h for h in firsts if h.block - 1 in candidates]
    return len(headed) >= 2 or any(page.roles_in(*page.blocks[h.block - 1]) for h in headed)


def _heading(page: Page, block: int, level: int) -> Heading:
    start, end = page.blocks[block]
    while page.text[start] in _BARE and start < end - 1:
        start += 1
    while end > start + 1 and page.text[end - 1] in _BARE:
        end -= 1
    return Heading(level, None, block, start, start, end, False)


def _may_be_heading(page: Page, block: int, headed: set[int]) -> bool:
    start, end = page.blocks[block]
    if end - start > MAX_LINE or page.is_cell(block):
        return False
    text = page.text[start:end]
    if ITEM_START.match(page.text, start, end) or _ANNOUNCES.search(text) or not _HAN.search(text):
        return False
    if page.level(block):
        return True
    if len(text) < _SHORTEST or text[-1] in _NO_HEADING or any(c in "。；" for c in text):
        return False
    if page.roles_in(start, end):
        return page.length(block + 1) > 0
    if len(text) > _LONGEST:
        return False
    # A short line among short lines is a list or a table: a heading has prose before it and prose after it.
    has_body = block + 1 in headed or page.is_prose(block + 1)
    return text[-1] != "：" and has_body and (page.ends_sentence(block - 1) or block - 1 in headed)


def _is_skipped(last: Heading, after: Heading | None) -> bool:
    """Say whether the next number on the level of `last` skips just one."""
    if after is None or after.level != last.level or after.mark is None or last.mark is None:
        return False
    return after.mark.value == last.mark.value + 2


def _has_room(last: Heading, after: Heading | None, level: int) -> bool:
    """Say whether the numbers leave a place for a lost one on `level`: the next number there is not the very next."""
    if after is None or after.level < level:
        return True
    if after.level > level or after.mark is None or last.mark is None:
        return False
    return after.mark.value != last.mark.value + 1
