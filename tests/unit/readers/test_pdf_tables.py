"""Tables in PDF files: ruled ones become cells, others rows of text."""

from __future__ import annotations

import pytest

from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.docx_builder import Table
from tests.pdf_builder import LEFT, Letters, Page, Setting, build_pdf, finish, rule, show

pytest.importorskip("pypdfium2_raw", reason="the extra pdf is not installed")

HEAD = ("指标", "2023年", "2024年")
ROWS = [HEAD, ("行政处罚（件）", "12", "34"), ("行政复议案件受理和办理的数量合计（件）", "1,234", "98.5%")]
BEFORE, AFTER = "全年的主要数据见下表，同比都有增长。", "上表的数据截至年底，由各股室提供。"


def cells(document: Document) -> dict[str, str]:
    return {block.cell: block.span.of(document.text) for block in document.blocks if block.cell}


def grid(rows: int, columns: int, width: float = 120, height: float = 30, top: float = 200) -> list[str]:
    right, bottom = LEFT + columns * width, top + rows * height
    across = [rule(LEFT, top + height * i, right, top + height * i) for i in range(rows + 1)]
    return across + [rule(LEFT + width * i, top, LEFT + width * i, bottom) for i in range(columns + 1)]


def drawn(*operators: str, letters: Letters) -> Document:
    lines = (show(letters, LEFT, 120 + 28 * i, text) for i, text in enumerate((BEFORE, AFTER)))
    return read(finish([Page([*lines, *operators])], letters), name="报告.pdf")


def test_cells_of_a_ruled_table_keep_their_place_between_the_paragraphs() -> None:
    document = read(build_pdf([BEFORE, Table(ROWS), AFTER]), name="报告.pdf")
    assert [block.cell for block in document.blocks] == [
        None, "T1R1C1", "T1R1C2", "T1R1C3", "T1R2C1", "T1R2C2", "T1R2C3", "T1R3C1", "T1R3C2", "T1R3C3", None,
    ]  # fmt: skip
    assert document.text.split("\n") == [BEFORE, *(text for row in ROWS for text in row), AFTER]
    assert {block.kind for block in document.blocks if block.cell} == {"cell"}


def test_tables_are_numbered_in_order() -> None:
    document = read(build_pdf([BEFORE, Table(ROWS), AFTER, Table(ROWS[:2])]), name="报告.pdf")
    found = cells(document)
    assert (found["T2R2C3"], len(found)) == ("34", 15)


def test_a_table_over_two_pages_is_one_and_its_repeated_head_no_row() -> None:
    rows = [HEAD, *((f"第{i}项工作", str(i), str(2 * i)) for i in range(1, 40))]
    plain = cells(read(build_pdf([BEFORE, Table(rows)], Setting(head="云溪县民政局年度报告")), name="报告.pdf"))
    assert (plain["T1R40C1"], len(plain)) == ("第39项工作", 120)
    at = next(i for i in range(2, 40) if cell_page(rows, f"T1R{i}C1") == 2) - 1
    repeated = cells(read(build_pdf([BEFORE, Table([*rows[:at], HEAD, *rows[at:]])]), name="报告.pdf"))
    assert repeated == plain


def cell_page(rows: list[tuple[str, str, str]], cell: str) -> int | None:
    document = read(build_pdf([BEFORE, Table(rows)]), name="报告.pdf")
    return next(block.page for block in document.blocks if block.cell == cell)


def test_a_merged_cell_is_its_upper_left_one() -> None:
    letters = Letters()
    lines = grid(3, 3)
    lines.remove(rule(LEFT, 230, LEFT + 360, 230))
    lines.append(rule(LEFT + 120, 230, LEFT + 360, 230))
    texts = (
        (10, 235, "合计"),
        (130, 220, "甲"),
        (250, 220, "乙"),
        (130, 250, "12"),
        (250, 250, "34"),
        (10, 280, "末行"),
    )
    document = drawn(*lines, *(show(letters, LEFT + x, y, text, 12) for x, y, text in texts), letters=letters)
    assert cells(document) == {
        "T1R1C1": "合计", "T1R1C2": "甲", "T1R1C3": "乙", "T1R2C2": "12", "T1R2C3": "34", "T1R3C1": "末行",
    }  # fmt: skip


def test_each_cell_may_draw_its_own_lines_or_a_box() -> None:
    letters = Letters()
    boxes = [f"{LEFT + 120 * c} {841.9 - 230 - 30 * r} 120 30 re S" for r in range(2) for c in range(2)]
    texts = (show(letters, LEFT + 130 * c + 5, 220 + 30 * r, f"{r}{c}格", 12) for r in range(2) for c in range(2))
    document = drawn(*boxes, *texts, letters=letters)
    assert cells(document) == {"T1R1C1": "00格", "T1R1C2": "01格", "T1R2C1": "10格", "T1R2C2": "11格"}


def test_a_table_open_at_its_sides_is_a_table() -> None:
    letters = Letters()
    lines = [
        line for line in grid(2, 2) if line not in (rule(LEFT, 200, LEFT, 260), rule(LEFT + 240, 200, LEFT + 240, 260))
    ]
    texts = (show(letters, LEFT + 130 * c + 5, 220 + 30 * r, f"{r}{c}格", 12) for r in range(2) for c in range(2))
    assert len(cells(drawn(*lines, *texts, letters=letters))) == 4


def test_several_paragraphs_in_a_cell_stay_apart_and_wrapped_ones_are_joined() -> None:
    letters = Letters()
    texts = ("全年组织学法十二", "次。", "开展执法检查。")
    lines = (show(letters, LEFT + 6, 220 + 20 * i, text, 13) for i, text in enumerate(texts))
    document = drawn(*grid(1, 2, 120, 90), *lines, show(letters, LEFT + 130, 220, "乙", 13), letters=letters)
    assert [(b.cell, b.span.of(document.text)) for b in document.blocks if b.cell] == [
        ("T1R1C1", "全年组织学法十二次。"), ("T1R1C1", "开展执法检查。"), ("T1R1C2", "乙"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        [rule(LEFT, 64, LEFT + 448, 64), rule(LEFT, 160, LEFT + 448, 160)],
        grid(1, 1, 448, 400, 80),
        [rule(LEFT, 122, LEFT + 100, 122), rule(LEFT + 50, 300, LEFT + 50, 400)],
    ],
    ids=["rules above and below", "a frame", "an underline"],
)
def test_other_lines_make_no_table(lines: list[str]) -> None:
    document = drawn(*lines, letters=Letters())
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("paragraph", BEFORE),
        ("paragraph", AFTER),
    ]


def test_a_table_without_lines_is_read_row_by_row() -> None:
    letters = Letters()
    rows = (("指标", "2023年", "2024年"), ("行政处罚", "12件", "34件"), ("行政复议", "5件", "6件"))
    texts = (
        show(letters, LEFT + 150 * c, 220 + 28 * r, text) for r, row in enumerate(rows) for c, text in enumerate(row)
    )
    document = drawn(*texts, letters=letters)
    assert document.text.split("\n")[2:] == [" ".join(row) for row in rows]
