"""The elements that are open, and which of them a tag closes. Every tag costs the same, however many are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lawcheck.readers.html.elements import ITEMS, LISTS, SCOPES
from lawcheck.readers.html.page import Node
from lawcheck.readers.html.style import Note


@dataclass(eq=False, slots=True)
class Open:
    """An open element: its block, if it is one, and what it does to the text in it."""

    name: str
    node: Node | None = None
    hides: Note | None = None
    is_link: bool = False
    keeps_breaks: bool = False
    is_number: bool = False


@dataclass(slots=True)
class _Scope:
    """What is open since the last table or cell began: how often each name, and for each list whether an item is."""

    name: str
    names: Counter[str] = field(default_factory=Counter)
    items: list[int] = field(default_factory=lambda: [0])


class Stack:
    """The open elements. `on_close` is called with each that closes."""

    def __init__(self, on_close: Callable[[Open], None]) -> None:
        self._open: list[Open] = []
        self._scopes = [_Scope("")]
        self._on_close = on_close

    def push(self, element: Open) -> None:
        """Open an element."""
        scope = self._scopes[-1]
        self._open.append(element)
        scope.names[element.name] += 1
        if element.name in ITEMS:
            scope.items[-1] += 1
        elif element.name in LISTS:
            scope.items.append(0)
        elif element.name in SCOPES:
            self._scopes.append(_Scope(element.name))

    def close(self, name: str) -> bool:
        """Close the nearest element of this name in the scope and all inside it; say whether there was one."""
        if not self._scopes[-1].names[name]:
            return False
        while self._pop().name != name:
            pass
        return True

    def close_item(self) -> None:
        """Close the item of the innermost list that is open."""
        items = self._scopes[-1].items
        while items[-1] > 0:
            self._pop()

    def close_link(self) -> None:
        """Close a link that nothing but inline elements stand open in: links do not nest."""
        if not self._scopes[-1].names["a"]:
            return
        while self._open[-1].node is None and self._open[-1].name != "tr":
            if self._pop().name == "a":
                return

    def close_scope(self, *names: str) -> bool:
        """Close the innermost table or cell if it is one of these; say whether it was."""
        if self._scopes[-1].name not in names:
            return False
        depth = len(self._scopes)
        while len(self._scopes) >= depth:
            self._pop()
        return True

    def leave_cell(self) -> bool:
        """Close an open cell or caption and what stands between rows; say whether a table or row is now at hand."""
        self.close_scope("td", "th", "caption")
        if self._scopes[-1].name != "table":
            return False
        while self._open[-1].name not in ("table", "tr"):
            self._pop()
        return True

    def has_row(self) -> bool:
        """Say whether a row stands open in the table at hand."""
        return self._scopes[-1].names["tr"] > 0

    def close_all(self) -> None:
        """Close everything."""
        while self._open:
            self._pop()

    def _pop(self) -> Open:
        element = self._open.pop()
        if element.name in SCOPES:
            self._scopes.pop()
        scope = self._scopes[-1]
        scope.names[element.name] -= 1
        if element.name in LISTS:
            scope.items.pop()
        elif element.name in ITEMS:
            scope.items[-1] -= 1
        self._on_close(element)
        return element
