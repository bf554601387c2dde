"""Reading many documents: in order, nothing too early, and conversions together."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lawcheck.errors import ReadError, UsageError
from lawcheck.readers import limits, read, read_each, several
from tests.docx_builder import build_docx
from tests.rtf_builder import build_rtf
from tests.soffice import Soffice
from tests.unit.readers.test_ole import compound

DOC = compound("WordDocument", b"\xec\xa5\xc1\0")
RTF = build_rtf(["云溪县水务局"])


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Soffice:
    if sys.platform == "win32":
        pytest.skip("a script is no program there")
    soffice = Soffice(tmp_path, build_docx(["转换好的正文"]))
    monkeypatch.setenv("LAWCHECK_SOFFICE", str(soffice.path))
    return soffice


def told(readings: Iterator[several.Reading]) -> list[str]:
    lines = []
    for reading in readings:
        try:
            lines.append(f"{reading.name}:{reading.document().text}")
        except ReadError as error:
            lines.append(f"{reading.name}:{error.exit_code}")
    return lines


def test_documents_come_in_order_and_errors_in_their_place(tmp_path: Path) -> None:
    sources = [b"A", tmp_path / "missing.txt", b"", io.BytesIO(b"B"), b"\xff\xd8\xff"]
    names = ["a.txt", "m.txt", "e.txt", "b.txt", "p.txt"]
    assert told(read_each(sources, names=names)) == ["a.txt:A", "m.txt:3", "e.txt:3", "b.txt:B", "p.txt:3"]


def test_a_document_is_the_one_that_read_gives(root: Path) -> None:
    paths = sorted((root / "examples" / "good").glob("*.*"))
    assert [reading.document() for reading in read_each(paths)] == [read(path) for path in paths]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "later.txt"
    (reading,) = read_each([path])
    path.write_text("后来写的", encoding="utf-8")
    assert reading.document().text == "后来写的"


def test_sources_are_asked_for_a_hundred_at_a_time() -> None:
    asked: list[int] = []

    def sources() -> Iterator[bytes]:
        for number in range(250):
            asked.append(number)
            yield b"A"

    readings = read_each(sources(), names=(f"{n}.txt" for n in range(250)))
    next(readings)
    assert (len(asked), len(list(readings)), len(asked)) == (100, 249, 250)


def test_a_source_without_a_name_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="文件名"):
        list(read_each([b"A"]))


def test_old_files_of_a_run_are_converted_in_one_call_though_others_stand_between(fake: Soffice) -> None:
    files = {
        "1.doc": DOC,
        "2.txt": b"A",
        "3.wps": DOC,
        "4.doc": b"\xff\xd8\xff",
        "5.doc": build_docx(["B"]),
        "6.doc": DOC,
    }
    lines = told(read_each(files.values(), names=files))
    converted = "转换好的正文"
    assert lines == [f"1.doc:{converted}", "2.txt:A", f"3.wps:{converted}", "4.doc:3", "5.doc:B", f"6.doc:{converted}"]
    assert fake.sizes == [3]


def test_both_kinds_are_read_ahead_whichever_comes_first(fake: Soffice) -> None:
    files = {"1.doc": DOC, "2.rtf": RTF, "3.doc": DOC, "4.rtf": RTF}
    assert len(told(read_each(files.values(), names=files))) == 4
    assert sorted(fake.sizes) == [2, 2]


def test_what_is_held_at_once_is_bounded_by_number_and_by_bytes(fake: Soffice, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{n}.rtf" for n in range(7)]
    monkeypatch.setattr(limits, "OFFICE_FILES", 3)
    told(read_each([RTF] * 7, names=names))
    monkeypatch.setattr(limits, "OFFICE_BYTES", len(RTF) + 1)
    told(read_each([RTF] * 5, names=names[:5]))
    assert fake.sizes == [3, 3, 1, 2, 2, 1]


def test_a_stream_is_not_read_before_its_turn(fake: Soffice) -> None:
    stream = io.BytesIO(DOC)
    first, second = read_each([DOC, stream], names=["1.doc", "2.doc"])
    first.document()
    assert (stream.tell(), second.document().format, fake.sizes) == (0, "doc", [1, 1])


def test_documents_may_be_left_out_or_asked_for_twice_and_in_any_order(fake: Soffice, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.rtf" for n in range(3)]
    for path in paths:
        path.write_bytes(RTF)
    readings = list(read_each(paths))
    texts = [readings[i].document().text for i in (2, 0, 0)]
    assert texts == ["转换好的正文"] * 3
