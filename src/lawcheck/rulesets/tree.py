"""A YAML file as plain values, with the place of every node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lawcheck.rulesets.fault import START, Fault
from lawcheck.text.lines import LineColumn
from lawcheck.wording import Text

Plain = str | int | bool | None | tuple["Plain", ...] | dict[str, "Plain"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """`value` is the whole file; `places` has each node and `keys` each key of a mapping, both by the node's path.

    The path of the second rule's title is `("rules", 1, "title")`.
    """

    file: str
    value: Plain
    places: Mapping[Path, LineColumn]
    keys: Mapping[Path, LineColumn]

    def at(self, path: Path, *, key: bool = False) -> LineColumn:
        """Return the place of the node at `path` (of its `key`), or of the nearest node above it."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, START)

    def get(self, path: Path) -> Plain:
        """Return the value at `path`. Raises: KeyError when there is none."""
        value = self.value
        for step in path:
            if isinstance(value, dict) and step in value:
                value = value[str(step)]
            elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                raise KeyError(path)
        return value

    def items(self, path: Path) -> tuple[Plain, ...]:
        """Return the list at `path`, or nothing where there is no list (the models say so)."""
        try:
            value = self.get(path)
        except KeyError:
            return ()
        return value if isinstance(value, tuple) else ()

    def fault(self, path: Path, text: Text, *, key: bool = False) -> Fault:
        """Return the error that says `text` of the node at `path`, or of its key."""
        return Fault(self.file, self.at(path, key=key), text)
