"""What holds for one run of the command: language, debugging, and how to speak on stderr."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from lawcheck.errors import LawcheckError
from lawcheck.text.visible import visible
from lawcheck.wording import Text, in_language

T = TypeVar("T")
LANGUAGES = ("zh", "en")
# From the gravest down: the first that applies is the exit code of the run.
_PRECEDENCE = (70, 4, 2, 3, 1, 0)


class Bug(LawcheckError):
    """An exception that lawcheck did not foresee."""

    exit_code = 70


@dataclass(frozen=True, slots=True)
class Session:
    """The options that hold before, and whether or not, the command line can be understood."""

    lang: str = "zh"
    debug: bool = False

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Session:
        """Return the session that a command line asks for; a language that does not exist is told later."""
        own = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
        given = [a.removeprefix("--lang=") for a in own if a.startswith("--lang=")]
        given += [b for a, b in pairwise(own) if a == "--lang"]
        return cls("en" if given[-1:] == ["en"] else "zh", "--debug" in own)

    def say(self, message: Text) -> None:
        """Print one line on stderr, whatever the message holds."""
        if sys.stderr is not None:
            print(f"lawcheck: {visible(in_language(message, self.lang))}", file=sys.stderr)

    def attempt(self, action: Callable[[], T]) -> T | LawcheckError:
        """Return what `action` returns, or the error it ended in; a bug is an error too, traced when debugging."""
        try:
            return action()
        except LawcheckError as error:
            return error
        except Exception as error:  # the one place: a bug ends one document or the run, never with a trace
            if self.debug:
                traceback.print_exc()
            name = type(error).__name__
            return Bug(
                f"程序内部出错（{name}），这不是报告的问题；加 --debug 可看到详情，请反馈给开发者",
                f"internal error ({name}), not the report's fault; --debug shows the trace, please report it",
            )


def gravest(codes: Sequence[int]) -> int:
    """Return the exit code of a run that met all of `codes`."""
    return min(codes, key=_PRECEDENCE.index, default=0)
