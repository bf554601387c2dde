"""Reading a rule folder from outside: a fixed layout, inside the folder only, within limits."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from lawcheck.rulesets.fault import Fault, instead, nearest, shown, whole
from lawcheck.rulesets.layout import FOLDERS, SUFFIX, TOP_FILES
from lawcheck.rulesets.lines import MAX_BYTES
from lawcheck.wording import Text

MAX_FILES = 64
MAX_TOTAL_BYTES = 8 << 20


def read_folder(path: str) -> dict[str, bytes]:
    """Return the rule files of a folder by their names relative to it, `national/elements.yaml`.

    Hidden files, files that are not YAML and other folders are left alone.

    Raises: RuleSetError when it is no folder, a file leads out of it, a YAML file has a name that no rule set knows, or
    a limit is exceeded.
    """
    root = os.path.realpath(path) if "\0" not in path else path
    if not os.path.isdir(root):
        is_there = os.path.exists(root)
        raise whole(
            path,
            Text(
                "规则集应是一个文件夹（内有 national/ 等），这里是文件" if is_there else "没有这个文件夹",
                "a rule set is a folder (with national/ and so on), not a file" if is_there else "no such folder",
            ),
        )
    files: dict[str, bytes] = {}
    total = 0
    for name in _names(path, root):
        data = files[name] = _read(path, root, name)
        total += len(data)
        if len(files) > MAX_FILES or total > MAX_TOTAL_BYTES:
            raise whole(
                path,
                Text(
                    f"规则集超过上限：最多 {MAX_FILES} 个文件、共 {MAX_TOTAL_BYTES} 字节",
                    f"too large: a rule set has at most {MAX_FILES} files and {MAX_TOTAL_BYTES} bytes in all",
                ),
            )
    return files


def _names(path: str, root: str) -> Iterator[str]:
    for entry in _entries(path, root, ""):
        if entry in FOLDERS:
            for name in _entries(path, root, entry):
                if _is_yaml(name):
                    yield _checked(path, f"{entry}/{name}", None)
        elif _is_yaml(entry):
            yield _checked(path, entry, TOP_FILES)
        elif os.path.isdir(os.path.join(root, entry)) and nearest(entry, FOLDERS):
            end = instead(entry, FOLDERS)
            raise whole(f"{path}/{entry}", Text(f"不认识的文件夹名{end}", f"not a folder name of a rule set{end.en}"))


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")


def _checked(path: str, name: str, known: tuple[str, ...] | None) -> str:
    if not name.endswith(SUFFIX):
        raise whole(f"{path}/{name}", Text("规则文件的扩展名应为 .yaml", "a rule file ends in .yaml"))
    if known is not None and name not in known:
        end = instead(name, known)
        raise whole(
            f"{path}/{name}",
            Text(
                f"不认识的文件名{end}；规则放在 {'/、'.join(FOLDERS)}/ 里",
                f"not a file name of a rule set{end.en}; rules go into {'/, '.join(FOLDERS)}/",
            ),
        )
    return name


def _entries(path: str, root: str, name: str) -> list[str]:
    real = _inside(path, root, name)
    try:
        return sorted(os.listdir(real)) if os.path.isdir(real) else []
    except OSError as e:
        raise _unreadable(f"{path}/{name}", e) from None


def _inside(path: str, root: str, name: str) -> str:
    real = os.path.realpath(os.path.join(root, name))
    if real != root and not real.startswith(os.path.join(root, "")):
        raise whole(
            f"{path}/{name}", Text("链接指向规则集文件夹之外，不读取", "a link that leads out of the rule folder")
        )
    return real


def _read(path: str, root: str, name: str) -> bytes:
    real = _inside(path, root, name)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(os.open(real, flags), "rb") as file:  # a folder is refused by open itself
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise whole(f"{path}/{name}", Text("不是普通文件", "not a regular file"))
            return file.read(MAX_BYTES + 1)
    except OSError as e:
        raise _unreadable(f"{path}/{name}", e) from None


def _unreadable(path: str, error: OSError) -> Fault:
    return whole(path, Text(f"读不了（{shown(error.strerror)}）", f"cannot be read ({shown(error.strerror)})"))
