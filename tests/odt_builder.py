"""A small writer of ODT files for tests: standard library only, the same bytes on every run.

Paragraphs and tables are those of tests/docx_builder.py, so that one list of them makes twins.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from tests.docx_builder import Paragraph, Table

MIMETYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = (
    " ".join(f'xmlns:{name}="{_OASIS}{name}:1.0"' for name in ("office", "style", "text", "table", "manifest"))
    + f' xmlns:draw="{_OASIS}drawing:1.0" xmlns:svg="{_OASIS}svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3"'
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
HAN = "一, 二, 三, ..."


def build_odt(items: Sequence[str | Paragraph | Table]) -> bytes:
    """Return an ODT file that holds `items`; a string is a plain paragraph."""
    changes = "".join(_changes(at, item) for at, item in enumerate(items) if isinstance(item, Paragraph))
    changes = f"<text:tracked-changes>{changes}</text:tracked-changes>" if changes else ""
    return build_package(changes + "".join(_element(at, item) for at, item in enumerate(items)))


def build_package(
    body: str,
    *,
    automatic: str = "",
    named: str | None = None,
    objects: Mapping[str, str] = {},
    parts: Mapping[str, str | bytes] = {},
    is_packed: bool = True,
) -> bytes:
    """Return an ODT file: the content of `office:text`, its automatic styles, and its named ones.

    `objects` are the media types of objects by their folder; `parts` further parts, or others in place of those here.
    """
    return zipped(
        {
            "mimetype": MIMETYPE,
            "content.xml": content(body, automatic),
            "styles.xml": root(
                "document-styles", f"<office:styles>{STYLES if named is None else named}</office:styles>"
            ),
            "META-INF/manifest.xml": manifest({"/": MIMETYPE, "content.xml": "text/xml", **objects}),
            **parts,
        },
        is_packed=is_packed,
    )


def content(body: str, automatic: str = "") -> str:
    """Return the part with the text."""
    styles = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    return root("document-content", f"{styles}<office:body><office:text>{body}</office:text></office:body>")


def root(name: str, inner: str) -> str:
    """Return a whole part with `office:NAME` as its root."""
    return f"{_XML}<office:{name} {_NAMESPACES}>{inner}</office:{name}>"


def manifest(types: Mapping[str, str], more: str = "") -> str:
    """Return the manifest: the media type of each part; `more` stands inside each entry."""
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}">{}</manifest:file-entry>'
    entries = "".join(entry.format(path, kind, more) for path, kind in types.items())
    return f"{_XML}<manifest:manifest {_NAMESPACES}>{entries}</manifest:manifest>"


def zipped(files: Mapping[str, str | bytes], *, is_packed: bool = True) -> bytes:
    """Return the archive: the media type comes first and is not packed."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2025, 1, 2, 0, 0, 0))
            info.create_system = 3
            info.compress_type = zipfile.ZIP_DEFLATED if is_packed and name != "mimetype" else zipfile.ZIP_STORED
            archive.writestr(info, data)
    return out.getvalue()


def p(inner: str = "", style: str = "Standard") -> str:
    """Return a paragraph of raw content."""
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def h(inner: str, level: int = 1, style: str | None = None, more: str = "") -> str:
    """Return a heading of raw content; `more` are further attributes."""
    style = f"Heading_20_{level}" if style is None else style
    return f'<text:h text:style-name="{style}" text:outline-level="{level}" {more}>{inner}</text:h>'


def listed(*items: str, style: str = "", more: str = "") -> str:
    """Return a list of items as they stand."""
    style = f' text:style-name="{style}"' if style else ""
    return f"<text:list{style} {more}>{''.join(items)}</text:list>"


def item(*inner: str, more: str = "") -> str:
    """Return a list item with paragraphs and lists in it."""
    return f"<text:list-item {more}>{''.join(inner)}</text:list-item>"


