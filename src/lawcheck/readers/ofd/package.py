"""The package of an OFD file: its documents, their pages, templates and resources. Source: GB/T 33190-2016, 7."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.readers import limits
from lawcheck.readers.container import Container
from lawcheck.readers.ofd import geometry
from lawcheck.readers.ofd.geometry import Box
from lawcheck.readers.refusal import LOCKED, SAVE_AS, UNLOCK, Refusal, over_limit
from lawcheck.readers.xml_events import Dialect, Handler, parse
from lawcheck.wording import Text

_OFD = Text("OFD 文件", "OFD file")
DIALECT = Dialect(_OFD, {"http://www.ofdspec.org/2016": "ofd", "http://www.ofdspec.org": "ofd"})
_NO_PAGES = Text("压缩包里没有 OFD 文档", "there is no OFD document inside the archive")
_A4 = Box(0, 0, 210, 297)
_WRITTEN = ("DocRoot", "PhysicalBox", "PublicRes", "DocumentRes", "Attachments")
_LONGEST = 2_000


@dataclass(slots=True)
class Entry:
    """A document of the file: parts by their names, in order; `templates` by their id. None is one that is lost."""

    box: Box = _A4
    pages: list[str | None] = field(default_factory=list)
    templates: dict[str, str | None] = field(default_factory=dict)
    resources: list[str] = field(default_factory=list)
    attachments: str | None = None


class Package(Container):
    """The parts of one OFD file."""

    def __init__(self, data: bytes) -> None:
        """Open the container. Raises: Refusal."""
        super().__init__(data, _OFD)
        # Some programs do not write a name as they call it: TPLS for Tpls.
        self._any_case = {name.lower(): name for name in self._names}

    def send(self, name: str, handler: Handler) -> None:
        """Send the events of a part to `handler`. Raises: Refusal."""
        parse(self.chunks(name), handler, DIALECT)

    def entries(self) -> list[Entry]:
        """Return the documents of the file. Raises: Refusal, also for an encrypted file and for one without pages."""
        if "Encryptions.xml" in self:
            raise Refusal(LOCKED, UNLOCK)
        if "OFD.xml" not in self:
            raise Refusal(_NO_PAGES, SAVE_AS)
        root = _Listing()
        self.send("OFD.xml", root)
        names = [self.find("OFD.xml", place) for place in root.texts("DocRoot")]
        entries = [self._entry(name) for name in dict.fromkeys(names) if name]
        count = sum(len(entry.pages) for entry in entries)
        if not count:
            raise Refusal(_NO_PAGES, SAVE_AS)
        if count > limits.OFD_PAGES:
            what = Text("OFD 的页数", "number of pages of the OFD file")
            raise over_limit(what, limits.OFD_PAGES, Text("页", "pages"))
        return entries

    def count_attachments(self, entry: Entry) -> int:
        """Return how many files are attached to a document."""
        listing = _Listing()
        if entry.attachments is not None:
            self.send(entry.attachments, listing)
        return len(listing.elements("Attachment"))

    def find(self, base: str, place: str) -> str | None:
        """Return the name of the part that `base` means by `place`: from its own folder, else from the root."""
        place = place.strip().replace("\\", "/")
        folder = "" if place.startswith("/") else posixpath.dirname(base)
        for path in (posixpath.join(folder, place.lstrip("/")), place):
            name = posixpath.normpath(path).lstrip("/")
            name = name if name in self else self._any_case.get(name.lower(), "..")
            if not name.startswith(".."):
                return name
        return None

    def _entry(self, name: str) -> Entry:
        listing = _Listing()
        self.send(name, listing)
        entry = Entry()
        entry.box = next((box for box in map(geometry.page_box, listing.texts("PhysicalBox")) if box), _A4)
        entry.pages = [self.find(name, page.get("BaseLoc", "")) for page in listing.elements("Page")]
        for template in listing.elements("TemplatePage"):
            entry.templates[template.get("ID", "")] = self.find(name, template.get("BaseLoc", ""))
        places = (*listing.texts("PublicRes"), *listing.texts("DocumentRes"))
        entry.resources = list(dict.fromkeys(part for part in (self.find(name, place) for place in places) if part))
        entry.attachments = next((self.find(name, place) for place in listing.texts("Attachments")), None)
        return entry


class _Listing:
    """Collects the elements of a part by their names, and the texts of some."""

    def __init__(self) -> None:
        self._elements: dict[str, list[Mapping[str, str]]] = {}
        self._texts: dict[str, list[str]] = {}
        self._pieces: list[str] | None = None

    def elements(self, name: str) -> list[Mapping[str, str]]:
        """Return the attributes of all elements of that name."""
        return self._elements.get(name, [])

    def texts(self, name: str) -> list[str]:
        """Return the texts of all elements of that name."""
        return self._texts.get(name, [])

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep the element."""
        name = tag.removeprefix("ofd:")
        self._elements.setdefault(name, []).append(attributes)
        self._pieces = [] if name in _WRITTEN else None

    def end(self, tag: str) -> None:
        """Keep its text."""
        if self._pieces is not None:
            self._texts.setdefault(tag.removeprefix("ofd:"), []).append("".join(self._pieces)[:_LONGEST])
        self._pieces = None

    def text(self, data: str) -> None:
        """Take characters."""
        if self._pieces is not None:
            self._pieces.append(data)
