"""Where LibreOffice is on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from glob import glob

from lawcheck.readers import child
from lawcheck.readers.refusal import Refusal, printable
from lawcheck.readers.requirement import LIBREOFFICE, missing
from lawcheck.wording import Text

_VERSION_SECONDS = 20
# Where its own installers put it, newest first; distributions put it on PATH.
_KNOWN = {
    "darwin": ("/Applications/LibreOffice*.app/Contents/MacOS/soffice",),
    "win32": (
        r"C:\Program Files\LibreOffice*\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice*\program\soffice.com",
    ),
}
_KNOWN_ELSEWHERE = (
    "/opt/libreoffice*/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
)
_NAMES = {"win32": ("soffice.com", "soffice.exe")}
_WRONG = Text(
    f"环境变量 {LIBREOFFICE.variable} 指的不是可以运行的程序：",
    f"the environment variable {LIBREOFFICE.variable} names no program: ",
)
_POINT = Text("请把它改为 soffice 的完整路径，或去掉它", "set it to the full path of soffice, or remove it")


def locate(format_id: str) -> str:
    """Return the path of LibreOffice's program. Raises: Refusal where there is none, for a file of that format."""
    told = os.environ.get(LIBREOFFICE.variable, "")
    if told:
        if not _is_program(told):
            shown = printable(told)
            raise Refusal(Text(f"{_WRONG}{shown}", f"{_WRONG.en}{shown}"), _POINT)
        return told
    path = next(filter(_is_program, _places()), None)
    if path is None:
        raise missing(format_id)
    return path


def version(path: str) -> str | None:
    """Return the version that the program says it is, such as `7.4.7.2`; None when it does not say."""
    try:
        finished = child.run([path, "--version"], seconds=_VERSION_SECONDS)
    except OSError:
        return None
    words = finished.output.decode("utf-8", "replace").split()
    return words[1] if finished.is_good and words[:1] == [LIBREOFFICE.name] and len(words) > 1 else None


def _places() -> Iterator[str]:
    # Not shutil.which: on Windows it looks in the current folder first, and that may be a folder of strangers' files.
    for folder in os.get_exec_path():
        if os.path.isabs(folder):
            yield from (os.path.join(folder, name) for name in _NAMES.get(sys.platform, ("soffice", "libreoffice")))
    for place in _KNOWN.get(sys.platform, _KNOWN_ELSEWHERE):
        yield from sorted(glob(place), reverse=True)


def _is_program(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)
