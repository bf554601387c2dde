"""The parts beside the body: headers, footers and notes are no text of the report, but they may hold all there is."""

from __future__ import annotations

from collections.abc import Mapping

from lawcheck.readers.docx.package import Package

_KINDS = ("header", "footer", "footnotes", "endnotes")


def has_text(package: Package, related: Mapping[str, list[str]]) -> bool:
    """Say whether headers, footers or notes hold text. Raises: Refusal."""
    finder = _Finder()
    for kind in _KINDS:
        for part in related.get(kind, ()):
            package.parse(part, finder)
    return finder.has_text


class _Finder:
    """Looks for text in a part."""

    def __init__(self) -> None:
        self.has_text = False
        self._is_text = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._is_text = tag == "w:t"

    def end(self, tag: str) -> None:
        self._is_text = False

    def text(self, data: str) -> None:
        self.has_text = self.has_text or (self._is_text and not data.isspace())
