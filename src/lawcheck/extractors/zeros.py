"""Zeros that are stated in words: 未发生行政复议案件, 无败诉, 零投诉."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lawcheck.extractors.link import Linker
from lawcheck.extractors.period import Periods
from lawcheck.extractors.sentences import Layout
from lawcheck.model.fact import Fact
from lawcheck.rule.vocabulary import Aspect, Indicator
from lawcheck.text.pattern import pattern

_GATE = pattern("[未没无零]|不存在")
# What is aimed at or guarded against has not happened yet.
_AIM = pattern("力争|争取|确保|努力|防止|避免|杜绝|力求|如果|是否|凡是?|对(?:于)?$|目标")
_AIM_REACH = 16


def stated_zeros(layout: Layout, linker: Linker, periods: Periods) -> Iterator[Fact]:
    """Yield a fact of value 0 for each indicator whose zero a sentence states in words."""
    text = layout.text
    for start, end in layout.sentences():
        if _GATE.search(text, start, end) is None:
            continue
        for indicator, low, high in linker.naming.zeros(text, start, end):
            clause = layout.clause(low)
            if _AIM.search(text, max(clause.start, low - _AIM_REACH), low) is None:
                aspect = _aspect(indicator)
                span = layout.span(low, high)
                yield Fact(
                    label=text[low:high],
                    value=Decimal(0),
                    upper=None,
                    unit=aspect.units[0],
                    qualifier="exact",
                    span=span,
                    number=span,
                    sentence=layout.span(start, max(low, end - 1)),
                    indicator=indicator.id,
                    aspect=aspect.id,
                    period=periods.of(low),
                    origin="stated_zero",
                )


def _aspect(indicator: Indicator) -> Aspect:
    return next((a for a in indicator.aspects if a.id == "total"), indicator.aspects[0])
