"""From the paths of the command line to the documents of the run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.errors import UsageError
from lawcheck.model.checklist import Unreadable
from lawcheck.wording import Text

STDIN = "-"
SUFFIXES = (".docx", ".md", ".txt")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents of a run, in order, as paths (`-` is standard input), and the folders that gave none."""

    paths: tuple[str, ...]
    unreadable: tuple[Unreadable, ...]


def inputs(given: Sequence[str]) -> Inputs:
    """Return what `given` names: a file as it is, of a folder every report below it, sorted; each once.

    Raises: UsageError when standard input is named twice.
    """
    if given.count(STDIN) > 1:
        raise UsageError("标准输入 - 只能给一次", "standard input - can be given only once")
    paths: list[str] = []
    unreadable: list[Unreadable] = []
    for name in given:
        if name == STDIN or not os.path.isdir(name):
            paths.append(name)
            continue
        errors: list[OSError] = []
        found = list(_walk(name, errors))
        paths += found
        unreadable += [_closed(error, name) for error in errors]
        if not found and not errors:
            unreadable.append(_empty(name))
    return Inputs(tuple(dict.fromkeys(paths)), tuple(unreadable))


def as_utf8(text: str) -> str:
    """Return a word of the command line, or a path, as it reads in UTF-8, whatever the locale made of its bytes."""
    return os.fsencode(text).decode("utf-8", "surrogateescape")


def _walk(folder: str, errors: list[OSError]) -> Iterator[str]:
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            # Word keeps a lock file ~$NAME.docx beside an open document.
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):
                yield os.path.join(parent, name)


def _empty(name: str) -> Unreadable:
    name = as_utf8(name)
    return Unreadable(
        name,
        Text(
            f"文件夹“{name}”里没有可以检查的报告（{'、'.join(SUFFIXES)}）",
            f'no report in the folder "{name}" ({", ".join(SUFFIXES)})',
        ),
        3,
    )


def _closed(error: OSError, folder: str) -> Unreadable:
    name = as_utf8(os.fspath(error.filename or folder))
    return Unreadable(
        name, Text(f"文件夹“{name}”打不开，请检查权限", f'the folder "{name}" cannot be opened ({error.strerror})'), 3
    )
