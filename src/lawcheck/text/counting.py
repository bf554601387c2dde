"""Counting words: what follows a number when something is counted or measured."""

from __future__ import annotations

from lawcheck.text.pattern import alternation

# Words that count nothing else: longest first by `alternation`.
# fmt: off
_LONG = (
    "人次", "户次", "家次", "件次", "场次", "车次", "班次", "批次", "频次", "例次", "门次", "个百分点",
    "百分点", "个工作日", "工作日", "个月", "小时", "分钟", "个学时", "学时", "课时", "平方公里", "平方米", "立方米",
    "公里", "千米", "公顷", "公斤", "千克", "毫米", "厘米", "大类", "大项", "大件", "小项", "小类",
    "%", "‰",
)
# fmt: on
# One character each, with what may not follow, since together the two would be another word (人员, 条例, 处理).
_SHORT = {
    "件": "套",
    "次": "要日年月序生品长",
    "人": "员大民才事口力工身均社选群士生物类格权文居性防机行像脸体为",
    "户": "外籍口型",
    "名": "称录单义额下城誉",
    "个": "人体性别",
    "项": "目",
    "条": "件例款块线文约",
    "份": "额量子",
    "场": "所地景合",
    "期": "间末待限满货",
    "门": "户槛诊",
    "篇": "章幅目",
    "宗": "旨教族祠",
    "起": "来诉草到步点源施义伏底初",
    "家": "庭属具园长教政",
    "套": "取路用餐利牌",
    "类": "型别似推比",
    "批": "准评复示量发阅判改",
    "级": "别",
    "元": "旦素件宵首月",
    "天": "然津气下地",
    "日": "报常前益",
    "页": "面岩",
    "本": "级地市县区局单年月身次院机部着辖系行科来质职",
    "册": "",
    "幅": "度员射",
    "块": "",
    "处": "理置罚于分级长室以在方",
    "支": "持出撑付部行书流架柱",
    "所": "有属在需以谓涉得长出列做作提辖获示",
    "部": "门委署级队长分位",
    "对": "于应照象外接比",
    "例": "如行外会证",
    "票": "据",
    "分": "之钟局中管队支类级别行析享发公布",
    "位": "于置居列次",
    "台": "账胞湾风商前企办州海北资联江",
    "辆": "",
    "艘": "",
    "张": "贴",
    "只": "有要能是需剩",
    "座": "谈位",
    "栋": "",
    "间": "隔接谍距断",
    "轮": "训流候值换",
    "组": "织成建长",
    "枚": "",
    "款": "项式",
    "节": "约能点假",
    "卷": "宗入烟",
    "班": "子级组",
    "米": "",
    "亩": "",
    "吨": "",
    "趟": "",
    "回": "复应访",
}


def _guarded(words: str, also: str = "") -> str:
    return "|".join(f"{w}(?![{_SHORT[w]}{also}])" if _SHORT[w] + also else w for w in words)


UNIT = f"(?:{alternation(tuple(_LONG))}|{_guarded(''.join(_SHORT))})"
# What Chinese numerals count in running text (一次性, 一件套 are words of their own); 个 and 项 only behind a verb,
# since 四个意识 and 三项制度 are names.
HAN_UNIT = (
    "(?:人次|户次|家次|件次|场次|班次|批次|个工作日|工作日|"
    + _guarded("件次名条份场期篇宗起家户支位例所幅册张", "性办数")
    + ")"
)
HAN_UNIT_AFTER_VERB = "(?:个(?![人体性别月])|项(?!目))"
