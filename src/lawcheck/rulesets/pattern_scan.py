"""A look at the patterns of a rule file before they are compiled: a time-out covers searching, not compiling."""

from __future__ import annotations

from lawcheck.text.pattern import MAX_PATTERN, pattern
from lawcheck.wording import Text

MAX_COUNTS = 10_000  # product of nested counts: 10^5 takes 38 MB to compile, 10^6 takes 274 MB
MAX_SIZE = 20_000  # characters once all counts are written out: 250 bytes each when compiled
MAX_DEPTH = 50
_UNBOUNDED = 1 << 30

# The constructs that a rule needs; recursion, conditions, verbs and flags for the whole pattern are not among them.
_GROUP = pattern(r"\?(?:[:=!>]|<[=!]|P?<[A-Za-z_]\w{0,30}>|[ims]{1,3}(?:-[ims]{1,3})?:)")
_BACK_REFERENCE = pattern(r"\?P=[A-Za-z_]\w{0,30}\)")
_COUNT = pattern(r"\{(?:([0-9]{1,9})(?:(,)([0-9]{1,9})?)?|,([0-9]{1,9}))\}")
_BRACED = pattern(r"[pPN]\{[^{}]{1,60}\}")


class Refused(ValueError):
    """A pattern that must not be compiled; `text` says why, `size` is what `scan` counted so far."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.text = Text(zh, en)


class _Level:
    """The inside of one group: the largest product of counts, the size written out, and the same of the last atom."""

    __slots__ = ("atom_counts", "atom_size", "counts", "size")

    def __init__(self) -> None:
        self.counts = 1
        self.size = 0
        self.atom_counts = 1
        self.atom_size = 0

    def atom(self, counts: int = 1, size: int = 1) -> None:
        self.counts = max(self.counts, counts)
        self.size += size
        self.atom_counts, self.atom_size = counts, size

    def repeat(self, times: int) -> None:
        self.size += self.atom_size * (times - 1)
        self.atom_size *= times
        self.atom_counts *= times
        self.counts = max(self.counts, self.atom_counts)


def scan(source: str) -> int:
    """Return the size of a pattern with all its counts written out.

    Raises: Refused when it is too long, too deep, too large, or uses what rule files may not use.
    """
    if len(source) > MAX_PATTERN:
        raise Refused(f"模式超过 {MAX_PATTERN} 个字符", f"a pattern of more than {MAX_PATTERN} characters")
    levels = [_Level()]
    at = 0
    while at < len(source):
        char = source[at]
        if char == "\\":
            at = _escape(source, at)
            levels[-1].atom()
        elif char == "[":
            at = _class_end(source, at)
            levels[-1].atom()
        elif char == "(":
            at = _open(source, at, levels)
        elif char == ")":
            at += 1
            _close(levels)
        elif char == "{":
            at, times = _count(source, at)
            levels[-1].repeat(max(times, 1))
        else:
            at += 1
            if char not in "|*+?^$":
                levels[-1].atom()
        _check(levels[-1])
    return max(level.size for level in levels)


def _check(level: _Level) -> None:
    if level.counts > MAX_COUNTS:
        raise Refused(
            f"重复次数相乘得 {level.counts}，超过 {MAX_COUNTS}",
            f"nested counts multiply to {level.counts}, over {MAX_COUNTS}",
        )
    if level.size > MAX_SIZE:
        raise Refused(
            f"按重复次数展开后超过 {MAX_SIZE} 个字符",
            f"longer than {MAX_SIZE} characters once its counts are written out",
        )


def _open(source: str, at: int, levels: list[_Level]) -> int:
    at += 1
    if source[at : at + 1] == "*":
        raise Refused("不支持“(*”开头的控制动词", "verbs “(*…)” are not supported")
    if source[at : at + 1] == "?":
        reference = _BACK_REFERENCE.match(source, at)
        if reference:
            levels[-1].atom()
            return reference.end()
        found = _GROUP.match(source, at)
        if not found:
            shown = source[at - 1 : at + 6]
            raise Refused(
                f"不支持“{shown}”这种写法；可用 (?:…)、(?=…)、(?!…)、(?<=…)、(?<!…)、(?>…)、(?P<名>…)、(?i:…)",
                f"“{shown}” is not supported; there are (?:…) (?=…) (?!…) (?<=…) (?<!…) (?>…) (?P<name>…) (?i:…)",
            )
        at = found.end()
    levels.append(_Level())
    if len(levels) - 1 > MAX_DEPTH:
        raise Refused(f"括号嵌套超过 {MAX_DEPTH} 层", f"groups nested deeper than {MAX_DEPTH}")
    return at


def _close(levels: list[_Level]) -> None:
    if len(levels) > 1:  # one too many is left to the compiler, which says so
        inner = levels.pop()
        levels[-1].atom(inner.counts, max(inner.size, 1))


def _count(source: str, at: int) -> tuple[int, int]:
    found = _COUNT.match(source, at)
    if not found:
        raise Refused(
            "花括号里只能是次数，如 {0,30}；要匹配花括号本身请写 \\{",
            "braces hold a count, such as {0,30}; write \\{ for the brace",
        )
    least, _, most, only_most = found.groups()
    return found.end(), int(most or only_most or least or 0)


def _escape(source: str, at: int) -> int:
    # Patterns of a family are joined into one, so groups have names, not numbers.
    if source[at + 1 : at + 2] in tuple("LgK123456789"):
        shown = source[at : at + 3]
        raise Refused(f"不支持“{shown}”这种写法", f"“{shown}” is not supported")
    braced = _BRACED.match(source, at + 1)
    return braced.end() if braced else at + 2


def _class_end(source: str, at: int) -> int:
    at += 2 if source[at + 1 : at + 2] == "^" else 1
    first = at
    while at < len(source):
        if source[at] == "\\":
            at += 1
        elif source[at] == "]" and at > first:
            return at + 1
        at += 1
    return at


def atom_end(source: str, at: int) -> int:
    """Return where the character, escape, class or back reference at `at` ends."""
    if source[at] == "\\":
        return _escape(source, at)
    if source[at] == "[":
        return _class_end(source, at)
    reference = _BACK_REFERENCE.match(source, at + 1) if source[at] == "(" else None
    return reference.end() if reference else at + 1


def group_start(source: str, at: int) -> int | None:
    """Return where the inside of the group that opens at `at` begins; None for a back reference."""
    if _BACK_REFERENCE.match(source, at + 1):
        return None
    found = _GROUP.match(source, at + 1)
    return found.end() if found else at + 1


def repeat_at(source: str, at: int) -> tuple[int, int, int] | None:
    """Return the end of the repeat at `at`, and how often it repeats at least and at most, or None."""
    simple = {"?": (0, 1), "*": (0, _UNBOUNDED), "+": (1, _UNBOUNDED)}.get(source[at])
    if simple:
        return at + 1, *simple
    found = _COUNT.match(source, at)
    if not found:
        return None
    least, comma, most, only_most = found.groups()
    if only_most:
        return found.end(), 0, int(only_most)
    return found.end(), int(least), int(most) if most else _UNBOUNDED if comma else int(least)
