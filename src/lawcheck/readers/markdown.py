"""Markdown as text: its marks are left out of the blocks, and every offset stays that of the file.

Marks at a block's ends (`#`, `>`, `- `, `**`, table bars) are outside its span. Marks inside it (emphasis, the target
of a link, `<br>`) stay in the text, are listed in Document.marks, and matching passes over them. Numbers (`1.`) are
text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lawcheck.model.document import Block
from lawcheck.readers.decode import decode_file
from lawcheck.readers.draft import Draft
from lawcheck.readers.lines import Line, is_blank, split_lines, trim, width
from lawcheck.readers.page import set_apart
from lawcheck.readers.page.header import read_pairs
from lawcheck.readers.wrapped import join_wrapped
from lawcheck.text.pattern import Pattern, pattern
from lawcheck.text.span import Span

_LONGEST_FRONT_MATTER = 200
_LONGEST_UNDERLINED = 60
_ITEM_INDENT = 4
# How a line begins that may be a rule, an item or a quotation; what a line holds that says of the line above it that
# it is a heading or the head of a table. Only such lines are worth a pattern.
_RULED, _LED, _UNDER = "-*_=", "-*+>", "|:-= \t\u3000"

_FENCE = pattern(r"(?:```|~~~)[^\n`]{0,80}\Z")
_RULE = pattern(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+)\Z")
_UNDERLINE = pattern(r"(?:=+|-{2,})\Z")
_HEADING = pattern(r"(#{1,6})(?:[ \t\u3000]+|(?=[^\s#\d]))")
_HEADING_END = pattern(r"[ \t]+#+\Z")
_LEAD = pattern(r"(?:>[ \t]?|[-*+][ \t]+)+")
_TABLE_RULE = pattern(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\Z")
_BAR = pattern(r"(?<!\\)\|")
# Emphasis, ticks, escapes, images, brackets and target of a link, tags without meaning, comments. Nothing here holds
# its own first character, so a flood of openings is read once.
_MARK = pattern(
    r"\*\*|__|~~|`+|\\(?=[!-/:-@\[-`{-~])|!\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)|\[(?=[^\[\]\n]{1,200}\]\([^()\n]{0,500}\))"
    r"|\]\([^()\n]{0,500}\)|</?(?:br|b|strong|em|i|u|center|p|div|span|font)(?:\s[^<>\n]{0,200})?/?>|<!--[^<\n]{0,500}?-->"
)


def read(data: bytes) -> Draft:
    """Return the draft of a Markdown text. Front matter is metadata; it is text to us, not YAML. Raises: Refusal."""
    text, encoding = decode_file(data)
    walk = _Walk(text)
    told = walk.read()
    plain = [Block(span) for span in join_wrapped(text, walk.plain)]
    blocks, metadata = set_apart(text, sorted((*walk.blocks, *plain), key=lambda b: b.span), told=told)
    return Draft(text, blocks, metadata, encoding=encoding, marks=_inside(walk.marks, blocks))


@dataclass
class _Walk:
    """One pass over the lines: `blocks` of a form of their own, and `plain` lines that may be joined."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    plain: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.marks = [Span(m.start(), m.end()) for m in _MARK.finditer(self.text)]
        self._from = {mark.start: mark.end for mark in self.marks}
        self._to = {mark.end: mark.start for mark in self.marks}
        self._lines = list(split_lines(self.text))
        self._tables = 0

    def read(self) -> list[tuple[str | None, str]]:
        """Sort all lines; return what the front matter tells."""
        at, told = self._front_matter()
        in_fence = False
        while at < len(self._lines):
            line = self._lines[at]
            if self.text[line.span.start] in "`~" and self._is(_FENCE, at):
                in_fence = not in_fence
                at += 1
            elif in_fence:
                self.blocks.append(Block(line.span))
                at += 1
            else:
                at += self._line(at)
        return told

    def _front_matter(self) -> tuple[int, list[tuple[str | None, str]]]:
        if not self._lines or self._lines[0].number or self._words(0) != "---":
            return 0, []
        last = min(len(self._lines), _LONGEST_FRONT_MATTER)
        end = next((i for i in range(1, last) if self._words(i) in ("---", "...")), 0)
        blocks = [Block(line.span, "metadata") for line in self._lines[1:end]]
        self.blocks += blocks
        return (end + 1, list(read_pairs(self.text, blocks))) if end else (0, [])

    def _line(self, at: int) -> int:
        """Read the line at `at`, and those that belong to it; return how many they are."""
        line = self._lines[at]
        first = self.text[line.span.start]
        heading = _HEADING.match(self.text, *line.span) if first == "#" else None
        if heading:
            end = _HEADING_END.search(self.text, heading.end(), line.span.end)
            self._add(Span(heading.end(), end.start() if end else line.span.end), level=len(heading[1]))
            return 1
        has_under = self._follows(at) and not self._words(at + 1).strip(_UNDER)
        if has_under and self._is(_TABLE_RULE, at + 1) and _BAR.search(self.text, *line.span):
            return self._table(at)
        if first in _RULED and self._is(_RULE, at):
            return 1
        if has_under and self._is(_UNDERLINE, at + 1) and self._could_be_heading(line.span):
            self._add(line.span, level=1 if self._words(at + 1)[0] == "=" else 2)
            return 2
        lead = _LEAD.match(self.text, *line.span) if first in _LED else None
        span = self._stripped(Span(lead.end(), line.span.end) if lead else line.span)
        if not is_blank(span.of(self.text)):
            indent = line.indent + (max(_ITEM_INDENT, width(lead.group())) if lead else 0)
            self.plain.append(Line(line.number, indent, span))
        return 1

    def _table(self, at: int) -> int:
        self._tables += 1
        row, end = 0, at
        while end < len(self._lines) and (end == at or self._follows(end - 1)):
            line = self._lines[end]
            if end != at + 1:
                if not _BAR.search(self.text, *line.span):
                    break
                row += 1
                self._row(line.span, row)
            end += 1
        return end - at

    def _row(self, span: Span, row: int) -> None:
        bars = [m.start() for m in _BAR.finditer(self.text, *span)]
        cells = list(pairwise((span.start - 1, *bars, span.end)))
        for column, (before, end) in enumerate(cells[1:] if bars[0] == span.start else cells, 1):
            self._add(Span(before + 1, end), cell=f"T{self._tables}R{row}C{column}")

    def _add(self, span: Span, *, level: int | None = None, cell: str | None = None) -> None:
        span = self._stripped(span)
        if not is_blank(span.of(self.text)):
            self.blocks.append(Block(span, "cell" if cell else "paragraph", cell=cell, level=level))

    def _stripped(self, span: Span) -> Span:
        """Return `span` without blanks and marks at its ends."""
        while True:
            start, end = trim(self.text, span)
            inner = Span(self._from.get(start, start), self._to.get(end, end))
            if self.text[inner.end - 1 : inner.end] == "\\":
                inner = Span(inner.start, inner.end - 1)
            if inner.start >= inner.end:
                return Span(start, start)
            if inner == span:
                return span
            span = inner

    def _is(self, known: Pattern, at: int) -> bool:
        return at < len(self._lines) and known.match(self.text, *self._lines[at].span) is not None

    def _follows(self, at: int) -> bool:
        """Say whether the next line that is not blank stands directly below the one at `at`."""
        return at + 1 < len(self._lines) and self._lines[at + 1].number == self._lines[at].number + 1

    def _could_be_heading(self, span: Span) -> bool:
        return span.end - span.start <= _LONGEST_UNDERLINED and self.text[span.end - 1] not in "。；！？，：|"

    def _words(self, at: int) -> str:
        return self._lines[at].span.of(self.text)


def _inside(marks: Sequence[Span], blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Return the marks that lie inside a block; both are in order."""
    inside: list[Span] = []
    at = 0
    for mark in marks:
        while at < len(blocks) and blocks[at].span.end <= mark.start:
            at += 1
        if at < len(blocks) and blocks[at].span.covers(mark):
            inside.append(mark)
    return tuple(inside)
