"""One page: its pieces of text, its ruled lines, and how much of it is pictures."""

from __future__ import annotations

from ctypes import byref, c_int, create_string_buffer
from typing import Any

from .letters import Letter, is_han, read_letters, run_size, run_text, runs
from .place import Box, turned_box
from .shapes import Shapes

_LONGEST_NAME = 128


class Page:
    """A page of an open document, with the numbers of the fonts known so far, to which it adds its own."""

    def __init__(self, pdfium: Any, page: Any, text: Any, fonts: dict[bytes, int]) -> None:
        self._pdfium = pdfium
        self._page = page
        self._text = text
        self._fonts = fonts
        self._name = create_string_buffer(_LONGEST_NAME)
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, byref(box))
        self._box: Box = (box.left, box.bottom, box.right, box.top)

    def read(self, most: int) -> dict[str, Any]:
        """Return what the page holds, measured from its upper left corner as it is to be read.

        Of a page with more than `most` characters only their number is told.
        """
        characters = self._pdfium.FPDFText_CountChars(self._text)
        if characters > most:
            return {"characters": characters}
        letters = read_letters(self._pdfium, self._text, characters)
        turn = self._turn(letters)
        left, bottom, right, top = turned_box(turn, self._box)
        pieces = []
        for run in runs(letter for letter in letters if letter.turn == turn):
            x, end, y = run[0].x, run[-1].right, run[0].y
            if left <= (x + end) / 2 <= right and bottom <= y <= top:
                place = round(x - left, 1), round(end - left, 1), round(top - y, 1)
                pieces.append([*place, round(run_size(run), 1), run[0].after_blank, self._font(run), run_text(run)])
        shapes = Shapes(self._pdfium, self._page, self._text, self._box)
        rules = (turned_box(turn, rule) for rule in shapes.rules)
        return {
            "width": round(right - left, 1),
            "height": round(top - bottom, 1),
            "pieces": pieces,
            "rules": [[round(v, 1) for v in (r[0] - left, top - r[3], r[2] - left, top - r[1])] for r in rules],
            "pictures": round(min(shapes.pictures / ((right - left) * (top - bottom) or 1), 1), 3),
            "paths": shapes.paths,
            "is_seen": shapes.is_seen,
            "passed": shapes.passed,
            "characters": characters,
            "turned": sum(0 <= letter.turn != turn for letter in letters),
            "slanted": sum(letter.turn < 0 for letter in letters),
        }

    def _turn(self, letters: list[Letter]) -> int:
        """Return by how many quarters the text of the page is turned: as the page is shown, unless most is not."""
        turns = [letter.turn for letter in letters if letter.turn >= 0]
        shown: int = self._pdfium.FPDFPage_GetRotation(self._page) % 4
        most = max(range(4), key=turns.count)
        return shown if turns.count(shown) * 2 >= turns.count(most) else most

    def _font(self, run: list[Letter]) -> int:
        """Return the number of the font of the Chinese characters of a run, -1 where the first and last differ."""
        han = [letter.at for letter in run if is_han(letter.char)]
        numbers = {self._font_number(at) for at in han[:1] + han[-1:]}
        return numbers.pop() if len(numbers) == 1 else -1

    def _font_number(self, at: int) -> int:
        flags = c_int()
        size = self._pdfium.FPDFText_GetFontInfo(self._text, at, self._name, _LONGEST_NAME, byref(flags))
        name = self._name.raw[: max(min(size, _LONGEST_NAME), 0)]
        return self._fonts.setdefault(name, len(self._fonts))
