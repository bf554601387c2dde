"""Pieces of the XML of a Word file, beyond the paragraphs, runs and lists of docx_builder."""

from __future__ import annotations

TRACKED = 'w:id="1" w:author="云溪" w:date="2025-01-02T00:00:00Z"'
_OFFICE = "urn:schemas-microsoft-com:office:office"
_GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006"


def tracked(tag: str, content: str = "") -> str:
    """Return `content` as a tracked change: `ins`, `del`, `moveFrom`, `moveTo`; the mark alone without content."""
    return f"<w:{tag} {TRACKED}>{content}</w:{tag}>"


def mark(tag: str) -> str:
    """Return the paragraph property that its end mark is a tracked change."""
    return f"<w:rPr>{tracked(tag)}</w:rPr>"


def field_mark(kind: str, more: str = "") -> str:
    """Return the run with a field character: `begin`, `separate` or `end`."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{more}</w:fldChar></w:r>'


def instruction(text: str) -> str:
    """Return the run with a piece of a field's instruction."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(text: str, result: str | None, more: str = "") -> str:
    """Return a field; `result` are runs, None for a field that has no result, `more` stands in its first mark."""
    shown = "" if result is None else field_mark("separate") + result
    return field_mark("begin", more) + instruction(text) + shown + field_mark("end")


def cell(content: str, properties: str = "") -> str:
    """Return a table cell of paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    """Return a content control around runs, paragraphs, cells or rows."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def drawing(kind: str, width: float, height: float) -> str:
    """Return a run with something drawn: `picture`, `chart` or `diagram`; sizes in centimetres."""
    extent = f'<wp:extent cx="{round(width * 360_000)}" cy="{round(height * 360_000)}"/>'
    data = f'<a:graphic><a:graphicData uri="{_GRAPHIC}/{kind}"/></a:graphic>'
    return f"<w:r><w:drawing><wp:inline>{extent}{data}</wp:inline></w:drawing></w:r>"


def old_picture(style: str) -> str:
    """Return a run with a picture in the old form; `style` says its size."""
    return f'<w:r><w:pict><v:shape style="{style}"><v:imagedata/></v:shape></w:pict></w:r>'


def embedded(program: str, aspect: str = "Content") -> str:
    """Return a run with an embedded object of a program."""
    link = f'<o:OLEObject xmlns:o="{_OFFICE}" Type="Embed" ProgID="{program}" DrawAspect="{aspect}"/>'
    return f'<w:r><w:object><v:shape style="width:100pt;height:50pt"><v:imagedata/></v:shape>{link}</w:object></w:r>'


def word_art(text: str) -> str:
    """Return a run with text drawn along a line, as old programs make titles."""
    return (
        f'<w:r><w:pict><v:shape style="width:300pt;height:40pt"><v:textpath string="{text}"/></v:shape></w:pict></w:r>'
    )
