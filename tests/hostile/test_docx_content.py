"""Word files that lead outside, mislead, or are broken: what is read stays the same, or one line says why not."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from pathlib import Path
from time import process_time

import pytest

from lawcheck import check
from lawcheck.errors import ReadError
from lawcheck.readers import read
from tests.docx_builder import Paragraph, build_docx, build_package, document, num, p, r, text_box, zip_bytes
from tests.docx_pieces import cell, control, embedded, field, mark, row, table, tracked

GOOD = build_docx(["云溪县水务局", "正文一段。"])
RICH = document(
    p(r("甲"), num(1) + mark("del"))
    + table(row(cell(p(r("乙")), '<w:gridSpan w:val="2"/>'), properties=tracked("ins")))
    + p(field(" DATE ", r("1月2日")) + embedded("Word.Document.12"), num(1, 1))
    + control(p(r("丙") + text_box(p(r("丁")))))
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def refusal(data: bytes, name: str = "报告.docx") -> str:
    with pytest.raises(ReadError) as caught:
        read(data, name=name)
    assert (caught.value.exit_code, "\n" in str(caught.value), name in str(caught.value)) == (3, False, True)
    return str(caught.value)


# What leads outside (T6)

_SEEN: list[str] = []
_WATCHED = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _WATCHED or event == "open":
        _SEEN.append(f"{event} {arguments[:1]}")


@pytest.fixture(scope="module")
def hooked() -> None:
    sys.addaudithook(_watch)  # for good: Python has no way to take it off


@pytest.fixture
def seen(hooked: None) -> list[str]:
    """What happens outside of Python while the test runs: files opened, connections, processes."""
    _SEEN.clear()
    return _SEEN


def test_nothing_outside_is_touched(seen: list[str]) -> None:
    away = "http://127.0.0.1:9/x"
    kinds = ("image", "hyperlink", "oleObject", "aFChunk", "subDocument", "attachedTemplate", "styles", "numbering")
    links = "".join(
        f'<Relationship Id="r{i}" Type="http://x/{kind}" Target="{away}" TargetMode="External"/>'
        for i, kind in enumerate(kinds)
    )
    fields = "".join(
        field(text, r("果"))
        for text in (f'INCLUDEPICTURE "{away}"', "DDEAUTO cmd calc", f'INCLUDETEXT "{away}"', "MACROBUTTON x")
    )
    body = p(r("甲") + fields + embedded("Package")) + '<w:altChunk r:id="r3"/>' + p('<w:subDoc r:id="r4"/>')
    parts = {
        "word/_rels/document.xml.rels": RELATIONS.format(links),
        "word/_rels/settings.xml.rels": RELATIONS.format(links),
        "word/vbaProject.bin": b"\0" * 100,
        "word/embeddings/oleObject1.bin": b"MZ" * 100,
    }
    data = build_package(document(body), parts=parts)
    read(data, name="a.docx")  # modules are imported now
    seen.clear()
    found = read(data, name="a.docx")
    assert (seen, found.text) == ([], "甲果果果果")
    assert [note.is_body for note in found.unread] == [True, False]


def test_what_happens_outside_would_be_seen(seen: list[str], tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a", encoding="utf-8")
    subprocess.run([sys.executable, "-c", ""], check=True)
    assert {event.partition(" ")[0] for event in seen} >= {"open", "subprocess.Popen"}


# What misleads (T7)

REPORT = (
    "青岚区水务局关于2024年法治政府建设情况的报告",
    "一、主要举措和成效",
    "全年开展集体学法9次，办理行政许可案件145件，其中予以许可140件，不予许可6件。",
    "二、存在的不足",
    "一是执法力量偏弱。",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况",
    "局主要负责人主持召开法治工作专题会议3次。",
)
TRAP = "四、2025年工作安排"


def outcome(data: bytes, name: str = "a.docx") -> list[tuple[str, str | None, str]]:
    return [(item.rule, item.subject, item.verdict) for item in check(data, name=name, profile="department").items]


def body(paragraph: str) -> bytes:
    """Return a Word file of the report; `paragraph` is how each paragraph is written, `{}` its text."""
    return build_package(document("".join(paragraph.replace("{}", r(text)) for text in REPORT)))


@pytest.mark.parametrize(
    "data",
    [
        body(p("{}")),
        body(p(tracked("del", r("删").replace("w:t", "w:delText")) + tracked("ins", "{}"))),
        body(p("{}") + p(tracked("del", r(TRAP).replace("w:t", "w:delText")), mark("del"))),
        body(p("{}") + p(tracked("moveFrom", r(TRAP)), mark("moveFrom"))),
        body(p("{}" + r(TRAP, "<w:vanish/>"))),
        body(p("{}") + p(r(TRAP, "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")),
        body(p(control("{}") + control(r(TRAP), "<w:showingPlcHdr/>"))),
        body(p(field(f" QUOTE {TRAP} ", "{}"))),
        body(p(text_box(p("{}")))),
        body(table(row(cell(p("{}"))))),
        build_docx([Paragraph(t.partition("、")[2], number=0) if t[1:2] == "、" else t for t in REPORT]),
    ],
)
def test_what_word_shows_alike_has_the_same_outcome(data: bytes) -> None:
    assert outcome(data) == outcome("\n".join(REPORT).encode(), "a.txt")


# What is broken or something else (T8)


@pytest.mark.parametrize("part", range(1, 65))
def test_a_truncated_file_is_refused_at_every_length(part: int) -> None:
    assert "报告.docx" in refusal(GOOD[: (len(GOOD) - 1) * part // 64])


@pytest.mark.parametrize("seed", range(20))
def test_any_byte_may_be_wrong(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same bytes on each run
    xml = RICH.encode()
    begun = process_time()
    for _ in range(15):
        inside, outside = bytearray(xml), bytearray(build_package(RICH))
        for data in (inside, outside):
            for _ in range(chance.choice((1, 1, 2, 8))):
                data[chance.randrange(len(data))] = chance.randrange(256)
        for data in (bytes(outside), zip_bytes({"word/document.xml": bytes(inside)})):
            try:
                assert read(data, name="a.docx").blocks
            except ReadError as e:
                assert "a.docx" in str(e)  # noqa: PT017 - either ending is right
    assert process_time() - begun < 10


def test_a_damaged_part_is_refused() -> None:
    at = GOOD.index(b"word/document.xml") + len("word/document.xml") + 20
    assert "已损坏" in refusal(GOOD[:at] + bytes(40) + GOOD[at + 40 :])


def test_a_directory_that_leads_nowhere_is_refused() -> None:
    data = b"PK\x03\x04word/document.xml" + b"PK\x05\x06" + bytes(4) + b"\x01\0\x01\0" + b"\xff\xff\0\0\xff\xff\0\0\0\0"
    assert "已损坏" in refusal(data)


def patched(data: bytes, central: int, local: int, value: int) -> bytes:
    """Return an archive with a byte of each entry changed, at its places in the directory and before the part."""
    changed = bytearray(data)
    for signature, place in ((b"PK\x01\x02", central), (b"PK\x03\x04", local)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + place] = value
            at = changed.find(signature, at + 4)
    return bytes(changed)


def test_an_encrypted_part_is_refused() -> None:
    assert "设了密码" in refusal(patched(GOOD, 8, 6, 1))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 99])
def test_a_compression_that_the_format_does_not_know_is_refused_unopened(method: int) -> None:
    # The content stays as it is, so that unpacking it by the method claimed would fail in that method's own way.
    assert "压缩方式" in refusal(patched(GOOD, 10, 8, method))


def test_a_file_with_a_password_is_refused_as_such() -> None:
    # Office keeps it in an OLE container with a stream of this name.
    directory = "EncryptedPackage".encode("utf-16-le").ljust(512, b"\0")
    assert "设了打开密码" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory)


FLAT = (
    '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'
)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (FLAT.encode(), "报告.xml", "XML 文件，不能读取。请另存为 .docx"),
        (FLAT.encode(), "报告.docx", "内容是 XML 文件"),
        (zip_bytes({"xl/workbook.xml": "<x/>"}), "报告.docx", "表格"),
        (zip_bytes({"a.txt": "x"}), "报告.docx", "压缩包"),
        (zip_bytes({"word/styles.xml": "<x/>"}), "报告.docx", "没有 Word 正文"),
        ("正文。".encode(), "报告.docx", "纯文本"),
        (b"", "报告.docx", "空的"),
    ],
)
def test_something_else_is_named_and_refused(data: bytes, name: str, reason: str) -> None:
    assert reason in refusal(data, name)


@pytest.mark.parametrize(
    "xml",
    [
        "<w:body><w:r><w:t>段外</w:t></w:r><w:p/></w:body>",
        "<w:body><w:tc><w:p/></w:tc><w:tr/><w:tbl/></w:body>",
        "<w:body><w:tcPr><w:gridSpan/><w:vMerge/><w:cellDel/></w:tcPr><w:trPr><w:del/></w:trPr></w:body>",
        "<w:body><mc:Fallback><w:p/></mc:Fallback><mc:Choice/></w:body>",
        "<w:body><w:r><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/><w:fldChar/></w:r></w:body>",
        "<w:body><w:p><w:pPr><w:numPr><w:ilvl w:val='-3'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p></w:body>",
        "<w:body><w:p><w:pPr><w:outlineLvl w:val='-1'/></w:pPr></w:p></w:body>",
        "<w:body><w:docPartGallery/><w:showingPlcHdr/><w:vanish/><w:rPr><w:del/></w:rPr><w:pPr><w:pStyle/></w:pPr></w:body>",
        "<w:body><w:pPrChange><w:pPr><w:pStyle/></w:pPr></w:pPrChange><w:rPr><w:rStyle/><w:vanish/></w:rPr></w:body>",
        "<w:body><w:ddList><w:listEntry/><w:result w:val='x'/></w:ddList><w:fldSimple/></w:body>",
        "<w:body><wp:extent/><a:blip/><v:shape style='width:9999999pt'/><v:textpath string='甲'/><w:subDoc/></w:body>",
    ],
)
def test_elements_in_odd_places_do_no_harm(xml: str) -> None:
    part = document("").replace("<w:body>", f"<w:x>{xml}</w:x><w:body>{p(r('甲'))}")
    assert read(build_package(part), name="a.docx").text == "甲"
