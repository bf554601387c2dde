"""The numbers of headings: finding what may be one, and deciding which are and how deep they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.model.outline import NUMBER_STYLES, NumberStyle
from lawcheck.text.fold import Folded
from lawcheck.text.numeral import to_int
from lawcheck.text.pattern import Match, pattern

_HAN = "[一二三四五六七八九十]{1,3}+"
# Residue of a conversion that may stand before a number: `[bookmark: _GoBack]2、`.
_RESIDUE = pattern(r"(?:\[[A-Za-z][^\]\n]{0,60}\])+")
# `第三部分：`, `三、`, `（三）`, `3.` but not `3.5`, `（3）`, `③`.
_NUMBER = pattern(
    rf"第(?P<chapter>{_HAN})(?:部分|章|篇)[、：，]?"
    rf"|(?P<han>{_HAN})[、.]"
    rf"|（(?P<paren_han>{_HAN})）[、.]?"
    r"|(?<![\d.])(?P<arabic>\d{1,2})(?:[、)]|）|\.(?!\d)|\.(?=20\d\d年))"
    r"|（(?P<paren_arabic>\d{1,2})）[、.]?"
    r"|(?P<circled>[①-⑳])"
)
_AT_START_ONLY = pattern(rf"(?P<han>{_HAN})[，：](?=[^\d])")
# What is set apart by marks of its own is never a heading's number: 《……（一）》, “一、二、三”.
_SET_APART = pattern(r"《[^《》\n]{0,80}》|“[^“”\n]{0,80}”|〔[^〔〕\n]{0,20}〕")
_AHEAD = 100  # marks looked at to see how a sequence goes on
_ENDS_SENTENCE = frozenset("。；！？：”）】》…")
_NOT_BEFORE = frozenset("第初届零一二三四五六七八九十两百几数年月日")
_NOT_AFTER = frozenset("项款条目级期类审次号线")
# 三、四季度, 一、二审, 第一部分、第三部分: numerals in a row count things and head nothing.
_IN_A_ROW = pattern(
    "[一二三四五六七八九十](?:季度|产业|审|级|类|期|批|号|中全会|线|等|届|次|月|层|阶段|年级|标段|轮|档|楼)|第[一二三四五六七八九十]{1,3}(?:部分|章|篇|条|季度|产业|款|项|批|期|届)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What may be the number of a heading, in folded offsets: `[start, end)` is number and mark.

    `at_start` says that it opens a block, `is_strong` that what stands before it ends a sentence. `start` of a number
    behind conversion residue is the number's own.
    """

    style: NumberStyle
    value: int
    start: int
    end: int
    block: int
    at_start: bool
    is_strong: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark that was accepted, with its level (one-based)."""

    mark: Mark
    level: int


def find_marks(folded: Folded, text: str, blocks: list[tuple[int, int]]) -> list[Mark]:
    """Return everything in the folded ranges `blocks` that may number a heading, in order."""
    return [mark for index, (start, end) in enumerate(blocks) for mark in _marks_in(folded, text, index, start, end)]


def _marks_in(folded: Folded, text: str, index: int, start: int, end: int) -> Iterator[Mark]:
    residue = _RESIDUE.match(folded.text, start, end)
    first = residue.end() if residue else start
    apart = [m.span() for m in _SET_APART.finditer(folded.text, start, end)][::-1]
    opening = _AT_START_ONLY.match(folded.text, first, end)
    if opening:
        yield _mark(opening, index, at_start=True, is_strong=True)
    for m in _NUMBER.finditer(folded.text, first, end):
        at = m.start()
        while apart and apart[-1][1] <= at:
            apart.pop()
        in_a_row = (m["han"] or m["chapter"]) and _IN_A_ROW.match(folded.text, m.end(), end)
        if (apart and apart[-1][0] <= at) or in_a_row:
            continue
        if at == first:
            yield _mark(m, index, at_start=True, is_strong=True)
            continue
        before = folded.text[at - 1]
        strong = before in _ENDS_SENTENCE or has_blank_before(folded, text, at)
        mark = _mark(m, index, at_start=False, is_strong=strong)
        after = folded.text[m.end() : m.end() + 1]
        counts = before in _NOT_BEFORE or after in _NOT_AFTER or mark.style in ("paren_arabic", "circled")
        if strong or (after and not counts):
            yield mark


def _mark(m: Match, block: int, *, at_start: bool, is_strong: bool) -> Mark:
    style = next(name for name, value in m.groupdict().items() if value is not None)
    written = m.group(style)
    value = ord(written) - ord("①") + 1 if style == "circled" else to_int(written) or 0
    return Mark(style, value, m.start(), m.end(), block, at_start, is_strong)  # type: ignore[arg-type]


def has_blank_before(folded: Folded, text: str, at: int) -> bool:
    """Say whether white space was folded away just before the folded offset `at`."""
    if at == 0:
        return True
    between = text[folded.starts[at - 1] + 1 : folded.starts[at]]
    return any(c.isspace() for c in between)


def place_marks(marks: list[Mark]) -> list[Placed]:
    """Return the marks that number headings, each with its level, in order.

    Levels follow nesting, not style: `1、` straight below `一、` is level 2. A number in the wrong style that fits
    the sequence of an open level (`3、` between 二、 and 四、) is placed on that level.
    """
    placed: list[Placed] = []
    stack: list[tuple[NumberStyle, int]] = []  # style and last value of each open level
    turned: set[tuple[NumberStyle, NumberStyle]] = set()  # styles of which the lower one stood above: （一）, 一、
    for i, mark in enumerate(marks):
        later = marks[i + 1 : i + 1 + _AHEAD]
        level = _level(mark, later, stack)
        if level is None:
            continue
        if _is_turned_over(mark, later, stack, turned):
            turned.add((stack[-1][0], mark.style))
            level = len(stack) + 1
        # A number in the wrong style leaves its level's own style as it is.
        style = stack[level - 1][0] if level <= len(stack) else mark.style
        del stack[level - 1 :]
        stack.append((style, mark.value))
        placed.append(Placed(mark, level))
    return placed


def _level(mark: Mark, later: list[Mark], stack: list[tuple[NumberStyle, int]]) -> int | None:
    if mark.style == "arabic" and not mark.is_strong and mark.value != 1:
        return None
    styles = [style for style, _ in stack]
    own = styles.index(mark.style) if mark.style in styles else None
    if own is not None and mark.value == stack[own][1] + 1:
        return own + 1
    sibling = _sibling_level(mark, later, stack, is_open=own is not None)
    if sibling is not None:
        return sibling
    if own is not None:
        # A repeated or skipped number is a slip of the drafter when it opens a block or follows a sentence.
        return own + 1 if mark.is_strong and 0 < mark.value <= stack[own][1] + 3 else None
    if not mark.is_strong and not (mark.value == 1 and _goes_on(mark, later)):
        return None
    rank = NUMBER_STYLES.index(mark.style)
    above = [depth for depth, style in enumerate(styles, 1) if NUMBER_STYLES.index(style) < rank]
    return (above[-1] if above else 0) + 1


def _is_turned_over(
    mark: Mark, later: list[Mark], stack: list[tuple[NumberStyle, int]], turned: set[tuple[NumberStyle, NumberStyle]]
) -> bool:
    """Say whether 一、 counts below （一）: the next number in that style is （二）, or one 一、 did so before."""
    if not stack or not mark.is_strong or mark.value != 1 or any(style == mark.style for style, _ in stack):
        return False
    style, last = stack[-1]
    if NUMBER_STYLES.index(style) < NUMBER_STYLES.index(mark.style):
        return False
    following = next((m for m in later if m.style == style and m.is_strong), None)
    return (style, mark.style) in turned or (following is not None and following.value == last + 1)


def _goes_on(mark: Mark, later: list[Mark]) -> bool:
    """Say whether a first number that no mark sets off (统一、协调) is followed by its second."""
    if mark.style == "paren_han":
        return True
    following = next((m for m in later if m.style == mark.style and m.is_strong), None)
    return following is not None and following.value == 2


def _sibling_level(mark: Mark, later: list[Mark], stack: list[tuple[NumberStyle, int]], *, is_open: bool) -> int | None:
    """Return the open level whose sequence the mark continues in a style that is not the level's own.

    `is_open` says that the mark's own style has an open level too; then the sequence must go on behind the mark.
    """
    if not mark.at_start or mark.value == 1:
        return None
    for depth in range(len(stack), 0, -1):
        style, last = stack[depth - 1]
        if style == mark.style or mark.value != last + 1:
            continue
        following = next((m for m in later if m.style in (style, mark.style) and m.is_strong), None)
        goes_on = following is not None and following.style == style and following.value == mark.value + 1
        if goes_on or (following is None and not is_open):
            return depth
    return None
