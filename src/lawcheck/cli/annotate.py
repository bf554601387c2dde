"""`lawcheck annotate`: read, check, write a copy with the findings as comments."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import click

from lawcheck.cli.explain import RULES
from lawcheck.cli.help import Command, Option
from lawcheck.cli.options import AS_OF, FAILING, META, PROFILE, STRICT, YEAR
from lawcheck.cli.output import check_target, wants_colour, write_file, write_stdout
from lawcheck.cli.session import Session, gravest
from lawcheck.cli.values import filled, one_of
from lawcheck.errors import UsageError
from lawcheck.wording import Text

if TYPE_CHECKING:
    from lawcheck.model.checklist import Checklist, FailOn, Severity
    from lawcheck.model.document import Document
    from lawcheck.renderers import Style

_LEAST = ("error", "warning", "info")
_WORD = (".docx", ".docm", ".dotx", ".dotm")
_PAGE = (".html", ".htm")
_WRITTEN = Text(
    "已写好：{target}（{n} 条批注；原文件没有改动）", "Written: {target} ({n} comments; original unchanged)"
)
_WRITTEN_PAGE = Text("已写好：{target}（原文件没有改动）", "Written: {target} (original unchanged)")
_RESULT = Text("结论：", "Result: ")


@click.pass_obj
def _annotate(
    session: Session,
    path: str,
    output: str | None,
    force: bool,
    min_severity: Severity,
    profile: str | None,
    year: int | None,
    meta: dict[str, str],
    as_of: date | None,
    fail_on: FailOn,
    strict: bool,
    rules: str | None,
) -> int:
    """Check the document and write the copy; return the exit code."""
    from lawcheck import api
    from lawcheck.cli.encoding import as_utf8
    from lawcheck.renderers import Style

    api.check_meta(meta)
    _check_paths(path, output)
    ruleset = api.load_ruleset(rules, profile=profile, year=year)
    document = api.read(path, name=as_utf8(path))
    target = _target(path, output, document)
    check_target(target, [path])
    if not force:
        _check_untouched(target)
    checklist = api.check(document, meta=meta, ruleset=ruleset, as_of=as_of)
    for told in (*checklist.limits, *document.warnings):
        session.say(Text(f"{document.name}：{told}", f"{document.name}: {told.en}"))
    # `never` is about the exit code: a copy that calls every report correct would help nobody.
    style = Style(session.lang, "warning" if fail_on == "never" else fail_on, strict)
    _write(path, target, checklist, style, min_severity)
    codes = [3 if checklist.limits else 0, 0 if checklist.passed(fail_on, strict) else 1]
    return gravest(codes)


def _check_paths(path: str, output: str | None) -> None:
    """Refuse what is clear before anything is read. Raises: UsageError."""
    from lawcheck.cli.files import COPY, STDIN
    from lawcheck.renderers import check_ready

    if path == STDIN:
        raise UsageError("annotate 要一个文件，不能从标准输入 - 读取", "annotate takes a file, not standard input -")
    if output is None and os.path.splitext(path)[0].endswith(COPY):
        raise UsageError(
            f"“{path}”看来就是加了批注的副本；请对原文件运行，或用 --output 写明另存到哪里",
            f'"{path}" seems to be a copy with comments; name the original, or say with --output where to write',
        )
    if output is not None:
        if os.path.splitext(output)[1].lower() not in (*_WORD, *_PAGE):
            raise UsageError(
                f"--output 的扩展名应是 .docx 或 .html：{output}", f"--output ends in .docx or .html: {output}"
            )
        check_target(output, [path])
        if _is_page(output):
            check_ready("html")


def _is_page(target: str) -> bool:
    return os.path.splitext(target)[1].lower() in _PAGE


def _target(path: str, output: str | None, document: Document) -> str:
    """Return where the copy goes. Raises: UsageError for a suffix that does not fit."""
    from lawcheck.cli.files import COPY

    stem, suffix = os.path.splitext(path)
    # Word opens a file with macros, or a template, under no other suffix.
    kept = suffix if document.format == "docx" and suffix.lower() in _WORD else ".docx"
    if output is None:
        return f"{stem}{COPY}{kept}"
    given = os.path.splitext(output)[1].lower()
    if given not in (kept.lower(), *_PAGE):
        raise UsageError(
            f"--output 的扩展名应是 {kept.lower()} 或 .html：{output}",
            f"--output ends in {kept.lower()} or .html: {output}",
        )
    return output


def _check_untouched(target: str) -> None:
    """Refuse to overwrite a Word file in which somebody may have worked. Raises: UsageError."""
    from lawcheck.annotation import is_untouched
    from lawcheck.readers.refusal import Refusal
    from lawcheck.readers.source import take

    if _is_page(target) or not os.path.lexists(target):
        return
    try:
        if is_untouched(take(target).data):
            return
    except Refusal:
        pass
    raise UsageError(
        f"“{target}”已经在那里，可能有人改过；加 --force 覆盖，或用 --output 另写一个文件名",
        f'"{target}" is there, and somebody may have worked in it; --force replaces it, --output names another',
    )


def _write(path: str, target: str, checklist: Checklist, style: Style, least: Severity) -> None:
    """Write the copy and say so. Raises: LawcheckError."""
    from dataclasses import replace

    from lawcheck.annotation import annotate
    from lawcheck.readers.source import take
    from lawcheck.renderers import render
    from lawcheck.renderers.conclusion import conclusion
    from lawcheck.renderers.ink import labelled, lines

    if _is_page(target):
        write_file(target, render("html", [checklist], [], style=style))
        told = _WRITTEN_PAGE.fill({"target": target})
    else:
        copy = annotate(checklist, take(path).data, style, least=least)
        write_file(target, copy.data)
        told = _WRITTEN.fill({"target": target, "n": str(copy.comments)})
    style = replace(style, colour=wants_colour())
    rows = [*lines(told, style), *labelled(_RESULT, conclusion(checklist, style).words, style)]
    write_stdout("".join(f"{row}\n" for row in rows))


command = Command(
    "annotate",
    text=Text(
        "检查一份报告，另写一份加了批注的 Word 文件（报告.docx 得到 报告.批注.docx）：每条结果批注在所指的文字上，"
        "缺的内容批注在它应在的地方，标题上有一条汇总。原文件不改动，正文一字不差，原有的批注都保留。"
        "不是 Word 文件的，用它的文字排成 Word 文件再加批注。退出码与 check 相同。",
        "Check a report and write a copy in Word with the findings as comments (report.docx gives report.批注.docx): "
        "each at its phrase, what is missing where it belongs, a summary at the title. The original is never changed; "
        "text and comments of others stay. Of other formats the text is set as a Word file. Exit codes as of check.",
    ),
    example="lawcheck annotate 报告.docx\nlawcheck annotate 报告.pdf --output 批注稿.docx --fail-on never",
    callback=_annotate,
    params=[
        click.Argument(["path"], required=True, metavar="FILE", callback=filled),
        Option(
            ["--output"],
            Text("副本的文件名：.docx，或 .html（网页）", "the copy: .docx, or .html for a page"),
            callback=filled,
            metavar="FILE",
        ),
        Option(
            ["--force"],
            Text("覆盖已有的、可能改动过的副本", "replace a copy in which somebody may have worked"),
            is_flag=True,
        ),
        Option(
            ["--min-severity"],
            Text("哪一级以上写成批注（默认 info，全部）", "from which severity on comments are written (default info)"),
            metavar="|".join(_LEAST),
            callback=one_of(*_LEAST),
            default="info",
        ),
        PROFILE,
        YEAR,
        META,
        AS_OF,
        FAILING,
        STRICT,
        RULES,
    ],
)
