"""Quantities in folded text: a number with its counting word, how exactly it is meant, and where it stands.

Not quantities: years, dates, document numbers, articles, ordinals, times of day, and numbers in a name (“14+N”, 12345).
Chinese numerals count only where a counting word follows and the two are no set phrase (四个意识, 三项制度).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lawcheck.text.counting import HAN_UNIT, HAN_UNIT_AFTER_VERB, UNIT
from lawcheck.text.numeral import to_int
from lawcheck.text.pattern import Match, pattern

# How exactly a number is meant: 50余 is `more`, 近百 `almost`, 约30 `about`, 30以上 `at_least`, 不足30 `less`,
# 3至5 `range`.
Qualifier = Literal["exact", "more", "almost", "about", "at_least", "at_most", "less", "range"]

_MAX_DIGITS = 15  # longer ones are account, telephone or identity numbers
_BEFORE: dict[str, Qualifier] = {
    **dict.fromkeys(("超过", "超", "逾", "突破", "高于", "大于", "多于"), "more"),
    **dict.fromkeys(("将近", "接近", "近"), "almost"),
    **dict.fromkeys(("大约", "大概", "约为", "约"), "about"),
    **dict.fromkeys(("至少", "不少于", "不低于", "不小于"), "at_least"),
    **dict.fromkeys(("至多", "最多", "不超过", "不高于", "不多于"), "at_most"),
    **dict.fromkeys(("不足", "不到", "少于", "低于", "未满"), "less"),
}
_AFTER: dict[str, Qualifier] = {
    **dict.fromkeys(("左右", "上下"), "about"),
    **dict.fromkeys(("以上", "及以上"), "at_least"),
    **dict.fromkeys(("以下", "以内", "之内"), "at_most"),
    **dict.fromkeys(("有余", "之多"), "more"),
}
_WORTH = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_BEFORE_DATE = frozenset("月于在至到同当本次每—-~")
_PREFIX = pattern(
    r"(?:(?<!不)超过|(?<!不)超|逾|突破|(?<!不)高于|大于|(?<!不)多于|将近|接近|(?<![最附新])近|大约|大概|约为"
    r"|(?<![签合条公契特预节制])约|至少|不少于|不低于|不小于|至多|最多|不超过|不高于|不多于"
    r"|不足|不到|(?<!不)少于|(?<!不)低于|未满)$"
)
_LONGEST_PREFIX = 3
_DIGITS = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+"
_SUFFIX = r"(?P<after>左右|上下|及?以上|以下|以内|之内|有余|之多)?+"
_ARABIC = pattern(
    rf"(?<![\dA-Za-z.,+×*/])(?:(?P<low>{_DIGITS})(?P<low_worth>[万亿])?+%?+(?:[—~～-]{{1,2}}|至|到)(?=\d))?+"
    rf"(?P<number>{_DIGITS})(?![.:+×*/]\d)"
    r"(?P<more>[余多几])?+(?P<worth>万亿|[万亿千百十](?!分[之点]))?+(?P<more_behind>[余多来])?+"
    rf"(?P<unit>{UNIT}){_SUFFIX}"
)
_BARE = pattern(rf"(?P<number>{_DIGITS})(?P<worth>[万亿])?+(?P<unit>{UNIT})?+$")
_HAN_DIGITS = "一二两三四五六七八九十百千万亿零〇"
_HAN = f"[{_HAN_DIGITS}]"
_CHINESE = pattern(
    rf"(?P<number>{_HAN}(?<![{_HAN_DIGITS}第每\d届全首].){_HAN}{{0,11}}+)(?P<more>[余多几来])?+"
    rf"(?:(?P<unit>{HAN_UNIT})|(?P<unit_behind_verb>{HAN_UNIT_AFTER_VERB})){_SUFFIX}"
)
_LOOSE = pattern(
    rf"百分之(?P<percent>{_DIGITS}|{_HAN}{{1,8}}(?:点{_HAN}{{1,4}})?+)"
    rf"|(?P<several>[数几上])(?P<size>[十百千]?[万亿]|[十百千])(?P<unit>{UNIT})"
    r"|(?<=[近超约逾达占有])(?P<tenths>[一二两三四五六七八九])成(?=以上|左右|的|[，。；、）])"
)
# 个 and 项 after a Chinese numeral are counted only behind these words.
_VERB = pattern(
    "(?:[共计有了达为含]|出台|制定|开展|成立|设立|建立|建成|新增|完成|办理|组织|召开|印发|修订|发现|整改|清理|梳理|分别|"
    "推出|配备|涉及|形成|提出|审议|通过)$"
)
# One of something is told as news only behind these words; elsewhere 一次, 一件 belong to the language.
_ONE = pattern(r"(?:召开|开展|举办|组织|开设|收到|办理|新增|发布|发生|受理|审结|共|仅|有)了?$")
_NONE = pattern("[未没无]")
_SET_PHRASES = pattern(
    "三项制度|三项纪律|三项机制|三项任务|四套班子|千家万户|两所一庭|一件事|[一二两三四五六七八九]个(?:意识|自信|维护|确立|亲自|必须|"
    "全面|规定|责任|方面|不变|清单|统一|一律|服从|结合|能力|务必|不|到位|转变|关键|坚持|体系|重大|善于|大|一|重点|中心)|"
    "[二三四五六七八九]次(?:全会|全体会议|党代会|党代表大会)|八小时"
)
# Numbers inside these are part of a name, a title, or of an ordinal.
_BARRED = pattern(
    r"“[^“”\n]{0,24}”|‘[^‘’\n]{0,24}’|「[^「」\n]{0,24}」|\"[^\"\n]{1,8}\"|《[^《》\n]{0,80}》|〔[^〔〕\n]{1,8}〕\d{0,5}号?"
    r"|第[\d一二两三四五六七八九十百千零〇]{1,8}[^\d\s，。；、]?(?:[、和及至—-]{1,2}第?[\d一二三四五六七八九十百]{1,6}[条款项])*+"
    r"|\d{1,2}月\d{1,2}[日号](?:[—~～至到、和-]{1,2}\d{1,2}[日号])*+|\d{1,2}[日号](?:凌晨|上午|中午|下午|晚)"
    r"|\d{1,2}[—~～至到、和-]\d{1,2}[日号]"
    r"|届[一二三四五六七八九十\d]{1,3}次|人大[一二三四五六七八九十\d]{1,3}次|政协[一二三四五六七八九十\d]{1,3}次"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its counting word at `[start, end)`, qualifiers included.

    `value` is the number as printed, with 万 and 亿 multiplied out; for 百分之, 成 and % the unit is `%`. `upper` ends
    an interval (50余: 60; 3至5: 5) and is None where there is none or it is open. `digits` is where the number itself
    starts.
    """

    start: int
    end: int
    digits: int
    value: Decimal
    upper: Decimal | None
    unit: str
    qualifier: Qualifier


