"""A copy of a report with the findings as comments, for those who work on it in Word or WPS."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import NamedTuple

from lawcheck.annotation import word
from lawcheck.annotation.fresh import fresh
from lawcheck.annotation.note import notes
from lawcheck.annotation.placing import find_lines
from lawcheck.annotation.seal import is_untouched
from lawcheck.annotation.summary import Origin, summary
from lawcheck.annotation.word import Find
from lawcheck.errors import ReadError
from lawcheck.model.checklist import Checklist, Severity
from lawcheck.readers import docx
from lawcheck.readers.office.convert import convert
from lawcheck.readers.office.kind import kind_of
from lawcheck.readers.office.program import locate
from lawcheck.readers.refusal import Refusal
from lawcheck.renderers.style import Style

__all__ = ["Copy", "annotate", "is_untouched"]

_OLD = ("doc", "rtf")


class Copy(NamedTuple):
    """A Word file, and how many comments were put into it."""

    data: bytes
    comments: int


def annotate(checklist: Checklist, data: bytes, style: Style, *, least: Severity = "info") -> Copy:
    """Return a Word file with the findings of severity `least` and above as comments, and a summary at the title.

    `data` is the file that was checked. A Word file is copied part by part, comments of others with it; old Word
    files are converted; of anything else the text is set anew.

    Raises: ReadError when `data` is another file; WriteError when the text of the copy would not be the same.
    """
    document = checklist.document
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise ReadError(
            f"“{document.name}”在检查时变了，请保存后重新运行", f'"{document.name}" changed while it was checked'
        )
    try:
        return _annotated(checklist, data, style, least)
    except Refusal as refusal:
        raise refusal.named(document.name) from None


def _annotated(checklist: Checklist, data: bytes, style: Style, least: Severity) -> Copy:
    document, date = checklist.document, checklist.tool.as_of
    found = notes(checklist, style, least)
    origin: Origin = "word" if document.format == "docx" else "text"
    if document.format in _OLD:
        kind = kind_of(data)
        converted = convert(locate(kind.format_id), kind, [data])[0]
        if isinstance(converted, bytes) and docx.read(converted).text == document.text:
            data, origin = converted, "converted"
    told = [summary(checklist, style, least, origin), *found]
    find: Find = partial(find_lines, document)
    if origin == "text":
        made = fresh(document, checklist.outline)
        data, find = made.data, made.find
        if docx.read(data).text != "\n".join(made.lines):
            raise word.changed()
    return Copy(word.annotate(data, document, find, told, lang=style.lang, date=date), len(told))
