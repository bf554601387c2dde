"""Plain text: lines, and paragraphs out of hard-wrapped lines."""

from __future__ import annotations

import textwrap

import pytest

from tests.unit.readers.seen import body, text_document

SENTENCES = (
    "全年开展水行政执法检查一百二十次，立案查处违法取水案件九件，全部按照程序公示并接受社会监督，没有发生被撤销或者被确认违法的情形。",
    "组织干部职工参加水法律法规考试，参考率和合格率均达到既定目标，执法人员持证上岗制度得到落实，基层站所的规范化水平继续提高。",
    "办理人民群众反映的河道采砂问题十七件，均在规定期限内答复，群众评价总体较好，没有因为答复不及时而引发的投诉和复议。",
)
TITLE = "云溪县水务局2024年法治政府建设年度报告"


def wrap(paragraph: str, width: int = 28, *, indent: str = "　　") -> str:
    """Return `paragraph` with a line end every `width` characters."""
    return "\n".join(textwrap.wrap(indent + paragraph, width, drop_whitespace=False, replace_whitespace=False))


def test_a_line_is_a_block_and_blank_lines_are_none() -> None:
    document = text_document(f"  {TITLE}  \n\n\u3000\u3000{SENTENCES[0]}\n \t\n\u200b\n云溪县水务局\n")
    assert body(document) == [TITLE, SENTENCES[0], "云溪县水务局"]


def test_offsets_are_those_of_the_file_with_newlines() -> None:
    text = f"\ufeff{TITLE}\r\n\r\n　　{SENTENCES[0]}\r\n"
    document = text_document(text)
    assert document.text == text[1:].replace("\r\n", "\n")
    assert document.lines.place(document.blocks[1].span.start) == (3, 3)


def test_a_title_over_two_lines_stays_two_blocks() -> None:
    assert body(text_document(f"云溪县水务局关于2024年度法治政府建设\n情况的报告\n\n{SENTENCES[0]}\n")) == [
        "云溪县水务局关于2024年度法治政府建设",
        "情况的报告",
        SENTENCES[0],
    ]


@pytest.mark.parametrize("width", [22, 28, 36, 45, 58])
def test_wrapped_lines_with_indents_become_paragraphs(width: int) -> None:
    text = "\n".join([TITLE, *(wrap(s, width) for s in SENTENCES * 2)])
    assert ["".join(b.split()) for b in body(text_document(text))] == [TITLE, *SENTENCES * 2]


def test_wrapped_lines_with_blank_lines_between_become_paragraphs() -> None:
    text = "\n\n".join(wrap(s, indent="") for s in SENTENCES * 2)
    assert ["".join(b.split()) for b in body(text_document(text))] == list(SENTENCES * 2)


def test_wrapped_lines_with_four_blanks_as_indent_become_paragraphs() -> None:
    text = "\n".join(wrap(s, indent="    ") for s in SENTENCES * 2)
    assert ["".join(b.split()) for b in body(text_document(text))] == list(SENTENCES * 2)


def test_an_enumerator_begins_a_paragraph_in_wrapped_text() -> None:
    parts = (f"一、{SENTENCES[0]}", f"（一）{SENTENCES[1]}", f"1.{SENTENCES[2]}", f"2、{SENTENCES[0]}")
    text = "\n".join(wrap(s, indent="") for s in parts)
    assert [b[:3] for b in body(text_document(text))] == ["一、全", "（一）", "1.办", "2、全"]


def test_a_decimal_at_the_start_of_a_line_begins_none() -> None:
    lines = [*wrap(SENTENCES[0][:-1] * 4, indent="").split("\n")]
    lines[2] = "1.5" + lines[2][3:]
    assert len(body(text_document("\n".join(lines)))) == 1


def test_a_heading_over_two_wrapped_lines_is_one_block() -> None:
    heading = "（二）健全水行政执法与刑事司法衔接机制，持续提升跨部门协同的能力"
    text = "\n".join([wrap(SENTENCES[0]), wrap(heading), wrap(SENTENCES[1]), wrap(SENTENCES[2])])
    assert "".join(body(text_document(text))[1].split()) == heading


def test_a_signature_and_a_date_stay_lines_of_their_own_in_wrapped_text() -> None:
    text = "\n".join([*(wrap(s) for s in SENTENCES * 2), "　" * 18 + "云溪县水务局", "　" * 18 + "2025年1月8日"])
    assert body(text_document(text))[-2:] == ["云溪县水务局", "2025年1月8日"]


def test_the_span_of_a_joined_paragraph_runs_over_its_lines() -> None:
    document = text_document("\n".join(wrap(s) for s in SENTENCES * 2))
    block = document.blocks[0]
    assert block.span.of(document.text).count("\n") == 2
    assert document.folded.text.split("\n")[0] == SENTENCES[0]


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, *SENTENCES * 3],
        [s[:30] + "。" for s in SENTENCES * 4],
        ["一、依法履职情况", "二、存在的不足", "三、下一年安排"] * 4,
        ["云溪县水务局河湖管理科", "云溪县水务局政策法规科"] * 6,
        [SENTENCES[0][:40] + "；"] * 9,
    ],
)
def test_one_paragraph_a_line_is_never_joined(lines: list[str]) -> None:
    assert body(text_document("\n".join(lines))) == lines


def test_lines_of_one_width_with_blank_lines_between_are_not_joined() -> None:
    lines = [s[:30] for s in SENTENCES * 4]
    assert body(text_document("\n\n".join(lines))) == lines
