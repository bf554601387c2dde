"""Automatic numbers: the lists of numbering.xml, and counting through them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lawcheck.readers.docx.number_format import write_number
from lawcheck.readers.docx.style import Styles, integer, is_on
from lawcheck.text.pattern import pattern

_LEVELS = 9
_MOST_LINKS = 5
_PLACE = pattern(r"%([1-9])")


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered. `restart`: the level, from one, whose use restarts it; None: any higher."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    is_legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class AbstractList:
    """A list definition; `link` names the numbering style that holds the levels instead."""

    levels: dict[int, Level] = field(default_factory=dict)
    link: str | None = None


@dataclass(slots=True)
class ListInstance:
    """A list that paragraphs name by `numId`: its definition, and the levels that it starts or writes anew."""

    abstract: int = -1
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Lists:
    """All lists of one file, with the counters of one way through it."""

    def __init__(self) -> None:
        self.abstracts: dict[int, AbstractList] = {}
        self.instances: dict[int, ListInstance] = {}
        self._counters: dict[int, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def next_number(
        self, styles: Styles, style_id: str | None, num_id: int | None, ilvl: int | None
    ) -> tuple[str, str]:
        """Count a paragraph and return its number and the blank after it; two empty strings when it has none."""
        chain = list(styles.chain(style_id))
        if num_id is None:
            num_id = next((s.num_id for s in chain if s.num_id is not None), None)
            ilvl = ilvl if ilvl is not None or num_id is None else self._linked(styles, num_id, [s.id for s in chain])
            ilvl = ilvl if ilvl is not None else next((s.ilvl for s in chain if s.ilvl is not None), None)
        instance = self.instances.get(num_id or 0)
        if not num_id or instance is None:
            return "", ""
        abstract = self._resolve(styles, instance.abstract)
        levels = (
            {**self.abstracts[abstract].levels, **instance.levels} if abstract in self.abstracts else instance.levels
        )
        at = ilvl or 0
        if at not in levels:
            return "", ""
        values = self._count(abstract, num_id, instance, levels, at)
        return _written(levels, at, values)

    def _linked(self, styles: Styles, num_id: int, style_ids: list[str]) -> int | None:
        """Return the level that names one of the styles as its own."""
        instance = self.instances.get(num_id)
        abstract = self.abstracts.get(self._resolve(styles, instance.abstract)) if instance else None
        by_style = {level.style: ilvl for ilvl, level in abstract.levels.items() if level.style} if abstract else {}
        return next((by_style[s] for s in style_ids if s in by_style), None)

    def _resolve(self, styles: Styles, abstract: int) -> int:
        """Follow a definition to the one that its numbering style names."""
        for _ in range(_MOST_LINKS):
            link = self.abstracts[abstract].link if abstract in self.abstracts else None
            num_id = styles.by_id[link].num_id if link in styles.by_id and link else None
            if num_id not in self.instances or num_id is None:
                return abstract
            abstract = self.instances[num_id].abstract
        return abstract

    def _count(
        self, abstract: int, num_id: int, instance: ListInstance, levels: dict[int, Level], at: int
    ) -> dict[int, int]:
        # Lists that share a definition count on together, until one says where to start.
        counters = self._counters.setdefault(abstract, {})
        if at in instance.starts and (num_id, at) not in self._started:
            self._started.add((num_id, at))
            counters[at] = instance.starts[at]
        else:
            counters[at] = counters[at] + 1 if at in counters else levels[at].start
        for lower in range(at + 1, _LEVELS):
            restart = levels[lower].restart if lower in levels else None
            if restart is None or at < restart:
                counters.pop(lower, None)
        return counters


class NumberingReader:
    """Takes the events of numbering.xml."""

    def __init__(self) -> None:
        self.lists = Lists()
        self._abstract = AbstractList()
        self._instance = ListInstance()
        self._levels: dict[int, Level] = {}
        self._level: Level | None = None
        self._override = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep what matters of a list."""
        value = attributes.get("w:val", "")
        match tag:
            case "w:abstractNum":
                self._abstract = AbstractList()
                self._levels = self._abstract.levels
                self.lists.abstracts[_number(attributes, "w:abstractNumId", -1)] = self._abstract
            case "w:numStyleLink":
                self._abstract.link = value
            case "w:num":
                self._instance = ListInstance()
                self._levels = self._instance.levels
                self.lists.instances[_number(attributes, "w:numId", 0)] = self._instance
            case "w:abstractNumId":
                self._instance.abstract = _number(attributes, "w:val", -1)
            case "w:lvlOverride":
                self._override = _number(attributes, "w:ilvl", 0)
            case "w:startOverride":
                self._instance.starts[self._override] = _number(attributes, "w:val", 1)
            case "w:lvl":
                self._level = Level()
                ilvl = _number(attributes, "w:ilvl", 0)
                if 0 <= ilvl < _LEVELS:
                    self._levels[ilvl] = self._level
            case _ if self._level is not None:
                _keep(self._level, tag, attributes, value)

    def end(self, tag: str) -> None:
        """Leave a level."""
        if tag == "w:lvl":
            self._level = None

    def text(self, data: str) -> None:
        """Nothing to do: lists say all in attributes."""


def _keep(level: Level, tag: str, attributes: Mapping[str, str], value: str) -> None:
    match tag:
        case "w:start":
            level.start = _number(attributes, "w:val", 1)
        case "w:numFmt":
            level.format = value
        case "w:lvlText":
            level.text = value
        case "w:suff":
            level.suffix = value
        case "w:isLgl":
            level.is_legal = is_on(value)
        case "w:lvlRestart":
            level.restart = integer(value)
        case "w:pStyle":
            level.style = value


def _written(levels: dict[int, Level], at: int, values: dict[int, int]) -> tuple[str, str]:
    level = levels[at]
    if level.format == "bullet":
        return "", ""
    number, end = "", 0
    for place in _PLACE.finditer(level.text):
        index = int(place[1]) - 1
        shown = levels.get(index, level)
        style = "decimal" if level.is_legal else shown.format
        number += level.text[end : place.start()] + write_number(values.get(index, shown.start), style)
        end = place.end()
    number = (number + level.text[end:]).strip()
    # `一、` and `（一）` bring their own room; after `1.` a blank keeps 1. 2024年 apart.
    needs_blank = bool(number) and level.suffix != "nothing" and number[-1] not in "、．）】：。"
    return number, " " if needs_blank else ""


def _number(attributes: Mapping[str, str], key: str, default: int) -> int:
    value = integer(attributes.get(key, ""))
    return default if value is None else value
