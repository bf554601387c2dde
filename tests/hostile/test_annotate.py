"""Hostile text on its way into comments, and hostile Word files that are to be copied (T28)."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from lawcheck import check
from lawcheck.annotation import annotate
from lawcheck.errors import LawcheckError, ReadError
from lawcheck.model.checklist import Checklist
from lawcheck.readers import limits, read
from lawcheck.renderers import Style
from lawcheck.wording import Text
from tests.docx_builder import W, build_docx, build_package, document, p, r, zip_bytes
from tests.unit.annotation.seen import comments

REPORT = build_docx(["云溪县水务局关于2024年法治政府建设情况的报告", "一、主要举措和成效", "开展法治培训XX次。"])
HOSTILE = (
    "\x00\x01\x0b\x0c\x1b[31m\x7f\x85",
    "</w:t></w:r></w:p><w:altChunk/>",
    "]]>&lt;!--lawcheck:--><!--",
    "\ufffe\uffff\ud800\udfff",
    "\u202e\u2066反\u200b",
    "第一行\n第二行\r\n\t第三行\u2028\u2029",
    "{quote}{n}%s=1+1",
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def telling(words: str) -> Checklist:
    found = check(REPORT, name="报告.docx")
    items = tuple(
        replace(item, message=Text(words, words), remedy=Text(words, words), title=Text(words, words))
        for item in found.items
    )
    document = replace(found.document, name=words, warnings=(Text(words, words),))
    return replace(found, items=items, document=document)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_break_out_of_a_comment_or_hide_in_it(words: str) -> None:
    copy = annotate(telling(words), REPORT, Style())
    told = comments(copy.data)
    assert len(told) == copy.comments
    shown = "".join(told.values()).replace("\n", "")
    assert shown.isprintable()
    assert read(copy.data, name="a.docx").text == read(REPORT, name="a.docx").text
    assert set(parts(copy.data)) - set(parts(REPORT)) == {"word/comments.xml"}


@pytest.mark.parametrize(
    "part",
    [
        f'<!DOCTYPE x [<!ENTITY a "b">]><w:comments xmlns:w="{W}"/>',
        '<?xml version="1.0"?><w:comments',
        "",
    ],
)
def test_a_part_of_comments_that_is_no_xml_is_one_line(part: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relations = parts(REPORT)["word/_rels/document.xml.rels"].decode()
    link = f'<Relationship Id="c" Type="{kind}" Target="comments.xml"/></Relationships>'
    files = {**parts(REPORT), "word/_rels/document.xml.rels": relations.replace("</Relationships>", link).encode()}
    data = zip_bytes({**files, "word/comments.xml": part})
    with pytest.raises(ReadError) as raised:
        annotate(check(data, name="报告.docx"), data, Style())
    assert (raised.value.exit_code, "报告.docx" in str(raised.value)) == (3, True)


def test_numbers_of_comments_may_be_anything() -> None:
    marks = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in ("0", "1", "-5", "99999999999999999999", "x", ""))
    data = build_package(document(p(r("云溪县水务局关于2024年法治政府建设情况的报告") + marks) + p(r("正文XX次。"))))
    told = comments(annotate(check(data, name="a.docx"), data, Style()).data)
    assert next(iter(told)) == "2"


def test_a_broken_field_or_a_flood_of_runs_does_not_stop_the_copy() -> None:
    flood = "".join(r("字") for _ in range(20_000))
    data = build_docx(["云溪县水务局关于2024年法治政府建设情况的报告"])
    files = parts(data)
    xml = files["word/document.xml"].decode().replace("<w:sectPr>", f"{p(flood)}<w:sectPr>", 1)
    data = zip_bytes({**files, "word/document.xml": xml})
    copy = annotate(check(data, name="a.docx"), data, Style())
    assert read(copy.data, name="a.docx").text.count("字") == 20_000


def test_parts_that_are_never_read_are_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_PART_BYTES", 1_000_000)
    data = zip_bytes({**parts(REPORT), "word/media/image1.bmp": bytes(3_000_000)})
    copy = annotate(check(data, name="a.docx"), data, Style())
    assert len(parts(copy.data)["word/media/image1.bmp"]) == 3_000_000


def test_an_encrypted_part_beside_is_refused() -> None:
    data = bytearray(zip_bytes({**parts(REPORT), "word/media/image1.bmp": b"x"}))
    at = data.rindex(b"PK\1\2") + 8
    data[at] |= 1
    with pytest.raises(LawcheckError):
        annotate(check(bytes(data), name="a.docx"), bytes(data), Style())
