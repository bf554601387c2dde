"""The files that show a survey: what they hold, and what no text of a document can make of them."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lawcheck import read
from lawcheck.model.checklist import Unreadable
from lawcheck.overview import letter as letters
from lawcheck.overview import lists, view
from lawcheck.overview import workbook as workbooks
from lawcheck.overview.letter import letter, needs_letter
from lawcheck.overview.page import page
from lawcheck.overview.survey import Survey
from lawcheck.overview.table import table
from lawcheck.overview.workbook import workbook
from lawcheck.readers.office.program import locate
from lawcheck.readers.refusal import Refusal
from lawcheck.wording import Text
from tests.surveys import report, surveyed, text, word

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHARED = (
    "围绕群众反映集中的停车收费问题，组织街道、城管和物价部门开展联合整治，逐个小区核对收费公示和备案情况，"
    "对十二家物业企业当场指出不足并限期改正，整治结束后委托第三方回访住户三百余户，满意的占九成以上。"
)
HOSTILE = (
    '=HYPERLINK("http://x.invalid","甲")',
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "＝1+1XX次",
    "<r><t>甲</t></r>",
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>",
    "{{ 7*7 }}{% raise %}",
    "\u202e甲\u200b乙\x1b[2J",
    "_x0041_]]>&amp;",
)


def sample(**settings: object) -> Survey:
    files = {
        "收到/云溪.docx": word(report("云溪县民政局", SHARED)),
        "收到/云溪.pdf": b"%PDF-1.4 x",
        "收到/青岚.txt": text(report("青岚区水利局", SHARED, "法治政府建设XX次。", leader=False, cause=False)),
        "收到/通知.txt": "关于节日放假的通知\n各单位：\n现将节日放假安排通知如下。\n".encode(),
        "收到/空.txt": b"",
    }
    return surveyed(files, expected=["民政局", "松原县司法局"], **settings)  # type: ignore[arg-type]


def hostile() -> Survey:
    files = {}
    for number, words in enumerate(HOSTILE):
        paragraphs = [
            line.replace("青岚区", "青岚区") for line in report("甲乙丙丁戊己庚辛"[number] + "溪县水利局", cause=False)
        ]
        title = f"{words}关于2024年法治政府建设情况的报告"
        body = [*paragraphs[1:5], f"法治政府建设XX次{words}", words + SHARED, *paragraphs[5:-2], words, "2025年1月18日"]
        files[f"{words.replace('/', '_')}.txt"] = text([title, *body])
        files[f"空{words.replace('/', '_')}.txt"] = b""
    folder = Unreadable("=1+1", Text("=1+1", "=1+1"), 3)
    return surveyed(files, expected=[*HOSTILE, "水利局"], folders=[folder])


def sheets(data: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [sheet.attrib["name"] for sheet in book.iter(f"{MAIN}sheet")]
        return {
            name: ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            for number, name in enumerate(names, 1)
        }


def cells(sheet: ElementTree.Element) -> list[str]:
    return ["".join(cell.itertext()) for cell in sheet.iter(f"{MAIN}c")]


def links(sheet: ElementTree.Element) -> list[str]:
    return [link.attrib["location"] for link in sheet.iter(f"{MAIN}hyperlink")]


def test_the_workbook_has_the_matrix_the_lists_and_a_sheet_for_each_report() -> None:
    found = sheets(workbook(sample(), "zh"))
    assert list(found)[:5] == ["总览", "名单对照", "相同段落", "发现项", "文件"]
    assert list(found)[5:] == ["1 空", "2 通知", "3 青岚区水利局", "4 云溪县民政局"]
    assert {"缺", "有", "读不了"} & {value.replace("○ ", "") for value in cells(found["总览"])} == {
        "缺",
        "有",
        "读不了",
    }
    assert SHARED[:40] in "".join(cells(found["相同段落"]))
    assert "松原县司法局" in cells(found["名单对照"])
    assert "F021" in cells(found["3 青岚区水利局"])


def test_every_link_leads_to_a_sheet_that_is_there() -> None:
    found = sheets(workbook(sample(), "zh"))
    targets = {link.rpartition("!")[0].strip("'") for sheet in found.values() for link in links(sheet)}
    assert targets == {"总览", *list(found)[5:]}


def test_of_many_reports_the_others_lead_to_their_rows_in_the_list_of_findings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbooks, "UNIT_SHEETS", 2)
    found = sheets(workbook(sample(), "zh"))
    assert list(found)[5:] == ["1 空", "2 通知"]
    rows = {row.attrib["r"]: cells(row) for row in found["发现项"].iter(f"{MAIN}row")}
    for link in links(found["总览"])[2:]:
        sheet, _, at = link.rpartition("!A")
        assert sheet.strip("'") == "发现项"
        assert rows[at][0] in ("青岚区水利局", "云溪县民政局")
    first = [row[0] for row in rows.values()].index("云溪县民政局")
    assert links(found["总览"])[3].endswith(f"!A{list(rows)[first]}")


def test_the_workbook_is_the_same_each_time_and_bears_no_time() -> None:
    found = sample()
    data = workbook(found, "zh")
    assert data == workbook(found, "zh")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time[:2] for info in archive.infolist()} == {(1980, 1)}


def test_no_text_of_a_document_becomes_a_formula_or_breaks_the_workbook() -> None:
    found = sheets(workbook(hostile(), "zh"))
    assert [name for name, sheet in found.items() if list(sheet.iter(f"{MAIN}f"))] == []
    kinds = {cell.attrib.get("t", "n") for sheet in found.values() for cell in sheet.iter(f"{MAIN}c")}
    assert kinds <= {"inlineStr", "n"}
    assert [one for sheet in found.values() for one in sheet.iter(f"{MAIN}r")] == []
    assert "=HYPERLINK" in "".join(cells(found["文件"]))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook_opens_in_a_spreadsheet(tmp_path: Path, lang: str) -> None:
    try:
        program = locate("doc")
    except Refusal:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "a.xlsx").write_bytes(workbook(sample(lang=lang), lang))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.xlsx"),
    ]
    done = subprocess.run(command, capture_output=True, timeout=120, cwd=tmp_path)
    if not (tmp_path / "a.csv").exists() and b"could not be loaded" in done.stderr + done.stdout:
        pytest.skip("LibreOffice has no spreadsheets here (libreoffice-calc)")
    assert "青岚区水利局" in (tmp_path / "a.csv").read_text(encoding="utf-8", errors="replace")


class Nodes(HTMLParser):
    """The elements of a page, their attributes, and its text outside of style and script."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.inline: dict[str, str] = {}
        self._in = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in ("style", "script"):
            self.inline[self._in] = self.inline.get(self._in, "") + data
        else:
            self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.elements if name in attrs]


