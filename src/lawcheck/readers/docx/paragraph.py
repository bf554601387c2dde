"""A paragraph of a Word file as it comes from the XML, before styles and lists are applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.readers.docx.fields import Field
from lawcheck.readers.docx.style import integer, is_on


@dataclass(slots=True, eq=False)
class Paragraph:
    """One `w:p`. `number` counts all of them from one; `level` is the outline level from zero, as written.

    `is_joined` says that its end is a tracked deletion: its text runs on into the next paragraph. `hidden` counts the
    characters that were left out as hidden; `after` are the paragraphs of text boxes that hang on this one.
    """

    number: int
    cell: str | None = None
    style: str | None = None
    level: int | None = None
    num_id: int | None = None
    ilvl: int | None = None
    is_joined: bool = False
    is_mark_hidden: bool = False
    is_in_toc: bool = False
    toc: Field | None = None
    pieces: list[str] = field(default_factory=list)
    hidden: int = 0
    after: list[Paragraph] = field(default_factory=list)

    def take_property(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        """Keep an element of the paragraph's properties, of its list, or of its end mark's (`parent` is `w:rPr`)."""
        value = attributes.get("w:val", "")
        match parent, tag:
            case "w:pPr", "w:pStyle":
                self.style = value
            case "w:pPr", "w:outlineLvl":
                self.level = integer(value)
            case "w:numPr", "w:numId":
                self.num_id = integer(value)
            case "w:numPr", "w:ilvl":
                self.ilvl = integer(value)
            case "w:rPr", ("w:del" | "w:moveFrom"):
                self.is_joined = True
            case "w:rPr", "w:vanish":
                self.is_mark_hidden = is_on(value)


@dataclass(slots=True)
class Unseen:
    """What a body holds besides its text: the numbers of the paragraphs where it stands."""

    insertions: list[int] = field(default_factory=list)
    deletions: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    embedded: list[int] = field(default_factory=list)
    elsewhere: list[int] = field(default_factory=list)
    has_pictures: bool = False
