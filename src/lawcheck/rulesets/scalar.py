"""Unquoted scalars: what they mean, and where a Chinese keyboard has surely put the wrong mark."""

from __future__ import annotations

from collections.abc import Sequence

from lawcheck.rulesets.tree import Plain
from lawcheck.rulesets.yaml_hints import WIDE_COLON, wide_colon
from lawcheck.text.lines import LineColumn
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

_INTEGER = pattern(r"-?(?:0|[1-9][0-9]{0,17})")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

_WIDE_QUOTES = Text(
    "“ ”不是 YAML 的引号；请改用半角引号，若引号是文字的一部分，外面再加一层半角引号",
    "“ ” are not quotation marks of YAML; use ASCII ones, around them if they belong to the text",
)
_WIDE_COMMA = Text(
    "方括号里要用半角逗号分开；若“，”“、”是文字的一部分，请加引号",
    "entries within brackets are parted by ASCII commas; put text with “，” or “、” in quotes",
)


def resolve(text: str) -> Plain:
    """Return the value of an unquoted scalar; `no`, `off`, `22:30`, `2024-01-01` and `010` are text."""
    if text in _WORDS:
        return _WORDS[text]
    found = _INTEGER.match(text)
    return int(text) if found and found.end() == len(text) and text != "-0" else text


def wrong_mark(
    text: str, start: LineColumn, end: LineColumn, lines: Sequence[str], *, in_list: bool
) -> tuple[LineColumn, Text] | None:
    """Return the place and name of a mark that was surely meant for YAML's own; `start` and `end` are zero-based."""
    for number in range(start.line + 1, min(end.line + 1, len(lines))):
        column = wide_colon(lines[number])
        if column is not None and (number < end.line or column < end.column):
            return LineColumn(number, column), WIDE_COLON
    if text[:1] in ("“", "‘") and text[-1:] in ("”", "’"):
        return start, _WIDE_QUOTES
    if in_list and ("，" in text or "、" in text):
        return start, _WIDE_COMMA
    return None
