"""The body of a document as the outliner looks at it: folded blocks between head and closing."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from lawcheck.model.document import Block, Document
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary
from lawcheck.text.fold import fold_text
from lawcheck.text.pattern import Pattern, alternation, pattern
from lawcheck.text.span import Span

_LONG = 30  # characters of a line that is running text even without a mark at its end
_SENTENCE = 12
SHORT = 70  # characters; a block of no more is a line, not a paragraph
_LAST_NAME = pattern(r"(?:[^省市县区旗州盟镇乡]{1,10}[省市县区旗州盟镇乡])?([^省市县区旗州盟镇乡]{2,12})$")
# A line without any of these is drawn, not written.
_WORD = pattern(r"[\p{L}\p{N}]")
# A line of a printed table of contents: its dots lead to a page number.
_CONTENTS_LINE = pattern(r"(?:…{2}|\.{4}|·{4})[…·.]{0,200}\d{1,3}$")
_ENDS_SENTENCE = frozenset("。；！？：”）…")


class Page:
    """Body blocks as ranges of the folded text; `text` is the whole folded text, `source` the original.

    A block that begins before `start` or reaches past `end` (original offsets) is cut there.
    """

    def __init__(
        self, document: Document, vocabulary: Vocabulary, start: int, end: int, issuer: str | None, year: str | None
    ) -> None:
        self.folded = document.folded
        self.source = document.text
        self.text = document.folded.text
        self.vocabulary = vocabulary
        this = int(year) if year else None
        self._years = {
            "any": _ANY_YEAR,
            "year": _written_year(this) if this else _ANY_YEAR,
            "next": _written_year(this + 1) if this else _ANY_YEAR,
        }
        self._named = [(role.id, self.matcher(role.headings)) for role in vocabulary.roles]
        self._origins: list[Block] = []
        self.blocks: list[tuple[int, int]] = []
        for block in document.body:
            span = Span(max(block.span.start, start), min(block.span.end, end))
            if span.start < span.end:
                low, high = self.folded.range(span)
                if _WORD.search(self.text, low, high) and _CONTENTS_LINE.search(self.text, low, high) is None:
                    self._origins.append(block)
                    self.blocks.append((low, high))
        self._starts = [low for low, _ in self.blocks]
        names = tuple(sorted(_short_names(issuer)))
        self._issuer = Pattern(alternation(names)) if names else None

    def block_of(self, at: int) -> int:
        """Return the index of the block that holds the folded offset `at`."""
        return max(0, bisect_right(self._starts, at) - 1)

    def is_short(self, block: int) -> bool:
        """Say whether the block is a line rather than a paragraph."""
        start, end = self.blocks[block]
        return end - start <= SHORT

    def is_cell(self, block: int) -> bool:
        """Say whether the block is a table cell."""
        return self._origins[block].kind == "cell"

    def level(self, block: int) -> int | None:
        """Return the heading level that the format declares for the block."""
        return self._origins[block].level

    def ends_sentence(self, block: int) -> bool:
        """Say whether the block ends a sentence (the beginning of the page counts as one)."""
        return block < 0 or self.text[self.blocks[block][1] - 1] in _ENDS_SENTENCE

    def length(self, block: int) -> int:
        """Return the folded length of the block, 0 past the end."""
        return self.blocks[block][1] - self.blocks[block][0] if block < len(self.blocks) else 0

    def matcher(self, phrases: Phrases) -> Matcher:
        """Return the compiled family with `{year}` and `{next}` filled in (any year when the report's is unknown)."""
        if not any("{" in p for p in phrases.re):
            return self.vocabulary.matcher(phrases)
        return self.vocabulary.matcher(replace(phrases, re=tuple(_with_years(p, self._years) for p in phrases.re)))

    def is_prose(self, block: int) -> bool:
        """Say whether the block is running text: a sentence that ends as one, or a long line."""
        length = self.length(block)
        return length >= _LONG or (length >= _SENTENCE and self.text[self.blocks[block][1] - 1] in "。；！")

    def roles_in(self, start: int, end: int) -> list[str]:
        """Return the roles that the words `[start, end)` of a heading name, in the vocabulary's order."""
        # Sliced, so that ^ and $ in a pattern stand for the heading's own ends.
        words = self.text[start:end]
        return [role for role, matcher in self._named if matcher.search(words)]

    def named_end(self, start: int, end: int) -> int | None:
        """Return where the name of a known part ends that a heading's words `[start, end)` begin with."""
        words = self.text[start:end]
        ends = [start + b for _, matcher in self._named for a, b in matcher.finditer(words) if a <= MAX_PREFIX]
        return max(ends, default=None)

    def issuer_at(self, at: int) -> bool:
        """Say whether the issuer's name, in full or short, stands at the folded offset `at`."""
        return self._issuer is not None and self._issuer.match(self.text, at) is not None

    def span(self, start: int, end: int) -> Span:
        """Return the original span of a folded range."""
        return self.folded.span(start, end)


_ANY_YEAR = "(?:20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})"
MAX_PREFIX = 25  # characters that may stand before the name of a part: 2024年推进法治政府建设的…


def _with_years(source: str, years: dict[str, str]) -> str:
    for name, year in years.items():
        source = source.replace("{" + name + "}", year)
    return source


def _written_year(year: int) -> str:
    """Return the pattern of a year in Arabic digits or in Chinese ones with any form of zero."""
    return f"(?:{year}|{''.join('〇一二三四五六七八九'[int(d)] for d in str(year)).replace('〇', '[〇○零]')})"


def _short_names(issuer: str | None) -> set[str]:
    """Return the forms in which a report names its own issuer: 云溪县民政局, 县民政局."""
    if not issuer:
        return set()
    name = fold_text(issuer)
    names = {name}
    last = _LAST_NAME.search(name)
    if last and last.start(1) > 0:
        names.add(name[last.start(1) - 1 :])
    return {n for n in names if len(n) >= 4}
