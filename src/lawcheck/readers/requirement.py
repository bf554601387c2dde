"""What a format needs beyond the core: the one place that knows which package or program, and how to get it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from lawcheck.errors import UsageError
from lawcheck.readers.formats import FORMATS, spaced
from lawcheck.readers.refusal import Refusal
from lawcheck.wording import Text

DISTRIBUTION = "lawcheck-cn"


@dataclass(frozen=True, slots=True)
class Package:
    """A package that a format is built on: as pip calls it, as Python imports it, and the extra that brings it."""

    name: str
    module: str
    extra: str

    @property
    def advice(self) -> Text:
        """What to do where it is missing."""
        command = f"pip install '{DISTRIBUTION}[{self.extra}]'"
        return Text(f"请安装：{command}", f"install it: {command}")


@dataclass(frozen=True, slots=True)
class Program:
    """A program that a reader starts; `variable` is the environment variable that may say where it is."""

    name: str
    variable: str
    advice: Text


LIBREOFFICE = Program(
    "LibreOffice",
    "LAWCHECK_SOFFICE",
    Text(
        "请安装 LibreOffice（免费），或用 Word、WPS 另存为 .docx",
        "install LibreOffice (it is free), or save it as .docx in Word or WPS",
    ),
)
JINJA = Package("Jinja2", "jinja2", "report")
XLSXWRITER = Package("XlsxWriter", "xlsxwriter", "report")
PYTHON_DOCX = Package("python-docx", "docx", "docx")
# By format; a format that is not here is read by the core alone.
REQUIREMENTS: dict[str, Package | Program] = {
    "doc": LIBREOFFICE,
    "rtf": LIBREOFFICE,
    "pdf": Package("pypdfium2", "pypdfium2_raw", "pdf"),
}


def require(format_id: str) -> ModuleType:
    """Import and return the package that the format's reader is built on.

    Raises: Refusal that names it and how to install it, where it is missing or does not load.
    """
    package = REQUIREMENTS[format_id]
    if not isinstance(package, Package):
        raise TypeError(f"{format_id} is read by a program")
    try:
        return import_module(package.module)
    except (ImportError, OSError):  # OSError: a library inside the package that this system cannot load
        raise missing(format_id) from None


def missing(format_id: str) -> Refusal:
    """Return the refusal of a document whose format needs something that is not there."""
    needed, label = REQUIREMENTS[format_id], FORMATS[format_id].label
    return Refusal(
        Text(f"读取{spaced(label)}需要 {needed.name}", f"reading {label.en} needs {needed.name}"), needed.advice
    )


def require_for(result: Text, package: Package) -> ModuleType:
    """Import and return a package that a kind of result is built on.

    Raises: UsageError that names it and how to install it, where it is missing or does not load.
    """
    try:
        return import_module(package.module)
    except (ImportError, OSError):
        raise UsageError(
            f"输出{result}需要 {package.name}。{package.advice}",
            f"{result.en} needs {package.name}; {package.advice.en}",
        ) from None
