"""Paragraph and character styles: what a paragraph inherits of outline level, numbering and hiding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawcheck.text.pattern import pattern

_LONGEST_CHAIN = 50
_HEADING_NAME = pattern(r"(?i)(?:heading|标题)\s?([1-9])\Z")
_TOC_NAME = pattern(r"(?i)(?:toc|目录)(?:\s?\d|\s?heading|\s?标题)?\Z")


@dataclass(slots=True)
class Style:
    """One style as written. `level` is the outline level from zero (9: body text); None stands for: as the base."""

    id: str
    name: str = ""
    based_on: str | None = None
    level: int | None = None
    num_id: int | None = None
    ilvl: int | None = None
    is_hidden: bool | None = None


class Styles:
    """All styles of one file."""

    def __init__(self) -> None:
        self.by_id: dict[str, Style] = {}
        self.default: str | None = None

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """Yield the style and those that it is based on, nearest first; the default paragraph style for None."""
        seen: set[str] = set()
        at = style_id or self.default
        while at is not None and at not in seen and at in self.by_id and len(seen) < _LONGEST_CHAIN:
            seen.add(at)
            yield self.by_id[at]
            at = self.by_id[at].based_on

    def level(self, style_id: str | None) -> int | None:
        """Return the heading level of a paragraph style, from one; None for body text."""
        for style in self.chain(style_id):
            if style.level is not None:
                return style.level + 1 if style.level < 9 else None
            named = _HEADING_NAME.match(style.name)
            if named:
                return int(named[1])
        # Some writers use the built-in headings without defining them.
        named = _HEADING_NAME.match(style_id) if style_id and style_id not in self.by_id else None
        return int(named[1]) if named else None

    def is_hidden(self, style_id: str | None) -> bool | None:
        """Return whether the style hides its text; None when it does not say."""
        return next((s.is_hidden for s in self.chain(style_id) if s.is_hidden is not None), None)

    def is_toc(self, style_id: str | None) -> bool:
        """Say whether the paragraph style belongs to a table of contents."""
        style = self.by_id.get(style_id or "")
        return any(_TOC_NAME.match(name) for name in ((style.name, style.id) if style else (style_id or "",)))


class StyleReader:
    """Takes the events of styles.xml."""

    def __init__(self) -> None:
        self.styles = Styles()
        self._style: Style | None = None
        self._path: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep what matters of a style."""
        parent = self._path[-1] if self._path else ""
        self._path.append(tag)
        if tag == "w:style":
            self._style = Style(attributes.get("w:styleId", ""))
            self.styles.by_id[self._style.id] = self._style
            if attributes.get("w:type") == "paragraph" and is_on(attributes.get("w:default", "0")):
                self.styles.default = self._style.id
        elif self._style is not None:
            self._keep(self._style, parent, tag, attributes.get("w:val", ""))

    def _keep(self, style: Style, parent: str, tag: str, value: str) -> None:
        if tag == "w:name":
            style.name = value
        elif tag == "w:basedOn":
            style.based_on = value
        elif tag == "w:outlineLvl" and parent == "w:pPr":
            style.level = integer(value)
        elif tag == "w:numId" and parent == "w:numPr":
            style.num_id = integer(value)
        elif tag == "w:ilvl" and parent == "w:numPr":
            style.ilvl = integer(value)
        elif tag == "w:vanish" and parent == "w:rPr" and self._path[-3] == "w:style":
            style.is_hidden = is_on(value)

    def end(self, tag: str) -> None:
        """Leave an element."""
        self._path.pop()
        if tag == "w:style":
            self._style = None

    def text(self, data: str) -> None:
        """Nothing to do: styles say all in attributes."""


def is_on(value: str) -> bool:
    """Return an on/off attribute; an empty one is on."""
    return value not in ("0", "false", "off")


def integer(value: str) -> int | None:
    """Return a small number as written, or None."""
    digits = value.removeprefix("-")
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None
