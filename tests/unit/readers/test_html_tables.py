"""Tables of pages: those of data have cells, those that place things on the page are paragraphs."""

from __future__ import annotations

import pytest

from lawcheck.readers import read
from lawcheck.readers.html.grid import Grid, span
from tests.docx_builder import Table
from tests.html_builder import build_html, whole
from tests.unit.readers.seen import body

LONG = "2024年，云溪县水务局坚持依法治水，全年办理水事案件12件，开展执法检查36次，没有案件被撤销。"
HEAD = "<tr><th>项目</th><th>数量</th></tr>"


def cells(content: str) -> list[tuple[str, str]]:
    document = read(whole(f"<div id=zoom><p>{LONG}</p>{content}</div>"), name="a.html")
    return [(b.cell or "", b.span.of(document.text)) for b in document.body if b.kind == "cell"]


def test_a_table_of_data_has_cells() -> None:
    document = read(
        build_html([LONG, Table([["项目", "件数"], ["行政复议", "3"], ["行政诉讼", ""]]), LONG]), name="a.html"
    )
    assert body(document) == [LONG, "项目", "件数", "行政复议", "3", "行政诉讼", LONG]
    assert [b.cell for b in document.body] == [None, "T1R1C1", "T1R1C2", "T1R2C1", "T1R2C2", "T1R3C1", None]


def test_merged_cells_stand_at_their_top_left() -> None:
    rows = (
        "<tr><td rowspan=2>项目</td><td colspan=2>数量（件）</td><td rowspan=2>备注</td></tr><tr><td>2023年</td>"
        "<td>2024年</td></tr><tr><td>复议</td><td>1</td><td>2</td><td>甲</td></tr>"
    )
    assert cells(f"<table border=1>{rows}</table>") == [
        ("T1R1C1", "项目"),
        ("T1R1C2", "数量（件）"),
        ("T1R1C4", "备注"),
        ("T1R2C2", "2023年"),
        ("T1R2C3", "2024年"),
        ("T1R3C1", "复议"),
        ("T1R3C2", "1"),
        ("T1R3C3", "2"),
        ("T1R3C4", "甲"),
    ]


def test_end_tags_of_cells_may_be_left_out() -> None:
    assert cells("<table><caption>表一<tr><th>甲<th>乙<tbody><tr><td>丙<td>1</table>") == [
        ("T1R1C1", "甲"),
        ("T1R1C2", "乙"),
        ("T1R2C1", "丙"),
        ("T1R2C2", "1"),
    ]


def test_a_head_broken_into_lines_is_one_cell() -> None:
    table = f"<table>{HEAD}<tr><td>行政<br>复议<p>案件</p></td><td>3</td></tr></table>"
    assert cells(table)[2:] == [("T1R2C1", "行政\n复议\n案件"), ("T1R2C2", "3")]


def test_tables_are_counted_in_the_document_only() -> None:
    layout = (
        f"<table><tr><td><a href=/>首页</a></td><td><table border=1>{HEAD}<tr><td>甲<td>1</table></td></tr></table>"
    )
    assert [place for place, _ in cells(layout)] == ["T1R1C1", "T1R1C2", "T1R2C1", "T1R2C2"]
    assert [
        place[:2] for place, _ in cells(f"<table>{HEAD}<tr><td>甲<td>1</table><table>{HEAD}<tr><td>乙<td>2</table>")
    ] == [
        *["T1"] * 4,
        *["T2"] * 4,
    ]


@pytest.mark.parametrize(
    "table",
    [
        f"<table border=1><tr><td>{LONG}</td></tr></table>",  # a frame around text
        f"<table border=1><tr><td>{LONG}</td><td>{LONG}</td></tr></table>",  # two columns of text
        f"<table><tr><td>甲</td><td>{LONG}</td></tr><tr><td>乙</td><td>{LONG}</td></tr></table>",  # nothing says data
        f"<table border=1><tr><td>甲</td><td>{LONG * 12}</td></tr><tr><td>乙</td><td>丙</td></tr></table>",
        "<table role=presentation border=1><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>",
    ],
)
def test_a_table_that_only_places_things_has_none(table: str) -> None:
    assert cells(table) == []


def test_hidden_rows_and_cells_do_not_count() -> None:
    rows = "<tr style='display:none'><td>暗<td>0</tr><tr><td>甲<td style='display:none'>暗</td><td>1</tr>"
    assert [text for _, text in cells(f"<table>{HEAD}{rows}</table>")] == ["项目", "数量", "甲", "1"]


def test_what_stands_between_the_rows_is_kept() -> None:
    document = read(whole(f"<p>{LONG}</p><table><form><tr><td>甲</td></form>乙<tr><td>丙</table>丁"), name="a.html")
    assert body(document) == [LONG, "甲", "乙", "丙", "丁"]


@pytest.mark.parametrize(
    ("value", "columns", "rows"),
    [("2", 2, 2), ("", 1, 1), ("0", 1, 65534), ("-1", 1, 1), ("1e9", 1, 1), ("9999999999", 1000, 65534), ("２", 1, 1)],
)
def test_spans_are_bounded(value: str, columns: int, rows: int) -> None:
    assert (span(value, is_rows=False), span(value, is_rows=True)) == (columns, rows)


def test_a_column_is_free_again_below_a_cell_that_reached_down() -> None:
    grid = Grid()
    places = []
    for row in ([(1, 3), (1, 1)], [(2, 1)], [(1, 1)], [(1, 1)]):
        grid.begin_row()
        places.append([grid.place(columns, rows) for columns, rows in row])
    assert places == [[(1, 1), (1, 2)], [(2, 2)], [(3, 2)], [(4, 1)]]
