"""Hostile .doc, .wps and .rtf files: they end in a document or in one line, and nothing is fetched, run or left."""

from __future__ import annotations

import random
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from lawcheck.errors import ReadError
from lawcheck.model.document import Document
from lawcheck.readers import limits, ole, read, read_each
from tests import libreoffice
from tests.docx_builder import build_docx, build_package, document, p, r
from tests.rtf_builder import build_rtf, escaped, field, wrapped
from tests.unit.readers.test_ole import compound

REPORT = ["云溪县水务局关于2024年法治政府建设情况的报告", "一、主要举措和成效", "开展培训12场。", "二、存在的不足"]
SECONDS = 10


@pytest.fixture(autouse=True)
def _installed() -> None:
    libreoffice.needed()


@pytest.fixture(scope="module")
def doc() -> bytes:
    """A whole .doc file."""
    return libreoffice.build_doc(REPORT)


class Listener:
    """A server on the loopback that answers nobody and counts who came; `url` leads to it."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.visits = 0
        Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            connection.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.close()


def outcome(data: bytes, name: str = "a.doc") -> Document | ReadError:
    """Return the document or its refusal, one line of exit 3, in time."""
    begun = monotonic()
    (result,) = outcomes([data], name)
    assert monotonic() - begun < SECONDS
    return result


def outcomes(files: list[bytes], name: str) -> list[Document | ReadError]:
    """Return what becomes of many files, converted together."""
    results: list[Document | ReadError] = []
    for reading in read_each(files, names=[name] * len(files)):
        try:
            results.append(reading.document())
        except ReadError as error:
            results.append(error)
    refused = [result for result in results if isinstance(result, ReadError)]
    assert [e for e in refused if e.exit_code != 3 or "\n" in str(e) or name not in str(e)] == []
    return results


def cuts(data: bytes) -> list[bytes]:
    """Return the file cut off at 64 points, before the last sector of a container: what it holds may be filling."""
    end = len(data) - 512 if data.startswith(ole.MAGIC) else len(data)
    return [data[: end * i // 64] for i in range(64)]


def flips(data: bytes, times: int) -> Iterator[bytes]:
    chance = random.Random(4)  # noqa: S311 - the same on every run
    for _ in range(times):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 8))):
            changed[chance.randrange(len(data))] = chance.randrange(256)
        yield bytes(changed)


class TestBroken:
    def test_a_doc_that_is_cut_off_anywhere_is_refused(self, doc: bytes) -> None:
        assert [type(result) for result in outcomes(cuts(doc), "a.doc")] == [ReadError] * 64

    def test_an_rtf_that_is_cut_off_anywhere_is_refused(self) -> None:
        # Nothing but the braces tells: LibreOffice itself takes half a file for a whole one.
        assert [type(result) for result in outcomes(cuts(build_rtf(REPORT)), "a.rtf")] == [ReadError] * 64

    def test_changed_bytes_of_a_doc_end_in_a_document_or_in_one_line(self, doc: bytes) -> None:
        assert {type(result) for result in outcomes(list(flips(doc, 120)), "a.doc")} <= {Document, ReadError}

    def test_changed_bytes_of_an_rtf_end_in_a_document_or_in_one_line(self) -> None:
        assert {type(result) for result in outcomes(list(flips(build_rtf(REPORT), 120)), "a.rtf")} <= {
            Document,
            ReadError,
        }

    @pytest.mark.parametrize(
        "data",
        [
            compound("WordDocument", "一、主要举措和成效\n开展培训12场。\n".encode() * 300),
            compound("WordDocument", b"\xec\xa5\xc1\0" + bytes(range(256)) * 40),
            b"{\\rtf1 \0\1\2\3}",
            b"{\\rtf1" + b"{" * 20_000 + b"}" * 20_001,
            b"{\\rtf1" + b"\\bin999999999 x}",
            b"{\\rtf1" + b"\\bin99999999999999999999 x}",
            b"{\\rtf1" + b"\\u" + b"9" * 50_000 + b"}",
            b"{\\rtf1" + b"{\\pict\\pngblip " + b"89" * 50_000 + b"}}",
        ],
        ids=["text", "noise", "controls", "depth", "binary", "more", "number", "picture"],
    )
    def test_what_no_word_processor_wrote_is_refused(self, data: bytes) -> None:
        assert isinstance(outcome(data, "-"), ReadError)


class TestNothingIsFetchedOrRun:
    def test_what_an_rtf_points_to(self, listener: Listener, tmp_path: Path) -> None:
        url, mark = listener.url, tmp_path / "ran"
        links = [
            rf"{{\*\template {url}/t.dot}}",
            field(f'INCLUDEPICTURE "{url}/a.png" \\d'),
            field(f'INCLUDEPICTURE "{url.replace("http", "ftp")}/a.png"'),
            field(f'INCLUDETEXT "{url}/a.docx"'),
            field(f'LINK Word.Document.8 "{url}/a.doc" a'),
            field(f'DDEAUTO "/bin/sh" "-c touch {mark}"'),
            field(f'HYPERLINK "{url}/h"', "链接"),
            rf"{{\object\objautlink\objupdate{{\*\objclass Word.Document.8}}{{\*\objdata 0105000002000000}}"
            rf"{{\result {escaped('对象')}}}}}",
        ]
        found = read(wrapped("\\par ".join([escaped("开头"), *links, escaped("结尾")])), name="a.rtf")
        assert (found.text.startswith("开头"), found.text.endswith("结尾")) == (True, True)
        assert (url in found.text, "DDE" in found.text) == (False, False)
        assert (listener.visits, mark.exists()) == (0, False)

    def test_a_picture_of_an_rtf_that_lies_elsewhere(self, listener: Listener) -> None:
        name = rf"{{\sp{{\sn pibName}}{{\sv {listener.url}/p.png}}}}"
        outcome(wrapped(rf"a\par {{\shp{{\*\shpinst{name}{{\sp{{\sn pibFlags}}{{\sv 14}}}}}}}}\par b"), "a.rtf")
        assert listener.visits == 0

    def test_a_picture_of_a_doc_that_lies_elsewhere(self, listener: Listener) -> None:
        relations = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId9" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
            f'Target="{listener.url}/d.png" TargetMode="External"/></Relationships>'
        )
        linked = build_package(
            document(p(r("开头")) + p(_LINKED_PICTURE) + p(r("结尾"))),
            parts={"word/_rels/document.xml.rels": relations},
        )
        data = libreoffice.made(linked, "docx", "doc:MS Word 97")
        # Making the file asked for the picture, so the listener hears what LibreOffice asks for where it may.
        assert listener.visits > 0
        before = listener.visits
        found = read(data, name="a.doc")
        assert (found.text.startswith("开头"), found.text.endswith("结尾")) == (True, True)
        assert listener.visits == before


_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_LINKED_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="2286000" cy="571500"/><wp:docPr id="1" name="1"/><a:graphic>'
    f'<a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="1" name="x"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="2286000" cy="571500"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


@pytest.mark.parametrize(("more", "is_read"), [(0, True), (1, False)])
def test_the_text_is_bounded_as_that_of_any_document(monkeypatch: pytest.MonkeyPatch, more: int, is_read: bool) -> None:
    monkeypatch.setattr(limits, "TEXT_CHARACTERS", 500)
    found = outcome(build_rtf(["一" * (500 + more)]), "a.rtf")
    assert isinstance(found, Document) == is_read
    if not is_read:
        assert "500" in str(found)


@pytest.mark.parametrize(
    "name", ["-rf.rtf", "a\nb.rtf", "$(touch x).rtf", "'; ls.rtf", "--headless.rtf", "\u202etfr.rtf"]
)
def test_a_strange_name_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(build_rtf(REPORT))
    assert read(name).text.split("\n") == REPORT
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_docx_never_goes_through_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LAWCHECK_SOFFICE", str(tmp_path / "nowhere"))
    assert read(build_docx(REPORT), name="a.doc").format == "docx"
