"""From printed lines to paragraphs: which line goes on with the one before it, also over the end of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.readers.layout.line import Line, joint
from lawcheck.readers.layout.measure import PITCHES, SAME_SIZE, Edges, Measure
from lawcheck.text.pattern import pattern

# In sizes, unless said otherwise. An indent; what stands so far right is a signature or its date.
_INDENT, _FAR = 1.2, 8.0
# By how many sizes lines stand apart at most that are not of the size of the text, and by how many at least.
_SIZES = 2.3
_OVERLAP = 0.8
_CENTRED, _INSET = 1.2, 0.5
_LARGE = 1.12
# How much of the room that a word needs may be missing: places are not exact.
_SLACK = 0.05
_LATIN = 0.5
_LATIN_SIZE = 0.4
_SENTENCE_END = pattern(r"[。！？；：!?;:][”’）)]{0,2}\Z")
# A heading of the first two levels without a mark in it.
_HEADING = pattern(r"(?:[一二三四五六七八九十]{1,3}+[、．.]|[（(][一二三四五六七八九十]{1,3}+[）)])[^，。；：！？]+\Z")
_MARKS = 3
_COLONS, _FIRST, _SECOND = ("：", ":"), "一是", "二是"
# How many lines ahead the end of a paragraph is looked for.
_FAR_LINES = 40
_NO_END = "（《〈“‘「『【〔("
_NO_START = "，。、；：？！）》〉”’」』】〕…—％%,.;:?!)"
# How a title ends that is set like the text below it.
_TITLE = pattern(r"[^。；！？，：]{0,80}(?:报告|总结|汇报)[）)]?\Z")
_HEAD_PARAGRAPHS, _TITLE_LINES = 4, 3
_TITLE_GOES_ON = pattern(r"的|[（(及和]")
_WORD = pattern(r"[!-~]+|.")
_ENUMERATOR = pattern(
    r"[一二三四五六七八九十]{1,3}+[、．.]|[（(][一二三四五六七八九十\d]{1,3}+[）)]|第[一二三四五六七八九十]{1,3}+[章节部编条]"
    r"|\d{1,2}+(?:[、．]|\.(?!\d))|[①-⑳]"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as rejoined: the page it begins on, and its text."""

    page: int
    text: str


def join_lines(lines: Sequence[Line], measure: Measure) -> Iterator[Paragraph]:
    """Yield the paragraphs of lines that follow each other, tables and margins left out."""
    flow = _Flow(lines, measure)
    parts: list[Line] = []
    for at, line in enumerate(lines):
        if parts and not flow.goes_on(parts, at):
            yield _paragraph(parts)
            parts = []
        flow.begun += not parts
        parts.append(line)
    if parts:
        yield _paragraph(parts)


def _paragraph(parts: Sequence[Line]) -> Paragraph:
    text = parts[0].text
    for line in parts[1:]:
        text += joint(text, line.text) + line.text
    return Paragraph(parts[0].page, text)


