"""What the attributes of an element say about its text: hidden, kept line breaks, marks of Word and WPS.

Only what stands in the element itself counts; style sheets are not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from lawcheck.text.pattern import pattern


class Note(Enum):
    """Why some text of a page is no part of what it says."""

    TOOL = auto()
    HIDDEN = auto()
    REVISION = auto()
    FOOTNOTE = auto()
    COMMENT = auto()


# The source of attributes that may change how text counts; most tags of a page have none of these.
TELLING = pattern(r"(?i)none|hid|mso|href|white-space|wingdings|webdings|symbol")
_MSO_ELEMENTS = {
    "mso-element:footnote": Note.FOOTNOTE,
    "mso-element:endnote": Note.FOOTNOTE,
    "mso-element:comment": Note.COMMENT,
    "mso-element:annotation": Note.COMMENT,
    "mso-footnote-id": Note.FOOTNOTE,
    "mso-endnote-id": Note.FOOTNOTE,
    "mso-comment": Note.COMMENT,
    "mso-element:header": Note.COMMENT,
    "mso-element:footer": Note.COMMENT,
}
_COMMENT_CLASSES = ("msocomanchor", "msocommentreference", "msocomtxt")
_LIST_STYLE = pattern(r"list-style(?:-type)?:(?P<style>[^;]{1,80})")


class Look(NamedTuple):
    """How an element shows its text."""

    hides: Note | None = None
    keeps_breaks: bool = False
    is_number: bool = False  # the automatic number of a list item, as Word writes it out
    list_style: str = ""
    is_picture_font: bool = False


_PLAIN = Look()


def look(tag: str, attributes: Mapping[str, str]) -> Look:
    """Return how the element shows its text."""
    if tag == "del":
        return Look(Note.REVISION)
    style = squeezed(attributes.get("style", ""))
    keeps = tag in ("pre", "listing")
    if not style:
        if "hidden" in attributes:
            return Look(Note.HIDDEN)
        if attributes.get("class", "").lower() in _COMMENT_CLASSES:
            return Look(Note.COMMENT)
        return Look(keeps_breaks=True) if keeps else _PLAIN
    listed = _LIST_STYLE.search(style)
    return Look(
        _hiding(attributes, style),
        keeps or "white-space:pre" in style,
        "mso-list:ignore" in style,
        listed["style"] if listed else "",
        "wingdings" in style or "webdings" in style or "font-family:symbol" in style,
    )


def _hiding(attributes: Mapping[str, str], style: str) -> Note | None:
    if "display:none" in style or "mso-hide:all" in style or "hidden" in attributes:
        return Note.HIDDEN
    return next((note for mark, note in _MSO_ELEMENTS.items() if mark in style), None) if "mso-" in style else None


def squeezed(style: str) -> str:
    """Return the declarations of a style in lower case and without blanks."""
    return "".join(style.lower().split())
