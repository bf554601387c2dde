"""Options of every command that checks reports."""

from __future__ import annotations

from lawcheck.cli.help import Option
from lawcheck.cli.values import day, key_values, one_of, year
from lawcheck.wording import Text

FAIL_ON = ("error", "warning", "info", "never")

PROFILE = Option(
    ["--profile"],
    Text("适用范围，例如 civil-affairs 或 department+hubei（默认自动判断）", "profile (default: detected)"),
    metavar="ID[+ID]",
)
YEAR = Option(["--year"], Text("应报告的年度", "the report year expected"), callback=year, metavar="YYYY")
META = Option(
    ["--meta"],
    Text("报告之外的信息，例如 published=2025-03-01，可重复", "what the file does not tell; repeatable"),
    callback=key_values,
    multiple=True,
    metavar="KEY=VALUE",
)
AS_OF = Option(
    ["--as-of"],
    Text("以哪一天为“今天”（默认不用日期）", "the day that counts as today (default: none)"),
    callback=day,
    metavar="DATE",
)
FAILING = Option(
    ["--fail-on"],
    Text("哪一级以上算需修改（默认 warning）", "what counts as failing (default warning)"),
    metavar="|".join(FAIL_ON),
    callback=one_of(*FAIL_ON),
    default="warning",
)
STRICT = Option(["--strict"], Text("存疑的也算需修改", "doubtful items fail too"), is_flag=True)
