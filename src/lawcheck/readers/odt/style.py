"""Styles of an ODT file: what text inherits of hiding, what belongs to a table of contents, and the lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawcheck.readers.odt.numbering import OUTLINE, Level, ListStyle, integer
from lawcheck.text.pattern import pattern

_LONGEST_CHAIN = 50
# Names with a blank are written with its code: Contents_20_1.
_INDEX_NAME = pattern(r"(?i)(?:contents|toc|目录)(?:(?:_20_|\s)?(?:\d{1,2}|heading|标题))?\Z")
_LISTS = ("text:list-style", "text:outline-style")
_NUMBERED = ("text:list-level-style-number", "text:outline-level-style")


@dataclass(slots=True)
class Style:
    """One style; None stands for: as the parent. `list_style` is empty where a style takes the list off.

    `is_index` says of a style with all that it inherits that it belongs to a table of contents.
    """

    parent: str | None = None
    is_hidden: bool | None = None
    list_style: str | None = None
    is_index: bool = False


class Styles:
    """The styles of one file: of paragraphs and of text, and of lists by name."""

    def __init__(self) -> None:
        self.lists: dict[str, ListStyle] = {}
        self._styles: dict[tuple[str, str], Style] = {}
        self._whole: dict[tuple[str, str], Style] = {}

    def add(self, family: str, name: str, style: Style) -> None:
        """Keep a style of a family, `paragraph` or `text`."""
        self._styles[family, name] = style

    def paragraph(self, name: str | None) -> Style:
        """Return a paragraph style with all that it inherits."""
        return self._resolved("paragraph", name)

    def text(self, name: str | None) -> Style:
        """Return a text style with all that it inherits."""
        return self._resolved("text", name)

    def numbering(self, list_style: str | None, paragraph_style: str | None) -> ListStyle:
        """Return the list style that numbers a paragraph: of its list, else of its style."""
        named = list_style if list_style is not None else self.paragraph(paragraph_style).list_style
        return self.lists.get(named or "") or ListStyle()

    def _resolved(self, family: str, name: str | None) -> Style:
        key = family, name or ""
        if key not in self._whole:
            chain = list(self._chain(*key))
            hides = next((style.is_hidden for style in chain if style.is_hidden is not None), None)
            numbers = next((style.list_style for style in chain if style.list_style is not None), None)
            # An automatic style stands between a paragraph and the style of a table of contents.
            is_index = any(_INDEX_NAME.match(known) for known in (key[1], chain[0].parent if chain else None) if known)
            self._whole[key] = Style(None, hides, numbers, is_index)
        return self._whole[key]

    def _chain(self, family: str, name: str | None) -> Iterator[Style]:
        seen: set[str] = set()
        while name is not None and name not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(name)
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.parent


class StyleReader:
    """Takes the events of a part's styles and adds them to `styles`."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._style: Style | None = None
        self._list: ListStyle | None = None
        self._level: Level | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep what matters of a style."""
        if tag == "style:style":
            self._style = Style(attributes.get("style:parent-style-name"))
            self._style.list_style = attributes.get("style:list-style-name")
            self._styles.add(attributes.get("style:family", ""), attributes.get("style:name", ""), self._style)
        elif tag == "style:text-properties" and self._style is not None:
            if "text:display" in attributes:
                self._style.is_hidden = attributes["text:display"] == "none"
        elif tag in _LISTS:
            self._list = ListStyle(is_consecutive=attributes.get("text:consecutive-numbering") == "true")
            name = OUTLINE if tag == "text:outline-style" else attributes.get("style:name", "")
            self._styles.lists[name] = self._list
        elif tag in _NUMBERED and self._list is not None:
            self._level = Level.of(attributes)
            self._list.levels[integer(attributes.get("text:level", "")) or 1] = self._level
        elif tag == "style:list-level-label-alignment" and self._level is not None:
            self._level.followed_by = attributes.get("text:label-followed-by", "listtab")

    def end(self, tag: str) -> None:
        """Leave an element."""
        if tag == "style:style":
            self._style = None
        elif tag in _NUMBERED:
            self._level = None
        elif tag in _LISTS:
            self._list = None

    def text(self, data: str) -> None:
        """Nothing to do: styles say all in attributes."""
