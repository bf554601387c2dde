"""Reports that are no Word file: their text is set as one, and the comments stand at the same phrases."""

from __future__ import annotations

import pytest

from lawcheck import check, check_text
from lawcheck.annotation import annotate
from lawcheck.errors import ReadError
from lawcheck.model.checklist import Checklist
from lawcheck.readers import read
from lawcheck.renderers import Style
from lawcheck.renderers.location import standing
from tests.libreoffice import build_doc
from tests.unit.annotation.seen import commented, comments, name, part

MARKDOWN = """# 云溪县民政局关于2024年法治政府建设情况的报告

## 一、主要举措和**成效**

开展培训**十二**场，见[通知](https://example.invalid/a)。均已办结件。

| 事项 | 件数 |
|------|------|
| 复议 | 3    |
| 诉讼 | XX件 |

## 三、存在的问题

一是力量不足。
"""


def copied(checklist: Checklist, data: bytes) -> tuple[list[str], bytes]:
    copy = annotate(checklist, data, Style())
    assert copy.comments == len(commented(copy.data)) == len(comments(copy.data))
    return list(commented(copy.data).values()), copy.data


def markdown(text: str = MARKDOWN) -> tuple[Checklist, bytes]:
    return check(text.encode(), name="报告.md"), text.encode()


def test_markdown_becomes_headings_paragraphs_and_a_table_without_its_marks() -> None:
    _, data = copied(*markdown())
    styles = [(s.get(name("val")), "".join(p.itertext())) for p, s in _styled(data)]
    assert styles == [
        ("Title", "云溪县民政局关于2024年法治政府建设情况的报告"),
        ("Heading1", "一、主要举措和成效"),
        ("Cell", "事项"),
        ("Cell", "件数"),
        ("Cell", "复议"),
        ("Cell", "3"),
        ("Cell", "诉讼"),
        ("Cell", "XX件"),
        ("Heading1", "三、存在的问题"),
    ]
    assert "开展培训十二场，见通知。均已办结件。" in read(data, name="a.docx").text
    assert [block.cell for block in read(data, name="a.docx").blocks if block.cell][-1] == "T1R3C2"


def _styled(data: bytes) -> list[tuple[object, object]]:
    paragraphs = part(data).iter(name("p"))
    return [(p, s) for p in paragraphs if (s := p.find(f"{name('pPr')}/{name('pStyle')}")) is not None]  # type: ignore[misc]


def test_comments_stand_at_the_phrases_of_the_findings() -> None:
    checklist, data = markdown()
    anchors, _ = copied(checklist, data)
    assert {"均已办结件", "三、存在的问题"} <= set(anchors)


@pytest.mark.parametrize(
    "text",
    [
        "云溪县水务局",
        "行一\n行二\n\n行三",
        "这是正文。" * 100 + "\x01\x07丙",
        "A\nB\n甲\n乙",
        "\ufeff甲\u200b乙\u202e丙",
    ],
)
def test_any_text_can_be_set(text: str) -> None:
    checklist = check_text(text)
    anchors, data = copied(checklist, text.encode())
    shown = "".join(read(data, name="a.docx").text.split())
    assert anchors[0]
    assert shown == "".join("\ufffd" if c in "\x01\x07" else c for c in checklist.document.text if not c.isspace())


def test_lines_that_were_joined_are_joined_and_latin_words_stay_apart() -> None:
    lines = ["云溪县水务局关于2024年法治政府建设情况的报告", "", *("写得满满的一行，" * 4,) * 6]
    lines += ["写" * 29 + " open", "data 是下一行的开头。"]
    checklist = check_text("\n".join(lines))
    assert "open\ndata" in checklist.document.blocks[-1].span.of(checklist.document.text)
    _, data = copied(checklist, "\n".join(lines).encode())
    last = read(data, name="a.docx").text.split("\n")[-1]
    assert (last.count("一行"), last.endswith("写 open data 是下一行的开头。")) == (25, True)


def test_a_table_that_is_too_wide_becomes_paragraphs() -> None:
    wide = "| " + " | ".join(f"列{i}" for i in range(70)) + " |\n"
    _, data = copied(*markdown(f"# 标题\n\n{wide}{'|--' * 70}|\n{wide}"))
    assert list(part(data).iter(name("tbl"))) == []
    assert read(data, name="a.docx").text.count("列69") == 2


def test_bytes_of_another_file_are_refused() -> None:
    checklist, data = markdown()
    with pytest.raises(ReadError) as raised:
        annotate(checklist, data + b" ", Style())
    assert raised.value.exit_code == 3


def test_an_old_word_file_keeps_its_look_for_it_is_converted() -> None:
    data = build_doc(["云溪县民政局关于2024年法治政府建设情况的报告", "一、主要举措", "法治建设XX次。"])
    checklist = check(data, name="报告.doc")
    copy = annotate(checklist, data, Style())
    texts = commented(copy.data).values()
    found = [at.quote for item in checklist.findings if (at := standing(item)) is not None and item.rule == "F021"]
    assert (set(found) <= set(texts), read(copy.data, name="a.docx").text) == (True, checklist.document.text)
    assert "由 LibreOffice 转成" in comments(copy.data)["0"]
