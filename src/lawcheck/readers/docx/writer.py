"""Characters on their way into paragraphs: what runs, fields and content controls let show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lawcheck.readers import limits
from lawcheck.readers.docx.control import Controls
from lawcheck.readers.docx.fields import Field, Fields
from lawcheck.readers.docx.paragraph import Paragraph
from lawcheck.readers.docx.sign import FORMULA_SIGNS, SIGNS, symbol
from lawcheck.readers.docx.style import Styles, is_on
from lawcheck.readers.docx.table import Tables
from lawcheck.readers.refusal import over_limit
from lawcheck.readers.unseen import Unseen
from lawcheck.wording import Text

_ONE_LINE = str.maketrans("\n\r", "  ")


class Writer:
    """Writes into the innermost of the `open` paragraphs. `count` is the number of the last one of the body."""

    STARTS: ClassVar = (
        *SIGNS,
        *FORMULA_SIGNS,
        *("w:r", "w:rStyle", "w:sym", "w:fldChar", "w:fldSimple", "w:listEntry", "w:result", "w:default"),
        *("w:footnoteReference", "w:endnoteReference", "w:commentReference", "v:textpath"),
    )
    ENDS: ClassVar = ("w:r", "w:fldSimple")

    def __init__(self, styles: Styles, tables: Tables, controls: Controls, unseen: Unseen) -> None:
        self.open: list[Paragraph] = []
        self.count = 0
        self.fields = Fields()
        self._styles = styles
        self._tables = tables
        self._controls = controls
        self._unseen = unseen
        self._characters = 0
        # Whether the run says that it is hidden, and its style; runs nest where a text box stands in one.
        self._runs: list[tuple[bool | None, str | None]] = []

    def start(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        """Take the start of one of STARTS."""
        if tag == "w:r":
            self._runs.append((None, None))
        elif parent == "w:r":
            self._take_sign(tag, attributes)
        elif tag == "w:rStyle" and parent == "w:rPr":
            if self._runs:
                self._runs[-1] = (self._runs[-1][0], attributes.get("w:val"))
        elif tag in FORMULA_SIGNS:
            self._write(FORMULA_SIGNS[tag])
        elif tag == "w:fldSimple":
            self.fields.begin(attributes.get("w:instr", ""), is_simple=True)
        elif tag == "v:textpath":
            self._write_apart(attributes.get("string", ""))
        elif parent == "w:ddList":
            self._take_choice(tag, attributes.get("w:val", ""))

    def end(self, tag: str) -> None:
        """Take the end of one of ENDS."""
        if tag == "w:r":
            self._runs.pop()
        else:
            self._end_field(self.fields.end_simple())

    def hide(self, value: str) -> None:
        """Take it that the run is hidden, or not."""
        if self._runs:
            self._runs[-1] = (is_on(value), self._runs[-1][1])

    def text(self, data: str) -> None:
        """Take characters of the text."""
        self._write(data.translate(_ONE_LINE))

    @property
    def place(self) -> int:
        """The number of the paragraph at this place, or of the next one."""
        return self.open[0].number if self.open else self.count + 1

    def _take_sign(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in SIGNS:
            self._write(SIGNS[tag])
        elif tag == "w:sym":
            self._write(symbol(attributes.get("w:char", ""), attributes.get("w:font", "")))
        elif tag == "w:fldChar":
            self._take_field_mark(attributes.get("w:fldCharType", ""))
        elif tag == "w:commentReference":
            self._unseen.comments.append(self.place)
        elif tag in ("w:footnoteReference", "w:endnoteReference"):
            self._unseen.footnotes.append(self.place)

    def _take_field_mark(self, kind: str) -> None:
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self._end_field(self.fields.end())

    def _end_field(self, field: Field | None) -> None:
        if field is None:
            return
        self._write(field.shown)
        if field.is_moving:
            self._unseen.moving.append(self.place)
        if field.is_computed:
            self._unseen.computed.append(self.place)

    def _take_choice(self, tag: str, value: str) -> None:
        if tag == "w:listEntry":
            self.fields.offer(value)
        elif value.isascii() and value.isdigit():
            self.fields.choose(int(value[:4]))

    def _write(self, text: str) -> None:
        self._count(text)
        if not text or not self.open or not self.fields.is_in_result or self._tables.is_deleted:
            return
        paragraph = self.open[-1]
        own, style = self._runs[-1] if self._runs else (None, None)
        if self._controls.is_placeholder:
            if text.strip():
                self._unseen.placeholders.append(self.place)
        elif self._styles.is_hidden(paragraph.properties.style, style, own):
            paragraph.hidden += len(text.strip())
        else:
            paragraph.pieces.append(text)
            paragraph.toc = self.fields.toc or paragraph.toc

    def _write_apart(self, text: str) -> None:
        """Write text that is drawn in a shape as a paragraph of its own, like a text box."""
        self._count(text)
        if self.open and not self._tables.is_deleted:
            pieces = [text.translate(_ONE_LINE)]
            self.open[-1].after.append(Paragraph(self.place, self._tables.cell, pieces=pieces))

    def _count(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > limits.TEXT_CHARACTERS:
            raise over_limit(Text("文字", "text"), limits.TEXT_CHARACTERS, limits.CHARACTERS)
