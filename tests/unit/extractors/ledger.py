"""Reports of one paragraph, and their facts as short lines."""

from __future__ import annotations

from functools import cache

from lawcheck import load_ruleset
from lawcheck.extractors import extract
from lawcheck.model.document import Document
from lawcheck.model.fact import Fact, Facts
from lawcheck.outliner import outline
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.testing import document_from

REPORT = """云溪县民政局2024年法治政府建设情况报告
一、主要举措和成效
{}
二、存在的不足和原因
基层力量薄弱，原因是编制较少。
"""


@cache
def vocabulary() -> Vocabulary:
    return load_ruleset().vocabulary


def read(text: str, *, whole: bool = False, format: str = "txt") -> tuple[Document, Facts]:
    """Return a report whose measures are `text` (that is `text`, when `whole`) with its facts."""
    document = document_from(text if whole else REPORT.format(text), format)
    return document, extract(document, outline(document, vocabulary()), vocabulary())


def line(fact: Fact) -> str:
    """Return `label value unit`, with `~` for a number not meant to the digit and `-upper` for an interval."""
    upper = "" if fact.upper is None else f"-{fact.upper:f}"
    return f"{fact.label} {'' if fact.is_exact else '~'}{fact.value:f}{upper} {fact.unit}"


def lines(text: str) -> list[str]:
    """Return what `text` states, without zeros in words."""
    return [line(f) for f in read(text)[1].facts if f.origin == "prose"]


def named(text: str) -> list[str]:
    """Return the numbers of `text` with the indicators that they are of: `N032.total 12`."""
    return [f"{f.indicator}.{f.aspect} {f.value:f}" if f.indicator else f"- {f.value:f}" for f in read(text)[1].facts]
