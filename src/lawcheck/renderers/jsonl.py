"""JSON lines: a checklist, or the record of a document that could not be read, on each line."""

from __future__ import annotations

from collections.abc import Sequence

from lawcheck.model import wire
from lawcheck.model.checklist import Checklist, Tool, Unreadable
from lawcheck.renderers.style import Style


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return the run as lines; each also has the keys `schema` and `tool`, for lines get parted."""
    tree = wire.envelope(checklists, unreadable, tool, style.lang, fail_on=style.fail_on, strict=style.strict)
    head = {"schema": tree["schema"], "tool": tree["tool"]}
    records = [record for key in ("checklists", "unreadable") for record in wire.records(tree, key)]
    return "".join(f"{wire.dump({**head, **record}, indent=None)}\n" for record in records)
