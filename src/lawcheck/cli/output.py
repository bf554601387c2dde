"""Writing results: to standard output, or to a file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress

from lawcheck.errors import UsageError, WriteError
from lawcheck.wording import Text

_REASONS = {
    errno.ENOSPC: Text("磁盘已满", "no space left"),
    errno.EACCES: Text("没有写入权限", "permission denied"),
    errno.EPERM: Text("没有写入权限", "not permitted"),
    errno.EROFS: Text("磁盘只读", "read-only file system"),
    errno.ENOENT: Text("文件夹不存在", "the folder does not exist"),
    errno.ENAMETOOLONG: Text("文件名太长", "file name too long"),
}


def wants_colour() -> bool:
    """Say whether standard output is a terminal whose user has not declined colour."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def check_target(target: str, inputs: Iterable[str]) -> None:
    """Refuse a place that is no place for results, before any work is done.

    Raises: UsageError when `target` is one of the inputs, a link, a folder, a device, or in no folder.
    """
    parent = os.path.dirname(target) or "."
    if not os.path.isdir(parent):
        raise UsageError(f"--output 的文件夹不存在：{parent}", f"the folder of --output does not exist: {parent}")
    try:
        there = os.lstat(target)
    except OSError:
        return
    if stat.S_ISLNK(there.st_mode):  # followed, it could overwrite anything; replaced, it would be gone
        raise UsageError(
            f"--output 是链接，请写出它指向的文件，或换一个文件名：{target}",
            f"--output is a link; name the file that it leads to, or another: {target}",
        )
    if not stat.S_ISREG(there.st_mode):
        raise UsageError(
            f"--output 不是普通文件，请换一个文件名：{target}", f"--output is no ordinary file; name another: {target}"
        )
    for name in inputs:
        with suppress(OSError):
            if os.path.samestat(there, os.stat(name)):
                raise UsageError(
                    f"--output 与要检查的文件是同一个，请换一个文件名：{target}",
                    f"--output is one of the files to check; name another: {target}",
                )


def write_file(target: str, text: str) -> None:
    """Put `text` into the file `target`: a new file in its place, once it is whole and on the disk.

    Raises: WriteError; a file that was there before is then unchanged.
    """
    try:
        _replace(target, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, Text("写不进去", os.strerror(error.errno or 0)))
        raise WriteError(f"结果没有写成：{target}：{reason}", f"result not written: {target}: {reason.en}") from None


def _replace(target: str, data: bytes) -> None:
    folder, name = os.path.split(target)
    # mkstemp opens with O_EXCL and O_NOFOLLOW, mode 0600; the name is cut so that it is not too long with its ending.
    handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".tmp", dir=folder or ".")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    with suppress(OSError):  # not every system lets a folder be synced
        descriptor = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_stdout(text: str) -> None:
    """Put `text` on standard output. A reader that has gone away has had enough: that is no error.

    Raises: WriteError.
    """
    if sys.stdout is None:
        raise WriteError("标准输出已关闭，结果没有写成", "standard output is closed; result not written")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        reason = _REASONS.get(error.errno or 0, Text("写不进去", os.strerror(error.errno or 0)))
        raise WriteError(
            f"结果没有写到标准输出：{reason}", f"standard output: result not written: {reason.en}"
        ) from None


def _silence() -> None:
    """Let the interpreter's own flush at exit go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
