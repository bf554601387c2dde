"""Writing results: to standard output, or to a file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress

from lawcheck.errors import UsageError, WriteError
from lawcheck.wording import Text

_NO_PERMISSION = Text(
    "没有写入权限，或文件正被其他程序打开", "permission denied, or the file is open in another program"
)
_FULL = Text("磁盘已满", "no space left")
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: Text("超过了系统允许的文件大小", "larger than the system allows a file to be"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EROFS: Text("磁盘只读", "read-only file system"),
    errno.ENOENT: Text("文件夹不存在", "the folder does not exist"),
    errno.ENAMETOOLONG: Text("文件名太长", "file name too long"),
}


def wants_colour() -> bool:
    """Say whether standard output is a terminal whose user has not declined colour."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def check_stdout(format: str) -> None:
    """Refuse to put a result that is no text on a terminal. Raises: UsageError."""
    if sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(
            f"{format} 不是文字，不能显示在终端里；请加 --output 写入文件，例如 --output 结果.{format}",
            f"{format} is no text for a terminal; write it to a file, as in --output results.{format}",
        )


def check_target(target: str, inputs: Iterable[str], option: str = "--output") -> None:
    """Refuse a place that is no place for results, before any work is done; `option` is what named it.

    Raises: UsageError when `target` is one of the inputs, a link, a folder, a device, or in no folder.
    """
    parent = os.path.dirname(target) or "."
    if not os.path.isdir(parent):
        raise UsageError(f"{option} 的文件夹不存在：{parent}", f"the folder of {option} does not exist: {parent}")
    try:
        there = os.lstat(target)
    except OSError:
        return
    if stat.S_ISLNK(there.st_mode):  # followed, it could overwrite anything; replaced, it would be gone
        raise UsageError(
            f"{option} 是链接，请写出它指向的文件，或换一个文件名：{target}",
            f"{option} is a link; name the file that it leads to, or another: {target}",
        )
    if not stat.S_ISREG(there.st_mode):
        raise UsageError(
            f"{option} 不是普通文件，请换一个文件名：{target}", f"{option} is no ordinary file; name another: {target}"
        )
    for name in inputs:
        with suppress(OSError, ValueError):  # what is not there, or cannot be a file, is not the target
            if os.path.samestat(there, _state(name)):
                raise UsageError(
                    f"{option} 与要读取的文件是同一个，请换一个文件名：{target}",
                    f"{option} is one of the files to read; name another: {target}",
                )


def _state(name: str) -> os.stat_result:
    from lawcheck.cli.files import STDIN

    if name != STDIN:
        return os.stat(name)
    if sys.stdin is None:
        raise FileNotFoundError
    return os.fstat(sys.stdin.fileno())  # the shell may have opened the target for us to read


def write_file(target: str, result: str | bytes | Iterable[bytes]) -> None:
    """Put a result into the file `target`: a new file in its place, once it is whole and on the disk.

    Text is written as UTF-8, line ends as they are; a long result may come in pieces.

    Raises: WriteError; a file that was there before is then unchanged.
    """
    try:
        data = result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result
        _replace(target, (data,) if isinstance(data, bytes) else data)
    except OSError as error:
        reason = _reason(error)
        raise WriteError(f"结果没有写成：{target}：{reason}", f"result not written: {target}: {reason.en}") from None


def _reason(error: OSError) -> Text:
    return _REASONS.get(error.errno or 0, Text("写不进去", os.strerror(error.errno or 0)))


def _replace(target: str, pieces: Iterable[bytes]) -> None:
    folder, name = os.path.split(target)
    # The name is known before the file is there, so that a signal at any moment finds what to remove. It is cut lest
    # it be too long with its ending.
    temporary = os.path.join(folder, f".{name[:40]}.{os.urandom(8).hex()}.tmp")
    try:
        with open(temporary, "xb", opener=_open_private) as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            os.chmod(temporary, os.stat(target).st_mode & 0o777)
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


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)


def write_stdout(result: str | bytes) -> None:
    """Put a result on standard output. A reader that has gone away has had enough: that is no error.

    Raises: WriteError.
    """
    if sys.stdout is None:
        raise WriteError("标准输出已关闭，结果没有写成", "standard output is closed; result not written")
    try:
        if isinstance(result, bytes):
            sys.stdout.buffer.write(result)
        else:
            sys.stdout.write(result)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        reason = _reason(error)
        raise WriteError(
            f"结果没有写到标准输出：{reason}", f"standard output: result not written: {reason.en}"
        ) from None


def _silence() -> None:
    """Let the interpreter's own flush at exit go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
