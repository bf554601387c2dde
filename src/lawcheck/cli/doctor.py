"""`lawcheck doctor`: what can be read on this machine, and what to install for the rest."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from lawcheck.cli.help import Command, Option
from lawcheck.cli.output import write_stdout
from lawcheck.cli.session import Session
from lawcheck.cli.values import one_of
from lawcheck.version import __version__
from lawcheck.wording import Text

if TYPE_CHECKING:
    from lawcheck.readers.survey import Support
    from lawcheck.renderers.style import Style

SCHEMA = "lawcheck.doctor/1"
_CORE = ("click", "pydantic", "PyYAML", "regex")
_FORMATS = ("text", "json")
_SUFFIXES = 25
_READ = Text("文件格式（√ 能读，× 还缺东西）", "Formats (√ can be read, × something is missing)")
_PACKAGES, _PROGRAM = Text("程序包：", "Packages: "), Text("程序：", "Program: ")
_ABSENT = Text("没有安装", "not installed")
_UNKNOWN = Text("版本不明", "version unknown")


@click.pass_obj
def _doctor(session: Session, format: str) -> int:
    from lawcheck.readers.survey import survey
    from lawcheck.renderers.style import Style

    found = survey()
    if format == "json":
        import json

        write_stdout(json.dumps(_tree(found), ensure_ascii=False, indent=2) + "\n")
    else:
        write_stdout("".join(f"{line}\n" for line in _lines(found, Style(session.lang))))
    return 0


def _tree(found: Sequence[Support]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "tool": {"name": "lawcheck", "version": __version__},
        "python": platform.python_version(),
        "system": platform.system(),
        "formats": [
            {
                "id": one.format.id,
                "suffixes": one.format.suffixes.split(),
                "readable": one.refusal is None,
                "needs": None if one.needs is None else one.needs.name,
                "version": one.version,
                "path": one.path,
                "advice": None if one.refusal is None else str(one.refusal.advice),
            }
            for one in found
        ],
        "packages": _versions(found),
    }


def _versions(found: Sequence[Support]) -> dict[str, str | None]:
    from lawcheck.readers.requirement import Package
    from lawcheck.readers.survey import installed

    needed = [one.needs.name for one in found if isinstance(one.needs, Package)]
    return {name: installed(name) for name in (*_CORE, *needed)}


def _lines(found: Sequence[Support], style: Style) -> Iterator[str]:
    from lawcheck.renderers.ink import labelled
    from lawcheck.wording import in_language

    told = f"lawcheck {__version__} (lawcheck-cn), Python {platform.python_version()}, {platform.system()}"
    yield from (told, "", in_language(_READ, style.lang))
    for one in found:
        yield from _format_lines(one, style)
    yield ""
    versions = [f"{name} {version or in_language(_ABSENT, style.lang)}" for name, version in _versions(found).items()]
    yield from labelled(_PACKAGES, ", ".join(versions), style)
    yield from _program_lines(found, style)
    yield from _install_lines(found, style)


def _format_lines(one: Support, style: Style) -> Iterator[str]:
    from lawcheck.renderers.ink import lines
    from lawcheck.text.width import pad, width

    suffixes, label = pad(" ".join(one.format.suffixes.split()), _SUFFIXES), one.format.label
    if one.refusal is not None:
        lead = f"  × {suffixes}"
        yield from lines(one.refusal.reason, style, lead=lead)
        yield from lines(one.refusal.advice, style, lead=" " * width(lead))
    elif one.needs is not None:
        by = f"{one.needs.name} {one.version}" if one.version else one.needs.name
        yield from lines(Text(f"{label}，用 {by}", f"{label.en}, by {by}"), style, lead=f"  √ {suffixes}")
    else:
        yield from lines(label, style, lead=f"  √ {suffixes}")


def _program_lines(found: Sequence[Support], style: Style) -> Iterator[str]:
    from lawcheck.readers.requirement import LIBREOFFICE
    from lawcheck.renderers.ink import labelled, lines

    name, variable = LIBREOFFICE.name, LIBREOFFICE.variable
    here = next((one for one in found if one.needs is LIBREOFFICE and one.path), None)
    if here is not None:
        version = Text(f"{name} {here.version or _UNKNOWN}", f"{name} {here.version or _UNKNOWN.en}")
        yield from labelled(_PROGRAM, Text(f"{version}，{here.path}", f"{version.en}, {here.path}"), style)
    else:
        yield from labelled(_PROGRAM, Text(f"{name} {_ABSENT}", f"{name} {_ABSENT.en}"), style)
    told = Text(
        f"{name} 装在别处时，把环境变量 {variable} 设为 soffice 的完整路径。",
        f"Where {name} is elsewhere, set the environment variable {variable} to the full path of soffice.",
    )
    yield from lines(told, style)


def _install_lines(found: Sequence[Support], style: Style) -> Iterator[str]:
    from lawcheck.readers.requirement import DISTRIBUTION, Package
    from lawcheck.renderers.ink import labelled

    if any(one.refusal is not None and isinstance(one.needs, Package) for one in found):
        yield from labelled(
            Text("缺的程序包一次装齐：", "All packages at once: "), f"pip install '{DISTRIBUTION}[office]'", style
        )


command = Command(
    "doctor",
    text=Text(
        "列出本机能读哪些格式、各用什么程序和版本，读不了的要安装什么。",
        "Tell which formats can be read here, by what and in which version, and what to install for the others.",
    ),
    example="lawcheck doctor\nlawcheck doctor --format json",
    callback=_doctor,
    params=[
        Option(
            ["--format"],
            Text("输出格式（默认 text）", "output format (default text)"),
            metavar="|".join(_FORMATS),
            callback=one_of(*_FORMATS),
            default="text",
        )
    ],
)
