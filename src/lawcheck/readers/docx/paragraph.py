"""A paragraph of a Word file as it comes from the XML, before styles and lists are applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.readers.docx.fields import Field
from lawcheck.readers.docx.style import integer, is_on


@dataclass(slots=True)
class Properties:
    """What a paragraph says of itself; `level` is the outline level from zero. None stands for: as the style."""

    style: str | None = None
    level: int | None = None
    num_id: int | None = None
    ilvl: int | None = None

    def take(self, tag: str, value: str) -> None:
        """Keep the value of one property."""
        match tag:
            case "w:pStyle":
                self.style = value
            case "w:outlineLvl":
                self.level = integer(value)
            case "w:numId":
                self.num_id = integer(value)
            case "w:ilvl":
                self.ilvl = integer(value)


@dataclass(slots=True, eq=False)
class Paragraph:
    """One `w:p`. `number` counts those of the body from one, empty ones too; a text box has that of its anchor.

    `former` are the properties before a tracked change. `is_joined` says that the text runs on into the next paragraph,
    since its end is a tracked deletion or it is a large initial; `is_mark_hidden` is what its end says of hiding.
    `hidden` counts the characters that were left out as hidden; `after` are the paragraphs of text boxes that hang on
    this one.
    """

    number: int
    cell: str | None = None
    is_in_toc: bool = False
    properties: Properties = field(default_factory=Properties)
    former: Properties | None = None
    is_joined: bool = False
    is_mark_hidden: bool | None = None
    toc: Field | None = None
    pieces: list[str] = field(default_factory=list)
    hidden: int = 0
    after: list[Paragraph] = field(default_factory=list)

    def take_property(self, tag: str, attributes: Mapping[str, str], *, is_former: bool) -> None:
        """Keep an element of the paragraph's properties, or of those that a tracked change has replaced."""
        if tag == "w:framePr":
            self.is_joined = self.is_joined or attributes.get("w:dropCap") in ("drop", "margin")
        elif not is_former:
            self.properties.take(tag, attributes.get("w:val", ""))
        elif self.former is not None:
            self.former.take(tag, attributes.get("w:val", ""))

    def take_mark(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep a property of the paragraph's end mark."""
        if tag in ("w:del", "w:moveFrom"):
            self.is_joined = True
        elif tag == "w:vanish":
            self.is_mark_hidden = is_on(attributes.get("w:val", ""))

    def begin_with(self, joined: Paragraph) -> None:
        """Let the text of a joined paragraph stand before this one's: the two are one, with this one's properties."""
        self.number = joined.number
        self.pieces = joined.pieces
        self.toc = joined.toc
        self.after = joined.after
