"""Words of the command line as they read in UTF-8, whatever the locale made of their bytes."""

from __future__ import annotations

import os


def as_utf8(word: str) -> str:
    """Return a word of the command line, or a path, as it reads in UTF-8; what is none stays a lone surrogate."""
    return os.fsencode(word).decode("utf-8", "surrogateescape")
