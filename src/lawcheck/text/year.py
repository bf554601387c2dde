"""Years in running text, each with the company that it keeps."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from lawcheck.text.numeral import to_int
from lawcheck.text.pattern import Match, pattern

# quoted: inside 《》, “” or 〈〉. range: an end of 2021—2025年. since: 自2012年起, 2023年以来. until: 截至2023年.
# compared: 较2023年, 2023年同期. dated: 2023年5月, 2023年底. named: 2023年版, 2023年修订. plain: none of these.
YearContext = Literal["quoted", "range", "since", "until", "compared", "dated", "named", "plain"]

_RANGE = pattern(
    r"(?<!\d)(?<!\d\.)(?P<first>(?:19|20)\d\d)(?:年度?)?(?:[—~～-]{1,2}|至|到)(?P<last>(?:19|20)?\d\d)(?!\d)年度?"
)
_YEAR = pattern(r"(?<!\d)(?<!\d\.)(?P<digits>(?:19|20)\d\d)年度?|(?P<han>二[〇○零O][〇○零O一二三四五六七八九]{2})年度?")
_QUOTED = pattern(
    r"《[^《》\n]{0,80}(?:《[^《》\n]{0,60}》[^《》\n]{0,40})?》|“[^“”\n]{0,80}”|〈[^〈〉\n]{0,80}〉|<[^<>\n]{0,80}>"
)
# Read backwards from the year (`$`) and forwards behind it (`match`).
_BEFORE: tuple[tuple[YearContext, str], ...] = (
    ("since", "(?:自|从|始于|起于)$"),
    ("until", "(?:截至|截止|截止到|直至|直到|至|到)$"),
    ("compared", "(?:较之?|相较于?|相比于?|比|同比|环比|对比|高于|低于|优于|高出|超过)$"),
)
_AFTER: tuple[tuple[YearContext, str], ...] = (
    ("since", "(?:以来|起|开始|至今|来(?!源|自)|以后|之后|后(?!勤|续|备))"),
    ("compared", "(?:同期|相比|比较|持平|水平|相当|对比)"),
    (
        "dated",
        r"\d{1,2}月|[一二三四五六七八九十]{1,2}月|第?[一二三四]季度|[上下]半年|年?[初底末中](?!心|央|国|小|期)|春节|国庆",
    ),
    ("named", "(?:版|修订|修正|第[一二三四五]次|第[一二三四五六七八九十]{1,2}批|学年|级|印发|出台|颁布|施行)"),
)
_BEHIND = tuple((context, pattern(source)) for context, source in _BEFORE)
_AHEAD = tuple((context, pattern(source)) for context, source in _AFTER)
_NEAR = 4  # characters before a year that tell what it is for
_STARTS = frozenset("。；！？\n")


@dataclass(frozen=True, slots=True)
class FoundYear:
    """A year as written at `[start, end)` of the searched text, 年 or 年度 included.

    `opens` says that a sentence begins with it.
    """

    start: int
    end: int
    year: int
    context: YearContext
    opens: bool


def find_years(text: str, start: int = 0, end: int | None = None) -> tuple[FoundYear, ...]:
    """Return the years within `[start, end)` of a folded text, in order.

    A year has 年 behind it, so `〔2024〕12号` and `调解2025件` hold none. Each end of a range is a year of its own.

    >>> [(y.year, y.context) for y in find_years("自2012年起聘请顾问，2024年召开会议3次。")]
    [(2012, 'since'), (2024, 'plain')]
    """
    stop = len(text) if end is None else end
    quoted = [m.span() for m in _QUOTED.finditer(text, start, stop)]
    found: list[FoundYear] = []
    taken = start
    for m in _RANGE.finditer(text, start, stop):
        opens = m.start() == start or text[m.start() - 1] in _STARTS
        first, last = int(m["first"]), int(m["last"]) if len(m["last"]) == 4 else int(m["first"][:2] + m["last"])
        context: YearContext = "quoted" if _is_within(m, quoted) else "range"
        found += [_single(y, text, start, quoted) for y in _YEAR.finditer(text, taken, m.start())]
        found += [FoundYear(m.start(), m.end(), year, context, opens) for year in (first, last)]
        taken = m.end()
    return (*found, *(_single(y, text, start, quoted) for y in _YEAR.finditer(text, taken, stop)))


def _single(m: Match, text: str, start: int, quoted: list[tuple[int, int]]) -> FoundYear:
    year = int(m["digits"]) if m["digits"] else to_int(m["han"].replace("O", "〇")) or 0
    opens = m.start() == start or text[m.start() - 1] in _STARTS
    context = "quoted" if _is_within(m, quoted) else _context(text, m.start(), m.end(), start)
    return FoundYear(m.start(), m.end(), year, context, opens)


def _is_within(m: Match, quoted: list[tuple[int, int]]) -> bool:
    last = bisect_right(quoted, (m.start(), m.start())) - 1
    return last >= 0 and m.end() < quoted[last][1]


def _context(text: str, low: int, high: int, start: int) -> YearContext:
    before = text[max(start, low - _NEAR) : low]
    for context, find in _BEHIND:
        if find.search(before):
            return context
    for context, find in _AHEAD:
        if find.match(text, high):
            return context
    return "plain"
