"""The survey in words and tones, the same for every kind of file that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.overview.element import BY_ID, ELEMENTS, Element
from lawcheck.overview.record import Standing, State
from lawcheck.overview.survey import Entry, Row, Survey, unit_text
from lawcheck.renderers.conclusion import UNREADABLE
from lawcheck.renderers.finding import between
from lawcheck.renderers.workbook import Tone
from lawcheck.wording import Text, in_language

TITLE = Text("法治政府建设年度报告审核总览", "Overview of yearly reports on 法治政府建设")
ROWS, MISSING, COPIES, FINDINGS, FILES = (
    Text("总览", "Overview"),
    Text("名单对照", "List"),
    Text("相同段落", "Shared passages"),
    Text("发现项", "Findings"),
    Text("文件", "Files"),
)
_SHORT = 12  # columns up to this width hold a word or a number
# What stands before the two rows of sums.
SUMS = (Text("缺、逾期、需改的份数", "Reports that fail"), Text("存疑的份数", "Reports in doubt"))
_COUNTED: dict[State, tuple[Text, Tone]] = {
    "mend": (Text("需改 {n}", "mend {n}"), "bad"),
    "doubtful": (Text("存疑 {n}", "doubtful {n}"), "warn"),
    "hint": (Text("提示 {n}", "info {n}"), "hint"),
    "open": (Text("未判定", "open"), "quiet"),
    "met": (Text("符合", "met"), "good"),
    "none": (Text("—", "—"), "quiet"),
}
_PARTS: dict[State, tuple[Text, Tone]] = {
    **_COUNTED,
    "missing": (Text("缺", "missing"), "bad"),
    "mend": (Text("存疑", "doubtful"), "bad"),
    "doubtful": (Text("存疑", "doubtful"), "warn"),
    "met": (Text("有", "there"), "good"),
}
_DEADLINES: dict[State, tuple[Text, Tone]] = {
    **_PARTS,
    "missing": (Text("逾期", "late"), "bad"),
    "hint": (Text("当天", "on the day"), "hint"),
    "open": (Text("无日期", "no date"), "quiet"),
    "met": (Text("按时", "in time"), "good"),
}
_WORDS = {"part": _PARTS, "deadline": _DEADLINES, "count": _COUNTED}
STATUS: dict[str, Text] = {
    "unreadable": UNREADABLE,
    "other": Text("× 不是本类报告", "× another kind"),
    "mend": Text("× 需修改", "× to correct"),
    "passed": Text("√ 通过", "√ passed"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A value and its tone."""

    value: str | int
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the matrix: its heading, its width in Latin characters, the element that it is of, if any.

    `is_short` says that it holds a word or a number.
    """

    title: str
    width: float
    element: str = ""
    is_short: bool = False


def headings(lang: str) -> tuple[Heading, ...]:
    """Return the columns of the matrix."""
    before = (
        (Text("序号", "No."), 5),
        (Text("单位", "Unit"), 26),
        (Text("结论", "Result"), 14),
        (Text("错误", "Errors"), 6),
        (Text("警告", "Warnings"), 6),
        (Text("存疑", "Doubtful"), 6),
        (Text("提示", "Info"), 6),
    )
    after = (
        (Text("年度", "Year"), 7),
        (Text("成文日期", "Signed"), 12),
        (Text("报送日期", "Reported on"), 12),
        (Text("公布日期", "Published on"), 12),
        (Text("适用", "Profile"), 18),
        (Text("文件", "File"), 34),
        (Text("备注", "Notes"), 40),
    )
    narrow = 8.5 if lang == "zh" else 11
    elements = [Heading(in_language(element.title, lang), narrow, element.id, True) for element in ELEMENTS]
    plain = [
        [Heading(in_language(title, lang), cells, is_short=cells <= _SHORT) for title, cells in part]
        for part in (before, after)
    ]
    return (*plain[0], *elements, *plain[1])


def printed(columns: Sequence[Heading]) -> int:
    """Return how many columns go to paper: with dates, files and notes the rest would be too small to read."""
    return 1 + max(at for at, column in enumerate(columns) if column.element)


def cells(survey: Survey, number: int, lang: str) -> tuple[Shown, ...]:
    """Return the row of the matrix for the report at position `number`, one cell a column."""
    row = survey.rows[number]
    summary = row.entry.summary
    status = state(row)
    tones: dict[str, Tone] = {"unreadable": "warn", "passed": "good"}
    told = Shown(in_language(STATUS[status], lang), tones.get(status, "bad"))
    head = (Shown(number + 1), Shown(in_language(unit_text(row), lang)), told)
    tail = (Shown(row.entry.name), Shown(between(lang).join(notes(survey, row, lang)), "quiet"))
    if summary is None:
        return (*head, *[Shown("", "quiet")] * (4 + len(ELEMENTS) + 5), *tail)
    counts = tuple(map(Shown, (summary.errors, summary.warnings, summary.doubtful, summary.hints)))
    elements = tuple(standing(one, lang) for one in summary.standings)
    dates = (summary.year, summary.dated, summary.reported, summary.published)
    return (*head, *counts, *elements, *map(Shown, dates), Shown(summary.profile), *tail)


def state(row: Row) -> str:
    """Return `unreadable`, `other` (another kind of document), `mend` or `passed`."""
    summary = row.entry.summary
    if summary is None:
        return "unreadable"
    if not summary.is_report:
        return "other"
    return "passed" if summary.passed else "mend"


def standing(standing: Standing, lang: str) -> Shown:
    """Return how a report stands with an element, in a word or two."""
    text, tone = _WORDS[BY_ID[standing.element].manner][standing.state]
    return Shown(in_language(text.fill({"n": str(standing.findings)}), lang), tone)


def notes(survey: Survey, row: Row, lang: str) -> Iterator[str]:
    """Yield what a person should know of a report: why it was not read, its twins, what is uncertain about it."""
    entry = row.entry
    if entry.unreadable is not None:
        yield in_language(entry.unreadable.message, lang)
    for other in row.twins:
        yield in_language(twin(entry, other), lang)
    if row.same_unit:
        n = str(row.same_unit)
        yield in_language(Text("同一单位另有 {n} 份", "{n} more of this unit").fill({"n": n}), lang)
    if entry.summary is not None and entry.summary.is_limited:
        yield in_language(Text("有内容没有检查完", "not checked to the end"), lang)


def twin(entry: Entry, other: Entry) -> Text:
    """Return what `other` is beside `entry`, the file that speaks for the report."""
    name = {"name": other.name}
    if other.summary is None or entry.summary is None:
        return Text("同名文件 {name} 读不了", "{name}, of the same name, could not be read").fill(name)
    same = Text("与 {name} 文字相同，只计一份", "same text as {name}, counted once")
    if other.summary.text_key != entry.summary.text_key:
        same = Text(
            "与 {name} 文字几乎相同，只计一份，请核对以哪份为准",
            "nearly the text of {name}, counted once; please compare",
        )
    told = same.fill(name)
    if other.summary.conclusion == entry.summary.conclusion:
        return told
    result = other.summary.conclusion
    return Text(f"{told}（那份的结论：{result}）", f"{told.en} (its result: {result})")


def totals(survey: Survey) -> tuple[tuple[Text, Text], ...]:
    """Return the figures of the run: what is counted, and how many."""
    counted = [state(row) for row in survey.rows]
    figures: list[tuple[Text, int]] = [
        (Text("文件", "files"), survey.files),
        (Text("报告", "reports"), len(survey.rows)),
        (Text("单位", "units"), survey.units),
        (Text("通过", "passed"), counted.count("passed")),
        (Text("需修改", "to correct"), counted.count("mend")),
        (Text("不是本类报告", "another kind"), counted.count("other")),
        (Text("读不了", "unreadable"), counted.count("unreadable") + len(survey.folders)),
    ]
    if survey.expected is not None:
        figures.append((Text("名单上的单位", "units on the list"), len(survey.expected.units)))
        figures.append((Text("未见报告", "no report seen"), len(survey.expected.missing)))
    return tuple((label, Text(str(count), str(count))) for label, count in figures)


def sums(survey: Survey, element: Element) -> tuple[Shown, Shown]:
    """Return how many reports fail in an element, and in how many it is doubtful."""
    states = survey.states(element.id)
    bad, doubtful = states["missing"] + states["mend"], states["doubtful"]
    return Shown(bad, "bad" if bad else "quiet"), Shown(doubtful, "warn" if doubtful else "quiet")
