"""ODT files that are hostile, broken or not what they say (SAFETY T1-T6, T8)."""

from __future__ import annotations

import io
import random
import socket
import stat
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import limits, read
from tests.docx_builder import Paragraph, Table, build_docx
from tests.odt_builder import (
    MIMETYPE,
    STYLES,
    build_odt,
    build_package,
    content,
    item,
    level,
    list_style,
    listed,
    manifest,
    p,
    root,
    style,
    zipped,
)

GOOD = build_odt(
    [
        Paragraph("云溪县水务局2024年度法治政府建设年度报告", level=0),
        Paragraph("主要举措和成效", level=1, number=0, inserted="增", deleted="删", hidden="暗", box="框"),
        "全年检查86次。",
        Table([["事项", "件数"], ["检查", "86"]]),
    ]
)
_KNOWN = "mimetype", MIMETYPE


def outcome(data: bytes, name: str = "报告.odt") -> Document | str:
    """Return the document, or the one line of the refusal, in the time and by the means that are allowed."""
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


def parts(**changed: str | bytes) -> bytes:
    names = {"content": "content.xml", "styles": "styles.xml", "manifest": "META-INF/manifest.xml"}
    return build_package(p("甲"), parts={names[key]: value for key, value in changed.items()})


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


def test_changed_characters_of_the_text_part_are_read_or_refused() -> None:
    chance = random.Random(2)  # noqa: S311
    xml = zipfile.ZipFile(io.BytesIO(GOOD)).read("content.xml")
    for _ in range(300):
        at = chance.randrange(len(xml))
        outcome(parts(content=xml[:at] + bytes([chance.randrange(256)]) + xml[at + 1 :]))


@pytest.mark.parametrize("name", ["content", "styles", "manifest"])
def test_a_part_that_unpacks_to_very_much_is_refused(name: str) -> None:
    assert "压缩比超过上限 100" in refusal(parts(**{name: b"<x>" + b" " * (8 * limits.MEBIBYTE) + b"</x>"}))


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [
        ("ZIP_ENTRIES", 4, "部件数超过上限 4 个"),
        ("ZIP_PART_BYTES", 3_000, "单个部件超过上限 3,000 字节"),
        ("ZIP_TOTAL_BYTES", 3_500, "解压后大小超过上限 3,500 字节"),
        ("XML_ELEMENTS", 40, "元素数超过上限 40 个"),
        ("XML_DEPTH", 5, "嵌套层数超过上限 5 层"),
        ("TEXT_CHARACTERS", 8, "文字超过上限 8 个字符"),
        ("TEXT_LINES", 2, "行数超过上限 2 行"),
        ("XML_ATTRIBUTE_CHARACTERS", 100, "属性值超过上限 100 个字符"),
    ],
)
def test_each_limit_holds_at_it_and_one_above(
    limit: str, value: int, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, value)
    at, above = {
        "ZIP_ENTRIES": (p("甲"), None),
        "ZIP_PART_BYTES": (p("甲" + " " * 1_000), p("甲" + " " * 3_000)),
        "ZIP_TOTAL_BYTES": (p("甲"), p("甲" + " " * 2_000)),
        "XML_ELEMENTS": (p("甲") + p() * 35, p("甲") + p() * 36),
        "XML_DEPTH": (p("甲甲<text:span/>"), p("甲<text:span>甲<text:span/></text:span>")),
        "TEXT_CHARACTERS": (p("甲乙丙丁") + p("戊己庚"), p("甲乙丙丁") + p("戊己庚辛")),
        "TEXT_LINES": (p("甲") + p() + p("乙"), p("甲") + p("乙") + p("丙")),
        "XML_ATTRIBUTE_CHARACTERS": (p("甲", "a" * 100), p("甲", "a" * 101)),
    }[limit]
    assert read_text(build_package(at, named="")).startswith("甲")
    assert reason in refusal(
        build_package(p("甲"), parts={"x": b""}) if above is None else build_package(above, named="")
    )


def test_text_as_long_as_allowed_is_read_in_time() -> None:
    assert len(read_text(build_package(p("甲" * 999) * 1_900, is_packed=False))) == 1_899_999


