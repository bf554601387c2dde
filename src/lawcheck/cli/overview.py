"""`lawcheck overview`: check many reports, and write what a reviewer wants to know of them."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import click

from lawcheck.cli.check import Wanted, check_output
from lawcheck.cli.explain import RULES
from lawcheck.cli.folder import check_folder
from lawcheck.cli.help import Command, Option
from lawcheck.cli.options import AS_OF, FAILING, META, PROFILE, STRICT, YEAR
from lawcheck.cli.output import check_target
from lawcheck.cli.session import Session, gravest
from lawcheck.cli.survey import SHEET, Places, Run
from lawcheck.cli.values import filled
from lawcheck.errors import UsageError
from lawcheck.version import __version__
from lawcheck.wording import Text, in_language

if TYPE_CHECKING:
    from lawcheck.cli.files import Inputs
    from lawcheck.model.checklist import FailOn

STATE = ".state.jsonl"  # behind the name of the output
_KINDS = {".xlsx": "xlsx", ".html": "html", ".htm": "html", ".csv": "csv"}


@click.pass_obj
def _overview(
    session: Session,
    paths: tuple[str, ...],
    output: str,
    expect: str | None,
    sheets: str | None,
    letters: str | None,
    cache: str | None,
    no_cache: bool,
    profile: str | None,
    year: int | None,
    meta: dict[str, str],
    as_of: date | None,
    fail_on: FailOn,
    strict: bool,
    rules: str | None,
) -> int:
    """Check the documents and write the overview; return the exit code."""
    from lawcheck import api
    from lawcheck.cli.files import inputs
    from lawcheck.model.checklist import Tool
    from lawcheck.overview.expected import expected_units
    from lawcheck.overview.store import Store
    from lawcheck.overview.survey import survey
    from lawcheck.renderers import Style

    if "-" in paths:
        raise UsageError("overview 要文件或文件夹，不能从标准输入 - 读取", "overview takes files and folders, not -")
    places = Places(output, _kind(output), None if no_cache else cache or output + STATE, sheets, letters)
    _check_ready(places)
    api.check_meta(meta)
    documents = inputs(paths)
    _check_places(places, documents, rules, expect, session.lang)
    expected = None if expect is None else expected_units(expect)
    ruleset = api.load_ruleset(rules, profile=profile, year=year)
    tool = Tool(__version__, ruleset.id, ruleset.sha256, None if as_of is None else as_of.isoformat())
    style = Style(session.lang, fail_on, strict)
    wanted = Wanted(ruleset, meta, as_of, "-")
    store = Store()
    try:
        asked = {"profile": ruleset.profile or profile, "year": ruleset.year or year, "meta": sorted(meta.items())}
        run = Run(session, places, wanted, style, tool, asked)
        entries, links = run.gather(documents, store)
        found = survey(
            entries, documents.unreadable, store.details, tool=tool, expected=expected, year=year, as_of=as_of
        )
        code = run.write(found, links, store)
    finally:
        store.close()
    codes = [3 for e in entries if e.summary is not None and e.summary.is_limited]
    codes += [1 for e in entries if e.summary is not None and e.summary.mends]
    unreadable = [*documents.unreadable, *(e.unreadable for e in entries if e.unreadable is not None)]
    return gravest([code, *codes, *(u.exit for u in unreadable)])


def _kind(output: str) -> str:
    suffix = os.path.splitext(output)[1].lower()
    if suffix not in _KINDS:
        raise UsageError(
            f"--output 的扩展名应是 .xlsx、.html 或 .csv：{output}", f"--output ends in .xlsx, .html or .csv: {output}"
        )
    return _KINDS[suffix]


def _check_ready(places: Places) -> None:
    """Refuse what needs a package that is missing, before any work is done. Raises: UsageError."""
    from lawcheck.overview.letter import LETTER
    from lawcheck.readers.requirement import PYTHON_DOCX, require_for
    from lawcheck.renderers import check_ready

    for format in (places.kind, *(["html"] if places.sheets is not None else [])):
        check_ready(format)
    if places.letters is not None:
        require_for(LETTER, PYTHON_DOCX)


def _check_places(places: Places, documents: Inputs, rules: str | None, expect: str | None, lang: str) -> None:
    """Refuse places that are no places for results. Raises: UsageError."""
    from lawcheck.overview.store import is_state

    check_output(places.output, documents, rules)
    listed = [] if expect is None else [expect]
    check_target(places.output, listed)
    if places.state is not None:
        check_target(places.state, [*documents.paths, *listed], option="--cache")
        if not is_state(places.state):
            raise UsageError(
                f"--cache 的文件里是别的内容，不会覆盖它；请换一个文件名：{places.state}",
                f"the file of --cache holds something else and is left alone; name another: {places.state}",
            )
        if os.path.abspath(places.state) == os.path.abspath(places.output):
            raise UsageError("--cache 和 --output 不能是同一个文件", "--cache and --output cannot be the same file")
    if places.sheets is not None:
        check_folder("--sheets", places.sheets, documents, ".html", own=in_language(SHEET, lang))
    if places.letters is not None:
        check_folder("--letters", places.letters, documents, ".docx")


command = Command(
    "overview",
    text=Text(
        "检查一批报告，写出供审核用的总览：各单位各项内容齐缺（最需要看的在前）、谁没有交、时间是否逾期、单位之间相同的段落，"
        "点击单位名称可看它的发现项。没有变化的文件下次不再重新检查。退出码与 check 相同；名单上没有交的不影响退出码。",
        "Check many reports and write an overview for reviewers: units by elements (the worst first), who is missing, "
        "what is late, passages that units share, and the findings of each unit one click away. Files that have not "
        "changed are not checked again. Exit codes as of check; units that did not report do not count.",
    ),
    example=(
        "lawcheck overview 报告文件夹 -o 总览.xlsx --expect 名单.csv\n"
        "lawcheck overview 报告文件夹 -o 总览.html --letters 退改意见 --year 2024"
    ),
    callback=_overview,
    params=[
        click.Argument(["paths"], nargs=-1, required=True, metavar="PATH…"),
        Option(
            ["--output", "-o"],
            Text("总览：.xlsx、.html 或 .csv（可简写为 -o）", "the overview: .xlsx, .html or .csv (or -o)"),
            callback=filled,
            required=True,
            metavar="FILE",
        ),
        Option(
            ["--expect"],
            Text("应当报告的单位名单：CSV，一列单位名称", "who has to report: CSV, a column of names"),
            callback=filled,
            metavar="FILE",
        ),
        Option(
            ["--letters"],
            Text(
                "给需要修改的单位各写一份退改意见（Word）", "write a letter in Word to each unit with something to mend"
            ),
            callback=filled,
            metavar="FOLDER",
        ),
        Option(
            ["--sheets"],
            Text("另给每份报告写一张网页检查单", "write an HTML sheet of each report too"),
            callback=filled,
            metavar="FOLDER",
        ),
        Option(
            ["--cache"],
            Text(
                "记下已检查内容的文件（默认为 总览名.state.jsonl）",
                "what has been checked (default: OUTPUT.state.jsonl)",
            ),
            callback=filled,
            metavar="FILE",
        ),
        Option(["--no-cache"], Text("不记，也不用以前记下的", "keep nothing, and use nothing kept"), is_flag=True),
        PROFILE,
        YEAR,
        META,
        AS_OF,
        FAILING,
        STRICT,
        RULES,
    ],
)
