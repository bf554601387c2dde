"""The zip container of a Word file: parts are read by name, in chunks, and only as far as the limits go."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping

from lawcheck.readers import limits
from lawcheck.readers.docx.xml import parse
from lawcheck.readers.refusal import SAVE_AS, Refusal, over_limit
from lawcheck.wording import Text

_CHUNK = 64 * 1024
# What zipfile raises on bytes that are no sound archive.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    OverflowError,
)
_DAMAGED = Text("Word 文件已损坏或不完整", "the Word file is damaged or truncated")
_NO_WORD = Text("压缩包里没有 Word 正文", "there is no Word document inside the archive")
_TWICE = Text("Word 文件里有重名的部件", "the Word file holds two parts of one name")
_LOCKED = Text("文件设了密码", "the file is encrypted")
_PACKED = Text("Word 文件用了不能读取的压缩方式", "the Word file is compressed in a way that cannot be read")
_COPY = Text("请重新下载或复制后再检查", "download or copy it again")
# The two that the format allows. zipfile takes others too, whose errors and memory are their own.
_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CENTRAL_ENTRY = b"PK\x01\x02"


class Package:
    """The parts of one Word file."""

    def __init__(self, data: bytes) -> None:
        """Open the container. Raises: Refusal."""
        # Counted before zipfile builds an object for each.
        if data.count(_CENTRAL_ENTRY) > limits.ZIP_ENTRIES:
            raise over_limit(
                Text("Word 文件的部件数", "parts of the Word file"), limits.ZIP_ENTRIES, Text("个", "parts")
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS:
            raise Refusal(_DAMAGED, _COPY) from None
        self._total = 0
        self._names = Counter(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the content of the part `name`. Raises: Refusal, also in the middle of it."""
        if self._names[name] > 1:
            raise Refusal(_TWICE)
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Refusal(_LOCKED, Text("请去掉密码后另存为 .docx", "remove the password and save it as .docx"))
        if info.compress_type not in _COMPRESSION:
            raise Refusal(_PACKED, SAVE_AS)
        size = 0
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._total += len(chunk)
                    self._check(size, info.compress_size)
                    yield chunk
        except _ZIP_ERRORS:
            raise Refusal(_DAMAGED, _COPY) from None

    def _check(self, size: int, packed: int) -> None:
        if size > limits.ZIP_PART_BYTES:
            raise over_limit(
                Text("Word 文件的单个部件", "a part of the Word file"), limits.ZIP_PART_BYTES, limits.BYTES
            )
        if self._total > limits.ZIP_TOTAL_BYTES:
            raise over_limit(Text("Word 文件解压后", "the Word file unpacked is"), limits.ZIP_TOTAL_BYTES, limits.BYTES)
        if size > limits.ZIP_RATIO_FREE_BYTES and size > limits.ZIP_RATIO * packed:
            raise over_limit(
                Text("Word 文件的压缩比", "the Word file's compression is"), limits.ZIP_RATIO, Text("比 1", "to 1")
            )

    def main_part(self) -> str:
        """Return the name of the document part. Raises: Refusal when there is none."""
        name = self.related("").get("officeDocument", "word/document.xml")
        if name not in self or not name.startswith("word/"):
            raise Refusal(_NO_WORD, SAVE_AS)
        return name

    def related(self, part: str) -> dict[str, str]:
        """Return the parts inside the file that `part` relates to, by the last word of the relationship's type."""
        folder, base = posixpath.split(part)
        relations = _Relations(folder)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name in self:
            parse(self.chunks(name), relations)
        return {kind: target for kind, target in relations.targets.items() if target in self}


class _Relations:
    """Collects the targets of a relationship part."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.targets: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep an internal relationship."""
        if tag != "rel:Relationship" or attributes.get("TargetMode") == "External":
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        path = posixpath.join("/", self._folder, attributes.get("Target", ""))
        self.targets.setdefault(kind, posixpath.normpath(path).lstrip("/"))

    def end(self, tag: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""