def list_style(name: str, *levels: str) -> str:
    """Return a list style."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def outline_style(*levels: str) -> str:
    """Return the list style that numbers headings."""
    inner = "".join(levels).replace("list-level-style-number", "outline-level-style")
    return f'<text:outline-style style:name="Outline">{inner}</text:outline-style>'


def level(at: int, form: str, prefix: str = "", suffix: str = "", more: str = "", follow: str = "nothing") -> str:
    """Return a level of a list style: its number format, what stands around the number, and after it."""
    label = f'<style:list-level-label-alignment text:label-followed-by="{follow}"/>' if follow else ""
    return (
        f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" style:num-prefix="{prefix}"'
        f' style:num-suffix="{suffix}" {more}><style:list-level-properties>{label}</style:list-level-properties>'
        "</text:list-level-style-number>"
    )


def style(name: str, attributes: str = "", properties: str = "", family: str = "paragraph") -> str:
    """Return a style; `properties` are attributes of its text properties."""
    inner = f"<style:text-properties {properties}/>" if properties else ""
    return f'<style:style style:name="{name}" style:family="{family}" {attributes}>{inner}</style:style>'


def text_box(inner: str) -> str:
    """Return a text box that hangs on the paragraph in which it stands."""
    return f'<draw:frame svg:width="5cm" svg:height="2cm"><draw:text-box>{inner}</draw:text-box></draw:frame>'


def picture(width: str, height: str) -> str:
    """Return a picture."""
    image = '<draw:image xlink:href="Pictures/1.png"/>'
    return f'<draw:frame svg:width="{width}" svg:height="{height}">{image}</draw:frame>'


def changed(name: str, kind: str, inner: str = "") -> str:
    """Return a tracked change: `kind` is insertion, deletion or format-change, `inner` what was deleted."""
    info = "<office:change-info><dc:creator>青</dc:creator><dc:date>2025-01-02T00:00:00</dc:date></office:change-info>"
    return f'<text:changed-region text:id="{name}"><text:{kind}>{info}{inner}</text:{kind}></text:changed-region>'


def _element(at: int, item: str | Paragraph | Table) -> str:
    if isinstance(item, Table):
        return _table(item)
    item = Paragraph(item) if isinstance(item, str) else item
    inner = _text(item.text)
    if item.inserted:
        start, end = (f'<text:change-{side} text:change-id="i{at}"/>' for side in ("start", "end"))
        inner += start + _text(item.inserted) + end
    if item.deleted:
        inner += f'<text:change text:change-id="d{at}"/>'
    if item.hidden:
        inner += f'<text:span text:style-name="Hidden">{_text(item.hidden)}</text:span>'
    if item.box:
        inner += text_box(p(_text(item.box)))
    whole = p(inner, "Title") if item.level == 0 else h(inner, item.level) if item.level else p(inner)
    return whole if item.number is None else _numbered(whole, item.number)


def _numbered(whole: str, depth: int) -> str:
    """Return a list that counts on from the last, as LibreOffice writes every heading of a numbered text."""
    for _ in range(depth):
        whole = listed(f"<text:list-item>{whole}</text:list-item>")
    return listed(f"<text:list-item>{whole}</text:list-item>", style="Report", more='text:continue-numbering="true"')


def _changes(at: int, item: Paragraph) -> str:
    return (changed(f"i{at}", "insertion") if item.inserted else "") + (
        changed(f"d{at}", "deletion", p(_text(item.deleted))) if item.deleted else ""
    )


def _text(text: str) -> str:
    return escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>").replace("  ", " <text:s/>")


def _table(table: Table) -> str:
    cell, row = "<table:table-cell>{}</table:table-cell>", "<table:table-row>{}</table:table-row>"
    rows = "".join(row.format("".join(cell.format(p(_text(text))) for text in texts)) for texts in table.rows)
    columns = f'<table:table-column table:number-columns-repeated="{max(map(len, table.rows))}"/>'
    return f'<table:table table:name="表">{columns}{rows}</table:table>'


REPORT_LIST = list_style("Report", level(1, HAN, "", "、"), level(2, HAN, "（", "）"), level(3, "1", "", "."))
STYLES = (
    style("Standard")
    + style("Title", 'style:parent-style-name="Standard"')
    + "".join(
        style(f"Heading_20_{n}", f'style:display-name="Heading {n}" style:default-outline-level="{n}"')
        for n in (1, 2, 3)
    )
    + style("Hidden", properties='text:display="none"', family="text")
    + REPORT_LIST
)
