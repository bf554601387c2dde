"""Pairs of marks: quotation marks, title marks, brackets."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lawcheck.text.pattern import alternation, pattern
from lawcheck.wording import Text

LoneCase = Literal["lone", "direction"]
_NAMES = {
    "《": Text("左书名号", "opening title mark"),
    "》": Text("右书名号", "closing title mark"),
    "“": Text("左引号", "opening quotation mark"),
    "”": Text("右引号", "closing quotation mark"),
    "（": Text("左括号", "opening bracket"),
    "）": Text("右括号", "closing bracket"),
    "〔": Text("左六角括号", "opening hexagonal bracket"),
    "〕": Text("右六角括号", "closing hexagonal bracket"),
}
NARROW = {"（": "(", "）": ")"}  # folding leaves these as they are between Latin letters or digits
_NEAR = 30  # characters between two marks that were meant as one pair
_ENUMERATOR = pattern(r"(?:^|[\s。；，、：？！）”])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})[）)]")
_ENDS_SENTENCE = frozenset("。！？\n")


def mark_name(mark: str) -> Text:
    """Return what a mark is called; one without a name is quoted."""
    return _NAMES.get(mark) or Text(f"“{mark}”", f"“{mark}”")


def mark_named(mark: str) -> Text:
    """Return the name of a mark with the mark itself behind it: 右引号（”）, but 右括号“）”."""
    name = mark_name(mark)
    if mark in name:
        return name
    shown = f"“{mark}”" if mark in "（）" else f"（{mark}）"
    return Text(name + shown, f"the {name.en} {mark}")


class Lone(NamedTuple):
    """A mark without its partner, or (`direction`) two that face the wrong way: the range `[start, end)`."""

    start: int
    end: int
    case: LoneCase


def lone_marks(text: str, pair: str) -> list[Lone]:
    """Return the marks of `pair` (opening and closing mark) that have no partner, in order.

    `text` has one paragraph a line. A pair may nest in itself, and may close in the paragraph after the one it was
    opened in; where the next paragraph begins with an opening mark of its own, the quotation goes on. The bracket of
    `1）` or `a）` numbers something and needs no partner.
    """
    opening = {pair[0], NARROW.get(pair[0], pair[0])}
    closing = {pair[1], NARROW.get(pair[1], pair[1])}
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
    lone = sorted(p for p in (*lone, *open_marks) if not _continues(text, p))
    return _joined(text, lone)


def _is_enumerator(text: str, line_start: int, at: int) -> bool:
    start = max(line_start - 1, at - 3, 0)
    return any(m.end() == at + 1 for m in _ENUMERATOR.finditer(text, start, at + 1))


def _continues(text: str, at: int) -> bool:
    """Say whether an opening quotation mark begins one of several paragraphs of a quotation.

    Only quotations run over paragraphs: a lone （ before a paragraph that begins with （二） stays alone.
    """
    following = text.find("\n", at)
    return text[at] == "“" and following >= 0 and text[following + 1 : following + 2] == "“"


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
