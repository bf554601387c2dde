"""Values of a rule file fitted into their types; what does not fit becomes a sentence with the place of its node."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from lawcheck.rulesets.fault import MAX_FAULTS, Fault, Faults, instead, nearest, shown
from lawcheck.rulesets.tree import Path, Plain, Tree
from lawcheck.rulesets.yaml_hints import WIDE_COLON, wide_colon
from lawcheck.wording import Text

T = TypeVar("T")


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def fit(
    shape: type[T],
    value: Plain,
    tree: Tree,
    path: Path,
    faults: Faults,
    *,
    keys: Iterable[str] = (),
    excused: Iterable[str] = (),
) -> T | None:
    """Return the `value` of the node at `path` as a `shape`, or None after adding to `faults` all that does not fit.

    `keys` are further keys that the mapping may have in the file though `shape` does not know them; that `excused`
    ones are missing is told already.
    """
    try:
        # By way of JSON: strict typing then still takes lists for tuples and mappings for dataclasses.
        fitted: T = _adapter(cast(Any, shape)).validate_json(json.dumps(value), strict=True)
    except ValidationError as e:
        for fault in _told(e, shape, tree, path, frozenset(keys), frozenset(excused)):
            faults.add(fault)
        return None
    return fitted


def _told(
    error: ValidationError, shape: type[Any], tree: Tree, path: Path, keys: frozenset[str], excused: frozenset[str]
) -> Iterator[Fault]:
    details = error.errors(include_url=False)[:MAX_FAULTS]
    seen: dict[Path, tuple[Path, ErrorDetails]] = {}
    misspelt = {(d["loc"][:-1], near) for d in details if d["type"] in _OF_KEY for near in _meant(d, shape, keys)}
    misspelt |= {((), name) for name in excused}
    for detail in details:
        loc, kind = detail["loc"], detail["type"]
        if kind == "missing" and (loc[:-1], loc[-1]) in misspelt:
            continue
        at, union = _walk(tree, path, loc[:-1] if kind == "missing" else loc)
        # Of a union each member complains: the one that got furthest into the value is the one that was meant.
        key = (*at, kind, *loc[-1:]) if union is None else (*union, "|")
        if key not in seen or len(at) > len(seen[key][0]):
            seen[key] = at, detail
    for at, detail in seen.values():
        is_key = detail["type"] in _OF_KEY or detail["loc"][-1:] == _KEY
        yield tree.fault(at, _sentence(detail, shape, keys), key=is_key)


def _meant(detail: ErrorDetails, shape: type[Any], keys: frozenset[str]) -> list[str]:
    return nearest(detail["loc"][-1], _valid_keys(detail, shape, keys))


def _valid_keys(detail: ErrorDetails, shape: type[Any], keys: frozenset[str]) -> set[str]:
    return {*_keys_at(shape, detail["loc"][:-1]), *(keys if len(detail["loc"]) == 1 else ())}


def _walk(tree: Tree, path: Path, loc: tuple[int | str, ...]) -> tuple[Path, Path | None]:
    """Return the path of the node that `loc` names, and of the node whose type is a union, if there is one.

    A step of `loc` that is no key of the file is the name of a union's member.
    """
    union = None
    for step in loc:
        if (*path, step) in tree.places:
            path = (*path, step)
        elif step not in _KEY:
            union = path if union is None else union
    return path, union


_KEY = ("[key]",)  # how pydantic says that it means the key itself
_OF_KEY = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
_PLAIN = {
    "string_type": Text("应为文字", "should be text"),
    "int_type": Text("应为整数", "should be a whole number"),
    "bool_type": Text("应为 true 或 false", "should be true or false"),
    "tuple_type": Text(
        "应为列表：每项一行，以“- ”开头，或写成 [甲, 乙]", "should be a list: an entry a line after “- ”, or [a, b]"
    ),
    "too_short": Text("列表不能为空", "should not be an empty list"),
    "string_too_short": Text("不能为空", "should not be empty"),
}
_MAPPING = Text("应为“键: 值”的映射", "should be a mapping of “key: value”")
_PLAIN |= dict.fromkeys(("model_type", "dataclass_type", "dict_type", "model_attributes_type"), _MAPPING)
_PLAIN |= {"list_type": _PLAIN["tuple_type"]}


def _sentence(detail: ErrorDetails, shape: type[Any], keys: frozenset[str]) -> Text:
    kind, loc, given, more = detail["type"], detail["loc"], detail["input"], detail.get("ctx", {})
    if loc[-1:] == _KEY or kind == "string_pattern_mismatch":
        return _pattern(given, str(more.get("pattern", "")))
    if kind == "missing":
        return Text(f"缺少“{loc[-1]}”", f"“{loc[-1]}” is missing")
    if kind in _OF_KEY:
        end = instead(str(loc[-1]), _valid_keys(detail, shape, keys))
        return Text(f"不认识的键“{shown(loc[-1])}”{end}", f"unknown key “{shown(loc[-1])}”{end.en}")
    if kind == "literal_error":
        end = instead(given, _choices_at(shape, loc))
        return Text(f"不认识的值“{shown(given)}”{end}", f"unknown value “{shown(given)}”{end.en}")
    if kind == "value_error":
        zh, _, en = str(more.get("error", detail["msg"])).partition(" / ")  # a kind's own check says it in both
        return Text(zh, en or zh)
    if kind == "string_too_long":
        return Text(f"超过 {more['max_length']} 个字", f"longer than {more['max_length']} characters")
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        sign = {"greater_than_equal": "≥", "less_than_equal": "≤", "greater_than": ">", "less_than": "<"}[kind]
        bound = next(iter(more.values()))
        return Text(f"应 {sign} {bound}，这里是 {shown(given)}", f"should be {sign} {bound}, not {shown(given)}")
    plain = _PLAIN.get(kind)
    if plain is None:
        return Text(f"值不合要求（{shown(detail['msg'])}）", f"{shown(detail['msg'])}")
    hint = _hint(kind, given) if kind.endswith("_type") else Text("", "")
    return Text(f"{plain}{hint}", f"{plain.en}{hint.en}")


def _hint(kind: str, given: object) -> Text:
    if given is None:
        return Text("，这里是空的", ", but it is empty")
    if kind == "string_type" and isinstance(given, (dict, list)):
        return Text("；以“{”或“[”开头的文字要加引号", "; text that begins with “{” or “[” needs quotes")
    if kind == "string_type":
        return Text(f"；“{_yaml(given)}”若是文字请加引号", f"; put “{_yaml(given)}” in quotes if it is text")
    if isinstance(given, str) and wide_colon(given) is not None:
        return Text(f"；{WIDE_COLON}", f"; {WIDE_COLON.en}")
    if isinstance(given, (dict, list)):
        return Text("", "")
    return Text(f"，这里是“{_yaml(given)}”", f", not “{_yaml(given)}”")


def _yaml(given: object) -> str:
    return str(given).lower() if isinstance(given, bool) else shown(given)


def _pattern(given: object, pattern: str) -> Text:
    if r"\d{4}" in pattern:
        return Text(
            f"“{shown(given)}”不是日期；应写成 2024-01-31，或只写 2024-01、2024",
            f"“{shown(given)}” is no date; it should look like 2024-01-31, or only 2024-01 or 2024",
        )
    return Text(
        f"“{shown(given)}”不能作编号或名称；只能用 1 至 64 个英文字母、数字和 . _ -",
        f"“{shown(given)}” is no id; it has 1 to 64 ASCII letters, digits and . _ -",
    )


def keys_of(shape: type[Any]) -> set[str]:
    """Return the keys of a mapping of this shape."""
    return set(_hints(shape))


def _keys_at(shape: Any, loc: tuple[int | str, ...]) -> set[str]:
    """Return the keys of the mapping that `loc` names within `shape`."""
    return {key for each in _shapes_at(shape, loc) for key in _hints(each)}


def _choices_at(shape: Any, loc: tuple[int | str, ...]) -> list[str]:
    return [str(c) for each in _shapes_at(shape, loc) if get_origin(each) is Literal for c in get_args(each)]


def _shapes_at(shape: Any, loc: tuple[int | str, ...]) -> list[Any]:
    shapes = _members(shape)
    for step in loc:
        inner = [m for each in shapes for m in _step(each, step)]
        shapes = inner or shapes  # a step that names a union member leads nowhere
    return shapes


def _step(shape: Any, step: int | str) -> list[Any]:
    hints = _hints(shape)
    if step in hints:
        return _members(hints[str(step)])
    args = get_args(shape)
    if get_origin(shape) is tuple and isinstance(step, int):
        return _members(args[0])
    if get_origin(shape) is dict and isinstance(step, str):
        return _members(args[1])
    return []


def _members(shape: Any) -> list[Any]:
    if get_origin(shape) in (Union, UnionType):
        return [m for each in get_args(shape) for m in _members(each)]
    return [shape]


def _hints(shape: Any) -> dict[str, Any]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return {name: get_type_hints(shape)[name] for name in shape.model_fields}
    if is_dataclass(shape) and isinstance(shape, type):
        hints = get_type_hints(shape)
        return {field.name: hints[field.name] for field in fields(shape)}
    return {}
