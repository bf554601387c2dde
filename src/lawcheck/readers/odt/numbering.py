"""Automatic numbers of an ODT file. Source: OpenDocument 1.3 Part 3, 19.778-19.886; where it is silent, LibreOffice.

A list counts on from an earlier one where it says so, by name or as the next of its style. Levels above an item count
as begun. Programs name Chinese number formats by their first numbers: `一, 二, 三, ...`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.readers.number_format import write_number
from lawcheck.text.pattern import pattern

# The name of the list style that numbers headings.
OUTLINE = "Outline"
_PLACE = pattern(r"%(\d{1,2})%")
_MOST_LEVELS = 10
_SHARED = 0  # the counter of all levels
# Characters of what stands around a number: more are nonsense, and would be written once a paragraph.
_LONGEST = 100
# From the first number of a format to the name that Word has for it.
_FORMATS = {
    "": "none",
    "1": "decimal",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "壱": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "１": "decimalFullWidth",
    "①": "decimalEnclosedCircle",
    "⑴": "decimalEnclosedParen",
    "⒈": "decimalEnclosedFullstop",
    "㊀": "ideographEnclosedCircle",
}
_OLD_LEGAL = "貳"
# A number that ends in one of these brings its own room; after `1.` a blank keeps 1. 2024年 apart.
_ROOMY = "、．）】：。"


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered. `form` is the whole number as LibreOffice writes it: 第%1%章, %1%.%2%."""

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    form: str | None = None
    is_doubling: bool = False
    followed_by: str = "listtab"

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> Level:
        """Return the level that the attributes of its element describe."""
        form = attributes.get("style:num-list-format", attributes.get("loext:num-list-format"))
        return cls(
            attributes.get("style:num-format", "")[:_LONGEST],
            attributes.get("style:num-prefix", "")[:_LONGEST],
            attributes.get("style:num-suffix", "")[:_LONGEST],
            _number(attributes, "text:display-levels"),
            _number(attributes, "text:start-value"),
            form if form is None else form[:_LONGEST],
            attributes.get("style:num-letter-sync") == "true",
        )

    def write(self, value: int) -> str:
        """Return `value` in the format of this level."""
        first = self.format.partition(",")[0].strip()
        if first in ("a", "A"):
            return _letters(value, ord(first), is_doubling=self.is_doubling)
        style = "ideographLegalTraditional" if _OLD_LEGAL in self.format else _FORMATS.get(first, "decimal")
        return write_number(value, first if first.startswith("0") else style)


@dataclass(slots=True)
class ListStyle:
    """The levels of a list by their number from one; bullets have none. One counter may serve all of them."""

    levels: dict[int, Level] = field(default_factory=dict)
    is_consecutive: bool = False


@dataclass(slots=True, eq=False)
class Counters:
    """A list as it is counted: the number last used, by level. Lists that continue one another share it."""

    values: dict[int, int] = field(default_factory=dict)

    def count(self, style: ListStyle, level: int, start: int | None, *, restarts: bool) -> None:
        """Count an item."""
        values, levels = self.values, style.levels
        for upper in range(1, level):
            values.setdefault(upper, levels[upper].start if upper in levels else 1)
        first = levels[level].start if level in levels else 1
        counter = _SHARED if style.is_consecutive else level
        if start is None:
            start = first if restarts or counter not in values else values[counter] + 1
        values[_SHARED] = values[level] = start
        self.forget(level + 1)

    def forget(self, level: int) -> None:
        """Begin `level` and those below it anew."""
        for lower in [at for at in self.values if at >= level]:
            del self.values[lower]


@dataclass(slots=True)
class Place:
    """Where a paragraph stands in a list: it is the first of an item, so that it has a number."""

    counters: Counters
    style: str | None
    level: int
    start: int | None = None
    restarts: bool = False


def next_number(style: ListStyle, place: Place) -> tuple[str, str]:
    """Count a paragraph and return its number and the blank after it; two empty strings for a bullet or no list."""
    place.counters.count(style, place.level, place.start, restarts=place.restarts)
    level = style.levels.get(place.level)
    if level is None:
        return "", ""
    number = _written(style.levels, place.level, place.counters.values).strip()
    needs_blank = bool(number) and level.followed_by != "nothing" and number[-1] not in _ROOMY
    return number, " " if needs_blank else ""


def _written(levels: Mapping[int, Level], at: int, values: Mapping[int, int]) -> str:
    level = levels[at]
    if level.form is None:
        above = range(max(1, at - level.shown + 1), at + 1)
        numbers = (levels[upper].write(values.get(upper, 1)) for upper in above if upper in levels)
        return level.prefix + ".".join(filter(None, numbers)) + level.suffix
    out, end = "", 0
    for found in _PLACE.finditer(level.form):
        upper = int(found[1])
        out += level.form[end : found.start()]
        out += levels[upper].write(values.get(upper, 1)) if upper in levels and upper <= at else ""
        end = found.end()
    return out + level.form[end:]


def _letters(value: int, first: int, *, is_doubling: bool) -> str:
    """Return A … Z, AA, BB, CC where letters double, else A … Z, AA, AB, AC."""
    if not 0 < value <= 26 * 26:
        return str(value)
    if is_doubling:
        return chr(first + (value - 1) % 26) * ((value - 1) // 26 + 1)
    out = ""
    while value:
        value, letter = divmod(value - 1, 26)
        out = chr(first + letter) + out
    return out


def integer(value: str) -> int | None:
    """Return a small number as written, or None."""
    digits = value.removeprefix("-")
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


def level_of(attributes: Mapping[str, str], key: str) -> int:
    """Return a level of a list or heading, from one."""
    return min(max(1, _number(attributes, key)), _MOST_LEVELS)


def _number(attributes: Mapping[str, str], key: str) -> int:
    value = integer(attributes.get(key, ""))
    return 1 if value is None else value
