"""`text`: certain words must, or must not, stand in a stretch of the report; its marks pair; there is enough of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Literal

from lawcheck.model.document import Document
from lawcheck.rule.extent import Extent, judge_extent
from lawcheck.rule.found import MOST_SIGHTS, judge_found
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.pairs import judge_pairs
from lawcheck.rule.place import belongs, has_text, quoted, with_context
from lawcheck.rule.scope import Scope, Stretch, by_subject, stretches
from lawcheck.rule.seek import seek
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary
from lawcheck.text.span import Span
from lawcheck.wording import Text

SoftCase = Literal["implied", "promised", "unclear"]
NAMES = Names(
    cases=frozenset(
        {"absent", "present", "furniture", "lone", "direction", "implied", "promised", "unclear", "short", "share"}
    ),
    fields=COMMON_FIELDS | {"part", "count", "min", "mark", "partner", "han", "share", "limit"},
)
_ONE_OF = (
    "require、forbid、balance、extent 须给出一个，前两者可以同给 / give one of these; the first two may go together"
)
_SHOWN = 5  # phrases of a family that stand for it


@dataclass(frozen=True, slots=True)
class Soft:
    """Words that make the outcome `doubtful`, and the case they stand for. Without `scope`, where the rule looks."""

    case: SoftCase
    cues: tuple[str | Phrases, ...]
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """Give `require`, `forbid`, or both (what is forbidden speaks first), or else `balance` or `extent`.

    `require` and `forbid` are cue names or families of phrases. `roles` go with the scopes `part`, `part_headings`,
    `headings`, `sections`, `items`. `min` is how often a required word must occur; a headed part of `headed_by` with
    text below it stands for them all. `per`: one outcome for the whole scope, for each stretch of it (`section`), or
    for each occurrence. `skip_negated`: a word behind 未, 没有, 无, 不 in its clause does not count. `skip_titles`: nor
    one inside 《》. `as_written`: looked for in the text as read, before half-width and full-width become one.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["text"]
    scope: Scope = "body"
    roles: tuple[str, ...] = ()
    require: tuple[str | Phrases, ...] = ()
    headed_by: tuple[str, ...] = ()
    forbid: tuple[str | Phrases, ...] = ()
    softly: tuple[Soft, ...] = ()
    balance: tuple[str, ...] = ()
    min: int = 1
    per: Literal["document", "section", "occurrence"] = "document"
    skip_negated: bool = False
    skip_titles: bool = False
    as_written: bool = False
    extent: Extent | None = None

    def __post_init__(self) -> None:
        if sum(map(bool, (self.require + self.forbid, self.balance, self.extent))) != 1:
            raise ValueError(_ONE_OF)
        if any(len(pair) != 2 for pair in self.balance):
            raise ValueError("balance 的每一项是一对标点，如“《》” / each entry of balance is a pair of marks")
        if self.scope in ("part", "part_headings") and not self.roles:
            raise ValueError("scope: part 须用 roles 说明是哪个部分 / scope: part needs roles")
        if self.per == "occurrence" and (self.require or not self.forbid):
            raise ValueError("per: occurrence 只用于 forbid / per: occurrence goes with forbid")


_Find = Callable[[Document, tuple[Stretch, ...], tuple[Matcher, ...]], list[tuple[Stretch, Span]]]


@dataclass(frozen=True, slots=True)
class _Rule:
    """The options with everything compiled."""

    options: Options
    find: _Find
    wanted: tuple[Matcher, ...]
    barred: tuple[Matcher, ...]
    counted: tuple[Matcher, ...]
    searched: tuple[Text, ...]
    softly: tuple[tuple[Soft, tuple[Matcher, ...]], ...]
    headed_by: frozenset[str]
    part: Text


