"""Short views of a Word file with comments, by the standard library's own parser."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from tests.docx_builder import W

SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def name(tag: str) -> str:
    return f"{{{W}}}{tag}"


def part(data: bytes, path: str = "word/document.xml") -> ElementTree.Element:
    """Return a part as a tree."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read(path))


def comments(data: bytes, path: str = "word/comments.xml") -> dict[str, str]:
    """Return the words of each comment by its number, a paragraph a line."""
    return {
        comment.get(name("id"), ""): "\n".join("".join(p.itertext()) for p in comment.iter(name("p")))
        for comment in part(data, path).iter(name("comment"))
    }


def commented(data: bytes) -> dict[str, str]:
    """Return the text of the runs that each comment stands at, by its number; deleted text is none of it."""
    open_at: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for element in _walk(part(data)):
        tag = element.tag.rpartition("}")[2]
        number = element.get(name("id"), "")
        if tag == "commentRangeStart":
            open_at[number] = []
        elif tag == "commentRangeEnd":
            found[number] = "".join(open_at.pop(number))
        else:
            for pieces in open_at.values():
                pieces.append(element.text or "" if tag == "t" else SIGNS.get(tag, ""))
    assert not open_at
    return found


def references(data: bytes) -> list[str]:
    """Return the numbers of the comments that the body refers to, in order."""
    return [element.get(name("id"), "") for element in part(data).iter(name("commentReference"))]


def _walk(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    if element.tag in (name("del"), name("moveFrom")) or element.tag.endswith("}Fallback"):
        return
    yield element
    for child in element:
        yield from _walk(child)
