"""A rule set once read: a plain value, without YAML or validation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType

from lawcheck.errors import UsageError
from lawcheck.model.checklist import SEVERITIES, ProfileChoice
from lawcheck.rule.plan import Adjustment, Plan, PlannedRule, Profile
from lawcheck.rule.rule import Basis, Rule
from lawcheck.rule.template import Template
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.fold import fold_text
from lawcheck.text.visible import visible
from lawcheck.wording import Text


@dataclass(frozen=True)
class RuleSet:
    """Rules, profiles, words and sources; `rules` in the order of their ids.

    In `profiles` a profile stands before those that extend it; the first is the one for bodies of no known class.
    `profile` and `year` are what `load_ruleset` was given: what a check takes when it is not told. `template` is the
    skeleton of a report.
    """

    id: str
    sha256: str
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    profiles: tuple[Profile, ...]
    basis: Mapping[str, Basis]
    profile: str | None = None
    year: int | None = None
    template: Template | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "basis", MappingProxyType(dict(self.basis)))  # nobody's own mapping, and read only

    def __hash__(self) -> int:
        return hash((self.id, self.sha256, self.profile, self.year))

    @cached_property
    def _plans(self) -> dict[str, Plan]:
        return {}

    def asked_for(self, profile: str | None, year: int | None) -> RuleSet:
        """Return the same rules for checks of one profile and year; what is compiled is shared."""
        other = replace(self, profile=profile, year=year)
        other.__dict__["_plans"] = self._plans  # a plan hangs on neither
        return other

    def rule(self, rule_id: str) -> Rule:
        """Return the rule with this id or alias. Raises: UsageError when there is none."""
        found = next((rule for rule in self.rules if rule_id in (rule.id, *rule.aliases)), None)
        if found is None:
            names = [name for rule in self.rules for name in (rule.id, *rule.aliases)]
            near = get_close_matches(fold_text(rule_id).upper(), names, n=1, cutoff=0.7)
            shown = visible(rule_id)
            raise UsageError(
                f"没有规则“{shown}”" + (f"；是不是“{near[0]}”？" if near else "；lawcheck rules list 列出全部规则"),
                f"no rule “{shown}”"
                + (f"; did you mean “{near[0]}”?" if near else "; lawcheck rules list shows them all"),
            )
        return found

    def plan(self, profile_id: str) -> Plan:
        """Return the rules of a profile, compiled, in the order of their ids; made once per rule set and id.

        `department+hubei` is the profile `department` with the overlay `hubei` on it.

        Raises: UsageError naming the valid ids when there is no such profile or combination.
        """
        if not isinstance(profile_id, str):
            raise self._usage(
                f"适用范围应是名称（字符串），不能是 {type(profile_id).__name__}",
                f"a profile is a name, not {type(profile_id).__name__}",
            )
        plan = self._plans.get(profile_id)
        if plan is None:
            plan = self._plans[profile_id] = self._compiled(self._combined(profile_id))
        return plan

    def detect(self, issuer: str | None, title: str | None) -> ProfileChoice:
        """Return the profile that the issuer's name, or else the title, tells, and why.

        Of several that match, the last in `profiles` wins. Overlays are never detected.
        """
        for name, noun in ((issuer, Text("发文机关", "the issuing body")), (title, Text("标题", "the title"))):
            if name and name.strip():
                found = self._matching(name)
                return (
                    ProfileChoice(found.id, "detected", _because(noun, name, found)) if found else self._fallback(name)
                )
        return self._fallback(None)

    def _matching(self, name: str) -> Profile | None:
        folded = fold_text(name)
        classes = (p for p in reversed(self.profiles) if not p.is_overlay)
        return next((p for p in classes if self.vocabulary.matcher(p.issuers).search(folded)), None)

    def _fallback(self, name: str | None) -> ProfileChoice:
        first = next(p for p in self.profiles if not p.is_overlay)
        if name is None:
            zh, en = "没有找到发文机关", "no issuing body was found"
        else:
            shown = visible(name)
            zh, en = f"从“{shown}”认不出机关类别", f"“{shown}” tells no class of body"
        return ProfileChoice(
            first.id, "detected", Text(f"{zh}，按“{first.title}”检查", f"{en}; checked as: {first.title.en}")
        )

    def _combined(self, profile_id: str) -> Profile:
        first, *overlays = [self._profile(name, profile_id) for name in profile_id.split("+")]
        if first.is_overlay:
            raise self._usage(
                f"“{visible(first.id)}”是叠加范围，要写在机关类别之后，例如 {self._example(first)}",
                f"“{visible(first.id)}” is an overlay; it follows a class of body, for example {self._example(first)}",
            )
        profile = first
        for overlay in dict.fromkeys(p.id for p in overlays):
            profile = _laid_over(profile, self._profile(overlay, profile_id))
        wrong = next((p for p in overlays if not p.is_overlay), None)
        if wrong:
            raise self._usage(
                f"“+”后面只能是叠加范围，“{visible(wrong.id)}”是机关类别",
                f"only overlays follow “+”; “{visible(wrong.id)}” is a class of body",
            )
        return replace(profile, id=profile_id)

    def _profile(self, name: str, whole: str) -> Profile:
        found = next((p for p in self.profiles if p.id == name), None)
        if found is None:
            near = get_close_matches(name, [p.id for p in self.profiles], n=1)
            shown = visible(name)
            raise self._usage(
                f"没有名为“{shown}”的适用范围" + (f"；是不是“{near[0]}”？" if near else ""),
                f"no profile is called “{shown}”" + (f"; did you mean “{near[0]}”?" if near else ""),
            )
        return found

    def _usage(self, zh: str, en: str) -> UsageError:
        classes = [p.id for p in self.profiles if not p.is_overlay]
        overlays = [p.id for p in self.profiles if p.is_overlay]
        more_zh = f"；可用“+”叠加：{'、'.join(overlays)}" if overlays else ""
        more_en = f"; overlays after “+”: {', '.join(overlays)}" if overlays else ""
        link_zh, link_en = ("", " ") if zh.endswith("？") else ("；", "; ")
        return UsageError(
            f"{zh}{link_zh}机关类别有：{'、'.join(classes)}{more_zh}",
            f"{en}{link_en}classes: {', '.join(classes)}{more_en}",
        )

    def _example(self, overlay: Profile) -> str:
        return f"{next(p.id for p in self.profiles if not p.is_overlay)}+{visible(overlay.id)}"

    def _compiled(self, profile: Profile) -> Plan:
        from lawcheck.kinds import KINDS  # only now: whoever lists rules compiles none

        rules = tuple(
            PlannedRule(rule, KINDS[rule.kind].compile(rule.options, self.vocabulary))
            for rule in in_order(profile.rules)
        )
        return Plan(profile, rules, self.vocabulary, self.basis, self.id, self.sha256)


def in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules in the order of their ids."""
    return tuple(sorted(rules, key=lambda rule: rule.id))


