"""Folders as they are: reports beside files that no reader takes, and results of earlier runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rtf_builder import build_rtf
from tests.soffice import Soffice

REPORT = "云溪县民政局2024年法治政府建设情况报告\n一、主要举措和成效\n开展法治培训12场。\n"
REFUSED = {
    "扫描.pdf": b"%PDF-1.7\n",
    "旧.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    "旧.wps": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "文.odt": b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text PK\x05\x06",
    "文.rtf": b"{\\rtf1 ",
    "公文.ofd": b"PK\x03\x04OFD.xml PK\x05\x06",
    "网页.html": b"<!DOCTYPE html><html></html>",
    "网页.HTM": b"<html></html>",
}
READ = ("一.txt", "二.text", "三.md", "四.markdown")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one, with the folder 报告 in it."""
    (tmp_path / "报告").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_walk_passes_over_no_type_of_report_in_silence(run: Run, folder: Path) -> None:
    for name, data in REFUSED.items():
        (folder / "报告" / name).write_bytes(data)
    for name in (*READ, "说明.json", "照片.png"):
        (folder / "报告" / name).write_text(REPORT, encoding="utf-8")
    outcome = run("check", "报告", "--format", "json")
    result = json.loads(outcome.out)
    assert (outcome.code, outcome.err.count("\n")) == (3, len(REFUSED))
    assert {Path(c["document"]["name"]).name for c in result["checklists"]} == set(READ)
    assert {Path(u["name"]).name for u in result["unreadable"]} == set(REFUSED)
    assert [u["message"] for u in result["unreadable"] if "无法读取“" not in u["message"]] == []


def test_a_word_file_of_any_suffix_is_read(run: Run, folder: Path, root: Path) -> None:
    data = (root / "examples/good/yunxi-2024.docx").read_bytes()
    for suffix in ("docx", "docm", "dotx", "wps"):
        (folder / "报告" / f"a.{suffix}").write_bytes(data)
    outcome = run("check", "报告", "--format", "json")
    assert (outcome.err, len(json.loads(outcome.out)["checklists"])) == ("", 4)


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_the_old_files_of_a_folder_are_converted_in_one_call(
    run: Run, folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice = Soffice(folder, (root / "examples/good/yunxi-2024.docx").read_bytes())
    monkeypatch.setenv("LAWCHECK_SOFFICE", str(soffice.path))
    for name in ("a.rtf", "c.rtf", "坏.rtf"):
        (folder / "报告" / name).write_bytes(build_rtf(["SHUT" if name == "坏.rtf" else "云溪县民政局"]))
    (folder / "报告" / "b.txt").write_text(REPORT, encoding="utf-8")
    outcome = run("check", "报告", "--format", "json")
    result = json.loads(outcome.out)
    names = [Path(c["document"]["name"]).name for c in result["checklists"]]
    assert (names, outcome.code, soffice.sizes) == (["a.rtf", "b.txt", "c.rtf"], 3, [3])
    assert [c["document"]["format"] for c in result["checklists"]] == ["rtf", "txt", "rtf"]
    assert [Path(u["name"]).name for u in result["unreadable"]] == ["坏.rtf"]


@pytest.mark.parametrize("target", ["报告/结果.txt", "./报告/../报告/子/结果.md", "报告/结果.HTML", "链接/结果.txt"])
def test_a_result_is_not_written_where_the_next_run_would_take_it_for_a_report(
    run: Run, folder: Path, target: str
) -> None:
    (folder / "报告" / "子").mkdir()
    (folder / "链接").symlink_to(folder / "报告")
    (folder / "报告" / "a.txt").write_text(REPORT, encoding="utf-8")
    outcome = run("check", "报告", "--output", target)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert (target in outcome.err, (folder / target).exists()) == (True, False)


@pytest.mark.parametrize(
    "target", ["结果.txt", "报告/结果.json", "报告/.结果.txt", "报告/.旧/结果.txt", "报告外/结果.txt"]
)
def test_a_result_is_written_where_no_walk_finds_it(run: Run, folder: Path, target: str) -> None:
    (folder / "报告" / ".旧").mkdir()
    (folder / "报告外").mkdir()
    (folder / "报告" / "a.txt").write_text(REPORT, encoding="utf-8")
    assert run("check", "报告", "--output", target).err == ""
    assert run("check", "报告").out == (folder / target).read_text(encoding="utf-8")


@pytest.mark.parametrize("leads_to", ["别处.json", "没有.json", "报告"])
def test_a_result_is_never_written_through_a_link(run: Run, folder: Path, leads_to: str) -> None:
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "别处.json").write_text("旧", encoding="utf-8")
    (folder / "链接.json").symlink_to(folder / leads_to)
    outcome = run("check", "a.txt", "--output", "链接.json")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert ("是链接" in outcome.err, (folder / "链接.json").is_symlink()) == (True, True)
    assert (folder / "别处.json").read_text(encoding="utf-8") == "旧"


def test_a_document_whose_outline_takes_too_long_stops_none_of_the_others(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lawcheck import outliner
    from lawcheck.errors import RuleTimeout

    honest = outliner.outline

    def slow(document, vocabulary):  # type: ignore[no-untyped-def]
        if document.name == "慢.txt":
            raise RuleTimeout("查找超过 0.5 秒：甲", "search over 0.5 s: 甲")
        return honest(document, vocabulary)

    monkeypatch.setattr(outliner, "outline", slow)
    for name in ("慢.txt", "快.txt"):
        (folder / name).write_text(REPORT, encoding="utf-8")
    outcome = run("check", "慢.txt", "快.txt", "--format", "json")
    result = json.loads(outcome.out)
    told = "无法检查“慢.txt”：规则集的词汇太费时间，查找超过 0.5 秒：甲。请改写这个模式。"
    assert (outcome.code, outcome.err) == (3, f"lawcheck: {told}\n")
    assert result["unreadable"] == [{"name": "慢.txt", "message": told, "exit": 3}]
    assert [c["document"]["name"] for c in result["checklists"]] == ["快.txt"]
