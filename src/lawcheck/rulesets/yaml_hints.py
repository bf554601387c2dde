"""What a YAML syntax error most likely means to whoever wrote the file by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawcheck.rulesets.fault import shown
from lawcheck.text.lines import LineColumn
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

_INDENT_TAB = pattern(r"[ ]*+\t")
_KEY = r"[ ]*+(?:-[ ]++)*+"
_WIDE_COLON = pattern(_KEY + r"[^\s\"'#:：\[{|>-][^\s\"'#:：]{0,40}：")
_TIGHT_COLON = pattern(_KEY + r"[A-Za-z_][A-Za-z0-9_]*+:(?=[^\s:])")
_VALUE = pattern(_KEY + r"(?:[^\s\"'#:]++:[ ]++)?(?=[\"'\[{])")
_MISSING_COLON = ("could not find expected ':'", "mapping values are not allowed")

WIDE_COLON = Text(
    "这里用了全角冒号“：”；键名后面要用半角冒号加一个空格“: ”",
    "a full-width colon “：”; a key is followed by an ASCII colon and a blank “: ”",
)
_STARTS = frozenset("@`%*&!|>,]}")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A syntax error as the parser tells it: two places, zero-based, and its own words."""

    context: str
    context_at: LineColumn | None
    problem: str
    problem_at: LineColumn


def explain(trouble: Trouble, lines: Sequence[str]) -> tuple[LineColumn, Text]:
    """Return the one-based place of the mistake and a sentence that says how to mend it."""
    for guess in (_tab, _colon, _quote, _start, _trailing, _shape):
        found = guess(trouble, lines)
        if found:
            (line, column), text = found
            return LineColumn(line + 1, column + 1), text
    line, column = trouble.problem_at
    return LineColumn(line + 1, column + 1), Text(
        f"YAML 语法有误（{shown(trouble.problem)}）", f"YAML syntax: {shown(trouble.problem)}"
    )


_Guess = tuple[LineColumn, Text] | None


def wide_colon(line: str) -> int | None:
    """Return the column, zero-based, of a full-width colon that stands where a key's colon belongs."""
    found = _WIDE_COLON.match(line)
    return found.end() - 1 if found else None


def _line(lines: Sequence[str], at: int) -> str:
    return lines[at] if 0 <= at < len(lines) else ""


def _tab(trouble: Trouble, lines: Sequence[str]) -> _Guess:
    line = trouble.problem_at.line
    found = _INDENT_TAB.match(_line(lines, line))
    if not found:
        return None
    return LineColumn(line, found.end() - 1), Text("缩进用了制表符；请改用空格", "a tab in the indentation; use blanks")


def _colon(trouble: Trouble, lines: Sequence[str]) -> _Guess:
    if not trouble.problem.startswith(_MISSING_COLON):
        return None
    near = [trouble.problem_at.line, trouble.problem_at.line - 1]
    if trouble.context_at:
        near.insert(0, trouble.context_at.line)
    for line in near:
        column = wide_colon(_line(lines, line))
        if column is not None:
            return LineColumn(line, column), WIDE_COLON
    for line in near:
        found = _TIGHT_COLON.match(_line(lines, line))
        if found:
            return LineColumn(line, found.end() - 1), Text("冒号后面要有一个空格", "a colon is followed by a blank")
    if trouble.problem.startswith("mapping"):
        return _second_colon(trouble, lines)
    return trouble.context_at or trouble.problem_at, Text(
        "这一行缺少“键: 值”里的冒号", "this line lacks the colon of “key: value”"
    )


def _second_colon(trouble: Trouble, lines: Sequence[str]) -> _Guess:
    line, column = trouble.problem_at
    if ": " in _line(lines, line)[:column]:
        return trouble.problem_at, Text(
            "值里面有“: ”；请给整个值加引号", "a “: ” within a value; put the value in quotes"
        )
    return trouble.problem_at, Text(
        "缩进不对：这一行比它的上级多缩进，或上一行的值没有写完",
        "wrong indentation: this line is deeper than its parent, or the value above is unfinished",
    )


def _quote(trouble: Trouble, lines: Sequence[str]) -> _Guess:
    if "quoted scalar" not in trouble.context and "double-quoted" not in trouble.context:
        return None
    if "end of stream" in trouble.problem or "document separator" in trouble.problem:
        return trouble.context_at or trouble.problem_at, Text("引号没有配对", "this quotation mark is never closed")
    return trouble.context_at or trouble.problem_at, Text(
        "双引号里的反斜杠是转义符；模式请改用单引号，或不加引号",
        "a backslash within double quotes is an escape; put patterns in single quotes, or in none",
    )


def _start(trouble: Trouble, lines: Sequence[str]) -> _Guess:
    scanning = trouble.context.startswith(("while scanning a", "while scanning for the next"))
    if not (scanning or "block node" in trouble.context or "flow node" in trouble.context):
        return None
    at = trouble.context_at if trouble.context_at and "next token" not in trouble.context else trouble.problem_at
    char = _line(lines, at.line)[at.column : at.column + 1]
    if char not in _STARTS:
        return None
    return at, Text(f"以“{char}”开头的值要加引号", f"a value that begins with “{char}” needs quotes")


def _trailing(trouble: Trouble, lines: Sequence[str]) -> _Guess:
    line, column = trouble.problem_at
    found = _VALUE.match(_line(lines, line))
    if not found or found.end() >= column or "flow" in trouble.context:
        return None
    return LineColumn(line, found.end()), Text(
        "引号或括号后面还有文字；请给整个值加引号",
        "text follows a closing quotation mark or bracket; put the whole value in quotes",
    )


def _shape(trouble: Trouble, lines: Sequence[str]) -> _Guess:
    if "flow" in trouble.context:
        return trouble.context_at or trouble.problem_at, Text(
            "方括号或花括号没有配对，或两项之间缺少半角逗号",
            "a bracket is never closed, or an ASCII comma is missing between two entries",
        )
    if "block" in trouble.context or "key" in trouble.problem:
        return trouble.problem_at, Text(
            "缩进与上下文对不齐；同一级的键要左对齐，列表项以“- ”开头",
            "this line is not aligned; keys of one level start in one column, list entries start with “- ”",
        )
    return None
