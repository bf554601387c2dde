"""What a number counts, wherever its words stand."""

from __future__ import annotations

import pytest

from tests.unit.extractors.ledger import lines, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清理规范性文件2件，均予保留。", ["清理规范性文件 2 件"]),
        ("配有3名法治专员。", ["配有法治专员 3 名"]),
        ("2024年，共举办培训4期。", ["举办培训 4 期"]),
        ("截至目前，累计受理工单30余件。", ["受理工单 ~30-40 件"]),
        ("案件总数为33件。", ["案件总数 33 件"]),
        ("处置率达到98.2%。", ["处置率 98.2 %"]),
        ("发放《社会救助手册》共计500份。", ["发放《社会救助手册》 500 份"]),
        ("特别程序（申请认定）1件。", ["特别程序（申请认定） 1 件"]),
        ("接待群众10批39人次。", ["接待群众 10 批", "接待群众 39 人次"]),
        ("发现违建35宗，共计1530.5平方米。", ["发现违建 35 宗", "发现违建 1530.5 平方米"]),
        ("形成人事、财务等9大类74项制度。", ["制度 9 大类", "制度 74 项"]),
        ("走访14家重点企业和26个重点项目。", ["走访重点企业 14 家", "重点项目 26 个"]),
        ("梳理6类权力清单及流程图44项。", ["梳理权力清单 6 类", "流程图 44 项"]),
        ("合格率、备案率100%。", ["合格率 100 %", "备案率 100 %"]),
        (
            "查阅率、及时率、办结率和群众满意率都达到100%。",
            ["查阅率 100 %", "及时率 100 %", "办结率 100 %", "群众满意率 100 %"],
        ),
        ("主办、协办分别为10件、2件。", ["主办 10 件", "协办 2 件"]),
        ("持证率由85%提升到100%。", ["持证率 85 %", "持证率 100 %"]),
        ("召开人大常委会第三次会议，书面报告2次。", ["书面报告 2 次"]),
        ("和解3件，共享数据8条。", ["和解 3 件", "共享数据 8 条"]),
        ("及时办结率100%。", ["及时办结率 100 %"]),
        ("现有执法人员2人，其他单位12家。", ["现有执法人员 2 人", "其他单位 12 家"]),
    ],
)
def test_the_label_is_found_around_the_number(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_the_quote_is_the_phrase_with_its_number() -> None:
    document, facts = read("今年以来，承办代表建议15件，其中主办11件；为3个镇配备执法终端。")
    quotes = [(f.span.of(document.text), f.number.of(document.text)) for f in facts.facts]
    assert quotes == [
        ("承办代表建议15件", "15件"),
        ("主办11件", "11件"),
        ("3个镇配备执法终端", "3个"),
    ]


def test_full_width_digits_and_blanks_stay_in_the_quote() -> None:
    document, facts = read("累计发放宣传手 册１,２00 份，群众满意。")
    fact = facts.facts[0]
    assert (fact.label, fact.value, fact.span.of(document.text)) == ("发放宣传手册", 1200, "发放宣传手 册１,２00 份")


def test_the_sentence_is_the_whole_one() -> None:
    document, facts = read("一是抓培训。全年培训4期；参训120人次。二是抓考核。")
    assert [f.sentence.of(document.text) for f in facts.facts] == ["全年培训4期；参训120人次"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "严格落实“三项制度”，增强“四个意识”，学习二十届三中全会精神。",
        "依托12345热线，印发〔2024〕28号文件，5月20日上午9:30召开会议。",
        "一是强化学习。二是建章立制。深入推进“14+N”“1310”部署，开展一系列活动，解决一批问题。",
        "按照第六十二条、第63条规定，对标2021—2025年规划，落实第一责任人职责。",
    ],
)
def test_names_dates_and_ordinals_are_no_facts(text: str) -> None:
    assert lines(text) == []


def test_title_and_closing_hold_no_facts() -> None:
    text = "云溪县3个镇2024年法治政府建设情况报告\n一、主要举措和成效\n办理案件4件。\n云溪县民政局\n2025年1月8日\n"
    assert [f.value for f in read(text, whole=True)[1].facts] == [4]
