"""The patterns inside a value: each looked at, then compiled once, so that a mistake is told where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from lawcheck.rule.vocabulary import Phrases
from lawcheck.rulesets.fault import Fault, shown
from lawcheck.rulesets.pattern_scan import Refused, scan
from lawcheck.rulesets.tree import Path, Tree
from lawcheck.text.pattern import Pattern, PatternError
from lawcheck.wording import Text

MAX_SIZE_OF_SET = 500_000  # characters of all patterns of a set with their counts written out: about 125 MB compiled


class PatternBudget:
    """Checks the patterns of one rule set, file after file, and keeps count of their size."""

    def __init__(self) -> None:
        self._left = MAX_SIZE_OF_SET

    def check(self, value: object, tree: Tree, path: Path, faults: list[Fault], *, years: bool = False) -> None:
        """Add to `faults` every phrase or pattern within `value` that cannot be used; `path` is where `value` stands.

        `years` says that `{year}`, `{next}` and `{any}` stand for a year in what is looked for.
        """
        for at, family in families(value, path):
            for i, phrase in enumerate(family.phrases):
                if not phrase:
                    faults.append(tree.fault((*at, "phrases", i), Text("短语不能为空", "a phrase may not be empty")))
            for key in ("re", "unless"):
                for i, source in enumerate(getattr(family, key)):
                    told = self._told(_with_years(source) if years and key == "re" else source)
                    if told:
                        faults.append(tree.fault((*at, key, i), told))

    def _told(self, source: str) -> Text | None:
        if not source:
            return Text("模式不能为空", "a pattern may not be empty")
        try:
            size = scan(source)
            was_enough, self._left = self._left >= 0, self._left - size
            if self._left >= 0:
                Pattern(source)
            elif was_enough:  # told once, where it ran out
                return Text(
                    "到这里，规则集的模式总量太大", "from here on, the patterns of the rule set are too large together"
                )
        except Refused as e:
            return e.text
        except PatternError as e:
            return Text(f"模式有语法错误（{shown(e)}）", f"the pattern does not compile: {shown(e)}")
        return None


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
