"""Commands and options that explain themselves in Chinese and English, and sub-commands that load when they are run.

click wraps by the number of characters, and a Chinese character takes two cells; so help is laid out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from lawcheck.cli.output import write_stdout
from lawcheck.cli.session import LANGUAGES, Session
from lawcheck.cli.values import one_of
from lawcheck.errors import UsageError
from lawcheck.text.width import pad, width, wrap
from lawcheck.wording import Text, in_language

_COLUMNS, _NAMES = 80, 24
_USAGE, _OPTIONS, _COMMANDS = Text("用法：", "Usage: "), Text("选项：", "Options:"), Text("命令：", "Commands:")


class Option(click.Option):
    """An option with its explanation in both languages."""

    def __init__(self, names: Sequence[str], text: Text, **settings: Any) -> None:
        super().__init__(names, **settings)
        self.text = text

    @property
    def usage(self) -> str:
        """The option as it is typed: `--year YYYY`."""
        return self.opts[0] if self.is_flag else f"{self.opts[0]} {self.metavar}"


def common() -> list[click.Parameter]:
    """Return the options that every command has; Session reads them from the command line itself."""
    return [
        Option(
            ["--lang"],
            Text("输出的语言（默认 zh）", "language of the output (default zh)"),
            metavar="|".join(LANGUAGES),
            callback=one_of(*LANGUAGES),
            expose_value=False,
        ),
        Option(
            ["--debug"],
            Text("程序出错时显示详情", "show the trace of an internal error"),
            is_flag=True,
            expose_value=False,
        ),
        # Not click's own, which would take a full disk for a bug.
        Option(
            ["--help"],
            Text("显示本说明", "show this help"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_help,
        ),
    ]


def _print_help(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        write_stdout(context.get_help() + "\n")
        context.exit()


@contextmanager
def _told_by(ctx: click.Context) -> Iterator[None]:
    """Let an error of usage know the command whose words were read: click's parser does not say."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


class Command(click.Command):
    """A command with its explanation and an example in both languages."""

    def __init__(
        self,
        name: str,
        *,
        text: Text,
        callback: Callable[..., Any] | None = None,
        params: Sequence[click.Parameter] = (),
        example: str | None = None,
    ) -> None:
        super().__init__(name, callback=callback, params=[*params, *common()], add_help_option=False)
        self.text = text
        self.example = example

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the command. Raises: click.UsageError."""
        with _told_by(ctx):
            return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help page in the language of the session."""
        return _page(ctx, self.text, self.params, {}, self.example)


class Group(click.Group):
    """A command of sub-commands. A sub-command is the `command` of its module, imported when it is run."""

    def __init__(
        self,
        name: str,
        *,
        text: Text,
        commands: Mapping[str, tuple[str | click.Command, Text]],
        params: Sequence[click.Parameter] = (),
    ) -> None:
        super().__init__(name, no_args_is_help=False, params=[*params, *common()], add_help_option=False)
        self.text = text
        self.table = commands

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words up to the sub-command. Raises: click.UsageError."""
        with _told_by(ctx):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the sub-commands, sorted."""
        return sorted(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a sub-command, or None when there is none of this name."""
        if cmd_name not in self.table:
            return None
        home = self.table[cmd_name][0]
        if isinstance(home, str):
            loaded: click.Command = import_module(home).command
            return loaded
        return home

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the sub-command that `args` begin with. Raises: UsageError that names those there are."""
        if args[0] in self.table:
            return super().resolve_command(ctx, args)
        close = get_close_matches(args[0], self.table, 1)
        raise UsageError(
            f"没有命令“{args[0]}”，"
            + (f"是否要用 {close[0]}" if close else f"可用的有：{'、'.join(sorted(self.table))}"),
            f'no command "{args[0]}"; '
            + (f"did you mean {close[0]}" if close else f"valid are: {', '.join(sorted(self.table))}"),
        )

    def get_help(self, ctx: click.Context) -> str:
        """Return the help page in the language of the session."""
        return _page(ctx, self.text, self.params, {name: text for name, (_, text) in self.table.items()}, None)


def _page(
    ctx: click.Context,
    text: Text,
    params: Sequence[click.Parameter],
    commands: Mapping[str, Text],
    example: str | None,
) -> str:
    lang = ctx.obj.lang if isinstance(ctx.obj, Session) else "zh"
    arguments = [p.make_metavar(ctx) for p in params if isinstance(p, click.Argument)]
    options = in_language(Text("[选项]", "[options]"), lang)
    words = [ctx.command_path, *(["COMMAND", "…"] if commands else [options, *arguments])]
    lines = [in_language(_USAGE, lang) + " ".join(words), "", *wrap(in_language(text, lang), _COLUMNS)]
    if example is not None:
        lines += ["", *(f"  {line}" for line in example.split("\n"))]
    if commands:
        lines += ["", in_language(_COMMANDS, lang), *_rows(sorted(commands.items()), lang)]
    rows = [(p.usage, p.text) for p in params if isinstance(p, Option)]
    return "\n".join([*lines, "", in_language(_OPTIONS, lang), *_rows(rows, lang)])


def _rows(rows: Sequence[tuple[str, Text]], lang: str) -> Iterator[str]:
    for name, text in rows:
        lead = f"  {name}"
        if width(lead) + 2 > _NAMES:
            yield lead
            lead = ""
        yield from wrap(in_language(text, lang), _COLUMNS, first=pad(lead, _NAMES), rest=" " * _NAMES)