def adjusted(rule: Rule, change: Adjustment) -> Rule:
    """Return a rule with the severity that a profile gives it, and with the profile's sources after its own.

    No case stays above the new severity.
    """
    limit = SEVERITIES.index(change.severity)
    cases = tuple(
        replace(case, severity=change.severity) if case.severity and SEVERITIES.index(case.severity) < limit else case
        for case in rule.cases
    )
    cited = {citation.id for citation in rule.basis}
    basis = (*rule.basis, *(citation for citation in change.basis if citation.id not in cited))
    return replace(rule, severity=change.severity, cases=cases, basis=basis)


def with_changes(rules: Iterable[Rule], changes: Iterable[Adjustment]) -> tuple[Rule, ...]:
    """Return the rules in order, each as the last change that names it leaves it."""
    by_id = {change.rule: change for change in changes}
    return in_order(adjusted(rule, by_id[rule.id]) if rule.id in by_id else rule for rule in rules)


def _laid_over(profile: Profile, overlay: Profile) -> Profile:
    rules = {rule.id: rule for rule in (*overlay.rules, *profile.rules)}
    title = Text(f"{profile.title}（{overlay.title}）", f"{profile.title.en} ({overlay.title.en})")
    return replace(profile, title=title, rules=with_changes(rules.values(), overlay.adjust))


def _because(noun: Text, name: str, profile: Profile) -> Text:
    shown = visible(name)
    return Text(f"{noun}“{shown}”属于{profile.title}", f"{noun.en} “{shown}” is of the class: {profile.title.en}")
