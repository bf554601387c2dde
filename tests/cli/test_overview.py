from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest

from lawcheck import api
from lawcheck.cli.folder import Names
from tests.cli.conftest import Run
from tests.surveys import report, text, word

STATE = ".state.jsonl"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `in` of reports, in the current folder."""
    monkeypatch.chdir(tmp_path)
    reports = tmp_path / "in"
    reports.mkdir()
    (reports / "云溪.docx").write_bytes(word(report("云溪县民政局")))
    (reports / "云溪.txt").write_bytes(text(report("云溪县民政局")))
    (reports / "青岚.txt").write_bytes(text(report("青岚区水利局", leader=False)))
    return reports


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are checked from now on."""
    names: list[str] = []
    real = api.check

    def check(document, **settings):  # type: ignore[no-untyped-def]
        names.append(document.name)
        return real(document, **settings)

    monkeypatch.setattr(api, "check", check)
    return names


@pytest.mark.parametrize(("name", "begins"), [("a.xlsx", b"PK"), ("a.html", b"<!doctype"), ("a.csv", b"\xef\xbb\xbf")])
def test_the_suffix_of_the_output_says_what_is_written(folder: Path, run: Run, name: str, begins: bytes) -> None:
    done = run("overview", "in", "-o", name)
    assert (done.code, done.err) == (1, "")
    assert done.out == f"文件：3，报告：2，单位：2，通过：1，需修改：1，不是本类报告：0，读不了：0\n已写好：{name}\n"
    assert Path(name).read_bytes().startswith(begins)


def test_reports_in_which_nothing_fails_give_exit_code_0(folder: Path, run: Run) -> None:
    assert run("overview", "in/云溪.txt", "-o", "a.csv").code == 0
    assert run("overview", "in", "-o", "a.csv", "--fail-on", "never").code == 0


def test_a_bad_file_is_a_row_and_not_the_end(folder: Path, run: Run) -> None:
    (folder / "坏.pdf").write_bytes(b"%PDF-1.4 x")
    done = run("overview", "in", "-o", "a.csv")
    assert done.code == 3
    assert done.err.startswith("lawcheck: 无法读取“in/坏.pdf”")
    assert "坏（按文件名）,○ 读不了" in Path("a.csv").read_text(encoding="utf-8")


