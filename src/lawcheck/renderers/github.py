"""Workflow commands of GitHub Actions: an annotation for every finding. Source: GitHub, workflow commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawcheck.model.checklist import Checklist, Item, Severity, Tool, Unreadable
from lawcheck.renderers.location import location, standing
from lawcheck.renderers.place import place
from lawcheck.renderers.style import Style
from lawcheck.text.visible import visible
from lawcheck.wording import Text, in_language

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_DOUBTFUL = Text("存疑：", "doubtful: ")


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return one command a line. Files without lines are annotated as a whole, with the place in the message."""
    commands = [command for c in checklists for command in _of(c, style)]
    commands += [_command("error", {"file": u.name}, in_language(u.message, style.lang)) for u in unreadable]
    return "".join(f"{command}\n" for command in commands)


def _of(checklist: Checklist, style: Style) -> Iterator[str]:
    name = checklist.document.name
    for item in checklist.findings:
        if item.waived is None:
            yield _finding(item, checklist, style)
    for told in checklist.limits:
        yield _command("error", {"file": name}, in_language(told, style.lang))


def _finding(item: Item, checklist: Checklist, style: Style) -> str:
    document, stands, lang = checklist.document, standing(item), style.lang
    at = location(stands, document)
    properties = {"file": document.name}
    message = in_language(item.message, lang)
    if at is not None:
        properties |= {"line": str(at.line), "col": str(at.column), "endLine": str(at.end_line)}
        if at.end_line == at.line:
            properties["endColumn"] = str(at.end_column)
    elif stands is not None and place(stands, lang):
        message = f"{place(stands, lang)}：{message}" if lang == "zh" else f"{place(stands, lang)}: {message}"
    is_sure = item.verdict == "not_satisfied"
    if not is_sure:
        message = in_language(_DOUBTFUL, lang) + message
    if item.remedy is not None:
        message += f"\n{in_language(item.remedy, lang)}"
    properties["title"] = f"{item.rule} {in_language(item.title, lang)}"
    return _command(_COMMANDS[item.severity] if is_sure else "notice", properties, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    """Return text for the message of a command: what steers the log is shown, line ends are kept."""
    return "%0A".join(visible(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
