"""The trail of navigation on a page: 当前位置：首页 > 政务公开 > …, on one line or as a list of links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lawcheck.readers.html.page import Line, Node
from lawcheck.readers.page import words
from lawcheck.text.pattern import pattern

_NAME = pattern(r"crumb|position|location|dqwz|weizhi|mbx|current")
_CRUMBS = pattern(r"[>＞»›→/]|首页")
_OPEN_END = pattern(r"[:：>＞»›→/]\s*\Z")
_MARKS = ">＞»›→/| "
_LONGEST, _MOST_LINES = 200, 12
_OUTER = 3  # blocks around a line that may bear the name of a trail


class Trail(NamedTuple):
    """The trail as one line, where the page goes on behind it, and the column that it names if it has no words."""

    line: Line
    end: int
    column: str


def find_trail(lines: Sequence[Line], first: int, last: int) -> Trail | None:
    """Return the last trail among the lines `[first, last)`, None where there is none."""
    for at in range(last - 1, first - 1, -1):
        line = lines[at]
        if len(line.text) > _LONGEST:
            continue
        if words.HERE.search(line.text):
            return _said(lines, at, last)
        node = _named(line.node)
        if node is not None and first <= node.first and node.last - node.first <= _MOST_LINES:
            text = _joined(lines[node.first : node.last])
            if _CRUMBS.search(text) and len(text) <= _LONGEST:
                return Trail(Line(text, line.node), node.last, text)
    return None


def _said(lines: Sequence[Line], at: int, last: int) -> Trail:
    """Return the trail whose words stand on the line `at`; its links may stand on the lines below."""
    end = at + 1
    if _OPEN_END.search(lines[at].text):
        while end < min(last, at + _MOST_LINES) and (lines[end].is_link or not lines[end].text.strip(_MARKS)):
            end += 1
    lead = lines[at].text
    rest = _joined(lines[at + 1 : end])
    return Trail(Line(f"{lead} {rest}" if rest else lead, lines[at].node), end, "")


def _joined(lines: Sequence[Line]) -> str:
    """Return the lines as one, without the numbers of a list, which such a list does not show."""
    text = " ".join(line.text.removeprefix(line.number) for line in lines)
    has_marks = any(mark in text for mark in _MARKS.strip())
    return (" " if has_marks else " > ").join(text.split())


def _named(node: Node) -> Node | None:
    around: Node | None = node
    for _ in range(_OUTER):
        if around is None:
            return None
        if any(_NAME.search(name) for name in around.names):
            return around
        around = around.parent
    return None
