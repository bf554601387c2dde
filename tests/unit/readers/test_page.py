"""Saved web pages: what is page and what is document."""

from __future__ import annotations

import time

import pytest

from lawcheck.readers import read
from tests.docx_builder import Paragraph, build_docx
from tests.unit.readers.seen import body, page, text_document

TITLE = "青岚区城市管理局2024年法治政府建设年度报告"
OPENING = (
    "2024年，青岚区城市管理局坚持依法行政，推动各项工作有序开展，现将有关情况报告如下：一、主要举措（一）强化学习。"
)
SIGNED = "青岚区城市管理局 2025年1月16日"
PARAGRAPH = f"{OPENING}全年组织集中学法六次。二、存在不足执法力量偏少，主要是编制紧张。三、下一步安排抓好队伍建设。"


def test_a_header_of_fields_above_a_rule_is_metadata() -> None:
    document = text_document(
        f"标题: {TITLE}\n发布时间: 2025-01-20 09:30\n文号: 无\n发布机构: 青岚区城市管理局\n栏目:  法治政府建设 \n"
        f"原文链接: https://www.example.gov.cn/a.htm\n本地目录: a/b\n图片详见 links.tsv\n"
        f"===== 正文 =====\n{PARAGRAPH}\n"
    )
    assert body(document) == [PARAGRAPH]
    assert document.metadata == (
        ("title", TITLE),
        ("published", "2025-01-20 09:30"),
        ("publisher", "青岚区城市管理局"),
        ("column", "法治政府建设"),
        ("url", "https://www.example.gov.cn/a.htm"),
    )
    assert [b.kind for b in document.blocks] == [*["metadata"] * 8, "furniture", "paragraph"]


def test_a_header_without_a_rule_is_metadata_too() -> None:
    document = text_document(
        f"标题：{TITLE}\n来源：青岚区城市管理局\n成文日期：2025年1月16日\n文号：青城管〔2025〕3号\n{PARAGRAPH}\n"
    )
    assert body(document) == [PARAGRAPH]
    assert dict(document.metadata)["document_number"] == "青城管〔2025〕3号"
    assert (document.meta("written"), document.meta("published")) == ("2025年1月16日", None)


def test_a_rule_below_the_title_makes_no_header() -> None:
    assert body(text_document(f"{TITLE}\n青岚区城市管理局\n----------\n{PARAGRAPH}\n"))[0] == TITLE


def test_a_flattened_page_head_is_split_off_and_its_title_stays() -> None:
    document = text_document(
        f"当前位置： 首页政务公开部门文件 {TITLE} 时间：2025-01-20 09:30 微信 微博 QQ空间 {PARAGRAPH}"
    )
    assert body(document) == [TITLE, PARAGRAPH]
    assert document.metadata == (("published", "2025-01-20 09:30"), ("column", "首页政务公开部门文件"))


def test_a_flattened_page_tail_is_split_off_and_the_signature_stays() -> None:
    document = text_document(f"{PARAGRAPH} {SIGNED} 来源：青岚区城市管理局 附件下载 年度报告.pdf")
    assert body(document) == [f"{PARAGRAPH} {SIGNED}"]
    assert page(document) == ["来源：青岚区城市管理局", "附件下载", "年度报告.pdf"]
    assert document.metadata == (("source", "青岚区城市管理局"),)


