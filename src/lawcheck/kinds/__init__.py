"""The forms of requirement, one module each. Kinds are closed: this table is the whole of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lawcheck.kinds import each, fact, field, link, order, period, relation, section, text
from lawcheck.rule.hit import Check, Names


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind gives to whoever loads rules.

    `options` is the frozen dataclass of its keys; `compile(options, vocabulary)` returns the check and raises KeyError
    for a role or cue that the vocabulary has not; `names` are its cases and message fields.
    """

    options: type
    names: Names
    compile: Callable[..., Check]


KINDS: dict[str, Kind] = {
    "section": Kind(section.Options, section.NAMES, section.compile),
    "order": Kind(order.Options, order.NAMES, order.compile),
    "text": Kind(text.Options, text.NAMES, text.compile),
    "field": Kind(field.Options, field.NAMES, field.compile),
    "fact": Kind(fact.Options, fact.NAMES, fact.compile),
    "relation": Kind(relation.Options, relation.NAMES, relation.compile),
    "period": Kind(period.Options, period.NAMES, period.compile),
    "each": Kind(each.Options, each.NAMES, each.compile),
    "link": Kind(link.Options, link.NAMES, link.compile),
}
