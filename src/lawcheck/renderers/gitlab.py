"""GitLab's code quality report: a JSON list with an entry for every finding. Source: GitLab, Code Quality."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from lawcheck.model import wire
from lawcheck.model.checklist import Checklist, Item, Severity, Tool, Unreadable
from lawcheck.model.wire import Tree
from lawcheck.renderers.location import distinct, location, standing
from lawcheck.renderers.place import place
from lawcheck.renderers.style import Style
from lawcheck.wording import in_language

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}
_DOUBTFUL = "minor"


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return the list; a document that could not be read is an entry of its own, severity `blocker`."""
    entries = [_finding(item, print, c, style.lang) for c in checklists for item, print in distinct(c.findings)]
    for record in unreadable:
        message = in_language(record.message, style.lang)
        entries.append(_entry("unreadable", message, "blocker", record.name, 1, f"unreadable {record.exit}"))
    return wire.dump(entries) + "\n"


def _finding(item: Item, print: str, checklist: Checklist, lang: str) -> Tree:
    document, stands = checklist.document, standing(item)
    at = location(stands, document)
    message = f"{item.rule} {in_language(item.message, lang)}"
    where = "" if stands is None or at is not None else place(stands, lang)
    if where:
        message += f"（{where}）" if lang == "zh" else f" ({where})"
    severity = _SEVERITIES[item.severity] if item.verdict == "not_satisfied" else _DOUBTFUL
    return _entry(item.rule, message, severity, document.name, 1 if at is None else at.line, print)


def _entry(check: str, description: str, severity: str, name: str, line: int, print: str) -> Tree:
    # One list holds the findings of many documents: the fingerprint of one must not be that of another.
    fingerprint = sha256(f"{name}\n{print}".encode("utf-8", "surrogatepass")).hexdigest()
    path = name.replace("\\", "/")
    return {
        "description": description,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