def find_quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Return the quantities within `[start, end)` of folded text, in order, without overlap."""
    stop = len(text) if end is None else end
    barred = [m.span() for m in _BARRED.finditer(text, start, stop)]
    starts = [a for a, _ in barred]
    found = [
        q
        for q in (*_arabic(text, start, stop), *_chinese(text, start, stop), *_loose(text, start, stop))
        if not ((i := bisect_right(starts, q.digits) - 1) >= 0 and q.digits < barred[i][1])
    ]
    found.sort(key=lambda q: (q.digits, -q.end))
    return tuple(_apart(found))


def is_bare_number(text: str) -> bool:
    """Say whether a table cell holds a number and nothing but its unit."""
    return _BARE.match(text) is not None


def bare_number(text: str) -> Quantity | None:
    """Return the number of a table cell that holds nothing else; its unit may be missing (`""`)."""
    m = _BARE.match(text)
    if m is None or len(m["number"]) > _MAX_DIGITS:
        return None
    value = _times(m["number"].replace(",", ""), _WORTH[m["worth"] or ""])
    return Quantity(0, m.end(), 0, value, None, _unit(m["unit"] or ""), "exact")


def _apart(found: list[Quantity]) -> Iterator[Quantity]:
    end = 0
    for quantity in found:
        if quantity.start >= end:
            yield quantity
            end = quantity.end


def _arabic(text: str, start: int, stop: int) -> Iterator[Quantity]:
    for m in _ARABIC.finditer(text, start, stop):
        number, low = m["number"].replace(",", ""), (m["low"] or "").replace(",", "")
        if max(len(number), len(low)) > _MAX_DIGITS:
            continue
        at, unit, worth = m.start("number"), m["unit"], _WORTH[m["worth"] or ""]
        if (
            unit == "日"
            and at > start
            and text[at - 1] in _BEFORE_DATE
            and text[max(start, at - 3) : at] not in _BEFORE
        ):
            continue
        value = _times(number, worth)
        least = _times(low, _WORTH[m["low_worth"]] if m["low_worth"] else worth) if low else value
        if least < value:
            yield Quantity(m.start(), m.end(), m.start(), least, value, _unit(unit), "range")
            continue
        upper = None
        if m["more"] or m["more_behind"]:
            upper = value + (worth if m["more_behind"] and worth > 1 else _step(number) * worth)
        yield _qualified(text, start, m, value, upper, at)


def _chinese(text: str, start: int, stop: int) -> Iterator[Quantity]:
    for m in _CHINESE.finditer(text, start, stop):
        written, at, more = m["number"], m.start(), m["more"]
        value = to_int(written)
        if value is None or _SET_PHRASES.match(text, at):
            continue
        if m["unit_behind_verb"] and _VERB.search(text, max(start, at - 2), at) is None:
            continue
        if value == 1 and (
            _ONE.search(text, max(start, at - 3), at) is None or _NONE.search(text, max(start, at - 5), at)
        ):
            continue
        found = _qualified(text, start, m, Decimal(value), Decimal(value + _step(str(value))) if more else None, at)
        # 百姓, 万家, 千户: a unit alone is a figure of speech unless something says how much of it.
        if found.qualifier != "exact" or written not in tuple("百千万亿零〇"):
            yield found


def _loose(text: str, start: int, stop: int) -> Iterator[Quantity]:
    for m in _LOOSE.finditer(text, start, stop):
        at, end = m.span()
        if m["percent"]:
            value = _decimal(m["percent"])
            if value is not None:
                yield Quantity(at, end, at, value, None, "%", "exact")
        elif m["tenths"]:
            yield Quantity(at, end, at, Decimal(10 * (to_int(m["tenths"]) or 0)), None, "%", "about")
        else:
            size, unit = Decimal(to_int(m["size"]) or 0), _unit(m["unit"])
            if m["several"] == "上":
                yield Quantity(at, end, at, size, None, unit, "more")
            else:
                yield Quantity(at, end, at, size * 2, size * 10, unit, "about")


def _qualified(text: str, start: int, m: Match, value: Decimal, upper: Decimal | None, at: int) -> Quantity:
    prefix = _PREFIX.search(text, max(start, at - _LONGEST_PREFIX), at)
    qualifier: Qualifier = "exact"
    if upper is not None:
        qualifier = "more"
    elif prefix:
        qualifier = _BEFORE[prefix.group()]
    elif m["after"]:
        qualifier = _AFTER[m["after"]]
    unit = m["unit"] or m["unit_behind_verb"]
    return Quantity(prefix.start() if prefix else at, m.end(), at, value, upper, _unit(unit), qualifier)


def _times(number: str, worth: int) -> Decimal:
    """Return the product; decimals are kept only as printed, where nothing multiplies them (96.40%)."""
    value = Decimal(number)
    if worth > 1:
        value *= worth
        return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    return value


def _step(number: str) -> int:
    """Return the size of the last digit that counts: 50 goes in tens, 1700 in hundreds, 10407 in ones."""
    whole = number.rstrip("0")
    return 1 if "." in number or not whole else 10 ** (len(number) - len(whole))


def _decimal(written: str) -> Decimal | None:
    if written[0].isdecimal():
        plain = written.replace(",", "")
        return Decimal(plain) if len(plain) <= _MAX_DIGITS else None
    whole, _, rest = written.partition("点")
    high, low = to_int(whole), "".join(str(to_int(char)) for char in rest)
    return None if high is None else Decimal(f"{high}.{low}" if low else high)


def _unit(written: str) -> str:
    return "个百分点" if written == "百分点" else written
