"""`lawcheck explain`: one rule in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from lawcheck.cli.help import Command, Option
from lawcheck.cli.output import write_stdout
from lawcheck.cli.session import Session
from lawcheck.cli.values import filled
from lawcheck.wording import Text

if TYPE_CHECKING:
    from lawcheck.rule.rule import Rule
    from lawcheck.rulesets import RuleSet

RULES = Option(
    ["--rules"], Text("用这个文件夹里的规则", "use the rules of this folder"), callback=filled, metavar="FOLDER"
)


@click.pass_obj
def _explain(session: Session, rule_id: str, rules: str | None) -> int:
    from lawcheck.rulesets import load_ruleset

    ruleset = load_ruleset(rules)
    write_stdout("".join(f"{line}\n" for line in _lines(ruleset.rule(rule_id), ruleset, session.lang)))
    return 0


def _lines(rule: Rule, ruleset: RuleSet, lang: str) -> Iterator[str]:
    from lawcheck.cli import rule_words
    from lawcheck.renderers.ink import labelled
    from lawcheck.renderers.style import Style

    style = Style(lang)
    yield from rule_words.summary(rule, style)
    if rule.aliases:
        yield from labelled(Text("别名：", "also known as: "), "、".join(rule.aliases), style, indent=2)
    yield from rule_words.sources(rule, ruleset, style)
    when = rule_words.guards(rule.when, lang)
    if when:
        yield from labelled(Text("适用：", "applies when: "), "；".join(when), style, indent=2)
    yield from labelled(
        Text("不符合：", "told when not met: "), rule_words.blanked(rule.message, lang), style, indent=2
    )
    if rule.remedy is not None:
        yield from labelled(rule_words.REMEDY, rule_words.blanked(rule.remedy, lang), style, indent=2)
    yield from rule_words.cases(rule, style, named=False)
    for verdict in ("satisfied", "not_satisfied"):
        test = next((t for t in rule.tests if t.expect == verdict), None)
        if test is not None:
            yield ""
            yield from rule_words.example(test, style)


command = Command(
    "explain",
    text=Text(
        "用平常的话说明一条规则：要求什么、依据什么、严重程度、怎样改，并给出例子。",
        "Say in plain words what a rule asks, on what basis, how severe it is and what to do, with an example.",
    ),
    example="lawcheck explain E120",
    callback=_explain,
    params=[click.Argument(["rule_id"], metavar="ID"), RULES],
)
