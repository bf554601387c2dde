"""A small writer of RTF files for tests: the same bytes on every run, Chinese as WPS and as Word write it.

Paragraphs and tables are those of tests/docx_builder.py, so that one list of them makes twins.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.docx_builder import Paragraph, Table

_HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0\deflang1033\deflangfe2052{\fonttbl{\f0\fnil\fcharset134 FangSong;}}"
    r"{\stylesheet{\s0 Normal;}"
    + "".join(rf"{{\s{n}\outlinelevel{n - 1} heading {n};}}" for n in range(1, 4))
    + r"{\s9 Title;}}{\*\revtbl{Unknown;}{Qingqiu;}}"
)
# Number formats of list levels: Chinese counting, and Arabic. The text of a level begins with its length.
_LEVELS = (
    (39, r"\'02\'00\u12289?;", r"\'01;"),  # 一、
    (39, r"\'03\u-248?\'01\u-247?;", r"\'02;"),  # （一）
    (0, r"\'02\'02.;", r"\'01;"),  # 1.
)
_LIST = (
    r"{\*\listtable{\list\listtemplateid1"
    + "".join(
        rf"{{\listlevel\levelnfc{nfc}\leveljc0\levelfollow2\levelstartat1{{\leveltext{text}}}{{\levelnumbers{numbers}}}}}"
        for nfc, text, numbers in _LEVELS
    )
    + r"\listid1}}{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}"
)


def build_rtf(paragraphs: Sequence[str | Paragraph | Table], *, as_bytes: bool = False) -> bytes:
    r"""Return an RTF file; Chinese as `\uN?`, or with `as_bytes` as escaped bytes of GBK, as WPS writes it."""
    body = "".join(_table(p, as_bytes) if isinstance(p, Table) else _paragraph(p, as_bytes) for p in paragraphs)
    return wrapped(_LIST + body)


def wrapped(body: str) -> bytes:
    """Return an RTF file with `body` as it stands."""
    return f"{_HEAD}{body}}}".encode("ascii")


def escaped(text: str, *, as_bytes: bool = False) -> str:
    """Return `text` as RTF writes it."""
    return "".join(_char(char, as_bytes) for char in text)


def field(instruction: str, result: str = "") -> str:
    """Return a field; backslashes of the instruction are doubled, as RTF wants them."""
    doubled = instruction.replace("\\", "\\\\")
    return rf"{{\field{{\*\fldinst {{{doubled}}}}}{{\fldrslt {{{escaped(result)}}}}}}}"


def _char(char: str, as_bytes: bool) -> str:
    if char in "\\{}":
        return "\\" + char
    if char == "\n":
        return r"\line "
    if char.isascii():
        return char
    if as_bytes:
        return "".join(rf"\'{byte:02x}" for byte in char.encode("gbk"))
    units = char.encode("utf-16-le")
    # A number of \u is a signed 16-bit one; what follows is for programs that do not know it.
    numbers = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
    return "".join(rf"\u{n}?" for n in numbers)


def _paragraph(item: str | Paragraph, as_bytes: bool) -> str:
    item = Paragraph(item) if isinstance(item, str) else item
    style = {None: r"\s0", 0: r"\s9"}.get(item.level, rf"\s{item.level}\outlinelevel{(item.level or 1) - 1}")
    number = "" if item.number is None else rf"\ls1\ilvl{item.number}"
    content = escaped(item.text, as_bytes=as_bytes)
    for text, mark in (
        (item.inserted, r"\revised\revauth1\revdttm1 "),
        (item.deleted, r"\deleted\revauthdel1\revdttmdel1 "),
        (item.hidden, r"\v "),
    ):
        if text:
            content += f"{{{mark}{escaped(text, as_bytes=as_bytes)}}}"
    return rf"\pard\plain{style}{number} {content}\par" + "\n"


def _table(table: Table, as_bytes: bool) -> str:
    return "".join(
        r"\trowd"
        + "".join(rf"\cellx{2800 * (n + 1)}" for n in range(len(row)))
        + "".join(rf"\pard\plain\intbl {escaped(text, as_bytes=as_bytes)}\cell " for text in row)
        + "\\row\n"
        for row in table.rows
    )
