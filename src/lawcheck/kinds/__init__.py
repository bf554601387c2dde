"""The forms of requirement, one module each. Kinds are closed: this table is the whole of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lawcheck.kinds import each, fact, field, link, order, period, relation, section, text
from lawcheck.rule.hit import Check, Names
from lawcheck.wording import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind gives to whoever loads rules.

    `title` says what rules of this kind look at; `options` is the frozen dataclass of its keys;
    `compile(options, vocabulary)` returns the check and raises KeyError for a role or cue that the vocabulary has not;
    `names` are its cases and message fields.
    """

    title: Text
    options: type
    names: Names
    compile: Callable[..., Check]


KINDS: dict[str, Kind] = {
    "section": Kind(Text("有没有这个部分", "whether a part is there"), section.Options, section.NAMES, section.compile),
    "order": Kind(Text("次序和编号", "order and numbers of headings"), order.Options, order.NAMES, order.compile),
    "text": Kind(
        Text("必须或不得出现的词语", "words that must or must not stand there"), text.Options, text.NAMES, text.compile
    ),
    "field": Kind(
        Text("标题、机关、年度、落款", "title, body, year, closing"), field.Options, field.NAMES, field.compile
    ),
    "fact": Kind(
        Text("一个数写了没有，在不在范围内", "whether a number is given, and within bounds"),
        fact.Options,
        fact.NAMES,
        fact.compile,
    ),
    "relation": Kind(
        Text("几个数合不合得上", "whether numbers agree"), relation.Options, relation.NAMES, relation.compile
    ),
    "period": Kind(Text("年度在该在的地方", "years where they belong"), period.Options, period.NAMES, period.compile),
    "each": Kind(Text("每一项都符合", "every item of a part"), each.Options, each.NAMES, each.compile),
    "link": Kind(Text("前后呼应", "items of one part answered in another"), link.Options, link.NAMES, link.compile),
}