def test_a_list_flood_is_read_in_time() -> None:
    lists = "".join(listed(item(p("甲")), style="Report", more=f'xml:id="a{n}"') for n in range(20_000))
    assert read_text(build_package(lists, is_packed=False)).count("一、") == 20_000


def test_long_number_forms_are_cut() -> None:
    forms = list_style(
        "F", level(1, "1", " " * 9_000 + "（" * 9_000, "", 'loext:num-list-format="' + "%9%" * 9_000 + '"')
    )
    text = read_text(build_package(listed(*[item(p("甲"))] * 20_000, style="F"), automatic=forms, is_packed=False))
    assert text.count("甲") == 20_000
    wide = list_style("F", level(1, "1", "（" * 9_000))
    assert read_text(build_package(listed(item(p("甲")), style="F"), automatic=wide)) == "（" * 100 + "1甲"


def test_long_chains_of_styles_are_followed_once() -> None:
    chain = "".join(style(f"S{n}", f'style:parent-style-name="S{n + 1}"') for n in range(3_000)) + style(
        "S3000", 'style:parent-style-name="S0"'
    )
    assert read_text(build_package(p("甲", "S0") * 50_000, automatic=chain, is_packed=False)).count("甲") == 50_000


@pytest.mark.parametrize("count", [1_000, 1_001, 10**9, 10**30])
def test_a_repeated_blank_is_repeated_a_thousand_times_at_most(count: int) -> None:
    assert read_text(build_package(p(f'甲<text:s text:c="{count}"/>乙'))) in ("甲" + " " * 1_000 + "乙", "甲 乙")


def test_a_flood_of_repeated_blanks_is_refused() -> None:
    assert "文字超过上限" in refusal(build_package(p('甲<text:s text:c="1000"/>' * 2_001)))


