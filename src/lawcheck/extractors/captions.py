"""What stands above a table: of which year and body its numbers are, and in which unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lawcheck.extractors.heads import year_of
from lawcheck.extractors.table_units import said_unit
from lawcheck.text.pattern import pattern

_LONGEST = 50
_LONGEST_UNIT = 40
_SHORTEST_NAME = 3
_ENDS = pattern("[。；！？]")
_LEADS_TO = pattern("(?:下表|如下|表\\d{0,2}|附表)[^。；！？]{0,12}$|[：:]$")
# A government speaks of its whole territory; what a department counts is its own.
_TERRITORY = pattern("(?:人民政府|管理委员会|管委会|街道办事处)$")
_WHOLE = pattern("全[省州市县区镇乡]|全街道|\\p{Han}{2,6}[县市区州](?![场政容民直域间])")
_OTHERS = pattern(
    "各(?:县|市|区|镇|乡|街道|村|社区|单位|部门|科室|支队|大队)|\\p{Han}{1,4}(?<![全我本该各])(?:镇|乡|街道|村|社区|片区|分局|支队|大队|"
    "中队|科室|股室|所(?![有属列在以涉示述需谓作]))|全系统|全行业|下属|直属|所属|基层"
)


@dataclass(frozen=True, slots=True)
class Caption:
    """What the lines above a table say of all its numbers.

    `is_apart`: they are of other bodies than the one that reports, or of another time than one year.
    """

    period: str | None = None
    unit: str = ""
    worth: int = 1
    is_apart: bool = False


def read_caption(above: Iterable[str], titles: Iterable[str], issuer: str, year: int | None) -> Caption:
    """Return the caption of a table: `above` are the lines above it, the nearest first, `titles` those within it."""
    lines = [*titles, *_speaking(above)]
    unit, worth = next((found for line in lines if (found := said_unit(line))[0]), ("", 1))
    period: str | None = None
    is_apart = False
    for line in lines:
        named, of_other_time = year_of(line, year)
        period = period or named
        is_apart = is_apart or of_other_time or _is_of_others(line, issuer)
    return Caption(period, unit, worth, is_apart)


def _speaking(above: Iterable[str]) -> Iterable[str]:
    """Yield the lines that speak of the table below them: titles, units, and 见下表."""
    for line in above:
        if len(line) <= _LONGEST_UNIT and said_unit(line)[0]:
            yield line
            continue
        last = line[max((m.end() for m in _ENDS.finditer(line)), default=0) :]
        if len(line) <= _LONGEST and not _ENDS.search(line):
            yield line
        elif _LEADS_TO.search(last):
            yield last
        return


def _is_of_others(line: str, issuer: str) -> bool:
    """Say whether a line names another body than `issuer`, whose name may be cut short: 县民政局, 青岚镇."""
    territory = _TERRITORY.search(issuer)
    names = [issuer[: territory.start()]] if territory else []
    names += [issuer[i:] for i in range(max(len(issuer) - _SHORTEST_NAME, 0) + 1)]
    own = line.replace(next((name for name in names if name and name in line), "\n"), "")
    return _OTHERS.search(own) is not None or (territory is None and _WHOLE.search(own) is not None)
