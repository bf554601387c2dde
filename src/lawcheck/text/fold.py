"""Folding text for matching, with a way back to the original offsets."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable

from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

# CJK radicals that PDF fonts put in place of the characters that look the same; NFKC leaves this block alone.
_LOOK_ALIKES = (
    "⺁厂 ⺇几 ⺌小 ⺎兀 ⺏尣 ⺒巳 ⺓幺 ⺗心 ⺟母 ⺠民 ⺡水 ⺢水 ⺣火 ⺤爪 ⺥爪 ⺧牛 ⺨犬 ⺩王 ⺪疋 ⺫目 "
    "⺬示 ⺭示 ⺮竹 ⺯糸 ⺱网 ⺲网 ⺳网 ⺶羊 ⺷羊 ⺸羊 ⺹老 ⺼肉 ⺽臼 ⺾艸 ⺿艸 ⻀艸 ⻁虎 ⻂衣 ⻃覀 ⻄西 "
    "⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒長 ⻓长 ⻔门 ⻕阜 ⻖阜 ⻗雨 ⻘青 ⻙韦 "
    "⻚页 ⻛风 ⻜飞 ⻝食 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟"
)

_DROPPED = "\0"  # stands for an invisible character until its place is known
# Control characters, soft hyphen, joiners and fillers, zero-width and bidirectional marks, byte order mark, variation
# selectors, tags.
_INVISIBLE = (
    *((0x01, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x034F, 0x034F), (0x061C, 0x061C)),
    *((0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)),
    *((0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xE0000, 0xE007F), (0xE0100, 0xE01EF)),
)


def _same_shapes() -> dict[int, str]:
    shapes: dict[int, str] = {ord(pair[0]): pair[1] for pair in _LOOK_ALIKES.split()}
    # Kangxi radicals, compatibility ideographs, digits of mathematical alphabets.
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA), *range(0x2F800, 0x2FA1E), *range(0x1D7CE, 0x1D800)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            shapes[code] = plain
    return shapes


# From characters that only look like a Chinese character to that character, for `str.translate`.
SAME_SHAPES = _same_shapes()


def _table() -> dict[int, str]:
    table = dict(SAME_SHAPES)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)):  # full-width alphanumerics
        table[code] = chr(code - 0xFEE0)
    table.update(zip(map(ord, "％．＋－／＝＊＿＃–―─﹣〜"), "%.+-/=*_#———-～", strict=True))
    # Invisible characters: they are findings of their own and must not hide a phrase.
    for first, last in _INVISIBLE:
        table.update(dict.fromkeys(range(first, last + 1), _DROPPED))
    return table


_TABLE = _table()
_WIDEN = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！"}
_NARROW_MARK = pattern("[,:;()?!]")
_KEPT = pattern(r"[^\s\0]++")


class Folded:
    """A text made ready for matching: one form per character, no white space inside Chinese, no invisible characters.

    `text[i]` comes from the original character at `starts[i]`; folding only ever replaces or drops characters, one for
    one, so every folded range has one original span. Parts are separated by exactly one newline.
    """

    __slots__ = ("starts", "text")

    def __init__(self, text: str, starts: array[int]) -> None:
        self.text = text
        self.starts = starts

    def span(self, start: int, end: int) -> Span:
        """Return the original span of the folded range `[start, end)`."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.starts[-1] + 1 if self.starts else 0)
            return Span(at, at)
        return Span(self.starts[start], self.starts[end - 1] + 1)

    def range(self, span: Span) -> tuple[int, int]:
        """Return the folded range that holds what is left of the original `span`."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)


def fold(text: str, parts: Iterable[Span] | None = None) -> Folded:
    """Return `text` folded; `parts` are its paragraphs in order (the lines, when not given).

    White space inside a part is dropped, line ends included, except one blank between two ASCII letters or digits.
    Full-width letters and digits become ASCII; ASCII punctuation beside a Chinese character becomes full-width.
    Text outside the parts is left out.
    """
    plain = text.translate(_TABLE)
    pieces: list[str] = []
    starts = array("L")
    for part in _lines(text) if parts is None else parts:
        if starts:
            pieces.append("\n")
            starts.append(max(part.start - 1, starts[-1]))
        pieces.append(_fold_part(plain, part, starts))
    return Folded("".join(pieces), starts)


def fold_text(text: str) -> str:
    """Return a short string folded as one part, where no way back is needed."""
    return fold(text, (Span(0, len(text)),)).text


def _lines(text: str) -> Iterable[Span]:
    at = 0
    for line in text.split("\n"):
        yield Span(at, at + len(line))
        at += len(line) + 1


def _fold_part(plain: str, part: Span, starts: array[int]) -> str:
    """Return one part folded and add the origin of each of its characters to `starts`."""
    kept: list[str] = []
    for run in _KEPT.finditer(plain, part.start, part.end):
        start, end = run.span()
        gap = plain[starts[-1] + 1 : start] if kept else ""
        if gap and _is_ascii_word(kept[-1][-1]) and _is_ascii_word(plain[start]) and gap.strip(_DROPPED):
            kept.append(" ")
            starts.append(start - 1)
        kept.append(run.group())
        starts.extend(range(start, end))
    return _widened("".join(kept))


def _widened(folded: str) -> str:
    """Return the part with ASCII punctuation beside a Chinese character made full-width."""
    if _NARROW_MARK.search(folded) is None:
        return folded
    chars = list(folded)
    for mark in _NARROW_MARK.finditer(folded):
        at = mark.start()
        if _is_chinese(chars[at - 1 : at]) or _is_chinese(chars[at + 1 : at + 2]):
            chars[at] = _WIDEN[chars[at]]
    return "".join(chars)


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_chinese(char: list[str]) -> bool:
    return bool(char) and char[0] > "\u2e7f"
