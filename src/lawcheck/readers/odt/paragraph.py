"""A paragraph of an ODT file as it comes from the XML, before lists are applied."""

from __future__ import annotations

from dataclasses import dataclass, field

from lawcheck.readers.odt.numbering import Place

_BLANKS = str.maketrans("\t\n\r", "   ")


@dataclass(slots=True, eq=False)
class Paragraph:
    """One `text:p` or `text:h`. `number` counts those of the body from one, empty ones too; a text box has that of its
    anchor. `level` is that of a heading, from one.

    `place` is where it stands in a list, if it has a number there. `is_dropped` says that a field in it hides
    it as a whole. `spans` says of each open span whether it hides its
    text, None where it does not say. `hidden` counts the characters that were left out as hidden; `after` are the
    paragraphs of text boxes that hang on this one.
    """

    number: int
    style: str | None = None
    level: int | None = None
    cell: str | None = None
    place: Place | None = None
    is_index: bool = False
    is_hidden: bool = False
    is_dropped: bool = False
    pieces: list[str] = field(default_factory=list)
    spans: list[bool | None] = field(default_factory=list)
    hidden: int = 0
    after: list[Paragraph] = field(default_factory=list)
    _is_after_blank: bool = True

    def write(self, text: str) -> None:
        """Add characters as they stand in the XML: blanks and line ends in a row are one blank, none at the start."""
        text = text.translate(_BLANKS)
        words = " ".join(word for word in text.split(" ") if word)
        if words:
            words = (" " if text[0] == " " and not self._is_after_blank else "") + words
            words += " " if text[-1] == " " else ""
        elif not self._is_after_blank:
            words = " "
        if words:
            self._is_after_blank = words[-1] == " "
            self._put(words)

    def put_sign(self, sign: str) -> None:
        """Add what an element stands for: blanks, a tab, a line break."""
        self._is_after_blank = False
        self._put(sign)

    def drop(self) -> None:
        """Hide what was written so far."""
        self.hidden += sum(len(piece.strip()) for piece in self.pieces)
        self.pieces.clear()

    def _put(self, text: str) -> None:
        is_hidden = next((hides for hides in reversed(self.spans) if hides is not None), self.is_hidden)
        if is_hidden:
            self.hidden += len(text.strip())
        else:
            self.pieces.append(text)
