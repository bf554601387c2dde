"""Strict YAML: the only user of `yaml`. Events are filtered before anything is built, and no scalar is guessed.

PyYAML left to itself lets the last of two equal keys win, turns `no` into False, `010` into 8, `22:30` into 1350 and
`2024-01-01` into a date, follows aliases and merges until memory ends, and raises more than its own errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from lawcheck.rulesets.fault import START, Fault, shown
from lawcheck.rulesets.lines import read_lines
from lawcheck.rulesets.scalar import resolve, wrong_mark
from lawcheck.rulesets.tree import Path, Plain, Tree
from lawcheck.rulesets.yaml_hints import Trouble, explain
from lawcheck.text.lines import LineColumn
from lawcheck.wording import Text

MAX_DEPTH = 32
MAX_NODES = 100_000
MAX_SCALAR = 64 << 10

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser, where PyYAML was built with it


def parse(data: bytes, file: str) -> Tree:
    """Return the one document in `data` as plain values with places; `file` is its name in messages.

    Values are dict, tuple, str, int, bool and None; integers have at most 18 digits, everything unusual is text.

    Raises: RuleSetError, and nothing else, for whatever the bytes hold.
    """
    lines = read_lines(data, file)
    builder = _Builder(file, lines)
    for event in _events("\n".join(lines), file, lines):
        builder.take(event)
    return Tree(file, builder.root, builder.places, builder.keys)


def _events(text: str, file: str, lines: list[str]) -> Iterator[yaml.Event]:
    last = START
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            last = _place(event)
            yield event
    except yaml.MarkedYAMLError as e:
        context_at = _mark(e.context_mark) if e.context_mark else None
        trouble = Trouble(e.context or "", context_at, e.problem or "", _mark(e.problem_mark))
        at, told = explain(trouble, lines)
        raise Fault(file, at, told) from None
    except (yaml.YAMLError, ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError):
        # `\U00110000` is a ValueError in the Python parser; PyYAML has raised each of the others for some input.
        raise Fault(file, last, Text("这里之后有 YAML 读不了的内容", "YAML cannot be read from here on")) from None


def _mark(mark: _Mark | None) -> LineColumn:
    return LineColumn(mark.line, mark.column) if mark else LineColumn(0, 0)


def _one_based(at: LineColumn) -> LineColumn:
    return LineColumn(at.line + 1, at.column + 1)


def _place(event: yaml.Event) -> LineColumn:
    return _one_based(_mark(event.start_mark))


class _Mark(Protocol):
    line: int
    column: int


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun: its path, what it holds so far, the key that waits for its value."""

    path: Path
    is_flow: bool
    entries: dict[str, Plain] | None = None
    elements: list[Plain] = field(default_factory=list)
    key: str | None = None

    def value(self) -> Plain:
        return tuple(self.elements) if self.entries is None else self.entries


class _Builder:
    """Builds the tree from events, and stops at the first that a rule file may not hold."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.root: Plain = None
        self.places: dict[Path, LineColumn] = {}
        self.keys: dict[Path, LineColumn] = {}
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1 or event.tags:
                raise self._fault(
                    event, "一个文件只能有一份文档，不能有第二个“---”，也不能用 %TAG", "one document a file, no %TAG"
                )
        elif isinstance(event, yaml.NodeEvent):
            self._refuse(event)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            else:
                self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self._open.pop()
            self._put(done.path, done.value())

    def _refuse(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._fault(
                event,
                f"以“*”开头的值（*{shown(event.anchor)}）是 YAML 引用，规则文件不支持；若是文字请加引号",
                f"“*{shown(event.anchor)}” is a YAML alias, which rule files do not have; put text in quotes",
            )
        if event.anchor is not None:
            raise self._fault(
                event,
                f"“&{shown(event.anchor)}”是 YAML 锚点，规则文件不支持；若是文字请加引号",
                f"“&{shown(event.anchor)}” is a YAML anchor, which rule files do not have; put text in quotes",
            )
        if getattr(event, "tag", None) is not None:
            raise self._fault(
                event,
                "以“!”开头的是 YAML 标签，规则文件不支持；若是文字请加引号",
                "a YAML tag (“!…”), which rule files do not have; put text in quotes",
            )
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._fault(
                event, f"节点超过 {MAX_NODES} 个；请分成几个文件", f"over {MAX_NODES} nodes; split the file"
            )

    def _begin(self, event: yaml.Event) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise self._fault(event, f"嵌套超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH}")
        if self._is_key():
            raise self._fault(
                event,
                "键只能是文字；以“{”或“[”开头的文字要加引号",
                "a key is text; text that begins with “{” or “[” needs quotes",
            )
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        path = self._path()
        self.places[path] = _place(event)
        self._open.append(_Open(path, bool(getattr(event, "flow_style", False)), {} if is_mapping else None))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text: str = event.value
        try:
            size = len(text.encode())
        except UnicodeEncodeError:  # only the Python parser lets an escape make a surrogate
            raise self._fault(event, "转义 \\u 写的不是有效的字符", "an escape \\u that is no character") from None
        if size > MAX_SCALAR:
            raise self._fault(event, f"一个值超过 {MAX_SCALAR} 字节", f"a value of more than {MAX_SCALAR} bytes")
        if self._is_key():
            self._key(event, text)
            return
        is_plain = not event.style  # None from the Python parser, "" from the C parser
        if is_plain:
            wrong = wrong_mark(
                text, _mark(event.start_mark), _mark(event.end_mark), self.lines, in_list=self._is_in_flow_list()
            )
            if wrong:
                raise Fault(self.file, _one_based(wrong[0]), wrong[1])
        path = self._path()
        self.places[path] = _place(event)
        self._put(path, resolve(text) if is_plain else text)

    def _key(self, event: yaml.ScalarEvent, text: str) -> None:
        top = self._open[-1]
        path = (*top.path, text)
        if text == "<<" and not event.style:
            raise self._fault(event, "规则文件不支持 YAML 合并键“<<”", "rule files do not have the YAML merge key “<<”")
        if not text:
            raise self._fault(event, "键不能为空", "a key may not be empty")
        if top.entries is not None and text in top.entries:
            line = self.keys[path].line
            raise self._fault(
                event,
                f"键“{shown(text)}”重复，第 {line} 行已经有了",
                f"the key “{shown(text)}” stands in line {line} already",
            )
        self.keys[path] = _place(event)
        top.key = text

    def _is_key(self) -> bool:
        return bool(self._open) and self._open[-1].entries is not None and self._open[-1].key is None

    def _is_in_flow_list(self) -> bool:
        return bool(self._open) and self._open[-1].is_flow and self._open[-1].entries is None

    def _path(self) -> Path:
        if not self._open:
            return ()
        top = self._open[-1]
        return (*top.path, len(top.elements) if top.key is None else top.key)

    def _put(self, path: Path, value: Plain) -> None:
        if not path:
            self.root = value
            return
        top = self._open[-1]
        if top.entries is None:
            top.elements.append(value)
        elif top.key is not None:
            top.entries[top.key] = value
            top.key = None

    def _fault(self, event: yaml.Event, zh: str, en: str) -> Fault:
        return Fault(self.file, _place(event), Text(zh, en))
