"""Sentences whose numbers agree, and sentences whose numbers do not, through the whole of lawcheck."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck import check_text

FOLDER = Path(__file__).parent
REPORT = "云溪县司法局关于2024年法治政府建设情况的报告\n现将有关情况报告如下：\n一、主要举措和成效\n"
# C007 asks for counts, which a single sentence need not hold.
JUDGED = {"C003", "C004", "C005", "C006", "C008", "C009", "C012", "C018", "C020", "C037", "C038"}


def lines(name: str) -> list[str]:
    return [x for x in (FOLDER / name).read_text(encoding="utf-8").split("\n") if x and not x.startswith("#")]


def refuted(text: str) -> list[tuple[str, str]]:
    found = check_text(text, profile="department").findings
    return [(i.rule, str(i.message)) for i in found if i.rule in JUDGED and i.verdict == "not_satisfied"]


@pytest.mark.parametrize("sentence", lines("lawful.txt"))
def test_no_calculation_is_held_against_numbers_that_agree(sentence: str) -> None:
    assert refuted(REPORT + sentence + "\n") == []


def test_no_calculation_is_held_against_all_of_them_together() -> None:
    paragraphs = [f"（{i}）其他工作\n{sentence}" for i, sentence in enumerate(lines("lawful.txt"), 1)]
    told_once = JUDGED - {"C006", "C008", "C038"}  # one report would not say all of this of one body
    assert [told for told in refuted(REPORT + "\n".join(paragraphs)) if told[0] in told_once] == []


@pytest.mark.parametrize("row", lines("refuted.txt"))
def test_numbers_that_contradict_each_other_are_told(row: str) -> None:
    rule, _, text = row.partition("|")
    said = refuted(REPORT + text.replace("/", "\n二、", 1).replace("/", "\n") + "\n")
    assert rule in {name for name, _ in said}
