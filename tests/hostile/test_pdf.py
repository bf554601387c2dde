"""Hostile and broken PDF files: each ends in a document or in one line; nothing is fetched, run or written."""

from __future__ import annotations

import hashlib
import random
import socket
import sys
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import limits, read
from tests.pdf_builder import LEFT, Letters, Page, build_pdf, finish, rule, show, stream, whole

pytest.importorskip("pypdfium2_raw", reason="the extra pdf is not installed")

Limit = Callable[[str, float], None]
SECONDS = 10
TEXT = "全年的各项工作有序开展，没有发生超期的情形。"
GOOD = build_pdf([TEXT, "一、主要举措和成效"])


def ending(data: bytes) -> str:
    """Return the line in which the reading of `data` ends, or its text; soon, whatever it is."""
    began = monotonic()
    refused = []
    try:
        said = read(data, name="报告.pdf").text
    except ReadError as e:
        said = str(e)
        refused.append(e.exit_code)
    assert refused in ([], [3])
    assert not refused or ("报告.pdf" in said and "\n" not in said)
    assert monotonic() - began < SECONDS
    return said


def one_page(contents: bytes, *, resources: str = "", more: dict[int, bytes] | None = None) -> bytes:
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<{resources}>>/Contents 4 0 R>>"
    return whole(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: page.encode(),
            4: contents,
            **(more or {}),
        }
    )


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Limit:
    def change(name: str, value: float) -> None:
        assert hasattr(limits, name)
        monkeypatch.setattr(limits, name, value)

    return change


# Limits (T10), each at the limit and one above


def test_the_pages_have_a_limit(limit: Limit) -> None:
    letters = Letters()
    pages = [Page([show(letters, LEFT, 200, TEXT)]) for _ in range(4)]
    limit("PDF_PAGES", 3)
    assert TEXT in ending(finish(pages[:3], letters))
    assert "PDF 的页数超过上限 3 页" in ending(finish(pages, letters))


def test_five_hundred_pages_are_read_and_one_more_is_not() -> None:
    letters = Letters()
    pages = [Page([show(letters, LEFT, 200, TEXT)]) for _ in range(limits.PDF_PAGES + 1)]
    assert TEXT in ending(finish(pages[:-1], letters))
    assert "超过上限 500 页" in ending(finish(pages, letters))


def test_the_characters_have_a_limit(limit: Limit) -> None:
    letters = Letters()
    pages = [Page([show(letters, LEFT, 200 + 28 * i, TEXT) for i in range(5)]) for _ in range(2)]
    data = finish(pages, letters)
    limit("TEXT_CHARACTERS", 5 * 2 * (len(TEXT) + 2))
    assert TEXT in ending(data)
    limit("TEXT_CHARACTERS", 5 * 2 * len(TEXT) - 1)
    assert "文字超过上限" in ending(data)


def test_the_output_of_the_worker_has_a_limit(limit: Limit) -> None:
    limit("PDF_OUTPUT_BYTES", 100)
    assert "PDF 的文字数据超过上限 100 字节" in ending(GOOD)


def test_the_time_has_a_limit(limit: Limit) -> None:
    # Each form draws the next one ten times: as many shapes as there are atoms in a grain of sand.
    form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    forms = {i: stream(b"/F Do " * 10, form % (i + 1)) for i in range(10, 26)}
    bomb = one_page(stream(b"/F Do"), resources="/XObject<</F 10 0 R>>", more={**forms, 26: stream(b"0 0 m 9 9 l S")})
    limit("PDF_SECONDS", 1)
    began = monotonic()
    assert "PDF 的读取时间超过上限 1 秒" in ending(bomb) or monotonic() - began < 1


