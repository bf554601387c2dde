"""Writing the lines of a page: the parts of each, and the automatic number that it begins with."""

from __future__ import annotations

from lawcheck.readers import limits
from lawcheck.readers.html.joining import Part, join
from lawcheck.readers.html.page import Line, Node, Page
from lawcheck.readers.lines import is_blank
from lawcheck.readers.page.words import ENUMERATED
from lawcheck.readers.refusal import over_limit
from lawcheck.wording import Text

_BULLET = "\0"  # stands for a sign of a picture font


class LineWriter:
    """Gathers the parts of a line and adds it to the page when it ends."""

    def __init__(self, page: Page) -> None:
        self.item_number = ""  # of the list item that is open, until its first line has it
        self._page = page
        self._parts: list[Part] = []
        self._number = ""  # that Word wrote out in this line
        self._number_parts: list[str] | None = None

    @property
    def is_in_number(self) -> bool:
        """Say whether what comes is the automatic number of an item, as Word writes it out."""
        return self._number_parts is not None

    def write(self, data: str, *, is_link: bool) -> None:
        """Add text to the line."""
        if self._number_parts is not None:
            self._number_parts.append(data)
        elif self._parts or not data.isspace():
            self._parts.append(Part(data, is_link))

    def begin_number(self) -> None:
        """Take what comes as the number of this line."""
        self._number_parts = []

    def mark_bullet(self) -> None:
        """Note that the number is a sign of a picture font, so no number."""
        if self._number_parts is not None:
            self._number_parts.append(_BULLET)

    def end_number(self) -> None:
        """Go on with the text behind the number."""
        self._number = _written_out("".join(self._number_parts or ()))
        self._number_parts = None

    def end_line(self, node: Node) -> None:
        """Add the line, which stands in `node`, to the page; without text there is none. Raises: Refusal."""
        number, self._number = self._number, ""
        if not self._parts:
            return
        text, linked = join(self._parts)
        self._parts.clear()
        if is_blank(text):
            return
        # Where a number stands in the text already, the list's own are not shown.
        if self.item_number and not number and not ENUMERATED.match(text):
            number = self.item_number
        self.item_number = ""
        lines = self._page.lines
        lines.append(Line(number + text, node, linked, number.rstrip()))
        if len(lines) > limits.TEXT_LINES:
            raise over_limit(Text("行数", "line count"), limits.TEXT_LINES, limits.LINES)


def _written_out(text: str) -> str:
    """Return the number that Word wrote before an item, with a blank if text in digits could follow; no bullets."""
    number = "".join(text.split())
    if _BULLET in number or (len(number) == 1 and not number.isdigit()):
        return ""
    return f"{number} " if number[-1:].isascii() and number else number