@pytest.mark.parametrize(
    ("head", "metadata"),
    [
        (
            "索 引 号： QL001-2025-0003 主题分类： 无 发文机关： 青岚区城市管理局 成文日期：2025-01-16"
            " 标 题： {title} 发文字号： 无 发布日期：2025-01-20 有 效 性： 有效 {title} 来源：区城管局 ",
            ("title", "published", "publisher", "source", "written"),
        ),
        (
            "您现在的位置：首页 > 政务公开 > 法治政府建设 > 正文 {title} 发布日期：[2025-01-20] 信息来源：区城管局"
            " 阅读次数：128次 字体：[大 中 小] 打印本页 ",
            ("published", "source", "column"),
        ),
        (
            "{title} 发布时间：2025-01-20 来源：区城管局 浏览次数：12 【字号：大 中 小】 打印 分享到： ",
            ("published", "source"),
        ),
        ("{title} 【 信息发布日期：2025-01-20 】 ", ("published",)),
        ("{title} 时间：2025-01-20 来源：区城管局 视力保护色：杏仁黄 秋叶褐 胭脂红 ", ("published", "source")),
        ("首页 > 政务公开 > 法治政府建设 > 正文 {title} 2025-01-20 ", ("published", "column")),
        ("发布机构：青岚区城市管理局 {title} 字号：大 中 小 ", ("publisher",)),
        (
            "发布机构：青岚区城市管理局发布日期：2025-01-20公开方式：主动公开 {title} 生成日期：2025-01-16 ",
            ("published", "publisher", "written"),
        ),
    ],
)
def test_what_a_flattened_head_tells_is_kept(head: str, metadata: tuple[str, ...]) -> None:
    values = {
        "title": TITLE,
        "published": "2025-01-20",
        "publisher": "青岚区城市管理局",
        "source": "区城管局",
        "column": "首页 > 政务公开 > 法治政府建设 > 正文",
        "written": "2025-01-16",
    }
    document = text_document(head.replace("{title}", TITLE) + PARAGRAPH)
    assert document.metadata == tuple((key, values[key]) for key in metadata)
    assert any(block.startswith(TITLE) for block in body(document))
    assert "".join(body(document)).endswith(PARAGRAPH)


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开 > 法治政府建设",
        "当前位置：首页",
        "您所在的位置：首页-政务公开",
        "字体：大 中 小",
        "【字体：大 中 小】",
        "大 中 小",
        "打印",
        "【打印】【关闭】",
        "打印本页 | 关闭窗口",
        "分享到：",
        "分享到：微信 微博",
        "语音播报",
        "收藏",
        "下载",
        "我要纠错",
        "阅读次数：12",
        "访问量：[35]",
        "浏览量：",
        "保护视力色：",
        "索引号：QL001/2025-0003",
        "信息来源：区城管局",
        "生成日期：2025-01-16",
        "发布日期：2025-01-20 10:00:00",
        "来源：区城管局 作者：李云",
    ],
)
def test_a_line_of_furniture_at_the_head_is_set_apart(line: str) -> None:
    document = text_document(f"{TITLE}\n{line}\n{PARAGRAPH}\n")
    assert body(document) == [TITLE, PARAGRAPH]


@pytest.mark.parametrize(
    "line",
    [
        "来源：区城管局",
        "（责任编辑：李云）",
        "责任编辑：李云 审核：王溪",
        "扫一扫在手机打开当前页",
        "用微信扫描二维码分享至好友和朋友圈",
        "打印 关闭",
        "【打印本页】 【关闭窗口】",
        "上一篇：青岚区民政局2024年工作总结",
        "下一篇： 没有了",
        "附件下载",
        "附件：年度报告.docx",
        "年度报告.pdf（1.2MB）",
        "相关链接：",
        "返回顶部",
        "分享到： 微信 微博",
        "主办单位：青岚区人民政府办公室",
        "版权所有：青岚区人民政府 青ICP备00000000号",
        "网站标识码：0000000000",
        "青公网安备00000000000000号",
        "网站地图 | 联系我们 | 关于我们",
        "Copyright 2025 青岚区人民政府",
        "浏览次数：18",
    ],
)
def test_a_line_of_furniture_at_the_tail_is_set_apart(line: str) -> None:
    document = text_document(f"{TITLE}\n{PARAGRAPH}\n青岚区城市管理局\n2025年1月16日\n{line}\n")
    assert body(document) == [TITLE, PARAGRAPH, "青岚区城市管理局", "2025年1月16日"]


def test_a_menu_before_the_trail_is_furniture_and_a_title_in_it_only_when_it_comes_again() -> None:
    menu = "青岚区人民政府门户网站\n无障碍\n新闻中心\n政务公开\n互动交流\n当前位置：首页 > 政务公开\n"
    assert body(text_document(f"{TITLE}\n{menu}{TITLE}\n{PARAGRAPH}\n")) == [TITLE, PARAGRAPH]
    assert body(text_document(f"{TITLE}\n{menu}{PARAGRAPH}\n"))[0] == TITLE


def test_a_table_of_fields_line_by_line_is_metadata() -> None:
    document = text_document(
        f"索引号：\nQL001\n发布机构：\n青岚区城市管理局\n发布日期：\n2025-01-20\n有效性：\n有效\n文号：\n无\n名称：\n{TITLE}\n{PARAGRAPH}\n"
    )
    assert body(document) == [TITLE, PARAGRAPH]
    assert document.metadata == (("published", "2025-01-20"), ("publisher", "青岚区城市管理局"))


def test_tool_words_on_lines_of_their_own_around_the_title_are_furniture() -> None:
    lines = [
        "下载",
        "打印",
        "【字号：",
        "加大",
        "还原",
        "】",
        TITLE,
        "来源：区城管局",
        "时间：2025-01-20",
        PARAGRAPH,
        "相关报道：",
    ]
    document = text_document("\n".join(lines))
    assert body(document) == [TITLE, PARAGRAPH]


