"""From the paths of the command line to the documents of the run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from lawcheck.cli.encoding import as_utf8
from lawcheck.errors import ReadError, UsageError
from lawcheck.model.checklist import Unreadable
from lawcheck.readers.formats import may_be_report, readable_suffixes
from lawcheck.readers.sidecar import SUFFIX
from lawcheck.wording import Text

STDIN = "-"
COPY = ".批注"  # before the suffix of a copy with comments


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


def also_read(paths: Sequence[str], rules: str | None) -> Iterator[str]:
    """Yield the files that a run may read beside its documents: what stands beside them, and the folder of rules."""
    yield from (path + SUFFIX for path in paths)
    for parent, _, names in os.walk(rules) if rules is not None else ():
        yield from (os.path.join(parent, name) for name in names)


def source(path: str) -> str | BinaryIO:
    """Return what is read for a path of the command line."""
    if path != STDIN:
        return path
    return _Closed() if sys.stdin is None else sys.stdin.buffer


class _Closed(BytesIO):
    """Standard input where there is none."""

    def read(self, size: int | None = -1) -> bytes:
        """Say so. Raises: ReadError."""
        raise ReadError("标准输入已关闭，没有内容可读", "standard input is closed")


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
    is_copy = os.path.splitext(name)[0].endswith(COPY)
    return may_be_report(name) and not is_copy and not name.startswith((".", "~$"))


def _empty(name: str) -> Unreadable:
    name, known = as_utf8(name), readable_suffixes()
    told = Text(
        f"文件夹“{name}”里没有可以检查的报告（{'、'.join(known)}）",
        f'no report in the folder "{name}" ({", ".join(known)})',
    )
    return Unreadable(name, told, 3)


def _closed(error: OSError, folder: str) -> Unreadable:
    name = as_utf8(os.fspath(error.filename or folder))
    return Unreadable(
        name, Text(f"文件夹“{name}”打不开，请检查权限", f'the folder "{name}" cannot be opened ({error.strerror})'), 3
    )
