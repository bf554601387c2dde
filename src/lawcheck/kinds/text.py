"""`text`: certain words must, or must not, stand in a certain stretch of the report; or its paired marks balance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Literal

from lawcheck.model.outline import Part
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.place import belongs, han_below, quoted, with_context
from lawcheck.rule.scope import Scope, Stretch, section_at, stretches
from lawcheck.rule.seek import seek, seek_lone
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary
from lawcheck.text.marks import mark_name, mark_named
from lawcheck.text.span import Span
from lawcheck.wording import Text

SoftCase = Literal["implied", "promised", "unclear"]
NAMES = Names(
    cases=frozenset({"absent", "present", "furniture", "lone", "direction", "implied", "promised", "unclear"}),
    fields=COMMON_FIELDS | {"part", "count", "min", "mark", "partner"},
)
_MOST_SIGHTS = 10
_MOST_HITS = 200  # more than the engine lists
_FEW = 3  # Chinese characters that are no text
_SHOWN = 5  # phrases of a family that stand for it


@dataclass(frozen=True, slots=True)
class Soft:
    """Words that make the outcome `doubtful`, and the case they stand for. Without `scope`, where the rule looks."""

    case: SoftCase
    cues: tuple[str | Phrases, ...]
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """Give one of `require`, `forbid` and `balance`; the first two are cue names or families of phrases.

    `roles` go with the scopes `part`, `part_headings`, `headings`, `sections`, `items`. `min` is how often a required
    word must occur; a headed part of `headed_by` with text below it stands for them all. `per`: one outcome for the
    whole scope, for each stretch of it (`section`), or for each occurrence.
    `skip_negated`: a word behind 未, 没有, 无, 不 in its clause does not count. `skip_titles`: nor one inside 《》.
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

    def __post_init__(self) -> None:
        if sum(map(bool, (self.require, self.forbid, self.balance))) != 1:
            raise ValueError("require、forbid、balance 须且只须给出一个 / give one of require, forbid and balance")
        if any(len(pair) != 2 for pair in self.balance):
            raise ValueError("balance 的每一项是一对标点，如“《》” / each entry of balance is a pair of marks")
        if self.scope in ("part", "part_headings") and not self.roles:
            raise ValueError("scope: part 须用 roles 说明是哪个部分 / scope: part needs roles")
        if self.require and self.per == "occurrence":
            raise ValueError("per: occurrence 只用于 forbid / per: occurrence goes with forbid")


@dataclass(frozen=True, slots=True)
class _Rule:
    """The options with everything compiled."""

    options: Options
    wanted: tuple[Matcher, ...]
    searched: tuple[Text, ...]
    softly: tuple[tuple[Soft, tuple[Matcher, ...]], ...]
    headed_by: frozenset[str]
    part: Text


