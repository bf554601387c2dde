"""Gathering what a page says of itself."""

from __future__ import annotations

from collections.abc import Iterable

from lawcheck.model.document import METADATA_KEYS
from lawcheck.readers.draft import Metadata
from lawcheck.readers.page.words import NOTHING


class Gathered:
    """Values under the keys of Document.metadata; the first value of a key stays."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def add(self, key: str | None, value: str) -> None:
        """Keep `value` under `key`, unless it says nothing or the key is none of METADATA_KEYS."""
        value = " ".join(value.split())
        if key in METADATA_KEYS and value and not says_nothing(value):
            self._values.setdefault(key, value)

    def add_all(self, pairs: Iterable[tuple[str | None, str]]) -> None:
        """Keep each of `pairs` as `add` does."""
        for key, value in pairs:
            self.add(key, value)

    def metadata(self) -> Metadata:
        """Return the values, in the order of METADATA_KEYS."""
        return tuple((key, self._values[key]) for key in METADATA_KEYS if key in self._values)


def says_nothing(value: str) -> bool:
    """Say whether a field's value is one of the ways to write that there is none."""
    match = NOTHING.match(value)
    return match is not None and match.end() == len(value)
