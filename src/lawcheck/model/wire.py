"""The published JSON shape `lawcheck.checklist/1`, from result values. docs/reference/checklist-json.md explains it.

Keys are added within a version, never renamed, dropped or given another type.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import cast

from lawcheck.model.checklist import (
    SEVERITIES,
    VERDICTS,
    Checklist,
    Cited,
    Computed,
    Evidence,
    FailOn,
    Item,
    Tool,
    Unreadable,
    Waived,
)
from lawcheck.model.document import Document
from lawcheck.model.fact import Fact
from lawcheck.model.outline import Field, Section
from lawcheck.text.date import iso_date
from lawcheck.text.lines import squeeze
from lawcheck.text.span import Span
from lawcheck.text.visible import escaped
from lawcheck.wording import in_language

SCHEMA = "lawcheck.checklist/1"
Tree = dict[str, object]
_SURROGATES = {code: "\\" + escaped(chr(code)) for code in range(0xD800, 0xE000)}


def envelope(
    checklists: Sequence[Checklist],
    unreadable: Sequence[Unreadable],
    tool: Tool,
    lang: str,
    *,
    fail_on: FailOn = "warning",
    strict: bool = False,
) -> Tree:
    """Return the results of one run; `summary.passed` is judged at `fail_on` and `strict`."""
    return {
        "schema": SCHEMA,
        "tool": {
            "name": "lawcheck",
            "version": tool.version,
            "ruleset": tool.ruleset,
            "ruleset_sha256": tool.ruleset_sha256,
            "as_of": tool.as_of,
        },
        "checklists": [_checklist(c, lang, fail_on, strict) for c in checklists],
        "unreadable": [{"name": u.name, "message": in_language(u.message, lang), "exit": u.exit} for u in unreadable],
    }


def records(tree: Tree, key: str) -> list[Tree]:
    """Return the list of objects under `key` of an envelope."""
    return cast("list[Tree]", tree[key])


def dump(tree: Tree | list[Tree], *, indent: int | None = 2) -> str:
    """Return a tree as JSON text, Chinese unescaped; on one line when `indent` is None.

    A file name that is not UTF-8 holds lone surrogates, which no consumer could decode: each is written out as the
    text `\\udce4`.
    """
    text = json.dumps(tree, ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.translate(_SURROGATES)
    return text


def _checklist(checklist: Checklist, lang: str, fail_on: FailOn, strict: bool) -> Tree:
    document, outline, choice = checklist.document, checklist.outline, checklist.profile
    year = _value(outline.year)
    return {
        "document": _document(document, lang),
        "profile": {"id": choice.id, "chosen_by": choice.chosen_by, "because": in_language(choice.because, lang)},
        "report": {
            "title": _value(outline.title),
            "issuer": _value(outline.issuer),
            "year": None if year is None else int(year),
            "addressee": _value(outline.addressee),
            "signed_by": _value(outline.signature),
            "dated": _day(outline.dated),
        },
        "outline": [_section(section, document) for section in outline.sections],
        "facts": [_fact(fact, document) for fact in checklist.facts.facts],
        "items": [_item(item, lang) for item in checklist.items],
        "summary": _summary(checklist, fail_on, strict),
    }


def _document(document: Document, lang: str) -> Tree:
    metadata: Tree = dict(reversed(document.metadata))  # the first value of a key wins, as in Document.meta
    return {
        "name": document.name,
        "format": document.format,
        "sha256": document.sha256,
        "characters": len(document.text),
        "metadata": {**dict(sorted(metadata.items())), "encoding": document.encoding},
        "unread": [
            {"what": in_language(u.what, lang), "where": in_language(u.where, lang) or None} for u in document.unread
        ],
    }


def _value(field: Field | None) -> str | None:
    return None if field is None else field.value


def _day(field: Field | None) -> str | None:
    """Return a date only where it is one: what is printed may lack the day, or be on no calendar."""
    return field.value if field is not None and iso_date(field.value) else None


def _section(section: Section, document: Document) -> Tree:
    return {
        "level": section.level,
        "number": None if section.number is None else section.number.text,
        "text": squeeze(section.heading.of(document.text)),
        "role": section.role,
        "line": document.lines.place(section.heading.start).line,
        "span": _span(section.heading),
        "items": len(section.items),
    }


def _fact(fact: Fact, document: Document) -> Tree:
    return {
        "indicator": fact.indicator,
        "aspect": fact.aspect,
        "label": fact.label,
        "value": format(fact.value, "f"),
        "upper": None if fact.upper is None else format(fact.upper, "f"),
        "unit": fact.unit or None,
        "approximate": not fact.is_exact,
        "period": fact.period,
        "quote": fact.span.of(document.text),
        "span": _span(fact.span),
        "line": document.lines.place(fact.span.start).line,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _item(item: Item, lang: str) -> Tree:
    return {
        "rule": item.rule,
        "kind": item.kind,
        "title": in_language(item.title, lang),
        "verdict": item.verdict,
        "category": item.category,
        "severity": item.severity,
        "subject": item.subject,
        "message": in_language(item.message, lang),
        "remedy": None if item.remedy is None else in_language(item.remedy, lang),
        "computed": _computed(item.computed),
        "basis": [_cited(cited) for cited in item.basis],
        "evidence": [_evidence(e, lang) for e in item.evidence],
        "fingerprint": item.fingerprint,
        "baseline": item.baseline,
        "waived": _waived(item.waived),
    }


def _cited(cited: Cited) -> Tree:
    return {
        "id": cited.id,
        "title": cited.title,
        "number": cited.number,
        "article": cited.article,
        "force": cited.force,
        "in_force": cited.in_force,
    }


def _computed(computed: Computed | None) -> Tree | None:
    if computed is None:
        return None
    return {
        "expression": computed.expression,
        "expected": computed.expected,
        "actual": computed.actual,
        "tolerance": computed.tolerance,
    }


def _evidence(evidence: Evidence, lang: str) -> Tree:
    return {
        "role": evidence.role,
        "quote": None if evidence.quote is None else in_language(evidence.quote, lang),
        "span": _span(evidence.span),
        "line": evidence.line,
        "column": evidence.column,
        "page": evidence.page,
        "paragraph": evidence.paragraph,
        "cell": evidence.cell,
        "masked": evidence.masked,
    }


def _waived(waived: Waived | None) -> Tree | None:
    if waived is None:
        return None
    return {"reason": waived.reason, "approver": waived.approver, "until": waived.until}


def _summary(checklist: Checklist, fail_on: FailOn, strict: bool) -> Tree:
    verdicts = Counter(item.verdict for item in checklist.items)
    standing = [i.severity for i in checklist.items if i.verdict == "not_satisfied" and i.waived is None]
    return {
        **{verdict: verdicts[verdict] for verdict in VERDICTS},
        **{f"{severity}s": standing.count(severity) for severity in SEVERITIES},
        "passed": checklist.passed(fail_on, strict),
    }
