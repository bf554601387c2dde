"""A page as its lines of text and the blocks that they stand in: values, filled by `build`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.readers.html.grid import Grid
from lawcheck.readers.html.style import Note


@dataclass(eq=False, slots=True)
class Node:
    """A block element. It holds the lines `[first, last)` of the page.

    `names` are its id and classes in lower case. `cell` and `heading` are the nearest element around it, or itself,
    that is a table cell or a heading; `in_frame` says that it belongs to the site around the document (menu, foot).
    """

    tag: str
    parent: Node | None = None
    names: tuple[str, ...] = ()
    first: int = 0
    last: int = 0
    cell: Node | None = None
    heading: Node | None = None
    in_frame: bool = False
    grid: Grid | None = None  # of a table, and for its cells the table that they stand in
    row: int = 0
    column: int = 0


@dataclass(slots=True)
class Line:
    """A line of text as it shows, without blanks at its ends.

    `node` is the block where it begins, `linked` the number of its characters that are links. `number` is what it
    begins with when that is the automatic number of a list.
    """

    text: str
    node: Node
    linked: int = 0
    number: str = ""

    @property
    def is_link(self) -> bool:
        """Say whether the line is nothing but links."""
        return self.linked * 5 >= len(self.text) * 4


@dataclass(frozen=True, slots=True)
class Unshown:
    """Text of the page that does not count; it stood before the line `at`."""

    at: int
    why: Note
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture before the line `at`; sizes in pixels, zero where the page does not say."""

    at: int
    width: int
    height: int


@dataclass(slots=True)
class Page:
    """What one page holds. `title` is that of the window, `told` the `<meta>` tags, their names in lower case."""

    root: Node
    lines: list[Line] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    title: str = ""
    told: dict[str, str] = field(default_factory=dict)
    address: str = ""
    unshown: list[Unshown] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    files: list[int] = field(default_factory=list)  # lines before which a file is embedded
    next_page: int | None = None  # the line that links to the next part of the document
    is_cut_off: bool = False

    def lines_of(self, node: Node) -> list[Line]:
        """Return the lines of a block, in order."""
        return self.lines[node.first : node.last]

    def tell(self, attributes: Mapping[str, str]) -> None:
        """Take up a `<meta>` tag; the first of a name counts."""
        name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
        content = " ".join(attributes.get("content", "").split())
        if name and content:
            self.told.setdefault(name, content)
