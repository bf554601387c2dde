"""`each`: every item of a part meets a test, or every list of the report counts as it should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Literal

from lawcheck.model.checklist import Answer, Verdict
from lawcheck.rule.answers import answers, cued
from lawcheck.rule.content import Content, retells, told_and_cause
from lawcheck.rule.enumerators import list_slips
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.items import PartItem, own_sentences, part_items
from lawcheck.rule.scope import Stretch, folded, stretches
from lawcheck.rule.seek import seek
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span
from lawcheck.wording import Text

Judge = Literal["has", "content", "restated", "only", "count", "never", "lists"]
NAMES = Names(
    cases=frozenset({"absent", "implied", "vague", "restated", "only", "few", "unlisted", "past", "future"})
    | {"gap", "repeat", "headless", "announced"},
    fields=COMMON_FIELDS | {"item", "part", "count", "min", "mark", "written", "expected"},
)
_SHOWN = 24  # characters of an item that stand for it
_MOST = 5  # places of one finding
_NAMED = pattern(r"(?<=\p{Han})\d|[《“]")  # a number, a title, a name in quotation marks
_UNLISTED = Text("没有分项，无从逐项判断", "nothing is listed item by item")


@dataclass(frozen=True, slots=True)
class Ban:
    """Words that no sentence of a part may have, and the case they stand for."""

    roles: tuple[str, ...]
    cues: tuple[str | Phrases, ...]
    case: Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Options:
    """`roles` name the parts whose items are looked at; `judge` says what is asked of them.

    `has`: each has one of `cues`, else one of `softly` (doubtful); one of `shared`, there or in a heading, does for
    all. `content`: each has `min` words that are not among `cues`, or a number or a name. `restated`: what follows one
    of `leads` is not what stands before it. `only`: not every item has one of `cues`, unless one has one of `softly`.
    Words of `leads` (主要原因是) part an item: `content` looks before them, `only` after them; elsewhere at all of it.
    `count`: there are `min` items. `never`: no sentence has the words of a ban. `lists`: 一是……二是…… count on.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["each"]
    judge: Judge
    roles: tuple[str, ...] = ()
    cues: tuple[str | Phrases, ...] = ()
    softly: tuple[str | Phrases, ...] = ()
    shared: tuple[str | Phrases, ...] = ()
    leads: tuple[str | Phrases, ...] = ()
    min: int = 1
    never: tuple[Ban, ...] = ()

    def __post_init__(self) -> None:
        if (self.judge in ("never", "lists")) == bool(self.roles):
            raise ValueError("never、lists 之外须给出 roles / all but never and lists need roles")
        if (self.judge == "never") != bool(self.never):
            raise ValueError("never 只用于 judge: never / never goes with judge: never")
        if self.judge in ("has", "content", "only") and not self.cues:
            raise ValueError(f"judge: {self.judge} 须给出 cues / judge: {self.judge} needs cues")
        if self.judge == "restated" and not self.leads:
            raise ValueError("judge: restated 须给出 leads / judge: restated needs leads")


