"""OFD files: pieces of text to lines, lines to paragraphs, and what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import read
from lawcheck.readers.ofd import geometry
from lawcheck.readers.ofd.geometry import SAME, Matrix
from lawcheck.readers.ofd.path import straight_lines
from tests.docx_builder import Paragraph, Table
from tests.ofd_builder import NAMESPACE, build_ofd, build_package, line, page, picture, root, text
from tests.unit.readers.seen import body
from tests.unit.readers.test_properties import check_blocks

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
LONG = (
    "云溪县水务局2024年全年检查86次，处罚5件，罚款0元，制定文件2件，培训执法人员36人次，"
    "办理建议8件、提案11件，按期答复率100%。"
)


def ofd(*pages: str, **more: str) -> Document:
    return read(build_package(*pages, **more), name="报告.ofd")


def told(document: Document) -> list[tuple[str, str, bool]]:
    return [(str(note.what), str(note.where), note.is_body) for note in document.unread]


def test_the_same_paragraphs_make_the_same_bytes() -> None:
    assert build_ofd([LONG]) == build_ofd([LONG])


@pytest.mark.parametrize("name", ["good/yunxi-2024.txt", "defective/qinglan-2024.txt"])
def test_a_printed_report_reads_as_its_text(name: str) -> None:
    expected = body(read(EXAMPLES / name))
    items = [
        Paragraph(words, level=0 if not at else 1 if words[1] == "、" else None) for at, words in enumerate(expected)
    ]
    found = read(build_ofd(items), name="报告.ofd")
    check_blocks(found)
    assert (found.format, body(found), found.unread) == ("ofd", expected, ())


def test_paragraphs_know_the_page_that_they_begin_on() -> None:
    found = read(build_ofd([f"第{at}段：{LONG}" for at in range(20)]), name="a.ofd")
    pages = [block.page for block in found.blocks]
    assert (len(pages), pages[0], pages[-1], pages) == (20, 1, 3, sorted(pages, key=int))


def test_a_ruled_table_gives_cells() -> None:
    items = [LONG, Table([["事项", "件数"], ["检查", "86"], ["处罚", "5"]]), LONG]
    found = read(build_ofd(items), name="a.ofd")
    cells = [(b.span.of(found.text), b.cell) for b in found.blocks if b.kind == "cell"]
    assert cells == [
        *(("事项", "T1R1C1"), ("件数", "T1R1C2"), ("检查", "T1R2C1")),
        *(("86", "T1R2C2"), ("处罚", "T1R3C1"), ("5", "T1R3C2")),
    ]
    assert body(found)[0] == body(found)[-1] == LONG


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (text("检查86次"), "检查86次"),
        (text("检查") + text("86", 39.2) + text("次", 44.8), "检查86次"),
        (text("检查 86 次"), "检查86次"),
        (text("检查", code='DeltaX="5.6 5.6"') + text("次", 39.2), "检查次"),
        (text("检查次", code='DeltaX="g 2 5.6"'), "检查次"),
        (text("检查次", code=""), "检查次"),
        (text("检查次", code='DeltaX="9"'), "检查次"),
        (text("报告", code='DeltaX="16"'), "报 告"),
        (text("Wi-Fi ABC"), "Wi-Fi ABC"),
        (text("甲", more='CTM="1 0 0 1 0 0"') + text("乙", 33.6), "甲乙"),
        (text("乙", 33.6) + text("甲", 28.0), "甲乙"),
        (text("甲乙") + text("甲乙", 28.2), "甲乙"),
        (text("\u3000\u3000甲"), "甲"),
        (text("⽂⺠"), "文民"),
        (text("\n甲乙\n"), "甲乙"),
        (text("甲").replace("ofd:", "").replace("<TextObject", f'<TextObject xmlns="{NAMESPACE}"'), "甲"),
        (text("甲") + text("藏", 50, more='Visible="false"'), "甲"),
        (text("甲") + text("页外", 500) + text("页外", 50, 300), "甲"),
        (text("甲") + text("无", 50, size=0), "甲"),
        ("<ofd:PageBlock>" + text("甲") + "</ofd:PageBlock>", "甲"),
        (text("甲") + "<ofd:Annot>注</ofd:Annot><ofd:TextCode>散</ofd:TextCode>", "甲"),
        (
            text("甲", more="").replace(
                "</ofd:TextObject>", "<ofd:Clips><ofd:TextCode>裁</ofd:TextCode></ofd:Clips></ofd:TextObject>"
            ),
            "甲",
        ),
    ],
)
def test_characters_that_stand_side_by_side_are_words(drawn: str, words: str) -> None:
    assert ofd(drawn).text == words


def test_several_codes_of_one_object_stand_where_they_say() -> None:
    places = (("甲", 'X="0" Y="5"'), ("乙", 'X="5.6"'), ("丙", 'X="0" Y="25"'))
    codes = "".join(f"<ofd:TextCode {place}>{words}</ofd:TextCode>" for words, place in places)
    drawn = f'<ofd:TextObject Font="1" Size="5.6" Boundary="28 37 50 50">{codes}</ofd:TextObject>'
    assert ofd(drawn).text == "甲乙\n丙"


def test_lines_that_begin_nowhere_alike_are_read() -> None:
    assert body(ofd(text("表一", 20, 30) + text("单位", 80, 90) + text("日期", 150, 200))) == ["表一", "单位", "日期"]


def test_the_matrix_of_an_object_enlarges_and_moves_it() -> None:
    drawn = text("甲乙", size=2.8, more='CTM="2 0 0 2 5.6 0"') + text("丙", 28 + 5.6 * 3)
    assert ofd(drawn).text == "甲乙丙"


def test_what_templates_and_parts_draw_is_on_the_page() -> None:
    part = f'<ofd:CompositeGraphicUnit ID="5"><ofd:Content>{text("丙", 0, 0)}</ofd:Content></ofd:CompositeGraphicUnit>'
    within = '<ofd:CompositeObject ResourceID="5" Boundary="28 97 50 10"/>'
    found = ofd(
        "",
        resources=f"<ofd:CompositeGraphicUnits>{part}</ofd:CompositeGraphicUnits>",
        common='<ofd:TemplatePage ID="7" BaseLoc="TPLS/1.xml"/><ofd:TemplatePage ID="8" BaseLoc="none.xml"/>',
        parts={
            "Doc_0/Tpls/1.xml": page(text("甲", y=37)),
            "Doc_0/Pages/0.xml": page(
                text("乙", y=67) + within + '<ofd:CompositeObject ResourceID="6"/>',
                '<ofd:Template TemplateID="7"/><ofd:Template TemplateID="7"/><ofd:Template TemplateID="8"/>',
            ),
        },
    )
    assert (body(found), told(found)) == (["甲", "乙", "丙"], [("文件里缺少的页面模板", "第 1 页", True)])


def test_a_page_may_have_resources_of_its_own() -> None:
    part = f'<ofd:CompositeGraphicUnit ID="5"><ofd:Content>{text("甲")}</ofd:Content></ofd:CompositeGraphicUnit>'
    drawn = page(
        '<ofd:CompositeObject ResourceID="5"/>', "<ofd:PageRes>R.xml</ofd:PageRes><ofd:PageRes>no</ofd:PageRes>"
    )
    own = {"Doc_0/Pages/R.xml": root("Res", part), "Doc_0/Pages/0.xml": drawn}
    assert ofd("", parts=own).text == "甲"


def test_running_heads_and_page_numbers_are_out() -> None:
    pages = [
        text("云溪县水务局文件", y=15) + text(f"第{at}页的正文。", y=100) + text(f"— {at} —", 95, 270)
        for at in range(1, 5)
    ]
    assert body(ofd(*pages)) == [f"第{at}页的正文。" for at in range(1, 5)]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (picture(20, 60, 170, 150), [("可能有文字的图片", "第 1 页", True)]),
        (picture(20, 60, 10, 10), []),
        (
            text("横" * 9, y=60) + text("竖" * 30, more='CTM="0 1 -1 0 0 0"'),
            [("横排页里转了方向的文字", "第 1 页", True)],
        ),
        (text("竖" * 40, code='DeltaX="g 39 0" DeltaY="g 39 5"'), [("横排页里转了方向的文字", "第 1 页", True)]),
        (text("水印", more='CTM="0.7 0.7 -0.7 0.7 0 0"'), [("斜排的文字（如水印）", "第 1 页", False)]),
        (text("藏", more='Visible="false"'), [("隐藏文字", "第 1 页", False)]),
        (text("\ue123" * 2, y=100), [("没有文字编码的字", "第 1 页", False)]),
    ],
)
def test_what_is_no_text_is_told(drawn: str, expected: list[tuple[str, str, bool]]) -> None:
    found = ofd(text(LONG[:26]) + drawn)
    assert (body(found)[0], told(found)) == (LONG[:26], expected)


@pytest.mark.parametrize(
    ("matrix", "places"),
    [
        ("0 1 -1 0 0 0", ((150, 20), (140, 20))),
        ("0 -1 1 0 0 0", ((50, 270), (60, 270))),
        ("-1 0 0 -1 0 0", ((150, 200), (150, 190))),
    ],
)
def test_a_page_is_read_as_most_of_its_text_runs(matrix: str, places: tuple[tuple[int, int], ...]) -> None:
    lines = (
        text(words, *place, more=f'CTM="{matrix}"')
        for words, place in zip(("第一行完", "第二行完"), places, strict=True)
    )
    found = ofd("".join(lines) + text("页"))
    assert (body(found), found.unread) == (["第一行完", "第二行完"], ())


def test_text_laid_under_a_picture_of_the_page_is_recognized_text() -> None:
    clear = '<ofd:FillColor Alpha="0"/></ofd:TextObject>'
    drawn = picture(0, 0, 210, 297) + text(LONG[:26]).replace("</ofd:TextObject>", clear)
    assert told(ofd(drawn)) == [("扫描件的识别文字，可能有错字", "第 1 页", False)]


def test_a_scanned_page_among_others_is_told_and_so_is_a_lost_one() -> None:
    found = read(
        build_package(
            *(text(LONG[:26]) + text(LONG[26:60], y=60), picture(0, 0, 210, 297)),
            parts={
                "Doc_0/Document.xml": root(
                    "Document",
                    "<ofd:Pages>"
                    + "".join(f'<ofd:Page BaseLoc="Pages/{at}.xml"/>' for at in (0, 1, 9))
                    + "</ofd:Pages>",
                )
            },
        ),
        name="a.ofd",
    )
    assert told(found) == [("打不开的页", "第 3 页", True), ("扫描的页，没有文字层", "第 2 页", True)]


def test_attached_files_are_told() -> None:
    attached = '<ofd:Attachment ID="1"/><ofd:Attachment ID="2"/>'
    document = (
        '<ofd:Pages><ofd:Page BaseLoc="Pages/0.xml"/></ofd:Pages><ofd:Attachments>Attachs/A.xml</ofd:Attachments>'
    )
    parts = {"Doc_0/Document.xml": root("Document", document), "Doc_0/Attachs/A.xml": root("Attachments", attached)}
    assert told(ofd(text("甲"), parts=parts)) == [("附带的 2 个文件", "", False)]


@pytest.mark.parametrize("namespace", ["http://www.ofdspec.org/2016", "http://www.ofdspec.org", ""])
def test_every_namespace_that_programs_write_is_read(namespace: str) -> None:
    def renamed(xml: str) -> str:
        if namespace:
            return xml.replace(NAMESPACE, namespace)
        return xml.replace(f' xmlns:ofd="{NAMESPACE}"', "").replace("ofd:", "")

    parts = {
        "OFD.xml": root("OFD", "<ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
        "Doc_0/Document.xml": root("Document", '<ofd:Pages><ofd:Page BaseLoc="Pages/0.xml"/></ofd:Pages>'),
        "Doc_0/Pages/0.xml": page(text("甲")),
    }
    assert ofd("", parts={name: renamed(xml) for name, xml in parts.items()}).text == "甲"


@pytest.mark.parametrize(
    "place",
    ["/Doc_0/Pages/0.xml", "Pages/0.xml", "./Pages/0.xml", "Doc_0/Pages/0.xml", "Pages\\0.xml", " Pages/0.xml\n"],
)
def test_a_page_is_found_as_programs_write_its_place(place: str) -> None:
    document = f"<ofd:Pages><ofd:Page BaseLoc='{place}'/></ofd:Pages>"
    assert ofd(text("甲"), parts={"Doc_0/Document.xml": root("Document", document)}).text == "甲"


def test_all_documents_of_a_file_are_read() -> None:
    docs = "".join(
        f"<ofd:DocBody><ofd:DocRoot>{name}/Document.xml</ofd:DocRoot></ofd:DocBody>"
        for name in ("Doc_0", "Doc_1", "Doc_0")
    )
    second = root("Document", "<ofd:Pages><ofd:Page BaseLoc='P.xml'/></ofd:Pages>")
    parts = {"OFD.xml": root("OFD", docs), "Doc_1/Document.xml": second, "Doc_1/P.xml": page(text("乙"))}
    found = ofd(text("甲"), parts=parts)
    assert [(b.span.of(found.text), b.page) for b in found.blocks] == [("甲", 1), ("乙", 2)]


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        (picture(0, 0, 210, 297), "是扫描件，没有文字层"),
        (picture(0, 0, 210, 297) + text("— 1 —", 95, 270), "是扫描件，没有文字层"),
        ("".join(line(20, 50 + at, 100, 50 + at) for at in range(201)), "是扫描件，没有文字层"),
        (text("\ue123" * 20) + text("甲" * 20, y=60), "文字层不能用"),
        ("", "文件里没有文字"),
    ],
)
def test_a_file_without_text_is_refused(drawn: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        ofd(drawn)


def test_a_real_file_is_read_in_order(corpus: Path) -> None:
    found = read(corpus / "formats" / "reply.ofd")
    check_blocks(found)
    texts = body(found)
    assert (len(texts), len(texts[1]), texts[3][-1], texts[8], found.unread) == (10, 12, "：", "2011年3月10日", ())
    assert [words[-1] for words in texts[4:7]] == ["。"] * 3


class TestGeometry:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("5.6", 5.6),
            ("-3", -3),
            (".5", 0.5),
            ("1e2", 100),
            ("nan", 7),
            ("inf", 7),
            ("1e99", 7),
            ("", 7),
            ("９", 7),
            ("1_0", 7),
        ],
    )
    def test_a_number_makes_sense_or_is_none(self, written: str, value: float) -> None:
        assert geometry.number(written, 7) == value

    def test_a_box_has_four_numbers(self) -> None:
        assert geometry.box("1 2,3 4") == (1, 2, 3, 4)
        assert [geometry.box(t) for t in ("", None, "1 2 3", "1 2 3 x", "1 2 3 4 5")] == [None] * 5

    def test_a_page_has_a_size_that_paper_has(self) -> None:
        assert geometry.page_box("0 0 210 297") == (0, 0, 210, 297)
        assert [geometry.page_box(f"0 0 {size}") for size in ("0 297", "210 -1", "99999 1")] == [None] * 3

    def test_steps_are_written_out_or_counted(self) -> None:
        assert geometry.deltas("1 g 2 5.5 3", 9) == [1, 5.5, 5.5, 3]
        assert geometry.deltas("g 999999999 5", 3) == [5, 5, 5]
        assert (geometry.deltas("g 3", 3), geometry.deltas("x g", 3), geometry.deltas(None, 3)) == ([0, 0, 0], [0], [])

    def test_maps_follow_each_other(self) -> None:
        moved = Matrix(1, 0, 0, 1, 10, 20)
        assert moved.after(Matrix(2, 0, 0, 2, 1, 1)).place(3, 4) == (17, 29)
        assert geometry.matrix("2 0 0 2 0 0", geometry.box("5 6 1 1")).place(1, 1) == (7, 8)
        assert [geometry.matrix(t, None) for t in ("1 2 3", None, "a b c d e f")] == [SAME] * 3

    @pytest.mark.parametrize(
        ("path", "lines"),
        [
            ("S 0 0 L 10 0 C", [(0, 0, 10, 0)]),
            ("M 0 0 L 10 0 M 0 5 L 0 9", [(0, 0, 10, 0), (0, 5, 0, 9)]),
            ("M 0 0 L 9 0 L 9 9 L 0 9 C", [(0, 0, 9, 0), (0, 9, 9, 9), (0, 0, 0, 9), (9, 0, 9, 9)]),
            ("M 0 0 L 9 9", []),
            ("M 0 0 B 1 1 2 2 3 3", []),
            ("M 0 0 L", [(0, 0, 0, 0)]),
            ("", []),
        ],
    )
    def test_straight_lines_and_the_sides_of_boxes_are_kept(self, path: str, lines: list[tuple[float, ...]]) -> None:
        assert list(straight_lines(path, SAME)) == lines
