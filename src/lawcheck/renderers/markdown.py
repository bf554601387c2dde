"""Markdown for job summaries and merge requests: a table of the documents, then the findings of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawcheck.model.checklist import Checklist, Item, Tool, Unreadable
from lawcheck.renderers.conclusion import HEADING, UNREADABLE, conclusion, passed
from lawcheck.renderers.finding import DOUBTFUL, REMEDY, SEVERITY, basis_label, between, cited
from lawcheck.renderers.location import standing
from lawcheck.renderers.place import anchor, groups, place
from lawcheck.renderers.style import Style
from lawcheck.renderers.words import FALSE_ALARM_LINE, NO_ADVICE, unread
from lawcheck.text.lines import squeeze
from lawcheck.text.visible import visible
from lawcheck.wording import Text, in_language

_COLUMNS = (Text("文件", "Document"), Text("结论", "Result"))
_NONE = Text("没有需要说明的。", "Nothing to report.")
_UNREAD = Text("没有读到：", "Not read: ")
_OPEN = Text("无法判定：", "Undetermined: ")
# Whatever could begin or end a form of Markdown or HTML.
_MARKS = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#|!~&$"})


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return the run as one page."""
    return "\n".join(_page(checklists, unreadable, style)) + "\n"


def _page(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], style: Style) -> Iterator[str]:
    lang = style.lang
    total = {"n": str(len(checklists) + len(unreadable)), "passed": str(passed(checklists, style))}
    yield f"# {in_language(HEADING.fill(total), lang)}"
    yield ""
    yield f"| {' | '.join(in_language(column, lang) for column in _COLUMNS)} |"
    yield "| --- | --- |"
    for checklist in checklists:
        words = in_language(conclusion(checklist, style).words, lang)
        yield f"| {_plain(checklist.document.name)} | {words} |"
    for record in unreadable:
        told = f"{in_language(UNREADABLE, lang)}{'：' if lang == 'zh' else ': '}{in_language(record.message, lang)}"
        yield f"| {_plain(record.name)} | {_plain(told)} |"
    for checklist in checklists:
        yield ""
        yield from _document(checklist, style)
    yield ""
    yield f"_{in_language(NO_ADVICE, lang)}_ _{in_language(FALSE_ALARM_LINE, lang)}_"


def _document(checklist: Checklist, style: Style) -> Iterator[str]:
    lang = style.lang
    yield f"## {_plain(checklist.document.name)}"
    if not checklist.findings:
        yield f"\n{in_language(_NONE, lang)}"
    failing = checklist.failing(style.fail_on, strict=style.strict)
    for group in groups(checklist):
        yield f"\n### {_plain(in_language(group.heading, lang))}\n"
        for item in group.findings:
            yield from _finding(item, item in failing, lang)
    notes = [(_UNREAD, unread(told)) for told in checklist.document.unread]
    notes += [
        (_OPEN, Text(f"{i.rule} {i.message}", f"{i.rule} {in_language(i.message, 'en')}")) for i in _open(checklist)
    ]
    if notes:
        yield ""
    for label, told in notes:
        yield f"- {in_language(label, lang)}{_plain(in_language(told, lang))}"


def _finding(item: Item, fails: bool, lang: str) -> Iterator[str]:
    words = in_language(SEVERITY[item.severity], lang)
    if item.verdict == "doubtful":
        words += f"/{in_language(DOUBTFUL, lang)}"
    stands = standing(item)
    where = "" if stands is None else place(stands, lang)
    colon = "：" if lang == "zh" else ": "
    lead = f"**{'×' if fails else '→'} {item.rule} {words}**"
    yield f"- {lead} {f'{where}{colon}' if where else ''}{_plain(in_language(item.message, lang))}"
    found = anchor(item)
    if found is not None and found.quote:
        yield f"  - {_code(squeeze(found.quote))}"
    if item.basis:
        sources = between(lang).join(cited(basis, lang) for basis in item.basis)
        yield f"  - {in_language(basis_label(item.basis[0].force), lang)}{_plain(sources)}"
    if item.remedy is not None:
        yield f"  - {in_language(REMEDY, lang)}{_plain(in_language(item.remedy, lang))}"


def _open(checklist: Checklist) -> list[Item]:
    return [item for item in checklist.items if item.verdict == "undetermined"]


def _plain(text: str) -> str:
    return visible(text).translate(_MARKS)


def _code(text: str) -> str:
    """Return text from the document as a code span, which no mark inside it can end."""
    shown = visible(text)
    longest = max(map(len, "".join(c if c == "`" else " " for c in shown).split()), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {shown} {fence}" if longest else f"`{shown}`"
