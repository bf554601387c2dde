"""From the records of a run to what the reviewer is shown: units, the worst first, and what concerns several."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawcheck.model.checklist import Tool, Unreadable
from lawcheck.overview.element import ELEMENTS
from lawcheck.overview.names import Candidate, Match, match, squeezed, stem
from lawcheck.overview.record import Details, State, Summary
from lawcheck.overview.similar import Copy, copies, likeness
from lawcheck.wording import Text

TWINS = 0.98  # likeness from which two files of a unit are one report
# Of twins, the one whose paragraphs and places are surest speaks for the report.
_SUREST = ("docx", "odt", "doc", "rtf", "md", "txt", "html", "ofd", "pdf")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the run: its record, or why there is none. `number` is the record's in the store."""

    name: str
    summary: Summary | None
    number: int = -1
    unreadable: Unreadable | None = None

    @property
    def unit(self) -> str:
        """The unit as the report names it; else the name of the file stands for it."""
        return (self.summary.issuer if self.summary else "") or stem(self.name)


@dataclass(frozen=True, slots=True)
class Row:
    """One report: the file that speaks for it, the other files of it, and what a person should know of it."""

    entry: Entry
    twins: tuple[Entry, ...] = ()
    same_unit: int = 0

    @property
    def unit(self) -> str:
        """The unit whose report it is."""
        return self.entry.unit


@dataclass(frozen=True, slots=True)
class Expected:
    """How the list of those that have to report compares with what came; None of it without a list.

    `units` is the list, `missing` those of it that did not report, `outside` the units that are not on it. `is_late`
    says whether the day for reporting is past: None when nothing tells the day.
    """

    units: tuple[Match, ...]
    missing: tuple[Match, ...]
    outside: tuple[str, ...]
    is_late: bool | None


@dataclass(frozen=True, slots=True)
class Survey:
    """All that the overview shows; `copied` counts the shared passages, of which `copies` are the longest."""

    tool: Tool
    rows: tuple[Row, ...]
    files: int
    folders: tuple[Unreadable, ...]
    expected: Expected | None
    copies: tuple[Copy, ...]
    copied: int
    read: Callable[[int], Details]

    @property
    def units(self) -> int:
        """The number of units that handed in."""
        return len({squeezed(row.unit) for row in self.rows})

    def states(self, element: str) -> Counter[State]:
        """Count the reports by how they stand with an element."""
        return Counter(
            standing.state
            for row in self.rows
            if row.entry.summary is not None and row.entry.summary.is_report
            for standing in row.entry.summary.standings
            if standing.element == element
        )


def survey(
    entries: Sequence[Entry],
    folders: Sequence[Unreadable],
    read: Callable[[int], Details],
    *,
    tool: Tool,
    expected: Sequence[str] | None = None,
    year: int | None = None,
    as_of: date | None = None,
) -> Survey:
    """Return the survey of a run's files; `folders` are those in which nothing could be looked at."""
    rows = sorted(_rows(entries, read), key=_worst)
    held = [row for row in rows if row.entry.summary is not None and row.entry.summary.is_report]
    numbers = [row.entry.number for row in held]
    positions = {row.entry.name: at for at, row in enumerate(rows)}
    found, copied = copies([squeezed(row.unit) for row in held], lambda at: read(numbers[at]).passages)
    at = [positions[row.entry.name] for row in held]
    return Survey(
        tool,
        tuple(rows),
        len(entries),
        tuple(folders),
        None if expected is None else _expected(expected, rows, year, as_of),
        tuple(replace(copy, first=at[copy.first], second=at[copy.second]) for copy in found),
        copied,
        read,
    )


