"""Numbers linked to the indicators of the vocabulary."""

from __future__ import annotations

import pytest

from tests.unit.extractors.ledger import named, vocabulary

VECTORS = [
    (
        "全年承办代表建议15件，其中主办11件、协办4件，办结率、满意率均为100%。",
        ["N032.total 15", "N032.lead 11", "N032.joint 4", "N032.rate 100", "N032.satisfaction 100"],
    ),
    (
        "办理政协提案26件，其中主办14件，会办12件，委员满意度98%。",
        ["N033.total 26", "N033.lead 14", "N033.joint 12", "N033.satisfaction 98"],
    ),
    (
        "政务服务事项共2500项，其中网上可办2390项，网上可办率96.5%。",
        ["N041.total 2500", "N041.online 2390", "N041.rate 96.5"],
    ),
    (
        "审结行政复议案件40件，其中撤销5件、确认违法8件，直接纠错率32%；撤回12件，综合纠错率62.5%。",
        [
            "N025.closed 40",
            "N025.overturned 5",
            "N025.unlawful 8",
            "N026.direct_rate 32",
            "N025.ended 12",
            "N026.rate 62.5",
        ],
    ),
    (
        "新收行政复议案件140件，上年结转5件，审结137件，未结8件。",
        ["N025.received 140", "N025.carried 5", "N025.closed 137", "N025.pending 8"],
    ),
    (
        "行政机关负责人应出庭22件，实际出庭21件，出庭应诉率95.45%。",
        ["N029.due 22", "N029.attended 21", "N029.rate 95.45"],
    ),
    ("局主要负责人出庭应诉2次，分管负责人出庭应诉3次。", ["N030.attended 2", "N029.attended 3"]),
    ("收到行政应诉案件7件，撤诉1件，败诉2件。", ["N027.received 7", "N027.withdrawn 1", "N028.lost 2"]),
    ("一审败诉率8.21%，同比下降4.5个百分点。", ["N028.loss_rate 8.21", "- 4.5"]),
    (
        "作出行政处罚决定130件，其中警告40件，罚款65件，没收违法所得25件，罚没金额76.1万元。",
        ["N019.total 130", "N019.warning 40", "N019.fine 65", "N019.confiscation 25", "N020.amount 761000"],
    ),
    ("普通程序10件、简易程序2件，听证1次。", ["N021.ordinary 10", "N021.summary 2", "N021.hearing 1"]),
    (
        "受理行政许可申请2660件，准予许可2640件，不予许可15件，撤销5件。",
        ["N022.accepted 2660", "N022.granted 2640", "N022.refused 15", "N022.revoked 5"],
    ),
    ("调处矛盾纠纷380件，调处成功率96%。", ["N038.mediated 380", "N038.rate 96"]),
    (
        "清理规范性文件20件，其中保留15件、修改3件、废止2件。",
        ["N010.total 20", "N010.kept 15", "N010.amended 3", "N010.repealed 2"],
    ),
    (
        "制定行政规范性文件3件，报备率、及时率、规范率均为100%。",
        ["N009.made 3", "N012.rate 100", "N012.timely_rate 100", "N012.standard_rate 100"],
    ),
    ("公平竞争审查文件7件，其中修改后出台1件。", ["N014.total 7", "N014.amended 1"]),
    (
        "现有行政执法人员25人，持证23人，持证率92%，新增持证人员3人。",
        ["N015.staff 25", "N015.certified 23", "N015.rate 92", "N015.new 3"],
    ),
    ("开展执法培训4期，参训执法人员120人次，人均60学时。", ["N016.total 4", "N016.attendances 120", "N016.hours 60"]),
    (
        "组织法治理论考试，应考44人，参考43人，参考率97.7%，合格率100%。",
        ["N003.due 44", "N003.attended 43", "N003.attendance_rate 97.7", "N003.pass_rate 100"],
    ),
    (
        "专题研究法治工作6次，开展会前学法12次，组织旁听庭审2次、参加36人次。",
        ["N002.total 6", "N001.total 12", "N004.total 2", "N004.people 36"],
    ),
    ("法律顾问出具意见书18份，参与合同审查30件。", ["N005.opinions 18", "N005.matters 30"]),
    ("公开征求意见30日，合法性审核7个工作日。", ["N007.days 30", "N008.days 7"]),
    (
        "案卷评查30份，其中优秀20份、合格9份、不合格1份。",
        ["N024.total 30", "N024.excellent 20", "N024.passed 9", "N024.failed 1"],
    ),
    ("收到司法建议2件、检察建议3件，回复率100%。", ["N031.judicial 2", "N031.procuratorial 3", "N031.rate 100"]),
    ("主动公开政府信息120条，收到依申请公开9件，已答复9件。", ["N034.total 120", "N035.received 9", "N035.closed 9"]),
    (
        "被申请行政复议4件。因政府信息公开被申请行政复议1件，信息公开类行政诉讼案件2件。",
        ["N025.total 4", "N036.review 1", "N036.litigation 2"],
    ),
    ("涉及政府信息公开的行政复议3件，其他行政复议5件。", ["N036.review 3", "N025.total 5"]),
    ("受理信访事项44件，按期办结44件，群众满意率98%。", ["N039.total 44", "N039.closed 44", "N039.satisfaction 98"]),
    ("现场述法21人，书面述法452人，述法覆盖率100%。", ["N040.in_person 21", "N040.written 452", "N040.rate 100"]),
    ("开展“双随机”抽查6批次，抽查企业120户。", ["N018.total 6", "N018.firms 120"]),
    (
        "开展普法宣传活动30余场次，发放资料近2万份，受众约5000人次。",
        ["N037.events 30", "N037.copies 20000", "N037.audience 5000"],
    ),
    (
        "办理婚姻登记1200对，其中结婚登记800对，离婚登记400对。",
        ["civil.marriages.total 1200", "civil.marriages.marriages 800", "civil.marriages.divorces 400"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VECTORS)
def test_a_number_is_linked_to_what_its_words_name(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到行政复议案件3件，收到群众来信12件，收到建议意见30条。", ["N025.received 3", "N039.total 12", "- 30"]),
        ("行政处罚案件同比下降12%，行政应诉案件减少3件。", ["- 12", "- 3"]),
        ("败诉率下降到3.5%，群众满意率提高至98%。", ["N028.loss_rate 3.5", "N042.rate 98"]),
        ("持证率由85%提升到100%。", ["- 85", "N015.rate 100"]),
        ("办理人大代表建议和政协提案共35件。", ["- 35"]),
        ("废止和宣布失效文件5件，清理文件60件。", ["- 5", "N010.total 60"]),
        ("受理信访件29件，其中县信访局转来5件，平台转来24件。", ["N039.total 29", "- 5", "- 24"]),
        ("一是行政复议应诉。收到各类来电12件。", ["- 12"]),
        ("采用书面审查方式答复咨询8件。", ["- 8"]),
    ],
)
def test_what_is_not_the_quantity_itself_is_linked_to_none(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_rate_or_a_zero_of_two_things_is_of_both() -> None:
    assert sorted(named("行政复议、行政诉讼案件均为0件。")) == ["N025.total 0", "N027.total 0"]
    assert sorted(named("人大建议、政协提案办结率100%。")) == ["N032.rate 100", "N033.rate 100"]


def test_the_lead_of_the_item_names_the_subject() -> None:
    text = "一是规范行政应诉。我局认真准备每个案件。今年案件总数为33件，败诉5件。"
    assert named(text) == ["N027.total 33", "N028.lost 5"]


def test_the_nearest_subject_wins() -> None:
    text = "办理代表建议12件，其中主办10件；办理提案23件，其中主办13件。"
    assert named(text) == ["N032.total 12", "N032.lead 10", "N033.total 23", "N033.lead 13"]


def test_every_indicator_of_the_register_is_there() -> None:
    ids = [indicator.id for indicator in vocabulary().indicators]
    assert sorted(i for i in ids if i.startswith("N")) == [f"N{n:03}" for n in range(1, 43)]
    assert {i.partition(".")[0] for i in ids if "." in i} == {"civil", "market", "education", "health", "town"}
