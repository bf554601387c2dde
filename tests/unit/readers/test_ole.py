"""Whether an OLE container is all there."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.readers import ole

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(stream: str, content: bytes, *, tables: int = 1) -> bytes:
    """Return a container whose one stream is named `stream`: its content, the directory, and a table of sectors."""
    data = content.ljust(-(-max(len(content), 4096) // 512) * 512, b"\0")
    sectors = len(data) // 512
    entries = [*range(1, sectors), END, END, *[TABLE] * tables]
    table = struct.pack(f"<{128 * tables}I", *entries, *[FREE] * (128 * tables - len(entries)))
    listed = [*range(sectors + 1, sectors + 1 + tables)]
    header = ole.MAGIC + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<5I", tables, sectors, 0, 4096, END) + struct.pack("<3I", 0, END, 0)
    header += struct.pack("<109I", *listed, *[FREE] * (109 - tables))
    return (
        header + data + _entry("Root Entry", 5, 1, END, 0) + _entry(stream, 2, FREE, 0, len(data)) + bytes(256) + table
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + struct.pack("<HBB3I", len(raw), kind, 1, FREE, FREE, child)
    return (head + bytes(36) + struct.pack("<2IQ", 0, start, size))[:128].ljust(128, b"\0")


@pytest.mark.parametrize("size", [10, 4096, 30_000])
def test_a_whole_container_is_told_from_one_that_lacks_its_last_sector(size: int) -> None:
    data = compound("WordDocument", b"x" * size)
    assert (ole.is_cut(data), {ole.is_cut(data[:n]) for n in range(8, len(data) - 511, 128)}) == (False, {True})


def test_what_is_not_made_as_a_container_is_left_to_others() -> None:
    assert not ole.is_cut(ole.MAGIC + bytes(1000))


def test_a_list_of_tables_that_goes_in_circles_comes_to_an_end() -> None:
    data = bytearray(compound("WordDocument", b"x"))
    data[68:72] = struct.pack("<I", 0)
    data[1020:1024] = struct.pack("<I", 0)
    assert ole.is_cut(bytes(data)) in (True, False)


@given(st.binary(max_size=3000), st.integers(0, 600))
def test_no_content_whatever_is_an_error(noise: bytes, at: int) -> None:
    data = compound("WordDocument", b"x")
    for tried in (
        ole.MAGIC + noise,
        data[:at] + noise + data[at:],
        data[: at + 8] + noise + data[at + 8 + len(noise) :],
    ):
        assert ole.is_cut(tried) in (True, False)
