"""A small writer of PDF files for tests: standard library only, set in lines and pages as official texts are.

Paragraphs and tables are those of tests/docx_builder.py, so that one list of them makes twins. Every letter is drawn
as a box: its width and its code are all that reading needs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.docx_builder import Paragraph, Table
from tests.pdf_font import box_font

WIDTH, HEIGHT = 595.3, 841.9
LEFT, TOP, SIZE, PITCH = 79.4, 110.0, 16.0, 28.3
PER_LINE, LINES = 28, 22
_NO_START, _NO_END = "，。、；：？！）》”’」】%,.;:?!)", "（《“‘「【("
_GLUED = re.compile(r"(?<=[^!-~\s])(?=\d)|(?<=\d)(?=[^!-~\s])")
_DIGITS = "一二三四五六七八九十"


@dataclass
class Page:
    """The content of one page: operators, drawn from the upper left corner."""

    operators: list[str] = field(default_factory=list)
    is_turned: bool = False


@dataclass(frozen=True)
class Setting:
    """How a document is set: characters of first-line indent, running head, page numbers, flush right edge.

    `gap` is the space between paragraphs in lines, `glue` the blanks that stand between Chinese and digits.
    """

    indent: int = 2
    head: str = ""
    number: str = "— {} —"
    is_flush: bool = True
    gap: float = 0
    glue: str = ""


class Letters:
    """Gives each character of a document its code in the font."""

    def __init__(self, *, has_codes: bool = True, has_font: bool = True) -> None:
        self.has_codes = has_codes
        self.has_font = has_font
        self._codes: dict[str, int] = {}

    def shown(self, text: str) -> str:
        """Return the hexadecimal string that shows `text`."""
        return "".join(f"{self._codes.setdefault(char, len(self._codes) + 1):04X}" for char in text)

    def font(self, name: str) -> tuple[bytes, bytes]:
        """Return the two dictionaries of a font without its objects: of the font and of its table of codes."""
        pairs = "\n".join(f"<{code:04X}> <{char.encode('utf-16-be').hex()}>" for char, code in self._codes.items())
        table = (
            f"1 begincodespacerange <0000> <FFFF> endcodespacerange {len(self._codes)} beginbfchar\n{pairs}\nendbfchar"
        )
        widths = " ".join(f"{code} [{500 if char.isascii() else 1000}]" for char, code in self._codes.items())
        descriptor = (
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880"
            f"/Descent -120/CapHeight 700/StemV 80{'/FontFile2 8 0 R' if self.has_font else ''}>>"
        )
        below = (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {descriptor}/DW 1000/W[{widths}]/CIDToGIDMap 9 0 R>>"
        )
        codes = "/ToUnicode %d 0 R" if self.has_codes else ""
        font = f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{below}]{codes}>>"
        return font.encode(), f"/CIDInit /ProcSet findresource begin begincmap {table} endcmap end".encode()


def build_pdf(items: Sequence[str | Paragraph | Table], setting: Setting = Setting()) -> bytes:
    """Return a PDF that holds `items`; a string is a plain paragraph, two blanks before it put it to the right."""
    letters = Letters()
    return finish(_Setter(letters, setting).set(items), letters)


def show(
    letters: Letters, x: float, y: float, text: str, size: float = SIZE, *, more: str = "", font: str = "F1"
) -> str:
    """Return the operators that write `text` at a place; `more` are further ones within the text object."""
    return f"BT /{font} {size:g} Tf {more} 1 0 0 1 {x:.2f} {HEIGHT - y:.2f} Tm <{letters.shown(text)}> Tj ET"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the operators that draw a thin line."""
    return f"0.5 w {x0:.2f} {HEIGHT - y0:.2f} m {x1:.2f} {HEIGHT - y1:.2f} l S"


def picture(x: float, y: float, width: float, height: float) -> str:
    """Return the operators that draw a picture with its lower left corner at a place."""
    return f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {HEIGHT - y:.2f} cm /I1 Do Q"


def finish(pages: Sequence[Page], letters: Letters, *, catalog: str = "", trailer: str = "") -> bytes:
    """Return the PDF that `pages` make; `catalog` and `trailer` are further entries there."""
    objects: dict[int, bytes] = {}
    resources = "<</Font<</F1 3 0 R/F2 5 0 R>>/XObject<</I1 7 0 R>>>>"
    for i, name in ((3, "FangSong"), (5, "SimHei")):
        font, codes = letters.font(name)
        objects[i] = font.replace(b"%d", str(i + 1).encode())
        objects[i + 1] = stream(codes)
    objects[7] = stream(
        b"\x80", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    objects[8], objects[9] = stream(box_font()), stream(b"\0\1" * 0x10000)
    for at, page in enumerate(pages):
        box = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]{'/Rotate 90' if page.is_turned else ''}"
        objects[10 + 2 * at] = (
            f"<</Type/Page/Parent 2 0 R{box}/Resources {resources}/Contents {11 + 2 * at} 0 R>>".encode()
        )
        objects[11 + 2 * at] = stream("\n".join(page.operators).encode())
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    objects[1] = f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode()
    objects[2] = f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()
    return whole(objects, trailer)


