"""From files to a RuleSet, in stages: a later stage begins only when the earlier ones found nothing wrong."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache

from lawcheck.errors import RuleSetError
from lawcheck.rule.plan import Profile
from lawcheck.rule.rule import Basis
from lawcheck.rule.template import Template
from lawcheck.rule.vocabulary import Indicator, Vocabulary
from lawcheck.rulesets import builtin
from lawcheck.rulesets.fault import Enough, Fault, Faults, shown, whole
from lawcheck.rulesets.folder import read_folder
from lawcheck.rulesets.layout import (
    BASIS,
    INDICATORS,
    MANIFEST,
    TEMPLATE,
    VOCABULARY,
    Files,
    profile_files,
    rule_files,
    sha256,
)
from lawcheck.rulesets.misfit import fit
from lawcheck.rulesets.models import Manifest, ProfileEntry
from lawcheck.rulesets.phrases import PatternBudget
from lawcheck.rulesets.resolve import EVERYBODY, Resolver, Written
from lawcheck.rulesets.rules import RuleReader
from lawcheck.rulesets.ruleset import RuleSet, in_order
from lawcheck.rulesets.strict_yaml import parse
from lawcheck.rulesets.template import read_template
from lawcheck.rulesets.tree import Tree
from lawcheck.rulesets.words import read_basis, read_indicators, read_vocabulary
from lawcheck.text.pattern import SEARCH_BUDGET_S
from lawcheck.wording import Text

CUSTOM = "custom"  # the id of a foreign set that gives itself none


def load_builtin() -> RuleSet:
    """Return the shipped rule set, read once per process. Raises: RuleSetError."""
    return _builtin()


def load_folder(path: str | os.PathLike[str]) -> RuleSet:
    """Return the rule set in a folder. Raises: RuleSetError for the first thing that is wrong with it."""
    return raise_first(*read(path))


def read(path: str | os.PathLike[str] | None) -> tuple[RuleSet | None, Sequence[RuleSetError]]:
    """Return the rule set in a folder (the shipped one: None), or None and all that is wrong with it, in order."""
    try:
        if path is None:
            return read_files(builtin.read(), None)
        given = os.fspath(path)
        name = given.rstrip("/" + os.sep) or given or os.curdir
        return read_files(read_folder(name), name)
    except RuleSetError as e:
        return None, [e]


def read_files(files: Files, name: str | None) -> tuple[RuleSet | None, Sequence[RuleSetError]]:
    """Return the same of files already in memory; `name` is their folder in messages, None for the shipped set.

    Raises: RuleSetError when the shipped set is needed and wrong.
    """
    load = _Load(files, name)
    ruleset = None
    with suppress(Enough):
        ruleset = load.ruleset()
    return ruleset, load.faults.in_order()


def raise_first(ruleset: RuleSet | None, faults: Sequence[RuleSetError]) -> RuleSet:
    """Return the rule set, or raise the first of the faults, with their number when there are more."""
    if ruleset is not None and not faults:
        return ruleset
    first, *others = faults
    if not others:
        raise first
    raise RuleSetError(
        f"{first.message}（另有 {len(others)} 处错误，可用 lawcheck rules lint 列出）",
        f"{first.message.en} ({len(others)} more; lawcheck rules lint lists them)",
    )


@cache
def _builtin() -> RuleSet:
    return raise_first(*read(None))


@dataclass
class _Load:
    """The work on one rule set. `name` is the folder as given, None for the shipped set."""

    files: Files
    name: str | None
    faults: Faults = field(default_factory=Faults)
    trees: dict[str, Tree] = field(default_factory=dict)
    budget: PatternBudget = field(default_factory=PatternBudget)
    rests_on: RuleSet | None = None

    def ruleset(self) -> RuleSet | None:
        """Return the rule set, or None after filling `faults`."""
        for name in self.files:
            self._parse(name)
        manifest = None if self.faults else self._manifest()
        if manifest is None or self.faults:
            return None
        extended = self._shipped() if manifest.extends else None
        basis, vocabulary = self._basis(extended), self._vocabulary(extended)
        if self.faults:
            return None
        reader = RuleReader(basis, vocabulary, self.budget, self.faults, self.name is None)
        if extended:
            reader.rules |= {rule.id: rule for rule in extended.rules}
        ids = {name: reader.read(self.trees[name], f"{manifest.id}:{name}") for name in rule_files(self.files)}
        for name in (rule for rules in ids.values() for rule in rules):
            reader.check_yielding(name)
        written = self._written()
        if self.faults:
            return None
        profiles = self._profiles(reader, ids, written, extended)
        template = self._template(reader)
        if self.faults:
            return None
        rules = in_order(reader.rules.values())
        return RuleSet(manifest.id, self._hash(), vocabulary, rules, profiles, basis, template=template)

    def _shown(self, name: str) -> str:
        return f"{builtin.PREFIX}{name}" if self.name is None else f"{self.name}/{name}"

    def _parse(self, name: str) -> None:
        try:
            self.trees[name] = parse(self.files[name], self._shown(name))
        except Fault as e:
            self.faults.add(e)

    def _manifest(self) -> Manifest | None:
        tree = self.trees.get(MANIFEST)
        if tree is None or self.name is None:
            return Manifest(id=CUSTOM if self.name else builtin.ID)
        manifest = fit(Manifest, tree.value, tree, (), self.faults)
        if manifest and manifest.id == builtin.ID:
            told = Text(
                f"“{builtin.ID}”是内置规则的名称，请另取一个", f"“{builtin.ID}” is the shipped set; choose another id"
            )
            self.faults.add(tree.fault(("id",), told))
        return manifest

    def _basis(self, extended: RuleSet | None) -> dict[str, Basis]:
        tree = self.trees.get(BASIS)
        if tree is None:
            return dict(self._shipped().basis)
        return read_basis(tree, self.faults, dict(extended.basis) if extended else {})

    def _vocabulary(self, extended: RuleSet | None) -> Vocabulary:
        tree = self.trees.get(VOCABULARY)
        if tree is None:
            words = self._shipped().vocabulary
        else:
            words = read_vocabulary(tree, self.faults, self.budget, extended.vocabulary if extended else None)
        words = replace(words, indicators=self._indicators(extended))
        return words if self.name is None else replace(words, budget_s=SEARCH_BUDGET_S)

    def _indicators(self, extended: RuleSet | None) -> tuple[Indicator, ...]:
        tree = self.trees.get(INDICATORS)
        if tree is None:
            return () if self.name is None else self._shipped().vocabulary.indicators
        known = extended.vocabulary.indicators if extended else ()
        return read_indicators(tree, self.faults, self.budget, known)

    def _template(self, reader: RuleReader) -> Template | None:
        tree = self.trees.get(TEMPLATE)
        if tree is not None:
            return read_template(tree, self.faults, reader.rules, reader.vocabulary)
        return None if self.name is None else load_builtin().template

    def _shipped(self) -> RuleSet:
        """Return the shipped set for what a foreign one leaves out; the shipped one itself leaves out nothing."""
        if self.name is None:
            raise whole(builtin.ID, Text(f"缺少 {BASIS} 或 {VOCABULARY}", f"{BASIS} or {VOCABULARY} is missing"))
        self.rests_on = load_builtin()
        return self.rests_on

    def _written(self) -> list[Written]:
        trees = [self.trees[name] for name in profile_files(self.files)]
        entries = [(fit(ProfileEntry, tree.value, tree, (), self.faults), tree) for tree in trees]
        return [Written(entry, tree) for entry, tree in entries if entry]

    def _profiles(
        self, reader: RuleReader, ids: dict[str, list[str]], written: list[Written], extended: RuleSet | None
    ) -> tuple[Profile, ...]:
        own = [name for names in ids.values() for name in names]
        rules = [reader.rules[name] for name in own]
        known = extended.profiles if extended else ()
        if written:
            profiles = Resolver(reader, ids, known).resolve(written)
        elif extended:  # no profiles of its own: its rules are for everybody
            profiles = tuple(p if p.is_overlay else replace(p, rules=in_order((*p.rules, *rules))) for p in known)
        else:
            profiles = (Profile(EVERYBODY, Text("全部规则", "all rules"), in_order(rules)),)
        if not self.faults:
            self._check(reader, own, profiles)
        return profiles

    def _check(self, reader: RuleReader, own: Collection[str], profiles: tuple[Profile, ...]) -> None:
        classes = [profile for profile in profiles if not profile.is_overlay]
        local = {rule.id for p in classes for rule in p.rules if (rule.force, rule.severity) == ("provincial", "error")}
        used = {rule.id for profile in profiles for rule in profile.rules}
        for name in own:
            if name not in used:
                told = Text(
                    f"没有一个适用范围用到规则“{shown(name)}”，它永远不会运行",
                    f"no profile has the rule “{shown(name)}”",
                )
                self.faults.add(reader.fault(name, "id", told))
            elif name in local:
                told = Text(
                    "地方规则（force: provincial）只有放在叠加范围（overlay）里才能是 error，否则最高为 warning",
                    "a provincial rule is an error only within an overlay, else warning at most",
                )
                self.faults.add(reader.fault(name, "severity", told))
        if not any(profile.rules for profile in classes):
            told = Text(
                "没有一个机关类别有规则；规则放在 national/*.yaml，类别放在 profiles/*.yaml",
                "no class of body has a rule; rules go into national/*.yaml, classes into profiles/*.yaml",
            )
            self.faults.add(whole(self.name or builtin.ID, told))

    def _hash(self) -> str:
        rests_on = {} if self.rests_on is None else {builtin.PREFIX: self.rests_on.sha256.encode()}
        return sha256({**self.files, **rests_on})
