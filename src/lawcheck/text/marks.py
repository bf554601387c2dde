"""Pairs of marks: quotation marks, title marks, brackets."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lawcheck.text.pattern import alternation, pattern
from lawcheck.wording import Text

MARK_NAMES = {
    "《": Text("左书名号《", "the opening title mark 《"),
    "》": Text("右书名号》", "the closing title mark 》"),
    "“": Text("左引号“", "the opening quotation mark “"),
    "”": Text("右引号”", "the closing quotation mark ”"),
    "（": Text("左括号（", "the opening bracket （"),
    "）": Text("右括号）", "the closing bracket ）"),
    "〔": Text("左六角括号〔", "the opening bracket 〔"),
    "〕": Text("右六角括号〕", "the closing bracket 〕"),
}
_ALSO = {"（": "(", "）": ")"}  # folding leaves these as they are between Latin letters or digits
_NEAR = 30  # characters between two marks that were meant as one pair
_ENUMERATOR = pattern(r"(?:^|[\s。；，、：？！）”])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})[）)]")
_ENDS_SENTENCE = frozenset("。！？\n")


class Lone(NamedTuple):
    """A mark without its partner, or (`direction`) two that face the wrong way: the range `[start, end)`."""

    start: int
    end: int
    case: Literal["lone", "direction"]


def lone_marks(text: str, pair: str) -> list[Lone]:
    """Return the marks of `pair` (opening and closing mark) that have no partner, in order.

    `text` has one paragraph a line. A pair may nest in itself, and may close in the paragraph after the one it was
    opened in; each paragraph of a longer quotation may begin with an opening mark of its own. The bracket of `1）` or
    `a）` numbers something and needs no partner.
    """
    opening = {pair[0], _ALSO.get(pair[0], pair[0])}
    closing = {pair[1], _ALSO.get(pair[1], pair[1])}
    marks = pattern(alternation((*opening, *closing)) + r"|\n")
    line_start, line_above = 0, 0
    open_marks: list[int] = []
    lone: list[int] = []
    for m in marks.finditer(text):
        at = m.start()
        if m.group() == "\n":
            line_start, line_above = at + 1, line_start
            lone += [p for p in open_marks if p < line_above]
            open_marks = [p for p in open_marks if p >= line_above]
        elif m.group() in opening:
            open_marks.append(at)
        elif open_marks:
            open_marks.pop()
        elif not _is_enumerator(text, line_start, at):
            lone.append(at)
    lone = sorted(p for p in (*lone, *open_marks) if not _continues(text, p, opening))
    return _joined(text, lone)


def _is_enumerator(text: str, line_start: int, at: int) -> bool:
    start = max(line_start - 1, at - 3, 0)
    return any(m.end() == at + 1 for m in _ENUMERATOR.finditer(text, start, at + 1))


def _continues(text: str, at: int, opening: set[str]) -> bool:
    """Say whether an opening mark begins one of several paragraphs of a quotation."""
    if text[at] not in opening or (at > 0 and text[at - 1] != "\n"):
        return False
    following = text.find("\n", at)
    return following >= 0 and text[following + 1 : following + 2] in opening


def _joined(text: str, lone: list[int]) -> list[Lone]:
    found: list[Lone] = []
    at = 0
    while at < len(lone):
        start = lone[at]
        following = lone[at + 1] if at + 1 < len(lone) else None
        if following is not None and following - start <= _NEAR and not _ENDS_SENTENCE & set(text[start:following]):
            found.append(Lone(start, following + 1, "direction"))
            at += 2
        else:
            found.append(Lone(start, start + 1, "lone"))
            at += 1
    return found
