"""Which blocks of a page are the site around the document: menus, tools, links to other pages, the foot."""

from __future__ import annotations

from functools import lru_cache

from lawcheck.readers.html.page import Line, Node, Page
from lawcheck.readers.page.words import FOOT
from lawcheck.text.pattern import pattern

_TAGS = ("nav", "aside", "footer", "dialog")
# Words of ids and classes. Source: the templates of widespread publishing systems.
_NAMED = """
nav navbar navigation topnav subnav mainnav menu submenu footer foot copyright banquan share shares sharebox
bdsharebuttonbox bdshare bshare jiathis social sns weibo toolbar tools tool sidebar aside related relate relation
xgxw xgwj xgyd xgjd xglj xgnews recommend tuijian search login qrcode ewm erweima qr pager pagination prevnext
prenext shangxia sxp print gotop totop toplink friendlink friendlinks yqlj wza zoomtool fontsize ziti comment
comments advert banner breadcrumb breadcrumbs crumb crumbs dqwz weizhi mbx
"""
_WORDS = frozenset(_NAMED.split())
_WORD = pattern(r"[a-z]++")
_SENTENCE_ENDS = "。；！？"
_SHORTEST_PROSE = 20
# A block of that name with more running text holds the document, whatever it is called.
_MOST_PROSE = 200


def is_prose(line: Line) -> bool:
    """Say whether the line is running text rather than a title, a field or a link."""
    text = line.text
    if len(text) < _SHORTEST_PROSE or line.linked * 2 >= len(text):
        return False
    return any(mark in text for mark in _SENTENCE_ENDS) and (len(text) > _MOST_PROSE or FOOT.search(text) is None)


def settle_frames(page: Page) -> None:
    """Mark the blocks that belong to the site around the document; blocks come after those that hold them."""
    total = [0]
    for line in page.lines:
        total.append(total[-1] + (len(line.text) if is_prose(line) else 0))
    for node in page.nodes:
        is_inside = node.parent is not None and node.parent.in_frame
        prose = total[node.last] - total[node.first]
        node.in_frame = is_inside or (_is_named_so(node) and prose < _MOST_PROSE)


def _is_named_so(node: Node) -> bool:
    return node.tag in _TAGS or any(_has_word(name) for name in node.names)


@lru_cache(maxsize=1024)
def _has_word(name: str) -> bool:
    return any(m.group() in _WORDS for m in _WORD.finditer(name))
