"""Signals that end the run. Imports next to nothing: it is there before the rest is imported."""

from __future__ import annotations

import signal
import sys
import time
from _thread import interrupt_main, start_new_thread
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = (signal.SIGINT, signal.SIGTERM)
_AGAIN_S = 0.05


class Stopped(BaseException):
    """A signal that ends the run; not an Exception, so nothing on the way takes it for a bug."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.exit_code = 128 + number


@contextmanager
def stopping() -> Iterator[None]:
    """Let SIGINT and SIGTERM end the run by an exception, so that temporary files are removed on the way out."""
    hook = sys.unraisablehook

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped(number)

    def lost(told: sys.UnraisableHookArgs) -> None:
        # What is raised within a finalizer goes nowhere: the signal has to come again when that has ended.
        if isinstance(told.exc_value, Stopped):
            start_new_thread(_again, (told.exc_value.number,))
        else:
            hook(told)

    try:
        before = {number: signal.signal(number, stop) for number in _ENDING}
    except ValueError:  # not the main thread: whoever called has the signals
        yield
        return
    sys.unraisablehook = lost
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)


def ignore() -> None:
    """Let no further signal break off the way out; the end of `stopping` puts things back."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)


def _again(number: int) -> None:
    time.sleep(_AGAIN_S)
    interrupt_main(signal.Signals(number))
