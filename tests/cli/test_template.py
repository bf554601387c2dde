from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from lawcheck import read
from tests.cli.conftest import Run

GIVEN = ("template", "--profile", "civil-affairs", "--year", "2024")


def test_the_skeleton_is_printed_as_text(run: Run) -> None:
    outcome = run(*GIVEN)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("【E105：机关全称】关于2024年法治政府建设情况的报告\n")
    assert "\n一、2024年推进法治政府建设的主要举措和成效\n（一）" in outcome.out


def test_markdown_has_its_headings(run: Run) -> None:
    heads = [line.partition(" ")[0] for line in run(*GIVEN, "--format", "md").out.splitlines() if line.startswith("#")]
    assert (heads.count("#"), heads.count("##"), heads.count("###")) == (1, 4, 11)


@pytest.mark.parametrize("name", ["报告.txt", "报告.md", "报告.docx"])
def test_every_format_reads_as_the_same_lines(run: Run, tmp_path: Path, name: str) -> None:
    assert run(*GIVEN, "--output", str(tmp_path / name)).code == 0
    shown = [line.lstrip("# ") for line in read(tmp_path / name).text.splitlines() if line]
    assert shown == run(*GIVEN).out.splitlines()


def test_the_same_skeleton_is_the_same_word_file_whenever_it_is_written(run: Run, tmp_path: Path) -> None:
    digests = set()
    for name in ("a.docx", "b.docx"):
        run(*GIVEN, "--output", str(tmp_path / name))
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_word_shows_the_headings_as_such_and_the_hints_in_yellow(run: Run, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    run(*GIVEN, "--output", str(tmp_path / "a.docx"))
    paragraphs = docx.Document(tmp_path / "a.docx").paragraphs
    assert [p.style.name for p in paragraphs[:5]] == ["Title", "Normal", "Normal", "Heading 1", "Heading 2"]
    marked = [run.text for p in paragraphs for run in p.runs if run.font.highlight_color is not None]
    assert "".join(marked).count("【") == "".join(p.text for p in paragraphs).count("【") == len(marked)


def test_a_file_that_is_there_is_never_replaced(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "报告.txt"
    target.write_text("写好的报告", encoding="utf-8")
    outcome = run(*GIVEN, "--output", str(target))
    assert (outcome.code, outcome.out, target.read_text(encoding="utf-8")) == (2, "", "写好的报告")
    assert "已经有文件" in outcome.err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("template",), "--year"),
        (("template", "--year", "24"), "四位数"),
        (("template", "--year", "2024", "--profile", "civil"), "civil-affairs"),
        (("template", "--year", "2024", "--format", "docx"), "--output"),
        (("template", "--year", "2024", "--format", "pdf"), "docx"),
        (("template", "--year", "2024", "--output", "没有/报告.txt"), "文件夹不存在"),
    ],
)
def test_what_does_not_fit_is_one_line_and_nothing_is_written(run: Run, argv: tuple[str, ...], said: str) -> None:
    outcome = run(*argv)
    assert (outcome.code, outcome.out, outcome.err.count("\n"), said in outcome.err) == (2, "", 1, True)


def test_the_hints_are_english_when_asked_for_and_the_report_stays_chinese(run: Run) -> None:
    out = run(*GIVEN, "--lang", "en").out
    assert "【E222：tell which office" in out or "【E222：" in out
    assert "\n一、2024年推进法治政府建设的主要举措和成效\n" in out
