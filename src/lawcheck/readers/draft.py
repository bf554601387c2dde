"""What a reader hands to `read`."""

from __future__ import annotations

from dataclasses import dataclass

from lawcheck.model.document import Block, Unread
from lawcheck.text.span import Span

Metadata = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A Document without what only its source knows. The fields are those of Document."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = ()
    unread: tuple[Unread, ...] = ()
    encoding: str | None = None
    marks: tuple[Span, ...] = ()
