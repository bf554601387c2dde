"""What kind of old document a file is, and which of them are refused before LibreOffice is started."""

from __future__ import annotations

from dataclasses import dataclass

from lawcheck.readers.refusal import COPY_AGAIN, CUT, LOCKED, UNLOCK, Refusal
from lawcheck.text.pattern import pattern

_SECTOR = 512
# How the file information block of a Word document begins; it stands at the start of a sector.
_BLOCK_MARKS = (b"\xec\xa5", b"\xdc\xa5")
_BLOCK_BYTES = 16
_VERSION_AT, _FLAGS_AT = slice(2, 4), slice(10, 12)
_IS_ENCRYPTED = 0x0100
# The versions from here on are those of Word 97 and later.
_WORD_97 = 106
# An escaped sign, passed over so that no `\bin` is seen in `\\bin`, or the mark of binary data; nine digits are more
# than any file has bytes.
_BINARY = pattern(r"\\(?:[\\{}]|bin([0-9]{1,9}+) ?+)")


@dataclass(frozen=True, slots=True)
class Kind:
    """Files that LibreOffice takes in the same way: the name of its import filter, a suffix, the format's id."""

    filter: str
    suffix: str
    format_id: str


_RTF = Kind("Rich Text Format", ".rtf", "rtf")
_WORD = Kind("MS Word 97", ".doc", "doc")
_OLD_WORD = Kind("MS Word 95", ".doc", "doc")


def kind_of(data: bytes) -> Kind:
    """Return the kind of a file. Raises: Refusal for one that is encrypted, or cut off so that its end is lost."""
    if data.startswith(b"{"):
        if _is_cut(data):
            raise Refusal(CUT, COPY_AGAIN)
        return _RTF
    block = _information_block(data)
    version, flags = (int.from_bytes(block[part], "little") for part in (_VERSION_AT, _FLAGS_AT))
    if flags & _IS_ENCRYPTED:
        raise Refusal(LOCKED, UNLOCK)
    return _OLD_WORD if 0 < version < _WORD_97 else _WORD


def _is_cut(data: bytes) -> bool:
    """Say whether an RTF file breaks off: LibreOffice would show what there is of it and say nothing."""
    text = _without_pictures(data.decode("latin-1"))
    if text is None or not text.rstrip("\0 \t\r\n\x1a").endswith("}"):
        return True
    if not text.isascii():
        return False  # a brace may then be half of a character
    text = text.replace("\\\\", "").replace("\\{", "").replace("\\}", "")
    return text.count("{") > text.count("}")


def _without_pictures(text: str) -> str | None:
    r"""Return the file without the bytes that follow each `\binN`; None when there are fewer than N of them.

    LibreOffice waits for those that are not there until it is stopped.
    """
    if "\\bin" not in text:
        return text
    kept: list[str] = []
    at = 0
    while (found := _BINARY.search(text, at)) is not None:
        kept.append(text[at : found.start()])
        at = found.end() + int(found[1] or 0)
        if at > len(text):
            return None
    return "".join((*kept, text[at:]))


def _information_block(data: bytes) -> bytes:
    starts = range(_SECTOR, len(data), _SECTOR)
    at = next((start for start in starts if data[start : start + 2] in _BLOCK_MARKS), len(data))
    return data[at : at + _BLOCK_BYTES]
