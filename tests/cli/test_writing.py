"""Writing results: a file is there whole or not at all, and nothing that is read is ever written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lawcheck.cli import output
from lawcheck.errors import UsageError
from tests.cli.conftest import Run

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs signals, links and limits of a POSIX system")
KILLED = """
import os, signal, sys, time
from lawcheck.cli.output import write_file

target, bodies, torn = sys.argv[1], [letter * 2_000_000 for letter in "ab"], 0
write_file(target, bodies[0])
for turn in range(50):
    child = os.fork()
    if child == 0:
        while True:
            for body in bodies:
                write_file(target, body)
    time.sleep(0.004 + turn * 0.0005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(target) as file:
        torn += file.read() not in bodies
print(torn)
"""
STOPPED = """
import os, signal, sys
from lawcheck.cli.interrupt import Stopped, stopping
from lawcheck.cli.output import write_file

real = os.fsync
def fsync(descriptor):
    signal.raise_signal(int(sys.argv[2]))
    real(descriptor)
os.fsync = fsync
try:
    with stopping():
        write_file(sys.argv[1], b"new")
except Stopped as stop:
    print(stop.exit_code)
"""


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def python(code: str, *arguments: object, before: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-c", before + code, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@POSIX
def test_a_process_killed_while_writing_leaves_no_half_file(tmp_path: Path) -> None:
    assert python(KILLED, tmp_path / "结果.json") == "0"


@POSIX
@pytest.mark.parametrize(("number", "code"), [(2, "130"), (15, "143")])
def test_a_signal_while_writing_leaves_the_older_result_and_nothing_else(
    tmp_path: Path, number: int, code: str
) -> None:
    (tmp_path / "a.json").write_bytes(b"old")
    assert python(STOPPED, tmp_path / "a.json", number) == code
    assert held(tmp_path) == {"a.json": b"old"}


@POSIX
def test_a_file_that_may_not_grow_so_large_is_not_begun(tmp_path: Path) -> None:
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
    code = (
        "import sys\nfrom lawcheck.cli.output import write_file\nfrom lawcheck.errors import WriteError\n"
        "try:\n    write_file(sys.argv[1], b'x' * 5000)\nexcept WriteError as error:\n    print(error.message.en)"
    )
    (tmp_path / "a.json").write_bytes(b"old")
    told = python(code, tmp_path / "a.json", before=limited)
    assert told == f"result not written: {tmp_path / 'a.json'}: larger than the system allows a file to be"
    assert held(tmp_path) == {"a.json": b"old"}


@POSIX
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, run: Run) -> None:
    tmp_path.chmod(0o500)
    try:
        outcome = run("template", "--profile", "national", "--year", "2024", "--output", str(tmp_path / "a.txt"))
    finally:
        tmp_path.chmod(0o700)
    assert (outcome.code, "没有写入权限" in outcome.err, held(tmp_path)) == (4, True, {})


def test_bytes_are_written_as_they_are_and_text_as_utf8_with_its_line_ends(tmp_path: Path) -> None:
    output.write_file(str(tmp_path / "a.docx"), b"PK\x03\x04\r\n\x00")
    output.write_file(str(tmp_path / "a.csv"), "编号\r\n")
    assert held(tmp_path) == {"a.docx": b"PK\x03\x04\r\n\x00", "a.csv": "编号\r\n".encode()}


@POSIX
def test_what_the_old_file_could_do_beyond_reading_and_writing_is_not_passed_on(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    target.chmod(0o4644)
    output.write_file(str(target), b"new")
    assert target.stat().st_mode & 0o7777 == 0o644


@POSIX
def test_a_temporary_file_is_read_by_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: modes.append(os.fstat(descriptor).st_mode & 0o7777))
    output.write_file(str(tmp_path / "a.json"), b"new")
    assert modes[0] == 0o600


@POSIX
def test_a_link_that_appears_at_the_target_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"report")
    (tmp_path / "a.json").symlink_to("report.txt")
    output.write_file(str(tmp_path / "a.json"), b"new")
    assert held(tmp_path) == {"a.json": b"new", "report.txt": b"report"}


@pytest.mark.parametrize("kind", ["hard link", "symlink", "dangling", "folder", "fifo", "no parent", "file parent"])
def test_what_is_no_place_for_results_is_refused_before_any_work(tmp_path: Path, kind: str) -> None:
    report, target = tmp_path / "report.txt", tmp_path / "target"
    report.write_bytes(b"report")
    match kind:
        case "hard link":
            target.hardlink_to(report)
        case "symlink":
            target.symlink_to(report)
        case "dangling":
            target.symlink_to(tmp_path / "nowhere")
        case "folder":
            target.mkdir()
        case "fifo":
            if not hasattr(os, "mkfifo"):
                pytest.skip("no pipes with names here")
            os.mkfifo(target)
        case "no parent":
            target = tmp_path / "none" / "a.json"
        case "file parent":
            target = report / "a.json"
    with pytest.raises(UsageError) as refused:
        output.check_target(str(target), [str(report)])
    assert (str(refused.value).startswith("--output "), report.read_bytes()) == (True, b"report")


@POSIX
def test_the_file_that_the_shell_opened_as_standard_input_is_no_target(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("云溪县民政局2024年法治政府建设情况报告\n", encoding="utf-8")
    with report.open("rb") as file:
        done = subprocess.run(
            [sys.executable, "-m", "lawcheck", "check", "-", "--output", str(report)],
            stdin=file,
            capture_output=True,
            timeout=60,
        )
    assert (done.returncode, done.stdout, report.read_bytes()[:3]) == (2, b"", "云".encode())


@pytest.mark.parametrize("target", ["report.txt.meta.json", "rules/national/own.yaml"])
def test_what_is_read_beside_the_report_is_no_target(tmp_path: Path, run: Run, target: str) -> None:
    (tmp_path / "rules" / "national").mkdir(parents=True)
    for name in ("report.txt", "report.txt.meta.json", "rules/national/own.yaml"):
        (tmp_path / name).write_bytes(b"x")
    outcome = run("check", f"{tmp_path}/report.txt", "--rules", f"{tmp_path}/rules", "--output", f"{tmp_path}/{target}")
    assert (outcome.code, outcome.out, (tmp_path / target).read_bytes()) == (2, "", b"x")
    assert "--output" in outcome.err
