"""The skeleton of a report: what each part must hold, for one class of body and one year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lawcheck.errors import UsageError
from lawcheck.handbook.words import blanked
from lawcheck.kinds.order import Options as OrderOptions
from lawcheck.model.year import check_year
from lawcheck.rule.plan import Profile
from lawcheck.rule.rule import Rule
from lawcheck.rule.template import Template, TemplatePart
from lawcheck.rulesets import RuleSet
from lawcheck.text.numeral import to_han
from lawcheck.text.pattern import Match, pattern
from lawcheck.wording import fill, in_language

Level = Literal["title", "addressee", "part", "topic", "text", "signature"]
_MARK = pattern(r"【([A-Za-z0-9._-]{1,64})(?:：([^【】]{1,200}))?】")


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of the skeleton, with its number where it has one."""

    level: Level
    text: str


def skeleton(ruleset: RuleSet, profile_id: str, year: int, lang: str) -> tuple[Row, ...]:
    """Return the skeleton for a profile (`department+hubei`); the hints of rules are in `lang`.

    Raises: UsageError for a profile that there is not, a year that is none of a report, a rule set without template.
    """
    check_year(year)
    profile = ruleset.plan(profile_id).profile
    if ruleset.template is None:
        raise UsageError("这个规则集没有报告模板（template.yaml）", "this rule set has no template.yaml")
    return tuple(_Writer(profile, year, lang).rows(ruleset.template))


class _Writer:
    def __init__(self, profile: Profile, year: int, lang: str) -> None:
        self._rules: Mapping[str, Rule] = {rule.id: rule for rule in profile.rules}
        self._years = {"year": str(year), "next": str(year + 1)}
        self._lang = lang

    def rows(self, template: Template) -> Iterator[Row]:
        """Yield the paragraphs from title to date."""
        yield from self._first("title", template.titles)
        yield from self._first("addressee", template.opening)
        yield from self._text([template.lead])
        for number, part in enumerate(self._in_order(template.parts), 1):
            yield Row("part", f"{to_han(number)}、{fill(part.heading, self._years)}")
            yield from self._text(part.lines)
            yield from self._topics(part)
        yield from self._text(template.closing)
        for line in template.signature:
            yield from (Row("signature", row.text) for row in self._text([line]))

    def _first(self, level: Level, lines: Sequence[str]) -> Iterator[Row]:
        yield from [Row(level, row.text) for row in self._text(lines)][:1]

    def _topics(self, part: TemplatePart) -> Iterator[Row]:
        number = 0
        for topic in part.topics:
            rows = list(self._text(topic.lines))
            if rows:
                number += 1
                yield Row("topic", f"（{to_han(number)}）{topic.heading}")
                yield from rows

    def _in_order(self, parts: Sequence[TemplatePart]) -> list[TemplatePart]:
        """Return the parts in the order that is usual for the profile: a local order goes before the general one."""
        orders = [r for r in self._rules.values() if isinstance(r.options, OrderOptions) and r.options.sequences]
        orders.sort(key=lambda rule: rule.force != "provincial")
        order = orders[0].options.sequences[0] if orders and isinstance(orders[0].options, OrderOptions) else ()
        return sorted(parts, key=lambda part: order.index(part.role) if part.role in order else len(order))

    def _text(self, lines: Sequence[str]) -> Iterator[Row]:
        for line in lines:
            marks = list(_MARK.finditer(line))
            if not marks or any(mark[1] in self._rules for mark in marks):
                yield Row("text", fill("".join(self._pieces(line, marks)), self._years))

    def _pieces(self, line: str, marks: Sequence[Match]) -> Iterator[str]:
        at = 0
        for mark in marks:
            yield line[at : mark.start()]
            rule, at = self._rules.get(mark[1]), mark.end()
            if rule is not None:
                yield f"【{rule.id}：{mark[2] or self._remedy(rule)}】"
        yield line[at:]

    def _remedy(self, rule: Rule) -> str:
        told = rule.remedy or rule.title
        known = told.fill({**self._years, "expected": self._years["next"]})
        return in_language(blanked(known), self._lang).rstrip("。.")
