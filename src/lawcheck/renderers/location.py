"""Where a finding stands, for programs: a relative address, lines and columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_letters, digits

from lawcheck.model.checklist import Checklist, Evidence, Item
from lawcheck.model.document import Document
from lawcheck.renderers.place import anchor
from lawcheck.text.lines import squeeze

# Only in these do the lines of the text as read stand for lines of the file.
_TEXTUAL = ("txt", "md")
# RFC 3986, section 2.3, and the separator of paths.
_PLAIN = frozenset(ascii_letters + digits + "-._~/")


@dataclass(frozen=True, slots=True)
class Location:
    """One-based lines and columns of a phrase; `end_column` is the column after its last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def location(evidence: Evidence | None, document: Document) -> Location | None:
    """Return where a piece of evidence stands in the file; None where the file has no lines, as a Word file."""
    if evidence is None or evidence.span is None or document.format not in _TEXTUAL:
        return None
    first, last = document.lines.place(evidence.span.start), document.lines.place(evidence.span.end)
    return Location(first.line, first.column, last.line, last.column)


def standing(item: Item) -> Evidence | None:
    """Return the evidence for where a program shows a finding: the phrase, else where something was expected."""
    return anchor(item) or next((e for e in item.evidence if e.role == "expected_at" and e.span is not None), None)


def headings(evidence: Evidence | None, checklist: Checklist) -> tuple[str, ...]:
    """Return the headings of the sections that hold the evidence, from the top down."""
    if evidence is None or evidence.span is None:
        return ()
    at, text = evidence.span.start, checklist.document.text
    return tuple(squeeze(s.heading.of(text)) for s in checklist.outline.sections if s.span.start <= at < s.span.end)


def address(name: str) -> str:
    """Return the name of a document as a URI reference, percent-encoded; a path from the root becomes a file URI."""
    path = name.replace("\\", "/")
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte of a name
        data = path.encode("utf-8", "backslashreplace")
    # A colon is encoded too, lest the first part be read as a scheme.
    encoded = "".join(chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in data)
    if path.startswith("/"):
        return f"file://{encoded}"
    return f"file:///{encoded}" if path[1:3] == ":/" else encoded


def distinct(findings: tuple[Item, ...]) -> Iterator[tuple[Item, str]]:
    """Yield each finding with a fingerprint that no other of the document has: a repeated one gets a number."""
    seen: dict[str, int] = {}
    for item in findings:
        count = seen[item.fingerprint] = seen.get(item.fingerprint, 0) + 1
        yield item, item.fingerprint if count == 1 else f"{item.fingerprint}-{count}"
