"""PDF files: printed lines become the paragraphs that they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from lawcheck.model.document import Document
from lawcheck.readers import read
from tests.docx_builder import Paragraph, Table
from tests.pdf_builder import LEFT, Letters, Page, Setting, build_pdf, finish, show
from tests.unit.readers.seen import body, page

pytest.importorskip("pypdfium2_raw", reason="the extra pdf is not installed")

TITLE = "云溪县民政局关于2024年法治政府建设情况的报告"
REPORT = [
    "县委、县政府，市民政局：",
    "2024年，云溪县民政局深入学习贯彻习近平法治思想，按照全县年度法治工作要点的部署，把依法办事的要求落到社会救助、养老服务、社会组织管理"
    "和殡葬管理等各项民政业务之中。现将有关情况报告如下：",
    "一、2024年推进法治政府建设的主要举措和成效",
    "（一）坚持党的领导，夯实依法行政的思想基础",
    "局党组把习近平法治思想列为理论学习中心组的必学内容，全年组织专题学习6次、会前学法12次。组织应考的24名机关干部参加全县法治理论知识考试，"
    "参考率100%，合格率100%，其中成绩优秀的18人，优秀率75%。",
    "（二）完善制度体系，推进科学民主依法决策",
    "全年制定行政规范性文件2件，均经合法性审核和局务会集体审议，印发后按期报送备案2件。清理行政规范性文件9件，其中保留7件、修改1件、废止1件。",
    "二、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
    "局党组书记、局长认真执行有关规定，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，全年主持局党组会专题研究"
    "法治工作4次，听取依法行政情况汇报2次，协调解决难点事项3项，没有发生干预司法活动的情形。",
    "三、存在的不足和原因",
    "一是一线执法力量不足。主要原因是持证人员分散在7个股室，没有建立统一调度的工作机制。",
    "二是执法文书说理不够充分。主要原因是执法培训以讲解条文为主，缺少用真实案卷开展的演练，评查结果也没有及时反馈到承办人。",
    "四、2025年工作安排",
    "2025年，云溪县民政局将针对上述不足，充实一线执法力量，用真实案卷开展培训，完善救助管理制度，把权责清单落实到每个股室。",
    "  云溪县民政局",
    "  2025年1月22日",
]
PLAIN = [text.strip() for text in REPORT]


def pdf(items: Sequence[str | Paragraph | Table], setting: Setting | None = None) -> Document:
    return read(build_pdf(items, setting or Setting()), name="报告.pdf")


def drawn(*operators: str, letters: Letters) -> Document:
    return read(finish([Page(list(operators))], letters), name="报告.pdf")


@pytest.mark.parametrize(
    "setting",
    [
        Setting(),
        Setting(head="云溪县民政局年度报告汇编"),
        Setting(head="云溪县民政局　　2024年度"),
        Setting(indent=0, gap=0.5),
        Setting(indent=0),
        Setting(is_flush=False),
        Setting(is_flush=False, gap=1),
        Setting(glue=" "),
        *(
            Setting(number=number)
            for number in ("- {} -", "－{}－", "{}", "第{}页", "第 {} 页  共 12 页", "{} / 12", "")
        ),
    ],
    ids=repr,
)
def test_paragraphs_are_those_that_were_printed_however_they_are_set(setting: Setting) -> None:
    document = pdf([Paragraph(TITLE, 0), *REPORT], setting)
    assert body(document) == [TITLE, *PLAIN]
    assert document.unread == ()


def test_a_block_knows_the_page_that_it_begins_on() -> None:
    document = pdf(["一段正文，" * 12 + "一段正文。"] * 12)
    pages = [block.page for block in document.body]
    assert (len(pages), pages[0], pages[-1]) == (12, 1, 2)
    assert pages == sorted(pages, key=int)
    assert set(body(document)) == {"一段正文，" * 12 + "一段正文。"}


def test_a_title_over_several_lines_is_one_paragraph() -> None:
    title = "云溪县人民政府关于2024年度法治政府建设工作情况和2025年度工作安排的报告"
    assert body(pdf([Paragraph(title, 0), *REPORT]))[0] == title


@pytest.mark.parametrize("indent", [0, 2])
def test_a_title_set_as_the_text_that_fills_its_line_takes_nothing_in(indent: int) -> None:
    title = "云溪县人民政府办公室关于2024年度法治政府建设情况报告"
    assert body(pdf([title, "2024年，全县法治建设有了新的进展。"], Setting(indent=indent, number=""))) == [
        title,
        "2024年，全县法治建设有了新的进展。",
    ]


@pytest.mark.parametrize("gap", [0, 0.5])
@pytest.mark.parametrize("length", range(22, 34))
def test_a_paragraph_whose_last_line_is_full_ends_there(length: int, gap: float) -> None:
    first = "全年办理行政复议案件并且按照规定的期限全部审结没有超期的情形".ljust(length - 1, "多")[: length - 1] + "。"
    texts = ["全年的各项工作都按照规定的程序和期限完成，没有发生超期、漏办的情形。" * 2, first, "第二段另起一行。"] * 3
    assert body(pdf(texts, Setting(gap=gap))) == texts


def test_headings_and_signatures_stand_alone_where_nothing_is_indented() -> None:
    texts = [
        "二、党政主要负责人履行推进法治建设第一责任人职责有关情况",
        "局主要负责人切实履行第一责任人职责，主持召开会议4次，全年没有发生干预司法活动的情形，执法人员全部持证上岗。",
        "（一）全年组织开展行政执法人员培训和案卷评查各四次以上。",
        "青岚区司法局",
    ]
    assert body(pdf(texts, Setting(indent=0, number=""))) == texts


def test_blanks_that_typesetting_leaves_are_gone_and_those_between_words_stay() -> None:
    letters = Letters()
    text = "出动 86 人次，运行 PM 2.5 监测和 Big City，增长 3.5 %。"
    document = drawn(show(letters, LEFT, 120, text), letters=letters)
    assert body(document) == ["出动86人次，运行PM 2.5监测和Big City，增长3.5 %。"]


def test_gaps_without_a_blank_part_latin_words_only() -> None:
    letters = Letters()
    places = (
        (LEFT, "按照"),
        (LEFT + 40, "Open"),
        (LEFT + 78, "Data"),
        (LEFT + 118, "的"),
        (LEFT + 142, "要求办理，全年有序。"),
    )
    document = drawn(*(show(letters, x, 120, text) for x, text in places), letters=letters)
    assert body(document) == ["按照Open Data的要求办理，全年有序。"]


def test_characters_that_only_look_chinese_are_the_chinese_ones() -> None:
    letters = Letters()
    document = drawn(show(letters, LEFT, 120, "云溪县⺠政局⾏政执法⼈员⻓期在岗，⽐例很高。"), letters=letters)
    assert body(document) == ["云溪县民政局行政执法人员长期在岗，比例很高。"]


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    letters = Letters()
    heading = "一、主要举措和成效以及全年的工作情况"
    document = drawn(*(show(letters, LEFT + x, 120, heading) for x in (0, 0.4)), letters=letters)
    assert body(document) == [heading]


def test_letters_set_far_apart_are_one_word() -> None:
    letters = Letters()
    spaced = (show(letters, LEFT + 60 * i, 120, char) for i, char in enumerate("工作报告"))
    document = drawn(*spaced, show(letters, LEFT, 160, "全年的工作有序开展，各项任务都已完成。"), letters=letters)
    assert body(document) == ["工作报告", "全年的工作有序开展，各项任务都已完成。"]


def test_beyond_the_first_plane_characters_are_whole() -> None:
    letters = Letters()
    assert body(drawn(show(letters, LEFT, 120, "云溪县𠮷祥镇的报告，全年的工作都已完成。"), letters=letters)) == [
        "云溪县𠮷祥镇的报告，全年的工作都已完成。"
    ]


def test_a_running_head_goes_but_a_line_that_is_repeated_in_the_text_stays() -> None:
    document = pdf(["县直各单位：", *REPORT, "县直各单位：", *REPORT], Setting(head="内部资料 注意保存"))
    assert body(document) == ["县直各单位：", *PLAIN] * 2


def test_what_a_browser_prints_around_the_page_goes() -> None:
    letters = Letters()
    document = drawn(
        show(letters, 30, 28, "2025/1/22 10:15", 8),
        show(letters, 200, 28, "云溪县民政局关于2024年的报告", 8),
        show(letters, LEFT, 120, "全年的工作有序开展，各项任务都已完成。"),
        show(letters, 30, 820, "https://www.example.gov.cn/art/2025/1/22/art_1.html", 8),
        show(letters, 540, 820, "1/1", 8),
        letters=letters,
    )
    assert body(document) == ["全年的工作有序开展，各项任务都已完成。"]


def test_a_footnote_and_its_mark_are_out_and_told() -> None:
    letters = Letters()
    document = drawn(
        show(letters, LEFT, 120, "全年制定规范性文件12件"),
        show(letters, LEFT + 168, 114, "1", 9),
        show(letters, LEFT + 173, 120, "，均按期备案，面积30m"),
        show(letters, LEFT + 341, 114, "2", 9),
        show(letters, LEFT + 347, 120, "。"),
        show(letters, LEFT, 700, "1", 6),
        show(letters, LEFT + 6, 703, "含联合制定的文件，数据截至年底。", 9),
        letters=letters,
    )
    assert body(document) == ["全年制定规范性文件12件，均按期备案，面积30m²。"]
    assert [(str(u.what), str(u.where), u.is_body) for u in document.unread] == [("脚注或尾注", "第 1 页", False)]


def test_a_table_of_contents_is_not_the_report() -> None:
    entries = ["目录", "一、主要举措" + "." * 40 + "1", "二、存在的不足" + "." * 36 + "12"]
    document = pdf([*entries, "一、主要举措", "全年的工作有序开展，各项任务都已完成。"])
    assert body(document) == ["一、主要举措", "全年的工作有序开展，各项任务都已完成。"]
    assert page(document) == entries


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    letters = Letters()
    lines = ("全年办理行政处罚案件86件，没有被撤销的，", "各项工作有序，共3项。")
    turned = [
        show(letters, 0, 0, text).replace("1 0 0 1 0.00 841.90", f"0 1 -1 0 {100 + 28 * i} 80")
        for i, text in enumerate(lines)
    ]
    document = read(finish([Page(turned, is_turned=True)], letters), name="报告.pdf")
    assert "".join(body(document)) == "".join(lines)


def test_text_of_two_fonts_is_parted_where_the_font_changes() -> None:
    letters = Letters()
    heading, text = (
        "二、党政主要负责人履行推进法治建设第一责任人职责的情况说",
        "局主要负责人全年主持会议4次，听取汇报2次，没有发生干预。",
    )
    document = drawn(
        show(letters, LEFT, 120, heading, font="F2"),
        show(letters, LEFT, 148, text),
        *(show(letters, LEFT, 176 + 28 * i, text) for i in range(6)),
        letters=letters,
    )
    assert body(document)[0] == heading


def test_automatic_numbers_are_text_in_a_pdf() -> None:
    items = [Paragraph("主要举措", 1, 0), Paragraph("加强领导", 2, 1), "正文。" * 12, Paragraph("存在的不足", 1, 0)]
    assert body(pdf(items)) == ["一、主要举措", "（一）加强领导", "正文。" * 12, "二、存在的不足"]


def test_repeated_reading_gives_the_same() -> None:
    data = build_pdf([Paragraph(TITLE, 0), *REPORT])
    first = read(data, name="a.pdf")
    assert replace(first, name="b.pdf") == read(data, name="b.pdf")


def test_offsets_are_those_of_the_mended_text() -> None:
    document = pdf([Paragraph(TITLE, 0), *REPORT], Setting(glue=" "))
    assert document.text == "\n".join([TITLE, *PLAIN])
    assert [block.span.of(document.text) for block in document.blocks] == document.text.split("\n")
