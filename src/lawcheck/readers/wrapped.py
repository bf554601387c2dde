"""Text with a hard line break at the end of every line: the lines are joined to the paragraphs they were.

Conservative: only a text whose lines nearly all fit one width, mostly without an end of sentence, is taken for one.
One paragraph a line, the usual form, is never touched.
"""

from __future__ import annotations

from collections.abc import Sequence

from lawcheck.readers.lines import Line, width
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

# Cells: lines of 20 to 60 Chinese characters are seen; a line may fall short by three where no break was allowed.
_NARROWEST, _WIDEST, _SLACK = 40, 120, 6
_FEWEST_FULL = 6
_NEW_INDENT = 3
_SENTENCE_END = "。！？；：!?;:"
# `1.` begins a paragraph, `1.5万元` does not.
_ENUMERATOR = pattern(
    r"[一二三四五六七八九十]{1,3}+[、．.]|[（(][一二三四五六七八九十]{1,3}+[）)]|第[一二三四五六七八九十]{1,3}+[章节部编条]"
    r"|\d{1,2}+(?:[、．]|\.(?!\d))|[（(]\d{1,2}+[）)]|[①-⑳]"
)


def join_wrapped(text: str, lines: Sequence[Line]) -> list[Span]:
    """Return the span of each paragraph; each line is one, unless the text is hard-wrapped."""
    measure = _measure(text, lines)
    if measure is None:
        return [line.span for line in lines]
    left = min(line.indent for line in lines if _cells(text, line) >= measure - _SLACK)
    uses_indent = any(line.indent >= left + _NEW_INDENT for line in lines)
    spans: list[Span] = []
    previous: Line | None = None
    for line in lines:
        if previous and _continues(text, previous, line, measure, left, uses_indent):
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
        previous = line
    return spans


def _measure(text: str, lines: Sequence[Line]) -> int | None:
    """Return the full width of a hard-wrapped text in cells, or None when it is not one."""
    if len(lines) < _FEWEST_FULL:
        return None
    widths = [_cells(text, line) for line in lines]
    # One line in fifty may stick out: an address of a web page, a table row.
    measure = sorted(widths)[-1 - len(widths) // 50]
    if not _NARROWEST <= measure <= _WIDEST:
        return None
    full = [i for i, cells in enumerate(widths) if measure - _SLACK <= cells <= measure]
    broken = [
        i
        for i in full[: len(full) if full[-1] + 1 < len(lines) else -1]
        if text[lines[i].span.end - 1] not in _SENTENCE_END and lines[i + 1].number == lines[i].number + 1
    ]
    is_wrapped = len(full) >= _FEWEST_FULL and len(full) * 3 >= len(lines) and len(broken) * 10 >= len(full) * 7
    return measure if is_wrapped else None


def _continues(text: str, previous: Line, line: Line, measure: int, left: int, uses_indent: bool) -> bool:
    if line.number != previous.number + 1 or _cells(text, previous) < measure - _SLACK:
        return False
    if line.indent >= left + _NEW_INDENT or _ENUMERATOR.match(text, *line.span):
        return False
    # Without indents nothing but its end shows that a full line was the last of its paragraph.
    return uses_indent or text[previous.span.end - 1] not in _SENTENCE_END


def _cells(text: str, line: Line) -> int:
    return line.indent + width(line.span.of(text))
