"""Write the generated pages of the documentation: docs/rules/ and the options tables in docs/kinds/.

python docs/generate.py           write what has changed
python docs/generate.py --check   change nothing; exit code 1 when a page is not what it would write
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lawcheck import load_ruleset
from lawcheck.handbook.explanation import Explanation, Sample, Section, explain
from lawcheck.handbook.words import FORCE
from lawcheck.kinds import KINDS
from lawcheck.renderers.finding import SEVERITY
from lawcheck.rule.rule import Rule
from lawcheck.rulesets import RuleSet
from lawcheck.wording import Text, in_language

DOCS = Path(__file__).resolve().parent
NOTICE = "<!-- 由 docs/generate.py 生成，请勿手改 / generated, do not edit -->"
MARKS, ID = re.compile(r"[*_`<|\[\]]"), re.compile(r"\b[A-Z][0-9]{3}\b")
KIND_PAGE = re.compile(r"docs/(kinds/[a-z]+\.md)")
BEGIN, END = "<!-- options: begin -->", "<!-- options: end -->"

# By the beginning of their ids, which never change.
CHAPTERS = {
    "E1[0-1]": Text("标题、主送、时间和公开", "Title, addressee, time, publication"),
    "E1[2-3]": Text("应当写明的内容", "What must be in the report"),
    "E14": Text("第一责任人履职", "The first responsible person"),
    "E2": Text("举措和成效的各个方面", "Topics of measures and results"),
    "E4": Text("不足和原因", "Shortcomings and causes"),
    "E5": Text("下一年度安排", "Next year's plan"),
    "N": Text("数据", "Numbers"),
    "C": Text("前后一致", "Agreement"),
    "F": Text("公文形式", "Form"),
    "P": Text("各地的规则", "Rules of places"),
}


def pages() -> dict[Path, str]:
    """Return every generated page with its text."""
    ruleset = load_ruleset()
    found = {DOCS / "rules" / "index.md": index(ruleset)}
    for rule in ruleset.rules:
        found[DOCS / "rules" / f"{rule.id}.md"] = page(explain(rule, ruleset), {r.id for r in ruleset.rules})
    for name, kind in KINDS.items():
        path = DOCS / "kinds" / f"{name}.md"
        found[path] = with_options(path.read_text(encoding="utf-8"), kind.options, path.name)
    return found


def index(ruleset: RuleSet) -> str:
    """Return the page that lists all rules, chapter by chapter."""
    chapters: dict[str, list[Rule]] = {name: [] for name in CHAPTERS}
    for rule in ruleset.rules:
        chapters[next(name for name in CHAPTERS if re.match(name, rule.id))].append(rule)
    profiles = [
        f"| `{p.id}` | {p.title} | {p.title.en} | {' '.join(r.id for r in p.rules)} |" for p in ruleset.profiles
    ]
    return lines(
        NOTICE,
        "# 规则一览 / Rules",
        "",
        "每条一页：为什么有这条、依据什么、怎样改、正反例子；`lawcheck explain 编号` 在终端里说的是同样的话。"
        "严重程度是规则的最高程度，有的情形更轻。",
        "",
        "A page each: why, basis, what to do, examples; `lawcheck explain ID` says the same. "
        "The severity is the highest that a rule gives; some of its cases are milder.",
        *(row for name, rules in chapters.items() for row in chapter(CHAPTERS[name], rules)),
        "",
        "## 适用范围 / Profiles",
        "",
        "| 编号 | 适用于 | For | 规则 Rules |",
        "|---|---|---|---|",
        *profiles,
    )


def chapter(title: Text, rules: Sequence[Rule]) -> Iterator[str]:
    """Yield the table of one chapter."""
    yield from ("", f"## {title} / {title.en}", "")
    yield "| 编号 | 要求 | Requirement | 严重程度 Severity | 效力 Force | 类型 Kind |"
    yield "|---|---|---|---|---|---|"
    for rule in rules:
        severity, force = SEVERITY[rule.severity], FORCE[rule.force]
        yield (
            f"| [{rule.id}]({rule.id}.md) | {rule.title} | {rule.title.en} "
            f"| {severity} {severity.en} | {force} {force.en} | [{rule.kind}](../kinds/{rule.kind}.md) |"
        )


def page(told: Explanation, ids: Collection[str]) -> str:
    """Return the page of one rule; `ids` are those of all rules, which become links."""
    examples = [row for sample in told.samples for row in example(sample)]
    return lines(
        NOTICE,
        f"# {told.id} {told.title}",
        *(row for section in told.sections for row in points(section, "zh", "##", ids)),
        "",
        "## 例子 / Examples",
        *examples,
        *points(told.more, "zh", "##", ids),
        "",
        "---",
        "",
        f"## English: {told.title.en}",
        *(row for section in (*told.sections, told.more) for row in points(section, "en", "###", ids)),
    )


def points(section: Section, lang: str, level: str, ids: Collection[str]) -> Iterator[str]:
    """Yield one section of a rule's page."""
    yield from ("", f"{level} {in_language(section.heading, lang)}", "")
    yield from (f"- {linked(in_language(point, lang), ids)}" for point in section.points)


