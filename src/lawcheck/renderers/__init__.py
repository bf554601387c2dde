"""Results as output: one module a format. Everything shown comes from the values given; no clock, no environment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lawcheck.errors import UsageError
from lawcheck.renderers.style import Style

__all__ = ["FORMATS", "Style", "render"]

if TYPE_CHECKING:
    from lawcheck.model.checklist import Checklist, Tool, Unreadable

    Renderer = Callable[[Sequence[Checklist], Sequence[Unreadable], Tool, Style], str]


def _text() -> Renderer:
    from lawcheck.renderers import text

    return text.render


def _json() -> Renderer:
    from lawcheck.renderers import json

    return json.render


# Each format is imported when it is asked for; adding one is a line here.
_FORMATS: dict[str, Callable[[], Renderer]] = {"text": _text, "json": _json}
FORMATS = tuple(_FORMATS)


def render(
    format: str,
    checklists: Sequence[Checklist],
    unreadable: Sequence[Unreadable],
    *,
    tool: Tool | None = None,
    style: Style = Style(),  # noqa: B008 - frozen
) -> str:
    """Return the results of one run in `format`, ending in a line end unless empty.

    `tool` is needed only where no document could be checked; else the checklists know it.

    Raises: UsageError when there is no such format, or nothing that tells the tool.
    """
    if format not in _FORMATS:
        names = ", ".join(FORMATS)
        raise UsageError(
            f"没有输出格式“{format}”，可用的有：{names.replace(', ', '、')}",
            f"no output format {format!r}; valid are: {names}",
        )
    if tool is None:
        if not checklists:
            raise UsageError("没有检查结果，须给出 tool", "there is no checklist, so `tool` must be given")
        tool = checklists[0].tool
    return _FORMATS[format]()(checklists, unreadable, tool, style)
