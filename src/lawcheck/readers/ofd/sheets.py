"""The pages of an OFD file as printed sheets: each with what its templates draw under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lawcheck.readers.layout.sheet import Sheet
from lawcheck.readers.ofd.budget import Budget
from lawcheck.readers.ofd.content import Content, ContentReader
from lawcheck.readers.ofd.geometry import Box, upright
from lawcheck.readers.ofd.package import Entry, Package
from lawcheck.readers.ofd.plot import Placer, Plot
from lawcheck.readers.ofd.setting import LEVEL

# A page has two or three.
_MOST_RESOURCES = 20


class Sheets:
    """Reads the pages of a file.

    `hidden` are the numbers of those with text that does not show, `bare` of those whose template is not in the file.
    """

    def __init__(self, package: Package) -> None:
        self.hidden: list[int] = []
        self.bare: list[int] = []
        self._package = package
        self._budget = Budget()
        # What several pages use is read once.
        self._parts: dict[str, ContentReader] = {}
        self._fonts: dict[str, int] = {}  # numbers by name

    def read(self, entries: Sequence[Entry]) -> Iterator[Sheet | None]:
        """Yield the pages of all documents in the file, None for one whose part is not there. Raises: Refusal."""
        places = ((entry, name) for entry in entries for name in entry.pages)
        for number, (entry, name) in enumerate(places, 1):
            yield self._sheet(number, entry, name) if name is not None else None

    def _sheet(self, number: int, entry: Entry, name: str) -> Sheet:
        page = self._read(name)
        names = dict.fromkeys(entry.templates.get(id) for id in page.templates)
        contents = (*(self._shared(template).content for template in names if template), page)
        found = (self._package.find(name, place) for place in page.resources)
        resources = dict.fromkeys((*(part for part in found if part), *entry.resources))
        placer = Placer([self._shared(part) for part in islice(resources, _MOST_RESOURCES)], self._fonts, self._budget)
        sheet = _plot(number, page.box or entry.box, contents, placer)
        if any(content.has_hidden for content in contents):
            self.hidden.append(number)
        if None in names:
            self.bare.append(number)
        return sheet

    def _read(self, name: str) -> Content:
        reader = ContentReader(self._budget)
        self._package.send(name, reader)
        return reader.content

    def _shared(self, name: str) -> ContentReader:
        if name not in self._parts:
            self._parts[name] = ContentReader(self._budget)
            self._package.send(name, self._parts[name])
        return self._parts[name]


def _plot(number: int, box: Box, contents: Sequence[Content], placer: Placer) -> Sheet:
    """Return the page as most of its text runs: a wide table may lie on its side."""
    turn = LEVEL
    while True:
        matrix, size = upright(box, turn)
        plot = Plot(number, size)
        for content in contents:
            placer.put(content, plot, matrix)
        quarters = {way: count for way, count in plot.ways.items() if way >= LEVEL}
        most = max(quarters, key=lambda way: quarters[way], default=LEVEL)
        if turn != LEVEL or most == LEVEL:
            return plot.sheet()
        turn = most
