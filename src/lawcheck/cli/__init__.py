"""The command `lawcheck`. Signals are caught before anything that takes time is imported."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from lawcheck.cli.interrupt import Stopped, ignore, stopping

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (the process's own when None) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    with stopping():
        try:
            for stream in (sys.stdout, sys.stderr):
                if isinstance(stream, TextIOWrapper):  # whatever the locale says
                    stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            from lawcheck.cli.program import run

            return run(arguments)
        except Stopped as stop:
            ignore()
            from lawcheck.cli.session import Session
            from lawcheck.wording import Text

            Session.of(arguments).say(Text("已中断", "interrupted"))
            return stop.exit_code
