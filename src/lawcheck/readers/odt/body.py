"""Walking through the text of an ODT file: paragraphs in order; what is hidden, tracked or drawn is told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lawcheck.readers import limits
from lawcheck.readers.odt.frame import Frames
from lawcheck.readers.odt.lists import OpenLists
from lawcheck.readers.odt.numbering import OUTLINE, level_of
from lawcheck.readers.odt.paragraph import Paragraph
from lawcheck.readers.odt.style import Styles
from lawcheck.readers.odt.table import Tables, repeats
from lawcheck.readers.refusal import over_limit
from lawcheck.readers.unseen import Unseen
from lawcheck.wording import Text

# Elements that are no text of the report, with all they hold: numbers as some program wrote them, phonetic signs,
# descriptions of pictures and tables, how an index is made, comments, forms, programs.
_SKIPPED = frozenset(
    (
        *("text:number", "text:ruby-text", "svg:title", "svg:desc", "table:title", "table:desc"),
        *("text:table-of-content-source", "text:illustration-index-source", "text:table-index-source"),
        *("text:object-index-source", "text:user-index-source", "text:alphabetical-index-source"),
        *("text:bibliography-source", "office:forms", "text:script", "office:event-listeners"),
        "table:covered-table-cell",
    )
)
_MOVING = ("text:date", "text:time")
_INDEXES = (
    *("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index"),
    *("text:user-index", "text:alphabetical-index", "text:bibliography"),
)
_CHANGES = ("text:insertion", "text:deletion", "text:format-change")
_PARAGRAPHS = ("text:p", "text:h")
_SPAN = "text:span"
_SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_IN_LISTS = ("text:list-item", "text:list-header", "text:numbered-paragraph")
# Elements between paragraphs, whose own characters are no text.
_HOLDERS = ("draw", "table", "svg", "office")
_BETWEEN = ("text:list", "text:list-item", "text:list-header", "text:section", "text:index-body", "text:index-title")


class BodyReader:
    """Takes the events of `office:text` and hands each finished paragraph to `emit`, in order of their starts."""

    def __init__(self, styles: Styles, types: Mapping[str, str], emit: Callable[[Paragraph], None]) -> None:
        self.unseen = Unseen()
        # Elements that are left out and told.
        self._noted = {
            "text:note": self.unseen.footnotes,
            "office:annotation": self.unseen.comments,
            "text:placeholder": self.unseen.placeholders,
        }
        self._styles = styles
        self._emit = emit
        self._path: list[str] = []
        self._open: list[Paragraph] = []
        self._count = self._kept = 0
        self._characters = self._indexes = 0
        self._tables = Tables()
        self._lists = OpenLists()
        self.frames = Frames(types)
        self._change = ""
        self._changes: dict[str, str] = {}  # from the id of a tracked change to its kind
        # Sections whose text comes from another file: how many characters were read before each.
        self._linked: list[int | None] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Take the start of an element; True leaves it out with all that it holds."""
        parent = self._path[-1] if self._path else ""
        self._tables.start(tag, attributes)
        if self._is_left_out(tag, attributes, parent):
            return True
        self._path.append(tag)
        self._lists.start(tag, attributes, parent)
        if tag in _PARAGRAPHS:
            self._begin_paragraph(tag, attributes, parent)
        elif tag == _SPAN and self._open:
            self._open[-1].spans.append(self._styles.text(attributes.get("text:style-name")).is_hidden)
        elif tag in _INDEXES:
            self._indexes += 1
        elif tag == "text:section":
            self._linked.append(None)
        elif tag == "text:changed-region":
            self._change = attributes.get("text:id", attributes.get("xml:id", ""))
        else:
            self._take_sign(tag, attributes)
        return False

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self._path.pop()
        if tag in _PARAGRAPHS:
            self._end_paragraph()
        elif tag == _SPAN and self._open and self._open[-1].spans:
            self._open[-1].spans.pop()
        elif tag in _INDEXES:
            self._indexes -= 1
        elif tag == "text:section":
            before = self._linked.pop()
            if before == self._characters:
                self.unseen.inserted_after.append(self._count)
        self._tables.end(tag)
        self._lists.end(tag)
        self.frames.end(tag)

    def text(self, data: str) -> None:
        """Take characters: they count inside a paragraph only, and not between those of a text box in it."""
        if not self._open or not self._path:
            return
        at = self._path[-1]
        if at.partition(":")[0] not in _HOLDERS and at not in _BETWEEN:
            self._count_characters(len(data))
            self._open[-1].write(data)

    def _is_left_out(self, tag: str, attributes: Mapping[str, str], parent: str) -> bool:
        if tag in _SKIPPED:
            return True
        if tag in self._noted:
            self._note(self._noted[tag])
            return True
        if tag in _CHANGES and parent == "text:changed-region":
            self._changes[self._change] = tag
            return True
        if self.frames.start(tag, attributes, parent, self._place):
            return True
        # A field that shows nothing may hold its value all the same.
        is_hidden = attributes.get("text:is-hidden") == "true" and tag != "text:hidden-paragraph"
        if is_hidden or attributes.get("text:display") == "none":
            if tag in ("text:section", "text:hidden-text"):
                self._note(self.unseen.hidden)
            return True
        return False

    def _begin_paragraph(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        self._count += not self._open
        style = attributes.get("text:style-name")
        paragraph = Paragraph(self._place, style, cell=self._tables.cell, is_index=bool(self._indexes))
        paragraph.is_hidden = bool(self._styles.paragraph(style).is_hidden)
        paragraph.place = self._lists.take(parent)
        if tag == "text:h":
            paragraph.level = level_of(attributes, "text:outline-level")
            # A heading in no list is numbered by the outline, unless its style or it itself is taken off it.
            is_free = parent not in _IN_LISTS and attributes.get("text:is-list-header") != "true"
            if is_free and self._styles.paragraph(style).list_style in (None, OUTLINE):
                paragraph.place = self._lists.heading(attributes, paragraph.level)
        self._open.append(paragraph)

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        if paragraph.is_dropped:
            paragraph.drop()
        if paragraph.hidden:
            self.unseen.hidden.append(paragraph.number)
        if not (paragraph.pieces or paragraph.place or paragraph.after):
            return
        # Counted here, for the paragraphs of a text box wait for the end of the one that it hangs on.
        self._kept += 1
        if self._kept > limits.TEXT_LINES:
            raise over_limit(Text("行数", "line count"), limits.TEXT_LINES, limits.LINES)
        if self._open:  # a text box: it follows the paragraph that it hangs on
            self._open[-1].after += [paragraph, *paragraph.after]
            return
        for finished in (paragraph, *paragraph.after):
            self._emit(finished)

    def _take_sign(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("text:change", "text:change-start"):
            if self._changes.get(attributes.get("text:change-id", "")) != "text:format-change":
                self._note(self.unseen.revised)
        elif tag in _MOVING and attributes.get("text:fixed") != "true":
            self._note(self.unseen.moving)
        elif tag == "text:section-source" and self._linked:
            self._linked[-1] = self._characters
        elif self._open:
            if tag == "text:hidden-paragraph":
                self._open[-1].is_dropped |= attributes.get("text:is-hidden") == "true"
            elif tag in _SIGNS:
                sign = _SIGNS[tag] * (repeats(attributes, "text:c") if tag == "text:s" else 1)
                self._count_characters(len(sign))
                self._open[-1].put_sign(sign)

    @property
    def _place(self) -> int:
        return self._open[0].number if self._open else max(1, self._count)

    def _note(self, places: list[int]) -> None:
        places.append(self._place)

    def _count_characters(self, count: int) -> None:
        self._characters += count
        if self._characters > limits.TEXT_CHARACTERS:
            raise over_limit(Text("文字", "text"), limits.TEXT_CHARACTERS, limits.CHARACTERS)
