"""What only a process of its own shows: streams, signals, locale, imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lawcheck.cli.interrupt import Stopped, stopping

HEAVY = ("pydantic", "yaml", "regex")
COMMAND = [sys.executable, "-m", "lawcheck"]
ODD_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
REPORT = "云溪县民政局2024年法治政府建设情况报告\n一、主要举措和成效\n开展法治培训12场。\n"


def lawcheck(*argv: str, **settings: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *argv], capture_output=True, timeout=60, **settings)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A short report under a name with a blank and a full-width bracket."""
    path = tmp_path / "年度 报告（送审）.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "argv", [["--version"], ["--help"], ["check", "--help"], ["rules", "list", "--help"], ["check", "--nothing"]]
)
def test_help_version_and_usage_errors_do_not_load_the_rules(argv: list[str]) -> None:
    code = f"import sys; from lawcheck.cli import main; main({argv!r}); print(*sorted({set(HEAVY)} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == b""


def test_importing_the_library_loads_none_of_its_dependencies() -> None:
    code = "import sys, lawcheck; print(*sorted({'pydantic', 'yaml', 'regex', 'click'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert done.stdout.strip() == b""


def test_the_output_is_utf8_whatever_the_locale(report: Path) -> None:
    plain = lawcheck("check", report.name, cwd=report.parent)
    bare = lawcheck("check", report.name, cwd=report.parent, env={**os.environ, **ODD_LOCALE})
    assert plain.stdout.startswith("年度 报告（送审）.txt\n".encode())
    assert (bare.stdout, bare.returncode) == (plain.stdout, plain.returncode)


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "年度 报告（送审）.txt", "--profile", "民政"],
        ["check", "年度 报告（送审）.txt", "--format", "文本", "--lang", "en"],
        ["check", "年度 报告（送审）.txt", "--meta", "机关=甲"],
        ["check", "年度 报告（送审）.txt", "--output", "没有/结果.json"],
        ["check", "年度 报告（送审）.txt", "--rules", "没有这个文件夹"],
        ["check", "没有.txt", "空文件夹"],
        ["check", "--年度"],
        ["explain", "规则"],
    ],
)
def test_words_of_the_command_line_are_shown_as_utf8_whatever_the_locale(report: Path, argv: list[str]) -> None:
    (report.parent / "空文件夹").mkdir()
    plain, bare = (lawcheck(*argv, cwd=report.parent, env={**os.environ, **odd}) for odd in ({}, ODD_LOCALE))
    assert any(word in plain.stderr.decode() for word in argv)
    assert (bare.stderr.decode(), bare.stdout, bare.returncode) == (
        plain.stderr.decode(),
        plain.stdout,
        plain.returncode,
    )


def test_a_file_name_that_is_not_unicode_is_shown_escaped(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xe4.txt"
    with open(name, "w", encoding="utf-8") as file:
        file.write(REPORT)
    command = [*map(os.fsencode, COMMAND), b"check", os.path.basename(name)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60)
    assert done.stdout.splitlines()[0] == b"\\udce4.txt"


def test_a_report_may_come_by_standard_input(report: Path) -> None:
    piped = lawcheck("check", "-", "--stdin-filename", str(report), input=report.read_bytes())
    assert piped.stdout == lawcheck("check", str(report)).stdout


def test_colour_is_not_used_when_the_output_is_no_terminal(report: Path) -> None:
    assert b"\x1b" not in lawcheck("check", str(report), env={**os.environ, "FORCE_COLOR": "1"}).stdout


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colour_is_used_on_a_terminal_unless_declined(report: Path, no_colour: str, coloured: bool) -> None:
    ours, theirs = os.openpty()
    environment = {**os.environ, "NO_COLOR": no_colour, "TERM": "xterm"}
    with subprocess.Popen([*COMMAND, "check", str(report)], stdout=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 65536):
                shown += chunk
        except OSError:
            pass  # Linux tells the end of a terminal by an error
        process.wait(60)
    os.close(ours)
    assert (b"\x1b[" in shown) == coloured


def test_a_reader_that_goes_away_ends_the_run_quietly(report: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COMMAND, "check", str(report), "--fail-on", "never"], stdout=writer, stderr=subprocess.PIPE, timeout=60
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full here")
def test_a_result_that_cannot_be_written_is_exit_4(report: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "check", str(report)], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert (done.returncode, done.stderr.decode()) == (4, "lawcheck: 结果没有写到标准输出：磁盘已满\n")


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(
    ("closed", "code", "said"),
    [(">&-", 4, "标准输出已关闭，结果没有写成"), ("<&-", 3, "标准输入已关闭，没有内容可读"), ("2>&- <&-", 3, "")],
)
def test_a_stream_that_is_closed_is_told_or_borne(closed: str, code: int, said: str) -> None:
    command = f"{sys.executable} -m lawcheck check - {closed}"
    done = subprocess.run(["sh", "-c", command], input=REPORT.encode(), capture_output=True, timeout=60)
    assert (done.returncode, done.stderr.decode()) == (code, f"lawcheck: {said}\n" if said else "")


def catches_sigterm(pid: int) -> bool:
    """Whether the process has begun its run: only then does it wait for standard input."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    mask = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(mask, 16) >> (signal.SIGTERM - 1) & 1)


def test_a_signal_while_the_program_is_still_loading_ends_it_as_quietly() -> None:
    code = (
        "import os, signal, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, *given):\n"
        "        if name == 'click':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "from lawcheck.cli import main\n"
        "sys.exit(main(['--version']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (130, b"", "lawcheck: 已中断\n")


def test_a_signal_that_a_finalizer_swallows_comes_again() -> None:
    class Held:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    def held_then_waiting() -> None:
        with stopping():
            Held()
            time.sleep(10)

    before = signal.getsignal(signal.SIGINT), sys.unraisablehook
    with pytest.raises(Stopped) as stop:
        held_then_waiting()
    assert (stop.value.exit_code, (signal.getsignal(signal.SIGINT), sys.unraisablehook)) == (130, before)


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="nothing tells which signals a process catches")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_run_at_once_with_one_line(number: int, code: int) -> None:
    with subprocess.Popen(
        [*COMMAND, "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while not catches_sigterm(process.pid):
            time.sleep(0.02)
        process.send_signal(number)
        started = time.monotonic()
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.decode()) == (code, b"", "lawcheck: 已中断\n")
    assert time.monotonic() - started < 2
