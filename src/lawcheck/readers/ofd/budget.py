"""How much an OFD file may hold. A page can draw parts that draw parts: a short file may ask for very much."""

from __future__ import annotations

from dataclasses import dataclass

from lawcheck.readers import limits
from lawcheck.readers.refusal import over_limit
from lawcheck.wording import Text


@dataclass(slots=True)
class Budget:
    """What was read and drawn so far: objects, characters, and pieces of text that stand by themselves."""

    objects: int = 0
    characters: int = 0
    pieces: int = 0

    def spend(self, *, objects: int = 0, characters: int = 0, pieces: int = 0) -> None:
        """Add to what was read or drawn. Raises: Refusal beyond a limit."""
        self.objects += objects
        self.characters += characters
        self.pieces += pieces
        if self.objects > limits.OFD_OBJECTS:
            what = Text("OFD 文件的图元数", "number of drawn objects of the OFD file")
            raise over_limit(what, limits.OFD_OBJECTS, Text("个", "objects"))
        # Once as they are read, and once as they are drawn.
        if self.characters > 2 * limits.TEXT_CHARACTERS:
            raise over_limit(Text("文字", "text"), limits.TEXT_CHARACTERS, limits.CHARACTERS)
        if self.pieces > limits.OFD_PIECES:
            what = Text("OFD 文件里零散文字的段数", "number of pieces of text of the OFD file")
            raise over_limit(what, limits.OFD_PIECES, Text("段", "pieces"))
