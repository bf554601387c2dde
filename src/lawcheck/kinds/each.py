"""`each`: every item of a part meets a test, or every list of the report counts as it should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Literal

from lawcheck.model.checklist import Verdict
from lawcheck.rule.content import Content, retells
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
    of `cues` is not what stands before it. `only`: not every item has one of `cues`, unless one has one of `softly`.
    `count`: there are `min` items. `never`: no sentence has the words of a ban. `lists`: 一是……二是…… count on.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["each"]
    judge: Judge
    roles: tuple[str, ...] = ()
    cues: tuple[str | Phrases, ...] = ()
    softly: tuple[str | Phrases, ...] = ()
    shared: tuple[str | Phrases, ...] = ()
    min: int = 1
    never: tuple[Ban, ...] = ()

    def __post_init__(self) -> None:
        if (self.judge in ("never", "lists")) == bool(self.roles):
            raise ValueError("never、lists 之外须给出 roles / all but never and lists need roles")
        if (self.judge == "never") != bool(self.never):
            raise ValueError("never 只用于 judge: never / never goes with judge: never")
        if self.judge in ("has", "content", "restated", "only") and not self.cues:
            raise ValueError(f"judge: {self.judge} 须给出 cues / judge: {self.judge} needs cues")


_Matchers = tuple[Matcher, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    options: Options
    cues: _Matchers
    softly: _Matchers
    shared: _Matchers
    bans: tuple[_Matchers, ...]
    part: Text


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue or role that the vocabulary has not."""
    matchers = vocabulary.matchers
    named = (*options.roles, *(role for ban in options.never for role in ban.roles))
    titles = [vocabulary.role(name).title for name in named]
    words = (matchers(options.cues), matchers(options.softly), matchers(options.shared))
    bans = tuple(matchers(ban.cues) for ban in options.never)
    part = Text("、".join(titles), ", ".join(t.en for t in titles))
    return partial(_check, _Rule(options, *words, bans, part))


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
        hits = list(judges[judge](rule, view, items))
        yield from hits or [Hit("satisfied", because=Text(f"{len(items)} 项均符合", f"all {len(items)} are well"))]


def _has(rule: _Rule, view: View, items: list[PartItem]) -> Iterator[Hit]:
    places = (*stretches(view, "part", rule.options.roles), *stretches(view, "headings"))
    if seek(view.document, places, rule.shared, skip_titles=True):
        return
    for item in items:
        if not _find(view, item, rule.cues):
            fields = _fields(rule, view, item)
            if implied := _find(view, item, rule.softly)[:1]:
                fields["mark"] = folded(view, *implied)
                yield Hit("doubtful", item.subject, _seen(implied), "implied", fields)
            else:
                yield Hit("not_satisfied", item.subject, (Sight("expected_at", item.lead),), "absent", fields)


def _content(rule: _Rule, view: View, items: list[PartItem]) -> Iterator[Hit]:
    content = Content(view, rule.cues)
    for item in items:
        few = len(set(content.words(item.span))) < rule.options.min
        if few and not _NAMED.search(folded(view, item.span)):
            yield Hit("not_satisfied", item.subject, _seen([item.lead]), "vague", _fields(rule, view, item))


def _restated(rule: _Rule, view: View, items: list[PartItem]) -> Iterator[Hit]:
    for item in items:
        lead = next(iter(_find(view, item, rule.cues)), None)  # 主要原因是
        if lead is None:
            continue
        told, cause = Span(item.span.start, lead.start), Span(lead.end, item.span.end)
        if retells(folded(view, cause), folded(view, told)):
            sights = (*_seen([Span(lead.start, cause.end)]), Sight("compared_with", item.lead))
            yield Hit("doubtful", item.subject, sights, "restated", _fields(rule, view, item))


def _only(rule: _Rule, view: View, items: list[PartItem]) -> Iterator[Hit]:
    found = [_find(view, item, rule.cues) for item in items]
    if len(items) > 1 and all(found) and not any(_find(view, item, rule.softly) for item in items):
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


def _find(view: View, item: PartItem, cues: _Matchers) -> list[Span]:
    """Return the places in an item that have one of the cues."""
    return [span for _, span in seek(view.document, (Stretch(item.span),), cues, skip_titles=True)]


def _seen(spans: list[Span]) -> tuple[Sight, ...]:
    return tuple(Sight("found", span) for span in spans[:_MOST])


def _fields(rule: _Rule, view: View, item: PartItem) -> dict[str, str | Text]:
    return {"item": folded(view, item.lead)[:_SHOWN], "part": rule.part}
