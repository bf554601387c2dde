"""What the head of a row or a column says of the numbers behind it: what they count, in which unit, in which year."""

from __future__ import annotations

from dataclasses import dataclass

from lawcheck.extractors.table_units import named_unit, without_unit
from lawcheck.text.pattern import pattern
from lawcheck.text.year import find_years

_SHARE = pattern("(?:率|比例|比重|占比|百分比|满意度|%)$")

ORDINAL = pattern(r"(?:序号?|编号|项次|栏次|行次|行号|排名|名次|排序|代码|编码|(?i:no\.?))$")
NOTE = pattern("(?:备注|说明|注|注释|附注|联系电话|电话|联系方式|文号|日期|时间)$")
UNIT_HEAD = pattern("(?:计量|统计|数量|计算)?单位$")
YEAR_HEAD = pattern("(?:统计)?(?:年份|年度|时间|年)$")
TOTAL = pattern(
    "(?P<word>合计|总计|共计|小计)(?:数量?|总数|[件次人户]数|金额|数额)?[：:]?$"
    "|(?:全[年县市区局镇乡省]|本年度?|年度|以上)(?P<led>合计|总计|共计)$"
)
_RANK = {"小计": 0, "合计": 1, "共计": 1, "总计": 2}

# A change or a mean is not the quantity, nor is what was planned. 应完成 is planned, 完成率 is not.
_DERIVED = pattern(
    "同比|环比|增减|增长率|增幅|降幅|涨幅|变化率|变动率|变化情况|变动情况|[较比与](?:上一?年|去年|前一?年|(?:19|20)\\d\\d年)"
    "|年均|月均|平均|人均|^(?:增长|下降|增加|减少|上升|变化|变动)(?:数|量|额|率|幅度|%|情况)?$"
)
_AIM = pattern("(?:计划|目标|任务|预期|预计)(?!.{0,4}(?:完成|达成|落实))|目标值|指标值|应完成|标准值")
_AMONG = pattern("^(?:#|＃|\\*)?其中|其中$|^#")
_OTHER_TIME = pattern("以来|历年|至今|近[一二三四五六七八九十\\d]{1,2}年|往年")
_PART_OF_YEAR = pattern(
    "[上下]半年|季度|[一二三四1-4]季|\\d{1,2}月|[一二三四五六七八九十]{1,2}月|月份|[本当上]月|[本上当]季|截至目前"
)
_WHOLE_YEAR = pattern("1月?[—~～-]12月|12月(?:底|末|31日)|年[底末]|截[至止](?:(?:19|20)\\d\\d年)?12月")
_YEAR = pattern(
    "(?:截至|截止)?(?:19|20)\\d\\d(?:年度?(?:1月?[—~～-]12月|12月(?:底|末|31日)|[底末]|同期)?|(?=$))(?:全年|期末)?(?:情况|数据?|完成数|实际)?$"
    "|(?:截至|截止)?(?:19|20)\\d\\d年度?(?:1月?[—~～-]12月|12月(?:底|末|31日)|[底末]|同期)?"
)
_RELATIVE = pattern(
    "(?P<this>本年度?|今年|当年|本期|全年)|(?P<before>前年)|(?P<last>去年|上一?年度?|上期)(?!结转|未结|末|底|述[法职])|(?P<next>明年|下一?年度?)(?!继续)"
)
_OF_YEAR = pattern("(?:同期)?(?:情况|累计|数据?|数值|完成数|实际数?|值)?$")
_LEVELS = tuple(
    map(
        pattern,
        (
            "[一二三四五六七八九十]{1,3}[、．.]",
            "（[一二三四五六七八九十]{1,3}）",
            r"\d{1,2}[、．.](?!\d)",
            r"（\d{1,2}）",
            "[①-⑳]",
        ),
    )
)
_NUMBERED = pattern(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|（[一二三四五六七八九十\d]{1,2}）|\d{1,2}[、．.](?!\d)|[①-⑳]|其中[：:，、]?|[#＃*]|[：:])+"
)
# Words of a head that do not say what is counted.
_PLAIN = pattern(
    "(?:数量|数值|数据|数额|数目|个数|总数|数|值|统计(?:数据?|结果)?|具体数据|(?:实际)?完成(?:数量?|值|情况)?|实际(?:数量?|值|数据)?|"
    "办理情况|工作情况|情况|年度数据|实绩|工作量|工作数据|项目|指标|内容|名称|类别|类型|事项|结果)$"
)
_WIDE = pattern("[，。；]")


@dataclass(frozen=True, slots=True)
class Head:
    """One head, read. `words` are those that say what is counted.

    `unit` is a counting word or empty, with what 万 and 亿 before it are worth; `period` the year that it names.
    `rank` is that of a sum (小计 0, 合计 1, 总计 2). `is_derived`: the numbers are changes or means. `is_apart`: they
    are of a part of the year, of several years, or of a year that cannot be told. `level` is that of the number before
    the words (一、 1, （一） 2, 1. 3), 0 without one.
    """

    words: str = ""
    unit: str = ""
    worth: int = 1
    period: str | None = None
    rank: int | None = None
    is_among: bool = False
    is_derived: bool = False
    is_aim: bool = False
    is_apart: bool = False
    level: int = 0


def read_head(text: str, year: int | None) -> Head:
    """Return what a head says; `year` is the one that 本年 means."""
    found = TOTAL.match(text)
    if found:
        return Head(rank=_RANK[found["word"] or found["led"]])
    bare, unit, worth = without_unit(text)
    found = TOTAL.match(bare)
    if found:
        return Head(unit=unit, worth=worth, rank=_RANK[found["word"] or found["led"]])
    is_derived = _DERIVED.search(bare) is not None
    words, period, is_apart = (bare, None, False) if is_derived else _without_year(bare, year)
    numbered = _NUMBERED.match(words)
    words = (words[numbered.end() :] if numbered else words).rstrip("：:")
    return Head(
        words,
        unit or ("" if is_derived else named_unit(words)),
        worth,
        period,
        is_among=_AMONG.search(bare) is not None,
        is_derived=is_derived,
        is_aim=_AIM.search(bare) is not None,
        is_apart=is_apart,
        level=next((n for n, mark in enumerate(_LEVELS, 1) if mark.match(text)), 0),
    )


def is_share(label: str) -> bool:
    """Say whether a label names a rate."""
    return _SHARE.search(label) is not None


def is_plain(words: str) -> bool:
    """Say whether the words of a head tell nothing of what is counted (数量)."""
    return _PLAIN.match(words) is not None


def is_headlike(text: str) -> bool:
    """Say whether a cell is short enough for a head, and no sentence."""
    return len(text) <= 40 and _WIDE.search(text) is None


def year_of(text: str, year: int | None) -> tuple[str | None, bool]:
    """Return the year that a line names for all of a table, and whether it speaks of another time than one year."""
    _, period, is_apart = _without_year(text, year)
    return period, is_apart


def _without_year(text: str, year: int | None) -> tuple[str, str | None, bool]:
    """Return the words left, the year named, and whether the numbers are of another time than one year."""
    years = find_years(text if not text.isdigit() else f"{text}年")
    is_apart = (
        any(y.context in ("range", "since") for y in years)
        or _OTHER_TIME.search(text) is not None
        or (_PART_OF_YEAR.search(text) is not None and _WHOLE_YEAR.search(text) is None)
    )
    named = str(years[-1].year) if years else None
    if is_apart:
        return text, named, True
    if named:
        m = next(iter(_YEAR.finditer(text)), None)
        return (text[: m.start()] + text[m.end() :] if m else text), named, False
    m = _RELATIVE.match(text)
    if m is None:
        return text, None, False
    shift = 0 if m["this"] else 1 if m["next"] else -2 if m["before"] else -1
    behind = _OF_YEAR.match(text, m.end())
    words = "" if behind else text[m.end() :].removeprefix("同期") if shift else text
    if shift and year is None:
        return words, None, True
    return words, None if year is None or not shift else str(year + shift), False
