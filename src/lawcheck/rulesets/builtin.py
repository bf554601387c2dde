"""Where the shipped rules are: inside the package once installed, else in the checkout that the package runs from."""

from __future__ import annotations

from importlib.resources import files as package_files
from importlib.resources.abc import Traversable
from pathlib import Path

from lawcheck.rulesets.fault import whole
from lawcheck.rulesets.layout import FOLDERS, SUFFIX, TOP_FILES
from lawcheck.wording import Text

ID = "builtin"
PREFIX = "builtin:"  # of file names in messages, whatever machine they are on

_NOT_THERE = Text(
    "内置规则没有随程序安装，或读不了；请重新安装 lawcheck-cn",
    "the shipped rules were not installed or cannot be read; install lawcheck-cn again",
)


def root() -> Traversable:
    """Return the folder of the shipped rules.

    Raises: RuleSetError when they were not installed.
    """
    package = package_files("lawcheck")
    packaged = package / "_rules"
    if packaged.is_dir():
        return packaged
    # An editable install imports from src/, where the build put nothing.
    if isinstance(package, Path) and package.parent.name == "src":
        checkout = package.parent.parent / "rules"
        if checkout.is_dir():
            return checkout
    raise whole(ID, _NOT_THERE)


def read() -> dict[str, bytes]:
    """Return the shipped rule files by their names relative to `root()`. Raises: RuleSetError."""
    folder = root()
    found = {name: folder / name for name in TOP_FILES}
    for sub in FOLDERS:
        if (folder / sub).is_dir():
            found |= {f"{sub}/{f.name}": f for f in (folder / sub).iterdir() if f.name.endswith(SUFFIX)}
    try:
        return {name: file.read_bytes() for name, file in sorted(found.items()) if file.is_file()}
    except OSError:
        raise whole(ID, _NOT_THERE) from None
