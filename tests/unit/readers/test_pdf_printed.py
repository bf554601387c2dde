"""PDF files that other programs printed: paragraph by paragraph the same as the text that they were printed from."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.model.document import Document
from lawcheck.readers import read
from lawcheck.text.fold import fold_text
from tests import libreoffice

pytest.importorskip("pypdfium2_raw", reason="the extra pdf is not installed")

EXAMPLES = Path(__file__).parents[3] / "examples"


def paragraphs(document: Document) -> list[str]:
    return [fold_text(block.span.of(document.text)) for block in document.body]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("good/yunxi-2024.docx", "good/yunxi-2024.txt"),
        ("good/yunxi-2024-auto-numbering.docx", "good/yunxi-2024.txt"),
        ("defective/qinglan-2024.docx", "defective/qinglan-2024.txt"),
    ],
)
def test_a_report_printed_by_libreoffice_is_the_report(word: str, text: str) -> None:
    printed = libreoffice.made((EXAMPLES / word).read_bytes(), "docx", "pdf")
    document = read(printed, name="报告.pdf")
    assert paragraphs(document) == paragraphs(read(EXAMPLES / text))
    assert document.unread == ()


def test_a_typeset_notice_is_read_in_its_paragraphs(corpus: Path) -> None:
    document = read(corpus / "formats" / "typeset_notice.pdf")
    found = paragraphs(document)
    headings = [text for text in found if text[0] in "一二三四五（" and text[1] in "、一二三四五"]
    assert [text[:2] for text in headings] == [
        "一、", "二、", "（一", "（二", "（三", "三、", "（一", "（二", "四、", "（一", "（二", "五、", "（一", "（二",
    ]  # fmt: skip
    assert all(len(text) < 30 for text in headings)
    below = found[found.index(headings[0]) + 1 :]
    prose = [text for text in below if text not in headings]
    assert [text[-1] for text in prose] == ["。"] * (len(prose) - 3) + ["厅", "厅", "日"]
    assert not any("—" in text and len(text) < 8 for text in found)
    assert {block.page for block in document.body} == {1, 2, 3, 4, 5}
