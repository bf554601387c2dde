"""Which profile the name of an issuing body tells. All bodies are invented, but for the four municipalities."""

from __future__ import annotations

import pytest

from lawcheck import load_ruleset

BODIES = {
    "civil-affairs": """
        云溪县民政局 松原省民政厅 青岚区民政和社会保障局 云溪县民政和人力资源局 国家民政部 镇江县民政局
    """,
    "market-supervision": """
        青岚区市场监督管理局 云溪县市场监管局 松原省市场监督管理局 青岚市市场监督管理委员会
        云溪县市场监督管理和知识产权局 云溪县工商行政管理局 云溪经济开发区市场监督管理局
    """,
    "education": """
        云溪县教育局 云溪县教育体育局 云溪县教育和体育局 青岚区教育委员会 松原省教育厅 云溪县教体局
        青岚区教委 云溪县教育科技和体育局 瓷德镇市教育局
    """,
    "health": """
        云溪县卫生健康局 青岚区卫生健康委员会 松原省卫生健康委 云溪县卫健局 青岚区卫健委 云溪县卫生局
        云溪县卫生和计划生育局 云溪县卫生健康和体育局
    """,
    "justice": "云溪县司法局 松原省司法厅 青岚区司法局",
    "department": """
        云溪县财政局 青岚区发展和改革委员会 松原省住房和城乡建设厅 云溪县人民政府办公室 松原省人民政府办公厅
        云溪县政府办公室 青岚区国有资产监督管理委员会 青岚区人民政府国有资产监督管理委员会 云溪县乡村振兴局
        云溪县综合行政执法局 云溪县综合行政执法大队 云溪县信访局 青岚区城市管理委员会 云溪县大数据中心
        云溪县机关事务服务中心 松原省农业农村厅 云溪县公安局交通警察大队 云溪市生态环境局青岚分局
        云溪县数据局 云溪县行政审批服务局 云溪县疾病预防控制局 云溪县民族宗教事务委员会 云溪县民宗委
        青岚区政务服务管理办公室 栖霞岭片区管理局
    """,
    "township": """
        栖霞岭镇人民政府 云溪县栖霞岭镇人民政府 云溪县柳湾乡人民政府 云溪县白石民族乡人民政府
        白云苏木人民政府 栖霞岭镇 云溪县柳湾乡 中共栖霞岭镇委员会 栖霞岭镇党委 栖霞岭镇党委、镇人民政府
        中共栖霞岭镇委员会、栖霞岭镇人民政府 云溪县柳湾乡政府 白石镇党政综合办公室
    """,
    "street": """
        青岚区柳街街道办事处 柳街街道 青岚区人民政府柳街街道办事处 柳街街道党工委
        中共青岚区柳街街道工作委员会 柳街街道党工委、办事处 青岚区柳街街道办 柳镇街道办事处 云溪市城关街道
    """,
    "county-government": """
        云溪县人民政府 青岚区人民政府 松原市青岚区人民政府 重庆市青岚区人民政府 白云自治县人民政府
        云溪旗人民政府 云溪县政府 云溪县委、县政府 中共云溪县委、云溪县人民政府 云溪经济技术开发区管理委员会
        青岚高新技术产业开发区管委会 云溪综合实验区管委会 松原新区管理委员会 云溪风景名胜区管理委员会
        云溪经济开发区党工委、管委会 云溪工业园区管委会 云溪保税港区管理委员会
    """,
    "city-government": """
        云溪市人民政府 松原省云溪市人民政府 白云自治州人民政府 云溪盟行政公署 松原地区行政公署 云溪市政府
        中共云溪市委、云溪市人民政府
    """,
    "province-government": """
        松原省人民政府 白云自治区人民政府 松原省政府 北京市人民政府 天津市人民政府 上海市人民政府
        重庆市人民政府
    """,
    # Organs under a ministry, of the party, of the congress, courts, firms: none of these classes.
    "national": """
        云溪县人民法院 云溪县人民检察院 云溪县税务局 国家税务总局云溪县税务局 青岚海关 云溪县国家安全局
        云溪县委宣传部 云溪县白石司法所 云溪县图书馆 云溪县第一中学 云溪县总工会 中共云溪县委员会 云溪县委
        云溪县人大常委会 云溪县委全面依法治县委员会办公室 云溪水务集团有限公司
    """,
}
ALL = [(name, profile) for profile, names in BODIES.items() for name in names.split()]


@pytest.mark.parametrize(("name", "profile"), ALL)
def test_the_name_of_a_body_tells_its_class(name: str, profile: str) -> None:
    assert load_ruleset().detect(name, None).id == profile


def test_every_class_of_body_is_in_the_table_and_no_overlay_is_ever_detected() -> None:
    profiles = load_ruleset().profiles
    assert {p.id for p in profiles if not p.is_overlay} == set(BODIES)
    assert [p.id for p in profiles if p.is_overlay and (p.issuers.phrases or p.issuers.re)] == []


def test_a_class_reached_over_another_keeps_its_rules_but_for_those_it_leaves_out() -> None:
    ruleset = load_ruleset()
    ids = {p.id: {rule.id for rule in p.rules} for p in ruleset.profiles}
    assert ids["department"] - ids["justice"] == {"C011"}
    assert ids["county-government"] - ids["city-government"] == {"C019"}
    assert ids["township"] - ids["street"] == {"E109"}
    assert all(ids["national"] <= ids[name] for name in BODIES if name != "street")


@pytest.mark.parametrize("overlay", [p.id for p in load_ruleset().profiles if p.is_overlay])
def test_an_overlay_goes_on_every_class(overlay: str) -> None:
    ruleset = load_ruleset()
    for name in BODIES:
        assert len(ruleset.plan(f"{name}+{overlay}").rules) >= len(ruleset.plan(name).rules)


def test_an_overlay_of_duties_makes_warnings_of_them() -> None:
    plan = load_ruleset().plan("department+liaoning")
    graver = {p.rule.id: p.rule.severity for p in plan.rules if "G7" in {c.id for c in p.rule.basis}}
    assert graver == dict.fromkeys(("E141", "E142", "E143", "E144", "E145", "E146", "E147"), "warning")
