from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from lawcheck import api
from lawcheck.errors import RuleSetError
from lawcheck.readers.formats import readable_suffixes
from lawcheck.wording import Text
from tests.cli.conftest import Run
from tests.results import GOOD, item

pytestmark = pytest.mark.usefixtures("fake")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some reports, and things that are none; the current one."""
    (tmp_path / "子 文件夹").mkdir()
    (tmp_path / ".隐藏").mkdir()
    for name in ("b.txt", "A.MD", "c.docx", "~$c.docx", ".d.txt", "e.xlsx", "子 文件夹/年度 报告.txt", ".隐藏/f.txt"):
        (tmp_path / name).write_text("一、", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["good.txt"], 0),
        (["defective.txt"], 1),
        (["defective.txt", "--fail-on", "never"], 0),
        (["defective.txt", "--fail-on", "error"], 1),
        (["unreadable.txt"], 3),
        (["good.txt", "unreadable.txt", "defective.txt"], 3),
        (["bug.txt", "good.txt", "unreadable.txt"], 70),
        (["good.txt", "--profile", "nowhere"], 2),
        (["good.txt", "unreadable.txt", "--meta", "issuer=甲"], 2),
        (["good.txt", "--output", "没有/结果.json"], 2),
    ],
)
def test_the_exit_code_is_that_of_the_gravest_thing_that_happened(run: Run, argv: list[str], code: int) -> None:
    assert run("check", *argv).code == code


def test_with_a_usage_error_stdout_is_empty_and_stderr_one_line(run: Run) -> None:
    outcome = run("check", "good.txt", "--profile", "nowhere", "--format", "json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "lawcheck: 没有适用范围“nowhere”，可用的有：national\n"


def test_what_cannot_be_read_stops_none_of_the_others(run: Run) -> None:
    outcome = run("check", "good.txt", "unreadable.txt", "bug.txt", "defective.txt", "--format", "json")
    result = json.loads(outcome.out)
    assert [c["document"]["name"] for c in result["checklists"]] == ["good.txt", "defective.txt"]
    assert [(u["name"], u["exit"]) for u in result["unreadable"]] == [("unreadable.txt", 3), ("bug.txt", 70)]
    assert [line[:9] for line in outcome.err.splitlines()] == ["lawcheck:", "lawcheck:"]


def test_a_bug_is_told_in_one_line_with_the_document_and_its_trace_only_when_debugging(run: Run) -> None:
    quiet, loud = run("check", "bug.txt"), run("check", "bug.txt", "--debug")
    assert ("bug.txt" in quiet.err, "Traceback" in quiet.err, quiet.err.count("\n")) == (True, False, 1)
    assert "Traceback" in loud.err


def test_an_error_of_usage_that_shows_only_while_checking_ends_the_run_with_empty_stdout(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(*given: object, **asked: object) -> None:
        raise RuleSetError("规则.yaml:3:5: 不对", "rules.yaml:3:5: wrong")

    monkeypatch.setattr(api, "check", check)
    outcome = run("check", "a.txt", "b.txt", "--format", "json")
    assert (outcome.code, outcome.out, outcome.err) == (2, "", "lawcheck: 规则.yaml:3:5: 不对\n")


def test_the_command_may_run_in_a_thread_where_signals_belong_to_others(run: Run) -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(run, "check", "good.txt").result().code == 0


def test_a_limit_that_struck_is_told_and_is_exit_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    limited = replace(GOOD, limits=(Text("规则 X1：超时", "rule X1: timed out"),))
    monkeypatch.setattr(api, "check", lambda *given, **asked: limited)
    outcome = run("check", "报告 2024.txt")
    assert (outcome.code, outcome.err) == (3, "lawcheck: 报告 2024.txt：规则 X1：超时\n")


def test_a_note_on_reading_is_told_once_whatever_the_format(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = replace(GOOD, document=replace(GOOD.document, warnings=(Text("文件正在变化", "the file changed"),)))
    monkeypatch.setattr(api, "check", lambda *given, **asked: noted)
    text, tree = run("check", "a.txt"), run("check", "a.txt", "--format", "json")
    assert ("文件正在变化" in text.out, text.err) == (True, "")
    assert ("文件正在变化" in tree.out, tree.err) == (False, "lawcheck: 报告 2024.txt：文件正在变化\n")
    assert (text.code, tree.code) == (0, 0)


def test_doubtful_items_fail_only_when_strict(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "check", lambda *given, **asked: replace(GOOD, items=(item("E123", "doubtful"),)))
    assert [run("check", "a.txt").code, run("check", "a.txt", "--strict").code] == [0, 1]


@pytest.mark.usefixtures("folder")
class TestFolders:
    def test_a_folder_is_walked_in_order_without_hidden_lock_and_other_files(self, run: Run) -> None:
        result = json.loads(run("check", ".", "--format", "json").out)
        names = [Path(c["document"]["name"]).as_posix() for c in result["checklists"]]
        assert names == ["A.MD", "b.txt", "c.docx", "子 文件夹/年度 报告.txt"]

    def test_a_file_named_twice_is_checked_once(self, run: Run) -> None:
        result = json.loads(run("check", "b.txt", "b.txt", "--format", "json").out)
        assert len(result["checklists"]) == 1

    def test_a_folder_without_reports_cannot_be_read(self, run: Run, folder: Path) -> None:
        (folder / "空").mkdir()
        outcome = run("check", "空", "b.txt")
        assert outcome.code == 3
        assert outcome.err == f"lawcheck: 文件夹“空”里没有可以检查的报告（{'、'.join(readable_suffixes())}）\n"
        assert outcome.out.startswith("b.txt\n")

    def test_the_output_may_not_be_an_input_not_even_by_a_link(self, run: Run, folder: Path) -> None:
        (folder / "link.txt").symlink_to(folder / "b.txt")
        (folder / "hard.json").hardlink_to(folder / "b.txt")
        for target in ("b.txt", "./b.txt", "link.txt", "hard.json"):
            outcome = run("check", "b.txt", "--output", target)
            assert (outcome.code, outcome.out, target in outcome.err) == (2, "", True)
        assert (folder / "b.txt").read_text(encoding="utf-8") == "一、"

    @pytest.mark.parametrize("target", [".", "/dev/null", "子 文件夹"])
    def test_the_output_must_be_an_ordinary_file(self, run: Run, target: str) -> None:
        outcome = run("check", "b.txt", "--output", target)
        assert (outcome.code, outcome.out) == (2, "")

    def test_a_result_goes_to_the_file_whole_and_leaves_nothing_else(self, run: Run, folder: Path) -> None:
        before = {p.name for p in folder.iterdir()}
        outcome = run("check", "b.txt", "--output", "结果.txt")
        assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
        assert (folder / "结果.txt").read_text(encoding="utf-8") == run("check", "b.txt").out
        assert {p.name for p in folder.iterdir()} == before | {"结果.txt"}


def test_the_meta_of_the_command_line_reaches_the_check(run: Run) -> None:
    result = json.loads(run("check", "a.txt", "--meta", "title=甲=乙", "--meta", "url=", "--format", "json").out)
    assert result["checklists"][0]["document"]["metadata"] == {"title": "甲=乙", "url": "", "encoding": "utf-8"}


def test_an_unknown_meta_key_is_refused_with_the_valid_ones(run: Run) -> None:
    outcome = run("check", "a.txt", "--meta", "issuer=甲")
    assert (outcome.code, "document_number" in outcome.err) == (2, True)


def test_the_day_given_as_today_stands_in_the_result(run: Run) -> None:
    result = json.loads(run("check", "unreadable.txt", "--as-of", "2025-03-01", "--format", "json").out)
    assert (result["tool"]["as_of"], result["checklists"]) == ("2025-03-01", [])


def test_standard_input_has_the_name_that_is_given(run: Run) -> None:
    names = [
        json.loads(run("check", "-", *given, "--format", "json").out)["checklists"][0]["document"]["name"]
        for given in ([], ["--stdin-filename", "粘贴.md"])
    ]
    assert names == ["-", "粘贴.md"]


@pytest.mark.parametrize("argv", [["-", "-"], ["a.txt", "--stdin-filename", "b.txt"]])
def test_standard_input_is_one_document_and_its_name_goes_with_it(run: Run, argv: list[str]) -> None:
    assert (run("check", *argv).code, run("check", *argv).out) == (2, "")


def test_a_name_cannot_break_out_of_its_line(run: Run) -> None:
    name = "a\n::error::甲\x1b[2J\u202e unreadable.txt"
    outcome = run("check", name, "good.txt")
    assert outcome.err.count("\n") == 1
    for shown in (outcome.out, outcome.err):
        assert not any(c in shown for c in ("\x1b", "\u202e", "\n::", "::error"))


def test_a_name_that_begins_with_a_dash_stands_after_two_dashes(run: Run) -> None:
    assert run("check", "--", "-good.txt").out.startswith("-good.txt\n")


def test_english_is_spoken_when_asked_for(run: Run) -> None:
    outcome = run("check", "defective.txt", "unreadable.txt", "--lang", "en")
    assert ("Result: × to correct: 2" in outcome.out, "cannot read" in outcome.err) == (True, True)


def test_the_same_run_gives_the_same_bytes(run: Run) -> None:
    argv = ("check", "defective.txt", "good.txt", "unreadable.txt", "--format", "json")
    assert run(*argv).out == run(*argv).out
