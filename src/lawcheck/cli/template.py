"""`lawcheck template`: the skeleton of a report, with what each part must hold."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lawcheck.cli.explain import RULES
from lawcheck.cli.help import Command, Option
from lawcheck.cli.output import check_target, write_file, write_stdout
from lawcheck.cli.session import Session
from lawcheck.cli.values import filled, one_of, year
from lawcheck.errors import UsageError
from lawcheck.wording import Text

if TYPE_CHECKING:
    from lawcheck.handbook.skeleton import Row

_FORMATS = ("txt", "md", "docx")
_MARKDOWN = {"title": "# ", "part": "## ", "topic": "### "}


@click.pass_obj
def _template(
    session: Session, profile: str, year: int, format: str | None, output: str | None, rules: str | None
) -> int:
    from lawcheck.handbook.skeleton import skeleton
    from lawcheck.rulesets import load_ruleset

    chosen = format or _by_suffix(output)
    _check_output(chosen, output)
    rows = skeleton(load_ruleset(rules), profile, year, session.lang)
    if output is None:
        write_stdout(_plain(rows, chosen))
    else:
        write_file(output, _word(rows) if chosen == "docx" else _plain(rows, chosen))
    return 0


def _word(rows: Sequence[Row]) -> bytes:
    from lawcheck.handbook.word import document

    return document(rows)


def _by_suffix(output: str | None) -> str:
    suffix = os.path.splitext(output or "")[1][1:].lower()
    return suffix if suffix in _FORMATS else "txt"


def _check_output(format: str, output: str | None) -> None:
    """Refuse a place that is no place for the skeleton. Raises: UsageError."""
    if output is None:
        if format == "docx":
            raise UsageError("--format docx 要用 --output 写明文件名", "--format docx needs --output FILE")
        return
    check_target(output, ())
    if os.path.lexists(output):  # it may be a skeleton that somebody has filled in since
        raise UsageError(
            f"已经有文件“{output}”；为免盖掉写好的内容，请换一个文件名",
            f'the file "{output}" is there already and may have been filled in; name another',
        )


def _plain(rows: Sequence[Row], format: str) -> str:
    if format == "txt":
        return "".join(f"{row.text}\n" for row in rows)
    return "\n".join(f"{_MARKDOWN.get(row.level, '')}{row.text}\n" for row in rows)


command = Command(
    "template",
    text=Text(
        "写出报告的骨架：标题、主送机关、四个必写的部分、各部分应写的内容和数据、落款。"
        "【】里是提示，开头是规则编号（lawcheck explain 编号 查看说明），写好后应全部换掉；"
        "lawcheck check 会指出没有换掉的。",
        "Write the skeleton of a report: title, addressee, the four parts, what each must hold, signature and date. "
        "In 【】 stand hints that begin with a rule's id (lawcheck explain ID tells more); all are to be replaced, and "
        "lawcheck check finds those that were not.",
    ),
    example="lawcheck template --profile civil-affairs --year 2024 --output 报告.docx\n"
    "lawcheck template --profile department+hubei --year 2024",
    callback=_template,
    params=[
        Option(
            ["--profile"],
            Text("适用范围（默认 national）", "profile (default national)"),
            metavar="ID[+ID]",
            default="national",
        ),
        Option(["--year"], Text("报告年度", "the report year"), callback=year, metavar="YYYY", required=True),
        Option(
            ["--format"],
            Text("输出格式（默认看 --output 的扩展名，否则 txt）", "output format (default by --output, else txt)"),
            metavar="|".join(_FORMATS),
            callback=one_of(*_FORMATS),
        ),
        Option(
            ["--output"],
            Text("写入文件；已有的文件不会被替换", "write to a file, which must not be there yet"),
            callback=filled,
            metavar="FILE",
        ),
        RULES,
    ],
)
