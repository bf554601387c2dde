"""The comment at the title: what the check came to, what it looked at, what it could not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lawcheck.annotation.note import Note, Paragraph
from lawcheck.model.checklist import SEVERITIES, Checklist, Severity, Verdict
from lawcheck.renderers.conclusion import conclusion
from lawcheck.renderers.parts import HEADING, rows, state, where
from lawcheck.renderers.style import Style
from lawcheck.renderers.words import FALSE_ALARM, NO_ADVICE, unread
from lawcheck.wording import Text, in_language

_RESULT = Text("lawcheck 检查结果：", "lawcheck: ")
_PROFILE = Text("检查范围：", "Checked as: ")
_COUNTS = Text("对照 {n} 条规则：", "{n} rules: ")
_COUNTED: dict[Verdict, Text] = {
    "satisfied": Text("符合 {n} 项", "satisfied {n}"),
    "not_satisfied": Text("不符合 {n} 项", "not satisfied {n}"),
    "doubtful": Text("存疑 {n} 项", "doubtful {n}"),
    "undetermined": Text("无法判定 {n} 项", "undetermined {n}"),
    "not_applicable": Text("不适用 {n} 项", "not applicable {n}"),
}
_UNREAD = Text("没有读到：", "Not read: ")
_OPEN = Text("无法判定：", "Undetermined: ")
_LACKING = Text("要有报送、公布的日期或栏目才能判定", "needs the date or column of publication")
_LIMITS, _NOTES = Text("没有检查完：", "Not checked to the end: "), Text("读取说明：", "On reading: ")
_LEFT_OUT = Text("另有 {n} 条较轻的结果没有写成批注。", "{n} lesser findings have no comment.")
Origin = Literal["word", "converted", "text"]
_COPY: dict[Origin, Text] = {
    "word": Text(
        "这是加了批注的副本，正文与原文件一字不差；原文件没有改动。批注可以在 Word 或 WPS 里逐条删除。",
        "This is a copy with comments; its text is that of the original, which is unchanged.",
    ),
    "converted": Text(
        "这是由 LibreOffice 转成 .docx 再加批注的副本，文字与原文件一致，版式可能略有不同；原文件没有改动。",
        "This is a copy that LibreOffice made, with comments: the text is that of the original, the look may differ.",
    ),
    "text": Text(
        "这是用原文件的文字重新排成的 Word 文件，版式、图片与原文件不同；原文件没有改动。",
        "This Word file is set anew from the text of the original, which is unchanged; look and pictures differ.",
    ),
}
_MOST = 8  # of more undetermined rules only the number is told


def summary(checklist: Checklist, style: Style, least: Severity, origin: Origin) -> Note:
    """Return the note at the title; `least` is the lowest severity of the findings that have notes of their own."""
    title = checklist.outline.title
    lang = style.lang
    told = [(in_language(label, lang), in_language(words, lang)) for label, words in _told(checklist, style, least)]
    told.append(("", in_language(_COPY[origin], lang)))
    return Note(None if title is None else title.span, tuple(told))


def _told(checklist: Checklist, style: Style, least: Severity) -> Iterator[Paragraph]:
    lang, items = style.lang, checklist.items
    yield _RESULT, conclusion(checklist, style).words
    table = rows(checklist)
    if table:
        yield Text(f"{HEADING}：", f"{HEADING.en}: "), ""
    for name, item in table:
        found = where(item, lang)
        gap = "：" if lang == "zh" else ": "
        yield "", f"{in_language(state(item), lang)}  {in_language(name, lang)}{gap + found if found else ''}"
    choice = checklist.profile
    title, because = choice.title or choice.id, in_language(choice.because, "en")
    yield _PROFILE, Text(f"{title}（{choice.because}）", f"{in_language(title, 'en')} ({because})")
    counts = [(verdict, sum(item.verdict == verdict for item in items)) for verdict in _COUNTED]
    counted = [_COUNTED[verdict].fill({"n": str(n)}) for verdict, n in counts if n]
    rules = _COUNTS.fill({"n": str(len({item.rule for item in items}))})
    yield rules, Text("，".join(counted), ", ".join(words.en for words in counted))
    yield from _not_seen(checklist)
    quiet = SEVERITIES[SEVERITIES.index(least) + 1 :]
    left = sum(item.severity in quiet and item.waived is None for item in checklist.findings)
    if left:
        yield "", _LEFT_OUT.fill({"n": str(left)})
    yield "", NO_ADVICE
    yield "", FALSE_ALARM


def _not_seen(checklist: Checklist) -> Iterator[Paragraph]:
    document = checklist.document
    for note in document.unread:
        yield _UNREAD, unread(note)
    for label, notes in ((_LIMITS, checklist.limits), (_NOTES, document.warnings)):
        for told in notes:
            yield label, told
    still_open = [item for item in checklist.items if item.verdict == "undetermined"]
    told_by_words = [item for item in still_open if not item.lacks]
    for item in told_by_words[:_MOST]:
        yield _OPEN, Text(f"{item.rule} {item.message}", f"{item.rule} {in_language(item.message, 'en')}")
    more = [item.rule for item in told_by_words[_MOST:]]
    if more:
        yield _OPEN, " ".join(dict.fromkeys(more))
    lacking = " ".join(dict.fromkeys(item.rule for item in still_open if item.lacks))
    if lacking:
        yield _OPEN, Text(f"{lacking}（{_LACKING}）", f"{lacking} ({_LACKING.en})")
