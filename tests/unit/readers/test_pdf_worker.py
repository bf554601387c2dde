"""The program that takes a PDF apart: it stands alone, and says the same in any process."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lawcheck.readers.pdf import worker
from lawcheck.readers.pdf.extract import extract
from lawcheck.readers.pdf.worker.program import main
from tests.docx_builder import Table
from tests.pdf_builder import LEFT, Letters, Page, Setting, build_pdf, finish, picture, show

pytest.importorskip("pypdfium2_raw", reason="the extra pdf is not installed")

TEXT = "全年的各项工作有序开展，没有发生超期的情形，共办理86件，PM 2.5 下降。"


def told(data: bytes, monkeypatch: pytest.MonkeyPatch, *, pages: int = 500, characters: int = 10**6) -> list[Any]:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", out)
    main(pages, characters)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def sample() -> bytes:
    letters = Letters()
    turned = show(letters, 0, 0, TEXT).replace("1 0 0 1 0.00 841.90", "0 1 -1 0 300 80")
    slanted = show(letters, 0, 0, TEXT).replace("1 0 0 1 0.00 841.90", "0.7 0.7 -0.7 0.7 90 90")
    mixed = [show(letters, LEFT, 200, TEXT + "𠮷\ue000"), turned, slanted, picture(LEFT, 700, 300, 300)]
    return finish([Page(mixed), Page([turned], is_turned=True), Page()], letters)


@pytest.mark.parametrize(
    "data",
    [build_pdf([TEXT * 9, Table([("指标", "2024年"), ("行政处罚", "86件")])], Setting(head="年度报告")), sample()],
    ids=["a report", "all sorts"],
)
def test_it_says_the_same_in_this_process_as_in_its_own(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = extract(data).sheets
    *pages, end = told(data, monkeypatch)
    assert end == {"end": "read", "attachments": 0}
    assert [[piece[-1] for piece in page["pieces"]] for page in pages] == [
        [piece.text for piece in sheet.pieces] for sheet in sheets if sheet
    ]
    assert [(page["turned"], page["slanted"], page["pictures"]) for page in pages] == [
        (sheet.turned, sheet.slanted, sheet.pictures) for sheet in sheets if sheet
    ]


@pytest.mark.parametrize(
    ("pages", "characters", "how"), [(2, 10**6, "pages"), (3, 40, "characters"), (3, 10**6, "read")]
)
def test_it_ends_at_its_bounds(pages: int, characters: int, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(sample(), monkeypatch, pages=pages, characters=characters)[-1]["end"] == how


def test_what_is_no_pdf_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(b"%PDF-1.7 and no more", monkeypatch) == [{"end": "damaged", "attachments": 0}]


def test_it_says_that_its_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2_raw", None)
    assert told(sample(), monkeypatch)[-1]["end"] == "library"


def test_it_knows_nothing_of_lawcheck() -> None:
    folder = Path(worker.__path__[0])
    assert [path.name for path in folder.glob("*.py") if "import lawcheck" in path.read_text("utf-8")] == []
    assert [path.name for path in folder.glob("*.py") if "from lawcheck" in path.read_text("utf-8")] == []
