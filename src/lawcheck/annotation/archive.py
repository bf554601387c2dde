"""A zip archive with some parts put in or replaced: all others keep their packed bytes, and no clock is looked at."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from lawcheck.readers.docx.package import DIALECT
from lawcheck.readers.xml_events import damaged

# APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16: signature, versions, flags, method, time, date, CRC, sizes, and so on.
_LOCAL, _ENTRY, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_VERSION, _UTF8 = 20, 0x800
_DATE = (1 << 5) | 1  # 1980-01-01, the first day that the format knows
_ENCRYPTED = 1


def make(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of `parts`, in their order."""
    return replace_parts(_END.pack(b"PK\x05\x06", 0, 0, 0, 0, 0, 0, 0), parts)


def replace_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the archive `data` with `parts` in it: those it has in their place, new ones at the end.

    Raises: Refusal for an archive whose entries do not hold together.
    """
    out = BytesIO()
    directory = []
    for name, method, crc, size, packed in _entries(data, parts):
        encoded, offset = name.encode(), out.tell()
        described = (_UTF8, method, 0, _DATE, crc, len(packed), size, len(encoded), 0)
        out.write(_LOCAL.pack(b"PK\x03\x04", _VERSION, *described) + encoded + packed)
        directory.append(_ENTRY.pack(b"PK\x01\x02", _VERSION, _VERSION, *described, 0, 0, 0, 0, offset) + encoded)
    start, entries = out.tell(), b"".join(directory)
    out.write(entries + _END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), len(entries), start, 0))
    return out.getvalue()


def _entries(data: bytes, parts: Mapping[str, bytes]) -> Iterator[tuple[str, int, int, int, bytes]]:
    """Yield name, method, checksum, size and packed bytes of each entry. Raises: Refusal."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
    # Each has its own bytes, or a small file could become a huge one.
    if sum(info.compress_size for info in infos) > len(data) or len({info.filename for info in infos}) < len(infos):
        raise damaged(DIALECT.file)
    for info in infos:
        if info.filename in parts:
            yield _packed(info.filename, parts[info.filename])
        elif not info.is_dir():
            yield info.filename, info.compress_type, info.CRC, info.file_size, _raw(data, info)
    known = {info.filename for info in infos}
    for name in parts:
        if name not in known:
            yield _packed(name, parts[name])


def _packed(name: str, content: bytes) -> tuple[str, int, int, int, bytes]:
    packer = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    return name, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content), packer.compress(content) + packer.flush()


def _raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """Return the packed bytes of an entry. Raises: Refusal."""
    head = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or info.flag_bits & _ENCRYPTED:
        raise damaged(DIALECT.file)
    fields = _LOCAL.unpack(head)
    start = info.header_offset + _LOCAL.size + fields[-2] + fields[-1]
    raw = data[start : start + info.compress_size]
    if fields[0] != b"PK\x03\x04" or len(raw) < info.compress_size:
        raise damaged(DIALECT.file)
    return raw
