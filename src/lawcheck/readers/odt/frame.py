"""Frames in the text of an ODT file: of several forms of one content the first is read; what is no text is told."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lawcheck.readers.figure import Figure
from lawcheck.text.pattern import pattern

# What may fill a frame. A picture of an object stands after it, for programs that cannot show the object.
_OBJECTS = ("draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame")
_FORMS = ("draw:text-box", "draw:image", *_OBJECTS)
_LENGTH = pattern(r"(\d{1,5}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)\Z")
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}


class Frames:
    """The open frames, outermost first. `types` tells the media type of each part of the file."""

    def __init__(self, types: Mapping[str, str]) -> None:
        self.figures: list[Figure] = []
        self._types = types
        # A frame is taken once it has one form of its content.
        self._open: list[tuple[Figure, bool]] = []

    def start(self, tag: str, attributes: Mapping[str, str], parent: str, place: int) -> bool:
        """Take the start of any element; True leaves it out. `place` is the number of the paragraph at hand."""
        if tag == "draw:frame":
            width, height = (_centimetres(attributes.get(key, "")) for key in ("svg:width", "svg:height"))
            self._open.append((Figure(place, width=width, height=height), False))
            return False
        if tag not in _FORMS:
            return False
        figure = Figure(place)
        if parent == "draw:frame" and self._open:
            figure, is_taken = self._open[-1]
            if is_taken:
                return True
            self._open[-1] = (figure, True)
        if tag == "draw:text-box":
            return False
        self.figures.append(figure)
        if tag == "draw:image":
            figure.kind = "picture"
            return False
        media = self._types.get(posixpath.normpath(attributes.get("xlink:href", "")), "")
        figure.kind = "chart" if "chart" in media else "object"
        figure.is_written = tag == "draw:object-ole" or media.endswith((".text", ".spreadsheet", ".presentation"))
        return True

    def end(self, tag: str) -> None:
        """Take the end of any element that was not left out."""
        if tag == "draw:frame" and self._open:
            self._open.pop()


def _centimetres(length: str) -> float:
    found = _LENGTH.match(length)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0
