"""The lists beside the matrix: who is missing, shared passages, findings, files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawcheck.overview.element import BY_ID
from lawcheck.overview.names import HOW, Match
from lawcheck.overview.record import Details, Mark, Weight
from lawcheck.overview.survey import Row, Survey, unit_text
from lawcheck.overview.view import Heading, Shown, notes, twin
from lawcheck.renderers.finding import DOUBTFUL, SEVERITY, between
from lawcheck.renderers.words import FALSE_ALARM, NO_ADVICE
from lawcheck.renderers.workbook import Tone
from lawcheck.wording import Text, in_language

ABOUT_COPIES = Text(
    "两个单位的报告里文字相同或几乎相同的段落，供人查看：可能是抄用，也可能是共同的来源、联合开展的工作。"
    "多家都有的套话不列。只看汉字，数字不同也算相同。",
    "Passages that the reports of two units share, for a person to look at: copied, or from one source, or on joint "
    "work. What many units write is left out. Only Chinese characters count, so numbers may differ.",
)
MORE_COPIES = Text("共 {n} 处，列出较长的 {shown} 处。", "{n} in all; the {shown} longest are listed.")
NO_COPIES = Text("没有发现。", "None found.")
OUTSIDE = Text("不在名单上的单位：{names}", "Units that are not on the list: {names}")
WEIGHT: dict[Weight, tuple[Text, Tone]] = {
    "mend": (Text("需修改", "to correct"), "bad"),
    "doubtful": (DOUBTFUL, "warn"),
    "hint": (Text("提示", "info"), "hint"),
}


def listed(match: Match, survey: Survey, lang: str) -> tuple[Shown, ...]:
    """Return the row of the list for one expected name: how it stands, with which unit, and how that was found."""
    expected = survey.expected
    if match.units:
        how = in_language(HOW[match.how], lang)
        tone: Tone = "" if match.how == "exact" else "warn"
        status = in_language(Text("已交", "came"), lang)
        return Shown(match.name), Shown(status, "good"), Shown(between(lang).join(match.units)), Shown(how, tone)
    words = {
        None: Text("未见报告", "no report seen"),
        True: Text("未见报告，已过报送期限", "no report seen, past the day"),
        False: Text("未见报告，期限未到", "no report seen, not yet due"),
    }[None if expected is None else expected.is_late]
    near = between(lang).join(match.near)
    told = Text("可能是（请核对，没有计入）：", "perhaps (please check, not counted): ")
    return (
        Shown(match.name),
        Shown(in_language(words, lang), "bad"),
        Shown(""),
        Shown(f"{in_language(told, lang)}{near}" if near else "", "warn" if near else ""),
    )


def listed_headings(lang: str) -> tuple[Heading, ...]:
    """Return the columns of the list."""
    columns = (
        (Text("名单上的单位", "On the list"), 32),
        (Text("情况", "State"), 24),
        (Text("对应的单位", "Unit of the report"), 32),
        (Text("怎样对应", "How found"), 50),
    )
    return tuple(Heading(in_language(title, lang), cells) for title, cells in columns)


def unit_lines(survey: Survey, row: Row, lang: str) -> Iterator[str]:
    """Yield what heads the sheet of a unit: title, conclusion, dates, files, notes."""
    summary = row.entry.summary
    pairs = [(Text("文件：", "File: "), row.entry.name)]
    if summary is not None:
        pairs = [
            (Text("结论：", "Result: "), summary.conclusion),
            (Text("标题：", "Title: "), summary.title),
            (Text("年度：", "Year: "), summary.year),
            (Text("适用：", "Profile: "), summary.profile),
            (Text("成文日期：", "Signed: "), summary.dated),
            (Text("报送日期：", "Reported on: "), summary.reported),
            (Text("公布日期：", "Published on: "), summary.published),
            *pairs,
        ]
    pairs.append((Text("备注：", "Notes: "), between(lang).join(notes(survey, row, lang))))
    for label, value in pairs:
        if value:
            yield in_language(label, lang) + value


def ending(details: Details, lang: str) -> Iterator[str]:
    """Yield what each unit's sheet says of itself at the end."""
    told = Text("对照了 {n} 条规则。", "Checked against {n} rules. ").fill({"n": str(details.rules)})
    yield in_language(told, lang) + in_language(NO_ADVICE, lang)
    for label, texts in (
        (Text("没有读到、没有检查完：", "Not read or not checked to the end: "), details.unseen),
        (Text("无法判定：", "Undetermined: "), details.still_open),
        (Text("没有所需的日期或栏目，未判定：", "Open for want of a date or column: "), details.lacking),
    ):
        if texts:
            yield in_language(label, lang) + between(lang).join(texts)


