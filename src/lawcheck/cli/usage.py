"""click's own errors about the command line, said in lawcheck's words."""

from __future__ import annotations

from difflib import get_close_matches

import click

from lawcheck.errors import UsageError


def translated(error: click.UsageError) -> UsageError:
    """Return the same error with a message in both languages that says what would be valid."""
    command = error.ctx.command_path if error.ctx is not None else "lawcheck"
    hint, hint_en = f"（{command} --help 查看说明）", f" ({command} --help explains)"
    if isinstance(error, click.NoSuchOption):
        return _no_such_option(error, hint, hint_en)
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        if "does not take a value" in error.message:
            return UsageError(f"选项 {name} 后面不带值{hint}", f"option {name} takes no value{hint_en}")
        return UsageError(f"选项 {name} 后面缺少值{hint}", f"option {name} needs a value{hint_en}")
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.opts[0]
        if isinstance(error.param, click.Argument) and error.ctx is not None:
            name = error.param.make_metavar(error.ctx)
        return UsageError(f"缺少参数 {name}{hint}", f"missing argument {name}{hint_en}")
    if error.ctx is not None and isinstance(error.ctx.command, click.Group):
        names = error.ctx.command.list_commands(error.ctx)
        return UsageError(
            f"缺少命令，可用的有：{'、'.join(names)}{hint}", f"missing command; valid are: {', '.join(names)}{hint_en}"
        )
    extra = error.message.partition("(")[2].rpartition(")")[0] or error.message  # Got unexpected extra argument (x)
    return UsageError(f"命令行有多余的内容：{extra}{hint}", f"{error.message}{hint_en}")


def _no_such_option(error: click.NoSuchOption, hint: str, hint_en: str) -> UsageError:
    close = get_close_matches(error.option_name, _options(error.ctx), 1)
    return UsageError(
        f"没有选项 {error.option_name}" + (f"，是否要用 {close[0]}" if close else hint),
        f"no option {error.option_name}" + (f"; did you mean {close[0]}" if close else hint_en),
    )


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    return [name for p in context.command.get_params(context) if isinstance(p, click.Option) for name in p.opts]
