from __future__ import annotations

import pytest

from lawcheck import load_ruleset
from lawcheck.outliner.head import find_head
from tests.unit.outliner.words import document

BODY = "2024年，我局认真履职，工作取得成效。\n一、主要工作\n开展检查十次。\n二、下一步打算\n继续努力。"
LEGAL = "规范执法行为，开展普法宣传，依法办理行政复议，落实法律顾问制度，审查规范性文件。"


def genre(text: str, title: str | None = None) -> str:
    return find_head(document(text, title=title), load_ruleset().vocabulary).genre


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("云溪县民政局关于2024年法治政府建设情况的报告", "report"),
        ("云溪县2024年度法治政府建设年度报告", "report"),
        ("云溪县2024年法治政府建设情况", "report"),
        ("云溪县2024年法治建设工作总结", "report"),
        ("云溪县2024年推进依法行政工作情况的汇报", "report"),
        ("云溪县2024年法治工作总结", "report"),
        ("云溪县2024年法治政府工作报告", "report"),
        ("云溪县2024年法治民政建设工作报告", "report"),
        ("云溪县2024年法治政府建设工作总结及2025年工作计划", "report"),
        ("云溪县2024年法治政府建设情况和2025年工作安排的报告", "report"),
        ("云溪县关于报送2024年法治政府建设情况的报告", "report"),
        ("云溪县关于落实《法治政府建设与责任落实督察工作规定》情况的报告", "report"),
        ("云溪县2024年法治政府建设暨行政执法工作情况报告", "report"),
        ("云溪县2024年普法和法治政府建设工作总结", "report"),
        ("云溪县2024年度法治政府建设年度报告（公开稿）", "report"),
        ("云溪县关于印发《2024年法治政府建设情况报告》的通知", "notice"),
        ("云溪县关于2024年法治政府建设考核结果的通报", "notice"),
        ("云溪县关于公开2024年法治政府建设报告的公告", "notice"),
        ("云溪县2025年法治政府建设工作要点", "other"),
        ("云溪县2025年法治政府建设工作计划", "other"),
        ("云溪县法治政府建设实施方案", "other"),
        ("云溪县关于加强法治政府建设的意见", "other"),
        ("云溪县法治政府建设考核办法", "other"),
        ("云溪县民政局局长2024年度述职述法报告", "other"),
        ("云溪县关于法治政府建设督察反馈问题整改情况的报告", "other"),
        ("云溪县法治政府建设示范创建情况报告", "other"),
        ("云溪县法治政府建设调研报告", "other"),
        ("云溪县2024年度行政执法情况报告", "other"),
        ("云溪县2024年度行政复议和应诉工作年报", "other"),
        ("云溪县民政局2024年普法工作总结", "other"),
        ("云溪县法治政府建设工作推进会", "other"),
        ("《云溪县法治政府建设实施方案》政策解读", "explanation"),
        ("一图读懂云溪县2024年法治政府建设报告", "explanation"),
        ("图解：云溪县2024年法治政府建设报告", "explanation"),
        ("云溪县法治政府建设知识问答", "explanation"),
        ("云溪县民政局2024年度政府信息公开工作年度报告", "disclosure_report"),
        ("云溪县2024年政务公开工作总结", "disclosure_report"),
        ("2025年云溪县政府工作报告", "work_report"),
        ("云溪县民政局2024年工作总结", "work_summary"),
        ("云溪县民政局2024年度工作情况汇报", "work_summary"),
        ("云溪县民政局2024年工作总结及2025年工作计划", "work_summary"),
        ("关于县人大会议第12号建议的答复", "reply"),
        ("云溪县关于法治政府建设有关问题的复函", "reply"),
        ("云溪县民政局2024年养老服务发展报告", "other"),
    ],
)
def test_end_of_the_title_tells_the_genre(title: str, expected: str) -> None:
    assert genre(f"{title}\n{BODY}") == expected
    assert genre(BODY, title) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("现将我局2024年法治政府建设情况报告如下：", "report"),
        ("2024年，我局推动法治政府建设取得新成效，现将有关情况汇报如下。", "report"),
        ("2024年，我局扎实推进法治政府建设各项工作。", "report"),
        ("2024年，我局统筹推进养老服务、平安建设、法治政府建设等工作。", "other"),
        ("为推进2025年法治政府建设，结合我县实际，制定本方案。", "other"),
        ("同志们：今天总结2024年推进法治政府建设的工作。", "other"),
        ("2024年，本人认真履行职责，推进法治政府建设。", "other"),
        ("现将《2025年法治政府建设工作要点》印发给你们，请认真贯彻执行。", "notice"),
        ("您提出的加强法治政府建设的建议收悉，现答复如下：", "reply"),
        ("本报告根据《中华人民共和国政府信息公开条例》编制。", "disclosure_report"),
        ("各位代表：我代表县人民政府，向大会报告工作。", "work_report"),
    ],
)
def test_opening_tells_the_genre_of_a_text_without_title(opening: str, expected: str) -> None:
    assert genre(f"{opening}\n一、规范执法\n{LEGAL}\n二、深化普法\n{LEGAL}") == expected


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("一、推进法治政府建设的主要举措和成效|二、存在的问题", "report"),
        ("一、工作开展情况|二、履行推进法治建设第一责任人职责情况", "report"),
        ("一、起草背景|二、主要内容", "explanation"),
        ("一、主动公开政府信息情况|二、收到和处理政府信息公开申请情况", "disclosure_report"),
        ("一、经济发展|二、推进法治政府建设", "other"),
    ],
)
def test_headings_tell_the_genre_of_a_text_without_title(headings: str, expected: str) -> None:
    body = "\n".join(f"{heading}\n完成任务，成效明显，群众满意。" for heading in headings.split("|"))
    assert genre(body) == expected


def test_subject_named_once_among_other_work_makes_no_report() -> None:
    other = "新建道路十公里，招商引资项目五个，培育合作社三家。" * 10
    assert genre(f"2024年，全镇推进法治政府建设。\n一、经济发展\n{other}\n二、乡村振兴\n{other}") == "other"


def test_summary_is_a_report_when_its_opening_announces_one() -> None:
    title = "云溪县民政局2024年工作总结"
    assert genre(f"{title}\n现将2024年法治政府建设工作情况总结如下。\n一、加强领导\n开会十次。") == "report"


def test_evidence_is_the_phrase_that_told() -> None:
    made = document("云溪县民政局\n2024年法治政府\n建设情况报告\n" + BODY)
    told = find_head(made, load_ruleset().vocabulary).genre_evidence
    assert told is not None
    assert (told.value, told.origin, told.span and told.span.of(made.text)) == (
        "法治政府建设情况报告",
        "title",
        "法治政府\n建设情况报告",
    )


@pytest.mark.parametrize("text", ["", "春天来了，花开了。", "云溪县民政局", "1 2 3"])
def test_any_other_text_is_other(text: str) -> None:
    assert genre(text) == "other"