_Judge = Callable[[_Rule, View, tuple[Stretch, ...]], Iterator[Hit]]


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue or role that the vocabulary has not."""
    families = [vocabulary.family(wanted) for wanted in options.require or options.forbid]
    titles = [vocabulary.role(name).title for name in options.roles]
    rule = _Rule(
        options,
        tuple(map(vocabulary.matcher, families)),
        tuple(_label(f) for f in families if f.phrases),
        tuple((s, tuple(vocabulary.matcher(vocabulary.family(c)) for c in s.cues)) for s in options.softly),
        frozenset(vocabulary.role(name).id for name in options.headed_by),
        Text("、".join(titles), ", ".join(t.en for t in titles)),
    )
    judge = _balance if options.balance else _require if options.require else _forbid
    return partial(_check, rule, judge)


def _label(family: Phrases) -> Text:
    shown = family.phrases[:_SHOWN]
    more = Text("等", ", …") if len(family.phrases) > _SHOWN else Text("", "")
    return Text("、".join(shown) + more, ", ".join(shown) + more.en)


def _check(rule: _Rule, judge: _Judge, view: View) -> Iterator[Hit]:
    places = stretches(view, rule.options.scope, rule.options.roles)
    if not places:
        because = (
            Text(f"报告没有“{rule.part}”部分", f"the report has no part “{rule.part.en}”")
            if rule.part
            else Text("报告没有要看的文字", "the report has no such text to look at")
        )
        yield Hit("not_applicable", because=because)
    elif rule.options.per == "section":
        hits = [hit for place in places for hit in judge(rule, view, (place,))]
        yield from [h for h in hits if h.verdict != "satisfied"] or [Hit("satisfied")]
    else:
        yield from judge(rule, view, places)


def _require(rule: _Rule, view: View, places: tuple[Stretch, ...]) -> Iterator[Hit]:
    options = rule.options
    subject = places[0].subject if len({p.subject for p in places}) == 1 else None
    fields: dict[str, str | Text] = {"part": rule.part, "min": str(options.min)}
    if headed := next((p for p in view.outline.parts if p.role in rule.headed_by and _has_text(view, p)), None):
        yield Hit("satisfied", subject, (Sight("found", headed.anchor),))
        return
    found = _find(rule, view, places, rule.wanted)
    if len(found) >= options.min:
        yield Hit("satisfied", subject, tuple(Sight("found", span) for _, span in found[: options.min][:_MOST_SIGHTS]))
        return
    for soft, matchers in rule.softly:
        hints = _find(rule, view, stretches(view, soft.scope, options.roles) if soft.scope else places, matchers)
        if hints:
            spans = [with_context(view.document, span) for _, span in hints[:3]]
            fields["mark"] = quoted(view.document, hints[0][1])
            yield Hit("doubtful", subject, tuple(Sight("found", s) for s in spans), soft.case, fields)
            return
    place = belongs(view, options.scope, options.roles, places[0].span, is_each=options.per == "section")
    sights = (place, *(Sight("searched", None, label) for label in rule.searched))
    yield Hit("not_satisfied", subject, sights, "absent", {**fields, "count": str(len(found))})


def _has_text(view: View, part: Part) -> bool:
    """Say whether a part has a heading of its own and more than a word below it."""
    return part.found == "headed" and han_below(view.document, view.outline, part) > _FEW


def _forbid(rule: _Rule, view: View, places: tuple[Stretch, ...]) -> Iterator[Hit]:
    found = [(p, s, "present") for p, s in _find(rule, view, places, rule.wanted)]
    barred = [span for _, span, _ in found]
    for soft, matchers in rule.softly:
        hints = _find(rule, view, places, matchers)
        found += [(p, s, soft.case) for p, s in hints if not any(s.meets(b) for b in barred)]
    subject = places[0].subject if rule.options.per == "section" else None
    if not found:
        yield Hit("satisfied", subject)
    together: dict[str, list[Span]] = {}
    for place, span, case in sorted(found, key=lambda h: h[1]):
        # What a page shows around the report is one finding, however much of it there is.
        if place.is_furniture or rule.options.per != "occurrence":
            together.setdefault("furniture" if place.is_furniture else case, []).append(span)
        else:
            yield _finding(rule, view, place.subject or section_at(view.outline, span), [span], case)
    for case, spans in together.items():
        yield _finding(rule, view, subject, spans, case)


def _find(
    rule: _Rule, view: View, places: tuple[Stretch, ...], matchers: tuple[Matcher, ...]
) -> list[tuple[Stretch, Span]]:
    options = rule.options
    found = seek(view.document, places, matchers, skip_titles=options.skip_titles, skip_negated=options.skip_negated)
    return found[:_MOST_HITS]


def _finding(rule: _Rule, view: View, subject: str | None, spans: list[Span], case: str) -> Hit:
    soft = case in ("implied", "promised", "unclear")
    sights = tuple(Sight("found", with_context(view.document, span)) for span in sorted(spans)[:_MOST_SIGHTS])
    fields = {"part": rule.part, "count": str(len(spans)), "mark": quoted(view.document, min(spans))}
    return Hit("doubtful" if soft else "not_satisfied", subject, sights, case, fields)


def _balance(rule: _Rule, view: View, places: tuple[Stretch, ...]) -> Iterator[Hit]:
    hits = []
    for pair in rule.options.balance:
        for span, mark, case in seek_lone(view.document, places, pair)[:_MOST_HITS]:
            partner = pair[0] if mark == pair[1] else pair[1]
            fields = {"mark": mark_named(mark), "partner": mark_name(partner), "part": rule.part, "count": "1"}
            sight = Sight("found", with_context(view.document, span))
            hits.append(Hit("not_satisfied", section_at(view.outline, span), (sight,), case, fields))
    yield from sorted(hits, key=lambda h: h.sights[0].span or Span(0, 0)) or [Hit("satisfied")]
