"""OFD files that are hostile, broken or not what they say (SAFETY T1-T6, T8)."""

from __future__ import annotations

import io
import random
import socket
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import limits, read
from tests.docx_builder import Paragraph, Table, build_docx, zip_bytes
from tests.ofd_builder import build_ofd, build_package, line, page, root, text

PARTS = ("OFD.xml", "Doc_0/Document.xml", "Doc_0/PublicRes.xml", "Doc_0/Pages/0.xml")
ITEMS = [
    Paragraph("云溪县水务局2024年度法治政府建设年度报告", level=0),
    Paragraph("主要举措和成效", level=1, number=0),
    "全年检查86次，处罚5件，罚款0元，制定文件2件。",
    Table([["事项", "件数"], ["检查", "86"]]),
]
GOOD = build_ofd(ITEMS)
WORDS = text("云溪县水务局年度报告")


def outcome(data: bytes, name: str = "报告.ofd") -> Document | str:
    """Return the document, or the one line of the refusal, in the time that is allowed."""
    began = time.process_time()
    try:
        found: Document | ReadError = read(data, name=name)
    except ReadError as e:
        found = e
    assert time.process_time() - began < 10
    if isinstance(found, Document):
        return found
    assert (found.exit_code, "\n" in str(found), name in str(found)) == (3, False, True)
    return str(found)


def refusal(data: bytes) -> str:
    found = outcome(data)
    assert isinstance(found, str)
    return found


def read_text(data: bytes) -> str:
    found = outcome(data)
    assert isinstance(found, Document)
    return found.text


