"""`period`: years belong where they stand: the report year in title, headings and results, the next in the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Literal

from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.items import sentences
from lawcheck.rule.mention import Mention, in_parts, mentions, named_headings, years_of_report
from lawcheck.rule.place import first_line
from lawcheck.rule.scope import folded, section_at
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary
from lawcheck.text.span import Span
from lawcheck.wording import Text

NAMES = Names(
    cases=frozenset({"missing", "expected", "opening", "results", "plan", "heading", "topic", "earlier", "unnamed"}),
    fields=COMMON_FIELDS | {"year", "written", "expected"},
)
_PLAN = "plan"
_PAST = ("measures", "first_responsible")
_STATED = ("plain", "dated", "range")  # contexts in which a heading says what year it is about
_SPAN_OF_YEARS = 5  # an earlier year is no older than this; older ones tell history
_MOST_SIGHTS = 5
_NO_YEAR = Text("没有找到报告年度", "the report year was not found")


@dataclass(frozen=True, slots=True)
class Options:
    """`judge` says which years are looked at.

    `report`: the year of the report against the year asked for, the opening, the results, the plan. `headings`: the
    years in the headings of parts. `earlier`: results of an earlier year among this year's. `plan`: the plan names the
    next year. `counted` are the words of a counted result, `announced` those of the sentence that leads over to the
    report, `intended` those of a plan; a sentence or heading with one of `unless` may name another year.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["period"]
    judge: Literal["report", "headings", "earlier", "plan"]
    counted: tuple[str | Phrases, ...] = ()
    announced: tuple[str | Phrases, ...] = ()
    intended: tuple[str | Phrases, ...] = ()
    unless: tuple[str | Phrases, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    counted: tuple[Matcher, ...]
    announced: tuple[Matcher, ...]
    intended: tuple[Matcher, ...]
    unless: tuple[Matcher, ...]


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue that the vocabulary has not."""
    matchers = vocabulary.matchers
    families = (options.counted, options.announced, options.intended, options.unless)
    return partial(_check, options.judge, _Words(*map(matchers, families)))


def _check(judge: str, words: _Words, view: View) -> Iterator[Hit]:
    if view.outline.year is None:
        yield _without_year(view) if judge == "report" else Hit("not_applicable", because=_NO_YEAR)
        return
    judges = {"report": _report, "headings": _headings, "earlier": _earlier, "plan": _plan}
    yield from judges[judge](words, view, int(view.outline.year.value))


def _without_year(view: View) -> Hit:
    if view.expected_year is None:
        return Hit("not_applicable", because=_NO_YEAR)
    place = view.outline.title.span if view.outline.title else first_line(view.document)
    looked = Text("标题、各部分标题、正文开头、落款日期", "title, headings, opening, date of signing")
    sights = (Sight("expected_at", place), Sight("searched", None, looked))
    return Hit("not_satisfied", None, sights, "missing", {"expected": str(view.expected_year)})


def _report(words: _Words, view: View, year: int) -> Iterator[Hit]:
    asked = view.expected_year
    if asked is not None and asked != year:
        sights = (_stated(view, "found"), Sight("compared_with", None, str(asked)))
        fields = {"year": str(year), "written": str(year), "expected": str(asked)}
        yield Hit("not_satisfied", None, sights, "expected", fields)
        return
    hits = [*_opening(words, view, year), *_left_over(words, view, year), *_stale_plan(words, view, year)]
    because = Text(f"报告年度是 {year} 年，各处一致", f"the report year is {year} throughout")
    yield from hits or [Hit("satisfied", None, (_stated(view, "found"),), because=because)]


def _opening(words: _Words, view: View, year: int) -> Iterator[Hit]:
    """Yield the opening when it begins with, or announces, a report on another year and never names this one."""
    told = list(mentions(view, view.outline.opening))
    if years_of_report(view, year) & {m.year for m in told}:
        return
    first = next(sentences(view, view.outline.opening), Span(0, 0))
    for m in told:
        begins = m.opens and first.covers(m.span) and m.year == year - 1
        if m.context == "plain" and (begins or _has(words.announced, m.words)):
            yield _other(view, "opening", m, year, "opening")
            return


def _left_over(words: _Words, view: View, year: int) -> Iterator[Hit]:
    """Yield one hit when counted results are all those of the year before, and no result is this year's."""
    past = in_parts(view, *_PAST)
    stale = _stale(words, past, year)
    if _is_left_over(past, stale, year):
        sights = (*(Sight("found", m.span) for m in stale[:_MOST_SIGHTS]), _stated(view, "compared_with"))
        fields = {"year": str(year), "written": str(year - 1), "expected": str(year)}
        yield Hit("not_satisfied", _PAST[0], sights, "results", fields)


def _stale(words: _Words, past: tuple[Mention, ...], year: int) -> list[Mention]:
    """Return the earlier years that begin a sentence with a counted result and nothing that explains them."""
    return [
        m
        for m in past
        if (m.opens and m.context == "plain" and year - _SPAN_OF_YEARS <= m.year < year)
        and (str(year) not in m.words and _has(words.counted, m.words) and not _has(words.unless, m.words))
    ]


def _is_left_over(past: tuple[Mention, ...], stale: list[Mention], year: int) -> bool:
    return sum(1 for m in stale if m.year == year - 1) > 1 and all(m.year != year for m in past)


def _stale_plan(words: _Words, view: View, year: int) -> Iterator[Hit]:
    for m in in_parts(view, _PLAN):
        is_past = m.opens and m.context == "plain" and m.year <= year
        if is_past and _has(words.intended, m.words) and str(year + 1) not in m.words:
            yield _other(view, _PLAN, m, year + 1, "plan")
            return


def _headings(words: _Words, view: View, year: int) -> Iterator[Hit]:
    hits = []
    for heading, role, subject in named_headings(view):
        found = [m for m in mentions(view, heading) if m.context in _STATED]
        lawful = {year + 1} if role == _PLAN else years_of_report(view, year)
        if not found or lawful & {m.year for m in found}:
            continue
        # 2023年督察反馈问题整改情况, 2024年存在的不足及下一步打算 may name another year.
        if not _has(words.unless, found[0].words):
            expected = year + 1 if role == _PLAN else year
            hits.append(_other(view, subject, found[0], expected, "heading" if role else "topic"))
    yield from hits or [Hit("satisfied", because=Text("各部分标题的年度相符", "the years in the headings agree"))]


def _earlier(words: _Words, view: View, year: int) -> Iterator[Hit]:
    past = in_parts(view, *_PAST)
    stale = _stale(words, past, year)
    if _is_left_over(past, stale, year):  # C001 speaks of all of them together
        yield Hit("not_applicable", because=Text("结果整体属于另一年度", "all results are of another year"))
        return
    hits = [_other(view, section_at(view.outline, m.span), m, year, "earlier") for m in stale]
    yield from hits or [Hit("satisfied", because=Text("没有混入以前年度的结果", "no results of earlier years"))]


def _plan(words: _Words, view: View, year: int) -> Iterator[Hit]:
    part = view.outline.part(_PLAN)
    if part is None or part.found == "closing":
        yield Hit("not_applicable", because=Text("没有单独的计划部分", "there is no plan of its own"))
        return
    headed = list(mentions(view, part.anchor))
    named = [m for m in (*headed, *in_parts(view, _PLAN)) if m.year == year + 1 and m.context != "quoted"]
    if named:
        yield Hit("satisfied", _PLAN, (Sight("found", named[0].span),))
    elif headed or any(m.search(folded(view, part.anchor)) for m in words.unless):
        yield Hit("not_applicable", because=Text("标题写的年度另行判断", "the year in the heading is judged elsewhere"))
    else:
        sights = (Sight("expected_at", part.anchor), Sight("searched", None, f"{year + 1}年"))
        yield Hit("not_satisfied", _PLAN, sights, "unnamed", {"year": str(year), "expected": str(year + 1)})


def _stated(view: View, role: Literal["found", "compared_with"]) -> Sight:
    year = view.outline.year
    return Sight(role, year.span if year else None, year.value if year else None)


def _other(view: View, subject: str | None, found: Mention, expected: int, case: str) -> Hit:
    year = view.outline.year.value if view.outline.year else ""
    fields = {"year": year, "written": str(found.year), "expected": str(expected)}
    sights = (Sight("found", found.span), _stated(view, "compared_with"))
    is_soft = case in ("topic", "earlier")
    return Hit("doubtful" if is_soft else "not_satisfied", subject, sights, case, fields)


def _has(family: tuple[Matcher, ...], words: str) -> bool:
    return any(m.search(words) for m in family)
