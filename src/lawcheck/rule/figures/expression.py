"""Comparisons over named numbers, as rule files write them: `N032.lead + N032.joint == N032.total`.

A comparison is data: names, + - * / and parentheses on both sides of one of == <= >= < >. Nothing in it runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Literal, cast

from lawcheck.rule.figures.arithmetic import plain
from lawcheck.text.pattern import pattern

MAX_NODES = 200
MAX_DEPTH = 40
_MAX_LENGTH = 4000
_CONTEXT = Context(prec=120)
_TOKEN = pattern(r"\s*+(?:(?P<name>[A-Za-z]\w{0,40}(?:\.[A-Za-z]\w{0,40}){1,2}\??)|(?P<sign>==|<=|>=|[-+*/()<>]))\s*+")
_SIGNS = {"*": "×", "/": "÷"}
_COMPARED = {"==": "=", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}

Sign = Literal["+", "-", "*", "/"]
Comparator = Literal["==", "<=", ">=", "<", ">"]


@dataclass(frozen=True, slots=True)
class Name:
    """One number of an indicator (`N032.lead`). An optional one (`N032.lead?`) counts zero where it is not reported."""

    indicator: str
    aspect: str
    is_optional: bool = False

    def __str__(self) -> str:
        return f"{self.indicator}.{self.aspect}"


@dataclass(frozen=True, slots=True)
class Operation:
    """Two nodes and the sign between them."""

    sign: Sign
    left: Node
    right: Node


Node = Name | Operation


@dataclass(frozen=True, slots=True)
class Comparison:
    """What must hold between two sides."""

    left: Node
    sign: Comparator
    right: Node

    def names(self) -> tuple[Name, ...]:
        """Return the names on both sides, each once, in order."""
        return tuple(dict.fromkeys((*_names(self.left), *_names(self.right))))

    def written(self, values: Mapping[str, Decimal]) -> str:
        """Return the comparison with its numbers put in: `10+3=12`."""
        return f"{written(self.left, values)}{_COMPARED[self.sign]}{written(self.right, values)}"


def parse(text: str) -> Comparison:
    """Return the comparison that `text` writes.

    Raises: ValueError, in both languages, for anything else, or one of more than MAX_NODES names and signs.
    """
    return _Parser(text).comparison()


def value_of(node: Node, values: Mapping[str, Decimal]) -> Decimal | None:
    """Return what a side comes to, None when it divides by zero. `values` has every name that is not optional."""
    if isinstance(node, Name):
        return values.get(str(node), Decimal(0))
    left, right = value_of(node.left, values), value_of(node.right, values)
    if left is None or right is None or (node.sign == "/" and right == 0):
        return None
    if node.sign == "+":
        return _CONTEXT.add(left, right)
    if node.sign == "-":
        return _CONTEXT.subtract(left, right)
    return _CONTEXT.multiply(left, right) if node.sign == "*" else _CONTEXT.divide(left, right)


def holds(comparison: Comparison, values: Mapping[str, Decimal]) -> bool | None:
    """Say whether the comparison holds, None when a side divides by zero."""
    left, right = value_of(comparison.left, values), value_of(comparison.right, values)
    if left is None or right is None:
        return None
    return {
        "==": left == right,
        "<=": left <= right,
        ">=": left >= right,
        "<": left < right,
        ">": left > right,
    }[comparison.sign]


def written(node: Node, values: Mapping[str, Decimal]) -> str:
    """Return a side with its numbers put in; optional ones that are not reported are left out of sums."""
    if isinstance(node, Name):
        return plain(values.get(str(node), Decimal(0)))
    if node.sign in "+-" and isinstance(node.right, Name) and node.right.is_optional and str(node.right) not in values:
        return written(node.left, values)
    if node.sign == "+" and isinstance(node.left, Name) and node.left.is_optional and str(node.left) not in values:
        return written(node.right, values)
    left, right = written(node.left, values), written(node.right, values)
    if node.sign in "*/":
        left = f"({left})" if _is_sum(node.left) else left
    if node.sign != "+" and isinstance(node.right, Operation):
        right = f"({right})"
    return f"{left}{_SIGNS.get(node.sign, node.sign)}{right}"


def _is_sum(node: Node) -> bool:
    return isinstance(node, Operation) and node.sign in "+-"


def _names(node: Node) -> Iterator[Name]:
    if isinstance(node, Name):
        yield node
    else:
        yield from _names(node.left)
        yield from _names(node.right)


class _Parser:
    """Reads one comparison from left to right, one token ahead."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def comparison(self) -> Comparison:
        left = self._sum()
        sign = self._take("==", "<=", ">=", "<", ">")
        if sign is None:
            raise ValueError("算式要有一个比较号：==、<=、>=、<、> / a comparison has one of == <= >= < >")
        right = self._sum()
        if self._at < len(self._tokens):
            raise self._unexpected()
        return Comparison(left, cast(Comparator, sign), right)

    def _sum(self) -> Node:
        found = self._product()
        while sign := self._take("+", "-"):
            found = Operation(cast(Sign, sign), found, self._product())
        return found

    def _product(self) -> Node:
        found = self._atom()
        while sign := self._take("*", "/"):
            found = Operation(cast(Sign, sign), found, self._atom())
        return found

    def _atom(self) -> Node:
        if self._take("("):
            self._depth += 1
            if self._depth > MAX_DEPTH:
                raise ValueError(f"括号超过 {MAX_DEPTH} 层 / parentheses more than {MAX_DEPTH} deep")
            inner = self._sum()
            if not self._take(")"):
                raise ValueError("括号没有配对 / a parenthesis is not closed")
            self._depth -= 1
            return inner
        token = self._tokens[self._at] if self._at < len(self._tokens) else ""
        if not token[:1].isalpha():
            raise self._unexpected()
        self._at += 1
        indicator, _, aspect = token.rstrip("?").rpartition(".")
        return Name(indicator, aspect, token.endswith("?"))

    def _take(self, *signs: str) -> str | None:
        if self._at < len(self._tokens) and self._tokens[self._at] in signs:
            self._at += 1
            return self._tokens[self._at - 1]
        return None

    def _unexpected(self) -> ValueError:
        if self._at >= len(self._tokens):
            return ValueError("算式没有写完 / the comparison is not complete")
        token = self._tokens[self._at]
        return ValueError(f"算式里的“{token}”放得不对 / {token} is out of place in the comparison")


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text) <= _MAX_LENGTH:
        m = _TOKEN.match(text, at)
        if m is None:
            raise ValueError(
                f"算式里不能有“{text[at]}”；只能用 N032.total 这样的名称、加减乘除、括号和一个比较号"
                f" / “{text[at]}” cannot stand in a comparison of names such as N032.total"
            )
        found.append(m["name"] or m["sign"])
        at = m.end()
    if len(text) > _MAX_LENGTH or len(found) > MAX_NODES:
        raise ValueError(f"算式超过 {MAX_NODES} 项 / a comparison of more than {MAX_NODES} terms")
    return found
