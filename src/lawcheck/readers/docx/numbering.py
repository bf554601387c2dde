"""Automatic numbers: the lists of numbering.xml, and counting through them."""

from __future__ import annotations

from dataclasses import dataclass, field

from lawcheck.readers.docx.style import Inherited, Styles
from lawcheck.readers.number_format import write_number
from lawcheck.text.pattern import pattern

LEVELS = 9
_MOST_LINKS = 5
_PLACE = pattern(r"%([1-9])")
# A number that ends in one of these brings its own room; after `1.` a blank keeps 1. 2024年 apart.
_ROOMY = "、．）】：。"


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


@dataclass(frozen=True, slots=True)
class _List:
    """A list ready for counting: the definition that it counts with, its levels, and where each starts."""

    abstract: int
    levels: dict[int, Level]
    starts: dict[int, int]
    styled: dict[str, int]  # from a style to the level that names it


class Lists:
    """All lists of one file, with the counters of one way through it. `links` leads from numbering styles."""

    def __init__(self) -> None:
        self.abstracts: dict[int, AbstractList] = {}
        self.instances: dict[int, ListInstance] = {}
        self.links: dict[str, int] = {}
        self._ready: dict[int, _List | None] = {}
        self._counters: dict[int, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def next_number(
        self, styles: Styles, inherited: Inherited, num_id: int | None, ilvl: int | None
    ) -> tuple[str, str]:
        """Count a paragraph and return its number and the blank after it; two empty strings when it has none.

        `num_id` and `ilvl` are the paragraph's own; what it does not say comes from its style.
        """
        if num_id is None:
            num_id = inherited.num_id
        ready = self._list(styles, num_id) if num_id else None
        if ready is None or num_id is None:
            return "", ""
        if ilvl is None:
            ilvl = next((ready.styled[style] for style in inherited.ids if style in ready.styled), inherited.ilvl)
        at = ilvl or 0
        if at not in ready.levels:
            return "", ""
        return _written(ready, at, self._count(ready, num_id, at))

    def _list(self, styles: Styles, num_id: int) -> _List | None:
        if num_id not in self._ready:
            instance = self.instances.get(num_id)
            self._ready[num_id] = self._prepare(styles, instance) if instance else None
        return self._ready[num_id]

    def _prepare(self, styles: Styles, instance: ListInstance) -> _List:
        abstract = self._resolve(styles, instance.abstract)
        defined = self.abstracts[abstract].levels if abstract in self.abstracts else {}
        styled = {level.style: ilvl for ilvl, level in defined.items() if level.style}
        levels = {**defined, **instance.levels}
        starts = {ilvl: instance.starts.get(ilvl, level.start) for ilvl, level in levels.items()}
        return _List(abstract, levels, starts, styled)

    def _resolve(self, styles: Styles, abstract: int) -> int:
        """Follow a definition to the one that its numbering style names."""
        for _ in range(_MOST_LINKS):
            link = self.abstracts[abstract].link if abstract in self.abstracts else None
            if link is None:
                return abstract
            num_id = styles.by_id[link].num_id if link in styles.by_id else None
            instance = self.instances.get(num_id or 0)
            following = instance.abstract if instance else self.links.get(link)
            if following is None:
                return abstract
            abstract = following
        return abstract

    def _count(self, ready: _List, num_id: int, at: int) -> dict[int, int]:
        # Lists that share a definition count on together, until one says where to start.
        counters = self._counters.setdefault(ready.abstract, {})
        starts_anew = at in self.instances[num_id].starts and (num_id, at) not in self._started
        if starts_anew:
            self._started.add((num_id, at))
        counters[at] = ready.starts[at] if starts_anew or at not in counters else counters[at] + 1
        for higher in range(at):  # a level that was passed by counts as begun: 1.1, then 2
            counters.setdefault(higher, ready.starts.get(higher, 1))
        for lower in range(at + 1, LEVELS):
            restart = ready.levels[lower].restart if lower in ready.levels else None
            if restart is None or at < restart:
                counters.pop(lower, None)
        return counters


def _written(ready: _List, at: int, values: dict[int, int]) -> tuple[str, str]:
    level = ready.levels[at]
    if level.format == "bullet":
        return "", ""
    number, end = "", 0
    for place in _PLACE.finditer(level.text):
        index = int(place[1]) - 1
        style = "decimal" if level.is_legal else ready.levels.get(index, level).format
        value = values.get(index, 1)
        number += level.text[end : place.start()] + write_number(value, style)
        end = place.end()
    number = (number + level.text[end:]).strip()
    needs_blank = bool(number) and level.suffix != "nothing" and number[-1] not in _ROOMY
    return number, " " if needs_blank else ""
