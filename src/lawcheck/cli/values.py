"""Values of options: callbacks that return the value, or say in both languages what would be valid."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

import click

from lawcheck.errors import UsageError


def one_of(*names: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Return the callback of an option that takes one of a few names."""

    def convert(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is None or value in names:
            return value
        option = parameter.opts[0]
        close = get_close_matches(value, names, 1)
        raise UsageError(
            f"{option} 不能是“{value}”，可用的有：{'、'.join(names)}" + (f"；是否要用 {close[0]}" if close else ""),
            f"{option} cannot be {value!r}; valid are: {', '.join(names)}"
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
        f"{option} cannot be {value!r}; a year of four digits, as in 2024",
    )


def iso_date(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Return a date such as 2025-03-01. Raises: UsageError."""
    if value is None:
        return None
    try:
        if len(value) == 10:  # fromisoformat takes 20250301 and 2025-W09-6 too
            return date.fromisoformat(value)
    except ValueError:
        pass
    option = parameter.opts[0]
    raise UsageError(
        f"{option} 不能是“{value}”，应是日期，例如 2025-03-01",
        f"{option} cannot be {value!r}; a date, as in 2025-03-01",
    )


def key_values(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    """Return `KEY=VALUE` entries as a mapping; the last of a key wins. Raises: UsageError."""
    found = {}
    for entry in value:
        key, equals, rest = entry.partition("=")
        if not (key and equals):
            option = parameter.opts[0]
            raise UsageError(
                f"{option} 不能是“{entry}”，应写成 名称=值，例如 published=2025-03-01",
                f"{option} cannot be {entry!r}; KEY=VALUE, as in published=2025-03-01",
            )
        found[key] = os.fsencode(rest).decode("utf-8", "surrogateescape")  # whatever the locale made of it
    return found
