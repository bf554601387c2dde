"""Text from strangers made safe to show on a terminal or in the log of a build server."""

from __future__ import annotations

import unicodedata

# Invisible though their category is a letter, a mark or a symbol.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """Return `text` on one line with every character that hides, steers or reorders shown as `\\x1b` or `\\u202e`.

    Line ends and tabs become one blank. Bytes of a path or of the command line that the locale could not read show
    what they are in UTF-8. Build servers take `::`, `##[` and `##vso[` for commands of their own, the
    last two anywhere in a line: the second character of each is shown by its number.
    """
    if text.isascii() and text.isprintable() and "::" not in text and "##" not in text:
        return text
    return unveiled(text).replace("::", ":\\x3a").replace("##", "#\\x23")


def unveiled(text: str) -> str:
    """Return `text` as `visible` does, for a page, where nothing is a command."""
    return text if text.isascii() and text.isprintable() else "".join(map(_show, _reread(text)))


def _reread(text: str) -> str:
    if text.isprintable():
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        return text


def _show(char: str) -> str:
    if char.isascii() and char.isprintable():
        return char
    if char in "\t\r\n":
        return " "
    if unicodedata.category(char) in _HIDDEN or char in _BLANK or _is_selector(char):
        return escaped(char)
    return char


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def escaped(char: str) -> str:
    """Return one character as its backslash escape, as Python would write it."""
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
