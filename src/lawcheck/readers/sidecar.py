"""The file `NAME.meta.json` beside a report: what is known of the report and does not stand in it."""

from __future__ import annotations

import json
import os

from lawcheck.model.metadata import misfit
from lawcheck.readers import limits
from lawcheck.readers.draft import Metadata
from lawcheck.readers.refusal import Refusal, printable
from lawcheck.readers.source import Source, take
from lawcheck.wording import Text

SUFFIX = ".meta.json"
_ADVICE = Text("请改正或删去这个文件", "correct that file or delete it")


class _Twice(Exception):
    """A key that an object has twice."""


def beside(source: Source) -> Metadata:
    """Return what the sidecar of `source` says: nothing where there is none, or no path to look beside.

    Raises: Refusal, which names the sidecar, for one that is not exactly a flat JSON object of known keys.
    """
    if not isinstance(source, str | os.PathLike):
        return ()
    path = os.fsdecode(source) + SUFFIX
    if not os.path.lexists(path):
        return ()
    try:
        return _entries(take(path, limits.check_sidecar).data)
    except Refusal as e:
        name = printable(os.path.basename(path))
        told = Text(f"旁边的“{name}”有误：{e.reason}", f'"{name}" beside it is not valid: {e.reason.en}')
        raise Refusal(told, _ADVICE) from None


def _entries(data: bytes) -> Metadata:
    tree = _parsed(data)
    if not isinstance(tree, dict):
        raise Refusal(Text('应是一个 JSON 对象，例如 {"published": "2026-03-20"}', "a JSON object is expected"))
    for key, value in tree.items():
        wrong = misfit(key, value)
        if wrong is not None:
            raise Refusal(wrong)
    return tuple(tree.items())


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as e:
        line = data.count(b"\n", 0, e.start) + 1
        raise Refusal(Text(f"第 {line} 行不是 UTF-8 编码", f"line {line} is not UTF-8")) from None
    except _Twice as e:
        raise Refusal(Text(f"“{printable(str(e))}”写了两次", f'"{printable(str(e))}" is given twice')) from None
    except json.JSONDecodeError as e:
        told = Text(f"第 {e.lineno} 行第 {e.colno} 列不是 JSON", f"no JSON at line {e.lineno}, column {e.colno}")
        raise Refusal(told) from None
    except (RecursionError, ValueError):  # nested without end; a number of thousands of digits
        raise Refusal(Text("只能有一层，值都是字符串", "one level deep, all values strings")) from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found