def linked(text: str, ids: Collection[str]) -> str:
    """Return text with links at the ids of rules and at pages of kinds; marks of Markdown are escaped."""
    text = MARKS.sub(lambda found: f"\\{found.group()}", text)
    text = ID.sub(lambda found: f"[{found[0]}]({found[0]}.md)" if found[0] in ids else found[0], text)
    return KIND_PAGE.sub(lambda found: f"[{found[1]}](../{found[1]})", text)


def example(sample: Sample) -> Iterator[str]:
    """Yield one test of a rule as an example."""
    yield from ("", f"**{sample.heading}** `{sample.verdict}`", "")
    yield from ("```text", *sample.text.rstrip("\n").split("\n"), "```")


def with_options(text: str, options: type, name: str) -> str:
    """Return the page of a kind with the table of its options between the marks."""
    head, begun, rest = text.partition(BEGIN)
    _, ended, tail = rest.partition(END)
    if not begun or not ended:
        raise SystemExit(f"docs/kinds/{name}: 缺少标记 / the marks are missing: {BEGIN} {END}")
    return head + BEGIN + "\n" + "".join(f"{row}\n" for row in options_table(options)) + END + tail


def options_table(options: type) -> Iterator[str]:
    """Yield the table of a kind's own keys; the mappings in them follow as tables of their own."""
    waiting, done = [options], list[type]()
    for shape in waiting:
        if shape in done:
            continue
        done.append(shape)
        if shape is not options:
            yield from ("", f"`{shape.__name__}`：", "")
        yield from ("| 键 Key | 取值 Value | 默认 Default |", "|---|---|---|")
        hints = get_type_hints(shape)
        for field in fields(shape):
            if field.name != "kind":
                yield f"| `{field.name}` | {said(hints[field.name], waiting)} | {default(field)} |"


def said(shape: Any, nested: list[type]) -> str:
    """Return a type in words; mappings met on the way are added to `nested`."""
    origin, args = get_origin(shape), get_args(shape)
    if origin is Literal:
        return "、".join(f"`{a}`" for a in args)
    if origin in (Union, UnionType):
        return " 或 ".join(said(a, nested) for a in args if a is not type(None))
    if origin is tuple:
        return f"列表，每项为：{said(args[0], nested)}"
    if origin is dict:
        return f"映射，值为：{said(args[1], nested)}"
    if is_dataclass(shape) and isinstance(shape, type):
        nested.append(shape)
        return f"映射 `{shape.__name__}`"
    return {str: "文字", int: "整数", bool: "`true`、`false`"}.get(shape, f"`{shape}`")


def default(field: Field[Any]) -> str:
    """Return a default as it would be written in a rule file."""
    if field.default is MISSING and field.default_factory is MISSING:
        return "必填"
    value = field.default
    if value is None or value == () or value is MISSING or is_dataclass(value):
        return "（无）"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(map(str, value))}]`"
    return f"`{value}`"


def lines(*rows: str) -> str:
    """Return rows as the text of a page."""
    return "".join(f"{row}\n" for row in rows)


def main(arguments: Sequence[str]) -> int:
    """Write or check all pages; return the exit code."""
    wanted = pages()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    orphans = sorted(set((DOCS / "rules").glob("*.md")) - set(wanted))
    if "--check" in arguments:
        for path in (*stale, *orphans):
            print(f"{path.relative_to(DOCS.parent).as_posix()}: 不是最新的，请运行 python docs/generate.py / stale")
        return 1 if stale or orphans else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8", newline="\n")
    for path in orphans:
        path.unlink()
    print(f"写了 {len(stale)} 页，删了 {len(orphans)} 页 / {len(stale)} written, {len(orphans)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
