"""Results as output: one module a format. Everything shown comes from the values given; no clock, no environment."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from lawcheck.errors import UsageError
from lawcheck.renderers.style import Style
from lawcheck.wording import Text

__all__ = ["BINARY", "FORMATS", "Renderer", "Style", "check_ready", "render"]

if TYPE_CHECKING:
    from lawcheck.model.checklist import Checklist, Tool, Unreadable


class Renderer(Protocol):
    """What a renderer module offers: one function from the results of a run to text, or to the bytes of a file."""

    def render(
        self, checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style
    ) -> str | bytes:
        """Return the results of one run."""


# Each format is imported when it is asked for; adding one is a module and its name here.
FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv", "xlsx", "html")
# Of these the result is no text, and no terminal can show it.
BINARY = ("xlsx",)


def check_ready(format: str) -> None:
    """Refuse a format whose package is missing, before any work is done. Raises: UsageError."""
    from lawcheck.readers.requirement import JINJA, XLSXWRITER, require_for

    if format == "html":
        require_for(Text("检查单网页（.html）", "a sheet (.html)"), JINJA)
    if format == "xlsx":
        require_for(Text("表格（.xlsx）", "a workbook (.xlsx)"), XLSXWRITER)


def render(
    format: str,
    checklists: Sequence[Checklist],
    unreadable: Sequence[Unreadable],
    *,
    tool: Tool | None = None,
    style: Style = Style(),  # noqa: B008 - frozen
) -> str | bytes:
    """Return the results of one run in `format`: text that ends in a line end unless empty, bytes for those of BINARY.

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
