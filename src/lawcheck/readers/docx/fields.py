"""Fields of a Word file: the instruction is out of the text, the result is in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Field:
    """An open field. `is_simple` fields hold their result as children and have no separator."""

    instruction: str = ""
    is_in_result: bool = False
    is_simple: bool = False
    is_closed: bool = False

    @property
    def is_toc(self) -> bool:
        """Say whether the field is a table of contents."""
        return self.instruction.lstrip().upper().startswith("TOC")


class Fields:
    """The open fields at one place, outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def mark(self, kind: str) -> None:
        """Take a field character: `begin`, `separate` or `end`."""
        if kind == "begin":
            self._open.append(Field())
        elif self._open and not self._open[-1].is_simple:
            if kind == "separate":
                self._open[-1].is_in_result = True
            elif kind == "end":
                self._open.pop().is_closed = True

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open and not self._open[-1].is_in_result:
            self._open[-1].instruction += text[:200]

    def begin_simple(self, instruction: str) -> None:
        """Take the start of a simple field."""
        self._open.append(Field(instruction, is_in_result=True, is_simple=True))

    def end_simple(self) -> None:
        """Take the end of a simple field; what was opened inside it and not closed ends too."""
        while self._open:
            if self._open.pop().is_simple:
                return

    def end_paragraph(self) -> None:
        """Give up fields without a separator: a lost end must not swallow the rest of the report."""
        self._open = [field for field in self._open if field.is_in_result]

    @property
    def is_in_result(self) -> bool:
        """Say whether text at this place shows."""
        return all(field.is_in_result for field in self._open)

    @property
    def toc(self) -> Field | None:
        """The table of contents that this place lies in."""
        return next((field for field in self._open if field.is_toc), None)
