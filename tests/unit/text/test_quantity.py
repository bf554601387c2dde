"""Numbers with their counting words: what they are worth, and what is none."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.fold import fold_text
from lawcheck.text.quantity import Quantity, bare_number, find_quantities

Told = tuple[str, str, str | None, str, str]


def told(text: str) -> list[Told]:
    folded = fold_text(text)
    return [
        (
            folded[q.start : q.end],
            format(q.value, "f"),
            None if q.upper is None else format(q.upper, "f"),
            q.unit,
            q.qualifier,
        )
        for q in find_quantities(folded)
    ]


EXACT = [
    ("办理案件12件", ("12件", "12", "件")),
    ("发放手册1,700份", ("1,700份", "1700", "份")),
    ("办理３０件", ("30件", "30", "件")),
    ("面积15530.36平方米", ("15530.36平方米", "15530.36", "平方米")),
    ("罚没款7.6万元", ("7.6万元", "76000", "元")),
    ("投入100.92亿元", ("100.92亿元", "10092000000", "元")),
    ("受众30万人次", ("30万人次", "300000", "人次")),
    ("办结率96.40%", ("96.40%", "96.40", "%")),
    ("办结率９８％", ("98%", "98", "%")),
    ("发病率3‰", ("3‰", "3", "‰")),
    ("下降5.94个百分点", ("5.94个百分点", "5.94", "个百分点")),
    ("提高3百分点", ("3百分点", "3", "个百分点")),
    ("满意率百分之九十八点五", ("百分之九十八点五", "98.5", "%")),
    ("持证率百分之百", ("百分之百", "100", "%")),
    ("满意率百分之98.5", ("百分之98.5", "98.5", "%")),
    ("成功调解2025件", ("2025件", "2025", "件")),
    ("召开三次会议", ("三次", "3", "次")),
    ("两名工作人员", ("两名", "2", "名")),
    ("受理一百二十起", ("一百二十起", "120", "起")),
    ("出台两项办法", ("两项", "2", "项")),
    ("成立三个小组", ("三个", "3", "个")),
    ("开展一次检查", ("一次", "1", "次")),
    ("审核7个工作日", ("7个工作日", "7", "个工作日")),
    ("公示30日", ("30日", "30", "日")),
    ("人均60学时", ("60学时", "60", "学时")),
    ("9大类制度", ("9大类", "9", "大类")),
]


@pytest.mark.parametrize(("text", "expected"), EXACT)
def test_an_exact_number_is_worth_what_it_says(text: str, expected: tuple[str, str, str]) -> None:
    quote, value, unit = expected
    assert told(text) == [(quote, value, None, unit, "exact")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("征求意见50余次", ("50余次", "50", "60", "次", "more")),
        ("发放1700多份", ("1700多份", "1700", "1800", "份", "more")),
        ("公开10407余条", ("10407余条", "10407", "10408", "条", "more")),
        ("短信30万余条", ("30万余条", "300000", "310000", "条", "more")),
        ("短信30余万条", ("30余万条", "300000", "400000", "条", "more")),
        ("宣讲十余场", ("十余场", "10", "20", "场", "more")),
        ("走访百余户", ("百余户", "100", "200", "户", "more")),
        ("超过100件", ("超过100件", "100", None, "件", "more")),
        ("近2万份", ("近2万份", "20000", None, "份", "almost")),
        ("近百家", ("近百家", "100", None, "家", "almost")),
        ("约5000人次", ("约5000人次", "5000", None, "人次", "about")),
        ("30件左右", ("30件左右", "30", None, "件", "about")),
        ("数十件", ("数十件", "20", "100", "件", "about")),
        ("几百人次", ("几百人次", "200", "1000", "人次", "about")),
        ("占近九成，", ("九成", "90", None, "%", "about")),
        ("91.83%以上", ("91.83%以上", "91.83", None, "%", "at_least")),
        ("不少于2名", ("不少于2名", "2", None, "名", "at_least")),
        ("不少于30日", ("不少于30日", "30", None, "日", "at_least")),
        ("两名以上执法人员", ("两名以上", "2", None, "名", "at_least")),
        ("不超过5家", ("不超过5家", "5", None, "家", "at_most")),
        ("3天以内", ("3天以内", "3", None, "天", "at_most")),
        ("不足30人", ("不足30人", "30", None, "人", "less")),
        ("3—5次", ("3—5次", "3", "5", "次", "range")),
        ("3至5名", ("3至5名", "3", "5", "名", "range")),
        ("1.5万~2万件", ("1.5万~2万件", "15000", "20000", "件", "range")),
        ("10%—20%", ("10%—20%", "10", "20", "%", "range")),
    ],
)
def test_an_inexact_number_says_how_it_is_meant(text: str, expected: Told) -> None:
    assert told(text) == [expected]


def test_several_numbers_of_one_sentence_are_all_found() -> None:
    assert [t[0] for t in told("拆除违建703宗33576平方米，接待群众10批39人次，完成率达98%。")] == [
        "703宗",
        "33576平方米",
        "10批",
        "39人次",
        "98%",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2024年度法治政府建设",
        "2021—2025年规划",
        "2024年12月5日",
        "12月26日获得表彰",
        "5月1日至3日",
        "于15日召开",
        "上午9:30召开，下午3点结束",
        "云政发〔2024〕28号",
        "国令第722号",
        "按照第六十二条、第六十三条规定",
        "依据第62条、63条和64条",
        "第3次会议",
        "第21批创新举措",
        "排名第3位",
        "二十届三中全会",
        "县政协十一届二次会议",
        "十九届人大3次会议",
        "落实“1310”部署",
        "推进“14+N”和“3个一”模式",
        "依托12345热线和12348平台",
        "开展“12.4”宪法宣传",
        "电话0592-1234567",
        "7×24小时",
        "系统升级到2.0版",
        "见1.2.3件",
        "《关于加强12项工作的通知》",
        "一是强化学习。二是建章立制。三是抓落实",
        "（一）加强领导 1. 学习 2、宣传",
        "落实三项制度，增强四个意识，坚定四个自信，做到两个维护",
        "落实第一责任人职责，开展一系列活动，解决一批问题",
        "一件事一次办，最多跑一次",
        "深入千家万户，服务百家企业",
        "四套班子领导",
        "坚持两个毫不动摇，围绕三个方面",
        "身份证号350000199001010000",
        "持有G20证书和5G设备",
        "3条件、5人员、2项目、4处理",
        "未发生一起案件",
        "全市各级各部门",
    ],
)
def test_what_only_looks_like_a_number_is_no_quantity(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", ("12", "")),
        ("12件", ("12", "件")),
        ("1,200", ("1200", "")),
        ("80.5%", ("80.5", "%")),
        ("3万", ("30000", "")),
    ],
)
def test_a_table_cell_may_leave_its_unit_out(text: str, expected: tuple[str, str]) -> None:
    found = bare_number(text)
    assert found is not None
    assert (format(found.value, "f"), found.unit) == expected


@pytest.mark.parametrize("text", ["", "处罚12件", "12件，8件", "2024年", "1" * 20, "十二"])
def test_any_other_cell_is_no_bare_number(text: str) -> None:
    assert bare_number(text) is None


PIECES = st.sampled_from(
    [
        *"0123456789一二三十百千万亿第年月日件次人个项%余多近约超不足至—~,.“”《》〔〕（）：、，。\n",
        "百分之",
        "以上",
        "届",
        "共计",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_quantities_are_in_bounds_in_order_and_apart(text: str) -> None:
    at = 0
    for q in find_quantities(text):
        assert at <= q.start <= q.digits < q.end <= len(text)
        assert q.value >= 0
        assert q.upper is None or q.upper > q.value
        assert (q.qualifier == "exact") <= (q.upper is None)
        assert q.unit
        at = q.end


@given(st.integers(0, 10**14), st.sampled_from(["件", "人次", "%", "户", "个百分点"]))
def test_a_printed_number_is_read_back(number: int, unit: str) -> None:
    plain, grouped = (find_quantities(f"办理{form}{unit}") for form in (f"{number}", f"{number:,}"))
    assert [q.value for q in plain] == [q.value for q in grouped] == [Decimal(number)]


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(0, 20), st.integers(0, 20))
def test_a_part_of_a_text_is_read_alone(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    found: tuple[Quantity, ...] = find_quantities(text, min(start, end), end)
    assert all(start <= q.start and q.end <= end for q in found)


@pytest.mark.parametrize(
    "flood",
    [
        "1",
        "1,",
        "一",
        "第",
        "“",
        "1.1",
        "3至",
        "1件",
        "百分之",
        "1月1日、",
        "近",
        "第1条、",
        "数",
        "1万",
        "《",
        "届一次",
    ],
)
def test_a_flood_is_read_in_linear_time(flood: str) -> None:
    def seconds(size: int) -> float:
        text = (flood * size)[:size]
        begun = time.perf_counter()
        find_quantities(text)
        return time.perf_counter() - begun

    seconds(1000)
    assert seconds(100_000) < 40 * seconds(10_000) + 0.5
