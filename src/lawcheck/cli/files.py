"""From the paths of the command line to the documents of the run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.cli.encoding import as_utf8
from lawcheck.errors import UsageError
from lawcheck.model.checklist import Unreadable
from lawcheck.readers.formats import may_be_report
from lawcheck.wording import Text

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents of a run, in order, as paths (`-` is standard input), and the folders that gave none.

    `folders` are those that were walked, as given.
    """

    paths: tuple[str, ...]
    folders: tuple[str, ...]
    unreadable: tuple[Unreadable, ...]

    def would_hold(self, path: str) -> bool:
        """Say whether a file at `path`, there or not, is among what a walk of the folders finds."""
        return any(_is_below(path, folder) for folder in self.folders)


def inputs(given: Sequence[str]) -> Inputs:
    """Return what `given` names: a file as it is, of a folder all below it that may be a report, sorted; each once.

    Raises: UsageError when standard input is named twice.
    """
    if given.count(STDIN) > 1:
        raise UsageError("标准输入 - 只能给一次", "standard input - can be given only once")
    paths: list[str] = []
    folders: list[str] = []
    unreadable: list[Unreadable] = []
    for name in given:
        if name == STDIN or not os.path.isdir(name):
            paths.append(name)
            continue
        folders.append(name)
        errors: list[OSError] = []
        found = list(_walk(name, errors))
        paths += found
        unreadable += [_closed(error, name) for error in errors]
        if not found and not errors:
            unreadable.append(_empty(name))
    return Inputs(tuple(dict.fromkeys(paths)), tuple(folders), tuple(unreadable))


def _is_below(path: str, folder: str) -> bool:
    parent, name = os.path.split(path)
    real, root = (os.path.join(os.path.realpath(place), "") for place in (parent, folder))
    hidden = any(part.startswith(".") for part in real.removeprefix(root).split(os.sep))
    return real.startswith(root) and not hidden and _is_walked(name)


def _walk(folder: str, errors: list[OSError]) -> Iterator[str]:
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            if _is_walked(name):
                yield os.path.join(parent, name)


def _is_walked(name: str) -> bool:
    # Word keeps a lock file ~$NAME.docx beside an open document.
    return may_be_report(name) and not name.startswith((".", "~$"))


def _empty(name: str) -> Unreadable:
    name = as_utf8(name)
    return Unreadable(
        name,
        Text(
            f"文件夹“{name}”里没有可以检查的报告（.docx、.txt、.md）",
            f'no report in the folder "{name}" (.docx, .txt, .md)',
        ),
        3,
    )


def _closed(error: OSError, folder: str) -> Unreadable:
    name = as_utf8(os.fspath(error.filename or folder))
    return Unreadable(
        name, Text(f"文件夹“{name}”打不开，请检查权限", f'the folder "{name}" cannot be opened ({error.strerror})'), 3
    )
