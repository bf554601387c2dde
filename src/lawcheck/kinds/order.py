"""`order`: parts stand in a lawful sequence; headings are numbered in one style, without gap, level below level.

Four judges, one a rule: `sequence`, `style`, `continuity`, `levels`. `continuity` is silent about what `style` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Literal

from lawcheck.model.outline import NUMBER_STYLES, NumberStyle, Section
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.place import quoted
from lawcheck.rule.siblings import Slip, siblings
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.wording import Text

NAMES = Names(
    cases=frozenset({"sequence", "style", "gap", "repeat", "wrong", "lost", "unnumbered", "level", "chain"}),
    fields=COMMON_FIELDS | {"heading", "number", "expected", "previous", "found_order", "lawful_order"},
)
_NONE = Text("（无）", "none")
Chain = tuple[NumberStyle, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """`sequences`: lawful orders of roles, for `sequence`. `chains`: lawful styles from the top down, for `levels`."""

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["order"]
    judge: Literal["sequence", "style", "continuity", "levels"]
    sequences: tuple[tuple[str, ...], ...] = ()
    chains: tuple[Chain, ...] = ()

    def __post_init__(self) -> None:
        if (self.judge == "sequence") != bool(self.sequences):
            raise ValueError("sequences 只用于且必须用于 judge: sequence / sequences go with judge: sequence")
        if self.chains and self.judge != "levels":
            raise ValueError("chains 只用于 judge: levels / chains go with judge: levels")


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a role that the vocabulary has not."""
    titles = {name: vocabulary.role(name).title for sequence in options.sequences for name in sequence}
    judges: dict[str, Callable[[View], Iterator[Hit]]] = {
        "sequence": lambda view: _sequence(view, options.sequences, titles),
        "style": lambda view: _numbers(view, lambda group: group.strays()),
        "continuity": lambda view: _numbers(view, lambda group: group.slips()),
        "levels": lambda view: _levels(view, options.chains),
    }
    return judges[options.judge]


def _sequence(view: View, sequences: tuple[tuple[str, ...], ...], titles: dict[str, Text]) -> Iterator[Hit]:
    parts = [p for p in view.outline.parts if p.role in titles and p.found in ("headed", "thematic")]
    parts.sort(key=lambda p: p.anchor.start)
    found = [p.role for p in parts]
    if len(found) < 2:
        yield Hit("not_applicable", because=Text("能排先后的部分不足两个", "fewer than two parts to put in order"))
        return
    sights = tuple(Sight("found", p.anchor) for p in parts)
    if any([r for r in sequence if r in found] == found for sequence in sequences):
        yield Hit("satisfied", sights=sights)
        return
    fields = {
        "found_order": _listed([titles[r] for r in found]),
        "lawful_order": _listed([titles[r] for r in sequences[0] if r in found]),
    }
    yield Hit("not_satisfied", None, sights, "sequence", fields)


def _listed(titles: list[Text]) -> Text:
    return Text("→".join(titles), " → ".join(t.en for t in titles))


def _numbers(view: View, judge: Callable[..., Iterator[Slip]]) -> Iterator[Hit]:
    groups = siblings(view.outline, view.document.text)
    hits = [_slip(view, slip) for group in groups for slip in judge(group)]
    nothing = Text("报告没有成组编号的标题", "the report has no groups of numbered headings")
    yield from hits or [_all_well(sum(group.numbered for group in groups), nothing)]


def _all_well(numbered: int, nothing: Text) -> Hit:
    if not numbered:
        return Hit("not_applicable", because=nothing)
    because = Text(
        f"看了 {numbered} 个带编号的标题，没有这类情况", f"{numbered} numbered headings looked at; none of this"
    )
    return Hit("satisfied", because=because)


def _slip(view: View, slip: Slip) -> Hit:
    sights = [Sight("found", slip.section.heading)]
    fields = {**_fields(view, slip.section), "expected": slip.expected, "previous": _NONE}
    if slip.before is not None and slip.before.number is not None:
        sights.append(Sight("compared_with", slip.before.heading))
        fields["previous"] = slip.before.number.text
    verdict: Literal["doubtful", "not_satisfied"] = "doubtful" if slip.case == "unnumbered" else "not_satisfied"
    return Hit(verdict, slip.section.subject, tuple(sights), slip.case, fields)


def _fields(view: View, section: Section) -> dict[str, str | Text]:
    return {
        "heading": quoted(view.document, section.title),
        "number": section.number.text if section.number else "",
    }


def _levels(view: View, chains: tuple[Chain, ...]) -> Iterator[Hit]:
    """Judge each combination of styles once, where it first occurs."""
    by_path = {s.path: s for s in view.outline.sections}
    first: dict[Chain, list[Section]] = {}
    numbered = 0
    for section in view.outline.sections:
        line = [s for n in range(1, len(section.path) + 1) if (s := by_path.get(section.path[:n])) and s.number]
        if section.number and len(line) > 1:
            numbered += 1
            first.setdefault(tuple(s.number.style for s in line if s.number), line)
    faulty = [chain for chain in first if _is_faulty(chain, chains)]
    # A chain that only continues a faulty one is no news.
    faulty = [chain for chain in faulty if not any(chain[:n] in faulty for n in range(2, len(chain)))]
    pairs = [(first[chain][-2], first[chain][-1]) for chain in faulty]
    for parent, section in pairs:
        fields = {**_fields(view, section), "previous": parent.number.text if parent.number else ""}
        sights = (Sight("found", section.heading), Sight("compared_with", parent.heading))
        yield Hit("not_satisfied", section.subject, sights, "chain" if chains else "level", fields)
    if not pairs:
        yield _all_well(numbered, Text("报告没有两层编号的标题", "the report has no two levels of numbered headings"))


def _is_faulty(chain: Chain, chains: tuple[Chain, ...]) -> bool:
    ranks = [NUMBER_STYLES.index(style) for style in chain]
    descends = all(a < b for a, b in pairwise(ranks))
    if not chains:
        return not descends
    return descends and not any(lawful[: len(chain)] == chain for lawful in chains)