def test_a_list_of_other_pages_at_the_end_is_furniture() -> None:
    links = (
        "相关阅读：\n青岚区水务局2024年法治政府建设年度报告\n青岚区教育局年度报告 2025-01-10\n扫一扫在手机打开当前页\n"
    )
    document = text_document(f"{TITLE}\n{PARAGRAPH}\n青岚区城市管理局\n2025年1月16日\n{links}")
    assert body(document)[-1] == "2025年1月16日"


def test_a_signature_below_such_a_word_is_not_swallowed() -> None:
    document = text_document(f"{TITLE}\n{PARAGRAPH}\n相关链接：\n青岚区城市管理局\n2025年1月16日\n")
    assert body(document)[-2:] == ["青岚区城市管理局", "2025年1月16日"]


@pytest.mark.parametrize(
    "tail",
    [
        "来源：区城管局 打印 关闭",
        "（责任编辑：李云）",
        "打印 关闭 分享到： 微信 微博",
        "上一篇：青岚区民政局2024年工作总结 下一篇：没有了",
        "扫一扫在手机打开当前页",
        "附件下载",
        "主办：青岚区人民政府 承办：区政府办 网站标识码：0000000000 青ICP备00000000号",
        "发布时间：2025-01-20 来源：区城管局",
    ],
)
def test_a_flattened_tail_leaves_the_signature(tail: str) -> None:
    assert body(text_document(f"{PARAGRAPH} {SIGNED} {tail}\n")) == [f"{PARAGRAPH} {SIGNED}"]
    assert body(text_document(f"{PARAGRAPH}{tail}\n")) == [PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH,
        f"{PARAGRAPH} {SIGNED}",
        f"{PARAGRAPH}\n附件：1.行政执法统计表\n青岚区城市管理局\n2025年1月16日\n（联系人：李云，联系电话：0000000）",
        f"{PARAGRAPH}\n（此件主动公开）",
        f"{PARAGRAPH}数据来源：区统计局。",
        f"{PARAGRAPH}主要渠道有微信、微博、打印材料和现场咨询。",
        "县委：\n我局微信公众号发布信息三十条，下载量五百次。\n一、打印、复印等服务进一步规范\n时间观念不断增强。",
        "我局编辑：普法读物三本。\n来源于群众的意见已全部办结。",
        "政务公开\n打印机采购程序依法公示。",
        f"{PARAGRAPH}\n抄送：区委全面依法治区办\n青岚区城市管理局办公室 2025年1月16日印发",
        "各位代表：\n首页之后依次为目录和正文。",
    ],
)
def test_sentences_titles_signatures_and_notes_are_never_furniture(text: str) -> None:
    assert page(text_document(text)) == []


def test_a_page_word_in_the_middle_of_the_document_stays() -> None:
    text = f"{TITLE}\n{PARAGRAPH}\n来源：群众来信\n打印\n{PARAGRAPH}\n"
    assert page(text_document(text)) == []


@pytest.mark.parametrize("line", ["— 3 —", "-3-", "－ 12 －", "第3页", "第 3 页 共 9 页"])
def test_the_number_of_a_printed_page_is_furniture_anywhere(line: str) -> None:
    assert body(text_document(f"{TITLE}\n{PARAGRAPH}\n{line}\n{PARAGRAPH}\n")) == [TITLE, PARAGRAPH, PARAGRAPH]


def test_a_heading_of_the_format_is_never_furniture() -> None:
    assert body(text_document("# 首页\n\n正文。\n", "a.md")) == ["首页", "正文。"]


def test_in_a_word_file_whole_paragraphs_change_but_none_is_split() -> None:
    head = f"{TITLE} 发布时间：2025-01-20 来源：区城管局"
    document = read(
        build_docx([Paragraph(TITLE, level=0), "发布时间：2025-01-20", PARAGRAPH, head, "打印 关闭"]), name="a.docx"
    )
    assert body(document) == [TITLE, PARAGRAPH, head]
    assert document.metadata == (("published", "2025-01-20"),)


@pytest.mark.parametrize(
    "flood",
    ["来源：", "时间：", "打印 ", "首页>", "当前位置：", "【", "字号：大 ", "上一篇：甲 ", "a.", "标 题", "\t", "： "],
)
def test_a_flood_of_page_words_is_read_in_linear_time(flood: str) -> None:
    start = time.perf_counter()
    text_document(flood * (400_000 // len(flood)) + "\n正文。\n" + flood * 1000)
    assert time.perf_counter() - start < 5


def test_lines_of_many_steps_of_navigation_are_read_up_to_the_next_step_only() -> None:
    start = time.process_time()
    text_document("\n".join(["首页 > " * 100] * 200))
    assert time.process_time() - start < 4
