"""A rule explained: the one content of `lawcheck explain` and of the pages in docs/rules/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.handbook import words
from lawcheck.handbook.why import why
from lawcheck.kinds import KINDS
from lawcheck.model.checklist import Severity, Verdict
from lawcheck.renderers.finding import SEVERITY
from lawcheck.rule.plan import Profile
from lawcheck.rule.rule import Case, Rule
from lawcheck.rulesets import RuleSet
from lawcheck.wording import Text

_MARKS: dict[Verdict, str] = {"satisfied": "√", "not_satisfied": "×", "doubtful": "△", "undetermined": "○"}
_ALL = Text("全部机关类别", "Every class of body")
_SAME = Text("说法同上", "told as above")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its points, each a sentence or a few."""

    heading: Text
    points: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with the verdict on it; `heading` is one line that says both."""

    verdict: Verdict
    heading: Text
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in words. `samples` are all that the rule has; `pair` is one that satisfies it and one that does not."""

    id: str
    title: Text
    sections: tuple[Section, ...]
    samples: tuple[Sample, ...]
    more: Section

    @property
    def pair(self) -> tuple[Sample, ...]:
        """The first good example, and the first bad one."""
        good = next((s for s in self.samples if s.verdict == "satisfied"), None)
        bad = next((s for s in self.samples if s.verdict == "not_satisfied"), None)
        bad = bad or next((s for s in self.samples if s.verdict == "doubtful"), None)
        return tuple(sample for sample in (good, bad) if sample is not None)


def explain(rule: Rule, ruleset: RuleSet) -> Explanation:
    """Return the rule in words."""
    sections = (
        Section(Text("为什么", "Why"), (why(rule),)),
        Section(Text("依据", "Basis"), tuple(_basis(rule, ruleset))),
        Section(Text("轻重", "Weight"), tuple(_weight(rule, ruleset))),
        Section(Text("适用", "Applies to"), tuple(_applies(rule, ruleset))),
        Section(Text("不符合时", "When it is not met"), tuple(_told(rule, ruleset))),
        Section(Text("怎样改", "What to do"), (words.blanked(rule.remedy),) if rule.remedy else ()),
    )
    return Explanation(
        rule.id,
        rule.title,
        tuple(section for section in sections if section.points),
        tuple(_samples(rule)),
        Section(Text("其他", "More"), tuple(_more(rule))),
    )


def _basis(rule: Rule, ruleset: RuleSet) -> Iterator[Text]:
    if not rule.basis:
        yield words.NO_BASIS
    elif rule.force in ("custom", "practice"):  # they must not read as if they asked for it
        yield words.RELATED
    for citation in rule.basis:
        basis = ruleset.basis[citation.id]
        cited, verified = words.cited(citation, basis), words.VERIFIED[basis.verified]
        yield Text(f"{cited}（核对：{verified}）", f"{cited.en} ({verified.en})")


def _weight(rule: Rule, ruleset: RuleSet) -> Iterator[Text]:
    weight = words.WEIGHT[rule.severity]
    yield Text(f"{weight}。", f"{weight.en}.")
    yield words.CONTRADICTION if rule.category == "inconsistent" else words.REST[rule.force]
    changed = [
        (profile, severity) for profile in ruleset.profiles if (severity := _severity(rule, profile)) != rule.severity
    ]
    if changed:
        zh = "、".join(f"{_named(p)}为{SEVERITY[s]}" for p, s in changed)
        en = ", ".join(f"{SEVERITY[s].en} for {_named(p).en}" for p, s in changed)
        yield Text(f"当地另有依据的：{zh}。", f"With a local basis: {en}.")


def _severity(rule: Rule, profile: Profile) -> Severity:
    own = next((r.severity for r in profile.rules if r.id == rule.id), rule.severity)
    return next((change.severity for change in profile.adjust if change.rule == rule.id), own)


def _named(profile: Profile) -> Text:
    return Text(f"{profile.title}（{profile.id}）", f"{profile.title.en} ({profile.id})")


def _applies(rule: Rule, ruleset: RuleSet) -> Iterator[Text]:
    having = [p for p in ruleset.profiles if any(r.id == rule.id for r in p.rules)]
    classes, overlays = [p for p in having if not p.is_overlay], [p for p in having if p.is_overlay]
    if classes:
        is_all = len(classes) == sum(not p.is_overlay for p in ruleset.profiles)
        named = _ALL if is_all else _joined(classes)
        yield Text(f"{named}。", f"{named.en}.")
    if overlays:
        named = _joined(overlays)
        yield Text(f"叠加范围：{named}。", f"Overlays: {named.en}.")
    if rule.since or rule.until:
        since, until = rule.since or "…", rule.until or "…"
        yield Text(f"报告年度：{since}—{until}。", f"Report years: {since} to {until}.")
    conditions = words.conditions(rule.when, ruleset.vocabulary)
    if conditions:
        told = Text("；".join(conditions), "; ".join(c.en for c in conditions))
        yield Text(f"条件：{told}。", f"Only where {told.en}.")
    if rule.yields_to:
        owners = Text("、".join(rule.yields_to), ", ".join(rule.yields_to))
        yield Text(
            f"{owners} 已经指出时，这一条不再重复。",
            f"It is silent where {owners.en} has a finding: nothing is told twice.",
        )


def _joined(profiles: list[Profile]) -> Text:
    names = [_named(profile) for profile in profiles]
    return Text("、".join(names), ", ".join(name.en for name in names))


def _told(rule: Rule, ruleset: RuleSet) -> Iterator[Text]:
    yield words.blanked(rule.message)
    for case in rule.cases:
        yield _case(case, ruleset)


def _case(case: Case, ruleset: RuleSet) -> Text:
    head = [SEVERITY[case.severity]] if case.severity else []
    head += words.conditions(case.when, ruleset.vocabulary) if case.when else []
    told = words.blanked(case.message) if case.message else _SAME
    if head:
        told = Text(f"（{'；'.join(head)}）{told}", f"({'; '.join(h.en for h in head)}) {told.en}")
    if case.remedy is not None:
        remedy = words.blanked(case.remedy)
        told = Text(f"{told}→ {remedy}", f"{told.en} → {remedy.en}")
    return told


def _samples(rule: Rule) -> Iterator[Sample]:
    for test in rule.tests:
        verdict, mark = words.VERDICT[test.expect], _MARKS.get(test.expect, "—")
        name = f"：{test.name}" if test.name else ""  # a note of the rule's author, in one language
        yield Sample(test.expect, Text(f"{mark} {verdict}{name}", f"{mark} {verdict.en}"), test.text)


def _more(rule: Rule) -> Iterator[Text]:
    category = words.CATEGORY[rule.category]
    yield Text(f"类别：{category}。", f"Category: {category.en}.")
    title = KINDS[rule.kind].title
    yield Text(
        f"规则类型：{rule.kind}（{title}），见文档 docs/kinds/{rule.kind}.md。",
        f"Kind of rule: {rule.kind} ({title.en}); see docs/kinds/{rule.kind}.md.",
    )
    if rule.aliases:
        told = Text("、".join(rule.aliases), ", ".join(rule.aliases))
        yield Text(f"别名：{told}（同一条规则的另一个编号）。", f"Also known as {told.en}.")