@pytest.mark.skipif(sys.platform != "linux", reason="the system keeps no such bound")
@pytest.mark.parametrize("megabytes", [600, 3000])
def test_the_memory_has_a_limit(megabytes: int) -> None:
    packer = zlib.compressobj(9)
    block = packer.compress(b"q " * 500_000) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = block + block[2:] * megabytes + b"\3\0"
    bomb = one_page(b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream")
    assert len(bomb) < 5_000_000
    assert "PDF 文件无法解析" in ending(bomb)


# Structure: loops, lies, floods


def loops() -> Iterable[tuple[str, bytes]]:
    catalog, text = b"<</Type/Catalog/Pages 2 0 R>>", stream(b"")
    yield "the tree of pages holds itself", whole({1: catalog, 2: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"})
    yield (
        "two nodes hold each other",
        whole(
            {
                1: catalog,
                2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                3: b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>",
            }
        ),
    )
    yield "the catalog is its own pages", whole({1: b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>"})
    yield "a reference to itself", whole({1: catalog, 2: b"2 0 R"})
    yield "contents that hold themselves", one_page(b"[4 0 R 4 0 R]")
    form = stream(b"/F Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>")
    yield "a form that draws itself", one_page(stream(b"/F Do"), resources="/XObject<</F 5 0 R>>", more={5: form})
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>"
    drawn = stream(b"BT /F 9 Tf <0001> Tj ET")
    yield "a font that descends from itself", one_page(drawn, resources="/Font<</F 5 0 R>>", more={5: font})
    yield "a count that lies", whole({1: catalog, 2: b"<</Type/Pages/Kids[3 0 R]/Count 999999999>>", 3: text})
    yield "a count below zero", whole({1: catalog, 2: b"<</Type/Pages/Kids[3 0 R]/Count -5>>", 3: text})
    tree = {i: f"<</Type/Pages/Kids[{i + 1} 0 R]/Count 1/Parent {i - 1} 0 R>>".encode() for i in range(2, 20_000)}
    yield "a deep tree of pages", whole({1: catalog, **tree, 20_000: b"<</Type/Page/Parent 19999 0 R>>"})
    yield "deep brackets", one_page(b"[" * 200_000 + b"]" * 200_000)
    yield (
        "a table of places that leads back to itself",
        GOOD.replace(b"/Root", b"/Prev 9/Root").replace(b"/Prev 9", b"/Prev %d" % GOOD.rfind(b"xref\n0")),
    )
    yield "places beyond the end", GOOD.replace(b"\n0000000", b"\n9999999")
    yield "no table of places", GOOD[: GOOD.rfind(b"xref\n0")]
    yield "a length that lies", GOOD.replace(b"/Length ", b"/Length 99999999")
    yield "endless numbers", one_page(stream(b"BT /F 1e38 Tf 1e38 0 0 1e38 nan 1e99 Tm (a) Tj ET 1e39 0 m 1e39 9 l S"))
    yield "a page without room", GOOD.replace(b"/MediaBox[0 0 595.3 841.9]", b"/MediaBox[0 0 0 0]        ")
    yield "a page without end", GOOD.replace(b"/MediaBox[0 0 595.3 841.9]", b"/MediaBox[0 0 1e38 1e38]  ")
    yield "a head alone", b"%PDF-1.7\n"
    yield "a head and nothing known", b"%PDF-1.7\n" + bytes(range(256)) * 100


@pytest.mark.parametrize(("name", "data"), list(loops()), ids=[name for name, _ in loops()])
def test_loops_and_lies_end_in_one_line_or_a_document(name: str, data: bytes) -> None:
    assert ending(data)


def test_a_filter_put_on_itself_many_times_is_refused_or_read() -> None:
    packed = b"q " * 1_000_000
    for _ in range(30):
        packed = zlib.compress(packed)
    filters = b"/FlateDecode " * 30
    contents = b"<</Filter[%s]/Length %d>>stream\n%s\nendstream" % (filters, len(packed), packed)
    assert ending(one_page(contents))


@pytest.mark.parametrize(
    "flood",
    [
        [rule(LEFT + i % 400, 100 + i / 50, LEFT + i % 400, 140 + i / 50) for i in range(20_000)],
        [rule(LEFT + 3.1 * i, 100, LEFT + 3.1 * i, 700) for i in range(140)]
        + [rule(LEFT, 100 + 4 * i, LEFT + 440, 100 + 4 * i) for i in range(150)],
    ],
    ids=["lines without number", "a grid of the largest size"],
)
def test_floods_of_lines_do_not_hide_the_text(flood: list[str]) -> None:
    letters = Letters()
    text = [show(letters, LEFT, 720 + 28 * i, TEXT) for i in range(2)]
    assert ending(finish([Page([*flood, *text])], letters)).endswith(f"{TEXT}\n{TEXT}")


def test_floods_of_small_pieces_end_soon() -> None:
    letters = Letters()
    pieces = [show(letters, (i * 37) % 500, (i * 11) % 800, "工作" if i % 2 else "12", 4) for i in range(20_000)]
    assert len(ending(finish([Page(pieces)], letters))) > 1000


@pytest.mark.parametrize("char", [".", "…", "一", "（", "1", "“", "-"])
def test_a_line_without_end_ends_soon(char: str) -> None:
    letters = Letters()
    assert len(ending(finish([Page([show(letters, 0, 200, char * 200_000, 0.001)])], letters))) > 0


# What a PDF may want to be done (T6)


class Listener:
    """A server on the loopback that counts who came."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.came = 0
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                self._socket.accept()[0].close()
            except OSError:
                return
            self.came += 1

    def close(self) -> int:
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._socket.close()
        return self.came


def test_nothing_is_run_fetched_opened_or_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    secret = tmp_path / "secret.txt"
    secret.write_text("密级文字一行")
    listener = Listener()
    url = f"http://127.0.0.1:{listener.port}/a"
    actions = (
        f"<</S/URI/URI({url})>>",
        f"<</S/JavaScript/JS(app.launchURL\\('{url}'\\);this.exportDataObject\\(1\\))>>",
        f"<</S/Launch/F({secret})/Unix<</F(touch ran)>>>>",
        f"<</S/SubmitForm/F({url})>>",
        f"<</S/GoToR/F<</FS/URL/F({url})>>>>",
        f"<</S/ImportData/F({secret})>>",
    )
    letters = Letters()
    for action in actions:
        catalog = f"/OpenAction {action}/AA<</WC {action}/DS {action}>>/Names<</JavaScript<</Names[(a){action}]>>>>"
        data = finish([Page([show(letters, LEFT, 200, TEXT)])], letters, catalog=catalog)
        assert ending(data) == TEXT
    outside = b"<</F(%s)/FFilter/FlateDecode/Length 0>>stream\n\nendstream" % bytes(secret)
    assert "密级" not in ending(one_page(outside))
    assert (listener.close() <= 1, [path.name for path in tmp_path.iterdir()]) == (True, ["secret.txt"])


# Encrypted and broken (T8)


def rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def locked(password: bytes) -> bytes:
    """Return a PDF of one line that opens with `password`, encrypted as the first version of the standard has it."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    owner = rc4(hashlib.md5(b"owner" + padding[:27]).digest()[:5], (password + padding)[:32])  # noqa: S324
    key = hashlib.md5((password + padding)[:32] + owner + (0xFFFFFFFC).to_bytes(4, "little") + b"id").digest()[:5]  # noqa: S324
    text = b"BT /F 12 Tf 1 0 0 1 72 700 Tm (All work of the year was done in time) Tj ET"
    text = rc4(hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10], text)  # noqa: S324
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
        b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        4: b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
    }
    entry = f"/Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{rc4(key, padding).hex()}>/P -4"
    return whole(objects, f"/Encrypt<<{entry}>>/ID[<{b'id'.hex()}><{b'id'.hex()}>]")


def test_a_password_to_open_is_told_and_one_for_rights_alone_does_not_matter() -> None:
    assert "文件设了打开密码" in ending(locked(b"secret"))
    assert ending(locked(b"")) == "All work of the year was done in time"


def test_an_unknown_way_to_encrypt_is_refused() -> None:
    data = whole(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"}, "/Encrypt<</Filter/Unknown>>"
    )
    assert "无法读取" in ending(data)


def broken(how: str, seed: int) -> bytes:
    if how == "cut":
        return GOOD[: len(GOOD) * seed // 64]
    flipped, dice = bytearray(GOOD), random.Random(seed)  # noqa: S311 - no secret
    for _ in range(dice.choice((1, 3, 10))):
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
    return bytes(flipped)


@pytest.mark.parametrize(("how", "count"), [("cut", 64), ("flip", 200)])
def test_broken_files_end_in_a_document_or_one_line(how: str, count: int) -> None:
    with ThreadPoolExecutor(2) as pool:
        endings = list(pool.map(lambda seed: ending(broken(how, seed)), range(1, count)))
    assert all(endings)
