"""Reading one XML part as a stream of events, within limits. A DOCTYPE is refused: it is how bombs come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from lawcheck.readers import limits
from lawcheck.readers.refusal import COPY_AGAIN, Refusal, over_limit
from lawcheck.wording import Text

_ENCODINGS = ("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii")
_LEVELS = Text("层", "levels")
_COUNT = Text("个", "elements")
# No format has so many names; a file made to have more is only slower.
_MOST_NAMES = 2000


@dataclass(frozen=True, slots=True)
class Dialect:
    """The XML of one format: how people call the file, and the prefix of each namespace that its reader knows."""

    file: Text
    prefixes: Mapping[str, str]


class Handler(Protocol):
    """What takes the events of one part. Names have the prefixes of the dialect (`w:p`); all others are empty."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool | None:
        """Take the start of an element; True passes over it with all that it holds, and no `end` comes for it."""

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take characters; a run of them may come in several calls."""


def parse(chunks: Iterable[bytes], handler: Handler, dialect: Dialect, heard: Collection[str] | None = None) -> None:
    """Send the events of one part to `handler`; only those of the elements `heard`, where that is given.

    Hearing few is what makes reading fast. What an unheard element holds is heard as if it were not there.

    Raises: Refusal for what is not well-formed or exceeds a limit.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    _Events(parser, handler, dialect, heard)
    taken = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            taken += len(chunk)
            # The parser looks at an unfinished tag or comment from its start with each chunk: that must not grow long.
            if taken - parser.CurrentByteIndex > limits.XML_TOKEN_BYTES:
                raise _over(dialect.file, Text("单个标签", "a tag"), limits.XML_TOKEN_BYTES, limits.BYTES)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise damaged(dialect.file) from None


def damaged(file: Text) -> Refusal:
    """Return the refusal of a file whose content does not hold together; `file` is how people call it."""
    return Refusal(Text(f"{file}已损坏或不完整", f"the {file.en} is damaged or truncated"), COPY_AGAIN)


class _Events:
    """Counts elements and depth, and shortens names, on the way from a parser to a handler."""

    def __init__(
        self, parser: expat.XMLParserType, handler: Handler, dialect: Dialect, heard: Collection[str] | None
    ) -> None:
        self._parser = parser
        self._handler = handler
        self._file = dialect.file
        self._tags = _ShortNames(dialect.prefixes, heard)
        self._keys = _ShortNames(dialect.prefixes, None)
        self._hears_all = heard is None
        self._depth = 0
        self._elements = 0
        self._passing_from = 0
        self._most_depth, self._most_elements = limits.XML_DEPTH, limits.XML_ELEMENTS
        parser.StartDoctypeDeclHandler = self._doctype
        parser.XmlDeclHandler = self._declaration
        self._listen()

    def _listen(self) -> None:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._handler.text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > self._most_depth or self._elements > self._most_elements:
            raise self._too_many()
        tag = self._tags[name]
        if not (tag or self._hears_all):
            return
        if attributes:
            if max(map(len, attributes.values())) > limits.XML_ATTRIBUTE_CHARACTERS:
                attribute = Text("属性值", "an attribute")
                raise _over(self._file, attribute, limits.XML_ATTRIBUTE_CHARACTERS, limits.CHARACTERS)
            keys = self._keys
            attributes = {keys[key]: value for key, value in attributes.items()}
        if self._handler.start(tag, attributes):
            self._pass_over()

    def _end(self, name: str) -> None:
        self._depth -= 1
        tag = self._tags[name]
        if tag or self._hears_all:
            self._handler.end(tag)

    def _pass_over(self) -> None:
        """Only count until the element that has just begun ends."""
        self._passing_from = self._depth
        self._parser.StartElementHandler = self._start_passed
        self._parser.EndElementHandler = self._end_passed
        self._parser.CharacterDataHandler = None

    def _start_passed(self, _name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > self._most_depth or self._elements > self._most_elements:
            raise self._too_many()

    def _end_passed(self, _name: str) -> None:
        self._depth -= 1
        if self._depth < self._passing_from:
            self._listen()

    def _too_many(self) -> Refusal:
        if self._depth > self._most_depth:
            return _over(self._file, Text("嵌套层数", "nesting"), self._most_depth, _LEVELS)
        return _over(self._file, Text("元素数", "element count"), self._most_elements, _COUNT)

    def _doctype(self, *_: object) -> None:
        file = self._file
        raise Refusal(Text(f"{file}里有不允许的声明（DOCTYPE）", f"the {file.en} holds a DOCTYPE, which none may"))

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise damaged(self._file)


def _over(file: Text, what: Text, limit: int, unit: Text) -> Refusal:
    return over_limit(Text(f"{file}的{what}", f"{what.en} of the {file.en}"), limit, unit)


class _ShortNames(dict[str, str]):
    """From `namespace local` to `w:local`; empty for foreign names, and for those that are not `heard`."""

    def __init__(self, prefixes: Mapping[str, str], heard: Collection[str] | None) -> None:
        super().__init__()
        self._prefixes = prefixes
        self._heard = heard

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        prefix = self._prefixes.get(space) if space else ""
        short = "" if prefix is None else f"{prefix}:{local}" if prefix else local
        if self._heard is not None and short not in self._heard:
            short = ""
        if len(self) < _MOST_NAMES:
            self[name] = short
        return short