def test_a_bug_in_one_report_does_not_stop_the_others(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = api.check

    def check(document, **settings):  # type: ignore[no-untyped-def]
        return 1 / 0 if "青岚" in document.name else real(document, **settings)

    monkeypatch.setattr(api, "check", check)
    done = run("overview", "in", "-o", "a.csv")
    assert (done.code, "需修改：0" in done.out, "in/青岚.txt" in done.err) == (70, True, True)


@pytest.mark.parametrize("name", ["a.xlsx", "a.html", "a.csv"])
def test_a_second_run_checks_only_what_has_changed_and_says_the_same(
    folder: Path, run: Run, checked: list[str], name: str
) -> None:
    first = run("overview", "in", "-o", name)
    before = Path(name).read_bytes()
    assert len(checked) == 3
    checked.clear()
    assert run("overview", "in", "-o", name) == first
    assert (checked, Path(name).read_bytes()) == ([], before)
    (folder / "青岚.txt").write_bytes(text(report("青岚区水利局")))
    assert run("overview", "in", "-o", name).code == 0
    assert checked == ["in/青岚.txt"]


@pytest.mark.parametrize(
    "options",
    [
        ("--year", "2023"),
        ("--meta", "published=2025-05-05"),
        ("--as-of", "2025-01-01"),
        ("--profile", "national"),
        ("--lang", "en"),
        ("--strict",),
        ("--no-cache",),
        ("--cache", "b.jsonl"),
    ],
)
def test_a_run_that_asks_something_else_checks_all_again(
    folder: Path, run: Run, checked: list[str], options: tuple[str, ...]
) -> None:
    run("overview", "in", "-o", "a.csv")
    checked.clear()
    run("overview", "in", "-o", "a.csv", *options)
    assert len(checked) == 3


def test_a_sidecar_that_is_new_has_its_report_checked_again(folder: Path, run: Run, checked: list[str]) -> None:
    run("overview", "in", "-o", "a.csv")
    checked.clear()
    (folder / "青岚.txt.meta.json").write_text('{"published": "2025-05-05"}')
    run("overview", "in", "-o", "a.csv")
    assert checked == ["in/青岚.txt"]
    assert "逾期" in Path("a.csv").read_text(encoding="utf-8")


def test_a_spoilt_state_costs_time_and_nothing_else(folder: Path, run: Run, checked: list[str]) -> None:
    first = run("overview", "in", "-o", "a.csv")
    state = Path(f"a.csv{STATE}")
    state.write_bytes(state.read_bytes().replace(b"E124", b"E125"))
    checked.clear()
    assert run("overview", "in", "-o", "a.csv") == first
    assert "in/青岚.txt" in checked


def test_without_a_cache_only_the_result_is_left(folder: Path, run: Run) -> None:
    run("overview", "in", "-o", "a.csv", "--no-cache")
    assert sorted(os.listdir()) == ["a.csv", "in"]
    run("overview", "in", "-o", "a.csv", "--cache", "b.jsonl")
    assert sorted(os.listdir()) == ["a.csv", "b.jsonl", "in"]


def test_letters_go_to_the_units_that_have_something_to_mend(folder: Path, run: Run) -> None:
    done = run("overview", "in", "-o", "a.csv", "--letters", "意见")
    assert done.out.splitlines()[-1] == "退改意见 1 份：意见"
    assert os.listdir("意见") == ["退改意见-青岚区水利局.docx"]
    done = run("overview", "in", "-o", "a.csv", "--letters", "意见")
    assert (done.code, done.out) == (2, "")
    assert "可能有人改过" in done.err


def test_sheets_are_written_for_each_report_and_linked_from_the_page(folder: Path, run: Run) -> None:
    Path("out").mkdir()
    for _ in range(2):
        assert run("overview", "in", "-o", "out/a.html", "--sheets", "单").code == 1
    names = sorted(os.listdir("单"))
    assert names == ["检查单-云溪县民政局.html", "检查单-云溪县民政局~2.html", "检查单-青岚区水利局.html"]
    page = Path("out/a.html").read_text(encoding="utf-8")
    linked = [part.partition('"')[0] for part in page.split('href="')[1:]]
    sheets = [unquote(link) for link in linked if not link.startswith("#")]
    assert [os.path.exists(os.path.join("out", link)) for link in sheets] == [True] * len(sheets)
    assert len(set(sheets)) == 2


def test_who_is_missing_is_told(folder: Path, run: Run) -> None:
    Path("名单.csv").write_bytes("单位\n云溪县民政局\n松原县司法局\n".encode("gbk"))
    done = run("overview", "in", "-o", "a.csv", "--expect", "名单.csv", "--as-of", "2025-03-02")
    assert "名单上的单位：2，未见报告：1" in done.out
    assert "松原县司法局,未见报告，已过报送期限" in Path("a.csv").read_text(encoding="utf-8").replace('"', "")


REFUSED: dict[str, tuple[str, ...]] = {
    "no output": ("in",),
    "no paths": ("-o", "a.csv"),
    "standard input": ("-", "-o", "a.csv"),
    "another suffix": ("in", "-o", "a.txt"),
    "no suffix": ("in", "-o", "a"),
    "no such folder": ("in", "-o", "x/a.csv"),
    "a page where reports are": ("in", "-o", "in/a.html"),
    "the cache is the output": ("in", "-o", "a.csv", "--cache", "a.csv"),
    "the cache is a file of somebody": ("in", "-o", "a.csv", "--cache", "full/改过的.csv"),
    "the cache is a report": ("in", "-o", "a.csv", "--cache", "in/青岚.txt"),
    "the output is the list": ("in", "-o", "list.csv", "--expect", "list.csv"),
    "no list": ("in", "-o", "a.csv", "--expect", "x.csv"),
    "letters where reports are": ("in", "-o", "a.csv", "--letters", "in/意见"),
    "letters in a folder in use": ("in", "-o", "a.csv", "--letters", "full"),
    "letters in a file": ("in", "-o", "a.csv", "--letters", "list.csv"),
    "letters far away": ("in", "-o", "a.csv", "--letters", "x/y/z"),
    "sheets where reports are": ("in", "-o", "a.html", "--sheets", "in"),
    "sheets in a folder in use": ("in", "-o", "a.html", "--sheets", "full"),
    "a wrong profile": ("in", "-o", "a.csv", "--profile", "x"),
    "a wrong date": ("in", "-o", "a.csv", "--as-of", "x"),
    "wrong metadata": ("in", "-o", "a.csv", "--meta", "x=1"),
}


@pytest.mark.parametrize("argv", REFUSED.values(), ids=REFUSED)
def test_what_is_asked_wrongly_is_refused_before_any_work(
    folder: Path, run: Run, checked: list[str], argv: tuple[str, ...]
) -> None:
    Path("list.csv").write_text("云溪县民政局\n", encoding="utf-8")
    Path("full").mkdir()
    Path("full/改过的.csv").write_bytes(b"A")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    done = run("overview", *argv)
    assert (done.code, done.out, len(done.err.splitlines()), checked) == (2, "", 1, [])
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("module", "argv", "advice"),
    [
        ("xlsxwriter", ("-o", "a.xlsx"), "pip install 'lawcheck-cn[report]'"),
        ("jinja2", ("-o", "a.html"), "pip install 'lawcheck-cn[report]'"),
        ("jinja2", ("-o", "a.csv", "--sheets", "单"), "pip install 'lawcheck-cn[report]'"),
        ("docx", ("-o", "a.csv", "--letters", "意见"), "pip install 'lawcheck-cn[docx]'"),
    ],
)
def test_a_missing_extra_is_named_before_any_work(
    folder: Path,
    run: Run,
    checked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    argv: tuple[str, ...],
    advice: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    done = run("overview", "in", *argv)
    assert (done.code, done.out, len(done.err.splitlines()), checked) == (2, "", 1, [])
    assert advice in done.err
    assert os.listdir() == ["in"]


def test_a_state_that_cannot_be_written_is_told_and_the_result_is_there(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def replace(source: str, target: str) -> None:
        if str(target).endswith(STATE):
            raise PermissionError(13, "x")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    done = run("overview", "in", "-o", "a.csv")
    assert (done.code, "下次会全部重新检查" in done.err, sorted(os.listdir())) == (1, True, ["a.csv", "in"])


def test_a_result_that_cannot_be_written_is_told(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(source: str, target: str) -> None:
        raise OSError(28, "x")

    monkeypatch.setattr(os, "replace", replace)
    done = run("overview", "in", "-o", "a.xlsx")
    assert (done.code, done.out, "磁盘已满" in done.err, os.listdir()) == (4, "", True, ["in"])


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("files", "shown"), [(10, False), (11, True)])
def test_a_bar_is_shown_on_a_terminal_when_the_files_are_many(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, files: int, shown: bool
) -> None:
    for number in range(files - 3):
        (folder / f"{number}.txt").write_bytes(b"")
    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    run("overview", "in", "-o", "a.csv")
    assert ("检查中" in stderr.getvalue()) == shown
    assert "检查中" not in run("overview", "in", "-o", "a.csv", "--no-cache").out


@pytest.mark.parametrize(
    "unit",
    ["../../云溪", "a/b\\c", "con", "CON.", "a\nb\x1b", "云" * 200, "", " . ", "a|b:c*d?e", "\ud800", "名%2e%2e#x"],
)
def test_the_name_of_a_file_is_fit_for_every_system(unit: str) -> None:
    name = Names("退改意见-", ".docx").name(unit)
    stem = name.removeprefix("退改意见-").removesuffix(".docx")
    assert name == os.path.basename(name)
    assert not set(stem) & set('\\/:*?"<>|%#\n\x1b')
    assert 0 < len(name.encode("utf-8", "surrogatepass")) < 200


def test_two_units_of_one_name_get_two_files() -> None:
    names = Names("", ".html")
    assert [names.name(unit) for unit in ("甲A", "甲a", "甲A")] == ["甲A.html", "甲a~2.html", "甲A~3.html"]


def test_check_writes_a_workbook_to_a_file_or_a_pipe_and_never_to_a_terminal(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, checked: list[str]
) -> None:
    assert run("check", "in", "--format", "xlsx", "--output", "a.xlsx").code == 1
    with zipfile.ZipFile("a.xlsx") as archive:
        assert "第一责任人" in archive.read("xl/worksheets/sheet2.xml").decode()
    piped = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", piped)
    from lawcheck.cli import main

    assert main(["check", "in", "--format", "xlsx"]) == 1
    assert piped.buffer.getvalue() == Path("a.xlsx").read_bytes()  # type: ignore[attr-defined]
    monkeypatch.setattr(sys, "stdout", Terminal())
    checked.clear()
    assert (main(["check", "in", "--format", "xlsx"]), checked) == (2, [])
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert main(["check", "in", "--format", "xlsx", "--output", "b.xlsx"]) == 2
