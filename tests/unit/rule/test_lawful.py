"""Nothing is said against sentences in which every number is right, however many numbers stand side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck import check_text, load_ruleset

LINES = (Path(__file__).parent / "lawful.txt").read_text(encoding="utf-8").split("\n")
LAWFUL = [line for line in LINES if line and not line.startswith("#")]
REPORT = "云溪县司法局关于2024年法治政府建设情况的报告\n现将有关情况报告如下：\n一、主要举措和成效\n"
# C007 asks for counts, which a single sentence need not hold.
JUDGED = {"C003", "C004", "C005", "C006", "C008", "C009", "C012", "C018", "C020", "C037", "C038"}


@pytest.fixture(scope="module", autouse=True)
def _rules() -> None:
    load_ruleset()


@pytest.mark.parametrize("sentence", LAWFUL)
def test_no_calculation_is_held_against_numbers_that_agree(sentence: str) -> None:
    checklist = check_text(REPORT + sentence + "\n")
    said = [(i.rule, str(i.message)) for i in checklist.findings if i.rule in JUDGED and i.verdict == "not_satisfied"]
    assert said == []


def test_no_calculation_is_held_against_all_of_them_together() -> None:
    paragraphs = [f"（{i}）其他工作\n{sentence}" for i, sentence in enumerate(LAWFUL, 1)]
    checklist = check_text(REPORT + "\n".join(paragraphs))
    told_once = JUDGED - {"C008", "C038", "C006"}  # these sentences are of different bodies
    said = [
        (i.rule, str(i.message)) for i in checklist.findings if i.rule in told_once and i.verdict == "not_satisfied"
    ]
    assert said == []
