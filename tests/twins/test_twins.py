"""One report in every format gives the same outcome, rule by rule, and the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from examples import build as examples
from lawcheck import check, load_ruleset
from lawcheck.model.checklist import Checklist
from tests import html_builder
from tests.docx_builder import Paragraph
from tests.libreoffice import build_doc
from tests.odt_builder import build_odt
from tests.ofd_builder import build_ofd
from tests.pdf_builder import build_pdf
from tests.rtf_builder import build_rtf

ROOT = Path(__file__).resolve().parents[2]
REPORTS = {
    "good": ROOT / "examples" / "good" / "yunxi-2024.md",
    "defective": ROOT / "examples" / "defective" / "qinglan-2024.md",
}
RULES = load_ruleset()


def texts(report: Sequence[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in report]


def markdown(report: Sequence[Paragraph]) -> bytes:
    return "\n\n".join("#" * (p.level + 1) + " " + p.text if p.level is not None else p.text for p in report).encode()


def as_strings(build: Callable[[Sequence[str]], bytes]) -> Callable[[Sequence[Paragraph]], bytes]:
    return lambda report: build(texts(report))


TWINS: dict[str, tuple[str, Callable[[Sequence[Paragraph]], bytes]]] = {
    "text in GB18030": ("a.txt", lambda report: examples.plain_text(report).decode().encode("gb18030")),
    "text in UTF-16": ("a.txt", lambda report: examples.plain_text(report).decode().encode("utf-16")),
    "Markdown": ("a.md", markdown),
    "Word, styles and typed numbers": ("a.docx", examples.word),
    "Word, automatic numbers": ("a.docx", examples.word_with_automatic_numbers),
    "Word, no styles": ("a.docx", examples.word_without_styles),
    "page": ("a.html", as_strings(html_builder.build_html)),
    "page of TRS": ("a.html", as_strings(html_builder.build_trs)),
    "page of VSB": ("a.html", as_strings(html_builder.build_vsb)),
    "page with fields": ("a.html", as_strings(html_builder.build_fields)),
    "page in GBK, tables for layout": ("a.htm", as_strings(html_builder.build_old)),
    "page of WeChat": ("a.html", as_strings(html_builder.build_wechat)),
    "page made by Word": ("a.htm", as_strings(html_builder.build_word)),
    "ODT": ("a.odt", build_odt),
    "PDF": ("a.pdf", as_strings(build_pdf)),
    "OFD": ("a.ofd", as_strings(build_ofd)),
    "RTF": ("a.rtf", as_strings(build_rtf)),
    "Word 97": ("a.doc", as_strings(build_doc)),
    "WPS": ("a.wps", as_strings(build_doc)),
}  # fmt: skip


@cache
def original(report: str) -> Checklist:
    return check(examples.plain_text(examples.paragraphs(REPORTS[report])), name="a.txt", ruleset=RULES)


def outcome(checklist: Checklist) -> dict[tuple[str, str | None], str]:
    return {(item.rule, item.subject): item.verdict for item in checklist.items}


def numbers(checklist: Checklist) -> list[tuple[Any, ...]]:
    return [(f.indicator, f.aspect, f.value, f.upper, f.unit, f.period) for f in checklist.facts.facts]


# The defective report has wrong numbers before its headings, and those that Word makes are never wrong: no twin.
PAIRS = [
    (twin, report) for twin in TWINS for report in REPORTS if (twin, report) != ("Word, automatic numbers", "defective")
]


@pytest.mark.parametrize(("twin", "report"), PAIRS)
def test_a_twin_gives_the_same_outcome(twin: str, report: str) -> None:
    name, build = TWINS[twin]
    found = check(build(examples.paragraphs(REPORTS[report])), name=name, ruleset=RULES)
    expected, seen = outcome(original(report)), outcome(found)
    # What a format has lost, or tells besides, may leave a rule open; it never turns one into another verdict.
    known = {key: verdict for key, verdict in seen.items() if verdict != "undetermined"}
    differing = {
        key: (expected.get(key), verdict)
        for key, verdict in known.items()
        if expected.get(key) not in (verdict, "undetermined")
    }
    assert differing == {}
    assert {key for key in expected if key not in seen} == set()
    assert numbers(found) == numbers(original(report))
