"""Units in tables: in brackets behind a head, in a column of their own, in a line above the table."""

from __future__ import annotations

from lawcheck.text.counting import UNIT
from lawcheck.text.pattern import pattern

_WORTH = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_ONE_UNIT = rf"(?:(?P<worth>[百千万亿])(?![米克]))?(?P<unit>{UNIT})"
_UNIT = pattern(rf"{_ONE_UNIT}$")
_IN_BRACKETS = pattern(rf"[（(](?:(?:计量)?单位[：:]?)?{_ONE_UNIT}[）)]")
_BEHIND_STROKE = pattern(rf"[/／]{_ONE_UNIT}$")
_SAID = pattern(rf"单位[：:]{_ONE_UNIT}(?=$|[）)，；。])")
_BY_NAME = pattern("(?:(?P<unit>人次|户次|家次|件次|场次|[件次人户家场期份项条])数|(?P<last>人次|户次|家次))$")


def unit_of(text: str) -> tuple[str, int]:
    """Return the unit that a cell of a unit column holds, and what it is worth; empty when it holds no single one."""
    m = _UNIT.match(text)
    return (_plain(m["unit"]), _WORTH[m["worth"] or ""]) if m else ("", 1)


def said_unit(text: str) -> tuple[str, int]:
    """Return the unit that a line above a table gives for all of it: （单位：件）."""
    m = _SAID.search(text)
    return (_plain(m["unit"]), _WORTH[m["worth"] or ""]) if m else ("", 1)


def without_unit(text: str) -> tuple[str, str, int]:
    """Return a head without the unit that it gives (数量（件）, 金额/万元), the unit, and what it is worth."""
    found = [*_IN_BRACKETS.finditer(text)][:1] or [*_BEHIND_STROKE.finditer(text)][:1] or [*_SAID.finditer(text)][:1]
    if not found:
        return text, "", 1
    m = found[0]
    bare = text[: m.start()] + text[m.end() :]
    return bare, _plain(m["unit"]), _WORTH[m["worth"] or ""]


def named_unit(words: str) -> str:
    """Return the unit that the words of a head end with: 件数, 人次."""
    m = _BY_NAME.search(words)
    return (m["unit"] or m["last"]) if m else ""


def _plain(unit: str) -> str:
    return "个百分点" if unit == "百分点" else unit
