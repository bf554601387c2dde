"""What is drawn on a page besides letters: ruled lines and pictures; and pieces of text that pdfium passes over."""

from __future__ import annotations

from ctypes import byref, c_float
from typing import Any

from .place import GREATEST, SAME, Box, Matrix, Point, around, moved, within

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_BEGINS_LINE = 2
_INVISIBLE = 3
# Points; and the bytes of an empty text.
_THINNEST, _THICKEST, _NUL_BYTES = 0.01, 3, 2
_MOST_DEPTH, _MOST_OBJECTS, _MOST_SEGMENTS = 4, 50_000, 20_000


class Shapes:
    """Goes through all that is drawn on a page.

    `rules` are straight lines and the sides of boxes, `paths` counts lines and shapes, `pictures` is the area of
    pictures. `is_seen` says that some text is drawn and not only laid under a picture; `passed` counts the pieces of
    text that pdfium leaves out.
    """

    def __init__(self, pdfium: Any, page: Any, text: Any, box: Box) -> None:
        self.rules: list[Box] = []
        self.paths = 0
        self.pictures = 0.0
        self.is_seen = False
        self.passed = 0
        self._pdfium = pdfium
        self._text = text
        self._page_box = box
        self._objects = self._segments = 0
        self._edges = [c_float() for _ in range(4)]
        for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
            self._take(pdfium.FPDFPage_GetObject(page, at), SAME, 0)

    def _take(self, thing: Any, matrix: Matrix, depth: int) -> None:
        self._objects += 1
        if self._objects > _MOST_OBJECTS:
            return
        pdfium = self._pdfium
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == _TEXT:
            self._see(thing)
        elif kind == _PATH:
            self.paths += 1
            self._path(thing, matrix)
        elif kind == _IMAGE:
            self._picture(thing, matrix)
        elif kind == _FORM and depth < _MOST_DEPTH:
            inner = self._matrix(thing, matrix)
            for at in range(min(pdfium.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS)):
                self._take(pdfium.FPDFFormObj_GetObject(thing, at), inner, depth + 1)

    def _see(self, thing: Any) -> None:
        """Keep of a piece of text whether it is drawn, and whether pdfium passed it over.

        That happens to letters without a shape: their font is not in the file, and the system has none for them.
        """
        pdfium = self._pdfium
        if not self.is_seen:
            self.is_seen = pdfium.FPDFTextObj_GetTextRenderMode(thing) != _INVISIBLE
        left, bottom, right, top = self._bounds(thing)
        is_empty = min(right - left, top - bottom) < _THINNEST
        if is_empty and pdfium.FPDFTextObj_GetText(thing, self._text, None, 0) <= _NUL_BYTES:
            self.passed += pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(thing)) == 0

    def _bounds(self, thing: Any) -> Box:
        self._pdfium.FPDFPageObj_GetBounds(thing, *map(byref, self._edges))
        left, bottom, right, top = (edge.value for edge in self._edges)
        return left, bottom, right, top

    def _matrix(self, thing: Any, outer: Matrix) -> Matrix:
        m = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFPageObj_GetMatrix(thing, byref(m))
        return within(outer, (m.a, m.b, m.c, m.d, m.e, m.f))

    def _picture(self, thing: Any, matrix: Matrix) -> None:
        left, bottom, right, top = self._bounds(thing)
        x0, y0, x1, y1 = around(moved(matrix, x, y) for x in (left, right) for y in (bottom, top))
        low, down, high, up = self._page_box
        self.pictures += max(0.0, min(x1, high) - max(x0, low)) * max(0.0, min(y1, up) - max(y0, down))

    def _path(self, thing: Any, matrix: Matrix) -> None:
        pdfium = self._pdfium
        count = pdfium.FPDFPath_CountSegments(thing)
        self._segments += count
        if self._segments > _MOST_SEGMENTS:
            return
        matrix = self._matrix(thing, matrix)
        x, y = c_float(), c_float()
        points: list[Point] = []
        for at in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(thing, at)
            if pdfium.FPDFPathSegment_GetType(segment) == _BEGINS_LINE:
                self._keep(points)
                points = []
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            points.append(moved(matrix, x.value, y.value))
        self._keep(points)

    def _keep(self, points: list[Point]) -> None:
        """Keep a straight line, and the sides of a box."""
        if len(points) < 2:
            return
        x0, y0, x1, y1 = whole = around(points)
        if not all(abs(value) < GREATEST for value in whole):
            return
        if min(x1 - x0, y1 - y0) < _THICKEST:
            self.rules.append(whole)
        elif len(points) in (4, 5):
            self.rules += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
