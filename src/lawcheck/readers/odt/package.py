"""The package of an ODT file: which parts it has, and whether they are encrypted."""

from __future__ import annotations

from collections.abc import Mapping

from lawcheck.readers.container import Container
from lawcheck.readers.refusal import LOCKED, SAVE_AS, UNLOCK, Refusal
from lawcheck.readers.xml_events import Dialect, parse
from lawcheck.wording import Text

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
DIALECT = Dialect(
    Text("ODT 文件", "ODT file"),
    {
        f"{_OASIS}office:1.0": "office",
        f"{_OASIS}style:1.0": "style",
        f"{_OASIS}text:1.0": "text",
        f"{_OASIS}table:1.0": "table",
        f"{_OASIS}drawing:1.0": "draw",
        f"{_OASIS}svg-compatible:1.0": "svg",
        f"{_OASIS}manifest:1.0": "manifest",
        "http://www.w3.org/XML/1998/namespace": "xml",
        "http://www.w3.org/1999/xlink": "xlink",
        # Extensions of LibreOffice, of which the form of a list number is one.
        "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    },
)
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_NO_TEXT = Text("压缩包里没有 ODT 正文", "there is no ODT document inside the archive")


class Package(Container):
    """The parts of one ODT file."""

    def __init__(self, data: bytes) -> None:
        """Open the container. Raises: Refusal, also for an encrypted file."""
        super().__init__(data, DIALECT.file)
        # From the name of a part, or of a folder of parts that is one object, to its media type.
        self.types: dict[str, str] = {}
        if _MANIFEST in self:
            parse(self.chunks(_MANIFEST), _Manifest(self.types), DIALECT)

    def content(self) -> str:
        """Return the name of the part with the text. Raises: Refusal when there is none."""
        if _CONTENT not in self:
            raise Refusal(_NO_TEXT, SAVE_AS)
        return _CONTENT

    def styles(self) -> str | None:
        """Return the name of the part with the named styles, if there is one."""
        return _STYLES if _STYLES in self else None


class _Manifest:
    """Collects the media types of the parts, and refuses a file any part of which is encrypted."""

    def __init__(self, types: dict[str, str]) -> None:
        self._types = types

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep what is said of a part."""
        if tag == "manifest:encryption-data":
            raise Refusal(LOCKED, UNLOCK)
        if tag == "manifest:file-entry":
            name = attributes.get("manifest:full-path", "").rstrip("/")
            self._types[name] = attributes.get("manifest:media-type", "")

    def end(self, tag: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""
