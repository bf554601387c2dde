"""Reading one XML part as a stream of events, within limits. A DOCTYPE is refused: it is how bombs come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

from lawcheck.readers import limits
from lawcheck.readers.refusal import Refusal, over_limit
from lawcheck.wording import Text

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
_ENCODINGS = ("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii")
_DAMAGED = Text("Word 文件已损坏", "the Word file is damaged")
_DOCTYPE = Text("Word 文件里有不允许的声明（DOCTYPE）", "the Word file holds a DOCTYPE, which none may")

_NESTING = Text("Word 文件的嵌套层数", "nesting of the Word file")
_ELEMENTS = Text("Word 文件的元素数", "element count of the Word file")
_ATTRIBUTE = Text("Word 文件的属性值", "an attribute of the Word file")


class Handler(Protocol):
    """What takes the events of one part. Names have short prefixes (`w:p`); names of other vocabularies are empty."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take characters; a run of them may come in several calls."""


def parse(chunks: Iterable[bytes], handler: Handler) -> None:
    """Send the events of one part to `handler`. Raises: Refusal for what is not well-formed or exceeds a limit."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    events = _Events(handler)
    parser.StartElementHandler = events.start
    parser.EndElementHandler = events.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.XmlDeclHandler = _check_declaration
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Refusal(_DAMAGED) from None


class _Events:
    """Counts elements and depth, and shortens names, on the way to a handler."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._short = _ShortNames()
        self._depth = 0
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > limits.XML_DEPTH:
            raise over_limit(_NESTING, limits.XML_DEPTH, Text("层", "levels"))
        if self._elements > limits.XML_ELEMENTS:
            raise over_limit(_ELEMENTS, limits.XML_ELEMENTS, Text("个", "elements"))
        short = self._short
        if attributes:
            if max(map(len, attributes.values())) > limits.XML_ATTRIBUTE_CHARACTERS:
                raise over_limit(_ATTRIBUTE, limits.XML_ATTRIBUTE_CHARACTERS, limits.CHARACTERS)
            attributes = {short[key]: value for key, value in attributes.items()}
        self._handler.start(short[name], attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(self._short[name])


class _ShortNames(dict[str, str]):
    """From `namespace local` to `w:local`. Foreign names are empty and not kept: they are without number."""

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        if not space:
            return local
        prefix = _PREFIXES.get(space)
        if prefix is None:
            return ""
        self[name] = f"{prefix}:{local}"
        return self[name]


def _refuse_doctype(*_: object) -> None:
    raise Refusal(_DOCTYPE)


def _check_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise Refusal(_DAMAGED)
