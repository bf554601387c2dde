"""Folders that results go into, a file for each unit."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lawcheck.errors import UsageError, WriteError

if TYPE_CHECKING:
    from lawcheck.cli.files import Inputs

# What a name of a file may not hold on some system, or what a person would stumble over.
_NEVER = frozenset('\\/:*?"<>|%#')
_LONGEST = 150  # bytes of a name, without what stands before and behind


def check_folder(option: str, folder: str, documents: Inputs, suffix: str, *, own: str | None = None) -> None:
    """Refuse a folder in which results could overwrite what a person wrote, or be taken for reports next time.

    Files whose names begin with `own` are results of an earlier run that nobody works in. Raises: UsageError, before
    any work is done.
    """
    if documents.would_hold(os.path.join(folder, f"a{suffix}")):
        raise UsageError(
            f"{option} 在要检查的文件夹里，下次会被当作报告；请换一个位置：{folder}",
            f"{option} is inside a folder to check, where it would be read as reports next time; "
            f"name another place: {folder}",
        )
    parent = os.path.dirname(os.path.normpath(folder)) or "."
    if not os.path.isdir(parent):
        raise UsageError(
            f"{option} 的上级文件夹不存在：{parent}", f"the folder around that of {option} does not exist: {parent}"
        )
    if os.path.lexists(folder) and (os.path.islink(folder) or not os.path.isdir(folder)):
        raise UsageError(
            f"{option} 不是文件夹，请换一个：{folder}", f"{option} is not a folder; name another: {folder}"
        )
    try:
        held = os.listdir(folder) if os.path.isdir(folder) else []
    except OSError as error:
        raise UsageError(
            f"{option} 的文件夹打不开：{folder}",
            f"the folder of {option} cannot be opened: {folder} ({error.strerror})",
        ) from None
    if any(own is None or not (name.startswith(own) and name.endswith(suffix)) for name in held):
        raise UsageError(
            f"{option} 的文件夹里有别的文件，可能有人改过；请换一个新的：{folder}",
            f"the folder of {option} holds other files, which somebody may have worked in; name a new one: {folder}",
        )


def make_folder(folder: str) -> None:
    """Make the folder if it is not there. Raises: WriteError."""
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise WriteError(f"文件夹建不了：{folder}", f"the folder cannot be made: {folder} ({error.strerror})") from None


class Names:
    """Names of files in one folder: fit for every system, each given once."""

    def __init__(self, lead: str, suffix: str) -> None:
        self._lead, self._suffix = lead, suffix
        self._given: set[str] = set()

    def name(self, unit: str) -> str:
        """Return the name of the file for a unit; a second one of the same unit gets a number."""
        plain = "".join("_" if char in _NEVER or not char.isprintable() else char for char in unit)
        plain = _cut(plain.strip(" .")) or "_"
        name, number = plain, 1
        while name.lower() in self._given:
            number += 1
            name = f"{plain}~{number}"
        self._given.add(name.lower())
        return f"{self._lead}{name}{self._suffix}"


def _cut(text: str) -> str:
    while len(text.encode("utf-8", "surrogatepass")) > _LONGEST:
        text = text[:-1]
    return text
