"""`lawcheck annotate`: what it writes where, what it refuses, and how it ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lawcheck.readers import read
from tests.cli.conftest import Run
from tests.docx_builder import build_docx
from tests.unit.annotation.seen import commented, comments

DEFECTIVE = build_docx(["云溪县水务局关于2024年法治政府建设情况的报告", "一、主要举措和成效", "开展法治培训XX次。"])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.docx"
    path.write_bytes(DEFECTIVE)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_copy_stands_beside_the_report_which_is_not_touched(run: Run, report: Path) -> None:
    before = report.stat()
    outcome = run("annotate", str(report))
    copy = report.with_name("报告.批注.docx")
    told = f"已写好：{copy}（{len(comments(copy.read_bytes()))} 条批注；原文件没有改动）"
    assert (outcome.code, outcome.err, names(report.parent)) == (1, "", ["报告.docx", "报告.批注.docx"])
    assert "".join(outcome.out.split()).startswith("".join(told.split()))
    assert "结论：× 需修改" in outcome.out
    assert (report.read_bytes(), report.stat().st_mtime_ns) == (DEFECTIVE, before.st_mtime_ns)
    assert read(copy).text == read(report).text
    assert any("XX" in anchor for anchor in commented(copy.read_bytes()).values())


@pytest.mark.parametrize(("options", "code"), [((), 1), (("--fail-on", "never"), 0), (("--year", "2023"), 1)])
def test_the_exit_code_is_that_of_check(run: Run, report: Path, options: tuple[str, ...], code: int) -> None:
    assert (run("check", str(report), *options).code, run("annotate", str(report), *options).code) == (code, code)


def test_never_failing_is_about_the_exit_code_and_does_not_call_the_report_correct(run: Run, report: Path) -> None:
    outcome = run("annotate", str(report), "--fail-on", "never")
    words = comments(report.with_name("报告.批注.docx").read_bytes())["0"]
    assert (outcome.code, "需修改" in outcome.out, words.startswith("lawcheck 检查结果：× 需修改")) == (0, True, True)


def test_a_good_report_gets_the_summary_alone(run: Run, root: Path, tmp_path: Path) -> None:
    target = tmp_path / "好.docx"
    outcome = run("annotate", str(root / "examples" / "good" / "yunxi-2024.docx"), "--output", str(target))
    assert (outcome.code, list(comments(target.read_bytes()))) == (0, ["0"])
    assert comments(target.read_bytes())["0"].startswith("lawcheck 检查结果：√ 通过")


def test_english_words_and_fewer_comments_on_request(run: Run, report: Path) -> None:
    outcome = run("annotate", str(report), "--lang", "en", "--min-severity", "error", "--as-of", "2025-03-01")
    copy = report.with_name("报告.批注.docx").read_bytes()
    assert (outcome.out.startswith("Written: "), "Result: × to correct" in outcome.out) == (True, True)
    assert {words.split(" (")[0] for words in list(comments(copy).values())[1:]} == {"To correct"}
    assert all(" error)" in words for words in list(comments(copy).values())[1:])


def test_text_becomes_a_word_file_and_macros_keep_their_suffix(run: Run, report: Path) -> None:
    text, macros = report.with_name("说明.txt"), report.with_name("带宏.docm")
    text.write_text(read(report).text, encoding="utf-8")
    macros.write_bytes(DEFECTIVE)
    assert [run("annotate", str(path)).code for path in (text, macros)] == [1, 1]
    assert {"说明.批注.docx", "带宏.批注.docm"} <= set(names(report.parent))


def test_a_page_on_request(run: Run, report: Path) -> None:
    target = report.with_name("结果.html")
    assert run("annotate", str(report), "--output", str(target)).code == 1
    assert target.read_text(encoding="utf-8").lstrip().startswith("<!")


def test_an_older_copy_is_replaced_unless_somebody_may_have_worked_in_it(run: Run, report: Path) -> None:
    copy = report.with_name("报告.批注.docx")
    assert [run("annotate", str(report)).code for _ in range(2)] == [1, 1]
    copy.write_bytes(DEFECTIVE)
    outcome = run("annotate", str(report))
    assert (outcome.code, outcome.out, copy.read_bytes()) == (2, "", DEFECTIVE)
    assert outcome.err == f"lawcheck: “{copy}”已经在那里，可能有人改过；加 --force 覆盖，或用 --output 另写一个文件名\n"
    assert (run("annotate", str(report), "--force").code, copy.read_bytes() == DEFECTIVE) == (1, False)


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("报告.docx", "同一个"),
        ("硬链接.docx", "同一个"),
        ("链接.docx", "是链接"),
        ("夹.docx", "不是普通文件"),
        ("无/报告.docx", "文件夹不存在"),
        ("报告.pdf", "扩展名应是 .docx 或 .html"),
        ("报告.docm", "扩展名应是 .docx 或 .html"),
    ],
)
def test_a_place_that_is_no_place_for_a_copy_is_refused(run: Run, report: Path, output: str, told: str) -> None:
    os.link(report, report.with_name("硬链接.docx"))
    report.with_name("链接.docx").symlink_to(report)
    report.with_name("夹.docx").mkdir()
    before = names(report.parent)
    outcome = run("annotate", str(report), "--output", str(report.parent / output), "--force")
    assert (outcome.code, outcome.out, names(report.parent)) == (2, "", before)
    assert told in outcome.err
    assert report.read_bytes() == DEFECTIVE


def test_a_link_in_the_place_of_the_copy_is_refused_too(run: Run, report: Path) -> None:
    report.with_name("报告.批注.docx").symlink_to(report)
    outcome = run("annotate", str(report), "--force")
    assert (outcome.code, report.read_bytes()) == (2, DEFECTIVE)


def test_a_copy_is_not_annotated_again_by_accident_nor_checked_with_its_folder(run: Run, report: Path) -> None:
    run("annotate", str(report))
    copy = report.with_name("报告.批注.docx")
    outcome = run("annotate", str(copy))
    assert (outcome.code, "请对原文件运行" in outcome.err) == (2, True)
    assert run("annotate", str(copy), "--output", str(report.with_name("再批.docx"))).code == 1
    assert "批注.docx" not in run("check", str(report.parent), "--format", "json").out


@pytest.mark.parametrize(("path", "code"), [("没有.docx", 3), ("-", 2), ("", 2)])
def test_what_cannot_be_read_is_one_line(run: Run, tmp_path: Path, path: str, code: int) -> None:
    outcome = run("annotate", str(tmp_path / path) if code == 3 else path)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1)


def test_a_full_disk_leaves_nothing_behind(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object) -> None:
        raise OSError(28, "x")

    monkeypatch.setattr(os, "replace", fail)
    outcome = run("annotate", str(report))
    assert (outcome.code, "磁盘已满" in outcome.err, names(report.parent)) == (4, True, ["报告.docx"])


def test_help_tells_what_is_written_and_what_is_left_alone(run: Run) -> None:
    assert "原文件不改动" in "".join(run("annotate", "--help").out.split())
    assert "The original is never changed" in " ".join(run("annotate", "--help", "--lang", "en").out.split())
