"""What the suffix of a file's name claims: the one list of suffixes."""

from __future__ import annotations

from os.path import splitext

# The formats in which a report is kept. What no reader takes yet is listed too: it is refused by name, not passed over.
_REPORT = {
    "txt": ".txt .text",
    "md": ".md .markdown",
    "docx": ".docx .docm .dotx .dotm",
    "doc": ".doc .dot .wps .wpt",
    "pdf": ".pdf",
    "rtf": ".rtf",
    "odt": ".odt",
    "ofd": ".ofd",
    "html": ".htm .html .xhtml .mht .mhtml",
}
_OTHER = {
    "sheet": ".xls .xlsx .et",
    "slides": ".ppt .pptx .dps",
    "jpeg": ".jpg .jpeg",
    "png": ".png",
    "gif": ".gif",
    "tiff": ".tif .tiff",
    "archive": ".zip .rar .7z .gz",
}
_FORMATS = {suffix: id for id, suffixes in {**_REPORT, **_OTHER}.items() for suffix in suffixes.split()}


def claimed_format(name: str) -> str:
    """Return the format id that the name's suffix claims; empty when it claims none."""
    return _FORMATS.get(splitext(name)[1].lower(), "")


def may_be_report(name: str) -> bool:
    """Say whether a file of this name may hold a report, in a format that a reader takes or refuses."""
    return claimed_format(name) in _REPORT
