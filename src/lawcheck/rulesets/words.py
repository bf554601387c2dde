"""basis.yaml, vocabulary.yaml, indicators.yaml: the sources and the words that rules refer to."""

from __future__ import annotations

from datetime import date

from lawcheck.rule.rule import Basis
from lawcheck.rule.vocabulary import Indicator, Phrases, Vocabulary
from lawcheck.rulesets.fault import Faults, shown
from lawcheck.rulesets.misfit import fit
from lawcheck.rulesets.models import BasisFile, IndicatorFile, VocabularyFile
from lawcheck.rulesets.phrases import PatternBudget
from lawcheck.rulesets.tree import Path, Tree
from lawcheck.wording import Text


def read_basis(tree: Tree, faults: Faults, known: dict[str, Basis]) -> dict[str, Basis]:
    """Return the register of sources by id: `known` and those of the file, whose ids are new."""
    register = dict(known)
    file = fit(BasisFile, tree.value, tree, (), faults)
    for i, entry in enumerate(file.basis if file else ()):
        path: Path = ("basis", i)
        if entry.id in register:
            faults.add(tree.fault((*path, "id"), twice(entry.id)))
        dates = (entry.in_force_from, entry.in_force_to)
        for key, day in zip(("in_force_from", "in_force_to"), dates, strict=True):
            if day is not None and not _is_day(day):
                faults.add(tree.fault((*path, key), Text(f"没有 {day} 这一天", f"there is no day {day}")))
        since, until = entry.in_force_from or "", entry.in_force_to or "9999"
        if since[: len(until)] > until[: len(since)]:  # compared as far as both are known
            told = Text("失效日期早于施行日期", "out of force before it is in force")
            faults.add(tree.fault((*path, "in_force_to"), told))
        register[entry.id] = entry.basis()
    return register


def read_vocabulary(tree: Tree, faults: Faults, budget: PatternBudget, known: Vocabulary | None) -> Vocabulary:
    """Return the words of the file; with `known`, those words and the cues that the file adds."""
    file = fit(VocabularyFile, tree.value, tree, (), faults) or VocabularyFile()
    budget.check(tuple(dict(role) for role in file.roles), tree, ("roles",), faults, years=True)
    budget.check(tuple(dict(genre) for genre in file.genres), tree, ("genres",), faults)
    budget.check(file.organs, tree, ("organs",), faults)
    budget.check(file.cues, tree, ("cues",), faults)
    _check_ids([role.id for role in file.roles], ("roles",), tree, faults)
    _check_ids([genre.id for genre in file.genres], ("genres",), tree, faults)
    if known is None:
        roles, genres = tuple(r.role() for r in file.roles), tuple(g.genre() for g in file.genres)
        return Vocabulary(roles, genres, dict(file.cues), file.organs)
    for key, given in (("roles", file.roles), ("genres", file.genres), ("organs", file.organs != Phrases())):
        if given:
            told = Text(
                f"扩展内置规则时不能改动“{key}”，只能增加 cues",
                f"a set that extends the shipped one adds cues, not {key}",
            )
            faults.add(tree.fault((key,), told, key=True))
    for name in file.cues:
        if name in known.cues:
            faults.add(tree.fault(("cues", name), twice(name), key=True))
    return Vocabulary(known.roles, known.genres, {**known.cues, **file.cues}, known.organs)


def read_indicators(
    tree: Tree, faults: Faults, budget: PatternBudget, known: tuple[Indicator, ...]
) -> tuple[Indicator, ...]:
    """Return the indicators: `known` and, after them, those of the file, whose ids are new."""
    file = fit(IndicatorFile, tree.value, tree, (), faults)
    if file is None:
        return known
    own = tuple(entry.indicator() for entry in file.indicators)
    budget.check(own, tree, ("indicators",), faults)
    taken = {indicator.id for indicator in known}
    for i, indicator in enumerate(own):
        if indicator.id in taken:
            faults.add(tree.fault(("indicators", i, "id"), twice(indicator.id)))
        taken.add(indicator.id)
        if not indicator.aspects:
            told = Text("至少要有一个数", "there must be at least one number")
            faults.add(tree.fault(("indicators", i, "aspects"), told))
        _check_ids([aspect.id for aspect in indicator.aspects], ("indicators", i, "aspects"), tree, faults)
    return (*known, *own)


def _check_ids(ids: list[str], path: Path, tree: Tree, faults: Faults) -> None:
    seen: set[str] = set()
    for i, name in enumerate(ids):
        if name in seen:
            faults.add(tree.fault((*path, i, "id"), twice(name)))
        seen.add(name)


def twice(name: str) -> Text:
    """Return the sentence about an id that another entry has already."""
    return Text(f"编号“{shown(name)}”已被使用", f"the id “{shown(name)}” is taken")


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day + "0000-01-01"[len(day) :])  # a year or a month alone is one as well
    except ValueError:
        return False
    return True
