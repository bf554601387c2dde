"""Walking through the document part: paragraphs in order; what is tracked, hidden or computed is told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lawcheck.readers import limits
from lawcheck.readers.docx.fields import Fields
from lawcheck.readers.docx.paragraph import Paragraph, Unseen
from lawcheck.readers.docx.style import Styles, is_on
from lawcheck.readers.docx.table import Tables
from lawcheck.readers.refusal import over_limit
from lawcheck.wording import Text

# Elements that are no text of the report, with all they hold: former properties (`w:*Change`), deleted text, ruby.
_SKIPPED = frozenset(
    (
        *("w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange"),
        *("w:tblGridChange", "w:tblPrExChange", "w:numberingChange", "w:sectPr", "w:tblGrid", "w:tblPr"),
        *("w:delText", "w:delInstrText", "w:rt"),
    )
)
_DELETED = ("w:del", "w:moveFrom")
_INSERTED = ("w:ins", "w:moveTo")
_ELSEWHERE = ("w:altChunk", "w:subDoc")  # another document stands here: text of the report itself
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
# In fonts such as Wingdings letters stand for pictures; Word gives them these code points.
_PICTURE_LETTERS = range(0xF000, 0xF100)
_ONE_LINE = str.maketrans("\n\r", "  ")


class BodyReader:
    """Takes the events of the document part and hands each finished paragraph to `emit`, in order of their starts."""

    def __init__(self, styles: Styles, emit: Callable[[Paragraph], None]) -> None:
        self.unseen = Unseen()
        self._styles = styles
        self._emit = emit
        self._path: list[str] = []
        self._skipping = 0
        self._open: list[Paragraph] = []
        self._count = 0
        self._characters = 0
        self._tables = Tables()
        self._fields = Fields()
        self._choices: list[bool] = []
        self._controls: list[bool] = []
        # Whether the run is hidden, and its style; runs nest where a text box stands in one.
        self._runs: list[tuple[bool | None, str | None]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        parent = self._path[-1] if self._path else ""
        if self._skipping or self._is_left_out(tag, parent):
            self._skipping += 1
            return
        self._path.append(tag)
        self._tables.start(tag, attributes, parent)
        if parent == "w:r":
            self._take_sign(tag, attributes)
        elif parent in ("w:pPr", "w:numPr", "w:rPr"):
            self._take_property(tag, attributes, parent)
        if tag == "w:p":
            self._count += 1
            self._open.append(Paragraph(self._count, self._tables.cell, is_in_toc=any(self._controls)))
        elif tag == "w:r":
            self._runs.append((None, None))
        elif tag == "mc:AlternateContent":
            self._choices.append(False)
        elif tag == "w:sdt":
            self._controls.append(False)
        elif tag == "w:docPartGallery" and self._controls:
            self._controls[-1] = attributes.get("w:val") == "Table of Contents"
        elif tag == "w:fldSimple":
            self._fields.begin_simple(attributes.get("w:instr", ""))
        elif tag in _ELSEWHERE:
            self._note(self.unseen.elsewhere)
        elif tag == "w:object":
            self._note(self.unseen.embedded)
        elif tag in _INSERTED:
            self._note(self.unseen.insertions)
        elif tag == "w:del":  # the end of a paragraph, or a row: deleted text is left out above
            self._note(self.unseen.deletions)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._skipping:
            self._skipping -= 1
            return
        self._path.pop()
        if tag == "w:p":
            self._end_paragraph()
        elif tag == "w:r":
            self._runs.pop()
        elif tag == "mc:AlternateContent":
            self._choices.pop()
        elif tag == "w:sdt":
            self._controls.pop()
        elif tag == "w:fldSimple":
            self._fields.end_simple()
        self._tables.end(tag)

    def text(self, data: str) -> None:
        """Take characters: they count inside `w:t` (and `m:t` of a formula) only."""
        if self._skipping or not self._path:
            return
        if self._path[-1] in ("w:t", "m:t"):
            self._write(data.translate(_ONE_LINE))
        elif self._path[-1] == "w:instrText":
            self._fields.instruct(data)

    def _is_left_out(self, tag: str, parent: str) -> bool:
        if tag in _DELETED and parent not in ("w:rPr", "w:trPr"):
            self._note(self.unseen.deletions)
            return True
        # Of several forms of one content the first is read: a text box stands there once more for old programs.
        if tag == "mc:Choice" and self._choices:
            is_taken, self._choices[-1] = self._choices[-1], True
            return is_taken
        return tag in _SKIPPED or (tag == "mc:Fallback" and any(self._choices[-1:]))

    def _note(self, places: list[int]) -> None:
        place = max(1, self._count)
        if places[-1:] != [place]:
            places.append(place)

    def _take_property(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        if parent == "w:rPr" and self._path[-3:-2] == ["w:r"] and self._runs:
            is_hidden, style = self._runs[-1]
            if tag == "w:vanish":
                self._runs[-1] = (is_on(attributes.get("w:val", "")), style)
            elif tag == "w:rStyle":
                self._runs[-1] = (is_hidden, attributes.get("w:val"))
        elif self._open and (parent != "w:rPr" or self._path[-3:-2] == ["w:pPr"]):
            self._open[-1].take_property(tag, attributes, parent)

    def _take_sign(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _SIGNS:
            self._write(_SIGNS[tag])
        elif tag == "w:sym":
            self._write(_symbol(attributes.get("w:char", "")))
        elif tag == "w:fldChar":
            self._fields.mark(attributes.get("w:fldCharType", ""))
        elif tag in ("w:footnoteReference", "w:endnoteReference"):
            self._note(self.unseen.notes)
        elif tag in ("w:drawing", "w:pict"):
            self.unseen.has_pictures = True

    def _write(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > limits.TEXT_CHARACTERS:
            raise over_limit(Text("文字", "text"), limits.TEXT_CHARACTERS, limits.CHARACTERS)
        if not self._open or not self._fields.is_in_result or self._tables.is_deleted:
            return
        paragraph = self._open[-1]
        if self._is_hidden(paragraph):
            paragraph.hidden += len(text.strip())
        else:
            paragraph.pieces.append(text)
            paragraph.toc = self._fields.toc or paragraph.toc

    def _is_hidden(self, paragraph: Paragraph) -> bool:
        is_hidden, style = self._runs[-1] if self._runs else (None, None)
        if is_hidden is None and style is not None:
            is_hidden = self._styles.is_hidden(style)
        return bool(self._styles.is_hidden(paragraph.style) if is_hidden is None else is_hidden)

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        self._fields.end_paragraph()
        if paragraph.hidden:
            self.unseen.hidden.append(paragraph.number)
        if self._tables.is_deleted:
            return
        if self._open:  # a text box: it follows the paragraph that it hangs on
            self._open[-1].after += [paragraph, *paragraph.after]
            return
        for finished in (paragraph, *paragraph.after):
            self._emit(finished)


def _symbol(code: str) -> str:
    """Return the character that a symbol's hexadecimal code names; nothing for a letter of a picture font."""
    is_code = 0 < len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code)
    value = int(code, 16) if is_code else 0
    is_character = 0x20 < value <= 0x10FFFF and not 0xD800 <= value <= 0xDFFF and value not in _PICTURE_LETTERS
    return chr(value) if is_character else ""
