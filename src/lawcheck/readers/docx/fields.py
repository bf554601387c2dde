"""Fields of a Word file: the instruction is out of the text, the result is in."""

from __future__ import annotations

from dataclasses import dataclass, field

from lawcheck.text.pattern import pattern

_LONGEST_INSTRUCTION = 500
# Word nests 20 deep at most; more are fields that never end.
_DEEPEST = 50
_MOST_ENTRIES = 100
_CIRCLED = pattern(r"(?i)\s*+EQ\s++\\o\s*+\\ac\s*+\(\s*+([○◯〇□△◇])\s*+,\s*+(\w{1,3})\s*+\)\s*+\Z")
_CIRCLES = "○◯〇"
# The sound of a character above it, as old programs write it.
_SOUNDED = pattern(
    r"(?i)\s*+EQ\b[^()]{0,80}\\o\s*+\\a[cdlr]\s*+\(\s*+\\s\s*+\\up\s*+\d{1,3}+\s*+\([^()]{0,40}\)\s*+,([^()]{1,20})\)"
)
_COMPUTED = frozenset(("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "EQ", "SYMBOL"))
_MOVING = frozenset(("DATE", "TIME"))


@dataclass(slots=True, eq=False)
class Field:
    """An open field. `is_simple` fields hold their result as children and have no separator.

    `entries` are the choices of a drop-down field, `chosen` the one that shows.
    """

    instruction: str = ""
    is_in_result: bool = False
    is_simple: bool = False
    is_closed: bool = False
    entries: list[str] = field(default_factory=list)
    chosen: int = 0

    @property
    def name(self) -> str:
        """The first word of the instruction."""
        return self.instruction.partition("\\")[0].strip().partition(" ")[0].upper()

    @property
    def is_toc(self) -> bool:
        """Say whether the field is a table of contents."""
        return self.instruction.lstrip().upper().startswith("TOC")

    @property
    def is_computed(self) -> bool:
        """Say whether Word shows something for the field that is saved nowhere."""
        return not self.is_in_result and not self.shown and self.name in _COMPUTED

    @property
    def is_moving(self) -> bool:
        """Say whether the field shows the day on which the file is opened."""
        return self.name in _MOVING

    @property
    def shown(self) -> str:
        """What the field shows besides its result: the choice of a drop-down list, a character in a circle."""
        if self.entries:
            return self.entries[self.chosen] if 0 <= self.chosen < len(self.entries) else ""
        return "" if self.is_in_result else _overlaid(self.instruction)


def _overlaid(instruction: str) -> str:
    """Return what a field shows that lays characters over each other: one in a circle, or below its sound."""
    sounded = _SOUNDED.match(instruction)
    if sounded is not None:
        return sounded[1].strip()
    circled = _CIRCLED.match(instruction)
    if circled is None:
        return ""
    number = int(circled[2]) if circled[2].isascii() and circled[2].isdigit() else 0
    return chr(ord("①") + number - 1) if circled[1] in _CIRCLES and 1 <= number <= 20 else circled[2]


class Fields:
    """The open fields at one place, outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self._begun = 0  # how many of them are still in their instruction

    def begin(self, instruction: str = "", *, is_simple: bool = False) -> None:
        """Take the start of a field."""
        if len(self._open) == _DEEPEST:
            self._begun -= not self._open.pop(0).is_in_result
        self._open.append(Field(instruction, is_in_result=is_simple, is_simple=is_simple))
        self._begun += not is_simple

    def separate(self) -> None:
        """Take the place where the instruction ends and the result begins."""
        if self._open and not self._open[-1].is_in_result:
            self._open[-1].is_in_result = True
            self._begun -= 1

    def end(self) -> Field | None:
        """Take the end of a field and return it; None where none is open."""
        return None if not self._open or self._open[-1].is_simple else self._pop()

    def end_simple(self) -> Field | None:
        """Take the end of a simple field and return it; what was opened inside it and not closed ends too."""
        while self._open:
            ended = self._pop()
            if ended.is_simple:
                return ended
        return None

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._begun and not self._open[-1].is_in_result:
            self._open[-1].instruction = (self._open[-1].instruction + text)[:_LONGEST_INSTRUCTION]

    def offer(self, entry: str) -> None:
        """Take an entry of a drop-down field."""
        if self._open and len(self._open[-1].entries) < _MOST_ENTRIES:
            self._open[-1].entries.append(entry)

    def choose(self, number: int) -> None:
        """Take the entry, from zero, that a drop-down field shows."""
        if self._open:
            self._open[-1].chosen = number

    def end_paragraph(self) -> None:
        """Give up fields without a separator: a lost end must not swallow the rest of the report."""
        if self._begun:
            self._open = [field for field in self._open if field.is_in_result]
            self._begun = 0

    @property
    def is_in_result(self) -> bool:
        """Say whether text at this place shows."""
        return not self._begun

    @property
    def toc(self) -> Field | None:
        """The table of contents that this place lies in."""
        return next((field for field in self._open if field.is_toc), None) if self._open else None

    def _pop(self) -> Field:
        ended = self._open.pop()
        ended.is_closed = True
        self._begun -= not ended.is_in_result
        return ended