def test_the_page_allows_its_own_style_and_script_and_nothing_else() -> None:
    nodes = Nodes(page(sample(), "zh"))
    policy = next(attrs["content"] or "" for tag, attrs in nodes.elements if tag == "meta" and "http-equiv" in attrs)
    hashes = {
        name: base64.b64encode(hashlib.sha256(nodes.inline[name].encode()).digest()).decode()
        for name in ("style", "script")
    }
    assert policy.startswith("default-src 'none'; ")
    assert [f"{name}-src 'sha256-{one}'" in policy for name, one in hashes.items()] == [True, True]
    assert nodes.all("src") == []
    assert [href for href in nodes.all("href") if not href.startswith("#")] == []
    assert "url(" not in nodes.inline["style"]


def test_every_anchor_of_the_page_is_there_once() -> None:
    nodes = Nodes(page(sample(), "zh"))
    ids = nodes.all("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in nodes.all("href")} <= set(ids)
    assert {"u1", "u2", "u3", "u4"} <= set(ids)


def test_a_page_with_sheets_of_its_own_leads_to_them() -> None:
    found = sample()
    linked = {row.entry.name: f"sheets/{number}.html" for number, row in enumerate(found.rows) if row.entry.summary}
    nodes = Nodes(page(found, "zh", linked))
    assert {f"sheets/{n}.html" for n in (1, 2, 3)} <= set(nodes.all("href"))
    assert "u3" not in nodes.all("id")


def test_no_text_of_a_document_becomes_markup() -> None:
    source = page(hostile(), "zh")
    nodes = Nodes(source)
    assert sum(tag == "script" for tag, _ in nodes.elements) == 1
    assert [tag for tag, attrs in nodes.elements if tag == "img" or any(name.startswith("on") for name in attrs)] == []
    shown = "".join(nodes.words)
    assert "<script>alert(1)" in shown
    assert "{{ 7*7 }}" in shown
    assert not set("\u202e\u200b\x1b") & set(source)


def test_headings_in_english_are_english() -> None:
    kinds = (view.headings, lists.listed_headings, lists.mark_headings, lists.copy_headings, lists.file_headings)
    heads = [heading.title for kind in kinds for heading in kind("en")]
    assert [head for head in heads if not head.isascii()] == []
    assert 'lang="en"' in page(sample(lang="en"), "en")


def test_the_table_has_a_row_for_each_report_and_each_missing_unit() -> None:
    rows = list(csv.reader(io.StringIO(table(sample(), "zh").removeprefix("\ufeff"))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [row[1] for row in rows[1:]] == [
        "空（按文件名）",
        "通知（按文件名）",
        "青岚区水利局",
        "云溪县民政局",
        "松原县司法局",
    ]
    assert rows[-1][2] == "未见报告"


def test_no_cell_of_the_table_begins_like_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(table(hostile(), "zh").removeprefix("\ufeff"))))
    assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r＝＋－＠"))] == []


def told_in(found: Survey, unit: str, lang: str = "zh") -> list[str]:
    row = next(row for row in found.rows if row.unit == unit)
    document = read(letter(found, row, lang), name="a.docx")
    return [block.span.of(document.text) for block in document.blocks]


def test_a_letter_names_the_unit_what_to_mend_where_and_on_what_basis() -> None:
    told = told_in(sample(), "青岚区水利局")
    assert "青岚区水利局：" in told
    assert "一、请补充或改正" in told
    assert any("第一责任人" in line and line.startswith("1. ") for line in told)
    assert any(line.startswith("依据：《") for line in told)
    assert any(line.startswith("建议：") for line in told)
    assert [line for line in told if "收到/" in line] == []
    assert any("不是法律意见" in line for line in told)


def test_a_letter_asks_to_confirm_what_is_doubtful_also_in_a_strict_run() -> None:
    for strict in (False, True):
        told = told_in(sample(strict=strict), "青岚区水利局")
        after = told[next(at for at, line in enumerate(told) if line.endswith("、请核实")) :]
        assert any("（E123）" in line for line in after)


def test_a_letter_on_a_file_that_could_not_be_read_says_why_and_asks_for_another() -> None:
    told = "".join(told_in(sample(), "空"))
    assert "文件：空.txt" in told
    assert "“空.txt”：文件是空的" in told
    assert "重新报送" in told


def test_a_letter_on_another_kind_of_document_asks_whether_it_was_sent_by_mistake() -> None:
    assert any("误送" in line for line in told_in(sample(), "通知"))


def test_only_reports_that_have_to_come_back_get_a_letter() -> None:
    found = sample()
    assert {row.unit for row in found.rows if needs_letter(row)} == {"空", "通知", "青岚区水利局"}


def test_a_letter_is_the_same_each_time_and_bears_no_time() -> None:
    found = sample()
    data = letter(found, found.rows[2], "zh")
    assert data == letter(found, found.rows[2], "zh")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\d", core) == ["2000-01-01", "2000-01-01"]


def test_a_letter_in_english_is_english_throughout() -> None:
    own = [getattr(letters, name) for name in ("_HEADING", "_CLOSING", "_SENDER", "_DATE")]
    told = told_in(sample(lang="en"), "青岚区水利局", "en")
    assert [str(words) for words in own if str(words) in told] == []
    assert [words.en for words in own if words.en not in told] == []


def test_hostile_texts_in_a_letter_are_text() -> None:
    found = hostile()
    for row in found.rows:
        assert read(letter(found, row, "zh"), name="a.docx").text
