"""What becomes of the other parts of a Word file: nothing, but that the file says it has comments."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import partial
from io import BytesIO

import pytest

from lawcheck.annotation import is_untouched, word
from lawcheck.annotation.archive import replace_parts
from lawcheck.annotation.note import Note
from lawcheck.annotation.placing import find_lines
from lawcheck.errors import WriteError
from lawcheck.readers import read
from lawcheck.readers.refusal import Refusal
from tests.docx_builder import W, build_docx, build_package, document, p, r, zip_bytes
from tests.unit.annotation.seen import commented, comments, part, references

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TWO = (("一：", "甲"), ("", "乙"))
OLD = (
    f'<?xml version="1.0"?><w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="李四"><w:p>{r("请核对")}</w:p>'
    "</w:comment></w:comments>"
)
COMMENTED = p(
    '<w:commentRangeStart w:id="0"/>' + r("有批注") + '<w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r>' + r("的一段")
)


def annotate(data: bytes, *notes: Note, date: str | None = None) -> bytes:
    found = read(data, name="报告.docx")
    return word.annotate(data, found, partial(find_lines, found), notes, lang="zh", date=date)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(data: bytes, changed: Mapping[str, str | bytes]) -> bytes:
    return zip_bytes({**parts(data), **changed})


def with_old_comment() -> bytes:
    before = build_package(document(COMMENTED + p(r("末段"))))
    relations = parts(before)["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = f'<Relationship Id="rId9" Type="{kind}" Target="notes/old.xml"/>'
    return with_parts(
        before,
        {
            "word/_rels/document.xml.rels": relations.replace("</Relationships>", f"{link}</Relationships>"),
            "word/notes/old.xml": OLD,
        },
    )


def test_only_the_parts_of_comments_change_and_all_others_keep_their_bytes() -> None:
    before = build_docx(["标题", "正文一段。"])
    after = annotate(before, Note(None, TWO))
    one, other = parts(before), parts(after)
    assert [name for name in other if other[name] != one.get(name)] == [
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/comments.xml",
    ]
    assert comments(after) == {"0": "一：甲\n乙"}


def test_the_same_input_gives_the_same_bytes_and_no_clock_is_looked_at() -> None:
    before = build_docx(["标题", "正文一段。"])
    assert annotate(before, Note(None, TWO)) == annotate(before, Note(None, TWO))
    assert b"w:date" not in parts(annotate(before, Note(None, TWO)))["word/comments.xml"]
    dated = parts(annotate(before, Note(None, TWO), date="2025-03-01"))["word/comments.xml"]
    assert b'w:date="2025-03-01T00:00:00Z"' in dated


def test_comments_of_others_stay_and_new_ones_have_other_numbers() -> None:
    before = with_old_comment()
    after = annotate(before, Note(None, TWO), Note(None, TWO))
    words = comments(after, "word/notes/old.xml")
    assert words == {"0": "请核对", "1": "一：甲\n乙", "2": "一：甲\n乙"}
    assert (commented(after)["0"], references(after)) == ("有批注", ["0", "1", "2"])
    assert sorted(parts(before)) == sorted(parts(after))


def test_a_lost_part_of_comments_is_not_taken_for_the_file_s_own() -> None:
    before = with_parts(build_package(document(COMMENTED)), {"word/comments.xml": "<x/>"})
    after = annotate(before, Note(None, TWO))
    assert parts(after)["word/comments.xml"] == b"<x/>"
    assert comments(after, "word/comments1.xml") == {"1": "一：甲\n乙"}
    assert read(after, name="a.docx").text == "有批注的一段"


@pytest.mark.parametrize("namespace", [W, STRICT])
@pytest.mark.parametrize("prefix", ["w", "ns0", ""])
def test_the_namespace_and_its_prefix_may_be_any(namespace: str, prefix: str) -> None:
    declared, lead = (f"xmlns:{prefix}", f"{prefix}:") if prefix else ("xmlns", "")
    body = f"<{lead}p><{lead}r><{lead}t>正文一段。</{lead}t></{lead}r></{lead}p>"
    xml = f'<{lead}document {declared}="{namespace}"><{lead}body>{body}</{lead}body></{lead}document>'
    after = annotate(build_package(xml), Note(None, TWO))
    assert read(after, name="a.docx").text == "正文一段。"
    tree = part(after)
    found = [element.get(f"{{{namespace}}}id") for element in tree.iter(f"{{{namespace}}}commentReference")]
    assert found == ["0"]
    assert ("purl.oclc.org" in parts(after)["word/_rels/document.xml.rels"].decode()) == (namespace == STRICT)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "us-ascii"])
def test_parts_of_other_encodings_are_written_in_utf_8(encoding: str) -> None:
    xml = document(p(r("正文一段。"))).replace("UTF-8", encoding.partition("-le")[0])
    data = xml.encode("ascii", "xmlcharrefreplace") if encoding == "us-ascii" else xml.encode(encoding)
    before = with_parts(build_docx(["x"]), {"word/document.xml": data})
    after = annotate(before, Note(None, TWO))
    assert (commented(after), comments(after)) == ({"0": "正文一段。"}, {"0": "一：甲\n乙"})


def test_empty_roots_of_relations_and_types_are_opened() -> None:
    bare = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>"
    before = with_parts(build_docx(["正文"]), {"word/_rels/document.xml.rels": bare})
    assert comments(annotate(before, Note(None, TWO))) == {"0": "一：甲\n乙"}


def test_a_copy_is_known_as_untouched_until_somebody_saves_it() -> None:
    before = build_docx(["标题", "正文一段。"])
    copy = annotate(before, Note(None, TWO))
    again = annotate(copy, Note(None, TWO))
    assert [is_untouched(data) for data in (copy, again, before, b"", b"PK\3\4")] == [True, True, False, False, False]
    xml = parts(copy)["word/document.xml"].decode()
    assert not is_untouched(with_parts(copy, {"word/document.xml": xml.replace("正文", "改文")}))
    saved = parts(copy)["word/comments.xml"].partition(b"<!--")[0]
    assert not is_untouched(with_parts(copy, {"word/comments.xml": saved}))


def test_a_copy_whose_text_would_differ_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(data: bytes, changed: Mapping[str, bytes]) -> bytes:
        xml = changed["word/document.xml"].replace("一段".encode(), b"")
        return replace_parts(data, {**changed, "word/document.xml": xml})

    monkeypatch.setattr(word, "replace_parts", lose)
    with pytest.raises(WriteError) as raised:
        annotate(build_docx(["标题", "正文一段。"]), Note(None, TWO))
    assert raised.value.exit_code == 4


def test_a_small_archive_does_not_become_a_huge_one() -> None:
    data = bytearray(build_docx(["正文"]))
    at = data.rindex(b"PK\1\2") + 20  # the packed size of the last entry in the directory
    data[at : at + 4] = (2**31 - 1).to_bytes(4, "little")
    with pytest.raises(Refusal):
        replace_parts(bytes(data), {})
