"""The JSON format, `lawcheck.checklist/1`: one object a run."""

from __future__ import annotations

from collections.abc import Sequence

from lawcheck.model import wire
from lawcheck.model.checklist import Checklist, Tool, Unreadable
from lawcheck.renderers.style import Style


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return the whole run as one JSON object, also when nothing could be read."""
    tree = wire.envelope(checklists, unreadable, tool, style.lang, fail_on=style.fail_on, strict=style.strict)
    return wire.dump(tree) + "\n"
