"""Walking through the document part: paragraphs in order; what is tracked is read as if it were accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lawcheck.readers.docx.control import Controls
from lawcheck.readers.docx.paragraph import Paragraph, Properties
from lawcheck.readers.docx.style import Styles
from lawcheck.readers.docx.table import Tables
from lawcheck.readers.docx.writer import Writer
from lawcheck.readers.figure import Figures
from lawcheck.readers.unseen import Unseen

_Start = Callable[[str, Mapping[str, str], str], bool | None]
_End = Callable[[str], None]

# Elements that are no text of the report, with all they hold: former properties, deleted text, phonetics of ruby.
_PASSED = frozenset(
    (
        *("w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange", "w:tblGridChange"),
        *("w:tblPrExChange", "w:sectPr", "w:tblGrid", "w:tblPr", "w:delText", "w:delInstrText", "w:rt"),
    )
)
_DELETIONS = ("w:del", "w:moveFrom", "w:cellDel")
_REVISIONS = (*_DELETIONS, "w:ins", "w:moveTo", "w:cellIns", "w:cellMerge", "w:numberingChange")
_PROPERTIES = ("w:pStyle", "w:outlineLvl", "w:numId", "w:ilvl", "w:framePr")
# Nothing is done for these; it counts that something stands in them.
_AROUND = ("w:pPr", "w:rPr", "w:numPr", "w:trPr", "w:tcPr", "w:ddList", "w:t", "m:t", "w:instrText")


class BodyReader:
    """Takes the events of the document part and hands each finished paragraph to `emit`, in order of their starts."""

    def __init__(self, styles: Styles, emit: Callable[[Paragraph], None]) -> None:
        self.unseen = Unseen()
        self._emit = emit
        self._path = [""]
        self._carried: Paragraph | None = None
        self._is_former = False
        self._choices: list[bool] = []
        self._tables = Tables()
        controls = Controls()
        self._controls = controls
        self._writer = Writer(styles, self._tables, controls, self.unseen)
        self.figures = Figures(lambda: self._writer.place)
        self._starts: dict[str, _Start] = {"w:p": self._begin_paragraph, "w:vanish": self._hide}
        self._ends: dict[str, _End] = {"w:p": self._end_paragraph}
        for part in (self._tables, controls, self._writer, self.figures):
            self._starts |= dict.fromkeys(part.STARTS, part.start)
            self._ends |= dict.fromkeys(part.ENDS, part.end)
        self._starts |= dict.fromkeys(_PROPERTIES, self._take_property)
        self._starts |= dict.fromkeys(_REVISIONS, self._take_revision)
        self._starts |= dict.fromkeys(("mc:AlternateContent", "mc:Choice", "mc:Fallback"), self._choose)
        self._starts |= dict.fromkeys(("w:altChunk", "w:subDoc"), self._leave_out_document)
        self._starts |= {"w:pPrChange": self._begin_former, "w:tbl": self._begin_table}
        self._ends |= {"w:pPrChange": self._end_former, "mc:AlternateContent": self._end_choices}
        self._ends |= {"w:tc": self._end_cell, "w:txbxContent": self._end_story, "w:body": self._end_story}

    @property
    def heard(self) -> frozenset[str]:
        """The elements whose events count; a body has ten times as many others, such as fonts."""
        return frozenset((*_PASSED, *_AROUND, *self._starts, *self._ends))

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Take the start of an element."""
        if tag in _PASSED:
            return True
        take = self._starts.get(tag)
        if take is not None and take(tag, attributes, self._path[-1]):
            return True
        self._path.append(tag)
        return False

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self._path.pop()
        take = self._ends.get(tag)
        if take is not None:
            take(tag)

    def text(self, data: str) -> None:
        """Take characters: they count inside `w:t` (and `m:t` of a formula) only."""
        inside = self._path[-1]
        if inside in ("w:t", "m:t"):
            self._writer.text(data)
        elif inside == "w:instrText":
            self._writer.fields.instruct(data)

    # Paragraphs

    def _begin_paragraph(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        writer = self._writer
        if not writer.open:  # else it is in a text box
            writer.count += 1
        number = writer.open[0].number if writer.open else writer.count
        paragraph = Paragraph(number, self._tables.cell, self._controls.is_toc)
        if self._carried is not None:
            paragraph.begin_with(self._carried)
            self._carried = None
        writer.open.append(paragraph)

    def _end_paragraph(self, tag: str) -> None:
        paragraph = self._writer.open.pop()
        self._writer.fields.end_paragraph()
        if paragraph.hidden:
            self.unseen.hidden.append(paragraph.number)
        if paragraph.former is not None and paragraph.former != paragraph.properties:
            self.unseen.renumbered.append(paragraph.number)
        if paragraph.is_joined and not self._tables.is_deleted:
            self._carried = paragraph
        elif not self._tables.is_deleted:
            self._finish(paragraph)

    def _finish(self, paragraph: Paragraph) -> None:
        if self._writer.open:  # a text box: it follows the paragraph that it hangs on
            self._writer.open[-1].after += [paragraph, *paragraph.after]
            return
        for finished in (paragraph, *paragraph.after):
            self._emit(finished)

    def _end_story(self, tag: str) -> None:
        """Finish a paragraph whose end is deleted where none follows that it could join."""
        if self._carried is not None:
            joined, self._carried = self._carried, None
            self._finish(joined)

    # Tables

    def _begin_table(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        self._end_story(tag)
        self._tables.start(tag, attributes, parent)

    def _end_cell(self, tag: str) -> None:
        self._end_story(tag)
        self._tables.end(tag)

    # Properties, revisions

    def _take_property(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        if self._writer.open and parent in ("w:pPr", "w:numPr"):
            self._writer.open[-1].take_property(tag, attributes, is_former=self._is_former)

    def _hide(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        owner = self._path[-2] if parent == "w:rPr" else ""
        if owner == "w:r":
            self._writer.hide(attributes.get("w:val", ""))
        elif owner == "w:pPr" and self._writer.open:
            self._writer.open[-1].take_mark(tag, attributes)

    def _take_revision(self, tag: str, attributes: Mapping[str, str], parent: str) -> bool:
        """Note a tracked change; True for deleted content."""
        place = self._writer.place
        if parent == "w:numPr" or tag == "w:numberingChange":
            self.unseen.renumbered.append(place)
            return True
        self.unseen.revised.append(place)
        if parent == "w:rPr":
            if self._path[-2] == "w:pPr" and self._writer.open:
                self._writer.open[-1].take_mark(tag, attributes)
        elif parent == "w:trPr":
            if tag in _DELETIONS:
                self._tables.delete_row()
        elif parent == "w:tcPr":
            self._tables.start(tag, attributes, parent)
        else:
            return tag in _DELETIONS
        return False

    def _begin_former(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        self._is_former = True
        if self._writer.open:
            self._writer.open[-1].former = Properties()

    def _end_former(self, tag: str) -> None:
        self._is_former = False

    # Alternatives, other documents

    def _choose(self, tag: str, attributes: Mapping[str, str], parent: str) -> bool:
        """Say whether to pass over an alternative: of several forms of one content the first is read.

        A text box stands there once more for old programs.
        """
        if tag == "mc:AlternateContent":
            self._choices.append(False)
        elif self._choices:
            is_taken, self._choices[-1] = self._choices[-1], True
            return is_taken
        return False

    def _end_choices(self, tag: str) -> None:
        self._choices.pop()

    def _leave_out_document(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        self.unseen.inserted_after.append(self._writer.count)
