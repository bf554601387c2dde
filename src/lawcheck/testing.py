"""For rule authors: run the tests that rules carry in their YAML, and make documents out of strings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lawcheck import engine, extractors, outliner, readers
from lawcheck.errors import LawcheckError
from lawcheck.kinds import KINDS
from lawcheck.model.checklist import Item, ProfileChoice, Verdict
from lawcheck.model.document import Document
from lawcheck.model.outline import Outline
from lawcheck.rule.plan import Plan, PlannedRule, Profile
from lawcheck.rule.rule import Rule, RuleTest
from lawcheck.rulesets import RuleSet
from lawcheck.wording import Text

__all__ = ["RuleTestOutcome", "document_from", "plan_of", "run_rule_tests", "run_test", "worst"]

# From the worst: one finding among many satisfied items is what a test expects to be told.
_WORST: tuple[Verdict, ...] = ("not_satisfied", "doubtful", "undetermined", "satisfied", "not_applicable")
_READ_AS_IS = ("md", "txt")


@dataclass(frozen=True, slots=True)
class RuleTestOutcome:
    """What one test of a rule came to. `actual` is None when the text could not be read.

    `number` counts the tests of the rule from one; `message` says in a sentence what was expected and found.
    """

    rule: str
    number: int
    name: str | None
    expected: Verdict
    actual: Verdict | None
    passed: bool
    message: Text


def document_from(text: str, format: str = "txt") -> Document:
    """Return a string as a Document, read as a file of this format would be.

    `md` and `txt` are read by their own readers; for any other format the text is read as plain text and only the
    format's name is set, which is what a rule's `when` looks at.

    >>> document_from("一、主要举措和成效", format="docx").format
    'docx'

    Raises: ReadError, for an empty text among others.
    """
    suffix = format if format in _READ_AS_IS else "txt"
    document = readers.read(text.encode("utf-8", "surrogatepass"), name=f"text.{suffix}")
    return document if document.format == format else replace(document, format=format)


def run_rule_tests(ruleset: RuleSet, ids: Iterable[str] | None = None) -> tuple[RuleTestOutcome, ...]:
    """Return the outcome of every test of the rules `ids` (of all rules when not given), in the order of the rules.

    A test runs its one rule on its text. The genre is taken to be `report`, so that a text can be one paragraph long,
    unless the rule's own `when` names genres.

    Raises: UsageError for an id that no rule has.
    """
    rules = ruleset.rules if ids is None else tuple(ruleset.rule(name) for name in ids)
    return tuple(outcome for rule in rules for outcome in _outcomes(rule, ruleset))


def plan_of(rule: Rule, ruleset: RuleSet) -> Plan:
    """Return the plan that holds this one rule."""
    planned = PlannedRule(rule, KINDS[rule.kind].compile(rule.options, ruleset.vocabulary))
    profile = Profile(rule.id, rule.title, (rule,))
    return Plan(profile, (planned,), ruleset.vocabulary, ruleset.basis, ruleset.id, ruleset.sha256)


def _outcomes(rule: Rule, ruleset: RuleSet) -> Iterable[RuleTestOutcome]:
    plan = plan_of(rule, ruleset)
    for number, test in enumerate(rule.tests, start=1):
        yield _outcome(number, test, rule, plan)


def _outcome(number: int, test: RuleTest, rule: Rule, plan: Plan) -> RuleTestOutcome:
    try:
        items = run_test(test, rule, plan)
    except LawcheckError as e:
        return RuleTestOutcome(rule.id, number, test.name, test.expect, None, False, e.message)
    actual = worst(items)
    named = [item for item in items if item.verdict == test.expect and item.subject == test.subject]
    passed = actual == test.expect and (test.subject is None or bool(named))
    return RuleTestOutcome(rule.id, number, test.name, test.expect, actual, passed, _told(test, actual, items))


def worst(items: Iterable[Item]) -> Verdict:
    """Return the verdict that a test compares: the gravest of its items."""
    return min((item.verdict for item in items), key=_WORST.index)


def run_test(test: RuleTest, rule: Rule, plan: Plan) -> tuple[Item, ...]:
    """Return the items of the rule, alone in its plan, on the text of one test; what the test expects plays no part.

    Raises: ReadError when the text cannot be read.
    """
    document = document_from(test.text, test.format or "txt")
    if test.meta:
        document = document.with_metadata(test.meta)
    outline = _as_report(outliner.outline(document, plan.vocabulary), rule)
    choice = ProfileChoice(plan.profile.id, "option", Text("规则测试", "a rule's test"))
    facts = extractors.extract(document, outline, plan.vocabulary)
    return engine.run(plan, document, outline, choice=choice, expected_year=test.year, facts=facts).items


def _as_report(outline: Outline, rule: Rule) -> Outline:
    return outline if rule.when.genre else replace(outline, genre="report")


def _told(test: RuleTest, actual: Verdict, items: tuple[Item, ...]) -> Text:
    told = [item for item in items if item.verdict == actual]
    subjects = ", ".join(sorted({item.subject for item in told if item.subject}))
    expected = f"{test.expect} ({test.subject})" if test.subject else test.expect
    found = f"{actual} ({subjects})" if subjects else actual
    said = told[0].message
    return Text(f"预期 {expected}，得到 {found}：{said}", f"expected {expected}, got {found}: {said.en}")
