"""The letters of a page with their places, in the order in which they are drawn, and the runs that they make."""

from __future__ import annotations

from collections.abc import Iterable
from ctypes import byref, c_double
from typing import Any, NamedTuple

from .place import GREATEST, quarters, turned, turned_box

LOST = "\ufffd"
# What pdfium writes for a hyphen at the end of a line, and the sign that some programs use for every hyphen.
_HYPHENS = dict.fromkeys((0x02, 0xAD, 0xFFFE), "-")
_BLANKS, _LINE_ENDS = frozenset((0x09, 0x20, 0xA0, 0x3000)), frozenset((0x0A, 0x0D))
# Controls and line ends, which no letter is.
_ODD = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)))
# In sizes: what stands nearer goes on, what lies over it or further off begins anew; how far a line may drift.
_NEAR, _OVERLAP, _DRIFT = 0.3, 0.6, 0.12
_SMALLEST = 0.1


class Letter(NamedTuple):
    """A letter: `x` and `right` are places along its line, `y` across it; `at` is its number on the page.

    `turn` is by how many quarters it is turned, `after_blank` says that a blank stands before it.
    """

    char: str
    turn: int
    x: float
    right: float
    y: float
    size: float
    after_blank: bool
    at: int


def read_letters(pdfium: Any, text: Any, count: int) -> list[Letter]:
    """Return the letters of a page; one without a code is LOST."""
    unicode, unmapped, angle = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_HasUnicodeMapError,
        pdfium.FPDFText_GetCharAngle,
    )
    origin, loose_box = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
    x, y, box = c_double(), c_double(), pdfium.FS_RECTF()
    at_x, at_y, at_box = byref(x), byref(y), byref(box)
    letters: list[Letter] = []
    turn, last_y, after_blank = 0, None, False
    for i in range(count):
        code = unicode(text, i)
        if code in _LINE_ENDS:
            continue
        if code in _BLANKS:
            after_blank = True
            continue
        if 0xDC00 <= code <= 0xDFFF and letters:  # the second half of a character beyond the first plane
            letters[-1] = letters[-1]._replace(char=_whole(letters[-1].char + chr(code)))
            continue
        char = _HYPHENS.get(code) or chr(code)
        if unmapped(text, i) == 1 or char in _ODD:
            char = LOST
        origin(text, i, at_x, at_y)
        loose_box(text, i, at_box)
        if y.value != last_y:  # the angle cannot change within a line
            turn, last_y = quarters(angle(text, i)), y.value
        if turn == 0:  # as nearly always
            start, across, end, height = x.value, y.value, box.right, box.top - box.bottom
        else:
            start, across = turned(turn, x.value, y.value)
            _, bottom, end, top = turned_box(turn, (box.left, box.bottom, box.right, box.top))
            height = top - bottom
        size = _letter_size(end - start if is_han(char) else height, end - start)
        letters.append(Letter(char, turn, start, max(end, start), across, size, after_blank, i))
        after_blank = False
    return letters


def runs(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Return the runs of letters that stand side by side."""
    found: list[list[Letter]] = []
    for letter in letters:
        if found and _goes_on(found[-1], letter):
            found[-1].append(letter)
        else:
            found.append([letter])
    return found


def run_size(run: list[Letter]) -> float:
    """Return the size of a run: that of its Chinese characters, where there are any."""
    sizes = [letter.size for letter in run if is_han(letter.char)] or [letter.size for letter in run]
    return max(sizes[len(sizes) // 2], _SMALLEST)


def run_text(run: list[Letter]) -> str:
    """Return the text of a run."""
    return _whole("".join(letter.char for letter in run))


def is_han(char: str) -> bool:
    """Say whether a character is a Chinese one, as wide as it is high."""
    return "\u3400" <= char <= "\u9fff"


def _letter_size(size: float, advance: float) -> float:
    if 0 < size < GREATEST:
        return size
    # A font that does not know its height.
    return 2 * advance if 0 < advance < GREATEST else 1.0


def _goes_on(run: list[Letter], letter: Letter) -> bool:
    last = run[-1]
    if letter.x == last.x and letter.at == last.at + 1:  # a sign that stands for several letters
        return True
    # pdfium tells blanks between words also where they are only gaps; between Chinese characters they mean nothing.
    if letter.after_blank and last.char.isascii() and letter.char.isascii():
        return False
    size = max(last.size, letter.size)
    is_level = abs(letter.y - run[0].y) <= _DRIFT * size
    return is_level and -_OVERLAP * size < letter.x - last.right < _NEAR * size and letter.x > last.x


def _whole(text: str) -> str:
    """Return `text` with halves of characters joined; a half alone is LOST."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
