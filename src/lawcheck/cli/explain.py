"""`lawcheck explain`: rules in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from lawcheck.cli.help import Command, Option
from lawcheck.cli.output import write_stdout
from lawcheck.cli.session import Session
from lawcheck.cli.values import filled
from lawcheck.wording import Text, in_language

if TYPE_CHECKING:
    from lawcheck.handbook.explanation import Explanation, Sample, Section
    from lawcheck.renderers.style import Style

RULES = Option(
    ["--rules"], Text("用这个文件夹里的规则", "use the rules of this folder"), callback=filled, metavar="FOLDER"
)
_EXAMPLES = Text("例子", "Examples")


@click.pass_obj
def _explain(session: Session, rule_ids: tuple[str, ...], rules: str | None) -> int:
    from lawcheck.handbook.explanation import explain
    from lawcheck.renderers.ink import COLUMNS
    from lawcheck.renderers.style import Style
    from lawcheck.rulesets import load_ruleset

    ruleset, style = load_ruleset(rules), Style(session.lang)
    asked = {rule.id: rule for rule in map(ruleset.rule, rule_ids)}  # all of them, before anything is shown
    pages = [_page(explain(rule, ruleset), style) for rule in asked.values()]
    write_stdout(f"\n{'=' * COLUMNS}\n\n".join("".join(f"{line}\n" for line in page) for page in pages))
    return 0


def _page(told: Explanation, style: Style) -> Iterator[str]:
    from lawcheck.renderers.ink import lines

    yield from lines(told.title, style, lead=f"{told.id} ")
    for section in told.sections:
        yield from _section(section, style)
    if told.pair:
        yield from ("", in_language(_EXAMPLES, style.lang))
    for sample in told.pair:
        yield from _sample(sample, style)
    yield from _section(told.more, style)


def _section(section: Section, style: Style) -> Iterator[str]:
    from lawcheck.renderers.ink import lines

    yield from ("", in_language(section.heading, style.lang))
    for point in section.points:
        yield from lines(point, style, lead="  ")


def _sample(sample: Sample, style: Style) -> Iterator[str]:
    from lawcheck.renderers.ink import lines

    yield from lines(sample.heading, style, lead="  ")
    for line in sample.text.rstrip("\n").split("\n"):
        yield from lines(line, style, lead="    | ")


command = Command(
    "explain",
    text=Text(
        "用平常的话说明规则：为什么有这条、依据什么、多重要、怎样改，附正反例子。可以一次给几个编号。",
        "Explain rules in plain words: why there is one, on what basis, how grave it is, what to do, with a good and "
        "a bad example. Several ids may be given.",
    ),
    example="lawcheck explain E123\nlawcheck explain E123 F007",
    callback=_explain,
    params=[click.Argument(["rule_ids"], nargs=-1, required=True, metavar="ID…"), RULES],
)
