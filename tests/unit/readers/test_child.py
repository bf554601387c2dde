"""Running another program: its bounds hold, and nothing of it outlives the call."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from threading import Thread, active_count

import pytest

from lawcheck.readers.child import Finished, run

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the system keeps no such bound")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")


def python(code: str, *, seconds: float = 20, **options: object) -> Finished:
    return run([sys.executable, "-I", "-S", "-c", code], seconds=seconds, **options)  # type: ignore[arg-type]


def test_input_goes_in_and_both_outputs_come_back() -> None:
    code = "import sys; sys.stdout.write(sys.stdin.read().upper()); sys.stderr.write('said'); sys.exit(3)"
    assert python(code, data=b"abc") == Finished(3, b"ABC", b"said")


def test_only_an_end_of_its_own_without_fault_is_good() -> None:
    assert python("").is_good
    assert not python("raise SystemExit(1)").is_good
    assert not Finished(0, b"", is_late=True).is_good
    assert not Finished(0, b"", is_too_much=True).is_good


def test_much_input_and_output_at_once_do_not_block() -> None:
    data = os.urandom(1 << 20) * 3
    assert (
        python("import sys, shutil; shutil.copyfileobj(sys.stdin.buffer, sys.stdout.buffer)", data=data).output == data
    )


def test_input_that_is_not_read_does_no_harm() -> None:
    assert python("print('x')", data=b"a" * 3_000_000).output.strip() == b"x"


@pytest.mark.parametrize(
    "code",
    [
        "while True: pass",
        "import time; time.sleep(60)",
        "import os, time; os.close(1); os.close(2); time.sleep(60)",
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
    ],
)
def test_the_clock_stops_it(code: str) -> None:
    began = time.monotonic()
    finished = python(code, seconds=0.5)
    assert finished.is_late
    assert time.monotonic() - began < 5


def test_what_it_wrote_before_it_was_stopped_is_kept() -> None:
    finished = python("import time; print('first', flush=True); time.sleep(60)", seconds=1)
    assert (finished.is_late, finished.output.strip()) == (True, b"first")


def test_the_output_has_a_bound() -> None:
    exact = python("import sys; sys.stdout.write('x' * 100_000)", most_output=100_000)
    more = python("import sys\nwhile True: sys.stdout.write('x' * 100_000)", most_output=100_000)
    assert (exact.is_too_much, exact.is_good, len(exact.output)) == (False, True, 100_000)
    assert (more.is_too_much, more.is_late, len(more.output)) == (True, False, 100_000)


def test_a_flood_of_complaints_is_cut_and_does_not_stop_it() -> None:
    finished = python("import sys; sys.stderr.write('x' * 1_000_000); print('done')")
    assert finished.is_good
    assert len(finished.errors) == 64 * 1024


@LINUX
def test_the_memory_has_a_bound() -> None:
    finished = python("x = b'x' * (300 << 20)", memory=200 << 20)
    assert b"MemoryError" in finished.errors
    assert python("x = b'x' * (300 << 20)", memory=500 << 20).is_good


@POSIX
@pytest.mark.parametrize("ending", ["pass", "time.sleep(60)"])
def test_what_it_started_goes_with_it(tmp_path: Path, ending: str) -> None:
    note = tmp_path / "id"
    code = (
        "import os, sys, time\n"
        "id = os.fork()\n"
        f"if not id:\n    os.close(1); os.close(2); time.sleep(60)\nopen({str(note)!r}, 'w').write(str(id))\n{ending}"
    )
    python(code, seconds=1)
    assert not is_running(int(note.read_text()))


def test_an_interruption_passes_and_stops_it(tmp_path: Path) -> None:
    note = tmp_path / "id"

    def interrupt() -> None:
        while not note.exists() or not note.read_text():
            time.sleep(0.02)
        os.kill(os.getpid(), 2)

    Thread(target=interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        python(f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)", seconds=30)
    assert not is_running(int(note.read_text()))


def test_no_process_and_no_thread_is_left() -> None:
    before = active_count()
    python("pass")
    python("while True: pass", seconds=0.3)
    assert active_count() <= before
    if sys.platform != "win32":
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)


def test_a_program_that_is_not_there_raises_what_the_system_says() -> None:
    with pytest.raises(FileNotFoundError):
        run([str(Path("there", "is", "none"))], seconds=1)


def test_arguments_are_data_and_never_a_command(tmp_path: Path) -> None:
    odd = "; touch x $(touch y) `touch z` > w"
    code = "import sys; print(sys.argv[1])"
    finished = run([sys.executable, "-I", "-S", "-c", code, odd], seconds=20, folder=str(tmp_path))
    assert finished.output.decode().strip() == odd
    assert list(tmp_path.iterdir()) == []


def test_it_runs_where_it_is_told_with_little_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWCHECK_SECRET", "1")
    monkeypatch.setenv("PYTHONPATH", "1")
    code = "import os; print(os.getcwd()); print(*sorted(os.environ), sep='\\n')"
    where, *names = python(code, folder=str(tmp_path), environment={"HOME": "/h"}).output.decode().split()
    assert Path(where) == tmp_path.resolve()
    assert {"HOME", "PATH"} <= set(names)
    assert not {"LAWCHECK_SECRET", "PYTHONPATH"} & set(names)


def is_running(number: int) -> bool:
    for _ in range(50):
        try:
            os.kill(number, 0)
            if sys.platform == "linux" and ") Z " in Path(f"/proc/{number}/stat").read_text():
                return False
        except (ProcessLookupError, FileNotFoundError):
            return False
        time.sleep(0.02)
    return True
