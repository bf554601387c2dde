"""What of a PDF cannot be read as text is refused or told, never passed over."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import read
from tests.pdf_builder import HEIGHT, LEFT, WIDTH, Letters, Page, build_pdf, finish, picture, show
from tests.unit.readers.seen import body

pytest.importorskip("pypdfium2_raw", reason="the extra pdf is not installed")

TEXT = "全年的各项工作有序开展，没有发生超期的情形。"
SCAN = picture(0, HEIGHT, WIDTH, HEIGHT)


def told(pages: Sequence[Sequence[str]], letters: Letters, **options: str) -> list[tuple[str, str, bool]]:
    document = read(finish([Page(list(page)) for page in pages], letters, **options), name="报告.pdf")
    return [(str(unread.what), str(unread.where), unread.is_body) for unread in document.unread]


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, name="报告.pdf")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3
    return str(caught.value)


@pytest.mark.parametrize("words", ["", "第1页", "云溪县民政局扫描专用"])
def test_a_scan_is_refused_as_what_it_is(words: str) -> None:
    letters = Letters()
    stamp = [show(letters, LEFT, 780, words)] if words else []
    said = refusal(finish([Page([SCAN, *stamp]) for _ in range(3)], letters))
    assert said == "无法读取“报告.pdf”：PDF 文件是扫描件，没有文字层。请提供电子版（.docx 或 .txt）。"


def test_a_scan_in_strips_and_letters_as_shapes_are_scans_too() -> None:
    strips = [picture(0, 40.0 * i, WIDTH, 40) for i in range(1, 21)]
    shapes = [f"{LEFT + i % 40} {700 - i // 40} m {LEFT + i} 705 l S" for i in range(400)]
    assert "没有文字层" in refusal(finish([Page(strips)], Letters()))
    assert "没有文字层" in refusal(finish([Page(shapes)], Letters()))


@pytest.mark.parametrize(("length", "is_read"), [(19, False), (20, True)])
def test_twenty_characters_a_page_are_a_text_layer(length: int, is_read: bool) -> None:
    letters = Letters()
    data = finish([Page([show(letters, LEFT, 200, (TEXT * 2)[:length]), SCAN])], letters)
    if is_read:
        assert body(read(data, name="报告.pdf")) == [TEXT[:length]]
    else:
        assert "没有文字层" in refusal(data)


def test_a_short_text_without_pictures_is_read() -> None:
    letters = Letters()
    assert body(read(finish([Page([show(letters, LEFT, 200, "主要举措")])], letters), name="报告.pdf")) == ["主要举措"]


def test_pages_without_a_text_layer_among_others_are_told() -> None:
    letters = Letters()
    text = [show(letters, LEFT, 120 + 28 * i, TEXT) for i in range(20)]
    assert told([text, [SCAN], text, [SCAN]], letters) == [("扫描的页，没有文字层", "第 2、4 页", True)]
    many = [text, *[[SCAN]] * 7]
    assert told(many, letters) == [("扫描的页，没有文字层", "第 2、3、4、5、6 页等", True)]


def test_a_picture_as_large_as_a_page_is_told_as_body_others_as_pictures_and_a_seal_is_not() -> None:
    letters = Letters()
    text = [show(letters, LEFT, 120 + 28 * i, TEXT) for i in range(8)]
    small = ("图片：里面如有文字，没有读到", "第 1 页", False)
    assert told([[*text, picture(LEFT, 700, 440, 360)]], letters) == [("可能有文字的图片", "第 1 页", True)]
    assert told([[*text, picture(LEFT, 700, 300, 200)]], letters) == [small]
    assert told([[*text, picture(450, 700, 80, 80)]], letters) == []
    assert told([[*text, picture(LEFT, 2000, 440, 360)]], letters) == []


def test_pictures_that_outweigh_the_text_are_told_as_body() -> None:
    letters = Letters()
    text = [show(letters, LEFT, 120 + 28 * i, TEXT) for i in range(3)]
    assert told([[*text, picture(LEFT, 700, 340, 200)]], letters) == [("可能有文字的图片", "第 1 页", True)]


def test_text_recognized_under_a_scan_is_read_and_told() -> None:
    letters = Letters()
    under = [show(letters, LEFT, 120 + 28 * i, TEXT, more="3 Tr") for i in range(8)]
    over = [show(letters, LEFT, 120 + 28 * i, TEXT) for i in range(10)]
    assert told([[SCAN, *under]], letters) == [("扫描件的识别文字，可能有错字", "第 1 页", False)]
    assert told([[SCAN, *over]], letters) == []
    assert told([[SCAN, *over[:3]]], letters) == [("可能有文字的图片", "第 1 页", True)]


def test_text_in_columns_is_told_and_a_table_without_lines_is_not() -> None:
    letters = Letters()
    columns = [show(letters, x, 120 + 20 * i, TEXT[:13]) for i in range(8) for x in (LEFT, LEFT + 240)]
    cells = [show(letters, x, 120 + 20 * i, TEXT[:5]) for i in range(8) for x in (LEFT, LEFT + 240)]
    assert told([columns], letters) == [("分栏排版的文字，次序可能不对", "第 1 页", True)]
    assert told([cells], letters) == []


@pytest.mark.parametrize("has_codes", [True, False])
def test_a_text_layer_without_codes_is_refused(has_codes: bool) -> None:
    letters = Letters(has_codes=has_codes)
    text = TEXT if not has_codes else "".join(chr(0xE000 + i) for i in range(60))
    said = refusal(finish([Page([show(letters, LEFT, 120 + 28 * i, text) for i in range(8)])], letters))
    assert "文字层不能用" in said


def test_some_characters_without_a_code_are_told() -> None:
    letters = Letters()
    text = [show(letters, LEFT, 120 + 28 * i, TEXT) for i in range(8)]
    few, more = show(letters, LEFT, 400, "\ue5e5\ue5e6"), show(letters, LEFT, 400, "\ue5e5" * 12)
    assert told([[*text, few]], letters) == [("没有文字编码的字", "第 1 页", False)]
    assert told([[*text, more]], letters) == [("没有文字编码的字", "第 1 页", True)]
    assert told([[*text, show(letters, LEFT, 400, "\uf06c\uf0b7各项工作")]], letters) == []


def test_a_watermark_is_out_and_told() -> None:
    letters = Letters()
    text = [show(letters, LEFT, 120 + 28 * i, TEXT) for i in range(8)]
    slanted = show(letters, 0, 0, "内部资料 123 严禁外传", 40).replace(
        "1 0 0 1 0.00 841.90", "0.7 0.7 -0.7 0.7 150 300"
    )
    document = read(finish([Page([*text, slanted])], letters), name="报告.pdf")
    assert "内部资料" not in document.text
    assert [(str(u.what), u.is_body) for u in document.unread] == [("斜排的文字（如水印）", False)]


def test_much_text_that_is_turned_sideways_is_told_as_body() -> None:
    letters = Letters()
    text = [show(letters, LEFT, 120 + 28 * i, TEXT) for i in range(8)]
    turned = show(letters, 0, 0, "1" + TEXT * 2, 8).replace("1 0 0 1 0.00 841.90", "0 1 -1 0 560 100")
    assert told([[*text, turned]], letters) == [("横排页里转了方向的文字", "第 1 页", True)]


def test_attached_files_are_told() -> None:
    letters = Letters()
    names = "/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.txt)/EF<</F 7 0 R>>>>]>>>>"
    assert told([[show(letters, LEFT, 200, TEXT)]], letters, catalog=names) == [("附带的 1 个文件", "", False)]


def test_text_outside_of_the_page_is_not_text() -> None:
    letters = Letters()
    document = read(
        finish([Page([show(letters, LEFT, 200, TEXT), show(letters, LEFT, 900, "页外的文字一行。")])], letters),
        name="a.pdf",
    )
    assert body(document) == [TEXT]


def test_a_pdf_of_empty_pages_holds_no_text() -> None:
    assert "没有文字" in refusal(finish([Page(), Page()], Letters()))


def test_a_missing_package_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2_raw", None)
    said = refusal(build_pdf([TEXT]))
    assert "pypdfium2" in said
    assert "pip install 'lawcheck-cn[pdf]'" in said
