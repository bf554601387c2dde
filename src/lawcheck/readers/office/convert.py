"""Old formats to .docx by LibreOffice: many files in one call, and a bad one does not spoil the others.

Its exit status is 0 whether it could read a file or not, so only what lies in the output folder counts. Without the
name of an import filter it would take what it cannot read for plain text.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lawcheck.readers import child, limits
from lawcheck.readers.child import Finished
from lawcheck.readers.office.kind import Kind
from lawcheck.readers.office.profile import write_profile
from lawcheck.readers.refusal import SAVE_AS, Refusal, over_limit
from lawcheck.wording import Text

_TO = "docx:MS Word 2007 XML"
_SHUT = Text(
    "LibreOffice 打不开这个文件，可能已损坏，或设了打开密码",
    "LibreOffice cannot open the file; it may be damaged or encrypted",
)
_BROKE = Text("LibreOffice 转换这个文件时出错退出", "LibreOffice broke off while converting the file")
_NOT_RUN = Text("LibreOffice 启动不了", "LibreOffice cannot be started")
_REPAIR = Text("请检查或重新安装 LibreOffice，或另存为 .docx", "check or reinstall LibreOffice, or save it as .docx")
_FULL = Text("临时文件夹写不进去", "the temporary folder cannot be written to")
_ROOM = Text("请检查磁盘空间和权限", "check its free space and permissions")

Converted = bytes | Refusal


def convert(program: str, kind: Kind, files: Sequence[bytes]) -> list[Converted]:
    """Return each file as a Word file, or why there is none; in one call of `program` when all goes well."""
    results: dict[int, Converted] = {}
    waiting = deque([tuple(range(len(files)))])
    while waiting:
        group = waiting.popleft()
        try:
            outputs, finished = _call(program, kind, {i: files[i] for i in group})
        except OSError:
            return [Refusal(_FULL, _ROOM)] * len(files)
        results |= outputs
        left = [i for i in group if i not in results]
        if finished is None:
            results |= {i: Refusal(_NOT_RUN, _REPAIR) for i in left}
        elif finished.is_good:
            results |= {i: Refusal(_SHUT, SAVE_AS) for i in left}
        elif len(group) == 1:
            results |= {i: _broken_off(finished) for i in left}
        elif left:
            # They are taken in order: the first without a result is most likely the one that broke it off.
            waiting += [(left[0],), *([tuple(left[1:])] if left[1:] else [])]
    return [results[i] for i in range(len(files))]


def _call(program: str, kind: Kind, files: Mapping[int, bytes]) -> tuple[dict[int, Converted], Finished | None]:
    """Run LibreOffice over `files`; return what it wrote, and how it ended (None when it did not start).

    Raises: OSError when there is no room for the files.
    """
    # Windows may hold on to a file for a moment after the process that had it is gone.
    with TemporaryDirectory(prefix="lawcheck-", ignore_cleanup_errors=True) as folder:
        options = write_profile(os.path.join(folder, "profile"))
        output = os.path.join(folder, "out")
        paths = [os.path.join(folder, f"{i}{kind.suffix}") for i in files]
        for path, data in zip(paths, files.values(), strict=True):
            Path(path).write_bytes(data)
        # The names are our own: nothing that a stranger wrote is part of the command.
        arguments = [program, *options, f"--infilter={kind.filter}", "--convert-to", _TO, "--outdir", output]
        seconds = limits.OFFICE_SECONDS + limits.OFFICE_SECONDS_MORE * (len(files) - 1)
        # It draws nothing, and what it keeps at home it keeps here.
        environment = {"HOME": folder, "TMPDIR": folder, "SAL_USE_VCLPLUGIN": "svp"}
        try:
            finished = child.run(
                [*arguments, *paths],
                seconds=seconds,
                memory=limits.OFFICE_MEMORY,
                folder=folder,
                environment=environment,
            )
        except OSError:
            return {}, None
        return dict(_outputs(output, files)), finished


def _outputs(folder: str, files: Mapping[int, bytes]) -> Iterator[tuple[int, Converted]]:
    for i in files:
        path = os.path.join(folder, f"{i}.docx")
        if not os.path.isfile(path):
            continue
        if os.path.getsize(path) > limits.DOCX_FILE_BYTES:
            yield i, over_limit(Text("转换后的文件", "the converted file"), limits.DOCX_FILE_BYTES, limits.BYTES)
            continue
        data = Path(path).read_bytes()
        # One that was being written when the call was broken off has no end.
        if data.startswith(b"PK") and b"PK\x05\x06" in data[-22:]:
            yield i, data


def _broken_off(finished: Finished) -> Refusal:
    if finished.is_late:
        return over_limit(
            Text("LibreOffice 的转换时间", "the time of LibreOffice"), limits.OFFICE_SECONDS, limits.SECONDS
        )
    return Refusal(_BROKE, SAVE_AS)
