"""Values of options: callbacks that return the value, or say in both languages what would be valid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

import click

from lawcheck.cli.encoding import as_utf8
from lawcheck.errors import UsageError


def filled(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return a path, but not an empty one: a script's variable that is not set. Raises: UsageError."""
    if value != "":
        return value
    name = parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(context).strip("[]")
    raise UsageError(f"{name} 的值是空的，应写明路径或文件名", f"{name} is empty; name a path")


def one_of(*names: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Return the callback of an option that takes one of a few names."""

    def convert(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is None or value in names:
            return value
        option = parameter.opts[0]
        close = get_close_matches(value, names, 1)
        raise UsageError(
            f"{option} 不能是“{value}”，可用的有：{'、'.join(names)}" + (f"；是否要用 {close[0]}" if close else ""),
            f'{option} cannot be "{value}"; valid are: {", ".join(names)}'
            + (f"; did you mean {close[0]}" if close else ""),
        )

    return convert


def year(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Return a year of four digits as a number. Raises: UsageError."""
    if value is None:
        return None
    if len(value) == 4 and value.isascii() and value.isdigit():
        return int(value)
    option = parameter.opts[0]
    raise UsageError(
        f"{option} 不能是“{value}”，应是四位数的年份，例如 2024",
        f'{option} cannot be "{value}"; a year of four digits, as in 2024',
    )


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Return a date such as 2025-03-01. Raises: UsageError."""
    from lawcheck.text.date import iso_date  # only now: it loads the patterns of dates

    if value is None:
        return None
    found = iso_date(value)
    if found is not None:
        return found
    option = parameter.opts[0]
    raise UsageError(
        f"{option} 不能是“{value}”，应是日期，例如 2025-03-01",
        f'{option} cannot be "{value}"; a date, as in 2025-03-01',
    )


def key_values(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    """Return `KEY=VALUE` entries as a mapping; the last of a key wins. Raises: UsageError."""
    found = {}
    for entry in value:
        key, equals, rest = as_utf8(entry).partition("=")
        if not (key and equals):
            option = parameter.opts[0]
            raise UsageError(
                f"{option} 不能是“{entry}”，应写成 名称=值，例如 published=2025-03-01",
                f'{option} cannot be "{entry}"; KEY=VALUE, as in published=2025-03-01',
            )
        found[key] = rest
    return found
