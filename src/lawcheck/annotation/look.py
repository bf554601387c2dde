"""The parts of a Word file besides its text: how a report looks when it is made of text alone.

Source: GB/T 9704-2012: A4, 仿宋 of size three, headings in 黑体 and 楷体, 28 points a line.
"""

from __future__ import annotations

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"'
    ' w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>'
)
DOCUMENT = f"{_XML}<w:document {_W}><w:body>{{}}{_PAGE}</w:body></w:document>"
TABLE = (
    '<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr>"
)


def _described(name: str, called: str, properties: str, font: str, half_points: int, more: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>{more}'
    base = ' w:default="1"' if name == "Normal" else ""
    head = f'<w:style w:type="paragraph" w:styleId="{name}"{base}><w:name w:val="{called}"/>'
    head += "" if base else '<w:basedOn w:val="Normal"/>'
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    return f"{head}<w:pPr>{properties}</w:pPr><w:rPr>{fonts}{size}</w:rPr></w:style>"


_SPACED = '<w:spacing w:line="560" w:lineRule="exact"/>'
_STYLES = (
    _described("Normal", "Normal", _SPACED + '<w:ind w:firstLineChars="200" w:firstLine="640"/>', "仿宋", 32)
    + _described("Title", "Title", '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>', "宋体", 44)
    + "".join(
        _described(f"Heading{n}", f"heading {n}", f'<w:outlineLvl w:val="{n - 1}"/>', font, 32)
        for n, font in ((1, "黑体"), (2, "楷体"), (3, "仿宋"))
    )
    + _described(
        "Cell",
        "Cell",
        '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
        "仿宋",
        24,
    )
    + _described(
        "Beside",
        "Beside",
        '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
        "宋体",
        18,
        '<w:color w:val="808080"/>',
    )
)
PARTS = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>'
    ).encode(),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    ).encode(),
    "word/_rels/document.xml.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ).encode(),
    "word/styles.xml": f"{_XML}<w:styles {_W}>{_STYLES}</w:styles>".encode(),
}
