"""Surveys of reports made up for a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from lawcheck import check, load_ruleset
from lawcheck.errors import ReadError
from lawcheck.model.checklist import Tool, Unreadable
from lawcheck.overview.digest import digest
from lawcheck.overview.record import Details
from lawcheck.overview.survey import Entry, Survey, survey
from lawcheck.renderers import Style
from lawcheck.rulesets import RuleSet
from tests.docx_builder import build_docx

TOOL = Tool("0.1.0", "builtin", "0" * 64, None)


@cache
def shipped() -> RuleSet:
    return load_ruleset()


def report(unit: str, *more: str, year: int = 2024, leader: bool = True, cause: bool = True) -> list[str]:
    """Return the paragraphs of a short report; `more` are paragraphs of its first part."""
    heads = ["主要举措和成效", *(["党政主要负责人履行推进法治建设第一责任人职责的情况"] if leader else [])]
    heads += ["存在的不足和原因", f"{year + 1}年主要安排"]
    bodies = [
        [f"全年组织执法检查{len(unit)}次，办理案件12件，全部按期办结，没有被撤销的案件。", *more],
        *([["主要负责人专题研究法治工作4次，带头学法，审签重要文件。"]] if leader else []),
        ["执法文书质量不高" + ("，主要原因是培训偏少、案卷评查不经常。" if cause else "，普法形式单一。")],
        ["继续组织执法培训，每季度评查案卷，6月底前修订裁量基准，由法规科负责。"],
    ]
    paragraphs = [f"{unit}关于{year}年法治政府建设情况的报告", f"{unit[:3]}人民政府：", "现将有关情况报告如下："]
    for number, (head, body) in enumerate(zip(heads, bodies, strict=True)):
        paragraphs += [f"{'一二三四'[number]}、{head}", *body]
    return [*paragraphs, unit, f"{year + 1}年1月18日"]


def text(paragraphs: Sequence[str]) -> bytes:
    return "\n".join(paragraphs).encode()


def word(paragraphs: Sequence[str]) -> bytes:
    return build_docx(list(paragraphs))


def surveyed(
    files: Mapping[str, bytes],
    *,
    lang: str = "zh",
    strict: bool = False,
    expected: Sequence[str] | None = None,
    year: int | None = None,
    as_of: date | None = None,
    meta: Mapping[str, Mapping[str, str]] | None = None,
    folders: Sequence[Unreadable] = (),
) -> Survey:
    """Return the survey of files by name; `meta` is what is known of a file beside it."""
    kept: list[Details] = []
    style, entries = Style(lang, strict=strict), []
    for name, data in files.items():
        try:
            checklist = check(data, name=name, ruleset=shipped(), meta=(meta or {}).get(name, {}), as_of=as_of)
        except ReadError as error:
            entries.append(Entry(name, None, unreadable=Unreadable(name, error.message, 3)))
            continue
        summary, details = digest(checklist, style)
        entries.append(Entry(name, summary, len(kept)))
        kept.append(details)
    return survey(entries, folders, kept.__getitem__, tool=TOOL, expected=expected, year=year, as_of=as_of)
