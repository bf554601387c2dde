"""Zip containers: parts are read by name, in chunks, never unpacked to disk, and only as far as the limits go."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator

from lawcheck.readers import limits
from lawcheck.readers.refusal import SAVE_AS, Refusal, over_limit
from lawcheck.readers.xml_events import damaged
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
# The two that the format allows. zipfile takes others too, whose errors and memory are their own.
_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = Text("文件设了密码", "the file is encrypted")
_CENTRAL_ENTRY = b"PK\x01\x02"


class Container:
    """The parts of one zip container; `file` is how people call the file."""

    def __init__(self, data: bytes, file: Text) -> None:
        """Open the container. Raises: Refusal."""
        self.file = file
        # Counted before zipfile builds an object for each.
        if data.count(_CENTRAL_ENTRY) > limits.ZIP_ENTRIES:
            raise self._over(Text("部件数", "number of parts"), limits.ZIP_ENTRIES, Text("个", "parts"))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS:
            raise damaged(self.file) from None
        self._total = 0
        self._names = Counter(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the content of the part `name`. Raises: Refusal, also in the middle of it."""
        if self._names[name] > 1:
            raise Refusal(Text(f"{self.file}里有重名的部件", f"the {self.file.en} holds two parts of one name"))
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Refusal(
                Text("文件设了密码", "the file is encrypted"),
                Text("请去掉密码后另存为 .docx", "remove the password and save it as .docx"),
            )
        if info.compress_type not in _COMPRESSION:
            packed = "用了不能读取的压缩方式", "is compressed in a way that cannot be read"
            raise Refusal(Text(f"{self.file}{packed[0]}", f"the {self.file.en} {packed[1]}"), SAVE_AS)
        size = 0
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._total += len(chunk)
                    self._check(size, info.compress_size)
                    yield chunk
        except _ZIP_ERRORS:
            raise damaged(self.file) from None

    def _check(self, size: int, packed: int) -> None:
        if size > limits.ZIP_PART_BYTES:
            raise self._over(Text("单个部件", "the size of one part"), limits.ZIP_PART_BYTES, limits.BYTES)
        if self._total > limits.ZIP_TOTAL_BYTES:
            raise self._over(Text("解压后大小", "the unpacked size"), limits.ZIP_TOTAL_BYTES, limits.BYTES)
        if size > limits.ZIP_RATIO_FREE_BYTES and size > limits.ZIP_RATIO * packed:
            raise self._over(Text("压缩比", "the compression"), limits.ZIP_RATIO, Text("比 1", "to 1"))

    def _over(self, what: Text, limit: int, unit: Text) -> Refusal:
        return over_limit(Text(f"{self.file}的{what}", f"{what.en} of the {self.file.en}"), limit, unit)
