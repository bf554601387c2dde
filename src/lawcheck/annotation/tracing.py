"""Where in the bytes of a Word file each character of the text as read stands.

The document part is gone through once more, with the reader's own walk: what it takes for text is what is traced, so
fields, revisions, hidden text and content controls need no second understanding here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from lawcheck.readers.docx.body import BodyReader
from lawcheck.readers.docx.package import DIALECT
from lawcheck.readers.docx.paragraph import Paragraph
from lawcheck.readers.docx.style import Styles
from lawcheck.readers.xml_events import damaged

_MARKERS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:comment")


@dataclass(slots=True, eq=False)
class Node:
    """An element: its name as the reader calls it, and the bytes at which its start tag and its end tag begin.

    `properties` is its `w:rPr` or `w:pPr`; `first` and `last` are the first and the last child besides that.
    """

    tag: str
    parent: Node | None
    start: int
    end: int = 0
    properties: Node | None = None
    first: Node | None = None
    last: Node | None = None

    def within(self) -> Iterator[Node]:
        """Yield the element and all that it stands in, from the inside out."""
        at: Node | None = self
        while at is not None:
            yield at
            at = at.parent


@dataclass(frozen=True, slots=True)
class Unit:
    """Characters of a paragraph that come from one place: `node` is what holds them or stands for them.

    `at` is the byte of the first of them where they are written out; None for a sign such as a tab.
    """

    text: str
    node: Node | None
    at: int | None


@dataclass(frozen=True, slots=True)
class Traced:
    """A paragraph as the reader gave it. `number` is that of the reader, `node` the paragraph of the body.

    A paragraph of a text box has the number and the node of the one that it hangs on.
    """

    number: int
    node: Node | None
    units: tuple[Unit, ...]
    is_boxed: bool

    @property
    def text(self) -> str:
        """The characters, as the reader joined them, before blanks and numbers."""
        return "".join(unit.text for unit in self.units)


@dataclass(slots=True)
class Trace:
    """A part gone through: its root and the namespace of that, the ids of comments, the paragraphs.

    `prefixes` are the namespaces that the prefix `w` is declared for, anywhere.
    """

    root: Node
    namespace: str = ""
    prefixes: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    paragraphs: list[Traced] = field(default_factory=list)


def trace(data: bytes, styles: Styles) -> Trace:
    """Return the trace of a document part in UTF-8. Raises: Refusal for what is no XML or declares a DOCTYPE."""
    found = Trace(Node("", None, 0))
    walk = _Walk(styles, found.paragraphs.append)
    _parse(data, found, walk)
    return found


def scan(data: bytes) -> Trace:
    """Return the trace of any other part: its root and the ids of comments. Raises: Refusal."""
    found = Trace(Node("", None, 0))
    _parse(data, found, None)
    return found


class _Walk(BodyReader):
    """The reader's walk, watched: after each event, what it wrote is what this event stands for."""

    def __init__(self, styles: Styles, emit: Callable[[Traced], None]) -> None:
        super().__init__(styles, self._take)
        self._give = emit
        # By the list of pieces that the units go with; it is kept, so that no other gets its identity.
        self._units: dict[int, tuple[list[str], list[Unit]]] = {}
        self._bodies: dict[int, Node] = {}
        self._last = 0

    def see(self, node: Node, at: int | None = None) -> None:
        """Take it that what was written since the last event comes from `node`."""
        if not self._writer.open:
            return
        paragraph = self._writer.open[-1]
        if node.tag == "w:p" and len(self._writer.open) == 1:
            self._bodies.setdefault(paragraph.number, node)
        if paragraph.pieces:
            pieces, units = self._units.setdefault(id(paragraph.pieces), (paragraph.pieces, []))
            units += (Unit(piece, node, at) for piece in pieces[len(units) :])

    def _take(self, paragraph: Paragraph) -> None:
        _, units = self._units.pop(id(paragraph.pieces), ([], []))
        units += (Unit(piece, None, None) for piece in paragraph.pieces[len(units) :])
        number = paragraph.number
        self._give(Traced(number, self._bodies.get(number), tuple(units), is_boxed=number == self._last))
        self._last = number


class _Events:
    """From the parser to nodes and, where there is one, to the reader's walk."""

    def __init__(self, parser: expat.XMLParserType, found: Trace, walk: _Walk | None) -> None:
        self._parser = parser
        self._found = found
        self._walk = walk
        self._heard = frozenset() if walk is None else walk.heard
        self._open: list[Node] = []
        self._passing = 0
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._refuse

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag, parent = _short(name), self._open[-1] if self._open else None
        node = Node(tag, parent, self._parser.CurrentByteIndex)
        self._open.append(node)
        if parent is None:
            self._found.root, self._found.namespace = node, name.rpartition(" ")[0]
        elif tag in ("w:rPr", "w:pPr"):
            parent.properties = node
        else:
            parent.first, parent.last = parent.first or node, node
        named = {_short(key): value for key, value in attributes.items()}
        if tag in _MARKERS:
            self._found.ids.add(named.get("w:id", ""))
        if self._passing:
            self._passing += 1
        elif tag in self._heard and self._walk is not None:
            if self._walk.start(tag, named):
                self._passing = 1
            self._walk.see(node)

    def _end(self, name: str) -> None:
        node = self._open.pop()
        node.end = self._parser.CurrentByteIndex
        if self._passing:
            self._passing -= 1
        elif node.tag in self._heard and self._walk is not None:
            self._walk.end(node.tag)
            self._walk.see(node)

    def _text(self, data: str) -> None:
        if self._walk is not None and not self._passing:
            self._walk.text(data)
            self._walk.see(self._open[-1], self._parser.CurrentByteIndex)

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        if prefix == "w":
            self._found.prefixes.append(uri or "")

    def _refuse(self, *_: object) -> None:
        raise damaged(DIALECT.file)


def _parse(data: bytes, found: Trace, walk: _Walk | None) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    _Events(parser, found, walk)
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise damaged(DIALECT.file) from None


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    prefix = DIALECT.prefixes.get(space, "") if space else ""
    return f"{prefix}:{local}" if prefix else "" if space else local
