"""Profiles: which rules apply to a class of body, worked out over `extends`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawcheck.rule.plan import Adjustment, Profile
from lawcheck.rule.rule import Rule
from lawcheck.rulesets.fault import unknown
from lawcheck.rulesets.guard import ceiling, is_graver, raised_ceiling, too_grave
from lawcheck.rulesets.layout import SUFFIX
from lawcheck.rulesets.models import AdjustEntry, ProfileEntry
from lawcheck.rulesets.rules import RuleReader
from lawcheck.rulesets.ruleset import with_changes
from lawcheck.rulesets.tree import Path, Tree
from lawcheck.rulesets.words import twice
from lawcheck.wording import Text

EVERYBODY = "national"  # the class of bodies that no other class claims comes first of its rank
ALL = f"*{SUFFIX}"  # all files of a folder: national/*.yaml
MAX_STEPS = 8  # of `extends`, one after the other

_PROFILE = Text("适用范围", "profile")
_RULE = Text("规则", "rule")
_FILE = Text("规则文件", "rule file")
_MIXED = Text(
    "机关类别只能扩展机关类别，叠加范围（overlay）只能扩展叠加范围",
    "a class of body extends a class of body, an overlay extends an overlay",
)
_CLAIMED = Text("叠加范围（overlay）从不自动选用，不能写 issuers", "an overlay is never detected; it has no issuers")


@dataclass(frozen=True, slots=True)
class Written:
    """A profile as its file says it."""

    entry: ProfileEntry
    tree: Tree


class Resolver:
    """Resolves the profiles of one set; `known` are those of the set that it extends, `files` its own rules by file."""

    def __init__(self, reader: RuleReader, files: Mapping[str, list[str]], known: tuple[Profile, ...]) -> None:
        self._reader = reader
        self._files = files
        self._resolved = {profile.id: profile for profile in known}
        self._written: dict[str, Written] = {}

    def resolve(self, written: list[Written]) -> tuple[Profile, ...]:
        """Return all profiles: each before those that extend it, classes before overlays, else by id.

        Nothing after a fault about ids or `extends`: what is wrong above would be told again below.
        """
        for check in (self._check_ids, self._check_parents, self._check_chains):
            check(written)
            if self._reader.faults:
                return ()
        for each in sorted(written, key=self._order):
            self._resolved[each.entry.id] = self._profile(each)
        return tuple(self._resolved.values())

    def _check_ids(self, written: list[Written]) -> None:
        for each in written:
            if each.entry.id in self._written or each.entry.id in self._resolved:
                self._fault(each, ("id",), twice(each.entry.id))
            self._written[each.entry.id] = each

    def _check_parents(self, written: list[Written]) -> None:
        overlays = {name: profile.is_overlay for name, profile in self._resolved.items()}
        overlays |= {name: each.entry.overlay for name, each in self._written.items()}
        for each in written:
            parent = each.entry.extends
            if parent is not None and parent not in overlays:
                self._fault(each, ("extends",), unknown(_PROFILE, parent, overlays))
            elif parent is not None and overlays[parent] != each.entry.overlay:
                self._fault(each, ("extends",), _MIXED)

    def _check_chains(self, written: list[Written]) -> None:
        for each in written:
            chain = self._chain(each)
            line = " → ".join(chain[:6])
            if len(set(chain)) < len(chain):
                told = Text(f"extends 成了循环：{line}", f"extends goes round in a circle: {line}")
                self._fault(each, ("extends",), told)
            elif len(chain) - 1 > MAX_STEPS:
                told = Text(f"extends 超过 {MAX_STEPS} 层", f"extends over more than {MAX_STEPS} steps")
                self._fault(each, ("extends",), told)

    def _chain(self, each: Written) -> list[str]:
        """Return the profile and what it extends within the set, one after the other, to the first that comes again."""
        chain = [each.entry.id]
        above = each.entry.extends
        while above in self._written:
            chain.append(above)
            if above in chain[:-1]:
                break
            above = self._written[above].entry.extends
        return chain

    def _order(self, each: Written) -> tuple[bool, int, bool, str]:
        name = each.entry.id
        return each.entry.overlay, len(self._chain(each)), name != EVERYBODY, name

    def _profile(self, each: Written) -> Profile:
        entry = each.entry
        parent = self._resolved.get(entry.extends) if entry.extends else None
        rules = {rule.id: rule for rule in parent.rules} if parent else {}
        for name in self._named(each):
            rules.setdefault(name, self._reader.rules[name])
        for i, name in enumerate(entry.without):
            if rules.pop(name, None) is None:
                self._fault(each, ("without", i), unknown(_RULE, name, rules))
        changes = [c for i, a in enumerate(entry.adjust) if (c := self._change(a, rules, each, ("adjust", i)))]
        if entry.overlay and entry.issuers.phrases + entry.issuers.re:
            self._fault(each, ("issuers",), _CLAIMED, key=True)
        self._reader.budget.check(entry.issuers, each.tree, ("issuers",), self._reader.faults)
        return Profile(
            id=entry.id,
            title=entry.title.text(),
            rules=with_changes(rules.values(), changes),
            issuers=entry.issuers,
            is_overlay=entry.overlay,
            adjust=(*(parent.adjust if parent else ()), *changes) if entry.overlay else (),
        )

    def _named(self, each: Written) -> Iterator[str]:
        """Yield the ids of the rules that a profile names itself: one by one, or by files of the set's own."""
        files: set[str] = set()
        for i, reference in enumerate(each.entry.rules):
            folder, _, name = reference.rpartition("/")
            if not folder and not name.endswith(SUFFIX):
                if reference not in self._reader.rules:
                    self._fault(each, ("rules", i), unknown(_RULE, reference, self._reader.rules))
                else:
                    yield reference
                continue
            found = [f for f in self._files if f == reference or (name == ALL and f.startswith(f"{folder}/"))]
            if not found:
                self._fault(each, ("rules", i), unknown(_FILE, reference, self._files))
            for file in found:
                yield from () if file in files else self._files[file]
            files.update(found)

    def _change(self, adjust: AdjustEntry, rules: Mapping[str, Rule], each: Written, path: Path) -> Adjustment | None:
        valid = self._reader.rules if each.entry.overlay else rules
        rule = valid.get(adjust.rule)
        if rule is None:
            self._fault(each, (*path, "rule"), unknown(_RULE, adjust.rule, valid))
            return None
        self._reader.check_citations(adjust.basis, each.tree, (*path, "basis"))
        limit = (raised_ceiling if adjust.basis else ceiling)(rule.id, rule.force, rule.category)
        if is_graver(adjust.severity, limit):
            told = too_grave(adjust.severity, limit, rule.force)
            if not adjust.basis and is_graver(raised_ceiling(rule.id, rule.force, rule.category), limit):
                told = Text(
                    f"{told}；要提高到 warning，须在这里写明依据（basis）",
                    f"{told.en}; to raise it to warning, name a basis here",
                )
            self._fault(each, (*path, "severity"), told)
        return adjust.adjustment()

    def _fault(self, each: Written, path: Path, told: Text, *, key: bool = False) -> None:
        self._reader.faults.add(each.tree.fault(path, told, key=key))
