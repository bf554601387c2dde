"""The command line in, an exit code out (docs/reference/exit-codes.md)."""

from __future__ import annotations

import signal
from collections.abc import Sequence

import click

from lawcheck.cli.help import Group, Option
from lawcheck.cli.interrupt import Stopped
from lawcheck.cli.output import write_stdout
from lawcheck.cli.session import Session
from lawcheck.cli.usage import translated
from lawcheck.errors import LawcheckError
from lawcheck.version import __version__
from lawcheck.wording import Text


def run(arguments: Sequence[str]) -> int:
    """Run the command with the words of a command line and return its exit code. Raises: Stopped."""
    session = Session.of(arguments)
    outcome = session.attempt(lambda: _run(list(arguments), session))
    if isinstance(outcome, LawcheckError):
        session.say(outcome.message)
        return outcome.exit_code
    return outcome


def _run(arguments: list[str], session: Session) -> int:
    try:
        return int(program.main(arguments, prog_name="lawcheck", standalone_mode=False, obj=session) or 0)
    except click.UsageError as error:
        raise translated(error) from None
    except (click.Abort, KeyboardInterrupt):  # where the signals belong to others
        raise Stopped(signal.SIGINT) from None


def _print_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        write_stdout(f"lawcheck {__version__} (lawcheck-cn)\n")
        context.exit()


program = Group(
    "lawcheck",
    text=Text(
        "检查法治政府建设年度报告：缺了什么、哪里前后不一致、依据是什么、怎么改。不联网，不上传，不改动报告。",
        "Check yearly reports on 法治政府建设: what is missing, what contradicts itself, on what basis, what to do. "
        "Offline; reports are never changed.",
    ),
    commands={
        "annotate": ("lawcheck.cli.annotate", Text("写一份加了批注的 Word 副本", "write a Word copy with comments")),
        "check": ("lawcheck.cli.check", Text("检查报告", "check reports")),
        "doctor": ("lawcheck.cli.doctor", Text("本机能读哪些格式，还要装什么", "what can be read here")),
        "explain": ("lawcheck.cli.explain", Text("说明规则", "explain rules")),
        "template": ("lawcheck.cli.template", Text("写出报告的骨架", "write the skeleton of a report")),
        "overview": ("lawcheck.cli.overview", Text("一批报告的总览，供审核", "an overview of many reports")),
        "rules": ("lawcheck.cli.rules", Text("列出、查看、校验、测试规则", "list, show, lint and test rules")),
    },
    params=[
        Option(
            ["--version"],
            Text("显示版本", "show the version"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
        )
    ],
)
