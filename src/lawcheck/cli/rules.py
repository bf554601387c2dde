"""`lawcheck rules`: list, show, lint, test and prove rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

import click

from lawcheck.cli.explain import RULES
from lawcheck.cli.help import Command, Group, Option
from lawcheck.cli.output import write_stdout
from lawcheck.cli.session import Session
from lawcheck.cli.values import filled
from lawcheck.errors import RuleSetError
from lawcheck.wording import Text, in_language

if TYPE_CHECKING:
    from lawcheck.rule.rule import Case, Guard, Rule
    from lawcheck.rulesets import RuleSet

_REMEDY = Text("建议：", "remedy: ")


def _print(lines: Iterable[str]) -> None:
    write_stdout("".join(f"{line}\n" for line in lines))


@click.pass_obj
def _list(session: Session, profile: str | None, rules: str | None) -> int:
    from lawcheck.renderers.finding import SEVERITY
    from lawcheck.renderers.ink import lines
    from lawcheck.renderers.style import Style
    from lawcheck.rulesets import load_ruleset
    from lawcheck.text.width import pad

    ruleset = load_ruleset(rules)
    listed = ruleset.rules if profile is None else tuple(p.rule for p in ruleset.plan(profile).rules)
    longest = max((len(rule.id) for rule in listed), default=0)
    _print(
        line
        for rule in listed
        for line in lines(
            rule.title,
            Style(session.lang),
            lead=f"{pad(rule.id, longest)}  {pad(in_language(SEVERITY[rule.severity], session.lang), 7)}  ",
        )
    )
    return 0


@click.pass_obj
def _show(session: Session, rule_id: str, rules: str | None) -> int:
    from lawcheck.rulesets import load_ruleset

    ruleset = load_ruleset(rules)
    _print(_shown(ruleset.rule(rule_id), ruleset, session.lang))
    return 0


def _shown(rule: Rule, ruleset: RuleSet, lang: str) -> Iterator[str]:
    from lawcheck.handbook import words
    from lawcheck.renderers.finding import SEVERITY, basis_label
    from lawcheck.renderers.ink import labelled, lines
    from lawcheck.renderers.style import Style

    style = Style(lang)
    severity, force = SEVERITY[rule.severity], words.FORCE[rule.force]
    profiles = [p.id for p in ruleset.profiles if any(r.id == rule.id for r in p.rules)]
    years = f"{rule.since or '…'}–{rule.until or '…'}" if rule.since or rule.until else ""
    yield from lines(rule.title, style, lead=f"{rule.id} ")
    for label, value in (
        (Text("严重程度：", "severity: "), Text(f"{severity}（{force}）", f"{severity.en} ({force.en})")),
        (Text("类型：", "kind: "), rule.kind),
        (Text("类别：", "category: "), words.CATEGORY[rule.category]),
        (Text("年度：", "years: "), years),
        (Text("条件：", "when: "), _when(rule.when)),
        (Text("适用范围：", "profiles: "), ", ".join(profiles)),
        (Text("不符合：", "told when not met: "), rule.message),
        (_REMEDY, rule.remedy or ""),
        (Text("所在：", "source: "), rule.source),
        (Text("测试：", "tests: "), str(len(rule.tests))),
        *((basis_label(rule.force), words.cited(c, ruleset.basis[c.id])) for c in rule.basis),
        *(pair for case in rule.cases for pair in _case(case)),
    ):
        if value:
            yield from labelled(label, value, style, indent=2)


def _when(guard: Guard) -> str:
    """Return a guard as rule files write it."""
    given = ((field.name, getattr(guard, field.name)) for field in fields(guard))
    return "; ".join(f"{name}: {', '.join(names)}" for name, names in given if names)


def _case(case: Case) -> Iterator[tuple[Text, str]]:
    told = case.message or Text("", "")
    head = "; ".join(filter(None, (case.case, _when(case.when) if case.when else None, case.severity)))
    yield Text("情形：", "case: "), Text(f"{head}：{told}", f"{head}: {told.en}") if head and told else told or head
    if case.remedy is not None:
        yield _REMEDY, case.remedy


@click.pass_obj
def _lint(session: Session, folder: str | None) -> int:
    from lawcheck.rulesets import lint, load_ruleset
    from lawcheck.text.visible import visible

    findings = lint(folder)
    errors = [finding.message for finding in findings if finding.is_error]
    for message in errors:
        session.say(message)
    if errors:
        return RuleSetError.exit_code
    count, hints = len(load_ruleset(folder).rules), [finding.message for finding in findings]
    told = Text(f"{count} 条规则，没有错误，{len(hints)} 条建议", f"{count} rules, no errors, {len(hints)} hints")
    _print(visible(in_language(message, session.lang)) for message in (*hints, told))
    return 0


@click.pass_obj
def _test(session: Session, folder: str | None, rule_ids: tuple[str, ...]) -> int:
    from lawcheck.rulesets import load_ruleset
    from lawcheck.testing import run_rule_tests
    from lawcheck.text.visible import visible

    outcomes = run_rule_tests(load_ruleset(folder), rule_ids or None)
    failed = [outcome for outcome in outcomes if not outcome.passed]
    told = Text(f"{len(outcomes)} 个例子，{len(failed)} 个不符", f"{len(outcomes)} tests, {len(failed)} failed")
    lines = [
        f"{o.rule} #{o.number}{f' {o.name}' if o.name else ''}: {in_language(o.message, session.lang)}" for o in failed
    ]
    _print(map(visible, (*lines, in_language(told, session.lang))))
    return 1 if failed else 0


@click.pass_obj
def _prove(session: Session, folder: str | None, rule_ids: tuple[str, ...]) -> int:
    from lawcheck.proof import prove_rules
    from lawcheck.rulesets import load_ruleset
    from lawcheck.text.visible import visible

    proofs = prove_rules(load_ruleset(folder), rule_ids or None)
    unproved = sum(proof.way is None for proof in proofs)
    told = Text(f"{len(proofs)} 条规则，{unproved} 条未能证明", f"{len(proofs)} rules, {unproved} not proved")
    lines = [f"{proof.rule}: {in_language(proof.message, session.lang)}" for proof in proofs]
    _print(map(visible, (*lines, in_language(told, session.lang))))
    return 1 if unproved else 0


_ID = click.Argument(["rule_id"], metavar="ID")
_FOLDER = click.Argument(["folder"], required=False, callback=filled, metavar="[FOLDER]")
_SHORT = {
    "list": Text("列出规则", "list the rules"),
    "show": Text("一条规则的全部内容", "all about one rule"),
    "lint": Text("校验规则文件", "validate rule files"),
    "test": Text("运行规则自带的例子", "run the tests that rules carry"),
    "prove": Text("证明每条规则都能起作用", "prove that every rule can fire"),
}
_COMMANDS = (
    Command(
        "list",
        text=Text("列出规则：编号、严重程度、标题。", "List the rules: id, severity, title."),
        callback=_list,
        params=[
            Option(["--profile"], Text("只列这个适用范围的", "only those of a profile"), metavar="ID[+ID]"),
            RULES,
        ],
    ),
    Command(
        "show", text=Text("显示一条规则的全部内容。", "Show all about one rule."), callback=_show, params=[_ID, RULES]
    ),
    Command(
        "lint",
        text=Text(
            "校验规则文件：键、类型、编号、依据、严重程度。不给文件夹时校验自带的规则。有错误时退出码为 2。",
            "Validate rule files: keys, types, ids, sources, severities; the shipped ones when no folder is given. "
            "Exit 2 when something is wrong.",
        ),
        callback=_lint,
        params=[_FOLDER],
    ),
    Command(
        "test",
        text=Text(
            "运行规则自带的例子。不给文件夹时运行自带规则的例子。有不符的例子时退出码为 1。",
            "Run the tests that rules carry; without a folder those of the shipped rules. Exit 1 when one fails.",
        ),
        callback=_test,
        params=[
            _FOLDER,
            Option(
                ["--rule", "rule_ids"],
                Text("只运行这条规则的例子，可重复", "only the tests of this rule; repeatable"),
                multiple=True,
                metavar="ID",
            ),
        ],
    ),
    Command(
        "prove",
        text=Text(
            "证明规则能起作用：取规则自带例子中符合的文字，改动使它符合的地方，看结论是否变为不符合或存疑。"
            "不给文件夹时证明自带的规则。有规则未能证明时退出码为 1。",
            "Prove that rules can fire: alter what satisfied a rule in a text of its tests and see whether it gives a "
            "finding. Without a folder: the shipped rules. Exit 1 when a rule is not proved.",
        ),
        callback=_prove,
        params=[
            _FOLDER,
            Option(
                ["--rule", "rule_ids"],
                Text("只证明这条规则，可重复", "only this rule; repeatable"),
                multiple=True,
                metavar="ID",
            ),
        ],
    ),
)

command = Group(
    "rules",
    text=Text("列出、查看、校验、测试、证明规则。", "List, show, lint, test and prove rules."),
    commands={c.name or "": (c, _SHORT[c.name or ""]) for c in _COMMANDS},
)
