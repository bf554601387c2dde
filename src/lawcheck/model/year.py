"""The years that a report may be about."""

from __future__ import annotations

from lawcheck.errors import UsageError

# Reports are read as of this century: 20 begins every year that the outliner knows in digits and in Chinese.
YEARS = range(2000, 2100)


def check_year(year: object) -> None:
    """Refuse what is not the year of a report, or None. Raises: UsageError."""
    if year is None or (isinstance(year, int) and not isinstance(year, bool) and year in YEARS):
        return
    first, last = YEARS[0], YEARS[-1]
    raise UsageError(
        f"年度 {year!r} 不对：应是 {first} 至 {last} 之间的四位数", f"year {year!r}: a number from {first} to {last}"
    )
