"""The list of the units that have to report: a column of names in a CSV or text file."""

from __future__ import annotations

import csv

from lawcheck.errors import UsageError
from lawcheck.overview.names import squeezed
from lawcheck.readers import limits
from lawcheck.readers.decode import decode_file
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.source import take
from lawcheck.wording import Text

# What heads the column of names, from the surest down.
_HEADINGS = (
    *("单位名称", "机关名称", "部门名称", "报告单位", "报送单位", "责任单位", "单位", "机关", "部门", "名称"),
    *("unit", "units", "name", "names", "issuer"),
)
_MOST = 100_000
_LONGEST = 200


def expected_units(path: str) -> tuple[str, ...]:
    """Return the names in a list, each once, in their order.

    The column is the one with a heading such as 单位 or unit, else the first; the list is UTF-8 or GBK.

    Raises: UsageError for a file that cannot be read, is no list, or holds no name.
    """
    try:
        text = decode_file(take(path, limits.check_text_file).data).text
    except Refusal as refusal:
        advice = Text("请另存为 CSV（一列单位名称）", "save it as CSV, with a column of names")
        raise UsageError(
            f"--expect 的名单“{path}”读不了：{refusal.reason}。{advice}",
            f'the list of --expect, "{path}", cannot be read: {refusal.reason.en}; {advice.en}',
        ) from None
    try:
        delimiter = "\t" if "\t" in text else ","
        rows = [[cell.strip() for cell in row] for row in csv.reader(text.split("\n"), delimiter=delimiter)]
    except csv.Error as error:
        raise UsageError(
            f"--expect 的名单“{path}”不是 CSV（{error}），请另存为 CSV", f'"{path}" of --expect is no CSV ({error})'
        ) from None
    names = _names([row for row in rows if any(row)])
    if not names:
        raise UsageError(
            f"--expect 的名单“{path}”里没有单位名称，应有一列，每行一个",
            f'the list of --expect, "{path}", holds no name; a column of names is expected, one a row',
        )
    if len(names) > _MOST:
        raise UsageError(f"--expect 的名单超过上限 {_MOST:,} 个", f"the list of --expect is over {_MOST:,} names")
    return names


def _names(rows: list[list[str]]) -> tuple[str, ...]:
    column = 0
    if rows:
        head = [cell.lower() for cell in rows[0]]
        heading = next((name for name in _HEADINGS if name in head), None)
        if heading is not None:
            column, rows = head.index(heading), rows[1:]
    found: dict[str, str] = {}
    for row in rows:
        name = row[column][:_LONGEST] if column < len(row) else ""
        if name:
            found.setdefault(squeezed(name), name)
    return tuple(found.values())
