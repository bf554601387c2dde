"""The smallest TrueType font: one glyph, a box. Without a font in the file, what a PDF reader sees depends on the
fonts of the machine."""

from __future__ import annotations

from struct import pack


def box_font() -> bytes:
    """Return a font whose glyph 1 is a box as large as a Chinese character."""
    contour = pack(">hhhhhHH", 1, 50, -80, 950, 840, 3, 0) + bytes([1, 1, 1, 1])
    box = contour + pack(">hhhh", 50, 900, 0, -900) + pack(">hhhh", -80, 0, 920, 0)
    tables = {
        b"glyf": box,
        b"head": pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 50, -80, 950, 840, 0, 8, 2, 0, 0),
        b"hhea": pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, 1000, 0, 0, 950, 1, 0, 0, 0, 0, 0, 0, 0, 2),
        b"hmtx": pack(">HhHh", 1000, 0, 1000, 50),
        b"loca": pack(">HHH", 0, 0, len(box) // 2),
        b"maxp": pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    at, directory, content = 12 + 16 * len(tables), b"", b""
    for tag, table in tables.items():
        padded = table + b"\0" * (-len(table) % 4)
        directory += tag + pack(">III", 0, at + len(content), len(table))
        content += padded
    return pack(">IHHHH", 0x10000, len(tables), 64, 2, 32) + directory + content
