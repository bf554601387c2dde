"""What the worker tells of a PDF: its printed pages, each with pieces of text and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

SEVERAL_FONTS = -1
# Sizes and places are in points; `y` grows downwards.
Rule = tuple[float, float, float, float]  # left, top, right, bottom


class Piece(NamedTuple):
    """Characters that stand side by side: `y` is their baseline.

    `size` is that of a Chinese character among them, `font` the number of their font or SEVERAL_FONTS.
    """

    x: float
    right: float
    y: float
    size: float
    is_after_blank: bool
    font: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page.

    `pictures` is the share of it that pictures cover, `paths` how many lines and shapes are drawn, `is_seen` whether
    any text is drawn and not only laid under a picture. `passed` counts letters whose font nobody has; `turned` and
    `slanted` those that do not run as the page's text does and are left out of `pieces`.
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: float = 0
    paths: int = 0
    is_seen: bool = True
    passed: int = 0
    turned: int = 0
    slanted: int = 0

    @property
    def size(self) -> int:
        """The number of characters in `pieces`."""
        return sum(len(piece.text) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Extract:
    """All pages of a document, None for a page that could not be opened, and the number of files attached to it."""

    sheets: tuple[Sheet | None, ...]
    attachments: int
