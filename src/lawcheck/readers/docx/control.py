"""Content controls (`w:sdt`) of a Word file: they are read through, but a placeholder is no text of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from lawcheck.readers.docx.style import is_on


@dataclass(slots=True)
class _Control:
    is_toc: bool = False
    is_placeholder: bool = False


class Controls:
    """The open content controls at one place."""

    STARTS: ClassVar = ("w:sdt", "w:docPartGallery", "w:showingPlcHdr")
    ENDS: ClassVar = ("w:sdt",)

    def __init__(self) -> None:
        self._open: list[_Control] = []

    def start(self, tag: str, attributes: Mapping[str, str], parent: str) -> None:
        """Take the start of one of STARTS."""
        if tag == "w:sdt":
            self._open.append(_Control())
        elif not self._open:
            return
        elif tag == "w:docPartGallery":
            self._open[-1].is_toc = attributes.get("w:val") == "Table of Contents"
        else:
            self._open[-1].is_placeholder = is_on(attributes.get("w:val", ""))

    def end(self, tag: str) -> None:
        """Take the end of a control."""
        if self._open:
            self._open.pop()

    @property
    def is_toc(self) -> bool:
        """Say whether this place lies in a table of contents."""
        return bool(self._open) and any(control.is_toc for control in self._open)

    @property
    def is_placeholder(self) -> bool:
        """Say whether text at this place asks the writer to put text there."""
        return bool(self._open) and any(control.is_placeholder for control in self._open)
