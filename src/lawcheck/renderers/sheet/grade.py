"""How grave something is, as the page shows it: a word for people and a name for the style sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lawcheck.model.checklist import Item, Verdict
from lawcheck.renderers.finding import DOUBTFUL, SEVERITY
from lawcheck.wording import in_language

Grade = Literal["error", "warning", "doubtful", "info", "open", "none", "good"]
GRADES: tuple[Grade, ...] = ("error", "warning", "doubtful", "info", "open", "none", "good")  # from the gravest down
MARKS: dict[Grade, str] = {
    "error": "×", "warning": "×", "doubtful": "△", "info": "→", "open": "○", "none": "—", "good": "√",
}  # fmt: skip
OF_VERDICT: dict[Verdict, Grade] = {
    "not_satisfied": "error",
    "doubtful": "doubtful",
    "undetermined": "open",
    "not_applicable": "none",
    "satisfied": "good",
}


def grade(item: Item) -> Grade:
    """Return the grade of a finding: its severity, unless it is doubtful."""
    return "doubtful" if item.verdict == "doubtful" else item.severity


def words(item: Item, lang: str) -> str:
    """Return the grade of a finding in words."""
    severity = in_language(SEVERITY[item.severity], lang)
    return f"{severity}/{in_language(DOUBTFUL, lang)}" if item.verdict == "doubtful" else severity


def gravest(grades: Iterable[Grade]) -> Grade:
    """Return the gravest of some grades; `none` of none."""
    return min(grades, key=GRADES.index, default="none")
