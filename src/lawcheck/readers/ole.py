"""OLE containers (.doc, .wps, .xls): whether one is all there. Its streams are left to whoever reads the format."""

from __future__ import annotations

import struct
from collections.abc import Iterator

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
# Where the header says how large a sector is, where more of the list of table sectors stands, and the list itself.
_SHIFT_AT, _MORE_AT, _LIST_AT = 30, 68, 76
_SHIFTS = (9, 12)
# From here on a number is no sector but a mark: free, end of a chain, part of the table itself.
_LAST_SECTOR = 0xFFFFFFFA
_FREE = 0xFFFFFFFF


def is_cut(data: bytes) -> bool:
    """Say whether the allocation table tells of sectors beyond the end of the file."""
    if len(data) < _HEADER_BYTES:
        return True
    (shift,) = struct.unpack_from("<H", data, _SHIFT_AT)
    if shift not in _SHIFTS:
        return False  # not made as containers are: whoever reads it says so
    size = 1 << shift
    first = 0
    for sector in _table_sectors(data, size):
        at = (sector + 1) * size
        entries = _numbers(data, at, size)
        used = max((i for i, entry in enumerate(entries) if entry != _FREE), default=-1)
        if at >= len(data) or (used >= 0 and (first + used + 1) * size >= len(data)):
            return True
        first += size // 4
    return False


def _table_sectors(data: bytes, size: int) -> Iterator[int]:
    """Yield the sectors of the allocation table: a list in the header, continued in sectors of its own."""
    (more,) = struct.unpack_from("<I", data, _MORE_AT)
    numbers = _numbers(data, _LIST_AT, _HEADER_BYTES - _LIST_AT)
    # A chain that goes in circles ends when it has more links than the file has sectors.
    for _ in range(len(data) // size + 1):
        yield from (n for n in numbers if n < _LAST_SECTOR)
        if more >= _LAST_SECTOR or (more + 2) * size > len(data):
            return
        *numbers, more = _numbers(data, (more + 1) * size, size)


def _numbers(data: bytes, at: int, size: int) -> list[int]:
    part = data[at : at + size]
    return list(struct.unpack(f"<{len(part) // 4}I", part[: len(part) // 4 * 4]))
