"""The patterns inside a value: each looked at, then compiled once, so that a mistake is told where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from lawcheck.rule.vocabulary import Phrases
from lawcheck.rulesets.fault import Faults, shown
from lawcheck.rulesets.pattern_scan import Refused, scan
from lawcheck.rulesets.tree import Path, Tree
from lawcheck.text.pattern import Pattern, PatternError
from lawcheck.wording import Text

# Characters of all phrases and patterns of a set with their counts written out: 2 s and 100 MB to compile.
MAX_SIZE_OF_SET = 200_000


class PatternBudget:
    """Checks the patterns of one rule set, file after file, and keeps count of their size."""

    def __init__(self) -> None:
        self._left = MAX_SIZE_OF_SET

    @property
    def is_spent(self) -> bool:
        """Say whether the set is too large already: then nothing of it may be compiled."""
        return self._left < 0

    def check(self, value: object, tree: Tree, path: Path, faults: Faults, *, years: bool = False) -> None:
        """Add to `faults` every phrase or pattern within `value` that cannot be used; `path` is where `value` stands.

        `years` says that `{year}`, `{next}` and `{any}` stand for a year in what is looked for.
        """
        for at, family in families(value, path):
            for i, phrase in enumerate(family.phrases):
                told = self._spend(len(phrase)) if phrase else _EMPTY_PHRASE
                if told:
                    faults.add(tree.fault((*at, "phrases", i), told))
            for key in ("re", "unless"):
                for i, source in enumerate(getattr(family, key)):
                    told = self._told(_with_years(source) if years and key == "re" else source)
                    if told:
                        faults.add(tree.fault((*at, key, i), told))

    def _told(self, source: str) -> Text | None:
        if not source:
            return _EMPTY_PATTERN
        try:
            told = self._spend(scan(source))
            if not self.is_spent:
                Pattern(source)
        except Refused as e:
            return e.text
        except PatternError as e:
            return Text(f"模式有语法错误（{shown(e)}）", f"the pattern does not compile: {shown(e)}")
        return told

    def _spend(self, size: int) -> Text | None:
        was_spent, self._left = self.is_spent, self._left - size
        return _TOO_MUCH if self.is_spent and not was_spent else None  # told once, where it runs out


_EMPTY_PHRASE = Text("短语不能为空", "a phrase may not be empty")
_EMPTY_PATTERN = Text("模式不能为空", "a pattern may not be empty")
_TOO_MUCH = Text(
    f"到这里，规则集的短语和模式合计超过 {MAX_SIZE_OF_SET} 个字符",
    f"up to here the phrases and patterns of the rule set have more than {MAX_SIZE_OF_SET} characters together",
)


def _with_years(source: str) -> str:
    for name in ("{year}", "{next}", "{any}"):
        source = source.replace(name, "(?:2024)")
    return source


def families(value: object, path: Path) -> Iterator[tuple[Path, Phrases]]:
    """Yield the phrase families inside a value, each with its path in the file."""
    if isinstance(value, Phrases):
        yield path, value
    elif isinstance(value, tuple):
        for i, element in enumerate(value):
            yield from families(element, (*path, i))
    elif isinstance(value, dict):
        for name, element in value.items():
            yield from families(element, (*path, name))
    elif is_dataclass(value):
        for field in fields(value):
            yield from families(getattr(value, field.name), (*path, field.name))
