"""ODT files: a reader of our own, for a conversion costs seconds and a program that not everyone has.

The body is text as a reader of the accepted document sees it: tracked insertions and the shown text of fields are in,
tracked deletions, hidden text, comments, notes, headers and footers are out; what is out and matters is told in
Document.unread. Nothing outside the file is fetched, and nothing inside it is run.
"""

from __future__ import annotations

from collections.abc import Mapping

from lawcheck.model.document import Block
from lawcheck.readers import limits
from lawcheck.readers.draft import Draft
from lawcheck.readers.flow import Flow
from lawcheck.readers.odt.body import BodyReader
from lawcheck.readers.odt.numbering import next_number
from lawcheck.readers.odt.package import DIALECT, Package
from lawcheck.readers.odt.paragraph import Paragraph
from lawcheck.readers.odt.style import StyleReader, Styles
from lawcheck.readers.page import set_apart
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.unseen import notes
from lawcheck.readers.xml_events import Handler, parse
from lawcheck.text.span import Span
from lawcheck.wording import Text

_ONLY_PICTURES = Text("文件里只有图片，没有文字", "the file holds pictures and no text")
_TYPED = Text("请提供文字版（.docx 或 .txt）", "provide the text as .docx or .txt")


def read(data: bytes) -> Draft:
    """Return the draft of an ODT file. Raises: Refusal."""
    package = Package(data)
    content, named = package.content(), package.styles()
    styles, flow = Styles(), Flow()
    if named is not None:
        parse(package.chunks(named), _Part({"office:styles": StyleReader(styles)}), DIALECT)
    body = BodyReader(styles, package.types, lambda paragraph: _add(flow, styles, paragraph))
    part = _Part({"office:automatic-styles": StyleReader(styles), "office:text": body})
    parse(package.chunks(content), part, DIALECT)
    text, blocks = flow.finish()
    if not blocks and body.frames.figures:
        raise Refusal(_ONLY_PICTURES, _TYPED)
    limits.check_text(text)
    blocks, metadata = set_apart(text, blocks, splits=False)
    return Draft(text, blocks, metadata, unread=tuple(notes(body.unseen, body.frames.figures, len(text))))


def _add(flow: Flow, styles: Styles, paragraph: Paragraph) -> None:
    """Put a paragraph into the flow, with its number; one that is hidden as a whole is not counted."""
    text = "".join(paragraph.pieces)
    is_index = paragraph.is_index or styles.paragraph(paragraph.style).is_index
    block = Block(
        Span(0, 0),
        "furniture" if is_index else "cell" if paragraph.cell else "paragraph",
        paragraph.number,
        paragraph.cell,
        level=None if is_index else paragraph.level,
    )
    number = blank = ""
    if paragraph.place is not None and not is_index and (text or not paragraph.hidden):
        number, blank = next_number(styles.numbering(paragraph.place.style, paragraph.style), paragraph.place)
    flow.add(text, block, number=number, blank=blank)


class _Part:
    """Sends the events of each area of a part to its handler, without the area's own element."""

    def __init__(self, areas: Mapping[str, Handler]) -> None:
        self._areas = areas
        self._area: Handler | None = None
        self._depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Take the start of an element."""
        if self._area is None:
            self._area = self._areas.get(tag)
            return False
        if self._area.start(tag, attributes):
            return True
        self._depth += 1
        return False

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._area is None:
            return
        if self._depth:
            self._depth -= 1
            self._area.end(tag)
        else:
            self._area = None

    def text(self, data: str) -> None:
        """Take characters."""
        if self._area is not None:
            self._area.text(data)
