"""`link`: what one part says is answered in another: each shortcoming by a measure of the plan.

Answers are paired by the content words that both items share. That is evidence, not proof, so the outcome shows the
words, and a thin tie is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Literal

from lawcheck.model.checklist import Answer, Verdict
from lawcheck.rule.content import Content, Tie
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.items import PartItem, part_items
from lawcheck.rule.scope import folded
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary
from lawcheck.wording import Text

NAMES = Names(
    cases=frozenset({"orphan", "weak"}),
    fields=COMMON_FIELDS | {"item", "answer", "words", "spare", "part", "other"},
)
_STRONG = 1.0  # a word of two characters that only these two items have, or several that are less rare
_TOPIC = 0.5  # what it weighs that the first sentences are about the same subject: 力量薄弱, 队伍建设
_THIN = 0.2  # one word that half the report has is no tie
_SHOWN = 24  # characters of an item that stand for it
_MOST = 20  # items on one side
_MOST_SIGHTS = 10


@dataclass(frozen=True, slots=True)
class Options:
    """Each item of the part `items` is answered by an item of the part `answers`.

    `empty` are words that link nothing; `topics` are families of words for one subject: two items that only share a
    subject are doubtful.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["link"]
    items: str
    answers: str
    empty: tuple[str | Phrases, ...]
    topics: tuple[str | Phrases, ...] = ()

    def __post_init__(self) -> None:
        if self.items == self.answers:
            raise ValueError("items 和 answers 应是两个不同的部分 / items and answers should be two parts")


_Matchers = tuple[Matcher, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    items: str
    answers: str
    titles: tuple[Text, Text]
    empty: _Matchers
    topics: _Matchers


@dataclass(frozen=True, slots=True)
class _Pair:
    item: PartItem
    answer: PartItem | None
    tie: Tie
    topic: str | None = None


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue or role that the vocabulary has not."""
    matchers = vocabulary.matchers
    titles = (vocabulary.role(options.items).title, vocabulary.role(options.answers).title)
    words = (matchers(options.empty), matchers(options.topics))
    return partial(_check, _Rule(options.items, options.answers, titles, *words))


def _check(rule: _Rule, view: View) -> Iterator[Hit]:
    parts = [view.outline.part(role) for role in (rule.items, rule.answers)]
    for part, title in zip(parts, rule.titles, strict=True):
        if part is None:
            yield Hit("not_applicable", because=Text(f"报告没有“{title}”部分", f"the report has no part “{title.en}”"))
            return
    items, answers = part_items(view, rule.items)[:_MOST], part_items(view, rule.answers, deep=True)[: 2 * _MOST]
    if any(i.span.meets(a.span) for i in items for a in answers):
        yield Hit("not_applicable", because=Text("两部分写在一起", "the two parts are written as one"))
    elif not items or not answers or items[0].origin == "sentence":
        yield Hit("not_applicable", because=Text("没有分项，无从逐项对应", "nothing is listed item by item"))
    else:
        yield from _linked(rule, view, items, answers)


def _linked(rule: _Rule, view: View, items: tuple[PartItem, ...], answers: tuple[PartItem, ...]) -> Iterator[Hit]:
    content = Content(view, rule.empty)
    pairs = [_best(rule, view, content, item, answers) for item in items]
    used = {p.answer for p in pairs}
    spare = [a for a in answers if a not in used]
    hits = [_finding(rule, view, p, spare) for p in pairs if not _is_strong(p.tie)] or [_all_well(view, pairs, spare)]
    hits[0] = replace(hits[0], answers=tuple(_answers(pairs, spare)))
    yield from hits


def _answers(pairs: list[_Pair], spare: list[PartItem]) -> Iterator[Answer]:
    for pair in pairs:
        words = pair.tie.words[:5] or ((pair.topic,) if pair.topic else ())
        verdict: Verdict = "satisfied" if _is_strong(pair.tie) else "doubtful" if pair.answer else "not_satisfied"
        yield Answer(pair.item.subject, verdict, pair.item.lead, pair.answer.lead if pair.answer else None, words)
    yield from (Answer(None, "satisfied", None, answer.lead) for answer in spare)


def _best(rule: _Rule, view: View, content: Content, item: PartItem, answers: tuple[PartItem, ...]) -> _Pair:
    ties = [(_with_topic(rule, view, item, answer, content.tie(item, answer)), answer) for answer in answers]
    tie, answer = max(ties, key=lambda pair: (_is_strong(pair[0]), pair[0].weight))
    if tie.weight > _THIN:
        return _Pair(item, answer, tie)
    here = folded(view, item.span)
    for topic in rule.topics:
        found = topic.search(here)
        other = next((a for a in answers if topic.search(folded(view, a.span))), None)
        if found and other:
            return _Pair(item, other, Tie(), here[found[0] : found[1]])
    return _Pair(item, None, Tie())


def _with_topic(rule: _Rule, view: View, item: PartItem, answer: PartItem, tie: Tie) -> Tie:
    leads = [folded(view, item.lead), folded(view, answer.lead)]
    same = any(all(topic.search(lead) for lead in leads) for topic in rule.topics)
    return replace(tie, weight=tie.weight + _TOPIC) if same and tie.words else tie


def _is_strong(tie: Tie) -> bool:
    return tie.weight >= _STRONG and tie.names_subject


def _finding(rule: _Rule, view: View, pair: _Pair, spare: list[PartItem]) -> Hit:
    part = view.outline.part(rule.answers)
    words = "、".join(pair.tie.words[:5]) or pair.topic or ""
    fields: dict[str, str | Text] = {
        "item": _shown(view, pair.item),
        "answer": _shown(view, pair.answer) if pair.answer else "",
        "words": words,
        "spare": "；".join(_shown(view, a) for a in spare[:3]) or Text("无", "none"),
        "part": rule.titles[0],
        "other": rule.titles[1],
    }
    shown = Sight("compared_with", pair.item.lead)
    if pair.answer:
        return Hit("doubtful", pair.item.subject, (Sight("found", pair.answer.lead), shown), "weak", fields)
    looked = Text("与这项不足相同的实词和同类的说法", "content words and subjects that it shares with the item")
    sights = (Sight("expected_at", part.anchor if part else None), shown, Sight("searched", None, looked))
    return Hit("not_satisfied", pair.item.subject, sights, "orphan", fields)


def _all_well(view: View, pairs: list[_Pair], spare: list[PartItem]) -> Hit:
    told = [(_shown(view, p.item), _shown(view, p.answer), "、".join(p.tie.words[:5])) for p in pairs if p.answer]
    more_zh = f"；计划另有 {len(spare)} 项不针对某项不足" if spare else ""
    more_en = f"; {len(spare)} more measures answer none in particular" if spare else ""
    zh = "；".join(f"“{a}”对应“{b}”（{w}）" for a, b, w in told)
    en = "; ".join(f"“{a}” is answered by “{b}” ({w})" for a, b, w in told)
    sights = [Sight("found", p.item.lead) for p in pairs]
    sights += [Sight("compared_with", p.answer.lead) for p in pairs if p.answer]
    return Hit("satisfied", None, tuple(sights[:_MOST_SIGHTS]), because=Text(zh + more_zh, en + more_en))


def _shown(view: View, item: PartItem) -> str:
    return folded(view, item.lead)[:_SHOWN]
