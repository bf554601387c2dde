"""Errors of rule files: where, what, and what would be valid, on one line."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from lawcheck.errors import RuleSetError
from lawcheck.text.lines import LineColumn
from lawcheck.text.visible import visible
from lawcheck.wording import Text

START = LineColumn(1, 1)
MAX_FAULTS = 100
_SHOWN = 40
_LISTED = 12


class Fault(RuleSetError):
    """One mistake and its place: `rules/x.yaml:12:5：…`; `at` is None for a file or folder as a whole."""

    def __init__(self, file: str, at: LineColumn | None, text: Text) -> None:
        place = visible(file) + (f":{at.line}:{at.column}" if at else "")
        super().__init__(f"{place}：{text}", f"{place}: {text.en}")
        self.order = (file, at or (0, 0))


class Enough(Exception):
    """So many mistakes that reading ends; never leaves the package."""


class Faults:
    """The mistakes of one rule set as they are found: so many at most, since each is compared with the valid names."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    def add(self, found: Fault) -> None:
        """Keep one mistake. Raises: Enough, with the last that is told."""
        self._found.append(found)
        if len(self._found) == MAX_FAULTS:
            raise Enough

    def __len__(self) -> int:
        return len(self._found)

    def in_order(self) -> list[Fault]:
        """Return the mistakes in the order of files and places."""
        return sorted(self._found, key=lambda found: found.order)


def whole(file: str, text: Text) -> Fault:
    """Return the mistake of a file or folder as a whole: `rules/x.yaml：…`."""
    return Fault(file, None, text)


def shown(value: object) -> str:
    """Return a value from a rule file as it may stand in a message: short, on one line, nothing hidden."""
    text = visible(str(value))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def nearest(word: object, valid: Iterable[str]) -> list[str]:
    """Return the valid name that was most likely meant, if any comes near."""
    return get_close_matches(word, sorted(set(valid)), n=1, cutoff=0.6) if isinstance(word, str) else []


def instead(word: object, valid: Iterable[str]) -> Text:
    """Return the end of a message about an unknown `word`: the nearest valid one, and the list where it is short."""
    names = sorted(set(valid))
    near = nearest(word, names)
    zh = f"；是不是“{near[0]}”？" if near else ""
    en = f"; did you mean “{near[0]}”?" if near else ""
    if names and (not near or len(names) <= _LISTED):
        more = len(names) - _LISTED
        listed = names[:_LISTED]
        zh += f"{'' if near else '；'}可用：{'、'.join(listed)}{f' 等 {len(names)} 个' if more > 0 else ''}"
        en += f"{' ' if near else '; '}valid: {', '.join(listed)}{f' and {more} more' if more > 0 else ''}"
    return Text(zh, en)


def unknown(noun: Text, word: object, valid: Iterable[str]) -> Text:
    """Return the message for a name that nothing has: what it should name, and the nearest that exists."""
    end = instead(word, valid)
    return Text(f"没有名为“{shown(word)}”的{noun}{end}", f"no {noun.en} is called “{shown(word)}”{end.en}")
