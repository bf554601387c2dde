"""A Word file from its bytes to what people and programs are shown: places, what was not read, what it leaves open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.docx_builder import Paragraph, Table, build_docx, build_package, document, p, r
from tests.docx_pieces import cell, drawing, row, table

ISSUER = "青岚区水务局"
REPORT = (
    Paragraph(f"{ISSUER}关于2024年法治政府建设情况的报告"),
    Paragraph("一、主要举措和成效", 1),
    Paragraph("专题研究法治政府建设XX次。", inserted="组织培训4次。", deleted="组织培训5次。"),
    Table([["指标", "数量"], ["集体学法", "XX次"]]),
    Paragraph("二、存在的不足", 1),
    Paragraph("一是力量偏弱，主要原因是人员少。", hidden="内部意见"),
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with a place left open in a paragraph and one in a cell."""
    path = tmp_path / "report.docx"
    path.write_bytes(build_docx(REPORT))
    return path


def checklist(run: Run, path: Path, *more: str) -> dict[str, Any]:
    tree = json.loads(run("check", str(path), "--format", "json", "--fail-on", "never", *more).out)
    found: dict[str, Any] = tree["checklists"][0]
    return found


def test_the_paragraph_and_the_cell_of_a_finding_are_shown(run: Run, report: Path) -> None:
    shown = run("check", str(report), "--fail-on", "never").out
    assert "F021 警告 第 3 段：" in shown
    assert "F021 警告 表1第2行第2列：" in shown


def test_the_paragraph_and_the_cell_of_a_finding_are_told_to_programs(run: Run, report: Path) -> None:
    open_places = [item for item in checklist(run, report)["items"] if item["rule"] == "F021"]
    evidence = [e for item in open_places for e in item["evidence"] if e["role"] == "found"]
    assert [(e["paragraph"], e["cell"], e["page"]) for e in evidence] == [(3, None, None), (7, "T1R2C2", None)]
    assert all("XX次" in e["quote"] for e in evidence)


@pytest.mark.parametrize(
    ("lang", "notes"),
    [
        (
            "zh",
            [("未接受的修订：插入的文字已计入，删除的文字未计入", "第 3 段"), ("隐藏文字", "第 9 段")],
        ),
        (
            "en",
            [
                ("pending revisions: insertions are read, deletions are not", "paragraph 3"),
                ("hidden text", "paragraph 9"),
            ],
        ),
    ],
)
def test_what_was_not_read_is_shown_and_told(run: Run, report: Path, lang: str, notes: list[tuple[str, str]]) -> None:
    told = checklist(run, report, "--lang", lang)["document"]["unread"]
    assert [(note["what"], note["where"]) for note in told] == notes
    shown = run("check", str(report), "--fail-on", "never", "--lang", lang).out
    assert all(f"{what} ({where})" in shown or f"{what}（{where}）" in shown for what, where in notes)


def missing(run: Run, tmp_path: Path, picture: str) -> set[str]:
    """Return the verdicts on what every report must hold, for a report that lacks it and has a picture."""
    path = tmp_path / "picture.docx"
    path.write_bytes(
        build_package(document("".join(p(r(text)) for text in (REPORT[0].text, "一、主要举措")) + picture))
    )
    items = checklist(run, path, "--profile", "department")["items"]
    return {item["verdict"] for item in items if item["rule"] in ("E122", "E124", "E125")}


def test_nothing_is_called_missing_that_a_picture_of_a_page_may_hold(run: Run, tmp_path: Path) -> None:
    assert missing(run, tmp_path, p(drawing("picture", 15, 21))) == {"undetermined"}
    assert missing(run, tmp_path, p(drawing("picture", 3, 3))) == {"not_satisfied"}


def test_a_report_in_a_frame_is_checked_like_any_other(run: Run, tmp_path: Path) -> None:
    lines = [item.text for item in REPORT if isinstance(item, Paragraph)]
    outcomes = []
    for xml in ("".join(p(r(text)) for text in lines), table(row(cell("".join(p(r(text)) for text in lines))))):
        path = tmp_path / "frame.docx"
        path.write_bytes(build_package(document(xml)))
        items = checklist(run, path)["items"]
        outcomes.append([(item["rule"], item["verdict"]) for item in items])
    assert outcomes[0] == outcomes[1]
