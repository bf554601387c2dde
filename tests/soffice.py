"""A stand-in for LibreOffice that behaves as the content of a file tells it: for what the real one does too rarely.

It is written as a script that is told its files as LibreOffice is. A file that holds HANG stops it for good, CRASH ends
it, SHUT gets no output, HALF gets the first half of one, LARGE one with blanks behind it; any other becomes the Word
file that the test gave.
"""

from __future__ import annotations

import sys
from pathlib import Path

_SCRIPT = """#!{python}
import os, sys, time
from pathlib import Path
options, files = sys.argv[1:], []
output = Path(options[options.index("--outdir") + 1])
files = options[options.index("--outdir") + 2:]
good = Path({good!r}).read_bytes()
with open({log!r}, "a", encoding="utf-8") as log:
    print(*options, sep="\\t", file=log)
output.mkdir()
for name in files:
    data, to = Path(name).read_bytes(), output / (Path(name).stem + ".docx")
    if b"HANG" in data:
        time.sleep(600)
    if b"CRASH" in data:
        os._exit(77)
    if b"SHUT" not in data:
        end = len(good) // 2 if b"HALF" in data else len(good)
        to.write_bytes(good[:end] + (b" " * 4096 if b"LARGE" in data else b""))
"""


class Soffice:
    """The stand-in in a folder: `path` is the program, `calls` the arguments of each call so far."""

    def __init__(self, folder: Path, good: bytes) -> None:
        self.path, self._log = folder / "soffice", folder / "calls"
        (folder / "good.docx").write_bytes(good)
        script = _SCRIPT.format(python=sys.executable, good=str(folder / "good.docx"), log=str(self._log))
        self.path.write_text(script, encoding="utf-8")
        self.path.chmod(0o755)

    @property
    def calls(self) -> list[list[str]]:
        """The arguments of each call."""
        return [line.split("\t") for line in self._log.read_text(encoding="utf-8").splitlines()]

    @property
    def sizes(self) -> list[int]:
        """How many files each call was given."""
        return [len(call) - call.index("--outdir") - 2 for call in self.calls]
