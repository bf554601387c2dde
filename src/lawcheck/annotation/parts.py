"""The parts of a Word file that go with comments: the comments themselves, and where the file says it has them."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from lawcheck.annotation.note import Note
from lawcheck.annotation.tags import append, as_utf8, escape, start_tag
from lawcheck.annotation.tracing import Trace, scan
from lawcheck.readers.docx.package import Package
from lawcheck.text.visible import visible

AUTHOR, INITIALS = "lawcheck", "LC"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STRICT = "http://purl.oclc.org/ooxml/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The paragraphs of a report are set wide, in large type; those of a comment small and close, whatever styles say.
_CLOSE = (
    '<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)
_SMALL = '<w:sz w:val="20"/><w:szCs w:val="20"/>'


@dataclass(frozen=True, slots=True)
class Homes:
    """Where the parts of one Word file are: the document, its relations, its comments (there or to be)."""

    main: str
    relations: str
    comments: str
    has_comments: bool


def homes(package: Package) -> Homes:
    """Return where the parts are. Raises: Refusal."""
    main = package.main_part()
    folder, base = posixpath.split(main)
    own = package.related(main).get("comments")
    names = (f"{folder}/comments{number or ''}.xml" for number in count())
    comments = own[0] if own else next(name for name in names if name not in package)
    return Homes(main, f"{folder}/_rels/{base}.rels", comments, has_comments=bool(own))


def part(package: Package, name: str, otherwise: str) -> bytes:
    """Return a part in UTF-8; `otherwise` where the file has none of this name. Raises: Refusal."""
    return as_utf8(b"".join(package.chunks(name))) if name in package else otherwise.encode()


def with_comments(
    package: Package, home: Homes, document: Trace, notes: Sequence[Note], date: str | None
) -> tuple[list[int], dict[str, bytes]]:
    """Return the number of each comment, and the parts that change besides the document part. Raises: Refusal."""
    empty = f'{_XML}<w:comments xmlns:w="{document.namespace}"/>'
    old = part(package, home.comments, empty) if home.has_comments else empty.encode()
    found = scan(old)
    taken = document.ids | found.ids
    free = (number for number in count() if str(number) not in taken)
    numbers = [next(free) for _ in notes]
    declared = declaration(old, found)
    written = (_comment(number, note, declared, date) for number, note in zip(numbers, notes, strict=True))
    changed = {home.comments: append(old, found.root, "".join(written))}
    if not home.has_comments:
        changed[home.relations] = _related(part(package, home.relations, _no_relations()), home, document)
        types = part(package, "[Content_Types].xml", f'{_XML}<Types xmlns="{_PACKAGE}/content-types"/>')
        listed = f'<Override xmlns="{_PACKAGE}/content-types" PartName="/{home.comments}" ContentType="{_TYPE}"/>'
        changed["[Content_Types].xml"] = append(types, scan(types).root, listed)
    return numbers, changed


def declaration(data: bytes, found: Trace) -> str:
    """Return the namespace declaration that a new element of a part needs; empty where the root has it for all."""
    is_common = set(found.prefixes) == {found.namespace} and start_tag(data, found.root).startswith(b"<w:")
    return "" if is_common else f' xmlns:w="{found.namespace}"'


def _no_relations() -> str:
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"/>'


def _related(relations: bytes, home: Homes, document: Trace) -> bytes:
    kind = f"{_STRICT}officeDocument/relationships" if document.namespace.startswith(_STRICT) else _OFFICE
    names = (f"lawcheck{number or ''}" for number in count())
    own = next(name for name in names if f'"{name}"'.encode() not in relations)
    target = posixpath.relpath(home.comments, posixpath.dirname(home.main))
    link = f'Id="{own}" Type="{kind}/comments" Target="{target}"'
    return append(relations, scan(relations).root, f'<Relationship xmlns="{_PACKAGE}/relationships" {link}/>')


def _comment(number: int, note: Note, declared: str, date: str | None) -> str:
    dated = "" if date is None else f' w:date="{date}T00:00:00Z"'
    paragraphs = []
    for at, (label, words) in enumerate(note.paragraphs):
        mark = "" if at else "<w:r><w:annotationRef/></w:r>"
        paragraphs.append(f"<w:p>{_CLOSE}{mark}{_run(label, '<w:b/>')}{_run(words)}</w:p>")
    head = f'<w:comment{declared} w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}"{dated}>'
    return f"{head}{''.join(paragraphs)}</w:comment>"


def _run(text: str, properties: str = "") -> str:
    # Whatever XML cannot hold is shown by its number, and so is what hides or turns text round.
    shown = escape(visible(text))
    return f'<w:r><w:rPr>{properties}{_SMALL}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>' if shown else ""
