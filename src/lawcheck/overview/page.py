"""The survey as one page for a browser: self-contained, nothing is asked of any network, readable without script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lawcheck.overview import lists, view
from lawcheck.overview.element import ELEMENTS
from lawcheck.overview.record import Mark
from lawcheck.overview.survey import Survey
from lawcheck.overview.view import Shown
from lawcheck.readers.requirement import JINJA, require_for
from lawcheck.renderers.finding import REMEDY, SEVERITY, between
from lawcheck.wording import Text, in_language

PAGE = Text("网页（.html）", "a page (.html)")
UNITS = 300  # more would make a page that browsers show slowly
_WORDS = {
    "find": Text("查找", "Find"),
    "show": Text("只看", "Only"),
    "all": Text("全部", "all"),
    "sort": Text("点击表头可以排序。", "Click a heading to sort."),
    "remedy": REMEDY,
    "basis": Text("依据：", "basis: "),
    "back": Text("↑ 回到总览", "↑ back to the overview"),
    "rows": view.ROWS,
    "missing": view.MISSING,
    "copies": view.COPIES,
    "files": view.FILES,
}
_NOT_SHOWN = Text(
    "这一页列出最需要看的 {n} 份的发现项；其余的请用 --sheets 另写，或用 .xlsx。",
    "This page has the findings of the {n} worst; --sheets, or a workbook (.xlsx), has those of the others.",
)


@dataclass(frozen=True, slots=True)
class _Marked:
    verdict: str
    tone: str
    severity: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class _Unit:
    number: int
    name: str
    lines: tuple[str, ...]
    marks: tuple[_Marked, ...]
    ending: tuple[str, ...]


def page(survey: Survey, lang: str, sheets: Mapping[str, str] | None = None) -> str:
    """Return the page; `sheets` are the addresses of pages of their own, by the name of the file that was checked.

    Raises: UsageError when Jinja2 is missing.
    """
    require_for(PAGE, JINJA)
    from lawcheck.renderers.sheet.templating import environment, inline

    links = _links(survey, sheets)
    style, style_hash = inline(_part("page.css"))
    script, script_hash = inline(_part("page.js"))
    fields = {
        "style": style,
        "style_hash": style_hash,
        "script": script,
        "script_hash": script_hash,
        **_matrix(survey, lang, links),
        **_lists(survey, lang, links),
        "units": [_unit(survey, at, lang) for at, link in enumerate(links) if link == f"#u{at + 1}"],
        "not_shown": in_language(_NOT_SHOWN.fill({"n": str(UNITS)}), lang) if "" in links else "",
    }
    return environment(_part).get_template("page.html").render(fields).lstrip()


def _links(survey: Survey, sheets: Mapping[str, str] | None) -> list[str]:
    """Return where a click on each row leads: its own page, its section, or nowhere."""
    if sheets is not None:
        return [sheets.get(row.entry.name, f"#u{at + 1}") for at, row in enumerate(survey.rows)]
    return [f"#u{at + 1}" if at < UNITS else "" for at in range(len(survey.rows))]


def _matrix(survey: Survey, lang: str, links: list[str]) -> dict[str, object]:
    headings = view.headings(lang)
    told = [Shown(in_language(text, lang)) for text in view.SUMS]
    sums = {element.id: view.sums(survey, element) for element in ELEMENTS}
    return {
        "lang_tag": "zh-Hans" if lang == "zh" else "en",
        "title": in_language(view.TITLE, lang),
        "words": {name: in_language(text, lang) for name, text in _WORDS.items()},
        "opening": lists.opening(lang),
        "totals": [(in_language(label, lang), count) for label, count in view.totals(survey)],
        "states": [(id, in_language(text, lang)) for id, text in view.STATUS.items()],
        "headings": headings,
        "printed": view.printed(headings),
        "sums": [
            [
                sums[c.element][which] if c.element else told[which] if at == 1 else Shown("")
                for at, c in enumerate(headings)
            ]
            for which in range(2)
        ],
        "rows": [
            {"state": view.state(row), "href": links[at], "cells": view.cells(survey, at, lang)}
            for at, row in enumerate(survey.rows)
        ],
    }


def _lists(survey: Survey, lang: str, links: list[str]) -> dict[str, object]:
    expected = survey.expected
    missing = set(expected.missing) if expected else set()
    ordered = sorted(expected.units, key=lambda one: one not in missing) if expected else []
    outside = between(lang).join(expected.outside) if expected else ""
    shown = [("matrix", view.ROWS), ("list", view.MISSING), ("copies", view.COPIES), ("files", view.FILES)]
    more = {"n": str(survey.copied), "shown": str(len(survey.copies))}
    return {
        "contents": [(id, in_language(text, lang)) for id, text in shown if id != "list" or expected],
        "expected": [lists.listed(match, survey, lang) for match in ordered],
        "expected_headings": lists.listed_headings(lang),
        "outside": in_language(lists.OUTSIDE.fill({"names": outside}), lang) if outside else "",
        "copies": [(cells, links[one], links[other]) for cells, one, other in lists.copies(survey, lang)],
        "copy_headings": lists.copy_headings(lang),
        "about_copies": in_language(lists.ABOUT_COPIES, lang),
        "more_copies": in_language(lists.MORE_COPIES.fill(more), lang),
        "no_copies": in_language(lists.NO_COPIES, lang),
        "files": list(lists.files(survey, lang)),
        "file_headings": lists.file_headings(lang),
    }


def _unit(survey: Survey, at: int, lang: str) -> _Unit:
    row = survey.rows[at]
    details = survey.read(row.entry.number) if row.entry.summary is not None else None
    return _Unit(
        at + 1,
        row.unit,
        tuple(lists.unit_lines(survey, row, lang)),
        tuple(_marked(mark, lang) for mark in details.marks) if details else (),
        tuple(lists.ending(details, lang)) if details else (),
    )


def _marked(mark: Mark, lang: str) -> _Marked:
    verdict, tone = lists.WEIGHT[mark.weight]
    return _Marked(in_language(verdict, lang), tone, in_language(SEVERITY[mark.severity], lang), mark)


@cache
def _part(name: str) -> str:
    return files("lawcheck.overview").joinpath(name).read_text(encoding="utf-8")
