"""`lawcheck check`: read, check, show."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from lawcheck.cli.explain import RULES
from lawcheck.cli.help import Command, Option
from lawcheck.cli.output import check_target, wants_colour, write_file, write_stdout
from lawcheck.cli.session import Bug, Session, gravest
from lawcheck.cli.values import day, filled, key_values, one_of, year
from lawcheck.errors import LawcheckError, ReadError, UsageError
from lawcheck.renderers import FORMATS, Style, render
from lawcheck.version import __version__
from lawcheck.wording import Text

if TYPE_CHECKING:
    from lawcheck.cli.files import Inputs
    from lawcheck.model.checklist import Checklist, FailOn, Unreadable
    from lawcheck.rulesets import RuleSet

FAIL_ON = ("error", "warning", "info", "never")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of every document of the run; the rule set knows the profile and the year."""

    rules: RuleSet
    meta: dict[str, str]
    as_of: date | None
    stdin_name: str


@click.pass_obj
def _check(
    session: Session,
    paths: tuple[str, ...],
    format: str,
    output: str | None,
    profile: str | None,
    year: int | None,
    meta: dict[str, str],
    as_of: date | None,
    fail_on: FailOn,
    strict: bool,
    rules: str | None,
    stdin_filename: str | None,
) -> int:
    """Check the documents and show the results; return the exit code."""
    from lawcheck import api
    from lawcheck.cli.files import STDIN, inputs
    from lawcheck.model.checklist import Tool

    if stdin_filename is not None and STDIN not in paths:
        raise UsageError("--stdin-filename 只在从标准输入 - 读取时有用", "--stdin-filename goes with standard input, -")
    api.check_meta(meta)
    documents = inputs(paths)
    if output is not None:
        _check_output(output, documents)
    ruleset = api.load_ruleset(rules, profile=profile, year=year)
    wanted = Wanted(ruleset, meta, as_of, stdin_filename or STDIN)
    checklists, unreadable = _results(session, documents.paths, wanted)
    unreadable = [*documents.unreadable, *unreadable]
    for line in (*(u.message for u in unreadable), *(line for c in checklists for line in _lines(c, format))):
        session.say(line)
    style = Style(session.lang, fail_on, strict, colour=output is None and wants_colour())
    tool = Tool(__version__, ruleset.id, ruleset.sha256, None if as_of is None else as_of.isoformat())
    text = render(format, checklists, unreadable, tool=tool, style=style)
    codes = [*(u.exit for u in unreadable), *(3 for c in checklists if c.limits)]
    codes += [1 for c in checklists if not c.passed(fail_on, strict)]
    return gravest([_write(session, output, text), *codes])


def _check_output(target: str, documents: Inputs) -> None:
    """Refuse a place that is no place for results. Raises: UsageError."""
    check_target(target, documents.paths)
    if documents.would_hold(target):
        raise UsageError(
            f"--output 在要检查的文件夹里，下次会被当作报告；请换一个位置，或换一个扩展名：{target}",
            f"--output is inside a folder to check, where it would be read as a report next time; "
            f"name another place or suffix: {target}",
        )


def _results(session: Session, paths: Sequence[str], wanted: Wanted) -> tuple[list[Checklist], list[Unreadable]]:
    """Return the checklists, and what could not be checked: neither stops the others, a usage error stops all."""
    from lawcheck.model.checklist import Unreadable

    checklists, unreadable = [], []
    for path in paths:
        outcome = session.attempt(partial(_one, path, wanted))
        if not isinstance(outcome, LawcheckError):
            checklists.append(outcome)
        elif outcome.exit_code == UsageError.exit_code:
            raise outcome
        else:
            name, message = _name(path, wanted), outcome.message
            if isinstance(outcome, Bug):  # any other error names its document itself
                message = Text(f"{name}：{message}", f"{name}: {message.en}")
            unreadable.append(Unreadable(name, message, outcome.exit_code))
    return checklists, unreadable


def _one(path: str, wanted: Wanted) -> Checklist:
    from lawcheck import api
    from lawcheck.cli.files import STDIN

    if path == STDIN and sys.stdin is None:
        raise ReadError("标准输入已关闭，没有内容可读", "standard input is closed")
    return api.check(
        sys.stdin.buffer if path == STDIN else path,
        name=_name(path, wanted),
        meta=wanted.meta,
        ruleset=wanted.rules,
        as_of=wanted.as_of,
    )


def _name(path: str, wanted: Wanted) -> str:
    from lawcheck.cli.encoding import as_utf8
    from lawcheck.cli.files import STDIN

    return as_utf8(wanted.stdin_name if path == STDIN else path)


def _lines(checklist: Checklist, format: str) -> list[Text]:
    """Return what stderr tells of a document that was checked: limits, and notes that only the text format shows."""
    name, notes = checklist.document.name, () if format == "text" else checklist.document.warnings
    return [Text(f"{name}：{told}", f"{name}: {told.en}") for told in (*checklist.limits, *notes)]


def _write(session: Session, output: str | None, text: str) -> int:
    """Write the result; return 0, or the exit code of a failure that has been told."""
    outcome = session.attempt(lambda: write_stdout(text) if output is None else write_file(output, text))
    if isinstance(outcome, LawcheckError):
        session.say(outcome.message)
        return outcome.exit_code
    return 0


command = Command(
    "check",
    text=Text(
        "检查报告（.docx、.txt、.md）。路径可以是文件或文件夹，- 表示标准输入。"
        "退出码：0 没有需修改的；1 有需修改的；2 用法或规则有误；3 有文件读不了；4 结果没有写成。",
        "Check reports (.docx, .txt, .md): files, folders, or - for standard input. "
        "Exit: 0 nothing fails, 1 something fails, 2 usage or rules at fault, 3 a file is unreadable, 4 not written.",
    ),
    example="lawcheck check 报告.docx\nlawcheck check 报告文件夹 --format json --output 结果.json",
    callback=_check,
    params=[
        click.Argument(["paths"], nargs=-1, required=True, metavar="PATH…"),
        Option(
            ["--format"],
            Text("输出格式（默认 text）", "output format (default text)"),
            metavar="|".join(FORMATS),
            callback=one_of(*FORMATS),
            default="text",
        ),
        Option(["--output"], Text("把结果写入文件", "write the result to a file"), callback=filled, metavar="FILE"),
        Option(
            ["--profile"],
            Text("适用范围，例如 civil-affairs 或 department+hubei（默认自动判断）", "profile (default: detected)"),
            metavar="ID[+ID]",
        ),
        Option(["--year"], Text("应报告的年度", "the report year expected"), callback=year, metavar="YYYY"),
        Option(
            ["--meta"],
            Text("报告之外的信息，例如 published=2025-03-01，可重复", "what the file does not tell; repeatable"),
            callback=key_values,
            multiple=True,
            metavar="KEY=VALUE",
        ),
        Option(
            ["--as-of"],
            Text("以哪一天为“今天”（默认不用日期）", "the day that counts as today (default: none)"),
            callback=day,
            metavar="DATE",
        ),
        Option(
            ["--fail-on"],
            Text("哪一级以上算需修改（默认 warning）", "what counts as failing (default warning)"),
            metavar="|".join(FAIL_ON),
            callback=one_of(*FAIL_ON),
            default="warning",
        ),
        Option(["--strict"], Text("存疑的也算需修改", "doubtful items fail too"), is_flag=True),
        RULES,
        Option(
            ["--stdin-filename"], Text("标准输入的文件名", "name of standard input"), callback=filled, metavar="NAME"
        ),
    ],
)
