"""SARIF 2.1.0, for code scanning: one run, a result for every finding. Source: OASIS SARIF 2.1.0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawcheck.model import wire
from lawcheck.model.checklist import Checklist, Item, Severity, Tool, Unreadable
from lawcheck.model.wire import Tree
from lawcheck.renderers.finding import between, cited
from lawcheck.renderers.location import address, distinct, headings, location, standing
from lawcheck.renderers.place import place
from lawcheck.renderers.style import Style
from lawcheck.renderers.words import FALSE_ALARM_LINE, NO_ADVICE, unread
from lawcheck.text.lines import squeeze
from lawcheck.wording import Text, in_language

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return the run as one SARIF log. A doubtful finding has kind `review`, and so, by the standard, level `none`."""
    findings = [(c, item) for c in checklists for item in c.findings]
    ids = list(dict.fromkeys(item.rule for _, item in findings))
    rules = {id: next(item for _, item in findings if item.rule == id) for id in ids}
    notes = [*_notes(checklists, style.lang), *(_unreadable(u, style.lang) for u in unreadable)]
    is_whole = not unreadable and not any(c.limits for c in checklists)
    run: Tree = {
        "tool": {
            "driver": {
                "name": "lawcheck",
                "version": tool.version,
                "semanticVersion": tool.version,
                "rules": [_rule(item, style.lang) for item in rules.values()],
                "properties": {"ruleset": tool.ruleset, "rulesetSha256": tool.ruleset_sha256, "asOf": tool.as_of},
            }
        },
        "language": "zh-CN" if style.lang == "zh" else "en-US",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": is_whole, "toolExecutionNotifications": notes}],
        "artifacts": [_artifact(c) for c in checklists],
        "results": [
            _result(item, print, c, (number, ids.index(item.rule)), style.lang)
            for number, c in enumerate(checklists)
            for item, print in distinct(c.findings)
        ],
        "properties": {
            "scope": in_language(NO_ADVICE, style.lang),
            "falseAlarm": in_language(FALSE_ALARM_LINE, style.lang),
        },
    }
    return wire.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(item: Item, lang: str) -> Tree:
    sources = between(lang).join(cited(basis, lang) for basis in item.basis)
    help = " ".join(filter(None, (in_language(item.remedy or "", lang), sources)))
    return {
        "id": item.rule,
        "shortDescription": {"text": in_language(item.title, lang)},
        **({"help": {"text": help}} if help else {}),
        "defaultConfiguration": {"level": _LEVELS[item.severity]},
        "properties": {"category": item.category, "kind": item.kind, "tags": [item.category]},
    }


def _artifact(checklist: Checklist) -> Tree:
    document = checklist.document
    return {
        "location": {"uri": address(document.name)},
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": document.sha256},
        **({"encoding": document.encoding} if document.encoding else {}),
    }


def _result(item: Item, print: str, checklist: Checklist, indices: tuple[int, int], lang: str) -> Tree:
    document, stands = checklist.document, standing(item)
    artifact, rule = indices
    where = "" if stands is None else place(stands, lang)
    message = in_language(item.message, lang)
    is_sure = item.verdict == "not_satisfied"
    at = location(stands, document)
    region: Tree = {"startLine": 1}  # a file without lines, or no place in it: code hosts want a line all the same
    if at is not None:
        region = {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
            "snippet": {"text": stands.quote if stands and stands.quote else ""},
        }
    elif where:
        message = Text(f"{where}：{message}", f"{where}: {message}")
    path = headings(stands, checklist)
    tree: Tree = {
        "ruleId": item.rule,
        "ruleIndex": rule,
        "kind": "fail" if is_sure else "review",
        "level": _LEVELS[item.severity] if is_sure else "none",
        "message": {"text": in_language(message, lang)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": address(document.name), "index": artifact},
                    "region": region,
                },
                **({"logicalLocations": [{"name": path[-1], "fullyQualifiedName": " / ".join(path)}]} if path else {}),
            }
        ],
        "partialFingerprints": {"lawcheckFinding/v1": print},
        "properties": {
            "severity": item.severity,
            "verdict": item.verdict,
            "subject": item.subject,
            "remedy": None if item.remedy is None else in_language(item.remedy, lang),
            "basis": [cited(basis, lang) for basis in item.basis],
            "compared": [squeeze(e.quote or "") for e in item.evidence if e.role == "compared_with"],
        },
    }
    if item.waived is not None:
        tree["suppressions"] = [{"kind": "external", "status": "accepted", "justification": item.waived.reason}]
    return tree


def _notes(checklists: Sequence[Checklist], lang: str) -> Iterator[Tree]:
    """Yield what was not read or not checked to the end, and the rules that could not be decided."""
    for checklist in checklists:
        document = checklist.document
        for told in (*checklist.limits, *document.warnings, *map(unread, document.unread)):
            yield _note("warning", in_language(told, lang), document.name)
        for item in checklist.items:
            if item.verdict == "undetermined":
                yield _note("note", f"{item.rule} {in_language(item.message, lang)}", document.name)


def _unreadable(record: Unreadable, lang: str) -> Tree:
    return _note("error", in_language(record.message, lang), record.name)


def _note(level: str, text: str, name: str) -> Tree:
    return {
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": address(name)}}}],
    }
