"""LibreOffice finds every comment at its phrase, and shows the same text with them as without."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from lawcheck import check
from lawcheck.annotation import annotate
from lawcheck.renderers import Style
from tests.libreoffice import made
from tests.unit.annotation.seen import commented

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def anchors(flat: bytes) -> list[str]:
    """Return the text between the start and the end of each comment of a flat ODT file, in order of the starts."""
    open_at: dict[str, list[str]] = {}

    def walk(element: ElementTree.Element) -> None:
        label = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation":
            open_at[label] = []
        elif element.tag == f"{OFFICE}annotation-end":
            open_at[f"done {label}"] = open_at.pop(label)
        else:
            add(element.text)
            for child in element:
                walk(child)
        add(element.tail)

    def add(text: str | None) -> None:
        for label, pieces in open_at.items():
            if not label.startswith("done "):
                pieces.append((text or "").strip("\n "))

    walk(ElementTree.fromstring(flat))
    return sorted("".join(pieces) for pieces in open_at.values())


def test_each_comment_is_where_it_was_put(root: Path) -> None:
    path = root / "examples" / "defective" / "qinglan-2024.docx"
    copy = annotate(check(path), path.read_bytes(), Style())
    assert anchors(made(copy.data, "docx", "fodt")) == sorted(commented(copy.data).values())
    plain, with_comments = (made(data, "docx", "txt:Text (encoded):UTF8") for data in (path.read_bytes(), copy.data))
    assert with_comments == plain
