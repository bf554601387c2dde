"""`lawcheck check`: read, check, show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from lawcheck.cli.explain import RULES
from lawcheck.cli.help import Command, Option
from lawcheck.cli.options import AS_OF, FAILING, META, PROFILE, STRICT, YEAR
from lawcheck.cli.output import check_stdout, check_target, wants_colour, write_file, write_stdout
from lawcheck.cli.session import Bug, Session, gravest
from lawcheck.cli.values import filled, one_of
from lawcheck.errors import LawcheckError, UsageError
from lawcheck.renderers import BINARY, FORMATS, Style, check_ready, render
from lawcheck.version import __version__
from lawcheck.wording import Text

if TYPE_CHECKING:
    from lawcheck.cli.files import Inputs
    from lawcheck.model.checklist import Checklist, FailOn, Unreadable
    from lawcheck.readers import Reading
    from lawcheck.rulesets import RuleSet


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
    if format in BINARY and output is None:
        check_stdout(format)
    check_ready(format)
    api.check_meta(meta)
    documents = inputs(paths)
    if output is not None:
        check_output(output, documents, rules)
    ruleset = api.load_ruleset(rules, profile=profile, year=year)
    wanted = Wanted(ruleset, meta, as_of, stdin_filename or STDIN)
    checklists, unreadable = _results(session, documents.paths, wanted)
    unreadable = [*documents.unreadable, *unreadable]
    for line in (*(u.message for u in unreadable), *(line for c in checklists for line in _lines(c, format))):
        session.say(line)
    style = Style(session.lang, fail_on, strict, colour=output is None and wants_colour())
    tool = Tool(__version__, ruleset.id, ruleset.sha256, None if as_of is None else as_of.isoformat())
    result = render(format, checklists, unreadable, tool=tool, style=style)
    codes = [*(u.exit for u in unreadable), *(3 for c in checklists if c.limits)]
    codes += [1 for c in checklists if not c.passed(fail_on, strict)]
    return gravest([_write(session, output, result), *codes])


def check_output(target: str, documents: Inputs, rules: str | None) -> None:
    """Refuse a place that is no place for results. Raises: UsageError."""
    from lawcheck.cli.files import also_read

    check_target(target, (*documents.paths, *also_read(documents.paths, rules)))
    if documents.would_hold(target):
        raise UsageError(
            f"--output 在要检查的文件夹里，下次会被当作报告；请换一个位置，或换一个扩展名：{target}",
            f"--output is inside a folder to check, where it would be read as a report next time; "
            f"name another place or suffix: {target}",
        )


def _results(session: Session, paths: Sequence[str], wanted: Wanted) -> tuple[list[Checklist], list[Unreadable]]:
    """Return the checklists, and what could not be checked."""
    from lawcheck.model.checklist import Unreadable

    checklists: list[Checklist] = []
    unreadable: list[Unreadable] = []
    for outcome in outcomes(session, paths, wanted):
        if isinstance(outcome, Unreadable):
            unreadable.append(outcome)
        else:
            checklists.append(outcome)
    return checklists, unreadable


def outcomes(session: Session, paths: Sequence[str], wanted: Wanted) -> Iterator[Checklist | Unreadable]:
    """Yield what comes of each document, in order: one that cannot be checked stops none, a usage error stops all."""
    from lawcheck import api
    from lawcheck.cli.files import source
    from lawcheck.model.checklist import Unreadable

    names = [_name(path, wanted) for path in paths]
    for reading in api.read_each(map(source, paths), names=names):
        outcome = session.attempt(partial(_one, reading, wanted))
        if not isinstance(outcome, LawcheckError):
            yield outcome
        elif outcome.exit_code == UsageError.exit_code:
            raise outcome
        else:
            name, message = reading.name, outcome.message
            if isinstance(outcome, Bug):  # any other error names its document itself
                message = Text(f"{name}：{message}", f"{name}: {message.en}")
            yield Unreadable(name, message, outcome.exit_code)


def _one(reading: Reading, wanted: Wanted) -> Checklist:
    from lawcheck import api

    return api.check(reading.document(), meta=wanted.meta, ruleset=wanted.rules, as_of=wanted.as_of)


def _name(path: str, wanted: Wanted) -> str:
    from lawcheck.cli.encoding import as_utf8
    from lawcheck.cli.files import STDIN

    return as_utf8(wanted.stdin_name if path == STDIN else path)


def _lines(checklist: Checklist, format: str) -> list[Text]:
    """Return what stderr tells of a document that was checked: limits, and notes that only the text format shows."""
    name, notes = checklist.document.name, () if format == "text" else checklist.document.warnings
    return [Text(f"{name}：{told}", f"{name}: {told.en}") for told in (*checklist.limits, *notes)]


def _write(session: Session, output: str | None, result: str | bytes) -> int:
    """Write the result; return 0, or the exit code of a failure that has been told."""
    outcome = session.attempt(lambda: write_stdout(result) if output is None else write_file(output, result))
    if isinstance(outcome, LawcheckError):
        session.say(outcome.message)
        return outcome.exit_code
    return 0


command = Command(
    "check",
    text=Text(
        "检查报告：Word、WPS、PDF、OFD、ODT、RTF、网页、纯文本；本机能读哪些，见 lawcheck doctor。"
        "路径可以是文件或文件夹，- 表示标准输入。"
        "退出码：0 没有需修改的；1 有需修改的；2 用法或规则有误；3 有文件读不了；4 结果没有写成。",
        "Check reports: Word, WPS, PDF, OFD, ODT, RTF, web pages, text; `lawcheck doctor` tells which work here. "
        "Paths are files, folders, or - for standard input. "
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
        PROFILE,
        YEAR,
        META,
        AS_OF,
        FAILING,
        STRICT,
        RULES,
        Option(
            ["--stdin-filename"], Text("标准输入的文件名", "name of standard input"), callback=filled, metavar="NAME"
        ),
    ],
)
