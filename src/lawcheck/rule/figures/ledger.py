"""The facts of one report as rules look at them: of this year, side by side in a sentence, of one unit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import is_countable, plain
from lawcheck.rule.hit import View
from lawcheck.rule.scope import folded
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

PERCENT = "%"
RATES = frozenset({PERCENT, "‰", "百分点", "个百分点"})
# Counting words that one thing is counted with, now by this one, now by that.
_SAME = {"名": "人", "位": "人", "宗": "件", "起": "件", "例": "件", "桩": "件", "户": "家", "场次": "场", "批次": "批"}
_BREAK = pattern("[，。；：！？\n]")
_ENDS = "。；！？”）\u3000 "  # what may stand between two sentences of one paragraph
_CROWD = 120  # numbers of one sentence
_LARGE = 10_000  # 元; a table gives so much in 万元
_LEAD = 40  # characters before a number that tell what is said of it


def unit_class(unit: str) -> str:
    """Return the counting word that stands for all that count the same things: 宗 and 起 for 件."""
    return _SAME.get(unit, unit)


def names_of(fact: Fact) -> tuple[str, str]:
    """Return the names under which rules know a fact: `N032`, `N032.total`."""
    return fact.indicator or "", f"{fact.indicator}.{fact.aspect}"


def is_exact(fact: Fact) -> bool:
    """Say whether a fact may contradict another: approximate numbers never do."""
    return fact.is_exact and fact.upper is None and is_countable(fact.value)


class Ledger:
    """The facts of a view, which are in the order of the text, with what stands around them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.facts = view.facts.facts
        self.year = view.outline.year.value if view.outline.year else None
        self._planned = [span for part in view.outline.parts if part.role == "plan" for span in part.spans]

    @cached_property
    def _groups(self) -> dict[Span, tuple[Fact, ...]]:
        groups: dict[Span, list[Fact]] = {}
        for fact in self.facts:
            groups.setdefault(fact.sentence, []).append(fact)
        return {sentence: tuple(facts) for sentence, facts in groups.items()}

    @cached_property
    def _last(self) -> dict[Span, Span]:
        """The sentence before each."""
        ordered = sorted(self._groups)
        return dict(zip(ordered[1:], ordered, strict=False))

    @cached_property
    def _named(self) -> dict[str, tuple[Fact, ...]]:
        named: dict[str, list[Fact]] = {}
        for fact in self.reported:
            for name in names_of(fact):
                named.setdefault(name, []).append(fact)
        return {name: tuple(facts) for name, facts in named.items()}

    @cached_property
    def reported(self) -> tuple[Fact, ...]:
        """The facts that report on the year: not of another year, not of the plan for the next."""
        return tuple(f for f in self.facts if self.is_reported(f))

    def is_reported(self, fact: Fact) -> bool:
        """Say whether a fact reports on the year."""
        return self.is_current(fact) and not self.is_in_plan(fact.number)

    def is_current(self, fact: Fact) -> bool:
        """Say whether the words around a fact name no other year than the report's."""
        return fact.period is None or self.year is None or fact.period == self.year

    def is_in_plan(self, span: Span) -> bool:
        """Say whether a place lies in the plan for the next year."""
        return any(planned.covers(span) for planned in self._planned)

    def of(self, *names: str) -> tuple[Fact, ...]:
        """Return the facts reported under these names: an indicator (`N032`) or one of its numbers (`N032.total`)."""
        if len(names) == 1:
            return self._named.get(names[0], ())
        found = {fact: None for name in names for fact in self._named.get(name, ())}
        return tuple(sorted(found, key=lambda f: f.number))

    def beside(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the other facts of its sentence, in order; none of a crowded one."""
        return () if self.is_crowded(fact) else tuple(f for f in self._groups[fact.sentence] if f is not fact)

    def is_crowded(self, fact: Fact) -> bool:
        """Say whether the sentence has more numbers than belong together: a list or a table in one sentence."""
        return len(self._groups[fact.sentence]) > _CROWD

    def before(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the facts of the sentence just before its own, in order; none across a paragraph or a cell."""
        last = self._last.get(fact.sentence)
        if (
            last is None
            or self._groups[last][0].cell != fact.cell
            or self.view.document.text[last.end : fact.sentence.start].strip(_ENDS)
        ):
            return ()
        return () if len(self._groups[last]) > _CROWD else self._groups[last]

    @cached_property
    def _wholes(self) -> dict[Fact, Fact]:
        facts = self.view.facts
        return {facts.facts[i]: facts.facts[b.total] for b in facts.breakdowns for i in b.parts}

    def whole_of(self, part: Fact) -> Fact | None:
        """Return the total of the breakdown that a fact is a part of."""
        return self._wholes.get(part)

    def between(self, one: Fact, other: Fact) -> str:
        """Return the folded text between the numbers of two facts, `one` first."""
        start, end = one.number.end, other.number.start
        return folded(self.view, Span(start, end)) if start < end else ""

    def lead(self, fact: Fact) -> str:
        """Return the folded words before a number within its clause, with its label where that stands elsewhere."""
        start = max(fact.sentence.start, fact.number.start - _LEAD)
        before = folded(self.view, Span(start, fact.number.start)) if start < fact.number.start else ""
        breaks = [m.end() for m in _BREAK.finditer(before)]
        clause = before[breaks[-1] :] if breaks else before
        return clause if fact.label in clause else f"{fact.label}{clause}"

    def phrase(self, fact: Fact) -> str:
        """Return the words of a fact with its number; of one in a table what its heads say of it."""
        said = folded(self.view, fact.span)
        if fact.cell is None or fact.origin == "prose":
            return said
        if fact.unit and said.endswith(fact.unit):
            return f"{fact.label}{said}"
        if fact.unit == "元" and fact.value >= _LARGE:
            return f"{fact.label}{plain((fact.value / _LARGE).normalize())}万元"
        return f"{fact.label}{plain(fact.value)}{fact.unit}"

    def sentence(self, fact: Fact) -> str:
        """Return the folded sentence of a fact."""
        return folded(self.view, fact.sentence)

    def says(self, fact: Fact, wanted: tuple[Matcher, ...]) -> bool:
        """Say whether one of these stands before the number, within its clause or in its label."""
        lead = self.lead(fact)
        return any(m.search(lead) for m in wanted)

    def groups(self) -> Iterable[tuple[Fact, ...]]:
        """Return the facts sentence by sentence."""
        return self._groups.values()
