"""The invented reports under `cases/`, and the form in which words are compared."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "cases"


@cache
def cases() -> dict[str, dict[str, Any]]:
    """Return every case under `file:name`.

    Raises: ValueError when two cases of one file share a name.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            name = f"{path.stem}:{case['name']}"
            if name in found:
                raise ValueError(f"two cases are called {name}")
            found[name] = case
    return found


def squeezed(text: str) -> str:
    """The text without white space and without characters that show nothing (soft hyphen, zero-width marks)."""
    return "".join(
        c for c in text if not c.isspace() and unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f"
    )


def bare(text: str) -> str:
    """Return a heading's words without the marks around them that are no words."""
    return squeezed(text).strip("*#【】").rstrip("。：:；;，,")
