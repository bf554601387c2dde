"""The lists of an ODT body: which item stands at a place, and which earlier list it counts on from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lawcheck.readers.odt.numbering import OUTLINE, Counters, Place, integer, level_of

_ITEMS = ("text:list-item", "text:numbered-paragraph")
_HOLDERS = ("text:list-item", "text:list-header")


@dataclass(slots=True)
class _List:
    """An open list. `sublists` counts those of the item at hand: a second one begins anew."""

    counters: Counters
    style: str | None
    level: int
    sublists: int = 0


@dataclass(slots=True)
class _Item:
    """An open item; `is_numbered` until its first paragraph has taken the number."""

    place: Place
    is_numbered: bool = True


class OpenLists:
    """The open lists and items at one place, outermost first."""

    def __init__(self) -> None:
        self._lists: list[_List] = []
        self._items: list[_Item] = []
        self._by_id: dict[str, Counters] = {}
        # Text that counts on does so from the latest list of its style, even where others stand between.
        self._latest: dict[str | None, Counters] = {}
        self._outline = Counters()

    def start(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        """Take the start of any element; those that are not of lists change nothing."""
        if tag == "text:list":
            self._lists.append(
                self._nested(attributes) if parent in _HOLDERS and self._lists else self._root(attributes)
            )
        elif tag == "text:list-item" and self._lists:
            of = self._lists[-1]
            of.sublists = 0
            style = attributes.get("text:style-override", of.style)
            self._items.append(_Item(Place(of.counters, style, of.level, _start(attributes))))
        elif tag == "text:numbered-paragraph":
            style = attributes.get("text:style-name")
            counters = self._by_id.setdefault(attributes.get("text:list-id") or f"{style} ", Counters())
            self._items.append(_Item(Place(counters, style, level_of(attributes, "text:level"), _start(attributes))))

    def end(self, tag: str) -> None:
        """Take the end of any element."""
        if tag == "text:list" and self._lists:
            self._lists.pop()
        elif tag in _ITEMS and self._items:
            self._items.pop()

    def take(self, parent: str) -> Place | None:
        """Return the place of a paragraph that stands in `parent`: the first of an item has one, others have none."""
        item = self._items[-1] if parent in _ITEMS and self._items else None
        if item is None or not item.is_numbered:
            return None
        item.is_numbered = False
        return item.place

    def heading(self, attributes: Mapping[str, str], level: int) -> Place:
        """Return the place of a heading that is in no list: in the outline of the whole text."""
        restarts = attributes.get("text:restart-numbering") == "true"
        return Place(self._outline, OUTLINE, level, _start(attributes) if restarts else None, restarts)

    def _root(self, attributes: Mapping[str, str]) -> _List:
        style = attributes.get("text:style-name")
        counters = self._by_id.get(attributes.get("text:continue-list", ""))
        if counters is None and attributes.get("text:continue-numbering") == "true":
            counters = self._latest.get(style)
        counters = counters or Counters()
        self._latest[style] = counters
        if "xml:id" in attributes:
            self._by_id[attributes["xml:id"]] = counters
        return _List(counters, style, 1)

    def _nested(self, attributes: Mapping[str, str]) -> _List:
        outer = self._lists[-1]
        outer.sublists += 1
        if outer.sublists > 1 and attributes.get("text:continue-numbering") != "true":
            outer.counters.forget(outer.level + 1)
        return _List(outer.counters, attributes.get("text:style-name", outer.style), outer.level + 1)


def _start(attributes: Mapping[str, str]) -> int | None:
    return integer(attributes.get("text:start-value", ""))
