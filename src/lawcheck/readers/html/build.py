"""From tags and text to the lines and blocks of a page. Nothing is fetched, and no script or style sheet is read."""

from __future__ import annotations

from collections.abc import Mapping

from lawcheck.readers import limits
from lawcheck.readers.html import elements
from lawcheck.readers.html.frame import settle_frames
from lawcheck.readers.html.grid import Grid, span
from lawcheck.readers.html.media import embeds_file, picture
from lawcheck.readers.html.ordered import OrderedList
from lawcheck.readers.html.page import Node, Page, Unshown
from lawcheck.readers.html.stack import Open, Stack
from lawcheck.readers.html.style import TELLING, Look, Note, look
from lawcheck.readers.html.tokens import attributes
from lawcheck.readers.html.writing import LineWriter
from lawcheck.readers.lines import is_blank
from lawcheck.readers.refusal import over_limit
from lawcheck.wording import Text

_NEXT_PAGE = ("下一页", "下页")
_COUNT, _LEVELS = Text("个", "tags"), Text("层", "levels")


class Builder:
    """Takes the tokens of a page in order and keeps the elements that are open."""

    def __init__(self) -> None:
        root = Node("body")
        self.page = Page(root, nodes=[root])
        self._line = LineWriter(self.page)
        self._stack = Stack(self._closed)
        self._blocks = [root]
        self._hiding: list[Note] = []
        self._lists: list[OrderedList | None] = []
        self._links = self._keeping = self._tags = 0
        self._in_title = self._leads_on = False

    def start(self, name: str, source: str) -> None:
        """Take a start tag. Raises: Refusal for a page that exceeds a limit."""
        self._count()
        if name in elements.TABLE_PARTS:
            self._end_line()
            self._start_table_part(name, attributes(source))
        elif name in elements.BLOCKS:
            self._end_line()
            self._start_block(name, attributes(source))
        elif name == "br":
            self._break()
        elif name in elements.VOID:
            self._start_void(name, attributes(source))
        elif name in elements.FRAME:
            self._in_title = name == "title" and not self._hiding
        else:
            self._start_inline(name, source)

    def end(self, name: str) -> None:
        """Take an end tag; one that closes nothing has no effect. Raises: Refusal."""
        self._count()
        stack = self._stack
        if name == "br":
            self._break()
        elif name in elements.CELLS or name == "caption":
            stack.close_scope(name, *elements.CELLS)
        elif name == "table":
            stack.leave_cell()
            stack.close_scope("table")
        elif name in elements.TABLE_PARTS:
            if stack.leave_cell():
                stack.close("tr")
        elif name in elements.ITEMS:
            stack.close_item()
        elif name in elements.HEADINGS:
            any(map(stack.close, (name, *elements.HEADINGS)))
        elif name == "title":
            self._in_title = False
        elif not stack.close(name) and name == "p":
            self._end_line()

    def text(self, data: str) -> None:
        """Take text. Raises: Refusal."""
        if self._in_title:
            self.page.title = self.page.title or " ".join(data.split())
        elif self._hiding:
            if self._hiding[-1] is not Note.TOOL and not is_blank(data):
                self.page.unshown.append(Unshown(len(self.page.lines), self._hiding[-1], " ".join(data.split())))
        elif self._keeping and "\n" in data:
            for at, line in enumerate(data.split("\n")):
                if at:
                    self._break()
                self._line.write(line, is_link=self._links > 0)
        else:
            self._line.write(data, is_link=self._links > 0)
            if self._links and self._leads_on and data.strip() in _NEXT_PAGE:
                self.page.next_page = len(self.page.lines)

    def finish(self) -> None:
        """Close everything and settle what only the whole page tells."""
        self._end_line()
        self._stack.close_all()
        self.page.root.last = len(self.page.lines)
        settle_frames(self.page)

    def _count(self) -> None:
        self._tags += 1
        if self._tags > limits.HTML_TAGS:
            raise over_limit(Text("网页的标签数", "tag count of the web page"), limits.HTML_TAGS, _COUNT)

    def _start_block(self, name: str, told: Mapping[str, str]) -> None:
        self._stack.close("p")
        if name in elements.ITEMS:
            self._stack.close_item()
        looks = look(name, told)
        node = self._open_block(name, told, looks)
        if name == "table":
            node.grid = Grid.of(told)
            outer = node.cell
            if outer is not None and outer.grid is not None:
                outer.grid.has_inner = True
        elif name in elements.LISTS:
            self._lists.append(OrderedList(told, looks.list_style) if name == "ol" else None)
        elif name == "li" and self._lists and self._lists[-1]:
            self._line.item_number = self._lists[-1].number(told, looks.list_style)

    def _start_table_part(self, name: str, told: Mapping[str, str]) -> None:
        """Take a part of a table; outside of any table, as in a fragment, it only ends the line."""
        if not self._stack.leave_cell():
            return
        grid = self._blocks[-1].grid
        if name not in elements.CELLS:
            self._stack.close("tr")
        if name == "caption":
            self._open_block(name, told, look(name, told))
        elif name == "tr":
            self._open_row(grid, told)
        elif name in elements.CELLS:
            if not self._stack.has_row():
                self._open_row(grid, {})
            node = self._open_block(name, told, look(name, told))
            node.cell, node.grid = node, grid
            if grid is not None:
                columns, rows = (
                    span(told.get("colspan", ""), is_rows=False),
                    span(told.get("rowspan", ""), is_rows=True),
                )
                node.row, node.column = grid.place(columns, rows)
                grid.is_drawn = grid.is_drawn or name == "th"

    def _open_row(self, grid: Grid | None, told: Mapping[str, str]) -> None:
        hides = look("tr", told).hides
        if grid is not None and not hides:
            grid.begin_row()
        self._open(Open("tr", hides=hides))

    def _open_block(self, name: str, told: Mapping[str, str], looks: Look) -> Node:
        parent = self._blocks[-1]
        names = f"{told.get('id', '')} {told.get('class', '')}".lower().split()
        node = Node(name, parent, tuple(names), len(self.page.lines), cell=parent.cell, heading=parent.heading)
        if name in elements.HEADINGS:
            node.heading = node
        if len(self._blocks) > limits.HTML_DEPTH:
            raise over_limit(Text("网页的嵌套层数", "nesting of the web page"), limits.HTML_DEPTH, _LEVELS)
        self._blocks.append(node)
        self.page.nodes.append(node)
        self._open(Open(name, node, looks.hides, keeps_breaks=looks.keeps_breaks))
        return node

    def _start_inline(self, name: str, source: str) -> None:
        told = attributes(source) if TELLING.search(source) else {}
        looks = look(name, told)
        hides = looks.hides
        if name in elements.UNSHOWN and hides is None:
            hides = Note.HIDDEN if name == "textarea" else Note.TOOL
        elif name == "ins":
            self.page.unshown.append(Unshown(len(self.page.lines), Note.REVISION, ""))
        elif name == "a":
            self._stack.close_link()
            self._leads_on = not told.get("href", "").strip().lower().startswith(("javascript", "#"))
        if name in ("iframe", "object"):
            self._embed(attributes(source))
        if looks.is_number and not self._line.is_in_number:
            self._line.begin_number()
        elif looks.is_picture_font:
            self._line.mark_bullet()
        self._open(Open(name, None, hides, name == "a" and "href" in told, looks.keeps_breaks, looks.is_number))

    def _start_void(self, name: str, told: Mapping[str, str]) -> None:
        if name == "hr":
            self._end_line()
        elif name == "meta":
            self.page.tell(told)
        elif name == "link" and told.get("rel", "").lower() == "canonical":
            self.page.address = self.page.address or told.get("href", "").strip()
        elif name == "embed":
            self._embed(told)
        elif name == "img" and not self._hiding and look(name, told).hides is None:
            self.page.pictures.append(picture(told, len(self.page.lines)))

    def _embed(self, told: Mapping[str, str]) -> None:
        if not self._hiding and embeds_file(told):
            self.page.files.append(len(self.page.lines))

    def _open(self, element: Open) -> None:
        if element.hides is not None:
            self._hiding.append(element.hides)
        self._links += element.is_link
        self._keeping += element.keeps_breaks
        self._stack.push(element)

    def _closed(self, element: Open) -> None:
        if element.node is not None:
            self._end_line()
            self._blocks.pop()
            element.node.last = len(self.page.lines)
            if element.name in elements.LISTS:
                self._lists.pop()
            if element.name == "li":
                self._line.item_number = ""
        if element.hides is not None:
            self._hiding.pop()
        self._links -= element.is_link
        self._keeping -= element.keeps_breaks
        if element.is_number and self._line.is_in_number:
            self._line.end_number()

    def _break(self) -> None:
        """End the line, unless it is a heading, which stays one however it is broken."""
        if self._blocks[-1].heading is not None:
            self._line.write("\n", is_link=False)
        else:
            self._end_line()

    def _end_line(self) -> None:
        self._line.end_line(self._blocks[-1])
