"""The fenced examples of the documentation, one value each.

What a fence promises is told by its language (CONTRIBUTING.md says so to authors): `console`, `python` and `yaml` are
run by tests/house/test_docs.py; every other language is only shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RUN = ("console", "python", "yaml")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced block: the file and line it stands in, its language, its text."""

    path: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


def fences(path: Path, name: str) -> Iterator[Fence]:
    """Yield the fenced blocks of a Markdown file, in order. `name` is how the file is called in results."""
    language, start, body = None, 0, []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.startswith("```"):
            if language is not None:
                body.append(line)
        elif language is None:
            language, start, body = line[3:].strip(), number, []
        else:
            yield Fence(name, start, language, "\n".join(body) + "\n")
            language = None
    if language is not None:
        raise ValueError(f"{name}:{start}: the fence is not closed")


def pages(root: Path) -> list[Path]:
    """Return every Markdown page of the project that speaks to readers, in a stable order."""
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md"), root / "examples" / "README.md"])
