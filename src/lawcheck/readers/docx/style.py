"""Paragraph and character styles: what a paragraph inherits of outline level, numbering and hiding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from lawcheck.text.pattern import pattern

_LONGEST_CHAIN = 50
_HEADING_NAME = pattern(r"(?i)(?:heading|标题)\s?([1-9])\Z")
_TOC_NAME = pattern(r"(?i)(?:toc|(?:WPSOffice手动)?目录)(?:\s?\d|\s?heading|\s?标题)?\Z")
# Of these nothing counts; nor do table styles, the greater part of many files: they make no number and no heading.
_PASSED = frozenset(("w:latentStyles", "w:pPrChange", "w:rPrChange"))
_HEARD = frozenset(
    (
        *(
            "w:style",
            "w:name",
            "w:basedOn",
            "w:pPr",
            "w:outlineLvl",
            "w:numPr",
            "w:numId",
            "w:ilvl",
            "w:rPr",
            "w:vanish",
        ),
        *("w:rPrDefault", "w:tblStylePr", *_PASSED),
    )
)


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


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a style says with all that it is based on; `ids` are these, nearest first. `level` counts from one."""

    ids: tuple[str, ...]
    level: int | None
    num_id: int | None
    ilvl: int | None
    is_hidden: bool | None
    is_toc: bool


class Styles:
    """All styles of one file. `default` is the style of paragraphs that name none."""

    def __init__(self) -> None:
        self.by_id: dict[str, Style] = {}
        self.default: str | None = None
        self.is_hidden_by_default = False
        self._inherited: dict[str | None, Inherited] = {}

    def of(self, style_id: str | None) -> Inherited:
        """Return what a paragraph or a run gets from its style; the default paragraph style for None."""
        found = self._inherited.get(style_id)
        if found is None:
            found = self._inherited[style_id] = self._inherit(style_id)
        return found

    def is_hidden(self, paragraph_style: str | None, run_style: str | None, own: bool | None) -> bool:
        """Say whether a run is hidden. Of the two styles each turns over what the other says (ECMA-376 17.7.3)."""
        if own is not None:
            return own
        said = (self.of(paragraph_style).is_hidden, self.of(run_style).is_hidden if run_style else None)
        return self.is_hidden_by_default if said == (None, None) else said.count(True) == 1

    def _inherit(self, style_id: str | None) -> Inherited:
        chain = list(self._chain(style_id))
        own = self.by_id.get(style_id or "")
        return Inherited(
            ids=tuple(style.id for style in chain),
            level=self._level(chain, style_id),
            num_id=next((style.num_id for style in chain if style.num_id is not None), None),
            ilvl=next((style.ilvl for style in chain if style.ilvl is not None), None),
            is_hidden=next((style.is_hidden for style in chain if style.is_hidden is not None), None),
            is_toc=any(_TOC_NAME.match(name) for name in ((own.name, own.id) if own else (style_id or "",))),
        )

    def _chain(self, style_id: str | None) -> Iterator[Style]:
        seen: set[str] = set()
        at = style_id or self.default
        while at is not None and at not in seen and at in self.by_id and len(seen) < _LONGEST_CHAIN:
            seen.add(at)
            yield self.by_id[at]
            at = self.by_id[at].based_on

    def _level(self, chain: list[Style], style_id: str | None) -> int | None:
        for style in chain:
            if style.level is not None:
                return style.level + 1 if 0 <= style.level < 9 else None
            named = _HEADING_NAME.match(style.name)
            if named:
                return int(named[1])
        # Some writers use the built-in headings without defining them.
        named = _HEADING_NAME.match(style_id) if style_id and style_id not in self.by_id else None
        return int(named[1]) if named else None


class StyleReader:
    """Takes the events of styles.xml."""

    HEARD: ClassVar = _HEARD

    def __init__(self) -> None:
        self.styles = Styles()
        self._style: Style | None = None
        self._path: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Keep what matters of a style."""
        if tag in _PASSED or (tag == "w:style" and attributes.get("w:type") == "table"):
            return True
        parent = self._path[-1] if self._path else ""
        self._path.append(tag)
        if tag == "w:style":
            self._style = Style(attributes.get("w:styleId", ""))
            self.styles.by_id[self._style.id] = self._style
            if attributes.get("w:type") == "paragraph" and is_on(attributes.get("w:default", "0")):
                self.styles.default = self._style.id
        elif self._style is not None:
            self._keep(self._style, parent, tag, attributes.get("w:val", ""))
        elif tag == "w:vanish" and self._path[-3:-1] == ["w:rPrDefault", "w:rPr"]:
            self.styles.is_hidden_by_default = is_on(attributes.get("w:val", ""))
        return False

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
