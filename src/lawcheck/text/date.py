"""Dates in running text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from lawcheck.text.numeral import to_int
from lawcheck.text.pattern import Match, pattern

_MARKED = r"\s{0,4}年\s{0,4}"
_DATE = pattern(
    # 2025年1月8日, 2025年1月
    rf"(?<!\d)(?P<year>(?:19|20)\d\d){_MARKED}(?P<month>\d{{1,2}})\s{{0,4}}月(?:份|\s{{0,4}}(?P<day>\d{{1,2}})\s{{0,4}}[日号])?"
    # 二〇二五年一月八日; the letter O stands in for 〇 in typed texts
    r"|(?P<han_year>[一二][〇○零Oo0一二三四五六七八九]{3})\s{0,4}年\s{0,4}(?P<han_month>[一二三四五六七八九十元正]{1,2})\s{0,4}月"
    r"(?:份|\s{0,4}(?P<han_day>[一二三四五六七八九十廿卅]{1,3})\s{0,4}[日号])?"
    # 2025-01-08, 2025.1.8, 2025/1/8
    r"|(?<![\d./-])(?P<n_year>(?:19|20)\d\d)(?P<mark>[-./])(?P<n_month>\d{1,2})(?P=mark)(?P<n_day>\d{1,2})(?![\d./-]\d|\d)"
)
# The time of day that pages write after a date: 09:00, T09:00:00.000+08:00, 9时30分.
_TIME = pattern(
    r"[T\s]{0,4}(?:\d{1,2}(?:[:：]\d\d){1,2}(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|\d{1,2}时(?:\d{1,2}分)?)?\s*+\Z"
)
_ZERO = str.maketrans("Oo元正", "〇〇一一")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as written at `[start, end)` of the searched text; `day` is None where only the month is given.

    `is_valid` is False for a date that no calendar has (2月30日, 13月).
    """

    start: int
    end: int
    year: int
    month: int
    day: int | None
    is_valid: bool

    @property
    def iso(self) -> str | None:
        """The date as ISO 8601 writes it, `2025-01-08`; None for a month alone and for what no calendar has."""
        if self.day is None or not self.is_valid:
            return None
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


def iso_date(text: str) -> date | None:
    """Return the day that `text` writes as `2025-01-08`, or None: ISO's other forms are not taken."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None


class Days(NamedTuple):
    """The days that a date may mean, from the first to the last: one day, or all of a month."""

    first: date
    last: date


def days(text: str) -> Days | None:
    """Return the days that the first date in `text` may mean; None without a date, and for one that no calendar has."""
    found = find_dates(text)
    if not found or not found[0].is_valid:
        return None
    first = date(found[0].year, found[0].month, found[0].day or 1)
    if found[0].day is not None:
        return Days(first, first)
    return Days(first, (first + timedelta(31)).replace(day=1) - timedelta(1))


def is_day(text: str) -> bool:
    """Say whether `text` is one full date in any of the forms found, with or without a time of day, and no more."""
    found = find_dates(text.strip())
    return bool(found) and found[0].start == 0 and found[0].iso is not None and _ends(text.strip(), found[0].end)


def _ends(text: str, at: int) -> bool:
    return _TIME.match(text, at) is not None


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[FoundDate, ...]:
    """Return the dates within `[start, end)`, in order: full dates, and year with month. A year alone is no date."""
    return tuple(_found(m) for m in _DATE.finditer(text, start, end))


def _found(m: Match) -> FoundDate:
    group = m.groupdict()
    parts = [
        group[p + "year"] and (group[p + "year"], group[p + "month"], group[p + "day"]) for p in ("", "han_", "n_")
    ]
    year, month, day = (_value(part) for part in next(part for part in parts if part))
    valid = _is_valid(year or 0, month or 0, 1 if day is None else day)
    return FoundDate(m.start(), m.end(), year or 0, month or 0, day, valid)


def _value(written: str | None) -> int | None:
    return None if written is None else to_int(written.translate(_ZERO)) or 0


def _is_valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
