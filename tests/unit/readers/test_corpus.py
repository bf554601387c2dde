"""Real documents, which are not part of the project: the tests are skipped where they are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_saved_page_gives_its_document_and_fields(corpus: Path) -> None:
    document = read(corpus / "neighbours" / "guiding_opinion_2018.html")
    check_blocks(document)
    texts = body(document)
    assert (texts[0][:5], texts[-1], len(texts), document.unread) == ("国务院办公", "（此件公开发布）", 50, ())
    assert dict(document.metadata) | {"title": ""} == {
        "title": "",
        "published": "2019年01月03日",
        "publisher": "国务院办公厅",
        "document_number": "国办发〔2018〕118号",
        "written": "2018年12月05日",
    }
