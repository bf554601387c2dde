"""A small writer of Word files for tests and examples: standard library only, the same bytes on every run."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TRACKED = 'w:id="1" w:author="云溪" w:date="2025-01-02T00:00:00Z"'
_TIME = (2025, 1, 2, 0, 0, 0)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `level` is a heading level from one, 0 the title; `number` puts the automatic number of a list.

    List level 0 is written 一、, 1 （一）, 2 `1.`. `inserted` and `deleted` are tracked changes after the text,
    `hidden` is hidden text after it, `box` the text of a text box that hangs on the paragraph.
    """

    text: str = ""
    level: int | None = None
    number: int | None = None
    inserted: str = ""
    deleted: str = ""
    hidden: str = ""
    box: str = ""


@dataclass(frozen=True)
class Table:
    """A table of plain cells."""

    rows: Sequence[Sequence[str]]


def build_docx(paragraphs: Sequence[str | Paragraph | Table]) -> bytes:
    """Return a Word file that holds `paragraphs`; a string is a plain one."""
    return build_package(document("".join(map(_element, paragraphs))))


def build_package(
    document_xml: str, *, styles: str | None = None, numbering: str | None = None, parts: Mapping[str, str | bytes] = {}
) -> bytes:
    """Return a Word file with the given parts; `styles` and `numbering` are whole parts, by default those of here."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships({"styles": "styles.xml", "numbering": "numbering.xml"}),
        "word/document.xml": document_xml,
        "word/styles.xml": STYLES if styles is None else styles,
        "word/numbering.xml": NUMBERING if numbering is None else numbering,
        **parts,
    }
    return zip_bytes(files)


def zip_bytes(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of `files`, in their order, with one fixed time."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, content)
    return out.getvalue()


def document(body: str) -> str:
    """Return a document part with `body` as the content of `w:body`."""
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"'
    page += ' w:header="851" w:footer="1400" w:gutter="0"/>'
    return f"{_XML}<w:document {_NAMESPACES}><w:body>{body}<w:sectPr>{page}</w:sectPr></w:body></w:document>"


def p(content: str = "", properties: str = "") -> str:
    """Return a paragraph element of raw `content` (runs) and `properties` (of `w:pPr`)."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of `text`; tabs and newlines become their elements."""
    inner = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    inner = inner.replace("<w:t>", '<w:t xml:space="preserve">')
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def num(num_id: int, ilvl: int = 0) -> str:
    """Return the list properties of a paragraph."""
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'


def level(ilvl: int, style: str, text: str, more: str = "", *, start: int = 1) -> str:
    """Return one level of a list definition; `more` are further elements of `w:lvl`."""
    parts = f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{ilvl}">{parts}<w:lvlJc w:val="left"/></w:lvl>'


def numbering(*abstracts: str, nums: Mapping[int, str]) -> str:
    """Return a numbering part: the contents of its list definitions, from 0, and of its lists by their id."""
    lists = "".join(f'<w:abstractNum w:abstractNumId="{i}">{a}</w:abstractNum>' for i, a in enumerate(abstracts))
    lists += "".join(f'<w:num w:numId="{i}">{content}</w:num>' for i, content in nums.items())
    return f"{_XML}<w:numbering {_NAMESPACES}>{lists}</w:numbering>"


def styles(content: str) -> str:
    """Return a style part."""
    return f"{_XML}<w:styles {_NAMESPACES}>{content}</w:styles>"


def _element(item: str | Paragraph | Table) -> str:
    if isinstance(item, Table):
        return _table(item)
    item = Paragraph(item) if isinstance(item, str) else item
    style = {None: "", 0: '<w:pStyle w:val="Title"/>'}.get(item.level, f'<w:pStyle w:val="Heading{item.level}"/>')
    content = r(item.text)
    if item.inserted:
        content += f"<w:ins {_TRACKED}>{r(item.inserted)}</w:ins>"
    if item.deleted:
        content += f"<w:del {_TRACKED}>{r(item.deleted).replace('w:t', 'w:delText')}</w:del>"
    if item.hidden:
        content += r(item.hidden, "<w:vanish/>")
    if item.box:
        content += text_box(p(r(item.box)))
    return p(content, style + (num(1, item.number) if item.number is not None else ""))


def text_box(content: str) -> str:
    """Return a run with a text box, in the new form and once more in the old one, as Word writes it."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    shape = f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>"
    data = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    new = (
        '<w:drawing><wp:inline><wp:extent cx="2286000" cy="571500"/><wp:docPr id="1" name="1"/>'
        f'<a:graphic><a:graphicData uri="{data}">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    old = f'<w:pict><v:shape style="width:180pt;height:45pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def _table(table: Table) -> str:
    columns = max(map(len, table.rows))
    cell = '<w:tc><w:tcPr><w:tcW w:w="2800" w:type="dxa"/></w:tcPr>{}</w:tc>'
    rows = "".join(f"<w:tr>{''.join(cell.format(p(r(text))) for text in row)}</w:tr>" for row in table.rows)
    grid = '<w:gridCol w:w="2800"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_MAIN}.numbering+xml"/></Types>'
)


def _relationships(targets: Mapping[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{_R}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _style(style_id: str, name: str, properties: str, font: str, half_points: int, more: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/><w:sz w:val="{half_points}"/>'
    base = "" if style_id == "Normal" else '<w:basedOn w:val="Normal"/>'
    head = f'<w:style w:type="paragraph" w:styleId="{style_id}"{more}><w:name w:val="{name}"/>{base}'
    return f"{head}<w:pPr>{properties}</w:pPr><w:rPr>{fonts}</w:rPr></w:style>"


STYLES = styles(
    _style("Normal", "Normal", '<w:ind w:firstLineChars="200"/>', "仿宋_GB2312", 32, ' w:default="1"')
    + _style("Title", "Title", '<w:ind w:firstLineChars="0"/><w:jc w:val="center"/>', "方正小标宋简体", 44)
    + _style("Heading1", "heading 1", '<w:outlineLvl w:val="0"/>', "黑体", 32)
    + _style("Heading2", "heading 2", '<w:outlineLvl w:val="1"/>', "楷体_GB2312", 32)
    + _style("Heading3", "heading 3", '<w:outlineLvl w:val="2"/>', "仿宋_GB2312", 32)
)
_NO_TAB = '<w:suff w:val="nothing"/>'
NUMBERING = numbering(
    '<w:multiLevelType w:val="multilevel"/>'
    + level(0, "chineseCountingThousand", "%1、", _NO_TAB)
    + level(1, "chineseCountingThousand", "（%2）", _NO_TAB)
    + level(2, "decimal", "%3.", _NO_TAB),
    nums={1: '<w:abstractNumId w:val="0"/>'},
)
