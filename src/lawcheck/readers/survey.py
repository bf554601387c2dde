"""Which formats can be read on this machine, and what is missing for the others."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from lawcheck.readers.formats import FORMATS, Format
from lawcheck.readers.office import program
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.requirement import REQUIREMENTS, Package, Program, require


@dataclass(frozen=True, slots=True)
class Support:
    """One format with a reader: what it needs, if anything, which version of it is here, and where a program is.

    `refusal` is what a document of the format would be told, None when it can be read.
    """

    format: Format
    needs: Package | Program | None = None
    version: str | None = None
    path: str | None = None
    refusal: Refusal | None = None


def survey() -> tuple[Support, ...]:
    """Try each reader's requirement out and return how it stands, in the order of the list of formats."""
    return tuple(_support(format) for format in FORMATS.values() if format.module)


def installed(package: str) -> str | None:
    """Return the version of an installed package, as pip calls it; None when there is none."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _support(format: Format) -> Support:
    needs = REQUIREMENTS.get(format.id)
    if needs is None:
        return Support(format)
    try:
        if isinstance(needs, Program):
            path = program.locate(format.id)
            return Support(format, needs, program.version(path), path)
        require(format.id)
        return Support(format, needs, installed(needs.name))
    except Refusal as refusal:
        return Support(format, needs, refusal=refusal)
