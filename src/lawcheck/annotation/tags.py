"""Tags of an XML part, as bytes."""

from __future__ import annotations

from lawcheck.annotation.tracing import Node


def tag_end(data: bytes, at: int) -> int:
    """Return the byte after the tag that begins at `at`; between quotes it may hold the sign that ends a tag."""
    while (char := data[at : at + 1]) != b">":
        at = (data.index(char, at + 1) if char in (b'"', b"'") else at) + 1
    return at + 1


def start_tag(data: bytes, node: Node) -> bytes:
    """Return the start tag of an element, as written."""
    return data[node.start : tag_end(data, node.start)]


def stop(data: bytes, node: Node) -> int:
    """Return the byte after an element."""
    end = tag_end(data, node.start)
    return end if data[end - 2 : end] == b"/>" else data.index(b">", node.end) + 1


def name(tag: bytes) -> bytes:
    """Return the name in a start tag, as written."""
    return tag[1:-1].rstrip(b"/").split(None, 1)[0]


def escape(text: str) -> str:
    """Return text as it stands between tags; its characters must be such as XML can hold."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def append(data: bytes, root: Node, content: str) -> bytes:
    """Return a part with `content` as the last of its root."""
    tag, added = start_tag(data, root), content.encode()
    if not tag.endswith(b"/>"):
        return data[: root.end] + added + data[root.end :]
    end = root.start + len(tag)
    return data[: end - 2] + b">" + added + b"</" + name(tag) + b">" + data[end:]


def as_utf8(data: bytes) -> bytes:
    """Return a part in UTF-8, whichever encoding it is in of those that the reader takes."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    encoding = "utf-16" if wide else {b"<\0?\0": "utf-16-le", b"\0<\0?": "utf-16-be"}.get(data[:4], "")
    if encoding:
        data = data.decode(encoding, "replace").encode()
    elif b"ascii" not in data[: data.find(b"?>") + 1].lower():
        return data
    return data[data.find(b"?>") + 2 :] if data.startswith(b"<?xml") else data
