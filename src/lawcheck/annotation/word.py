"""Comments into a Word file: the same file with comments, and proof that nothing else has become of its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lawcheck.annotation.archive import replace_parts
from lawcheck.annotation.note import Note, relocated
from lawcheck.annotation.parts import declaration, homes, part, with_comments
from lawcheck.annotation.placing import Line, Place, Places
from lawcheck.annotation.seal import seal
from lawcheck.annotation.splicing import Splicer
from lawcheck.annotation.tracing import Traced, trace
from lawcheck.errors import WriteError
from lawcheck.model.document import Document
from lawcheck.readers import docx
from lawcheck.readers.docx.package import Package
from lawcheck.readers.docx.style import StyleReader

Find = Callable[[Sequence[Traced]], list[Line | None]]


def annotate(
    data: bytes, document: Document, find: Find, notes: Sequence[Note], *, lang: str, date: str | None
) -> bytes:
    """Return the Word file `data` with a comment for each note; `find` tells where the document's blocks are in it.

    `date` is an ISO date that the comments bear, or None.

    Raises: Refusal for a file that cannot be read; WriteError when its text would not stay what it is.
    """
    package = Package(data)
    home = homes(package)
    styles = StyleReader()
    for name in package.related(home.main).get("styles", ())[:1]:
        package.parse(name, styles, styles.HEARD)
    body = part(package, home.main, "")
    found = trace(body, styles.styles)
    places = Places(document, find(found.paragraphs))
    placed = [_placed(note, places, document, lang) for note in notes]
    shown = [note for note, _ in placed]
    numbers, parts = with_comments(package, home, found, shown, date)
    splicer = Splicer(body, declaration(body, found))
    for number, (_, place) in zip(numbers, placed, strict=True):
        splicer.put(number, place)
    parts[home.main] = splicer.result()
    parts[home.comments] = seal(parts[home.main], parts[home.comments])
    result = replace_parts(data, parts)
    _prove(data, result)
    return result


def _placed(note: Note, places: Places, document: Document, lang: str) -> tuple[Note, Place]:
    place = places.of(note.span)
    if place is None:
        raise changed()
    if place.is_exact or note.span is None:
        return note, place
    return relocated(note, note.span.of(document.text), lang), place


def _prove(before: bytes, after: bytes) -> None:
    """Read both files and compare them. Raises: WriteError when anything of the text is another."""
    one, other = docx.read(before), docx.read(after)
    if replace(one, unread=()) != replace(other, unread=()):
        raise changed()


def changed() -> WriteError:
    """Return the error of a copy whose text would not be that of the original."""
    return WriteError(
        "加了批注的文件读回来与原文不一致，所以没有写；请用 lawcheck check 看结果，并把这个情况反馈给开发者",
        "with comments the text would not read the same, so nothing is written; see `lawcheck check`, and report this",
    )
