"""What the elements of HTML are to a reader of text. Source: HTML Standard, 13.1.2.4, 13.2.6 and 15.3."""

from __future__ import annotations

_VOID = "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr"
VOID = frozenset(_VOID.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
ITEMS = frozenset(("li", "dd", "dt"))
CELLS = frozenset(("td", "th"))
TABLE_PARTS = frozenset(("tr", "td", "th", "caption", "tbody", "thead", "tfoot", "colgroup"))
# What is open outside one of these is not closed from inside it.
SCOPES = frozenset(("table", "td", "th", "caption"))

# Elements that stand on lines of their own; a `<p>` ends before each of them. All others flow within a line.
_BLOCKS = """
address article aside blockquote center details dialog div fieldset figcaption figure footer form frameset header hgroup
legend listing main marquee nav p pre search section summary
"""
BLOCKS = frozenset((*_BLOCKS.split(), *HEADINGS, *LISTS, *ITEMS, "table"))
# Elements that no reader of the page sees as text.
_UNSHOWN = "template select button textarea svg math canvas audio video object applet map datalist rt rp iframe"
UNSHOWN = frozenset(_UNSHOWN.split())
# The frame of a page, which may be written or left out; the title of the window is taken up elsewhere.
FRAME = frozenset(("html", "head", "body", "title"))
