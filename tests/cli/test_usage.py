from __future__ import annotations

from typing import get_args

import pytest

from lawcheck.cli.check import command as check
from lawcheck.cli.help import Option
from lawcheck.cli.options import FAIL_ON
from lawcheck.cli.program import program
from lawcheck.model.checklist import FailOn
from lawcheck.renderers import FORMATS
from lawcheck.text.width import width
from lawcheck.version import __version__
from tests.cli.conftest import Run

COMMANDS = sorted(program.table)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ([], f"缺少命令，可用的有：{'、'.join(COMMANDS)}（lawcheck --help 查看说明）"),
        (["chek", "a.txt"], "没有命令“chek”，是否要用 check"),
        (["什么"], f"没有命令“什么”，可用的有：{'、'.join(COMMANDS)}"),
        (["check"], "缺少参数 PATH…（lawcheck check --help 查看说明）"),
        (["check", "a.txt", "--formt", "json"], "没有选项 --formt，是否要用 --format"),
        (["check", "a.txt", "--jobs", "4"], "没有选项 --jobs（lawcheck check --help 查看说明）"),
        (["check", "a.txt", "--format", "pdf"], f"--format 不能是“pdf”，可用的有：{'、'.join(FORMATS)}"),
        (["check", "--lang", "cn", "a.txt"], "--lang 不能是“cn”，可用的有：zh、en"),
        (["check", "a.txt", "--format", "jso"], f"--format 不能是“jso”，可用的有：{'、'.join(FORMATS)}；是否要用 json"),
        (["check", "a.txt", "--year"], "选项 --year 后面缺少值（lawcheck check --help 查看说明）"),
        (["check", "a.txt", "--strict=1"], "选项 --strict 后面不带值（lawcheck check --help 查看说明）"),
        (["check", "a.txt", "--year", "２０２４"], "--year 不能是“２０２４”，应是四位数的年份，例如 2024"),
        (["check", "a.txt", "--as-of", "20250301"], "--as-of 不能是“20250301”，应是日期，例如 2025-03-01"),
        (["check", "a.txt", "--as-of", "2025-W09-6"], "--as-of 不能是“2025-W09-6”，应是日期，例如 2025-03-01"),
        (["check", "a.txt", "--year", "1999"], "年度 1999 不对：应是 2000 至 2099 之间的四位数"),
        (["check", "a.txt", "--year", "2100"], "年度 2100 不对：应是 2000 至 2099 之间的四位数"),
        (["check", "a.txt", "--output="], "--output 的值是空的，应写明路径或文件名"),
        (["check", "a.txt", "--rules="], "--rules 的值是空的，应写明路径或文件名"),
        (["check", "-", "--stdin-filename", ""], "--stdin-filename 的值是空的，应写明路径或文件名"),
        (["rules", "lint", ""], "FOLDER 的值是空的，应写明路径或文件名"),
        (["rules", "list", "--profile"], "选项 --profile 后面缺少值（lawcheck rules list --help 查看说明）"),
        (["rules", "--lang"], "选项 --lang 后面缺少值（lawcheck rules --help 查看说明）"),
        (["--debug=1"], "选项 --debug 后面不带值（lawcheck --help 查看说明）"),
        (["check", "a.txt", "--as-of", "2025-02-30"], "--as-of 不能是“2025-02-30”，应是日期，例如 2025-03-01"),
        (["check", "a.txt", "--meta", "甲"], "--meta 不能是“甲”，应写成 名称=值，例如 published=2025-03-01"),
        (["check", "a.txt", "--lang", "fr"], "--lang 不能是“fr”，可用的有：zh、en"),
        (["rules"], "缺少命令，可用的有：lint、list、prove、show、test（lawcheck rules --help 查看说明）"),
        (["rules", "show", "E120", "E121"], "命令行有多余的内容：E121（lawcheck rules show --help 查看说明）"),
        (["explain"], "缺少参数 ID…（lawcheck explain --help 查看说明）"),
        (["template"], "缺少参数 --year（lawcheck template --help 查看说明）"),
        (["template", "--year", "1999"], "年度 1999 不对：应是 2000 至 2099 之间的四位数"),
    ],
)  # fmt: skip
def test_a_mistake_on_the_command_line_is_one_chinese_line_that_says_what_is_valid(
    run: Run, argv: list[str], message: str
) -> None:
    outcome = run(*argv)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"lawcheck: {message}\n")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--lang", "en"], f"missing command; valid are: {', '.join(COMMANDS)} (lawcheck --help explains)"),
        (["check", "a.txt", "--lang=en", "--formt", "json"], "no option --formt; did you mean --format"),
        (["check", "--lang", "en"], "missing argument PATH… (lawcheck check --help explains)"),
    ],
)
def test_mistakes_are_told_in_english_when_asked_for(run: Run, argv: list[str], message: str) -> None:
    outcome = run(*argv)
    assert (outcome.code, outcome.err) == (2, f"lawcheck: {message}\n")


def test_the_version_names_the_distribution(run: Run) -> None:
    outcome = run("--version")
    assert (outcome.code, outcome.out) == (0, f"lawcheck {__version__} (lawcheck-cn)\n")


@pytest.mark.parametrize("command", [(), ("check",), ("rules",), ("rules", "list"), ("explain",)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_explains_itself_within_80_cells(run: Run, command: tuple[str, ...], lang: str) -> None:
    outcome = run(*command, "--help", "--lang", lang)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("用法：lawcheck" if lang == "zh" else "Usage: lawcheck")
    assert [line for line in outcome.out.splitlines() if width(line) > 80] == []


def test_the_help_of_check_explains_every_option(run: Run) -> None:
    shown = run("check", "--help").out
    assert [p.opts[0] for p in check.params if isinstance(p, Option) and f"  {p.usage}" not in shown] == []


def test_the_thresholds_offered_are_those_of_the_library() -> None:
    assert get_args(FailOn) == FAIL_ON
