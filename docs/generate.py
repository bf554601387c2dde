"""Write the generated pages of the documentation: docs/rules/ and the options tables in docs/kinds/.

python docs/generate.py           write what has changed
python docs/generate.py --check   change nothing; exit code 1 when a page is not what it would write
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lawcheck import load_ruleset
from lawcheck.cli.rule_words import CATEGORY, FORCE, VERDICT, day, guards
from lawcheck.kinds import KINDS
from lawcheck.renderers.finding import SEVERITY
from lawcheck.rule.rule import Case, Citation, Guard, Rule, RuleTest
from lawcheck.rulesets import RuleSet

DOCS = Path(__file__).resolve().parent
NOTICE = "<!-- 由 docs/generate.py 生成，请勿手改 / generated, do not edit -->"
BEGIN, END = "<!-- options: begin -->", "<!-- options: end -->"

VERIFIED = {
    "V1": "条文已读",
    "V2": "见于公开转载或引述",
    "V3": "见于二手资料",
    "M": "条文待核，只引标题",
}


def pages() -> dict[Path, str]:
    """Return every generated page with its text."""
    ruleset = load_ruleset()
    found = {DOCS / "rules" / "index.md": index(ruleset)}
    for rule in ruleset.rules:
        found[DOCS / "rules" / f"{rule.id}.md"] = page(rule, ruleset)
    for name, kind in KINDS.items():
        path = DOCS / "kinds" / f"{name}.md"
        found[path] = with_options(path.read_text(encoding="utf-8"), kind.options, path.name)
    return found


def index(ruleset: RuleSet) -> str:
    """Return the page that lists all rules."""
    rows = [
        f"| [{r.id}]({r.id}.md) | {r.title} | {r.title.en} | [{r.kind}](../kinds/{r.kind}.md) "
        f"| {SEVERITY[r.severity]} | {FORCE[r.force]} |"
        for r in ruleset.rules
    ]
    profiles = [
        f"| `{p.id}` | {p.title} | {p.title.en} | {' '.join(r.id for r in p.rules)} |" for p in ruleset.profiles
    ]
    return lines(
        NOTICE,
        "# 规则一览 / Rules",
        "",
        "严重程度是规则的最高程度，有的情形更轻，见各页。",
        "The severity is the highest that a rule gives; some of its cases are milder.",
        "",
        "| 编号 | 要求 | Requirement | 类型 Kind | 严重程度 Severity | 效力 Force |",
        "|---|---|---|---|---|---|",
        *rows,
        "",
        "## 适用范围 / Profiles",
        "",
        "| 编号 | 适用于 | For | 规则 Rules |",
        "|---|---|---|---|",
        *profiles,
    )


def page(rule: Rule, ruleset: RuleSet) -> str:
    """Return the page of one rule."""
    profiles = " ".join(f"`{p.id}`" for p in ruleset.profiles if any(r.id == rule.id for r in p.rules))
    return lines(
        NOTICE,
        f"# {rule.id} {rule.title}",
        "",
        rule.title.en,
        "",
        "| | |",
        "|---|---|",
        f"| 规则类型 Kind | [{rule.kind}](../kinds/{rule.kind}.md) |",
        f"| 类别 Category | {CATEGORY[rule.category]} `{rule.category}` |",
        f"| 严重程度 Severity | {SEVERITY[rule.severity]} `{rule.severity}` |",
        f"| 依据的效力 Force | {FORCE[rule.force]} `{rule.force}` |",
        f"| 适用范围 Profiles | {profiles or '（无）'} |",
        *years(rule),
        *guard(rule.when),
        "",
        "## 依据 / Basis",
        "",
        *([f"- {citation(c, ruleset)}" for c in rule.basis] or ["没有成文的依据。No written basis."]),
        "",
        "## 不符合时的说法 / Message",
        "",
        f"- {rule.message}",
        f"- {rule.message.en}",
        *remedy(rule),
        *cases(rule.cases),
        "",
        "## 例子 / Examples",
        *(line for test in rule.tests for line in example(test)),
    )


def years(rule: Rule) -> Iterator[str]:
    """Yield the row of the report years that a rule is for, where it is not for all."""
    if rule.since or rule.until:
        yield f"| 报告年度 Report years | {rule.since or ''}—{rule.until or ''} |"


def guard(when: Guard) -> Iterator[str]:
    """Yield the row of the condition under which a rule applies, where there is one."""
    said = guards(when, "zh")
    if said:
        yield f"| 适用条件 When | {'；'.join(said)} |"


def citation(cited: Citation, ruleset: RuleSet) -> str:
    """Return a basis in words: title, number, article, dates, how it was verified."""
    basis = ruleset.basis[cited.id]
    number = f"（{basis.number}）" if basis.number else ""
    article = cited.article or ""
    since = f"，{day(basis.in_force_from)}起施行" if basis.in_force_from else ""
    until = f"，{day(basis.in_force_to)}止" if basis.in_force_to else ""
    return f"《{basis.title}》{number}{article}{since}{until}（{VERIFIED[basis.verified]}）"


def remedy(rule: Rule) -> Iterator[str]:
    """Yield the section on what to do."""
    if rule.remedy:
        yield from ("", "## 怎样改 / Remedy", "", f"- {rule.remedy}", f"- {rule.remedy.en}")


def cases(found: Sequence[Case]) -> Iterator[str]:
    """Yield the table of cases that differ from the rule."""
    if not found:
        return
    yield from ("", "## 情形 / Cases", "")
    yield from ("| 情形 Case | 严重程度 Severity | 说法 Message | 怎样改 Remedy |", "|---|---|---|---|")
    for case in found:
        name = "；".join([*([f"`{case.case}`"] if case.case else []), *(guards(case.when, "zh") if case.when else [])])
        severity = SEVERITY[case.severity] if case.severity else "同上"
        yield f"| {name} | {severity} | {case.message or '同上'} | {case.remedy or '同上'} |"


def example(test: RuleTest) -> Iterator[str]:
    """Yield one test of a rule as an example."""
    yield from ("", f"**{VERDICT[test.expect]}** `{test.expect}`{f'：{test.name}' if test.name else ''}", "")
    yield from ("```text", *test.text.rstrip("\n").split("\n"), "```")


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