_Judge = Callable[[_Rule, View, tuple[Stretch, ...]], Iterator[Hit]]


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue or role that the vocabulary has not."""
    matchers = vocabulary.matchers
    families = [vocabulary.family(wanted) for wanted in options.require]
    titles = [vocabulary.role(name).title for name in options.roles]
    skips = {name: getattr(options, name) for name in ("skip_titles", "skip_negated", "as_written")}
    rule = _Rule(
        options,
        partial(seek, **skips),
        matchers(options.require),
        matchers(options.forbid),
        matchers(options.extent.cues if options.extent else ()),
        tuple(_label(f) for f in families if f.phrases),
        tuple((soft, matchers(soft.cues)) for soft in options.softly),
        frozenset(vocabulary.role(name).id for name in options.headed_by),
        Text("、".join(titles), ", ".join(t.en for t in titles)),
    )
    return partial(_check, rule, _judge(options))


def _judge(options: Options) -> _Judge:
    if options.require:
        return _both if options.forbid else _require
    return _forbid if options.forbid else _extent if options.extent else _balance


def _label(family: Phrases) -> Text:
    shown = family.phrases[:_SHOWN]
    more = Text("等", ", …") if len(family.phrases) > _SHOWN else Text("", "")
    return Text("、".join(shown) + more, ", ".join(shown) + more.en)


def _check(rule: _Rule, judge: _Judge, view: View) -> Iterator[Hit]:
    places = stretches(view, rule.options.scope, rule.options.roles)
    if not places:
        no_text = Text("报告没有要看的文字", "the report has no such text to look at")
        no_part = Text(f"报告没有“{rule.part}”部分", f"the report has no part “{rule.part.en}”")
        yield Hit("not_applicable", because=no_part if rule.part else no_text)
    elif rule.options.per == "section":
        hits = [hit for group in by_subject(places) for hit in judge(rule, view, group)]
        yield from [h for h in hits if h.verdict != "satisfied"] or [Hit("satisfied")]
    else:
        yield from judge(rule, view, places)


def _both(rule: _Rule, view: View, places: tuple[Stretch, ...]) -> Iterator[Hit]:
    found = rule.find(view.document, places, rule.barred)
    yield from _forbid(rule, view, places) if found else _require(rule, view, places)


def _require(rule: _Rule, view: View, places: tuple[Stretch, ...]) -> Iterator[Hit]:
    options = rule.options
    subject = places[0].subject if len({p.subject for p in places}) == 1 else None
    fields: dict[str, str | Text] = {"part": rule.part, "min": str(options.min)}
    if headed := next((p for p in view.outline.parts if p.role in rule.headed_by and has_text(view, p)), None):
        yield Hit("satisfied", subject, (Sight("found", headed.anchor),))
        return
    found = rule.find(view.document, places, rule.wanted)
    if len(found) >= options.min:
        yield Hit("satisfied", subject, tuple(Sight("found", span) for _, span in found[: options.min][:MOST_SIGHTS]))
        return
    for soft, matchers in rule.softly:
        within = stretches(view, soft.scope, options.roles) if soft.scope else places
        hints = rule.find(view.document, within, matchers)
        if hints:
            spans = [with_context(view.document, span) for _, span in hints[:3]]
            fields["mark"] = quoted(view.document, hints[0][1])
            yield Hit("doubtful", subject, tuple(Sight("found", s) for s in spans), soft.case, fields)
            return
    place = belongs(view, options.scope, options.roles, places[0].span, is_each=options.per == "section")
    sights = (place, *(Sight("searched", None, label) for label in rule.searched))
    yield Hit("not_satisfied", subject, sights, "absent", {**fields, "count": str(len(found))})


def _forbid(rule: _Rule, view: View, places: tuple[Stretch, ...]) -> Iterator[Hit]:
    found = [(p, s, "present") for p, s in rule.find(view.document, places, rule.barred)]
    barred = [span for _, span, _ in found]
    for soft, matchers in () if rule.wanted else rule.softly:  # beside `require` they soften an absence
        hints = rule.find(view.document, places, matchers)
        found += [(p, s, soft.case) for p, s in hints if not any(s.meets(b) for b in barred)]
    subject = places[0].subject if rule.options.per == "section" else None
    yield from judge_found(view, found, rule.options.per, subject, rule.part)


def _extent(rule: _Rule, view: View, places: tuple[Stretch, ...]) -> Iterator[Hit]:
    subject = places[0].subject if len({p.subject for p in places}) == 1 else None
    part = view.vocabulary.role(subject).title if subject in rule.options.roles else rule.part
    yield judge_extent(view, places, rule.options.extent or Extent(), rule.counted, subject, part)


def _balance(rule: _Rule, view: View, places: tuple[Stretch, ...]) -> Iterator[Hit]:
    yield from judge_pairs(view, places, rule.options.balance, rule.part)
