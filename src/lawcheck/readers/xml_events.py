"""Reading one XML part as a stream of events, within limits. A DOCTYPE is refused: it is how bombs come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from lawcheck.readers import limits
from lawcheck.readers.refusal import COPY_AGAIN, Refusal, over_limit
from lawcheck.wording import Text

_ENCODINGS = ("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii")
_LEVELS = Text("层", "levels")
_COUNT = Text("个", "elements")


@dataclass(frozen=True, slots=True)
class Dialect:
    """The XML of one format: how people call the file, and the prefix of each namespace that its reader knows."""

    file: Text
    prefixes: Mapping[str, str]


class Handler(Protocol):
    """What takes the events of one part. Names have the prefixes of the dialect (`w:p`); all others are empty."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take characters; a run of them may come in several calls."""


def parse(chunks: Iterable[bytes], handler: Handler, dialect: Dialect) -> None:
    """Send the events of one part to `handler`. Raises: Refusal for what is not well-formed or exceeds a limit."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    events = _Events(handler, dialect)
    parser.StartElementHandler = events.start
    parser.EndElementHandler = events.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = events.doctype
    parser.XmlDeclHandler = events.declaration
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise damaged(dialect.file) from None


def damaged(file: Text) -> Refusal:
    """Return the refusal of a file whose content does not hold together; `file` is how people call it."""
    return Refusal(Text(f"{file}已损坏或不完整", f"the {file.en} is damaged or truncated"), COPY_AGAIN)


class _Events:
    """Counts elements and depth, and shortens names, on the way to a handler."""

    def __init__(self, handler: Handler, dialect: Dialect) -> None:
        self._handler = handler
        self._file = dialect.file
        self._short = _ShortNames(dialect.prefixes)
        self._depth = 0
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > limits.XML_DEPTH:
            raise self._over(Text("嵌套层数", "nesting"), limits.XML_DEPTH, _LEVELS)
        if self._elements > limits.XML_ELEMENTS:
            raise self._over(Text("元素数", "element count"), limits.XML_ELEMENTS, _COUNT)
        short = self._short
        if attributes:
            if max(map(len, attributes.values())) > limits.XML_ATTRIBUTE_CHARACTERS:
                attribute = Text("属性值", "an attribute")
                raise self._over(attribute, limits.XML_ATTRIBUTE_CHARACTERS, limits.CHARACTERS)
            attributes = {short[key]: value for key, value in attributes.items()}
        self._handler.start(short[name], attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(self._short[name])

    def doctype(self, *_: object) -> None:
        file = self._file
        raise Refusal(Text(f"{file}里有不允许的声明（DOCTYPE）", f"the {file.en} holds a DOCTYPE, which none may"))

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise damaged(self._file)

    def _over(self, what: Text, limit: int, unit: Text) -> Refusal:
        return over_limit(Text(f"{self._file}的{what}", f"{what.en} of the {self._file.en}"), limit, unit)


class _ShortNames(dict[str, str]):
    """From `namespace local` to `w:local`. Foreign names are empty and not kept: they are without number."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        if not space:
            return local
        prefix = self._prefixes.get(space)
        if prefix is None:
            return ""
        self[name] = f"{prefix}:{local}"
        return self[name]