def stream(content: bytes, entries: str = "") -> bytes:
    """Return a stream object."""
    packed = zlib.compress(content)
    return f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"


def whole(objects: Mapping[int, bytes], trailer: str = "") -> bytes:
    """Return a PDF of the given objects, the first of which is its catalog."""
    out, places = b"%PDF-1.7\n%\xe4\xba\x91\xe6\xba\xaa\n", {}
    for number in sorted(objects):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    size = max(objects) + 1
    rows = (f"{places[i]:010} 00000 n \n" if i in places else "0000000000 65535 f \n" for i in range(size))
    end = f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n{''.join(rows)}{end}".encode()


def broken(text: str, room: float) -> Iterator[str]:
    """Yield the lines of a paragraph: the first and all others have `room` sizes, less what `text` is indented by."""
    line = ""
    for word in _words(text):
        if line.strip("\u3000") and cells(line + word) > room:
            yield line
            line = ""
        line += word
    yield line


def cells(text: str) -> float:
    """Return the width of a text in sizes."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def _words(text: str) -> list[str]:
    marks, opens = re.escape(_NO_START), re.escape(_NO_END)
    return re.findall(rf"[{opens}]*(?:\u3000+|[0-9A-Za-z./-]+|[^{opens}])[{marks}]*|[{opens}]", text)


class _Setter:
    def __init__(self, letters: Letters, setting: Setting) -> None:
        self.letters = letters
        self.setting = setting
        self.pages: list[Page] = []
        self.y = 0.0
        self.counts = [0, 0, 0]

    def set(self, items: Sequence[str | Paragraph | Table]) -> list[Page]:
        self._turn()
        for item in items:
            if isinstance(item, Table):
                self._table(item)
            else:
                self._paragraph(Paragraph(item) if isinstance(item, str) else item)
            self.y += self.setting.gap * PITCH
        return self.pages

    def _turn(self) -> None:
        page = Page()
        self.pages.append(page)
        if self.setting.head:
            page.operators.append(show(self.letters, LEFT, 60, self.setting.head, 10.5))
            page.operators.append(rule(LEFT, 64, LEFT + PER_LINE * SIZE, 64))
        if self.setting.number:
            number = self.setting.number.format(len(self.pages))
            page.operators.append(show(self.letters, WIDTH / 2 - 7 * cells(number), 780, number, 14))
        self.y = TOP

    def _paragraph(self, paragraph: Paragraph) -> None:
        text = self._number(paragraph) + paragraph.text + paragraph.inserted
        if paragraph.level == 0:
            for line in broken(text, PER_LINE * SIZE / 22):
                self._line(line, LEFT + (PER_LINE * SIZE - 22 * cells(line)) / 2, 22, 0, "F2")
        elif text.startswith("  "):
            self._line(text.strip(), LEFT + SIZE * (PER_LINE - 4 - cells(text.strip())), SIZE, 0, "F1")
        else:
            self._running("\u3000" * self.setting.indent + text, "F2" if paragraph.level else "F1")
        if paragraph.box:
            self._running(paragraph.box, "F1")

    def _running(self, text: str, font: str) -> None:
        lines = list(broken(_GLUED.sub(self.setting.glue, text), PER_LINE))
        for at, line in enumerate(lines):
            words = line.strip("\u3000 ")
            x = LEFT + SIZE * line.count("\u3000")
            room = PER_LINE - cells(line)
            is_full = self.setting.is_flush and at + 1 < len(lines) and len(words) > 1
            self._line(words, x, SIZE, SIZE * room / (len(words) - 1) if is_full else 0, font)

    def _line(self, text: str, x: float, size: float, spacing: float, font: str) -> None:
        if self.y > TOP + (LINES - 1) * PITCH:
            self._turn()
        self.pages[-1].operators.append(show(self.letters, x, self.y, text, size, more=f"{spacing:.3f} Tc", font=font))
        self.y += PITCH

    def _number(self, paragraph: Paragraph) -> str:
        if paragraph.number is None:
            return ""
        self.counts[paragraph.number] += 1
        self.counts[paragraph.number + 1 :] = [0] * (2 - paragraph.number)
        count = self.counts[paragraph.number]
        return (f"{_DIGITS[count - 1]}、", f"（{_DIGITS[count - 1]}）", f"{count}. ")[paragraph.number]

    def _table(self, table: Table) -> None:
        columns = max(map(len, table.rows))
        width, size = PER_LINE * SIZE / columns, 12.0
        edges = [LEFT + width * i for i in range(columns + 1)]
        top = None
        for row in table.rows:
            lines = [list(broken(text, width / size - 1)) for text in row]
            height = max(map(len, lines)) * size * 1.4 + 6
            if self.y + height > TOP + LINES * PITCH:
                self._turn()
                top = None
            add = self.pages[-1].operators.append
            if top is None:
                top = self.y - PITCH / 2
                add(rule(edges[0], top, edges[-1], top))
            for x, cell in zip(edges, lines, strict=False):
                for at, line in enumerate(cell):
                    add(show(self.letters, x + size / 2, top + 4 + size * (0.9 + 1.4 * at), line, size))
            for x in edges:
                add(rule(x, top, x, top + height))
            add(rule(edges[0], top + height, edges[-1], top + height))
            top += height
            self.y = top + PITCH
