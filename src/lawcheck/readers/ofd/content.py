"""What is drawn on a page of an OFD file, on a template or as a part of pages: texts, lines, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.readers.ofd import geometry
from lawcheck.readers.ofd.budget import Budget
from lawcheck.readers.ofd.geometry import Box, Matrix

_OBJECTS = ("TextObject", "PathObject", "ImageObject", "CompositeObject")
_WRITTEN = ("TextCode", "AbbreviatedData", "PhysicalBox", "PageRes")
# Characters. The lines of a table are short to write, a longer path is a drawing; so are a size and a name.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Code:
    """Characters, their place in the object, and the steps from each to the next, across and down, as written."""

    text: str
    x: float
    y: float
    across: str | None
    down: str | None


@dataclass(slots=True)
class Drawn:
    """An object: `kind` is the name of its element, `matrix` leads from its own measures to those of the page.

    `resource` is the font of a text, or the part that is drawn here; `is_seen` says that text leaves a mark.
    """

    kind: str
    matrix: Matrix
    box: Box | None
    resource: str = ""
    size: float = 0
    stretch: float = 1
    is_seen: bool = True
    codes: list[Code] = field(default_factory=list)
    path: str = ""


@dataclass(slots=True)
class Content:
    """A page, or a part of pages: its objects in order, the templates under it, its size if it says one."""

    objects: list[Drawn] = field(default_factory=list)
    templates: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    box: Box | None = None
    has_hidden: bool = False


class ContentReader:
    """Takes the events of a page, a template or a part with resources.

    `parts` are what pages draw by their id, `fonts` the names of fonts by theirs.
    """

    def __init__(self, budget: Budget) -> None:
        self.content = Content()
        self.parts: dict[str, Content] = {}
        self.fonts: dict[str, str] = {}
        self._budget = budget
        self._into = self.content
        self._object: Drawn | None = None
        self._at = 0.0, 0.0
        # The open element whose text counts: its name and attributes, the text so far and how long it is.
        self._written = ""
        self._attributes: Mapping[str, str] = {}
        self._pieces: list[str] = []
        self._length = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Take the start of an element; True leaves it out with all that it holds."""
        name = tag.removeprefix("ofd:")
        if attributes.get("Visible") == "false":
            self._into.has_hidden |= name == "TextObject"
            return True
        if name in _OBJECTS:
            self._budget.spend(objects=1)
            self._object = _drawn(name, attributes)
            self._at = 0.0, 0.0
            self._into.objects.append(self._object)
        elif name in _WRITTEN:
            self._written, self._attributes, self._pieces, self._length = name, attributes, [], 0
        elif name == "FillColor" and self._object is not None and attributes.get("Alpha") == "0":
            self._object.is_seen = False
        elif name == "Template":
            self._into.templates.append(attributes.get("TemplateID", ""))
        elif name == "CompositeGraphicUnit":
            self._into = self.parts[attributes.get("ID", "")] = Content()
        elif name == "Font":
            self.fonts[attributes.get("ID", "")] = attributes.get("FontName", "")
        return name == "Clips"

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        name = tag.removeprefix("ofd:")
        if name == self._written:
            self._take(name, "".join(self._pieces))
            self._written = ""
        elif name in _OBJECTS:
            self._object = None
        elif name == "CompositeGraphicUnit":
            self._into = self.content

    def text(self, data: str) -> None:
        """Take characters."""
        self._length += len(data)
        if self._written == "TextCode":
            self._budget.spend(characters=len(data))
            self._pieces.append(data)
        elif self._written and self._length <= _LONGEST:
            self._pieces.append(data)

    def _take(self, name: str, text: str) -> None:
        if name == "TextCode":
            self._budget.spend(objects=1)
            if self._object is not None:
                self._object.codes.append(self._coded(text))
        elif self._length > _LONGEST:
            return
        elif name == "PhysicalBox":
            self._into.box = geometry.page_box(text)
        elif name == "PageRes":
            self._into.resources.append(text.strip())
        elif self._object is not None:
            self._object.path = text

    def _coded(self, text: str) -> Code:
        # Characters without a place of their own stand where those before them began.
        known = self._attributes
        self._at = geometry.number(known.get("X"), self._at[0]), geometry.number(known.get("Y"), self._at[1])
        return Code(text.strip("\r\n"), *self._at, known.get("DeltaX"), known.get("DeltaY"))


def _drawn(kind: str, attributes: Mapping[str, str]) -> Drawn:
    box = geometry.box(attributes.get("Boundary"))
    drawn = Drawn(kind, geometry.matrix(attributes.get("CTM"), box), box)
    if kind == "TextObject":
        drawn.resource = attributes.get("Font", "")
        drawn.size = geometry.number(attributes.get("Size"), 0)
        drawn.stretch = geometry.number(attributes.get("HScale"), 1)
        is_drawn = attributes.get("Fill") != "false" or attributes.get("Stroke") == "true"
        drawn.is_seen = is_drawn and attributes.get("Alpha") != "0"
    elif kind == "CompositeObject":
        drawn.resource = attributes.get("ResourceID", "")
    return drawn