def opening(lang: str) -> tuple[str, ...]:
    """Return what every file says of itself."""
    return in_language(NO_ADVICE, lang), in_language(FALSE_ALARM, lang)


def mark_headings(lang: str) -> tuple[Heading, ...]:
    """Return the columns of a list of findings."""
    columns = (
        (Text("判定", "Verdict"), 9),
        (Text("级别", "Severity"), 7),
        (Text("方面", "Element"), 12),
        (Text("规则", "Rule"), 7),
        (Text("说明", "Message"), 48),
        (Text("位置", "Place"), 16),
        (Text("原文", "Quote"), 30),
        (Text("建议", "Remedy"), 40),
        (Text("依据", "Basis"), 40),
    )
    return tuple(Heading(in_language(title, lang), cells) for title, cells in columns)


def mark(mark: Mark, lang: str) -> tuple[Shown, ...]:
    """Return the row of one finding."""
    word, tone = WEIGHT[mark.weight]
    return (
        Shown(in_language(word, lang), tone),
        Shown(in_language(SEVERITY[mark.severity], lang)),
        Shown(in_language(BY_ID[mark.element].title, lang)),
        Shown(mark.rule),
        Shown(mark.message),
        Shown(mark.place),
        Shown(mark.quote),
        Shown(mark.remedy),
        Shown(mark.basis, "quiet"),
    )


def copy_headings(lang: str) -> tuple[Heading, ...]:
    """Return the columns of the shared passages."""
    columns = (
        (Text("单位甲", "Unit A"), 24),
        (Text("位置", "Place"), 12),
        (Text("甲的文字", "Text of A"), 60),
        (Text("单位乙", "Unit B"), 24),
        (Text("位置", "Place"), 12),
        (Text("乙的文字", "Text of B"), 60),
        (Text("汉字数", "Characters"), 8),
        (Text("相似度", "Likeness"), 8),
    )
    return tuple(Heading(in_language(title, lang), cells) for title, cells in columns)


def copies(survey: Survey, lang: str) -> Iterator[tuple[tuple[Shown, ...], int, int]]:
    """Yield the row of each shared passage, with the positions of the two reports."""
    for copy in survey.copies:
        first, second = (in_language(unit_text(survey.rows[at]), lang) for at in (copy.first, copy.second))
        values: Sequence[str | int] = (
            *(first, copy.first_place, copy.first_text),
            *(second, copy.second_place, copy.second_text),
            *(copy.characters, f"{copy.likeness}%"),
        )
        yield tuple(map(Shown, values)), copy.first, copy.second


def files(survey: Survey, lang: str) -> Iterator[tuple[Shown, ...]]:
    """Yield a row for each file: its unit, how it was taken, why it could not be read."""
    for row in survey.rows:
        unit = in_language(unit_text(row), lang)
        for entry in (row.entry, *row.twins):
            taken = Text("作为该单位的报告", "the unit's report") if entry is row.entry else twin(entry, row.entry)
            if entry.unreadable is not None:
                yield Shown(entry.name), Shown(unit), Shown(in_language(entry.unreadable.message, lang), "warn")
            else:
                yield Shown(entry.name), Shown(unit), Shown(in_language(taken, lang))
    for record in survey.folders:
        yield Shown(record.name), Shown(""), Shown(in_language(record.message, lang), "warn")


def file_headings(lang: str) -> tuple[Heading, ...]:
    """Return the columns of the list of files."""
    columns = ((Text("文件", "File"), 60), (Text("单位", "Unit"), 30), (Text("情况", "State"), 70))
    return tuple(Heading(in_language(title, lang), cells) for title, cells in columns)
