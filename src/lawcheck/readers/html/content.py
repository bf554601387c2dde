"""Which lines of a page are the document: by the names that publishing systems give its block, else by its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lawcheck.readers.html.frame import is_prose
from lawcheck.readers.html.page import Line, Page
from lawcheck.readers.page import words
from lawcheck.readers.page.labels import LABELS
from lawcheck.readers.page.piece import squeeze

# Ids and classes, in lower case. Source: the templates of widespread publishing systems.
_NAMES = """
trs_editor trs_ueditor trs_preview trs_web zoom ucap-content pages_content pages-content article-content
article_content articlecontent articlecon article-con vsb_content vsb_content_2 v_news_content js_content
rich_media_content wp_articlecontent easysite-news-text j-fontcontent news_content newscontent news-content
info_content info-content zwcontent zw-content content_text detail-content detail_content xxgk_content
artcontent art_content art-content arc_content arccontent bt-article-02 zhengwen con_txt contxt txt_content
"""
_KNOWN = frozenset(_NAMES.split())
_LONGEST_SIGNED, _LONGEST_LABEL = 40, 12
_NEAR = 12
_FEWEST_LINKS = 3


class Content(NamedTuple):
    """The lines `[first, last)` of the page that hold the document, and how much running text stands elsewhere.

    `is_known` says that their block was known by its name, and holds nothing but the document.
    """

    first: int
    last: int
    left_out: int
    is_known: bool


def find_content(page: Page) -> Content:
    """Return where the document stands. In doubt it is more rather than less."""
    weights = [0]
    # Where nothing is running text, all that is no link counts.
    has_prose = any(is_prose(line) and not line.node.in_frame for line in page.lines)
    for line in page.lines:
        counts = not line.node.in_frame and (is_prose(line) if has_prose else not line.is_link)
        weights.append(weights[-1] + (len(line.text) if counts else 0))
    known = _known(page, weights)
    first, last = known or _unknown(page, weights)
    left_out = weights[-1] - weights[last] + weights[first] if has_prose else 0
    return Content(first, last, left_out, known is not None)


def link_runs(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of lines that are only links and stand together in threes or more: menus, lists of pages."""
    start = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].is_link:
            continue
        if at - start >= _FEWEST_LINKS:
            yield from range(start, at)
        start = at + 1


def is_wall(line: Line) -> bool:
    """Say whether the line parts the document from what else stands on the page."""
    if line.node.in_frame or line.is_link or _leads_away(line):
        return True
    return words.FOOT.search(line.text) is not None or words.HERE.match(line.text) is not None


def _leads_away(line: Line) -> bool:
    """Say whether the line leads to other documents: 上一篇, 相关链接."""
    label = LABELS.get(squeeze(line.text[:_LONGEST_LABEL]).partition("：")[0].partition(":")[0])
    return label is not None and label.value == "link"


def _known(page: Page, weights: Sequence[int]) -> tuple[int, int] | None:
    """Return the lines of the block that is known by its name, with running text or a signature next to it."""
    lines = page.lines
    for node in page.nodes:  # the outermost comes first
        is_known = not node.in_frame and not _KNOWN.isdisjoint(node.names)
        if is_known and (weights[node.last] - weights[node.first]) * 2 >= max(weights[-1], 1):
            first = min(
                (at for at in _near(lines, node.first - 1, -1, _NEAR) if is_prose(lines[at])), default=node.first
            )
            last = node.last
            while ends := [at for at in _near(lines, last, 1, _NEAR) if is_prose(lines[at]) or _is_signed(lines[at])]:
                last = ends[-1] + 1
            return first, last
    return None


def _unknown(page: Page, weights: Sequence[int]) -> tuple[int, int]:
    """Return the lines of the innermost block with most of the text, and all around it up to a wall."""
    nodes = (n for n in reversed(page.nodes) if (weights[n.last] - weights[n.first]) * 5 >= weights[-1] * 4)
    core = next(nodes, page.root) if weights[-1] else page.root
    count = len(page.lines)
    first = core.first - sum(1 for _ in _near(page.lines, core.first - 1, -1, count))
    last = core.last + sum(1 for _ in _near(page.lines, core.last, 1, count))
    # What comes after most of the text and a line that leads to other documents, is of those.
    ends = (at for at in range(first, last) if weights[at] * 5 >= weights[-1] * 3 and _leads_away(page.lines[at]))
    return first, next(ends, last) if weights[-1] else last


def _near(lines: Sequence[Line], start: int, step: int, most: int) -> Iterator[int]:
    """Yield the places from `start` on, in one direction, up to a wall and no more than `most`."""
    for at in range(start, start + step * most, step):
        if not 0 <= at < len(lines) or is_wall(lines[at]):
            return
        yield at


def _is_signed(line: Line) -> bool:
    return len(line.text) <= _LONGEST_SIGNED and words.SIGNED_DATE.search(line.text) is not None
