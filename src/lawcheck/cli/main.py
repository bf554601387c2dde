"""The entry point: the command line in, an exit code out (docs/reference/exit-codes.md)."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from types import FrameType

import click

from lawcheck.cli.help import Group, Option
from lawcheck.cli.output import write_stdout
from lawcheck.cli.session import Session
from lawcheck.cli.usage import translated
from lawcheck.errors import LawcheckError
from lawcheck.version import __version__
from lawcheck.wording import Text

_INTERRUPTED = Text("已中断", "interrupted")


class _Stopped(BaseException):
    """A signal that ends the run; not an Exception, so nothing on the way takes it for a bug."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (the process's own when None) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    session = Session.of(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with _signals():
            outcome = session.attempt(lambda: _run(arguments, session))
            if isinstance(outcome, LawcheckError):
                session.say(outcome.message)
                return outcome.exit_code
            return outcome
    except _Stopped as stop:
        session.say(_INTERRUPTED)
        return stop.exit_code


def _run(arguments: list[str], session: Session) -> int:
    try:
        return int(program.main(arguments, prog_name="lawcheck", standalone_mode=False, obj=session) or 0)
    except click.UsageError as error:
        raise translated(error) from None
    except (click.Abort, KeyboardInterrupt):
        raise _Stopped(signal.SIGINT) from None


@contextmanager
def _signals() -> Iterator[None]:
    """Let SIGINT and SIGTERM end the run by an exception, so that temporary files are removed on the way out."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise _Stopped(number)

    try:
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    except ValueError:  # not the main thread: whoever called has the signals
        yield
        return
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


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
        "check": ("lawcheck.cli.check", Text("检查报告", "check reports")),
        "explain": ("lawcheck.cli.explain", Text("说明一条规则", "explain a rule")),
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
