"""Exceptions: they speak about inputs to lawcheck. What is wrong with a report is a Finding, never an exception."""

from __future__ import annotations

from lawcheck.wording import Text


class LawcheckError(Exception):
    """An input that lawcheck cannot work with: one sentence saying what, where, and what would be valid.

    `exit_code` is the command's exit code for this kind of error (2 usage/configuration/rules, 3 unreadable,
    4 not written).
    """

    exit_code = 2

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.message = Text(zh, en)


class UsageError(LawcheckError):
    """An option, a profile or an argument that does not exist or does not fit."""


class RuleSetError(LawcheckError):
    """A rule file that is not valid; the message begins with file:line:column."""


class ReadError(LawcheckError):
    """A document that cannot be read, or a limit that it exceeds."""

    exit_code = 3


class RuleTimeout(LawcheckError):
    """A search of a foreign rule that took longer than its time budget."""

    exit_code = 3


class WriteError(LawcheckError):
    """A result that could not be written."""

    exit_code = 4
