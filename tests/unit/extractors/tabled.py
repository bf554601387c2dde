"""Reports of one table, written a row a line with bars between its cells."""

from __future__ import annotations

from lawcheck.model.document import Document
from lawcheck.model.fact import Facts
from tests.unit.extractors.ledger import read

REPORT = """# 云溪县民政局2024年法治政府建设情况报告

## 一、主要举措和成效

{}

## 二、存在的不足和原因

基层力量薄弱，原因是编制较少。
"""


def read_table(table: str, above: str = "") -> tuple[Document, Facts]:
    """Return a report that holds a table below the line `above`, and its facts."""
    first, *rest = (line.strip() for line in table.strip().split("\n"))
    rows = [first, "|".join("-" for _ in first.split("|")), *rest]
    marked = "\n".join(f"|{row}|" for row in rows)
    return read(REPORT.format(f"{above}\n\n{marked}"), whole=True, format="md")
