"""The one place where another process is started: with a clock, bounds and a bare environment, and never a shell."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import IO, cast

_CHUNK = 64 * 1024
_ERROR_BYTES = 64 * 1024
# A thread whose pipe a runaway descendant still holds is not waited for longer than this.
_JOIN_SECONDS = 1.0
# What programs need to find their libraries, scratch folder and language; nothing that may hold a secret or an option.
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TEMP", "TMP")


@dataclass(frozen=True, slots=True)
class Finished:
    """How a child process ended. `output` and `errors` are what it had written until then, within their bounds.

    `is_late` says that it was stopped by the clock, `is_too_much` that it was stopped for writing more than allowed.
    """

    returncode: int
    output: bytes
    errors: bytes = b""
    is_late: bool = False
    is_too_much: bool = False

    @property
    def is_good(self) -> bool:
        """Say whether the process came to its own end and reported success."""
        return not (self.returncode or self.is_late or self.is_too_much)


def run(
    arguments: Sequence[str],
    *,
    data: bytes = b"",
    seconds: float,
    memory: int | None = None,
    most_output: int = 64 * 1024 * 1024,
    folder: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> Finished:
    """Run a program to its end, or until a bound is hit; neither it nor what it started outlives the call.

    `data` is its standard input, `memory` its address space in bytes (kept on Linux only; elsewhere the clock alone
    holds), `most_output` the bytes of its standard output, `folder` where it runs. It inherits only the way to
    programs, the language and the scratch folder; `environment` is added to that.

    Raises: OSError when the program cannot be started.
    """
    ends = time.monotonic() + seconds
    process = _start(arguments, folder, environment)
    pipes = _Pipes(process, data, most_output)
    try:
        if memory is not None:
            _cap(process.pid, memory)
        pipes.start()
        is_late = not pipes.drained(ends) or not (pipes.output.is_too_much or _ended(process, ends))
    finally:
        # Also on KeyboardInterrupt, and also when it ended well: what it left running in its group goes with it.
        _stop(process)
        pipes.close()
    return Finished(
        process.returncode, bytes(pipes.output.data), bytes(pipes.errors.data), is_late, pipes.output.is_too_much
    )


def _start(
    arguments: Sequence[str], folder: str | None, environment: Mapping[str, str] | None
) -> subprocess.Popen[bytes]:
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
        list(arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=passed | dict(environment or {}),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _cap(pid: int, memory: int) -> None:
    """Bound the address space from outside: a function run between fork and exec is unsafe where threads run."""
    if sys.platform == "linux":
        import resource

        with suppress(OSError):  # it has ended already
            resource.prlimit(pid, resource.RLIMIT_AS, (memory, memory))


def _ended(process: subprocess.Popen[bytes], ends: float) -> bool:
    try:
        process.wait(max(ends - time.monotonic(), 0))
    except subprocess.TimeoutExpired:
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and all of its group, and collect it so that no zombie stays."""
    if sys.platform == "win32":
        if process.poll() is None:
            _kill_tree(process)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    """Windows has no groups that can be killed: its own tool knows the descendants."""
    tool = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
    with suppress(OSError):
        subprocess.run([tool, "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603
    process.kill()


class _Pipes:
    """Feeds standard input and drains the two outputs at the same time, a thread each, so that none blocks."""

    def __init__(self, process: subprocess.Popen[bytes], data: bytes, most_output: int) -> None:
        self._files = [cast("IO[bytes]", pipe) for pipe in (process.stdin, process.stdout, process.stderr)]
        entry, output, errors = self._files
        self.output = _Drain(output, most_output, stops=True)
        self.errors = _Drain(errors, _ERROR_BYTES, stops=False)
        self._readers = (_thread(self.output.run), _thread(self.errors.run))
        self._threads = (*self._readers, _thread(_feed, entry, data))

    def start(self) -> None:
        """Begin to feed and to drain."""
        for thread in self._threads:
            thread.start()

    def drained(self, ends: float) -> bool:
        """Wait until both outputs have ended, or one had too much; False when the time was up before."""
        for reader in self._readers:
            reader.join(max(ends - time.monotonic(), 0))
            if self.output.is_too_much:
                return True
        return not any(reader.is_alive() for reader in self._readers)

    def close(self) -> None:
        """Close the pipes, once the process is gone."""
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(_JOIN_SECONDS)
        # A file that a thread still waits on cannot be closed without waiting too.
        if not any(thread.is_alive() for thread in self._threads):
            for file in self._files:
                with suppress(OSError):
                    file.close()


class _Drain:
    """Collects what comes out of one pipe, up to `most` bytes."""

    def __init__(self, file: IO[bytes], most: int, *, stops: bool) -> None:
        self._file = file
        self._most = most
        self._stops = stops
        self.data = bytearray()
        self.is_too_much = False

    def run(self) -> None:
        """Read to the end; past the bound either stop (`stops`) or read on and let it fall."""
        with suppress(OSError, ValueError):
            while chunk := os.read(self._file.fileno(), _CHUNK):
                room = self._most - len(self.data)
                self.data += chunk[:room]
                if len(chunk) > room and self._stops:
                    self.is_too_much = True
                    return


def _feed(file: IO[bytes], data: bytes) -> None:
    # A child that ends without reading everything breaks the pipe: its exit says what there is to say.
    with suppress(OSError, ValueError):
        if data:
            file.write(data)
        file.close()


def _thread(target: Callable[..., None], *arguments: object) -> Thread:
    return Thread(target=target, args=arguments, daemon=True)
