"""What kind of document a text is: told by the end of its title, else by how it opens and by its headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lawcheck.model.document import Document
from lawcheck.model.outline import Field
from lawcheck.outliner.numbering import find_marks
from lawcheck.outliner.pieces import field
from lawcheck.rule.vocabulary import Genre, Phrases, Vocabulary
from lawcheck.text.pattern import pattern

REPORT = "report"
OTHER = "other"
SUMMARY = "work_summary"
# What may end a title without saying of which genre it is; such a title must name a year or a subject to be one.
_PLAIN_END = pattern("(?:报告|总结|汇报|情况|年报)$")
_NAMES_SUBJECT = pattern(r"20\d\d|二[〇○零][〇○零一二三四五六七八九]{2}|关于|年度|法治|依法")
_NAMES_LAW = pattern("法治|依法")
_TRAILER = pattern(r"(?:（[^（）]{0,40}）|20\d\d年度?)$")
_SENTENCE_END = pattern("[。；：！？\n]")
_YEAR = pattern(r"20\d\d年|二[〇○零][〇○零一二三四五六七八九]{2}年|今年|本年度|一年来")
_OPENING = 800  # folded characters
_MAX_HEADING = 60
_MIN_SUBJECTS = 6
_SUBJECT_EVERY = 150  # folded characters: texts on legal work name it about once in 40 to 80
_MIN_PARTS = 2
_FIRST_BLOCKS = 3  # an unnumbered heading or a label may stand before the first sentence


@dataclass(frozen=True, slots=True)
class Told:
    """A genre and the range that tells it, in the string that was searched."""

    genre: str
    start: int
    end: int


def title_genre(title: str, vocabulary: Vocabulary) -> Told | None:
    """Return the genre that the end of a folded title names, or None."""
    end = title_end(title)
    words = title[:end]
    for genre in vocabulary.genres:
        for a, b in vocabulary.matcher(genre.titles).finditer(words):
            if b == end:
                return Told(genre.id, a, b)
    return None


def title_end(title: str) -> int:
    """Return where a folded title ends without what may follow its genre: （2024年度）, （送审稿）."""
    trailer = _TRAILER.search(title)
    return trailer.start() if trailer and trailer.start() else len(title)


def ends_as_title(words: str, vocabulary: Vocabulary) -> bool:
    """Say whether folded words end as the title of some document does."""
    if title_genre(words, vocabulary):
        return True
    return _PLAIN_END.search(words, 0, title_end(words)) is not None and names_subject(words)


def names_law(words: str) -> bool:
    """Say whether folded words speak of legal work at all."""
    return _NAMES_LAW.search(words) is not None


def names_subject(words: str) -> bool:
    """Say whether folded words name a year or a subject as titles do."""
    return _NAMES_SUBJECT.search(words) is not None


class Text:
    """The text of a document from its first running text on, searched for what tells its genre."""

    def __init__(self, document: Document, vocabulary: Vocabulary, start: int) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.text = document.folded.text
        ranges = (document.folded.range(block.span) for block in document.body)
        self.blocks = [(max(a, start), b) for a, b in ranges if max(a, start) < b]

    def genre(self, *, has_subject: bool) -> tuple[str, Field] | None:
        """Return the genre that the text itself shows, with the phrase.

        `has_subject` says that nothing in the title speaks against a report; then a text that keeps to the subject,
        whose opening says that the year's work was about it, is one even without a set phrase.
        """
        headings = self._headings()
        opening = self._opening(headings[0][0] if headings else None)
        return (
            self._by(opening, "openings", "opening")
            or self._by(headings, "headings", "heading")
            or (self._by_subject(opening, headings) if has_subject else None)
        )

    def reports(self) -> tuple[str, Field] | None:
        """Return `report` with the phrase when the opening announces a report on the subject."""
        headings = self._headings()
        found = self._by(self._opening(headings[0][0] if headings else None), "openings", "opening")
        return found if found and found[0] == REPORT else None

    def _by(self, ranges: list[tuple[int, int]], family: str, origin: str) -> tuple[str, Field] | None:
        for genre in self.vocabulary.genres:
            for found in self._matches(_family(genre, family), ranges):
                return genre.id, field(self.document, *found, origin)
        return None

    def _matches(self, phrases: Phrases, ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        matcher = self.vocabulary.matcher(phrases)
        for start, end in ranges:
            yield from matcher.finditer(self.text, start, end)

    def _headings(self) -> list[tuple[int, int]]:
        """Return the words of everything that is numbered like a heading, or stands alone on a short line."""
        found: list[tuple[int, int]] = []
        numbered: set[int] = set()
        for mark in find_marks(self.document.folded, self.document.text, self.blocks):
            if mark.style in ("chapter", "han", "paren_han") and (mark.at_start or mark.is_strong):
                found.append((mark.end, self._sentence_end(mark.end, self.blocks[mark.block][1])))
                numbered.add(mark.block)
        for index, (start, end) in enumerate(self.blocks):
            is_line = end - start <= _MAX_HEADING and _SENTENCE_END.search(self.text, start, end) is None
            if is_line and index not in numbered:
                found.append((start, end))
        return sorted(found)

    def _sentence_end(self, start: int, end: int) -> int:
        stop = min(end, start + _MAX_HEADING)
        m = _SENTENCE_END.search(self.text, start, stop)
        return m.start() if m else stop

    def _opening(self, stop: int | None) -> list[tuple[int, int]]:
        """Return the running text before the first heading, at most a page of it."""
        if not self.blocks:
            return []
        end = self.blocks[0][0] + _OPENING
        # An opening without any text before the first heading is no opening; then the first text is.
        limit = min(end, stop) if stop is not None and stop > self.blocks[0][0] + _MAX_HEADING else end
        return [(a, min(b, limit)) for a, b in islice(self.blocks, 40) if a < limit]

    def _by_subject(self, opening: list[tuple[int, int]], headings: list[tuple[int, int]]) -> tuple[str, Field] | None:
        report = next((g for g in self.vocabulary.genres if g.id == REPORT), None)
        if report is None or not opening or len(headings) < _MIN_PARTS:
            return None
        if all(_YEAR.search(self.text, a, b) is None for a, b in opening[:_FIRST_BLOCKS]):
            return None
        aim = next(self._matches(report.aims, opening), None)
        subjects = sum(1 for _ in self._matches(report.subjects, self.blocks))
        length = sum(b - a for a, b in self.blocks)
        if aim is None or subjects < _MIN_SUBJECTS or subjects * _SUBJECT_EVERY < length:
            return None
        return REPORT, field(self.document, *aim, "opening")


def _family(genre: Genre, name: str) -> Phrases:
    return genre.openings if name == "openings" else genre.headings