def stored(data: bytes) -> bytes:
    """Return the archive unpacked: so that what repeats itself is not refused for how it packs."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as archive:
        for name in packed.namelist():
            archive.writestr(name, packed.read(name))
    return out.getvalue()


@pytest.mark.parametrize("part", range(1, 64))
def test_a_truncated_file_is_refused_at_every_length(part: int) -> None:
    assert "不完整" in refusal(GOOD[: len(GOOD) * part // 64])


def test_changed_bytes_are_read_or_refused() -> None:
    chance = random.Random(1)  # noqa: S311
    for _ in range(400):
        data = bytearray(GOOD)
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        outcome(bytes(data))


@pytest.mark.parametrize("name", PARTS)
def test_changed_characters_of_a_part_are_read_or_refused(name: str) -> None:
    chance = random.Random(2)  # noqa: S311
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        parts = {known: archive.read(known) for known in archive.namelist()}
    for _ in range(150):
        at = chance.randrange(len(parts[name]))
        changed = parts[name][:at] + bytes([chance.randrange(256)]) + parts[name][at + 1 :]
        outcome(zip_bytes({**parts, name: changed}))


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_unpacks_to_very_much_is_refused(name: str) -> None:
    bomb = b"<x>" + b" " * (8 * limits.MEBIBYTE) + b"</x>"
    assert "压缩比超过上限 100" in refusal(build_package(WORDS, parts={name: bomb}))


@pytest.mark.parametrize(
    ("limit", "value", "above", "reason"),
    [
        ("ZIP_ENTRIES", 4, build_package(WORDS, parts={"x": b""}), "部件数超过上限 4 个"),
        ("ZIP_PART_BYTES", 2_000, build_package(WORDS + " " * 2_000), "单个部件超过上限 2,000 字节"),
        ("ZIP_TOTAL_BYTES", 3_000, build_package(WORDS + " " * 3_000), "解压后大小超过上限 3,000 字节"),
        ("XML_ELEMENTS", 10, build_package(WORDS + "<x/>" * 10), "元素数超过上限 10 个"),
        ("XML_DEPTH", 5, build_package("<ofd:PageBlock>" + WORDS + "</ofd:PageBlock>"), "嵌套层数超过上限 5 层"),
        ("XML_ATTRIBUTE_CHARACTERS", 100, build_package(text("甲", code=f'DeltaX="{"1" * 101}"')), "属性值超过上限"),
        ("OFD_PAGES", 1, build_package(WORDS, WORDS), "OFD 的页数超过上限 1 页"),
        ("OFD_OBJECTS", 4, build_package(WORDS * 2), "图元数超过上限 4 个"),
        ("OFD_PIECES", 1, build_package(text("甲") + text("乙", y=90)), "零散文字的段数超过上限 1 段"),
        ("TEXT_CHARACTERS", 10, build_package(text("云溪县水务局年度报告书")), "文字超过上限 10 个字符"),
        ("TEXT_LINES", 1, build_package(text("甲") + text("乙", y=90)), "行数超过上限 1 行"),
    ],
)
def test_each_limit_holds_at_it_and_one_above(
    limit: str, value: int, above: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, value)
    assert read_text(build_package(WORDS)) == "云溪县水务局年度报告"
    assert reason in refusal(above)


def test_parts_that_draw_each_other_many_times_are_refused() -> None:
    def unit(key: int, inner: str) -> str:
        return f'<ofd:CompositeGraphicUnit ID="{key}"><ofd:Content>{inner}</ofd:Content></ofd:CompositeGraphicUnit>'

    laughs = "".join(unit(at, f'<ofd:CompositeObject ResourceID="{at + 1}"/>' * 10) for at in range(8)) + unit(8, WORDS)
    first = '<ofd:CompositeObject ResourceID="0"/>'
    assert "图元数超过上限 300,000 个" in refusal(build_package(WORDS + first, resources=laughs))
    loop = unit(0, first)
    assert read_text(build_package(WORDS + first, resources=loop)) == "云溪县水务局年度报告"


def test_a_template_under_every_page_is_counted_on_every_page() -> None:
    pages = {f"Doc_0/Pages/{at}.xml": page(WORDS, '<ofd:Template TemplateID="7"/>') for at in range(400)}
    drawn = "".join(text("甲", 10 + at % 150, 10 + at // 150 * 5) for at in range(1_000))
    parts = {"Doc_0/Tpls/1.xml": page(drawn), **pages}
    many = build_package(*[""] * 400, common='<ofd:TemplatePage ID="7" BaseLoc="Tpls/1.xml"/>', parts=parts)
    assert "超过上限" in refusal(many)


def test_a_long_text_in_one_object_is_read_in_time() -> None:
    long = "甲" * 500_000
    assert "零散文字的段数" in refusal(stored(build_package(text(long, code='DeltaX="g 999999999 0.0001"'))))
    assert read_text(stored(build_package(WORDS + text(long, y=90, code=" ")))) == "云溪县水务局年度报告"


@pytest.mark.parametrize(
    "drawn",
    [
        "".join(text("甲", 10 + at % 180, 10 + at // 180 % 270) for at in range(20_000)),
        "".join(line(10, 10 + at % 280, 190, 10 + at % 280) for at in range(20_000)),
        "".join(
            line(10, 10 + at / 10, 190, 10 + at / 10) + line(10 + at / 14, 10, 10 + at / 14, 280) for at in range(2_400)
        ),
        '<ofd:TextObject Font="1" Size="5" Boundary="9 9 9 9">'
        + '<ofd:TextCode X="0" Y="0">甲</ofd:TextCode>' * 20_000
        + "</ofd:TextObject>",
        "<ofd:PathObject><ofd:AbbreviatedData>" + "S 0 0 L 9 0 " * 100_000 + "</ofd:AbbreviatedData></ofd:PathObject>",
        '<ofd:Template TemplateID="7"/>' * 50_000,
    ],
    ids=["letters", "lines", "grid", "codes", "path", "templates"],
)
def test_floods_of_what_may_be_drawn_are_read_in_time(drawn: str) -> None:
    assert read_text(stored(build_package(text("云溪县水务局" * 5, y=150) + drawn)))


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "file:///etc/passwd">%e;]>',
    ],
)
def test_a_doctype_is_refused_in_every_part(name: str, doctype: str) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        head, _, rest = archive.read(name).decode().partition("?>")
    assert "DOCTYPE" in refusal(build_package(WORDS, parts={name: f"{head}?>{doctype}{rest}"}))


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize(
    "xml", ["", "<x", "<x>&a;</x>", "不是 XML", '<?xml version="1.0" encoding="hex"?><x/>', "<a:x/>"]
)
def test_a_part_that_is_no_sound_xml_is_refused(name: str, xml: str) -> None:
    assert "已损坏" in refusal(build_package(WORDS, parts={name: xml}))


def test_a_needed_part_that_stands_there_twice_is_refused() -> None:
    for name in PARTS:
        out = io.BytesIO(GOOD)
        with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(name, page(text("另一份")))
        assert "重名" in refusal(out.getvalue())


def test_names_that_lead_outside_are_neither_read_nor_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "0.xml").write_text(page(text("外面")), encoding="utf-8")
    for place in (
        "../../0.xml",
        "../../../../0.xml",
        "/../0.xml",
        f"{tmp_path}/0.xml",
        "file:///0.xml",
        "http://127.0.0.1:9/",
        ".",
        "",
    ):
        document = root(
            "Document", f'<ofd:Pages><ofd:Page BaseLoc="Pages/0.xml"/><ofd:Page BaseLoc="{place}"/></ofd:Pages>'
        )
        names = dict.fromkeys(("../0.xml", "/abs.xml", "C:\\x.xml", "..\\..\\0.xml"), "x")
        found = outcome(build_package(WORDS, parts={"Doc_0/Document.xml": document, **names}))
        assert isinstance(found, Document)
        assert (found.text, [str(note.what) for note in found.unread]) == ("云溪县水务局年度报告", ["打不开的页"])
    assert list(tmp_path.rglob("*")) == [tmp_path / "0.xml"]


def test_nothing_outside_is_fetched_opened_or_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", forbid)
    monkeypatch.setattr(subprocess, "Popen", forbid)
    away = "http://127.0.0.1:9/x"
    drawn = (
        '<ofd:ImageObject ResourceID="9" Boundary="0 0 1 1"/>'
        f'<ofd:Actions><ofd:Action><ofd:URI URI="{away}"/></ofd:Action></ofd:Actions>'
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    )
    media = f'<ofd:MultiMedia ID="9"><ofd:MediaFile>{away}</ofd:MediaFile></ofd:MultiMedia>'
    assert read_text(build_package(WORDS + drawn, resources=media)) == "云溪县水务局年度报告"


def test_a_file_none_of_whose_pages_is_there_is_refused() -> None:
    document = root("Document", '<ofd:Pages><ofd:Page BaseLoc="Pages/7.xml"/></ofd:Pages>')
    assert "已损坏" in refusal(build_package(WORDS, parts={"Doc_0/Document.xml": document}))


def test_an_encrypted_file_is_refused() -> None:
    assert "设了打开密码" in refusal(
        build_package(WORDS, parts={"Encryptions.xml": "<x/>", "Doc_0/Document.xml": b"\x8f"})
    )


@pytest.mark.parametrize(
    "files",
    [
        {"OFD.xml": "<x/>"},
        {"Doc_0/OFD.xml": "<x/>"},
        {"OFD.xml": root("OFD", "<ofd:DocBody/>")},
        {"OFD.xml": root("OFD", "<ofd:DocBody><ofd:DocRoot>none.xml</ofd:DocRoot></ofd:DocBody>")},
        {"OFD.xml": root("OFD", "<ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody>"), "D.xml": "<x/>"},
    ],
)
def test_a_file_without_pages_is_refused(files: dict[str, str]) -> None:
    assert "没有 OFD 文档" in refusal(zip_bytes(files))


def test_a_file_of_another_kind_is_refused_by_its_content() -> None:
    assert "内容是" in refusal(build_docx(["甲"]))
    assert "不符" in str(outcome(GOOD, "报告.docx"))


@pytest.mark.parametrize(
    "drawn",
    [
        "<ofd:TextObject/>",
        "<ofd:TextObject Boundary='x' CTM='1 2' Size='-5'><ofd:TextCode>负</ofd:TextCode></ofd:TextObject>",
        "<ofd:TextCode>散</ofd:TextCode><ofd:AbbreviatedData>S</ofd:AbbreviatedData><ofd:FillColor Alpha='0'/>",
        "<ofd:TextObject Size='1e99' Boundary='nan inf 1 1'><ofd:TextCode X='1e9'>远</ofd:TextCode></ofd:TextObject>",
        "<ofd:TextObject Size='9e4' CTM='9e4 0 0 9e4 0 0'><ofd:TextCode>大</ofd:TextCode></ofd:TextObject>",
        "<ofd:TextObject Size='5' CTM='0 0 0 0 0 0'><ofd:TextCode>无</ofd:TextCode></ofd:TextObject>",
        "<ofd:PathObject><ofd:AbbreviatedData>S L M x y C Z Q 1 2 B A 1 1</ofd:AbbreviatedData></ofd:PathObject>",
        "<ofd:ImageObject/><ofd:ImageObject Boundary='-9 -9 -9 -9'/><ofd:CompositeObject/>",
        "<ofd:CompositeGraphicUnit><ofd:TextObject/></ofd:CompositeGraphicUnit>",
        "<ofd:Area><ofd:PhysicalBox>0 0 0 0</ofd:PhysicalBox></ofd:Area>",
        "<ofd:PhysicalBox>1 2 3</ofd:PhysicalBox><ofd:PageRes>" + "x" * 9_000 + "</ofd:PageRes><ofd:Font/>",
    ],
)
def test_elements_that_make_no_sense_do_no_harm(drawn: str) -> None:
    assert read_text(build_package(WORDS + drawn)) == "云溪县水务局年度报告"