class _Flow:
    """Judges lines in order; `begun` counts the paragraphs so far."""

    def __init__(self, lines: Sequence[Line], measure: Measure) -> None:
        self._lines = lines
        self._measure = measure
        self.begun = 0

    def goes_on(self, parts: Sequence[Line], at: int) -> bool:
        """Say whether the line at `at` belongs to the paragraph that `parts`, the lines before it, have begun."""
        last, line = parts[-1], self._lines[at]
        if last.is_row or line.is_row or not _same_size(last, line):
            return False
        if self._is_apart(last, line):
            return False
        if self._is_title(last, line):
            return True
        if _changes_font(parts, line):
            return False
        if self.begun <= _HEAD_PARAGRAPHS and _ends_title(parts, line):
            return False
        if not self._is_full(last, line) or self._begins(parts, line):
            return False
        return self._measure.is_marked or self._reads_on(parts, at)

    def _is_apart(self, last: Line, line: Line) -> bool:
        if last.page != line.page:
            return False
        gap = line.y - last.y
        if gap < _OVERLAP * line.size:
            return True
        if self._measure.is_body(line):
            return gap > PITCHES * self._measure.pitch
        return gap > _SIZES * line.size

    def _is_title(self, last: Line, line: Line) -> bool:
        """Say whether two lines are set as one title: larger than the text, and each in the middle."""
        edges = self._measure.pages[line.page]
        centred = (abs((part.x + part.right) / 2 - edges.centre) < _CENTRED * part.size for part in (last, line))
        is_inset = max(last.x, line.x) - edges.left > _INSET * line.size
        return line.size > _LARGE * self._measure.size and is_inset and all(centred)

    def _is_full(self, last: Line, line: Line) -> bool:
        """Say whether the next word would not have fitted: where it would, the line was ended on purpose."""
        edges = self._measure.pages[last.page]
        return edges.right - last.right < _first_word(line) - _SLACK * line.size

    def _begins(self, parts: Sequence[Line], line: Line) -> bool:
        """Say whether a line begins a paragraph by itself."""
        last, edges = parts[-1], self._measure.pages[line.page]
        indent = (line.x - edges.left) / line.size
        if indent > _FAR:
            return True
        if indent > _INDENT:
            return not _hangs(parts, line, edges)
        is_open = not self._measure.is_marked and _SENTENCE_END.search(last.text[-_MARKS:]) is not None
        return is_open and _ENUMERATOR.match(line.text) is not None

    def _reads_on(self, parts: Sequence[Line], at: int) -> bool:
        """Say whether a line goes on by its words: no indent tells, and a full line may be the last of its paragraph.

        Below a sentence stands a sentence, or else a signature; below a heading that fills its line the text; below
        `：` the first of several points, which are one paragraph where the second stands in it.
        """
        above = parts[-1].text
        if above.endswith(_COLONS) and self._lines[at].text.startswith(_FIRST):
            rest = self._rest(at)
            return rest is None or any(_SECOND in line.text for line in rest)
        if _SENTENCE_END.search(above[-_MARKS:]):
            return self._ends_as_sentence(at)
        return len(parts) > 1 or not _HEADING.match(above) or not self._ends_as_sentence(at)

    def _ends_as_sentence(self, at: int) -> bool:
        rest = self._rest(at)
        return rest is None or _SENTENCE_END.search(rest[-1].text[-_MARKS:]) is not None

    def _rest(self, at: int) -> Sequence[Line] | None:
        """Return the lines of a paragraph from `at` on, None where it goes on for long."""
        for end in range(at + 1, min(at + _FAR_LINES, len(self._lines))):
            if not self._may_go_on(self._lines[end - 1], self._lines[end]):
                return self._lines[at:end]
        return self._lines[at:] if at + _FAR_LINES >= len(self._lines) else None

    def _may_go_on(self, last: Line, line: Line) -> bool:
        is_item = _ENUMERATOR.match(line.text) is not None
        return not is_item and not self._is_apart(last, line) and self._is_full(last, line)


def _same_size(last: Line, line: Line) -> bool:
    """Say whether two lines may be set in one size; of a line without Chinese only the height is known."""
    tolerance = SAME_SIZE if last.is_han and line.is_han else _LATIN_SIZE
    return abs(last.size - line.size) <= tolerance * max(last.size, line.size)


def _changes_font(parts: Sequence[Line], line: Line) -> bool:
    """Say whether `parts` are all in one font and `line` all in another: a heading and the text below it."""
    if len(parts) > _TITLE_LINES:
        return False
    fonts = {part.font for part in parts}
    return len(fonts) == 1 and None not in (line.font, *fonts) and line.font not in fonts


def _ends_title(parts: Sequence[Line], line: Line) -> bool:
    """Say whether `parts` are a whole title, so that a full line does not take in the text below it."""
    if len(parts) > _TITLE_LINES or _TITLE_GOES_ON.match(line.text):
        return False
    return _TITLE.match("".join(part.text for part in parts)) is not None


def _hangs(parts: Sequence[Line], line: Line, edges: Edges) -> bool:
    """Say whether an indented line goes on below the words of an item whose number stands out to the left."""
    first, last = parts[0], parts[-1]
    if _SENTENCE_END.search(last.text[-_MARKS:]) or _ENUMERATOR.match(line.text) or last.page != line.page:
        return False
    return line.x - last.x < SAME_SIZE * line.size if len(parts) > 1 else first.x < line.x - line.size / 2


def _first_word(line: Line) -> float:
    """Return the room, in points, of the start of `line` that cannot be parted: a word and the marks around it."""
    text = line.text
    start = next((i for i, char in enumerate(text) if char not in _NO_END), 0)
    word = _WORD.match(text, start)
    end = word.end() if word else start
    while end < len(text) and text[end] in _NO_START:
        end += 1
    latin = 0.0
    if text[start : start + 1].isascii():
        # How wide letters and digits are depends on the font: the line itself shows it.
        narrow = max(len(text) - _wide(text), 1)
        latin = ((line.right - line.x) / line.size - _wide(text)) / narrow
    part = text[:end]
    return (_wide(part) + (len(part) - _wide(part)) * min(max(latin, _LATIN), 1)) * line.size


def _wide(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))
