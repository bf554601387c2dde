"""Reading numbering.xml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lawcheck.readers.docx.numbering import LEVELS, AbstractList, Level, ListInstance, Lists
from lawcheck.readers.docx.style import integer, is_on

# Far more than Word allows: a longer text would stand before each paragraph of the list.
_LONGEST_TEXT = 100
_PASSED = frozenset(("w:pPr", "w:rPr", "w:numPicBullet"))
_HEARD = frozenset(
    (
        *("w:abstractNum", "w:numStyleLink", "w:styleLink", "w:num", "w:abstractNumId", "w:lvlOverride"),
        *("w:startOverride", "w:lvl", "w:start", "w:numFmt", "w:lvlText", "w:suff", "w:isLgl", "w:lvlRestart"),
        *("w:pStyle", "mc:Choice", "mc:Fallback", *_PASSED),
    )
)


class NumberingReader:
    """Takes the events of numbering.xml."""

    HEARD: ClassVar = _HEARD

    def __init__(self) -> None:
        self.lists = Lists()
        self._number = -1
        self._abstract = AbstractList()
        self._instance = ListInstance()
        self._levels: dict[int, Level] = {}
        self._level: Level | None = None
        self._override = 0
        self._has_chosen = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Keep what matters of a list."""
        # Formats that old programs do not know stand in a choice, with a substitute after them.
        if tag in _PASSED or (tag == "mc:Fallback" and self._has_chosen):
            return True
        value = attributes.get("w:val", "")
        match tag:
            case "w:abstractNum":
                self._number = _number(attributes, "w:abstractNumId", -1)
                self._abstract = self.lists.abstracts[self._number] = AbstractList()
                self._levels = self._abstract.levels
            case "w:numStyleLink":
                self._abstract.link = value
            case "w:styleLink":
                self.lists.links[value] = self._number
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
                self._has_chosen = False
                ilvl = _number(attributes, "w:ilvl", 0)
                if 0 <= ilvl < LEVELS:
                    self._levels[ilvl] = self._level
            case "mc:Choice":
                self._has_chosen = True
            case _ if self._level is not None:
                _keep(self._level, tag, attributes, value)
        return False

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
            # A format of Word's own is told by how it begins: `001, 002, 003, ...`.
            level.format = attributes.get("w:format", "") if value == "custom" else value
        case "w:lvlText":
            level.text = value[:_LONGEST_TEXT]
        case "w:suff":
            level.suffix = value
        case "w:isLgl":
            level.is_legal = is_on(value)
        case "w:lvlRestart":
            level.restart = integer(value)
        case "w:pStyle":
            level.style = value


def _number(attributes: Mapping[str, str], key: str, default: int) -> int:
    value = integer(attributes.get(key, ""))
    return default if value is None else value
