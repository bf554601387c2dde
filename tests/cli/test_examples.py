"""The command over the project's own examples, from file to exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lawcheck.text.width import width
from tests.cli.conftest import Run
from tests.conftest import ROOT

FOLDERS = ("defective", "good", "neighbours", "web-page")
FILES = sorted(
    p.relative_to(ROOT).as_posix() for name in FOLDERS for p in (ROOT / "examples" / name).iterdir() if p.is_file()
)
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/reference/checklist.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def at_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_json_of_every_example_is_valid(run: Run, name: str, lang: str) -> None:
    outcome = run("check", name, "--format", "json", "--lang", lang)
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(json.loads(outcome.out))] == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_of_every_example_keeps_within_80_cells(run: Run, name: str, lang: str) -> None:
    outcome = run("check", name, "--lang", lang)
    assert (outcome.err, [line for line in outcome.out.splitlines() if width(line) > 80]) == ("", [])


@pytest.mark.parametrize("name", FILES)
def test_every_quote_is_the_slice_that_its_span_names(run: Run, name: str) -> None:
    from lawcheck import read

    text = read(name).text
    items = json.loads(run("check", name, "--format", "json").out)["checklists"][0]["items"]
    evidence = [e for item in items for e in item["evidence"] if e["span"] and e["quote"] and not e["masked"]]
    assert [e["quote"] for e in evidence] == [text[slice(*e["span"])] for e in evidence]
    assert evidence != []


@pytest.mark.parametrize(("folder", "code"), [("good", 0), ("defective", 1), ("neighbours", 1)])
def test_a_folder_of_examples_has_its_exit_code(run: Run, folder: str, code: int) -> None:
    assert run("check", f"examples/{folder}").code == code


def test_the_checklist_of_a_defective_report_names_what_is_missing_where_and_what_to_do(run: Run) -> None:
    shown = run("check", "examples/defective/qinglan-2024.txt").out
    assert ["× 缺" in line for line in shown.splitlines() if "下一年度安排" in line] == [True]
    assert "\n● 整篇报告\n  × E125 错误 " in shown
    labels = ("    应在：", "    查找：", "    依据：《", "    建议：", "    原文：“", "符合 ", "不是法律意见。\n")
    assert [label for label in labels if label not in shown] == []


def test_a_word_file_is_told_by_paragraphs_and_a_text_file_by_lines(run: Run) -> None:
    word, text = (run("check", f"examples/defective/qinglan-2024.{suffix}").out for suffix in ("docx", "txt"))
    assert ("段）" in word, "行）" in word, "段）" in text, "行）" in text) == (True, False, False, True)


def test_wrong_input_of_every_kind_is_one_line_and_exit_3(run: Run, tmp_path: Path) -> None:
    good = (ROOT / "examples/good/yunxi-2024.docx").read_bytes()
    wrong = {
        "空.txt": b"",
        "图片.docx": b"\xff\xd8\xff\xe0" + b"\0" * 100,
        "截断.docx": good[: len(good) // 2],
        "加密.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500,
    }
    for name, data in wrong.items():
        (tmp_path / name).write_bytes(data)
    for name in (*wrong, "没有.txt"):
        outcome = run("check", str(tmp_path / name))
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (3, "", 1)
        assert outcome.err.startswith("lawcheck: 无法读取“")
    everything = run("check", str(tmp_path), "examples/good/yunxi-2024.txt")
    assert (everything.code, everything.err.count("\n")) == (3, len(wrong))
    assert "examples/good/yunxi-2024.txt\n  标题：" in everything.out
