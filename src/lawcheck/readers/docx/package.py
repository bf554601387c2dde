"""The package of a Word file: which of its parts holds what."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping

from lawcheck.readers.container import Container
from lawcheck.readers.refusal import SAVE_AS, Refusal
from lawcheck.readers.xml_events import Dialect, Handler, parse
from lawcheck.wording import Text

DIALECT = Dialect(
    Text("Word 文件", "Word file"),
    {
        # In the two forms of the standard, the usual one and the strict one.
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://purl.oclc.org/ooxml/officeDocument/math": "m",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
        "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
        "http://purl.oclc.org/ooxml/drawingml/main": "a",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
        "urn:schemas-microsoft-com:vml": "v",
        "urn:schemas-microsoft-com:office:office": "o",
    },
)
_NO_WORD = Text("压缩包里没有 Word 正文", "there is no Word document inside the archive")


class Package(Container):
    """The parts of one Word file."""

    def __init__(self, data: bytes) -> None:
        """Open the container. Raises: Refusal."""
        super().__init__(data, DIALECT.file)

    def main_part(self) -> str:
        """Return the name of the document part. Raises: Refusal when there is none."""
        name = self.related("").get("officeDocument", ["word/document.xml"])[0]
        if name not in self or not name.startswith("word/"):
            raise Refusal(_NO_WORD, SAVE_AS)
        return name

    def related(self, part: str) -> dict[str, list[str]]:
        """Return the parts inside the file that `part` relates to, by the last word of the relationship's type."""
        folder, base = posixpath.split(part)
        relations = _Relations(folder)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name in self:
            self.parse(name, relations)
        inside = {kind: [target for target in targets if target in self] for kind, targets in relations.targets.items()}
        return {kind: targets for kind, targets in inside.items() if targets}

    def parse(self, part: str, handler: Handler, heard: Collection[str] | None = None) -> None:
        """Send the events of a part to `handler`, those of the elements `heard` only. Raises: Refusal."""
        parse(self.chunks(part), handler, DIALECT, heard)


class _Relations:
    """Collects the targets of a relationship part."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.targets: dict[str, list[str]] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep an internal relationship."""
        if tag != "rel:Relationship" or attributes.get("TargetMode") == "External":
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        path = posixpath.join("/", self._folder, attributes.get("Target", ""))
        self.targets.setdefault(kind, []).append(posixpath.normpath(path).lstrip("/"))

    def end(self, tag: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""
