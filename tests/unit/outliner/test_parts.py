from __future__ import annotations

import pytest

from lawcheck import load_ruleset
from lawcheck.model.outline import Outline
from lawcheck.outliner import outline
from tests.unit.outliner.pages import lines_document

TITLE = "云溪县民政局关于2024年法治政府建设情况的报告\n"
WORK = (
    "全年召开专题会议4次，研究事项6个，推动各项任务落到实处，执法质量稳步提升，"
    "群众满意度不断提高，法治氛围日益浓厚，各项指标全面完成，信访总量持续下降。"
)


def outline_of(body: str) -> tuple[Outline, str]:
    document = lines_document(TITLE + body)
    return outline(document, load_ruleset().vocabulary), document.text


@pytest.mark.parametrize(
    ("role", "heading"),
    [
        ("shortcomings", "二、存在的不足和原因"),
        ("shortcomings", "二、2024年推进法治政府建设存在的问题及原因分析"),
        ("shortcomings", "二、存在困难"),
        ("shortcomings", "二、工作中的短板和不足"),
        ("shortcomings", "二、主要问题"),
        ("plan", "二、下一步工作打算"),
        ("plan", "二、2025年法治政府建设工作思路"),
        ("plan", "二、2025年主要安排"),
        ("plan", "二、下一年度推进法治政府建设的主要安排"),
        ("plan", "二、工作计划"),
        ("first_responsible", "二、党政主要负责人履行推进法治建设第一责任人职责情况"),
        ("first_responsible", "二、局主要负责同志履行法治建设第一责任人职责，加强法治政府建设的有关情况"),
        ("first_responsible", "二、法治建设第一责任人履职情况"),
        ("other_matters", "二、其他需要报告的情况"),
        ("measures", "二、2024年推进法治政府建设的主要举措和成效"),
        ("measures", "二、2024年工作开展情况"),
    ],
)
def test_a_heading_names_its_part(role: str, heading: str) -> None:
    result, text = outline_of(f"一、坚持党的领导\n{WORK}\n{heading}\n{WORK}")
    part = result.part(role)
    assert part is not None
    assert (part.found, part.anchor.of(text)) == ("headed", heading)


@pytest.mark.parametrize(
    "heading",
    [
        "二、坚持问题导向，补齐工作短板",
        "二、聚焦突出问题整改，提升执法质效",
        "二、解决群众反映强烈的问题",
        "二、压实安全生产第一责任人责任",
        "二、完善工作计划，落实重点任务",
    ],
)
def test_a_heading_of_work_done_names_no_part(heading: str) -> None:
    result, _ = outline_of(f"一、坚持党的领导\n{WORK}\n{heading}\n{WORK}")
    assert [p.role for p in result.parts] == ["measures"]


@pytest.mark.parametrize(
    ("role", "found", "sentence"),
    [
        ("first_responsible", "stated", "局党组书记自觉履行推进法治建设第一责任人职责，带头学法。"),
        ("first_responsible", "lead", "一是履行第一责任人职责。主要负责人带头学法。二是压实责任。"),
        ("shortcomings", "stated", "虽然取得一定成绩，但仍存在执法力量薄弱等问题。"),
        ("plan", "stated", "2025年，我局将继续抓好执法培训。"),
        ("plan", "closing", "下一步，我局将继续抓好执法培训。"),
    ],
)
def test_a_sentence_of_the_body_states_a_part(role: str, found: str, sentence: str) -> None:
    result, _ = outline_of(f"一、坚持党的领导\n{WORK}\n二、规范执法\n{WORK}{sentence}")
    part = result.part(role)
    assert part is not None
    assert part.found == found


@pytest.mark.parametrize(
    "sentence",
    [
        "认真学习《党政主要负责人履行推进法治建设第一责任人职责规定》，提高认识。",
        "局长是安全生产第一责任人，带队检查企业12次。",
        "深入开展专项活动，查摆问题、剖析根源，逐项整改。",
        "针对巡察中存在的问题制定整改措施，全部整改到位。",
        "经自查，未发现存在违规执法问题。",
        "推动3个项目列入2025年县政府立法计划。",
    ],
)
def test_work_done_and_mere_citations_state_no_part(sentence: str) -> None:
    result, _ = outline_of(f"一、坚持党的领导\n{WORK}\n二、规范执法\n{WORK}{sentence}")
    assert [(p.role, p.found) for p in result.parts] == [("measures", "thematic")]


def test_a_merged_heading_carries_both_parts() -> None:
    result, text = outline_of(f"一、坚持党的领导\n{WORK}\n二、存在问题及下一步打算\n{WORK}")
    assert [(p.role, p.anchor.of(text)) for p in result.parts if p.role != "measures"] == [
        ("shortcomings", "二、存在问题及下一步打算"),
        ("plan", "二、存在问题及下一步打算"),
    ]


def test_subheadings_of_a_merged_heading_carry_their_own_part() -> None:
    body = f"一、坚持党的领导\n{WORK}\n二、存在问题及下一步打算\n（一）存在问题\n{WORK}\n（二）下一步打算\n{WORK}"
    result, text = outline_of(body)
    assert [(p.role, p.anchor.of(text)) for p in result.parts if p.role != "measures"] == [
        ("shortcomings", "（一）存在问题"),
        ("plan", "（二）下一步打算"),
    ]


def test_a_report_without_any_heading_only_states_its_measures() -> None:
    result, _ = outline_of(WORK * 2)
    assert [(p.role, p.found) for p in result.parts] == [("measures", "stated")]
