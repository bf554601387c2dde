"""Facts built by hand over a text, for tests of whatever judges facts without reading them out of prose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from lawcheck.model.document import Document
from lawcheck.model.fact import Breakdown, Fact, Facts
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_NUMBER = pattern(r"\d++(?:\.\d++)?(?![\s\S]*\d)")  # the last one of a phrase
_END = pattern("[。；！\n]")


def facts_from(document: Document, given: Iterable[Mapping[str, Any]], totals: Iterable[Mapping[str, Any]]) -> Facts:
    """Return facts: `at` is the phrase (found from left to right), `is` indicator and aspect.

    A phrase without digits is a stated zero; `number` is the number with its unit where it does not end the phrase. A
    fact with a `cell` is of a table. Of `totals`, `of` and `parts` are positions in the list.
    """
    text, at, found = document.text, 0, list[Fact]()
    for one in given:
        start = text.index(one["at"], at)
        at = start + len(one["at"])
        found.append(_fact(text, Span(start, at), one))
    breakdowns = tuple(_breakdown(found, one) for one in totals)
    return Facts(tuple(found), breakdowns)


def _fact(text: str, span: Span, one: Mapping[str, Any]) -> Fact:
    phrase = span.of(text)
    m = _NUMBER.search(phrase)
    number = Span(span.start + m.start(), span.end) if m else span
    if "number" in one:
        at = span.start + phrase.index(one["number"])
        number = Span(at, at + len(one["number"]))
    indicator, _, aspect = one.get("is", "").rpartition(".")
    return Fact(
        label=one.get("label", phrase[: m.start()] if m else phrase),
        value=Decimal(one.get("value", m.group() if m else "0")),
        upper=Decimal(one["upper"]) if "upper" in one else None,
        unit=one.get("unit", phrase[m.end() :].lstrip("余多万") if m else ""),
        qualifier=one.get("how", "exact"),
        span=span,
        number=number,
        sentence=_sentence(text, span),
        indicator=indicator or None,
        aspect=aspect or None,
        period=one.get("year"),
        origin="table" if "cell" in one else "prose" if m else "stated_zero",
        cell=one.get("cell"),
    )


def _sentence(text: str, span: Span) -> Span:
    start = max((m.end() for m in _END.finditer(text, 0, span.start)), default=0)
    end = next((m.start() for m in _END.finditer(text, span.end)), len(text))
    return Span(start, end)


def _breakdown(facts: list[Fact], one: Mapping[str, Any]) -> Breakdown:
    shown = [facts[one["of"]], *(facts[i] for i in one["parts"])]
    span = Span(min(f.span.start for f in shown), max(f.span.end for f in shown))
    return Breakdown(one["of"], tuple(one["parts"]), one.get("complete", True), span)
