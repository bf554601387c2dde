"""Drawings and objects in the body of a Word file: what each is, and how large it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from lawcheck.text.pattern import pattern

_EMU = 360_000  # a centimetre
_LONGEST_STYLE = 2000
_SIZE = pattern(r"(?:\A|;)\s*+(width|height)\s*+:\s*+(\d{1,5}(?:\.\d{1,6})?)\s*+(pt|in|cm|mm|px)")
_UNITS = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96}
_KINDS = {"picture": "picture", "chart": "chart", "chartex": "chart", "diagram": "diagram"}
# Programs whose objects show text of the report: another document, a sheet. Others draw formulas, charts, icons.
_WRITERS = ("word.", "wps.", "kwps.", "wordpad.", "acroexch.", "acrobat.", "excel.sheet", "et.", "ket.", "powerpoint.")


@dataclass(slots=True)
class Figure:
    """Something drawn. `kind` is picture, chart, diagram or object, empty for shapes; sizes are centimetres, 0 unknown.

    `paragraph` is the number of the paragraph that it stands in; `is_written` says of an object that it shows text.
    """

    paragraph: int
    kind: str = ""
    width: float = 0.0
    height: float = 0.0
    is_written: bool = False

    @property
    def area(self) -> float:
        """The area in square centimetres."""
        return self.width * self.height


class Figures:
    """The figures of a body; `place` tells the number of the paragraph at hand."""

    STARTS: ClassVar = (
        *("w:drawing", "w:pict", "w:object", "wp:extent", "a:graphicData", "a:blip", "v:imagedata", "o:OLEObject"),
        *("v:shape", "v:rect", "v:roundrect", "v:oval", "v:group", "v:image"),
    )
    ENDS: ClassVar = ("w:drawing", "w:pict", "w:object")

    def __init__(self, place: Callable[[], int]) -> None:
        self.all: list[Figure] = []
        self._place = place
        self._open: list[Figure] = []

    def start(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        """Take the start of one of STARTS."""
        if tag in self.ENDS:
            self._open.append(Figure(self._place(), "object" if tag == "w:object" else ""))
        elif self._open:
            _describe(self._open[-1], tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of one of ENDS."""
        if self._open:
            self.all.append(self._open.pop())


def _describe(figure: Figure, tag: str, attributes: Mapping[str, str]) -> None:
    match tag:
        case "wp:extent":
            figure.width, figure.height = (_centimetres(attributes.get(key, "")) for key in ("cx", "cy"))
        case "a:graphicData":
            figure.kind = _KINDS.get(attributes.get("uri", "").rpartition("/")[2], "")
        case "a:blip" | "v:imagedata":
            figure.kind = figure.kind or "picture"
        case "o:OLEObject":
            is_icon = attributes.get("DrawAspect") == "Icon"
            figure.is_written = not is_icon and attributes.get("ProgID", "").lower().startswith(_WRITERS)
        case _ if tag.startswith("v:"):
            for size in _SIZE.finditer(attributes.get("style", "")[:_LONGEST_STYLE]):
                value = float(size[2]) * _UNITS[size[3]]
                setattr(figure, size[1], max(value, getattr(figure, size[1])))


def _centimetres(emu: str) -> float:
    return int(emu) / _EMU if emu.isascii() and emu.isdigit() and len(emu) <= 10 else 0.0
