"""The same table in every format gives the same facts and sums."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from lawcheck.extractors import extract
from lawcheck.model.fact import Facts
from lawcheck.outliner import outline
from lawcheck.readers import read
from tests.docx_builder import Table, build_docx
from tests.html_builder import build_html, whole
from tests.odt_builder import build_odt
from tests.ofd_builder import build_ofd
from tests.pdf_builder import build_pdf
from tests.unit.extractors.ledger import vocabulary

ROWS = [
    ["类别", "事项", "单位", "2023年", "2024年"],
    ["行政执法", "行政检查", "次", "30", "38"],
    ["", "行政处罚", "件", "7", "9（其中罚款6件）"],
    ["", "罚没金额", "万元", "1.2", "2.5"],
    ["行政许可", "采伐", "件", "无", "12"],
    ["", "运输", "件", "3", "—"],
    ["", "准予", "件", "3", "10"],
    ["", "小计", "件", "6", "22"],
]
BEFORE = [
    "云溪县民政局2024年法治政府建设情况报告",
    "一、主要举措和成效",
    "全年开展行政检查36次，主要数据见下表：",
]
AFTER = ["二、存在的不足和原因", "形式单一，原因是人手少。"]
ITEMS = [*BEFORE, Table(ROWS), *AFTER]


def lined(*rows: str) -> bytes:
    return "\n".join([*BEFORE, *rows, *AFTER]).encode()


def padded(blank: str) -> bytes:
    """Return a text table whose columns stand below each other, filled up with `blank`."""
    widths = [max(map(cells, column)) + 4 for column in zip(*ROWS, strict=True)]
    fill = [[width - cells(text) for text, width in zip(row, widths, strict=True)] for row in ROWS]
    lines = (
        "".join(
            text + blank * (size // cells(blank)) + " " * (size % cells(blank))
            for text, size in zip(*pair, strict=True)
        )
        for pair in zip(ROWS, fill, strict=True)
    )
    return lined(*(line.rstrip() for line in lines))


def cells(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def marked() -> bytes:
    rows = [f"| {' | '.join(row)} |" for row in ROWS]
    return "\n\n".join(
        [
            f"# {BEFORE[0]}",
            f"## {BEFORE[1]}",
            BEFORE[2],
            "\n".join([rows[0], "|---" * 5 + "|", *rows[1:]]),
            f"## {AFTER[0]}",
            AFTER[1],
        ]
    ).encode()


def merged() -> bytes:
    """Return a page where the outer heads of the rows span them."""
    body = "".join(f"<p>{line}</p>" for line in BEFORE) + "<table border=1>"
    for at, row in enumerate(ROWS):
        spans = {1: ' rowspan="3"', 4: ' rowspan="4"'}
        body += (
            "<tr>"
            + "".join(
                f"<td{spans.get(at, '') if column == 0 else ''}>{text}</td>"
                for column, text in enumerate(row)
                if column or text
            )
            + "</tr>"
        )
    return whole(body + "</table>" + "".join(f"<p>{line}</p>" for line in AFTER))


FORMATS: dict[str, Callable[[], bytes]] = {
    "docx": lambda: build_docx(ITEMS),
    "odt": lambda: build_odt(ITEMS),
    "html": lambda: build_html(ITEMS),
    "merged.html": merged,
    "ofd": lambda: build_ofd(ITEMS),
    "pdf": lambda: build_pdf(ITEMS),
    "tabs.txt": lambda: lined(*("\t".join(row) for row in ROWS)),
    "bars.txt": lambda: lined("┌──┬──┐", *("│" + "│".join(row) + "│" for row in ROWS), "└──┴──┘"),
    "blanks.txt": lambda: padded(" "),
    "wide blanks.txt": lambda: padded("\u3000"),
    "pipes.txt": lambda: lined(*("|" + "|".join(row) + "|" for row in ROWS)),
}


def facts(data: bytes, name: str) -> Facts:
    document = read(data, name=f"a.{name}")
    return extract(document, outline(document, vocabulary()), vocabulary())


def told(found: Facts) -> list[object]:
    rows = [(f.cell, f.origin, f.label, f.value, f.unit, f.period, f.indicator, f.aspect) for f in found.facts]
    return [*rows, *((b.total, b.parts, b.is_complete) for b in found.breakdowns)]


@cache
def expected() -> list[object]:
    return told(facts(marked(), "md"))


def test_the_table_is_read() -> None:
    assert len(expected()) == 17
    assert ("T1R2C5", "table", "行政检查", 38, "次", "2024", "N017", "total") in expected()


@pytest.mark.parametrize("name", FORMATS)
def test_a_table_gives_the_same_facts_in_every_format(name: str) -> None:
    if name == "pdf":
        pytest.importorskip("pypdfium2_raw", reason="the extra pdf is not installed")
    assert told(facts(FORMATS[name](), name)) == expected()
