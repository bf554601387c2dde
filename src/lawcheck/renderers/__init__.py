"""Results as output: one module a format. Everything shown comes from the values given; no clock, no environment."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from lawcheck.errors import UsageError
from lawcheck.renderers.style import Style

__all__ = ["FORMATS", "Renderer", "Style", "render"]

if TYPE_CHECKING:
    from lawcheck.model.checklist import Checklist, Tool, Unreadable


class Renderer(Protocol):
    """What a renderer module offers: one function from the results of a run to text."""

    def render(
        self, checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style
    ) -> str:
        """Return the results of one run."""


# Each format is imported when it is asked for; adding one is a module and its name here.
FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv")


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
    if format not in FORMATS:
        names = ", ".join(FORMATS)
        raise UsageError(
            f"没有输出格式“{format}”，可用的有：{names.replace(', ', '、')}",
            f"no output format {format!r}; valid are: {names}",
        )
    if tool is None:
        if not checklists:
            raise UsageError("没有检查结果，须给出 tool", "there is no checklist, so `tool` must be given")
        tool = checklists[0].tool
    renderer = cast("Renderer", import_module(f"lawcheck.renderers.{format}"))
    return renderer.render(checklists, unreadable, tool, style)
