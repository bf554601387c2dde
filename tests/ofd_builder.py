"""A small writer of OFD files for tests: typeset as official documents are, the same bytes on every run.

Paragraphs and tables are those of tests/docx_builder.py, so that one list of them makes twins. Numbers of lists are
written as text, headings in another font, as programs print them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.docx_builder import Paragraph, Table, zip_bytes

NAMESPACE = "http://www.ofdspec.org/2016"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Millimetres of an official document: margins, 28 characters a line, 22 lines a page.
_LEFT, _TOP, _SIZE, _STEP, _PITCH, _TITLE = 28.0, 37.0, 5.6, 5.57, 10.22, 7.7
_CELLS, _LINES, _PAGE = 56, 22, (210, 297)
_NO_START = "，。、；：？！）》”"
_HAN = "一二三四五六七八九十"
_FONTS = ("仿宋", "黑体", "小标宋")


def build_ofd(items: Sequence[str | Paragraph | Table]) -> bytes:
    """Return an OFD file that holds `items` as printed; a string is a plain paragraph."""
    setter = _Setter()
    for item in items:
        setter.add(item)
    return build_package(*setter.pages())


def build_package(
    *pages: str,
    resources: str = "",
    common: str = "",
    parts: Mapping[str, str | bytes] = {},
) -> bytes:
    """Return an OFD file of pages given by the contents of their layers.

    `resources` is further content of PublicRes.xml, `common` of CommonData; `parts` are further parts, or others in
    place of those here.
    """
    fonts = "".join(f'<ofd:Font ID="{at}" FontName="{name}"/>' for at, name in enumerate(_FONTS, 1))
    listed = "".join(f'<ofd:Page ID="{100 + at}" BaseLoc="Pages/{at}.xml"/>' for at in range(len(pages)))
    size = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {_PAGE[0]} {_PAGE[1]}</ofd:PhysicalBox></ofd:PageArea>"
    public = "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
    return zip_bytes(
        {
            "OFD.xml": root("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
            "Doc_0/Document.xml": root(
                "Document",
                f"<ofd:CommonData>{size}{public}{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>",
            ),
            "Doc_0/PublicRes.xml": root("Res", f"<ofd:Fonts>{fonts}</ofd:Fonts>{resources}"),
            **{f"Doc_0/Pages/{at}.xml": page(content) for at, content in enumerate(pages)},
            **parts,
        }
    )


def root(name: str, inner: str) -> str:
    """Return a whole part."""
    return f'{_XML}<ofd:{name} xmlns:ofd="{NAMESPACE}">{inner}</ofd:{name}>'


def page(layer: str, before: str = "") -> str:
    """Return a page, or a template, with what its layer draws; `before` are elements such as Template and PageRes."""
    return root("Page", f'{before}<ofd:Content><ofd:Layer ID="1">{layer}</ofd:Layer></ofd:Content>')


def text(
    words: str, x: float = _LEFT, y: float = _TOP, *, size: float = _SIZE, font: int = 1, more: str = "", code: str = ""
) -> str:
    """Return a line of text whose upper left corner is at `x` and `y`; `code` are further attributes of TextCode."""
    steps = [(size if ord(char) > 0x2FF else size / 2) for char in words]
    delta = " ".join(f"{step:g}" for step in steps[:-1])
    code = code or (f'DeltaX="{delta}"' if delta else "")
    box = f"{x:g} {y:g} {sum(steps):g} {1.3 * size:g}"
    return (
        f'<ofd:TextObject ID="2" Font="{font}" Size="{size:g}" Boundary="{box}" {more}>'
        f'<ofd:TextCode X="0" Y="{size:g}" {code}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def line(x: float, y: float, right: float, bottom: float) -> str:
    """Return a straight line."""
    path = f"S 0 0 L {right - x:g} {bottom - y:g} C"
    box = f"{x:g} {y:g} {max(right - x, 0.1):g} {max(bottom - y, 0.1):g}"
    return f'<ofd:PathObject ID="3" Boundary="{box}"><ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>'


def picture(x: float, y: float, width: float, height: float) -> str:
    """Return a picture."""
    return f'<ofd:ImageObject ID="4" ResourceID="9" Boundary="{x:g} {y:g} {width:g} {height:g}"/>'


class _Setter:
    """Sets lines on pages, one below the other."""

    def __init__(self) -> None:
        self._pages: list[str] = [""]
        self._at = 0
        self._counters = [0, 0, 0]

    def add(self, item: str | Paragraph | Table) -> None:
        if isinstance(item, Table):
            self._add_table(item)
            return
        item = Paragraph(item) if isinstance(item, str) else item
        words = item.text + item.inserted
        if item.number is not None:
            words = self._number(item.number) + words
        font = 1 if item.level is None else 2
        for part in words.split("\n"):
            if item.level == 0:
                for one in _broken(part, 36):
                    self._put(text(one, (_PAGE[0] - _width(one) * _TITLE / 2) / 2, self._y(), size=_TITLE, font=3))
            else:
                self._add_lines(part, font)
        if item.box:
            self._add_lines(item.box, 1)

    def pages(self) -> list[str]:
        """Return what is drawn on each page, with its number at the foot."""
        return [content + text(f"— {at} —", 95, 270, size=4.9) for at, content in enumerate(self._pages, 1)]

    def _add_lines(self, words: str, font: int) -> None:
        for at, one in enumerate(_broken(words, _CELLS, 4)):
            self._put(text(one, _LEFT + (0 if at else 2 * _STEP), self._y(), font=font))

    def _add_table(self, table: Table) -> None:
        columns = max(map(len, table.rows))
        width = _CELLS / 2 * _STEP / columns
        if self._at + len(table.rows) > _LINES:
            self._next_page()
        top = self._y()
        for at, row in enumerate(table.rows):
            for column, words in enumerate(row):
                self._pages[-1] += text(words, _LEFT + column * width + 2, self._y() + 1.5)
            self._pages[-1] += line(_LEFT, top + at * _PITCH, _LEFT + columns * width, top + at * _PITCH)
            self._at += 1
        bottom = top + len(table.rows) * _PITCH
        self._pages[-1] += line(_LEFT, bottom, _LEFT + columns * width, bottom)
        for column in range(columns + 1):
            self._pages[-1] += line(_LEFT + column * width, top, _LEFT + column * width, bottom)

    def _put(self, drawn: str) -> None:
        if self._at >= _LINES:
            self._next_page()
        self._pages[-1] += drawn
        self._at += 1

    def _next_page(self) -> None:
        self._pages.append("")
        self._at = 0

    def _y(self) -> float:
        return _TOP + (self._at % _LINES) * _PITCH

    def _number(self, depth: int) -> str:
        self._counters[depth] += 1
        self._counters[depth + 1 :] = [0] * (2 - depth)
        count = self._counters[depth]
        return (f"{_HAN[count - 1]}、", f"（{_HAN[count - 1]}）", f"{count}.")[depth]


def _broken(words: str, cells: int, indent: int = 0) -> list[str]:
    """Return the lines of a paragraph: as many characters as fit, and none that may not begin a line at its start."""
    lines: list[str] = []
    room, at = cells - indent, 0
    while _width(words[at:]) > room:
        end = next(end for end in range(at + 1, len(words) + 1) if _width(words[at:end]) > room) - 1
        while words[end] in _NO_START or (words[end - 1 : end + 1].isascii() and words[end - 1 : end + 1].isalnum()):
            end -= 1
        lines.append(words[at:end])
        room, at = cells, end
    return [*lines, words[at:]]


def _width(words: str) -> int:
    """Return the width in cells, two a Chinese character."""
    return sum(2 if ord(char) > 0x2FF else 1 for char in words)
