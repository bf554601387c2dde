"""The text format: a checklist read at a glance, 80 cells wide, in characters that every Chinese code page has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawcheck.model.checklist import SEVERITIES, Checklist, Item, Tool, Unreadable, Verdict
from lawcheck.model.outline import Field
from lawcheck.renderers import finding
from lawcheck.renderers.conclusion import conclusion, summary
from lawcheck.renderers.ink import BOLD, COLUMNS, YELLOW, labelled, lines, paint
from lawcheck.renderers.parts import parts
from lawcheck.renderers.place import groups
from lawcheck.renderers.style import Style
from lawcheck.renderers.words import FALSE_ALARM_LINE, NO_ADVICE, unread
from lawcheck.wording import Text, in_language

_NOT_GIVEN = Text("（没有找到）", "(not found)")
_HEADER = {
    "title": Text("标题：", "title: "),
    "issuer": Text("机关：", "issuer: "),
    "year": Text("年度：", "year: "),
    "profile": Text("适用：", "profile: "),
}
_COUNTED: dict[Verdict, Text] = {
    "satisfied": Text("符合 {n} 项：", "satisfied ({n}): "),
    "not_applicable": Text("不适用 {n} 项：", "not applicable ({n}): "),
    "undetermined": Text("无法判定 {n} 项：", "undetermined ({n}): "),
}
_LACKING = Text(
    "文件里没有所需的日期或栏目，未判定 {n} 项：{rules}（可用 --meta 提供 {keys}）",
    "open, since the file does not tell date or column ({n}): {rules} (--meta can give {keys})",
)
_UNREAD = Text("没有读到的内容", "What was not read")
_NOTES = Text("读取说明", "Notes on reading")
_LIMITS = Text("没有检查完的内容", "What was not checked to the end")
_CHECKED = Text(
    f"以上按{{ruleset}}对照了 {{n}} 条规则，{{seen}}。{NO_ADVICE}",
    f"Checked against {{n}} rules of {{ruleset}}; {{seen}}. {NO_ADVICE.en}",
)
_ALL_SEEN = Text("文件内容都已读到", "the whole file was read")
_NOT_ALL_SEEN = Text("没有读到或没有检查完的内容见上", "what was not read or not checked is told above")
_BUILTIN = Text("内置规则集", "the shipped rule set")
_EXPLAIN = Text(
    "查看某一条的依据和例子：lawcheck explain {rule}", "For the basis and an example of a rule: lawcheck explain {rule}"
)


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return every checklist in turn and, for several documents, a table of all of them."""
    pages = [list(_page(checklist, style)) for checklist in checklists]
    if len(checklists) + len(unreadable) > 1:
        pages.append(list(summary(checklists, unreadable, style)))
    if pages:
        pages[-1] += [*_explain(checklists, style), in_language(FALSE_ALARM_LINE, style.lang)]
    rule = "\n" + "=" * COLUMNS + "\n\n"
    return rule.join("".join(f"{row}\n" for row in page) for page in pages)


def _page(checklist: Checklist, style: Style) -> Iterator[str]:
    yield from _header(checklist, style)
    yield from _conclusion(checklist, style)
    table = list(parts(checklist, style))
    if table:
        yield ""
        yield from table
    failing = checklist.failing(style.fail_on, strict=style.strict)
    for group in groups(checklist):
        yield ""
        yield from lines(group.heading, style, lead="● ")
        for item in group.findings:
            yield from finding.render(item, checklist.document, style, fails=item in failing)
    yield ""
    yield from _counts(checklist, style)
    yield from _notes(checklist, style)
    yield ""
    rules, ruleset = str(len({item.rule for item in checklist.items})), checklist.tool.ruleset
    named = _BUILTIN if ruleset == "builtin" else Text(f"规则集 {ruleset} ", f"rule set {ruleset}")
    seen = _NOT_ALL_SEEN if checklist.document.unread or checklist.limits else _ALL_SEEN
    yield from lines(_CHECKED.fill({"n": rules, "ruleset": named, "seen": seen}), style)


def _explain(checklists: Sequence[Checklist], style: Style) -> Iterator[str]:
    """Yield how to learn more about a rule, by the example of the gravest finding."""
    found = [item for checklist in checklists for item in checklist.findings]
    if found and checklists[0].tool.ruleset == "builtin":  # other sets need their folder
        gravest = min(found, key=lambda item: (item.verdict == "doubtful", SEVERITIES.index(item.severity)))
        yield from lines(_EXPLAIN.fill({"rule": gravest.rule}), style)


def _header(checklist: Checklist, style: Style) -> Iterator[str]:
    outline, choice = checklist.outline, checklist.profile
    yield from lines(checklist.document.name, style)
    for key, field in (("title", outline.title), ("issuer", outline.issuer), ("year", outline.year)):
        yield from labelled(_HEADER[key], _value(field), style, indent=2)
    title, because = choice.title or Text(choice.id, choice.id), in_language(choice.because, "en")
    told = Text(f"{title}（{choice.id}；{choice.because}）", f"{title.en} ({choice.id}; {because})")
    yield from labelled(_HEADER["profile"], told, style, indent=2)


def _value(field: Field | None) -> str:
    return _NOT_GIVEN if field is None else field.value


def _conclusion(checklist: Checklist, style: Style) -> Iterator[str]:
    result = conclusion(checklist, style)
    lead = in_language(Text("结论：", "Result: "), style.lang)
    yield paint(f"{lead}{in_language(result.words, style.lang)}", style, result.colour, BOLD)


def _counts(checklist: Checklist, style: Style) -> Iterator[str]:
    for verdict, label in _COUNTED.items():
        items = [item for item in checklist.items if item.verdict == verdict and not item.lacks]
        if not items:
            continue
        yield from labelled(label.fill({"n": str(len(items))}), _rules(items), style)
        if verdict == "undetermined":
            yield from _reasons(items, style)
    lacking = [item for item in checklist.items if item.lacks]
    if lacking:
        keys = tuple(dict.fromkeys(key for item in lacking for key in item.lacks))
        named = Text("、".join(keys), ", ".join(keys))
        told = _LACKING.fill({"n": str(len(lacking)), "rules": _rules(lacking), "keys": named})
        yield from lines(told, style, indent=2)


def _rules(items: list[Item]) -> str:
    return " ".join(dict.fromkeys(item.rule for item in items))


def _reasons(items: list[Item], style: Style) -> Iterator[str]:
    for item in items:
        yield from lines(item.message, style, lead=f"  ○ {item.rule} ", indent=4, colour=YELLOW)


def _notes(checklist: Checklist, style: Style) -> Iterator[str]:
    document = checklist.document
    unseen = [unread(told) for told in document.unread]
    for heading, notes in ((_UNREAD, unseen), (_LIMITS, checklist.limits), (_NOTES, document.warnings)):
        if notes:
            yield in_language(heading, style.lang)
        for note in notes:
            yield from lines(note, style, lead="  ○ ")
