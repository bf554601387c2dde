"""What stands around the document on its page and belongs to it: the title, fields, the trail of navigation."""

from __future__ import annotations

from typing import NamedTuple

from lawcheck.model.document import BlockKind
from lawcheck.readers.draft import Metadata
from lawcheck.readers.html.content import Content, is_wall
from lawcheck.readers.html.frame import is_prose
from lawcheck.readers.html.page import Line, Page
from lawcheck.readers.html.tables import field_pairs
from lawcheck.readers.html.title import find_title
from lawcheck.readers.html.trail import find_trail
from lawcheck.readers.page import words
from lawcheck.readers.page.labels import LABEL, LABELS
from lawcheck.readers.page.metadata import Gathered
from lawcheck.readers.page.piece import squeeze

# What `<meta>` tags call our keys. Source: 《政府网站发展指引》 (2017) on the labels of pages; Open Graph.
_TOLD = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "published",
    "publishdate": "published",
    "article:published_time": "published",
    "contentsource": "source",
    "columnname": "column",
    "url": "url",
    "og:url": "url",
}
# Blocks that hold author and date in one line without labels.
_BYLINES = frozenset(("meta_content", "rich_media_meta_list"))
_NEAR_BEFORE, _NEAR_AFTER = 60, 30
_ABOVE_TITLE, _ABOVE_TEXT = 5, 10
_REPEATED_WITHIN = 8
_LONGEST_FIELDS = 300


class Kept(NamedTuple):
    """A line that belongs to the document, and its kind so far."""

    line: Line
    kind: BlockKind = "paragraph"


class Around:
    """The lines before and after the document that belong to it, and what the page tells outside of its text."""

    def __init__(self, page: Page, content: Content) -> None:
        self._lines = page.lines
        self._first, self._last = content.first, content.last
        self._start = max(0, self._first - _NEAR_BEFORE)
        self._gathered = Gathered()
        self._gathered.add_all((_TOLD.get(name), value) for name, value in page.told.items())
        self._gathered.add("url", page.address if "://" in page.address else "")
        self._kinds: dict[int, BlockKind] = {}
        self._trail: Line | None = None
        self._keep_pairs()
        self._keep_head(page)
        self._keep_tail()

    def before(self) -> list[Kept]:
        """Return the lines before the document, in order: the trail of navigation comes first."""
        kept = [Kept(self._lines[at], self._kinds[at]) for at in sorted(self._kinds) if at < self._first]
        return [Kept(self._trail), *kept] if self._trail else kept

    def kind(self, at: int) -> BlockKind:
        """Return what the line at this place within the document is."""
        return self._kinds.get(at, "paragraph")

    def after(self) -> list[Kept]:
        """Return the lines after the document, in order."""
        return [Kept(self._lines[at], self._kinds[at]) for at in sorted(self._kinds) if at >= self._last]

    def told(self) -> Metadata:
        """Return what the page tells outside of its text."""
        return self._gathered.metadata()

    def _keep_pairs(self) -> None:
        text = next((at for at in range(self._first, self._last) if is_prose(self._lines[at])), self._first)
        for pair in field_pairs(self._lines[self._start : text]):
            self._gathered.add(pair.key, pair.value)
            self._kinds.update({self._start + place: "metadata" for place in pair.places})

    def _keep_head(self, page: Page) -> None:
        trail = find_trail(self._lines, self._start, self._first)
        if trail is not None:
            self._trail = trail.line
            self._gathered.add("column", trail.column)
        title = find_title(page, range(trail.end if trail else self._start, self._first))
        if title:
            kind: BlockKind = "furniture" if self._is_repeated(title) else "paragraph"
            self._kinds.update(dict.fromkeys(title, kind))
        begin = title.start - _ABOVE_TITLE if title else self._first - _ABOVE_TEXT
        for at in range(trail.end if trail else max(self._start, begin), self._first):
            self._keep_around_title(at, title)

    def _keep_around_title(self, at: int, title: range | None) -> None:
        line = self._lines[at]
        if not _BYLINES.isdisjoint(line.node.names):
            self._kinds[at] = "metadata"
            date = words.DATE.search(line.text)
            self._gathered.add("published", date.group() if date else "")
        elif at not in self._kinds and (_holds_field(line) or (title and at >= title.stop and not is_wall(line))):
            self._kinds[at] = "paragraph"

    def _keep_tail(self) -> None:
        for at in range(self._last, min(len(self._lines), self._last + _NEAR_AFTER)):
            if _holds_field(self._lines[at]):
                self._kinds[at] = "paragraph"

    def _is_repeated(self, title: range) -> bool:
        """Say whether the document begins with its title, so that the page's own is one too many."""
        words_of_title = "".join(squeeze(self._lines[at].text) for at in title)
        begin = self._lines[self._first : min(self._first + _REPEATED_WITHIN, self._last)]
        return words_of_title in "".join(squeeze(line.text) for line in begin if not is_prose(line))


def _holds_field(line: Line) -> bool:
    """Say whether the line tells something of the document, such as 发布时间 or 来源."""
    if len(line.text) > _LONGEST_FIELDS or is_prose(line):
        return False
    if words.SITE_DATE.match(line.text):
        return True
    labels = [LABELS[squeeze(m["label"])] for m in LABEL.finditer(line.text)]
    return any(label.key for label in labels) and not any(label.value == "link" for label in labels)
