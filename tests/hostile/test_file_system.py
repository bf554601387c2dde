"""What a path may lead to besides a file, and files that change: one line within two seconds, and the others go on."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from lawcheck import read
from lawcheck.cli import main
from lawcheck.readers import source
from lawcheck.readers.refusal import Refusal
from tests.conftest import ROOT

REPORT = (ROOT / "examples" / "good" / "yunxi-2024.txt").read_bytes()
SECONDS = 2

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no FIFO")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with one report in it."""
    (tmp_path / "好.txt").write_bytes(REPORT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the name of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


def _loop(path: Path) -> None:
    path.symlink_to(path.with_suffix(".other.txt"))
    path.with_suffix(".other.txt").symlink_to(path)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda path: None, "文件不存在"),
    "a FIFO": (os.mkfifo, "不是普通文件"),
    "a socket": (_socket, "无法打开"),
    "a device without end": (lambda path: path.symlink_to("/dev/zero"), "不是普通文件"),
    "a device that is empty": (lambda path: path.symlink_to("/dev/null"), "不是普通文件"),
    "a terminal": (lambda path: path.symlink_to("/dev/tty"), ""),
    "a loop": (_loop, "无法打开"),
    "a dangling link": (lambda path: path.symlink_to("没有.txt"), "文件不存在"),
    "a link to itself": (lambda path: path.symlink_to(path), "无法打开"),
    "a link to a pipe": (lambda path: (os.mkfifo("管道"), path.symlink_to("管道")), "不是普通文件"),
    "an empty file": (Path.touch, "文件是空的"),
    "a file below a file": (lambda path: None, "文件不存在"),
    "a name too long": (lambda path: None, "无法打开"),
}
_PLACES = {"a file below a file": "好.txt/报告.txt", "a name too long": "长" * 300 + ".txt"}


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_file_is_refused_in_one_line_and_the_others_are_checked(
    folder: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    make, told = ODD[what]
    name = _PLACES.get(what, "报告.txt")
    make(Path(name))
    started = monotonic()
    code = main(["check", name, "好.txt", "--format", "json"])
    out, err = capsys.readouterr()
    result = json.loads(out)
    assert (code, err.count("\n"), monotonic() - started < SECONDS) == (3, 1, True)
    assert (len(result["checklists"]), [told in u["message"] for u in result["unreadable"]]) == (1, [True])


def test_a_folder_of_odd_things_is_walked_without_waiting(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "下级").mkdir()
    (folder / "下级" / "回到上级").symlink_to(folder)
    (folder / "假.txt").mkdir()
    for number, (make, _) in enumerate(ODD.values()):
        make(folder / f"报告{number}.txt")
    started = monotonic()
    code = main(["check", ".", "--format", "json"])
    result = json.loads(capsys.readouterr().out)
    assert (code, len(result["checklists"]), monotonic() - started < SECONDS + 1) == (3, 1, True)
    assert {u["exit"] for u in result["unreadable"]} == {3}


def test_a_folder_that_may_not_be_entered_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> Iterator[os.DirEntry[str]]:
        raise PermissionError(13, "Permission denied", "关着")

    monkeypatch.setattr(os, "scandir", denied)
    assert main(["check", ".", "--format", "json"]) == 3


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "好.txt").chmod(0)
    assert (main(["check", "好.txt"]), "没有读取权限" in capsys.readouterr().err) == (3, True)


def test_a_document_is_opened_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = os.open

    def count(path: str, flags: int, *more: int) -> int:
        opened.append(path)
        return real(path, flags, *more)

    monkeypatch.setattr(os, "open", count)
    read("好.txt")
    assert opened == ["好.txt"]


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more\n")


def _shrink(path: Path) -> None:
    os.truncate(path, 200)


def _touch(path: Path) -> None:
    os.utime(path, (1, 1))


def _replace(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(b"other\n")
    other.replace(path)


@pytest.mark.parametrize(("change", "is_told"), [(_grow, True), (_shrink, True), (_touch, True), (_replace, False)])
def test_a_file_that_changes_while_it_is_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], is_told: bool
) -> None:
    real = os.fstat
    calls: list[int] = []

    def fstat(descriptor: int) -> os.stat_result:
        if calls:  # what was opened has been read; a file put in its place is another
            change(folder / "好.txt")
        calls.append(descriptor)
        return real(descriptor)

    monkeypatch.setattr(source.os, "fstat", fstat)
    document = read(folder / "好.txt")
    assert (["正在变化" in told for told in document.warnings], document.text) == ([True] * is_told, REPORT.decode())


def test_a_file_that_grows_past_the_limit_while_it_is_read_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source.limits, "DOCX_FILE_BYTES", len(REPORT))
    assert read("好.txt").text == REPORT.decode()
    real = source.limits.check_file

    def grow(size: int) -> None:
        real(size)
        _grow(folder / "好.txt")

    with pytest.raises(Refusal, match="文件超过上限"):
        source.take("好.txt", grow)
