"""The HTML sheet in a real browser: on a screen, on a phone, on paper. Skipped where Chromium is not installed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from lawcheck import check, read
from lawcheck.renderers import Style, render
from tests import chromium
from tests.chromium import Browser


@pytest.fixture(scope="module", params=["one", "many"])
def browser(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium.needed()
    names = ["defective/qinglan-2024.docx"] + ["good/yunxi-2024.docx"] * (request.param == "many")
    checklists = [check(root / "examples" / name, name=name) for name in names]
    page = render("html", checklists, [], style=Style("en" if request.param == "many" else "zh"))
    assert isinstance(page, str)
    with chromium.showing(page, tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window_and_every_link_leads_somewhere(browser: Browser, width: int) -> None:
    told = browser.told(width)
    assert (told["overflow"], told["dangling"], told["doubled"]) == (0, [], [])


def test_its_style_is_applied_and_nothing_is_loaded_or_complained_about(browser: Browser) -> None:
    browser.asked.clear()
    told = browser.told(1280)
    assert (told["styled"], told["loaded"], told["scripts"]) == ("0px", [], 0)
    assert browser.console() == []
    assert [path for path in browser.asked if path != "/page" and not path.startswith("/frame/")] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_there_is_something_to_see(browser: Browser, width: int) -> None:
    rows = _rows(browser.picture(width))
    changes = sum(above != below for above, below in pairwise(rows))
    assert changes > len(rows) // 4


def test_it_prints_on_sheets_of_a4_with_all_of_its_text(browser: Browser) -> None:
    printed = browser.printed()
    document = read(printed, name="检查单.pdf")
    pages = {block.page for block in document.blocks if block.page}
    assert (pages == set(range(1, len(pages) + 1)), 4 <= len(pages) <= 30) == (True, True)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed or b"/MediaBox [0 0 595" in printed
    text = "".join(document.text.split())
    assert ["青岚区市场监督管理局关于2024年法治政府建设情况的报告" in text, "lawcheck" in text] == [True, True]


def _rows(picture: bytes) -> list[bytes]:
    """Return the rows of a picture (PNG, eight bits a channel, not interlaced), filtered as they are stored."""
    data, at = b"", 8
    width = int.from_bytes(picture[16:20], "big")
    depth = {2: 3, 6: 4}[picture[25]]
    while at < len(picture):
        size, kind = int.from_bytes(picture[at : at + 4], "big"), picture[at + 4 : at + 8]
        data += picture[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += 12 + size
    raw, length = zlib.decompress(data), width * depth + 1
    return [raw[i : i + length] for i in range(0, len(raw), length)]
