"""Is a number reported at all, be it as a zero."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import plain, total
from lawcheck.rule.figures.ledger import RATES, Ledger, is_exact
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.place import last_words, with_context
from lawcheck.rule.scope import stretches
from lawcheck.rule.seek import seek
from lawcheck.rule.vocabulary import Indicator, Matcher
from lawcheck.text.span import Span
from lawcheck.wording import Text

_MOST_SIGHTS = 10
_LEAST_LISTED = 3
_UNTOLD = Text("报告没有提到这项工作", "the report does not speak of it")
_NOTHING = Text("没有需要说明的数", "there is no number to explain")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number that should be given: one of the names `of`, all of one `indicator`.

    `topic`: only a report that says one of these is judged; `given`: only one that has one of these above zero.
    `is_zero_said`: silence may mean zero, which should be said. `listed`: units of counts that should have a total.
    """

    of: tuple[str, ...]
    indicator: Indicator
    topic: tuple[Matcher, ...] = ()
    given: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    is_zero_said: bool = False


def check_given(ledger: Ledger, wanted: Wanted) -> Iterator[Hit]:
    """Yield one hit: the number is there, or should be; approximate only where its zero counts is `doubtful`."""
    facts = ledger.of(*wanted.of)
    if facts:
        yield _present(ledger, wanted, facts)
        return
    if wanted.given and not any(f.value > 0 for f in ledger.of(*wanted.given)):
        yield Hit("not_applicable", because=_NOTHING)
        return
    body = stretches(ledger.view, "body")
    said = [span for _, span in seek(ledger.view.document, body, wanted.topic, skip_titles=True)]
    topic = [span for span in said if not ledger.is_in_plan(span)]
    if wanted.topic and not topic:
        yield Hit("not_applicable", because=_UNTOLD)
        return
    items = _listed(ledger, wanted.listed)
    beside = None if items else _beside(ledger, wanted, topic)
    if beside is not None:
        yield Hit("satisfied", wanted.indicator.id, (Sight("found", beside.span),))
    else:
        yield _without_total(wanted, items) if items else _absent(ledger, wanted, topic)


def _present(ledger: Ledger, wanted: Wanted, facts: tuple[Fact, ...]) -> Hit:
    shown = next((f for f in facts if is_exact(f)), facts[0])
    sights = (Sight("found", shown.span),)
    if wanted.is_zero_said and not is_exact(shown):
        fields = {"indicator": wanted.indicator.title, "stated": ledger.phrase(shown)}
        return Hit("doubtful", wanted.indicator.id, sights, "approximate", fields)
    return Hit("satisfied", wanted.indicator.id, sights)


def _beside(ledger: Ledger, wanted: Wanted, topic: list[Span]) -> Fact | None:
    """Return a number in a unit of the indicator from a sentence that speaks of it: 制定文件2件，均经合法性审核."""
    units = {unit for aspect in wanted.indicator.aspects for unit in aspect.units} - RATES
    for fact in ledger.reported if topic else ():
        at = bisect_left(topic, Span(fact.sentence.start, 0))
        if fact.unit in units and at < len(topic) and topic[at].start < fact.sentence.end:
            return fact
    return None


def _absent(ledger: Ledger, wanted: Wanted, topic: list[Span]) -> Hit:
    view, title = ledger.view, wanted.indicator.title
    silent = "zero_silent" if wanted.is_zero_said else "missing"
    place = with_context(view.document, topic[0]) if topic else _place(ledger, wanted)
    sights = (Sight("expected_at", place), Sight("searched", None, title))
    return Hit("not_satisfied", wanted.indicator.id, sights, "uncounted" if topic else silent, {"indicator": title})


def _place(ledger: Ledger, wanted: Wanted) -> Span | None:
    """Return where the number belongs: by the number that calls for it, else at the end of measures and results."""
    cause = next((f for f in ledger.of(*wanted.given) if f.value > 0), None)
    if cause is not None:
        return cause.span
    outline = ledger.view.outline
    part = outline.part("measures")
    return last_words(ledger.view.document, part.spans[-1] if part else outline.body)


def _listed(ledger: Ledger, units: tuple[str, ...]) -> list[Fact]:
    """Return the longest list of exact counts in one sentence that could have had a total; empty when none is one."""
    groups = ledger.groups() if units else ()
    lists = [[f for f in group if f.unit in units and is_exact(f) and ledger.is_reported(f)] for group in groups]
    return max((items for items in lists if len(items) >= _LEAST_LISTED), key=len, default=[])


def _without_total(wanted: Wanted, items: list[Fact]) -> Hit:
    made = f"{plain(total(f.value for f in items))}{items[0].unit}"
    fields = {"indicator": wanted.indicator.title, "count": str(len(items)), "sum": made}
    sights = tuple(Sight("found", f.span) for f in items[:_MOST_SIGHTS])
    return Hit("not_satisfied", wanted.indicator.id, sights, "no_total", fields)
