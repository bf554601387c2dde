"""Names of units: as they are compared, and which of those that handed in is meant by a name on a list."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from lawcheck.text.fold import fold_text
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

# exact: the same name; suffix: one has more in front, a province or a county; file: the file bears the name.
How = Literal["exact", "suffix", "file"]
HOW: dict[How, Text] = {
    "exact": Text("名称相同", "same name"),
    "suffix": Text("只差前面的地名，请核对", "differs by what stands in front; please check"),
    "file": Text("按文件名对应，请核对", "by the name of the file; please check"),
}
_ASIDE = pattern(r"[（(〔\[【][^）)〕\]】]{0,60}[）)〕\]】]|[\s·•—\-_“”\"'‘’]")
_PLACES = ("省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道")
_SHORTEST = 3  # of a name that is looked for inside others
_ALIKE = 0.7
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Match:
    """What became of one expected name: the units that it means (rows by number), and how they were found.

    Without `units` nobody handed in under that name; `near` are then the names that come nearest, for a person to
    look at.
    """

    name: str
    units: tuple[str, ...] = ()
    how: How = "exact"
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that handed in: its name, whether the report itself gave it, and the paths of its files."""

    name: str
    is_read: bool
    paths: tuple[str, ...]


def squeezed(name: str) -> str:
    """Return a name as it is compared: folded, without blanks and what stands in brackets, 人民政府 as 政府."""
    folded = fold_text(name)
    return _replaced(folded).replace("人民政府", "政府") or folded


def _replaced(text: str) -> str:
    pieces, at = [], 0
    for found in _ASIDE.finditer(text):
        pieces.append(text[at : found.start()])
        at = found.end()
    return "".join((*pieces, text[at:]))


def stem(path: str) -> str:
    """Return the name of a file without folder and suffix."""
    return os.path.splitext(os.path.basename(path.replace("\\", "/")))[0]


def match(expected: Sequence[str], candidates: Sequence[Candidate]) -> tuple[Match, ...]:
    """Return, for each expected name, which of the candidates it means; a name that may mean several means none.

    The same name comes first. Then one that is the end of the other, where that holds for one pair alone. Then a file
    of a unit that is not known by a better name, where it bears this expected name and no other.
    """
    names = {candidate.name: squeezed(candidate.name) for candidate in candidates}
    wanted = {name: squeezed(name) for name in expected}
    taken: dict[str, tuple[tuple[str, ...], How]] = {}
    for name in expected:
        same = tuple(c.name for c in candidates if c.is_read and names[c.name] == wanted[name])
        if same:
            taken[name] = same, "exact"
    hows: tuple[How, ...] = ("suffix", "file")
    for how in hows:
        used = {unit for units, _ in taken.values() for unit in units}
        left = [c for c in candidates if c.name not in used]
        open_names = [name for name in expected if name not in taken]
        pairs = {name: _fitting(how, wanted[name], left, names) for name in open_names}
        claims = [unit for units in pairs.values() for unit in units]
        for name, units in pairs.items():
            if len(units) == 1 and claims.count(units[0]) == 1:
                taken[name] = tuple(units), how
    used = {unit for units, _ in taken.values() for unit in units}
    free = {unit: own for unit, own in names.items() if unit not in used}
    return tuple(
        Match(name, *taken[name]) if name in taken else Match(name, near=_near(wanted[name], free)) for name in expected
    )


def _fitting(how: How, wanted: str, left: Sequence[Candidate], names: dict[str, str]) -> list[str]:
    if len(wanted) < _SHORTEST:
        return []
    if how == "file":
        return [c.name for c in left if not c.is_read and any(wanted in squeezed(path) for path in c.paths)]
    fit = []
    for candidate in left:
        own = names[candidate.name]
        if candidate.is_read and len(own) >= _SHORTEST and (_ends(own, wanted) or _ends(wanted, own)):
            fit.append(candidate.name)
    return fit


def _ends(longer: str, shorter: str) -> bool:
    """Say whether a name is another with a place in front: 云溪县民政局 ends 民政局, but 教育体育局 not 体育局."""
    return longer.endswith(shorter) and longer[: -len(shorter)].endswith(_PLACES)


def _near(wanted: str, free: dict[str, str]) -> tuple[str, ...]:
    """Return the names that come nearest, the best first: one within the other, or much alike."""
    scored = []
    for unit, own in free.items():
        ratio = SequenceMatcher(None, wanted, own, autojunk=False).ratio()
        if wanted in own or own in wanted:
            ratio += 1
        if ratio >= _ALIKE:
            scored.append((-ratio, unit))
    return tuple(unit for _, unit in sorted(scored)[:_NEAREST])
