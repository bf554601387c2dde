"""Taking in a document: a path, bytes, or an open binary file, once and bounded."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from lawcheck.errors import UsageError
from lawcheck.readers import limits
from lawcheck.readers.refusal import Refusal
from lawcheck.wording import Text

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO

_CHUNK = 1024 * 1024
_CHECK_PATH = Text("请核对路径，给出 .docx 或 .txt 文件", "check the path and name a .docx or .txt file")
_CHANGED = Text(
    "读取时文件正在变化，结果可能不全，请保存后重新检查", "the file changed while it was read; save it and check again"
)


class Taken(NamedTuple):
    """The whole content of a source, and what was odd about taking it."""

    data: bytes
    warnings: tuple[Text, ...] = ()


def name_of(source: Source, name: str | None) -> str:
    """Return the document's name: the one given, else the path as given.

    Raises: UsageError for what is no source, and for a source without a name of its own.
    """
    if not isinstance(source, str | os.PathLike | bytes | bytearray | memoryview) and not hasattr(source, "read"):
        raise UsageError(
            f"要检查的应是路径、文件内容（bytes）或打开的二进制文件，不能是 {type(source).__name__}",
            f"a document is a path, bytes or an open binary file, not {type(source).__name__}",
        )
    if name is not None:
        if not isinstance(name, str):
            raise UsageError(
                f"参数 name 应是文件名（字符串），不能是 {type(name).__name__}",
                f"argument name is a string, not {type(name).__name__}",
            )
        return name
    if isinstance(source, str | os.PathLike):
        return os.fsdecode(source)
    own = getattr(source, "name", None)
    if isinstance(own, str):
        return own
    raise UsageError(
        '直接给出内容时要同时给出文件名，例如 name="年度报告.docx"',
        'a document given by its content needs a name too, such as name="report.docx"',
    )


def take(source: Source, check_size: Callable[[int], None] = limits.check_file) -> Taken:
    """Return the content of `source`. Raises: Refusal, also where `check_size` raises it for a count of bytes."""
    if isinstance(source, str | os.PathLike):
        return _take_path(os.fspath(source), check_size)
    if isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
        check_size(len(data))
        return Taken(data)
    return Taken(_take_stream(source, check_size))


def _take_path(path: str, check_size: Callable[[int], None]) -> Taken:
    # Not to wait at a FIFO, and binary on systems that know text files.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as e:
        raise _not_opened(path, e) from None
    # Asked before a file object is made of it: that refuses a folder in words of its own.
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        os.close(descriptor)
        raise _not_a_file(stat.S_ISDIR(before.st_mode))
    with open(descriptor, "rb", buffering=0) as file:
        check_size(before.st_size)
        data = _take_stream(file, check_size)
        after = os.fstat(file.fileno())
    changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size
    return Taken(data, (_CHANGED,) if changed else ())


def _take_stream(file: BinaryIO, check_size: Callable[[int], None]) -> bytes:
    chunks: list[bytes] = []
    size = 0
    try:
        while chunk := file.read(_CHUNK):
            if not isinstance(chunk, bytes):
                raise _not_binary()
            chunks.append(chunk)
            size += len(chunk)
            check_size(size)
    except ValueError:  # closed, or open for writing only
        if getattr(file, "closed", False):
            raise UsageError("文件已经关闭，请在关闭前检查", "the file is closed; check it while it is open") from None
        raise _not_binary() from None
    except OSError as e:
        raise Refusal(Text(f"读取中断（{e.strerror}）", f"reading broke off ({e.strerror})"), _CHECK_PATH) from None
    return b"".join(chunks)


def _not_binary() -> UsageError:
    return UsageError(
        '文件要以二进制方式打开供读取，例如 open(路径, "rb")', 'the file must be open for reading in binary mode, "rb"'
    )


def _not_opened(path: str, error: OSError | ValueError) -> Refusal:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return Refusal(Text("文件不存在", "no such file"), _CHECK_PATH)
    if os.path.isdir(path):
        return _not_a_file(is_folder=True)
    if isinstance(error, PermissionError):
        return Refusal(
            Text("没有读取权限", "permission denied"), Text("请检查文件权限，或换一份副本", "check its permissions")
        )
    return Refusal(Text(f"无法打开（{error.strerror}）", f"cannot be opened ({error.strerror})"), _CHECK_PATH)


def _not_a_file(is_folder: bool) -> Refusal:
    if is_folder:
        return Refusal(Text("这是文件夹，不是文件", "it is a folder, not a file"), _CHECK_PATH)
    return Refusal(Text("不是普通文件", "it is not a regular file"), _CHECK_PATH)