_Matchers = tuple[Matcher, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    options: Options
    cues: _Matchers
    softly: _Matchers
    shared: _Matchers
    leads: _Matchers
    bans: tuple[_Matchers, ...]
    part: Text


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue or role that the vocabulary has not."""
    matchers = vocabulary.matchers
    named = (*options.roles, *(role for ban in options.never for role in ban.roles))
    titles = [vocabulary.role(name).title for name in named]
    cues, softly, shared = matchers(options.cues), matchers(options.softly), matchers(options.shared)
    bans = tuple(matchers(ban.cues) for ban in options.never)
    part = Text("、".join(titles), ", ".join(t.en for t in titles))
    return partial(_check, _Rule(options, cues, softly, shared, matchers(options.leads), bans, part))


def _check(rule: _Rule, view: View) -> Iterator[Hit]:
    judge = rule.options.judge
    if judge in ("never", "lists"):
        yield from _never(rule, view) if judge == "never" else _lists(view)
        return
    items = [i for role in rule.options.roles for i in part_items(view, role, deep=judge == "count")]
    if not items or (items[0].origin == "sentence" and judge != "count"):
        yield Hit("not_applicable", because=_UNLISTED)
    elif judge == "count":
        yield _count(rule, view, items)
    else:
        judges = {"has": _has, "content": _content, "restated": _restated, "only": _only}
        yield from list(judges[judge](rule, view, items)) or [_well(items)]


def _has(rule: _Rule, view: View, items: list[PartItem]) -> Iterator[Hit]:
    places = (*stretches(view, "part", rule.options.roles), *stretches(view, "headings"))
    told = answers(view, items, rule.cues, rule.softly, cued(view, places, rule.shared))
    hits = [_unmet(rule, view, i, a) for i, a in zip(items, told, strict=True) if a.verdict != "satisfied"]
    first, *rest = hits or [_well(items)]
    yield from (replace(first, answers=told), *rest)


def _unmet(rule: _Rule, view: View, item: PartItem, answer: Answer) -> Hit:
    fields = {**_fields(rule, view, item), "mark": folded(view, answer.given) if answer.given else ""}
    if answer.given:
        return Hit("doubtful", item.subject, _seen([answer.given]), "implied", fields)
    return Hit("not_satisfied", item.subject, (Sight("expected_at", item.lead),), "absent", fields)


def _well(items: list[PartItem]) -> Hit:
    return Hit("satisfied", because=Text(f"{len(items)} 项均符合", f"all {len(items)} are well"))


def _content(rule: _Rule, view: View, items: list[PartItem]) -> Iterator[Hit]:
    content = Content(view, rule.cues)
    for item in items:
        told, _ = told_and_cause(view, item, rule.leads) or (item.span, item.span)
        if len(set(content.words(told))) < rule.options.min and not _NAMED.search(folded(view, told)):
            yield Hit("not_satisfied", item.subject, _seen([item.lead]), "vague", _fields(rule, view, item))


def _restated(rule: _Rule, view: View, items: list[PartItem]) -> Iterator[Hit]:
    for item in items:
        parts = told_and_cause(view, item, rule.leads)
        if parts and retells(folded(view, parts[1]), folded(view, parts[0])):
            sights = (*_seen([Span(parts[0].end, parts[1].end)]), Sight("compared_with", item.lead))
            yield Hit("doubtful", item.subject, sights, "restated", _fields(rule, view, item))


def _only(rule: _Rule, view: View, items: list[PartItem]) -> Iterator[Hit]:
    causes = [(told_and_cause(view, item, rule.leads) or (item.span, item.span))[1] for item in items]
    found = [cued(view, [Stretch(cause)], rule.cues) for cause in causes]
    if len(items) > 1 and all(found) and not any(cued(view, [Stretch(cause)], rule.softly) for cause in causes):
        sights = _seen([places[0] for places in found])
        yield Hit("doubtful", rule.options.roles[0], sights, "only", _fields(rule, view, items[0]))


def _count(rule: _Rule, view: View, items: list[PartItem]) -> Hit:
    role, count = rule.options.roles[0], len(items)
    if count >= rule.options.min:
        because = Text(f"有 {count} 项", f"{count} items")
        return Hit("satisfied", role, _seen([item.lead for item in items]), because=because)
    part = view.outline.part(role)
    seen = _seen([part.anchor if part else items[0].lead])
    fields = {**_fields(rule, view, items[0]), "count": str(count), "min": str(rule.options.min)}
    if items[0].origin == "sentence":
        return Hit("doubtful", role, seen, "unlisted", fields)
    return Hit("not_satisfied", role, seen, "few", fields)


def _never(rule: _Rule, view: View) -> Iterator[Hit]:
    hits = []
    for ban, cues in zip(rule.options.never, rule.bans, strict=True):
        for role in ban.roles:
            places = [Stretch(span) for span in own_sentences(view, role)]
            found = [s for _, s in seek(view.document, places, cues, skip_titles=True, skip_negated=True)]
            if found:
                fields = {"part": view.vocabulary.role(role).title, "mark": folded(view, found[0])}
                hits.append(Hit("not_satisfied", role, _seen(found), ban.case, fields))
    yield from hits or [Hit("satisfied", because=Text("没有时态不合的说法", "nothing is told in the wrong tense"))]


def _lists(view: View) -> Iterator[Hit]:
    hits = []
    for slip in list_slips(view):
        fields = {"written": slip.written, "expected": slip.expected}
        verdict: Verdict = "doubtful" if slip.case == "headless" else "not_satisfied"
        hits.append(Hit(verdict, slip.section.subject, _seen([slip.span]), slip.case, fields))
    yield from hits or [Hit("satisfied", because=Text("列举的序数相连", "the lists count on"))]


def _seen(spans: list[Span]) -> tuple[Sight, ...]:
    return tuple(Sight("found", span) for span in spans[:_MOST])


def _fields(rule: _Rule, view: View, item: PartItem) -> dict[str, str | Text]:
    return {"item": folded(view, item.lead)[:_SHOWN], "part": rule.part}
