"""From bytes to text: a fixed order of strict decoders, and newlines as `\\n`."""

from __future__ import annotations

from typing import NamedTuple

from lawcheck.readers import limits
from lawcheck.readers.refusal import Refusal
from lawcheck.wording import Text

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32"),
    (b"\xff\xfe", "utf-16-le", "utf-16"),
    (b"\xfe\xff", "utf-16-be", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
_UTF_8 = Text("请另存为 UTF-8 编码的 .txt，或 .docx", "save it as UTF-8 text or as .docx")
_BINARY = Text("内容不是文字", "its content is not text")
# Other signs that end a line: each is one character, so offsets stay.
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
# A stray control character is an oddity of a text; one in twenty is none.
_ODD_SHARE = 20
# Characters that show well enough whether a text is Chinese.
_SAMPLE = 10_000
_CONTROLS = tuple(map(chr, (*range(9), *range(14, 27), *range(28, 32), 127)))


class Decoded(NamedTuple):
    """A text with newlines as `\\n`, and the name of the encoding that it had."""

    text: str
    encoding: str


def decode_file(data: bytes) -> Decoded:
    """Return the text of a text file, within the limits. Raises: Refusal."""
    limits.check_text_file(len(data))
    decoded = decode(data)
    limits.check_text(decoded.text)
    return decoded


def decode(data: bytes) -> Decoded:
    """Return the text of `data`: by its byte order mark, else UTF-8, else GB18030; UTF-16 where NUL bytes show it.

    Raises: Refusal for bytes that fit none of them, and for content that is no text.
    """
    text, encoding = _decode(data)
    controls = sum(map(text.count, _CONTROLS))
    if controls * _ODD_SHARE > len(text) or "\0" in text:
        raise Refusal(_BINARY)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return Decoded(text, encoding)


def peek(data: bytes) -> str:
    """Return roughly the text that `data` begins with, enough to see ASCII signs in it: never fails."""
    for mark, codec, _ in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    if b"\0" in data[:64]:
        return data.decode("utf-16-be" if data.startswith(b"\0") else "utf-16-le", "replace")
    return data.decode("utf-8", "replace")


def _decode(data: bytes) -> tuple[str, str]:
    for mark, codec, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec), encoding
            except UnicodeDecodeError as e:
                raise _broken(encoding.removesuffix("-sig").upper(), data, e.start + len(mark)) from None
    if b"\0" in data:
        return _utf_16(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as e:
        if _is_damaged_utf_8(data):
            raise _broken("UTF-8", data, e.start) from None
    try:
        return data.decode("gb18030"), "gb18030"
    except UnicodeDecodeError as e:
        raise _broken("UTF-8 / GB18030", data, e.start) from None


def _is_damaged_utf_8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes from GB18030: the latter would take most of it, as other characters."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return broken * 4 <= wide


def _utf_16(data: bytes) -> tuple[str, str]:
    best = ("", "")
    share = 0.0
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        usual = sum(map(_is_usual, sample)) / len(sample)
        if usual > share:
            best, share = (text, codec), usual
    if share < 0.9:
        raise Refusal(_BINARY)
    return best


def _is_usual(char: str) -> bool:
    """Say whether a character is common in Chinese text: ASCII, general and Chinese punctuation, Han, full-width."""
    ranges = (" ", "~"), ("\t", "\r"), ("\u2000", "\u303f"), ("\u4e00", "\u9fff"), ("\uff01", "\uffee")
    return any(first <= char <= last for first, last in ranges)


def _broken(encoding: str, data: bytes, at: int) -> Refusal:
    line = data.count(b"\n", 0, at) + 1
    return Refusal(
        Text(f"第 {line} 行有不属于 {encoding} 编码的字节", f"line {line} holds bytes that are not {encoding}"), _UTF_8
    )
