"""One number by itself: between its bounds, with something to be a rate of, in one unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lawcheck.model.fact import Fact
from lawcheck.rule.figures.arithmetic import plain
from lawcheck.rule.figures.ledger import PERCENT, RATES, Ledger, is_exact, names_of, unit_class
from lawcheck.rule.hit import Hit, Sight
from lawcheck.rule.scope import section_at
from lawcheck.rule.vocabulary import Matcher
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

_POINTS = Text("个百分点", "percentage points")
_CHANGE = pattern(
    r"^[，、（](?:同比|环比|较上年|较去年|比上年|比去年)?(?:有所)?(?:上升|下降|提高|提升|降低|增长|增加|减少)(?:了)?$"
)
_SHARE = pattern("^[，、（]?(?:约)?占[^，。；]{0,20}$")
_NONE = Text("报告没有这类数", "the report has no such number")


@dataclass(frozen=True, slots=True)
class Range:
    """Which numbers a bound is for: names, labels, units, all that are given; and the words that exempt one."""

    of: tuple[str, ...]
    labels: tuple[Matcher, ...]
    units: tuple[str, ...]
    unless: tuple[Matcher, ...]
    min: int | None
    max: int | None


def check_range(ledger: Ledger, bound: Range) -> Iterator[Hit]:
    """Yield the numbers that lie outside; approximate ones never do."""
    chosen = [f for f in ledger.facts if is_exact(f) and _is_meant(ledger, f, bound)]
    low, high = bound.min, bound.max
    wrong = [f for f in chosen if (low is not None and f.value < low) or (high is not None and f.value > high)]
    for fact in wrong:
        edge = f"{low if low is not None else high}{fact.unit}"
        yield _hit(ledger, fact, "out_of_bounds", {"stated": f"{plain(fact.value)}{fact.unit}", "bound": edge})
    if not wrong:
        yield _none_wrong(chosen)


def _is_meant(ledger: Ledger, fact: Fact, bound: Range) -> bool:
    return (
        (not bound.units or fact.unit in bound.units)
        and (not bound.of or not set(names_of(fact)).isdisjoint(bound.of))
        and (not bound.labels or any(m.search(fact.label) for m in bound.labels))
        and not ledger.says(fact, bound.unless)
    )


@dataclass(frozen=True, slots=True)
class RateBase:
    """The counts of which one must be given with a rate; with only one of `partly`, if not zero, it is `doubtful`."""

    of: tuple[str, ...]
    partly: tuple[str, ...]


def check_bases(
    ledger: Ledger, names: tuple[str, ...], bases: Mapping[str, RateBase], unless: tuple[Matcher, ...]
) -> Iterator[Hit]:
    """Yield the rates that stand without any count: of those in `bases`, and of others nothing near them.

    `names`: only these rates, when given.
    """
    reported = ledger.of(*names) if names else ledger.reported
    rates = [f for f in reported if f.unit == PERCENT and not ledger.says(f, unless)]
    told: set[str] = set()
    cases = {name: _base_case(ledger, base) for name, base in bases.items()}
    for rate in rates:
        name = names_of(rate)[1]
        base = bases.get(name)
        case = cases[name] if base else _near_case(ledger, rate)
        if case is None or (base and name in told):
            continue
        told.add(name)
        near = ledger.of(*base.partly)[:1] if base and case == "part_base" else ()
        yield _hit(ledger, rate, case, {"stated": f"{plain(rate.value)}%"}, [Sight("nearest", f.span) for f in near])
    if not told:
        yield _none_wrong(rates)


def _base_case(ledger: Ledger, base: RateBase) -> str | None:
    if ledger.of(*base.of):
        return None
    partly = ledger.of(*base.partly) if base.partly else ()
    if any(fact.value > 0 for fact in partly):
        return "part_base"
    return None if partly else "no_base"  # a rate of nothing is another matter: its count is there, and is zero


def _near_case(ledger: Ledger, rate: Fact) -> str | None:
    """Return what lacks: any count near the rate or of its indicator, or of a share (占总数的95%) the whole.

    Nothing of a table: what it is of may stand anywhere in it.
    """
    if ledger.is_crowded(rate) or rate.origin == "table":
        return None
    near = [f for f in (*ledger.before(rate), *ledger.beside(rate)) if f.unit not in RATES]
    left = [f for f in near if f.number.end <= rate.number.start]
    if left and _SHARE.search(ledger.between(left[-1], rate)):
        like = [f for f in near if unit_class(f.unit) == unit_class(left[-1].unit)]
        return None if len(like) > 1 else "no_whole"
    kin = ledger.of(rate.indicator) if rate.indicator else ()
    return None if near or any(f.unit not in RATES for f in kin) else "no_count"


def check_units(ledger: Ledger, names: tuple[str, ...], changes: tuple[Matcher, ...]) -> Iterator[Hit]:
    """Yield the numbers that are counted now in one unit, now in another, and changes of rates given in percent."""
    wrong = False
    seen: dict[str, Fact] = {}
    for fact in (f for f in ledger.of(*names) if f.unit):  # a table may leave the unit to the text
        first = seen.setdefault(names_of(fact)[1], fact)
        if fact.value > 0 and first.value > 0 and unit_class(first.unit) != unit_class(fact.unit):
            wrong = True
            yield _hit(ledger, fact, "unit", _units(fact, first), [Sight("compared_with", first.span)])
    for fact in ledger.facts if changes else ():
        if fact.unit == PERCENT and ledger.says(fact, changes) and _follows_rate(ledger, fact):
            wrong = True
            yield _hit(ledger, fact, "points", {"stated": f"{plain(fact.value)}%", "other": _POINTS})
    if not wrong:
        yield _none_wrong([*seen.values()])


def _units(fact: Fact, first: Fact) -> dict[str, str | Text]:
    return {key: f.unit or Text("没有单位", "no unit") for key, f in (("stated", fact), ("other", first))}


def _follows_rate(ledger: Ledger, change: Fact) -> bool:
    """Say whether the number just before a change in its sentence is a rate that it may be a change of."""
    left = [f for f in ledger.beside(change) if f.number.end <= change.number.start]
    return bool(left) and left[-1].unit == PERCENT and _CHANGE.match(ledger.between(left[-1], change)) is not None


def _hit(ledger: Ledger, fact: Fact, case: str, fields: Mapping[str, str | Text], more: Sequence[Sight] = ()) -> Hit:
    known = fact.indicator and ledger.view.vocabulary.indicator(fact.indicator).title
    named = {"label": fact.label, "indicator": known or Text(fact.label, fact.label), **fields}
    subject = fact.indicator or section_at(ledger.view.outline, fact.number)
    is_sure = case in ("out_of_bounds", "no_base", "no_count", "no_whole")
    return Hit("not_satisfied" if is_sure else "doubtful", subject, (Sight("found", fact.span), *more), case, named)


def _none_wrong(seen: Sequence[Fact]) -> Hit:
    if seen:
        return Hit("satisfied", None, (Sight("found", seen[0].span),))
    return Hit("not_applicable", because=_NONE)
