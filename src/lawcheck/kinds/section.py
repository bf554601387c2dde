"""`section`: the report has a part with this role, and there is something in it.

The outliner has already found the parts and says how it found each; this kind only says which ways are good enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from lawcheck.model.outline import Found, Section
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.place import han_below, last_words, quoted
from lawcheck.rule.scope import folded
from lawcheck.rule.vocabulary import Matcher, Phrases, Role, Vocabulary
from lawcheck.text.pattern import Pattern, alternation, pattern
from lawcheck.wording import Text

NAMES = Names(
    cases=frozenset({"absent", "empty", "unheaded", "lead", "stated", "closing", "thematic"}),
    fields=COMMON_FIELDS | {"part", "heading", "where", "how", "han", "min_han"},
)
HOW: dict[Found, Text] = {
    "headed": Text("标题", "a heading"),
    "lead": Text("列举项或段首句", "the lead of a list item"),
    "stated": Text("正文中的句子", "a sentence of the body"),
    "closing": Text("结尾段落", "the closing passage"),
    "thematic": Text("各专题标题", "headings of their own topics"),
}
_SEARCHED_HOW: dict[Found, Text] = {
    "headed": Text("标题", "headings"),
    "lead": Text("列举项和段首句", "leads of list items"),
    "stated": Text("正文各句", "sentences of the body"),
    "closing": Text("结尾段落", "the closing passage"),
}
_NEAR = 0.5  # share of a heading's characters that are words of the role
_WORD = pattern(r"\p{Han}{2,}")


@dataclass(frozen=True, slots=True)
class Options:
    """`accept` and `doubtful` are ways of being found; a part found otherwise is a finding, case `unheaded`.

    `min_han` is the least number of Chinese characters below a heading; words of `void` (特此报告) are none. `before`:
    the part belongs before the first of these roles that is there (where evidence of an absence points), else at the
    end.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["section"]
    roles: tuple[str, ...]
    accept: tuple[Found, ...] = ("headed", "lead", "stated", "thematic")
    doubtful: tuple[Found, ...] = ()
    if_absent: Literal["not_satisfied", "not_applicable"] = "not_satisfied"
    min_han: int = 0
    void: tuple[str | Phrases, ...] = ()
    before: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.roles:
            raise ValueError("roles 不能为空 / roles must name at least one role")


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a role that the vocabulary has not."""
    roles = [(vocabulary.role(name), _words(vocabulary.role(name))) for name in options.roles]
    void = vocabulary.matchers(options.void)
    for name in options.before:
        vocabulary.role(name)

    def check(view: View) -> Iterator[Hit]:
        hits = [_judge(view, options, role, words, void) for role, words in roles]
        findings = [h for h in hits if h.verdict in ("not_satisfied", "doubtful")]
        kept = [h for h in hits if h.verdict == "satisfied"]
        if findings or len(hits) == 1:
            yield from findings or hits
        elif kept:
            yield Hit("satisfied", None, tuple(s for h in kept for s in h.sights))
        else:
            yield Hit("not_applicable", because=Text("报告没有这些部分", "the report has none of these parts"))

    return check


def _judge(view: View, options: Options, role: Role, words: Pattern, void: tuple[Matcher, ...]) -> Hit:
    part = view.outline.part(role.id)
    if part is None:
        return _absent(view, options, role, words)
    here = (Sight("found", part.anchor),)
    fields = {"part": role.title, "heading": quoted(view.document, part.anchor), "how": HOW[part.found]}
    if part.found in options.doubtful:
        return Hit("doubtful", role.id, here, part.found, fields)
    if part.found not in options.accept:
        return Hit("not_satisfied", role.id, here, "unheaded", fields)
    han = han_below(view.document, view.outline, part, void)
    if part.found == "headed" and han < options.min_han:
        counts = {"han": str(han), "min_han": str(options.min_han)}
        return Hit("not_satisfied", role.id, here, "empty", {**fields, **counts})
    return Hit("satisfied", role.id, here, fields=fields)


def _absent(view: View, options: Options, role: Role, words: Pattern) -> Hit:
    if options.if_absent == "not_applicable":
        because = Text(f"报告没有“{role.title}”部分", f"the report has no part “{role.title.en}”")
        return Hit("not_applicable", role.id, because=because)
    following = next((p for name in options.before if (p := view.outline.part(name))), None)
    if following is not None:
        place = Sight("expected_at", following.anchor, relation="before")
        quote = quoted(view.document, following.anchor)
        where = Text(f"“{quote}”之前", f"before “{quote}”")
    else:
        place = Sight("expected_at", last_words(view.document, view.outline.body), relation="end")
        where = Text("正文末尾", "at the end of the text")
    sights = [place, *_searched(role)]
    nearest = _nearest(view, role, words)
    if nearest is not None:
        sights.append(Sight("nearest", nearest.heading))
    return Hit("not_satisfied", role.id, tuple(sights), "absent", {"part": role.title, "where": where})


def _searched(role: Role) -> Iterator[Sight]:
    families: tuple[tuple[Found, Phrases], ...] = (
        ("headed", role.headings),
        ("lead", role.leads),
        ("stated", role.states),
        ("closing", role.closings),
    )
    for found, family in families:
        if family.phrases or family.re:
            how = _SEARCHED_HOW[found]
            like = Text(f"里的“{role.title}”及类似说法", f" for “{role.title.en}” and the like")
            yield Sight("searched", None, Text(how + like, how.en + like.en) if found == "headed" else how)


def _nearest(view: View, role: Role, words: Pattern) -> Section | None:
    """Return the heading of no other part that consists most of words of the role, if one comes close."""
    best, section = _NEAR, None
    for candidate in view.outline.sections:
        title = folded(view, candidate.title)
        share = sum(b - a for a, b in (m.span() for m in words.finditer(title))) / max(len(title), 1)
        if candidate.role is None and share >= best and (section is None or share > best):
            best, section = share, candidate
    return section


def _words(role: Role) -> Pattern:
    """Return a pattern for the words that the role's heading phrases are made of."""
    sources = (str(role.title), *role.headings.phrases, *role.headings.re)
    return Pattern(alternation(tuple(m.group() for source in sources for m in _WORD.finditer(source))))
