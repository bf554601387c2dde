"""Starting the worker on a PDF, and what to say where it does not come to its end."""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from typing import Any

from lawcheck.readers import child, limits
from lawcheck.readers.layout.sheet import Extract, Piece, Sheet
from lawcheck.readers.refusal import COPY_AGAIN, LOCKED, Refusal, over_limit
from lawcheck.readers.requirement import missing
from lawcheck.readers.xml_events import damaged
from lawcheck.text.fold import SAME_SHAPES
from lawcheck.wording import Text

# The worker finds itself beside this module, and the library where it is told. It reads no environment (-I) and no site
# packages (-S): what else lies there cannot get in its way.
_FOLDER = os.path.dirname(os.path.abspath(__file__))
_START = "import sys; sys.path[:0] = sys.argv[3:]; from worker.program import main; main(*map(int, sys.argv[1:3]))"
_LIBRARY = "pypdfium2_raw"  # the part of pypdfium2 that binds the library: the rest takes as long again to import
_UNLOCK = Text("请去掉密码后再检查，或提供 .docx", "remove the password, or provide the .docx")
FILE = Text("PDF 文件", "PDF file")
_TOO_HARD = Text(
    "PDF 文件无法解析：已损坏，或需要的内存超过上限", "the PDF cannot be parsed: it is damaged or needs too much memory"
)
_PAGES = Text("页", "pages")
_NOT_STARTED = Text("无法启动读取 PDF 的进程", "the process that reads a PDF cannot be started")


def extract(data: bytes) -> Extract:
    """Return what a PDF holds. Raises: Refusal."""
    arguments = str(limits.PDF_PAGES), str(limits.TEXT_CHARACTERS), _FOLDER, _library_folder()
    try:
        finished = child.run(
            [sys.executable, "-I", "-S", "-c", _START, *arguments],
            data=data,
            seconds=limits.PDF_SECONDS,
            memory=limits.PDF_MEMORY,
            most_output=limits.PDF_OUTPUT_BYTES,
        )
    except OSError:
        raise Refusal(_NOT_STARTED) from None
    if finished.is_late:
        raise over_limit(Text("PDF 的读取时间", "time to read the PDF"), limits.PDF_SECONDS, limits.SECONDS)
    if finished.is_too_much:
        raise over_limit(Text("PDF 的文字数据", "text data of the PDF"), limits.PDF_OUTPUT_BYTES, limits.BYTES)
    *pages, last = [json.loads(line) for line in finished.output.splitlines()] if finished.is_good else [{}]
    match last.get("end"):
        case "read":
            sheets = (_sheet(number, page) if page else None for number, page in enumerate(pages, 1))
            return Extract(tuple(sheets), last["attachments"])
        case "locked":
            raise Refusal(LOCKED, _UNLOCK)
        case "pages":
            raise over_limit(Text("PDF 的页数", "number of pages of the PDF"), limits.PDF_PAGES, _PAGES)
        case "characters":
            raise over_limit(Text("文字", "text"), limits.TEXT_CHARACTERS, limits.CHARACTERS)
        case "damaged":
            raise damaged(FILE)
        case "library":
            raise missing("pdf")
    raise Refusal(_TOO_HARD, COPY_AGAIN)


def _library_folder() -> str:
    """Return the folder that the library is imported from: the worker looks nowhere else."""
    spec = find_spec(_LIBRARY)
    if spec is None or spec.origin is None:
        raise missing("pdf")
    return os.path.dirname(os.path.dirname(os.path.abspath(spec.origin)))


def _sheet(number: int, page: dict[str, Any]) -> Sheet:
    pieces = (Piece._make((*place, text.translate(SAME_SHAPES))) for *place, text in page["pieces"])
    return Sheet(
        number,
        page["width"],
        page["height"],
        tuple(pieces),
        tuple(map(tuple, page["rules"])),
        page["pictures"],
        page["paths"],
        page["is_seen"],
        page["passed"],
        page["turned"],
        page["slanted"],
    )
