"""From a rule's Hit to an Item: severity, words, basis, evidence, fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from lawcheck.engine.evidence import evidence, mask_field, mask_text, where
from lawcheck.engine.guard import fits
from lawcheck.model.checklist import Cited, Evidence, Item
from lawcheck.rule.hit import Hit, View
from lawcheck.rule.rule import Basis, Case, Rule
from lawcheck.text.lines import squeeze
from lawcheck.wording import Text

_ANY_CASE = Case()
_SOME_YEAR = "20××"  # in advice to a report that tells no year


def stamp(rule: Rule, hit: Hit, view: View, basis: tuple[Cited, ...]) -> Item:
    """Return the item that says `hit` in the words of `rule`."""
    seen = tuple(evidence(view.document, sight) for sight in hit.sights)
    first = next((e for e in seen if e.role in ("found", "expected_at")), None)
    is_finding = hit.verdict in ("not_satisfied", "doubtful")
    case = _case(rule, hit, view) if is_finding else _ANY_CASE
    remedy = (case.remedy or rule.remedy) if is_finding else None
    fields = _fields(hit, view, first)
    said = mask_text(hit.because) if hit.because else _said(hit, view, first)
    return Item(
        rule=rule.id,
        kind=rule.kind,
        title=rule.title,
        verdict=hit.verdict,
        category=rule.category,
        severity=case.severity or rule.severity,
        subject=hit.subject,
        message=(case.message or rule.message).fill(fields) if is_finding else said,
        remedy=remedy.fill(fields) if remedy else None,
        basis=basis,
        evidence=seen,
        fingerprint=fingerprint(rule.id, hit.subject, first.quote if first else None),
        computed=hit.computed,
        lacks=hit.lacks,
    )


def fingerprint(rule: str, subject: str | None, quote: str | None) -> str:
    """Return what tells an item from others across runs: no offsets, so text may be added elsewhere."""
    squeezed = "".join((quote or "").split())
    return hashlib.sha256("\0".join((rule, subject or "", squeezed)).encode("utf-8", "replace")).hexdigest()[:16]


def cited(rule: Rule, register: Mapping[str, Basis], year: int | None) -> tuple[Cited, ...]:
    """Return the rule's sources; each says whether it was in force for a report on `year`."""
    found = []
    for citation in rule.basis:
        source = register[citation.id]
        found.append(
            Cited(source.id, source.title, source.number, citation.article, rule.force, in_force(source, year))
        )
    return tuple(found)


def in_force(source: Basis, year: int | None) -> bool:
    """Say whether a source was in force on some day of the report year or of the quarter after it.

    Reports are published by the end of the following March. Without a year: whether it is in force still. Of a date
    known to the month or year only, the doubt counts for the source.
    """
    if year is None:
        return source.in_force_to is None
    since, until = source.in_force_from or "", source.in_force_to or "9999"
    return since < f"{year + 1}-04" and until >= f"{year}-01-01"[: len(until)]


def _case(rule: Rule, hit: Hit, view: View) -> Case:
    for case in rule.cases:
        if case.case in (None, hit.case) and (case.when is None or fits(case.when, view)):
            return case
    return _ANY_CASE


def _fields(hit: Hit, view: View, first: Evidence | None) -> dict[str, str]:
    year = int(view.outline.year.value) if view.outline.year else view.expected_year
    return {
        "quote": squeeze(first.quote or "") if first else "",
        "place": where(view.document, first) if first and first.span else "",
        "year": str(year) if year else _SOME_YEAR,
        "next": str(year + 1) if year else _SOME_YEAR,
        **{name: mask_field(value) for name, value in hit.fields.items()},
    }


def _said(hit: Hit, view: View, first: Evidence | None) -> Text:
    """Return the words of an item that is no finding, where its kind gives none."""
    if hit.verdict != "satisfied":
        return Text("无法判定", "undetermined") if hit.verdict == "undetermined" else Text("不适用", "not applicable")
    if first is None or not first.quote:
        return Text("符合", "met")
    quote, place = squeeze(first.quote), where(view.document, first)
    return Text(f"{place}：“{quote}”", f"{place.en}: “{quote}”")
