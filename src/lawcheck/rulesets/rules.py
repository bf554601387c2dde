"""The rules of a file: envelope, the kind's own keys, and everything that a name in them refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lawcheck.kinds import KINDS, Kind
from lawcheck.model.metadata import misfit
from lawcheck.readers.formats import readable_formats
from lawcheck.rule.hit import Names
from lawcheck.rule.rule import Basis, Citation, Guard, Rule
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.rulesets.fault import MAX_FAULTS, Fault, Faults, nearest, shown, unknown
from lawcheck.rulesets.guard import ceiling, is_graver, too_grave
from lawcheck.rulesets.misfit import fit, keys_of
from lawcheck.rulesets.models import RuleEntry, RuleFile
from lawcheck.rulesets.phrases import PatternBudget
from lawcheck.rulesets.tree import Path, Plain, Tree
from lawcheck.rulesets.words import twice
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

MAX_RULES = 5000

_SHIPPED_ID = pattern(r"[A-Z][0-9]{3}")
_FIELD = pattern(r"\{([A-Za-z_]\w{0,40})\}")
_NUMBERS = pattern(r"[A-Z][0-9]{3}|[\w-]{1,64}\.")  # how the name of an indicator, or of a number of one, begins
_SHARED = frozenset((name,) for name in RuleEntry.model_fields)  # keys of the envelope, as ends of paths

_KIND = Text("规则类型（kind）", "kind")
_BASIS = Text("依据", "basis")
_ROLE = Text("部分（role）", "role")
_GENRE = Text("文种", "genre")
_FORMAT = Text("文件格式", "format")
_CASE = Text("情形（case）", "case")
_MESSAGE_FIELD = Text("可填字段", "message field")
_WORD = Text("部分（role）或线索词（cue）", "role or cue")
_NUMBER = Text("数（indicator）", "indicator")
_CUE = Text("线索词（cue）", "cue")
_RULE = Text("规则", "rule")


@dataclass(slots=True)
class RuleReader:
    """Reads rule files one after the other; what is wrong with them gathers in `faults`."""

    basis: dict[str, Basis]
    vocabulary: Vocabulary
    budget: PatternBudget
    faults: Faults
    is_shipped: bool
    rules: dict[str, Rule] = field(default_factory=dict)
    _places: dict[str, tuple[Tree, Path]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)  # ids and aliases

    def read(self, tree: Tree, source: str) -> list[str]:
        """Take in the rules of one file and return their ids; `source` is how results name the file."""
        file = fit(RuleFile, tree.value, tree, (), self.faults)
        found: list[str] = []
        self._taken.update(name for rule in self.rules.values() for _, name in _named(rule, ()))
        for i, value in enumerate(tree.items(("rules",)) if file else ()):
            rule = self._rule(value, tree, ("rules", i), source)
            if rule is None or self._is_taken(rule, tree, ("rules", i)):
                continue
            if len(self.rules) == MAX_RULES:
                self._fault(tree, ("rules", i), Text(f"规则超过 {MAX_RULES} 条", f"more than {MAX_RULES} rules"))
                break
            self.rules[rule.id] = rule
            self._places[rule.id] = tree, ("rules", i)
            found.append(rule.id)
        return found

    def _is_taken(self, rule: Rule, tree: Tree, path: Path) -> bool:
        """Say whether a rule takes an id or an alias that another has; add that to `faults`."""
        before = len(self.faults)
        for at, name in _named(rule, path):
            if name in self._taken:
                self._fault(tree, at, twice(name))
            self._taken.add(name)
        return len(self.faults) > before

    def check_yielding(self, name: str) -> None:
        """Add to `faults` what a rule yields to that is no rule, or yields itself: both might be silent then."""
        tree, path = self._places[name]
        for i, owner in enumerate(self.rules[name].yields_to):
            if owner not in self.rules:
                self._fault(tree, (*path, "yields_to", i), unknown(_RULE, owner, self.rules))
            elif owner == name or self.rules[owner].yields_to:
                told = Text(
                    f"“{shown(owner)}”自己也让给别的规则（yields_to），可能谁都不说",
                    f"“{shown(owner)}” yields to other rules itself; both might be silent",
                )
                self._fault(tree, (*path, "yields_to", i), told)

    def fault(self, rule: str, key: str, told: Text) -> Fault:
        """Return the error that says `told` of one key of a rule that was read."""
        tree, path = self._places[rule]
        return tree.fault((*path, key), told)

    def _rule(self, value: Plain, tree: Tree, path: Path, source: str) -> Rule | None:
        if not isinstance(value, dict):
            fit(RuleEntry, value, tree, path, self.faults)
            return None
        name = value.get("kind")
        kind = KINDS.get(name) if isinstance(name, str) else None
        if kind is None and isinstance(name, str):
            self._fault(tree, (*path, "kind"), unknown(_KIND, name, KINDS))
        shared = RuleEntry.model_fields
        own = {k: v for k, v in value.items() if k not in shared or k == "kind"}
        valid = {*shared, *keys_of(kind.options)} if kind else set(shared)
        strange = islice((key for key in own if key not in valid), MAX_FAULTS)
        misspelt = [near for key in strange for near in nearest(key, valid)]
        envelope = {k: v for k, v in value.items() if k in shared}
        entry = fit(RuleEntry, envelope, tree, path, self.faults, excused=misspelt)
        options = fit(kind.options, own, tree, path, self.faults, keys=shared) if kind else None
        if entry is None or options is None or kind is None:
            return None
        line = tree.at(path).line
        rule = entry.rule(options, source=f"{source}:{line}", is_shipped=self.is_shipped)
        before = len(self.faults)
        self._check_names(rule, kind.names, tree, path)
        self._check_severity(rule, tree, path)
        self._check_tests(rule, tree, path)
        self.budget.check(options, tree, path, self.faults)
        if len(self.faults) == before and not self.budget.is_spent:  # a refused pattern must not be compiled
            self._check_words(rule, kind, tree, path)
        return rule

    def _check_names(self, rule: Rule, names: Names, tree: Tree, path: Path) -> None:
        for at, name in _named(rule, path) if self.is_shipped else ():
            if not _is_shipped_id(name):
                zh = f"“{shown(name)}”不能作内置规则的编号；应为一个大写字母加三位数字，如 E120"
                en = (
                    f"“{shown(name)}” is no id of a shipped rule; it is a capital letter and three digits, such as E120"
                )
                self._fault(tree, at, Text(zh, en))
        self.check_citations(rule.basis, tree, (*path, "basis"))
        self._check_guard(rule.when, tree, (*path, "when"))
        self._check_message(rule.message, names, tree, (*path, "message"))
        self._check_message(rule.remedy, names, tree, (*path, "remedy"))
        for i, case in enumerate(rule.cases):
            at = (*path, "cases", i)
            if case.case is not None and case.case not in names.cases:
                self._fault(tree, (*at, "case"), unknown(_CASE, case.case, names.cases))
            self._check_guard(case.when, tree, (*at, "when"))
            self._check_message(case.message, names, tree, (*at, "message"))
            self._check_message(case.remedy, names, tree, (*at, "remedy"))
        if rule.since and rule.until and rule.since > rule.until:
            told = Text("until 早于 since", "until is before since")
            self._fault(tree, (*path, "until"), told)

    def check_citations(self, basis: Iterable[Citation], tree: Tree, path: Path) -> None:
        """Add to `faults` the citations of unknown sources, and articles of sources that nobody has read."""
        for i, citation in enumerate(basis):
            source = self.basis.get(citation.id)
            if source is None:
                self._fault(tree, (*path, i, "id"), unknown(_BASIS, citation.id, self.basis))
            elif source.verified == "M" and citation.article is not None:
                told = Text(
                    f"依据“{shown(citation.id)}”尚未核对原文（verified: M），不能写条款号",
                    f"the text of “{shown(citation.id)}” was not read (verified: M), so no article may be cited",
                )
                self._fault(tree, (*path, i, "article"), told)

    def _check_guard(self, when: Guard | None, tree: Tree, path: Path) -> None:
        if when is None:
            return
        roles = [role.id for role in self.vocabulary.roles]
        for key, noun, given, valid in (
            ("genre", _GENRE, when.genre, self._genres()),
            ("format", _FORMAT, when.format, sorted(readable_formats())),
            ("part", _ROLE, when.part, roles),
            ("absent", _ROLE, when.absent, roles),
            ("mentions", _CUE, when.mentions, list(self.vocabulary.cues)),
            ("within", _ROLE, when.within, roles),
        ):
            for i, name in enumerate(given):
                if name not in valid:
                    self._fault(tree, (*path, key, i), unknown(noun, name, valid))
        if when.within and not when.mentions:
            told = Text("within 只和 mentions 一起用", "within goes with mentions")
            self._fault(tree, (*path, "within"), told)

    def _check_message(self, message: Text | None, names: Names, tree: Tree, path: Path) -> None:
        if message is None:
            return
        for lang, template in (("zh", str(message)), ("en", message.en)):
            for found in _FIELD.finditer(template):
                if found[1] not in names.fields:
                    self._fault(tree, (*path, lang), unknown(_MESSAGE_FIELD, found[1], names.fields))

    def _check_severity(self, rule: Rule, tree: Tree, path: Path) -> None:
        limit = ceiling(rule.id, rule.force, rule.category)
        if is_graver(rule.severity, limit):
            self._fault(tree, (*path, "severity"), too_grave(rule.severity, limit, rule.force))
        for i, case in enumerate(rule.cases):
            if case.severity is not None and is_graver(case.severity, rule.severity):
                told = Text(
                    f"情形的 severity: {case.severity} 高于规则自己的 {rule.severity}",
                    f"severity {case.severity} of a case is above the rule's own {rule.severity}",
                )
                self._fault(tree, (*path, "cases", i, "severity"), told)
        if rule.force in ("national", "topic", "provincial") and not rule.basis:
            told = Text(
                f"force: {rule.force} 的规则要写明依据（basis）", f"a rule with force {rule.force} names its basis"
            )
            self._fault(tree, (*path, "force"), told)

    def _check_tests(self, rule: Rule, tree: Tree, path: Path) -> None:
        for i, test in enumerate(rule.tests):
            for key, value in test.meta.items():
                wrong = misfit(key, value)
                if wrong is not None:
                    self._fault(tree, (*path, "tests", i, "meta", key), wrong)
        if not self.is_shipped:
            return
        given = {test.expect for test in rule.tests}
        needed = [
            ("satisfied", given & {"satisfied"}),
            ("not_satisfied", given & {"not_satisfied", "doubtful"}),
        ]
        if self._may_not_apply(rule.when):
            needed.append(("not_applicable", given & {"not_applicable"}))
        for verdict, found in needed:
            if not found:
                told = Text(
                    f"规则 {rule.id} 缺少预期为 {verdict} 的测试（tests）",
                    f"rule {rule.id} has no test that expects {verdict}",
                )
                self._fault(tree, (*path, "tests") if rule.tests else (*path, "id"), told)

    def _may_not_apply(self, when: Guard) -> bool:
        shut_out = set(self._genres()) - set(when.genre) if when.genre else set()
        return bool(when.format or when.part or when.absent or when.mentions or shut_out)

    def _genres(self) -> list[str]:
        return [*(genre.id for genre in self.vocabulary.genres), "report", "other"]

    def _check_words(self, rule: Rule, kind: Kind, tree: Tree, path: Path) -> None:
        try:
            kind.compile(rule.options, self.vocabulary)
        except KeyError as e:
            name = e.args[0]
            words = [*(role.id for role in self.vocabulary.roles), *self.vocabulary.cues]
            noun, valid = (_NUMBER, self.vocabulary.numbers) if _NUMBERS.match(name) else (_WORD, words)
            self._fault(tree, next(_places_of(name, tree, path), path), unknown(noun, name, valid))

    def _fault(self, tree: Tree, path: Path, told: Text) -> None:
        self.faults.add(tree.fault(path, told))


def _named(rule: Rule, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the id and the aliases of a rule that stands at `path`, each with its own place."""
    yield (*path, "id"), rule.id
    for i, alias in enumerate(rule.aliases):
        yield (*path, "aliases", i), alias


def _is_shipped_id(name: str) -> bool:
    found = _SHIPPED_ID.match(name)
    return found is not None and found.end() == len(name)


def _places_of(word: object, tree: Tree, path: Path) -> Iterator[Path]:
    """Yield the paths among a rule's own keys where exactly this text stands, in the order of the file."""
    for at in tree.places:
        if at[: len(path)] == path and at[len(path) :][:1] not in _SHARED and tree.get(at) == word:
            yield at