def _rows(entries: Sequence[Entry], read: Callable[[int], Details]) -> list[Row]:
    """Return a row for each report: files of the same report together."""
    groups: list[list[Entry]] = []
    by_text: dict[str, list[Entry]] = {}
    by_unit: dict[tuple[str, str], list[list[Entry]]] = defaultdict(list)
    readable = sorted(filter(lambda entry: entry.summary, entries), key=_surest)
    for entry in readable:
        summary = entry.summary
        if summary is None:
            continue
        group = by_text.get(summary.text_key)
        of_unit = by_unit[squeezed(entry.unit), summary.year]
        if group is None and summary.issuer:
            group = next((g for g in of_unit if _is_twin(g[0], entry, read)), None)
        if group is None:
            group = []
            groups.append(group)
            of_unit.append(group)
            by_text[summary.text_key] = group
        group.append(entry)
    beside = {_without_suffix(entry.name): group for group in reversed(groups) for entry in group}
    for entry in entries:
        if entry.summary is None:
            # A scan beside the Word file of the same name: the report has been read.
            group = beside.get(_without_suffix(entry.name))
            if group is not None:
                group.append(entry)
            else:
                groups.append([entry])
    units = Counter(squeezed(group[0].unit) for group in groups)
    return [Row(group[0], tuple(group[1:]), units[squeezed(group[0].unit)] - 1) for group in groups]


def _is_twin(one: Entry, other: Entry, read: Callable[[int], Details]) -> bool:
    """Say whether two files of a unit are one report in two formats; in one format they are two versions of it."""
    if one.summary is None or other.summary is None or one.summary.format == other.summary.format:
        return False
    return likeness(_letters(read(one.number)), _letters(read(other.number))) >= TWINS


def _letters(details: Details) -> str:
    return "".join(filter(str.isalnum, "".join(passage.text for passage in details.passages)))


def _surest(entry: Entry) -> tuple[int, str]:
    format = entry.summary.format if entry.summary else ""
    return _SUREST.index(format) if format in _SUREST else len(_SUREST), entry.name


def _without_suffix(name: str) -> str:
    folder, slash, last = name.replace("\\", "/").rpartition("/")
    return folder + slash + stem(last)


def _worst(row: Row) -> tuple[int, ...] | tuple[int | str, ...]:
    """Order rows: what could not be read, what is another kind, then by parts missing and findings to mend."""
    summary = row.entry.summary
    if summary is None:
        return (0, 0, 0, 0, 0, 0, row.unit, row.entry.name)
    if not summary.is_report:
        return (1, 0, 0, 0, 0, 0, row.unit, row.entry.name)
    parts = {element.id for element in ELEMENTS if element.manner == "part"}
    missing = sum(one.state == "missing" for one in summary.standings if one.element in parts)
    counts = (-missing, -summary.errors, -summary.warnings, -summary.doubtful, -summary.hints)
    return (2, *counts, row.unit, row.entry.name)


def _expected(names: Sequence[str], rows: Sequence[Row], year: int | None, as_of: date | None) -> Expected:
    paths: dict[str, list[str]] = defaultdict(list)
    shown: dict[str, str] = {}
    read: dict[str, bool] = defaultdict(bool)
    for row in rows:
        key = squeezed(row.unit)
        shown.setdefault(key, row.unit)
        paths[key] += [entry.name for entry in (row.entry, *row.twins)]
        read[key] |= bool(row.entry.summary and row.entry.summary.issuer)
    candidates = [Candidate(shown[key], read[key], tuple(paths[key])) for key in shown]
    found = match(names, candidates)
    used = {unit for one in found for unit in one.units}
    outside = tuple(sorted(unit for unit in shown.values() if unit not in used))
    told = [row.entry.summary.year for row in rows if row.entry.summary and row.entry.summary.year]
    usual = year or max(((count, int(value)) for value, count in Counter(told).items()), default=(0, 0))[1]
    late = None if as_of is None or not usual else as_of >= date(usual + 1, 3, 1)
    return Expected(found, tuple(one for one in found if not one.units), outside, late)


def unit_text(row: Row) -> Text:
    """Return the unit of a row, marked where only the file tells it."""
    if row.entry.summary is not None and row.entry.summary.issuer:
        return Text(row.unit, row.unit)
    return Text(f"{row.unit}（按文件名）", f"{row.unit} (from the file's name)")
