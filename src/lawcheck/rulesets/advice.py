"""Everything that is wrong with a rule set, and what would be better though it loads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.rule.rule import Rule
from lawcheck.rulesets.fault import shown
from lawcheck.rulesets.load import read
from lawcheck.rulesets.nesting import nested_repeat
from lawcheck.rulesets.phrases import families
from lawcheck.rulesets.ruleset import RuleSet
from lawcheck.text.fold import fold_text
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One sentence about a rule set, place first. `is_error`: the set does not load; else it is advice."""

    message: Text
    is_error: bool


def lint(path: str | os.PathLike[str] | None = None) -> tuple[LintFinding, ...]:
    """Return all errors of the rule set in a folder (None: the shipped one), or, where it loads, advice about it.

    Errors come stage by stage: what stands in a file, then what names refer to, then profiles.
    """
    ruleset, faults = read(path)
    if ruleset is None:
        return tuple(LintFinding(fault.message, is_error=True) for fault in faults)
    return tuple(LintFinding(told, is_error=False) for told in _advice(ruleset))


_FIELD = pattern(r"\{[A-Za-z_]\w{0,40}\}")


def _advice(ruleset: RuleSet) -> Iterator[Text]:
    for rule in ruleset.rules:
        for told in (*_wording(rule), *_phrases(rule.options), *_nested(rule.options), *_untested(rule)):
            yield Text(f"{rule.source}：{rule.id}：{told}", f"{rule.source}: {rule.id}: {told.en}")
    for name, family in ruleset.vocabulary.cues.items():
        for told in (*_phrases(family), *_nested(family)):
            yield Text(f"cues.{name}：{told}", f"cues.{name}: {told.en}")


def _wording(rule: Rule) -> Iterator[Text]:
    messages = [rule.message, rule.remedy, *(m for case in rule.cases for m in (case.message, case.remedy))]
    for message in messages:
        if message is not None and _fields(str(message)) != _fields(message.en):
            yield Text("中英文所填字段不同", "the Chinese and the English message have different fields")


def _fields(template: str) -> set[str]:
    return {found.group() for found in _FIELD.finditer(template)}


def _phrases(value: object) -> Iterator[Text]:
    for _, family in families(value, ()):
        for phrase in family.phrases:
            folded = fold_text(phrase)
            if folded != phrase:
                yield Text(
                    f"短语“{phrase}”在折叠后的文字里写作“{folded}”，按现在的写法可能匹配不到",
                    f"the phrase “{phrase}” reads “{folded}” in folded text and may never match",
                )


def _nested(value: object) -> Iterator[Text]:
    for _, family in families(value, ()):
        for source in (*family.re, *family.unless):
            nested = nested_repeat(source)
            if nested is not None:
                yield Text(
                    f"“{shown(nested)}”在重复里又套着重复，遇到某些文字会查得很慢；"
                    "请去掉一层，或在里层的重复后加一个“+”（不回退），如 (?:a++)+",
                    f"“{shown(nested)}” repeats a repeat and may be very slow on some texts; drop one of the two, or "
                    "make the inner one possessive, as in (?:a++)+",
                )


def _untested(rule: Rule) -> Iterator[Text]:
    if not rule.tests:
        yield Text(
            "没有测试；请在 tests 里至少写一段符合、一段不符合的文字",
            "no tests; give a text that satisfies and one that does not",
        )
