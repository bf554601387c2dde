"""The title of the document where the page shows it outside of the text."""

from __future__ import annotations

from lawcheck.readers.html.frame import is_prose
from lawcheck.readers.html.page import Line, Node, Page
from lawcheck.readers.page import words
from lawcheck.readers.page.labels import LABEL
from lawcheck.readers.page.piece import squeeze
from lawcheck.text.pattern import pattern

_NAME = pattern(r"title|biaoti|(?<![a-z])bt(?![a-z])|headline|activity-name")
_SHORTEST, _LONGEST, _MOST_LINES = 8, 120, 4


def find_title(page: Page, within: range) -> range | None:
    """Return the places of the title's lines, None where none of the lines is one.

    A line that the page's own title names comes first, then a heading, then a block that is called a title.
    """
    told = squeeze(page.told.get("articletitle") or page.told.get("og:title") or "")
    spoken = told or squeeze(page.title)
    best, found = 0, None
    for at in reversed(within):
        node = _block(page.lines[at], spoken)
        if node is None:
            continue
        places = range(max(node.first, within.start), min(node.last, within.stop))
        if len(places) > _MOST_LINES:
            places = range(at, at + 1)
        text = "".join(squeeze(page.lines[place].text) for place in places)
        # The window's title also names the site, often at its beginning; only a `<meta>` tag names the document alone.
        is_title = text == told or (words.TITLE_LIKE.search(text) is not None and len(text) >= _SHORTEST)
        if len(text) > _LONGEST or not is_title:
            continue
        score = 1 + (node.heading is not None) + 2 * (text in spoken)
        if score > best:
            best, found = score, places
    return found


def _block(line: Line, spoken: str) -> Node | None:
    """Return the block of a line that may be the title, None where it cannot be."""
    node = line.node
    is_spoken = len(line.text) >= _SHORTEST and squeeze(line.text) in spoken
    if node.in_frame or LABEL.match(line.text) or is_prose(line) or (line.is_link and not is_spoken):
        return None
    if node.heading is not None:
        return node.heading
    return node if is_spoken or any(_NAME.search(name) for name in node.names) else None
