"""Real documents, which are not part of the project: the tests are skipped where they are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import read
from tests.unit.readers.seen import body
from tests.unit.readers.test_properties import check_blocks


def test_every_text_is_read_whole(corpus: Path) -> None:
    paths = sorted([*corpus.glob("reports/*.txt"), *corpus.glob("neighbours/*.txt")])
    assert paths
    for path in paths:
        document = read(path)
        check_blocks(document)
        assert document.text == path.read_text(encoding="utf-8-sig")
        assert document.body


@pytest.mark.parametrize(
    ("stem", "keys"),
    [
        ("pingtan_jfj_2022", {"title", "published", "publisher", "source", "column", "url"} - {"source"}),
        ("pingtan_suping_2023", {"title", "published", "publisher", "column", "url"}),
        ("lishu_2024", set()),
        ("nanan_2024", set()),
    ],
)
def test_what_a_saved_page_tells_is_metadata(corpus: Path, stem: str, keys: set[str]) -> None:
    document = read(corpus / "reports" / f"{stem}.txt")
    assert {key for key, _ in document.metadata} - {"source"} == keys


def test_page_furniture_in_a_flattened_report_is_not_body(corpus: Path) -> None:
    texts = body(read(corpus / "reports" / "pingtan_jfj_2022.txt"))
    assert (texts[0][-4:], texts[1][:5], texts[-1][-5:], len(texts)) == ("情况报告", "2022年", "3月29日", 2)


def test_one_paragraph_a_line_is_never_joined(corpus: Path) -> None:
    for stem in ("lishu_2024", "nanan_2024"):
        document = read(corpus / "reports" / f"{stem}.txt")
        assert [t for t in body(document) if "\n" in t] == []


def test_word_files_are_read_as_they_print(corpus: Path) -> None:
    formats = corpus / "formats"
    assert body(read(formats / "06-auto-numbering.docx"))[1:4] == [
        f"{n}. 自动编号第{h}项" for n, h in enumerate("一二三", 1)
    ]
    assert body(read(formats / "05-textbox-shape.docx")).count("文本框内文字") == 1
    assert [b.cell for b in read(formats / "02-table.docx").blocks][-2:] == ["T1R4C1", "T1R4C3"]
    assert [b.kind for b in read(formats / "07-toc-fields.docx").blocks][:3] == ["paragraph", "furniture", "paragraph"]
    revised = read(formats / "08-comments-revisions.docx")
    assert (revised.text.endswith("插入的修订文字"), len(revised.unread)) == (True, 2)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("reply.ofd", "OFD"), ("typeset_notice.pdf", "PDF"), ("../neighbours/guiding_opinion_2018.html", "网页")],
)
def test_formats_that_are_not_read_yet_are_named(corpus: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(corpus / "formats" / name)
