"""Old Word and WPS files (.doc, .wps) and RTF: LibreOffice turns them into .docx, which our own reader reads.

Into .docx and nothing else, for plain text and PDF show deleted and hidden text and lose automatic numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from lawcheck.readers import docx
from lawcheck.readers.draft import Draft
from lawcheck.readers.office.convert import Converted, convert
from lawcheck.readers.office.kind import Kind, kind_of
from lawcheck.readers.office.program import locate
from lawcheck.readers.refusal import COPY_AGAIN, SAVE_AS, Refusal
from lawcheck.wording import Text

_ILL = Text("LibreOffice 转换的结果不完整", "what LibreOffice made of the file is damaged")


def read(data: bytes) -> Draft:
    """Return the draft of an old Word, WPS or RTF file. Raises: Refusal."""
    return read_many([data])[0]()


def read_many(files: Sequence[bytes]) -> list[Callable[[], Draft]]:
    """Convert all files together; each result, when called, gives its draft or raises its Refusal."""
    converted: dict[int, Converted] = {}
    groups: dict[Kind, list[int]] = {}
    for i, data in enumerate(files):
        try:
            groups.setdefault(kind_of(data), []).append(i)
        except Refusal as refusal:
            converted[i] = refusal
    for kind, group in groups.items():
        converted |= zip(group, _converted(kind, [files[i] for i in group]), strict=True)
    return [partial(_read, converted[i]) for i in range(len(files))]


def _converted(kind: Kind, files: list[bytes]) -> list[Converted]:
    try:
        return convert(locate(kind.format_id), kind, files)
    except Refusal as refusal:
        return [refusal] * len(files)


def _read(converted: Converted) -> Draft:
    if isinstance(converted, Refusal):
        raise converted
    try:
        return docx.read(converted)
    except Refusal as refusal:
        if refusal.advice is COPY_AGAIN:  # the user's copy is as good as it was
            raise Refusal(_ILL, SAVE_AS) from None
        raise