@pytest.mark.parametrize(
    ("count", "column"), [("1000", 1_001), ("1001", 1_001), ("999999999", 1_001), ("-5", 2), ("x", 2)]
)
def test_repeated_rows_and_columns_are_counted_a_thousand_times_at_most(count: str, column: int) -> None:
    def cell(inner: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{inner}</table:table-cell>"

    repeated = cell("", f'table:number-columns-repeated="{count}"')
    rows = f"<table:table-row>{repeated}{cell(p('甲'))}</table:table-row>"
    rows += f'<table:table-row table:number-rows-repeated="{count}">{cell("")}</table:table-row>'
    found = outcome(
        build_package(f"<table:table>{rows}<table:table-row>{cell(p('乙'))}</table:table-row></table:table>")
    )
    assert isinstance(found, Document)
    assert [b.cell for b in found.blocks] == [f"T1R1C{column}", f"T1R{column + 1}C1"]


@pytest.mark.parametrize("name", ["content", "styles", "manifest"])
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
    whole = {"content": content(p("甲")), "styles": root("document-styles", ""), "manifest": manifest({})}[name]
    head, _, rest = whole.partition("?>")
    assert "DOCTYPE" in refusal(parts(**{name: f"{head}?>{doctype}{rest}"}))


@pytest.mark.parametrize("name", ["content", "styles", "manifest"])
@pytest.mark.parametrize(
    "xml", ["", "<x", "<x>&a;</x>", "不是 XML", '<?xml version="1.0" encoding="gb2312"?><x/>', "\0"]
)
def test_a_part_that_is_no_sound_xml_is_refused(name: str, xml: str) -> None:
    assert "已损坏" in refusal(parts(**{name: xml}))


def test_nothing_outside_is_fetched_opened_or_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def forbid(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.odt").write_bytes(GOOD)
    monkeypatch.setattr(socket.socket, "connect", forbid)
    monkeypatch.setattr(subprocess, "Popen", forbid)
    monkeypatch.setattr("builtins.open", forbid)
    away = "http://127.0.0.1:9/x"
    inner = (
        f'<text:section><text:section-source xlink:href="b.odt"/></text:section><draw:frame>'
        f'<draw:image xlink:href="{away}"/></draw:frame><draw:frame><draw:object xlink:href="file:///etc/passwd"/></draw:frame><draw:frame>'
        f'<draw:floating-frame xlink:href="{away}"/></draw:frame><text:script xlink:href="{away}">x</text:script>'
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
        '<office:event-listeners><x/></office:event-listeners><text:execute-macro text:name="m">宏</text:execute-macro>'
    )
    assert read_text(build_package(p("甲" + inner))) == "甲宏"


def test_a_needed_part_that_stands_there_twice_is_refused() -> None:
    for name in ("content.xml", "styles.xml", "META-INF/manifest.xml"):
        out = io.BytesIO(GOOD)
        with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(name, content(p("另一份")))
        assert "重名" in refusal(out.getvalue())


def test_names_that_lead_outside_are_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = (
        "../out.xml",
        "/abs.xml",
        "C:\\x.xml",
        "..\\content.xml",
        "./content.xml",
        "content.xml/../../x",
        "a" * 60_000,
    )
    assert read_text(build_package(p("甲"), parts=dict.fromkeys(names, "x"))) == "甲"
    assert list(tmp_path.rglob("*")) == []


def test_a_link_in_place_of_the_text_is_not_followed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(*_KNOWN)
        link = zipfile.ZipInfo("content.xml")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "已损坏" in refusal(out.getvalue())


def test_an_encrypted_file_is_refused() -> None:
    locked = manifest({"content.xml": "text/xml"}, "<manifest:encryption-data/>")
    assert "设了打开密码" in refusal(parts(manifest=locked, content=b"\x8f\x01"))
    whole = zipped({"mimetype": MIMETYPE, "META-INF/manifest.xml": locked, "encrypted-package": b"\x8f"})
    assert "设了打开密码" in refusal(whole)


def test_a_file_without_its_text_is_refused() -> None:
    assert "没有 ODT 正文" in refusal(zipped({"mimetype": MIMETYPE, "other.xml": "<x/>"}))


@pytest.mark.parametrize("inner", ["", p(), p("　 \u200b"), "文", "<text:list/>"])
def test_a_file_without_text_is_refused(inner: str) -> None:
    assert "没有文字" in refusal(build_package(inner))


def test_a_file_of_another_kind_is_refused_by_its_content() -> None:
    assert "内容是" in refusal(build_docx(["甲"]))
    sheet = zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content("")})
    assert "压缩包" in refusal(sheet)
    assert "不符" in str(outcome(GOOD, "报告.docx"))
    assert "已损坏" in refusal(zipped({"mimetype": MIMETYPE, "content.xml": b"\x89PNG\r\n"}))


@pytest.mark.parametrize(
    "inner",
    [
        "<text:list-item>x</text:list-item><text:list-header/><text:list><text:list><text:list-item/></text:list></text:list>",
        "<table:table-cell/><table:covered-table-cell/><table:table-row/><table:table/>",
        "<text:span>x</text:span><text:s/><text:tab/><text:change/><text:change-start/><text:section-source/>",
        "<text:changed-region/><text:deletion/><text:tracked-changes/>",
        "<text:section><text:section-source/></text:section><text:hidden-paragraph/>",
        "<draw:image/><draw:text-box/><draw:frame/><draw:object/>",
        "<text:numbered-paragraph text:level='999999999'/>",
        "<text:numbered-paragraph><text:list-item/></text:numbered-paragraph>",
        "<text:table-of-content/><text:index-body/>",
        "<office:text/><office:automatic-styles><style:style/></office:automatic-styles><style:style/><text:list-style/>",
    ],
)
def test_elements_in_odd_places_do_no_harm(inner: str) -> None:
    assert read_text(build_package(inner + p("甲"))) == "甲"


@pytest.mark.parametrize(
    "styles",
    [
        "<style:text-properties text:display='none'/><style:list-level-label-alignment/>",
        "<text:list-level-style-number text:level='1'/><text:outline-level-style/>",
        "<text:list-style style:name='Report'><text:list-level-style-number text:level='-9'/></text:list-style>",
        "<style:style style:family='text' style:name='a'/>" + STYLES,
    ],
)
def test_styles_in_odd_places_do_no_harm(styles: str) -> None:
    assert read_text(build_package(listed(item(p("甲")), style="Report"), named=styles)) in ("甲", "一、甲")
