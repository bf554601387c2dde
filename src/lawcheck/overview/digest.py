"""From a checklist to what the overview keeps of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lawcheck.model.checklist import SEVERITIES, Checklist, Evidence, Force, Item, Relation
from lawcheck.model.document import Block, Document
from lawcheck.model.outline import Field
from lawcheck.overview.element import ELEMENTS, Element, element_of
from lawcheck.overview.record import STATES, WEIGHTS, Details, Mark, Passage, Standing, State, Summary, Weight
from lawcheck.renderers.conclusion import conclusion
from lawcheck.renderers.finding import between, cited
from lawcheck.renderers.location import standing
from lawcheck.renderers.place import anchor, place
from lawcheck.renderers.style import Style
from lawcheck.renderers.words import unread
from lawcheck.text.date import find_dates
from lawcheck.text.lines import squeeze
from lawcheck.text.personal import mask
from lawcheck.wording import Text, in_language

MARKS = 100  # findings that are kept of one report
_PASSAGES, _PASSAGE_CHARACTERS = 2_000, 4_000
_RELATED: dict[Relation, Text] = {
    "before": Text("{place}之前", "before {place}"),
    "after": Text("{place}之后", "after {place}"),
    "below": Text("{place}之下", "below {place}"),
    "within": Text("{place}", "{place}"),
    "end": Text("正文末尾", "at the end of the text"),
}
# What custom and good practice ask for must not read like a demand of the source that describes them.
_NO_DEMAND: dict[Force, Text] = {
    "custom": Text("（惯例）", "(custom) "),
    "practice": Text("（做法）", "(practice) "),
}


def digest(checklist: Checklist, style: Style) -> tuple[Summary, Details]:
    """Return a checklist in short, and its details, in the language of `style`."""
    failing = checklist.failing(style.fail_on, strict=style.strict)
    findings = sorted(checklist.findings, key=lambda item: (WEIGHTS.index(_weight(item, failing)), _grave(item)))
    result, lang = conclusion(checklist, style), style.lang
    weights = [_weight(item, failing) for item in findings]
    document, outline = checklist.document, checklist.outline
    profile = checklist.profile
    summary = Summary(
        format=document.format,
        is_report=outline.genre == "report",
        conclusion=in_language(result.words, lang),
        passed=outline.genre == "report" and not failing,
        issuer=_value(outline.issuer),
        year=_value(outline.year),
        title=_value(outline.title),
        profile=in_language(profile.title or profile.id, lang),
        dated=_value(outline.dated),
        reported=_date(document.meta("reported")),
        published=_date(document.meta("published")),
        text_key=_text_key(document),
        standings=tuple(_standing(element, checklist, failing) for element in ELEMENTS),
        mends=weights.count("mend"),
        errors=sum(item.severity == "error" for item in failing),
        warnings=sum(item.severity == "warning" for item in failing),
        doubtful=weights.count("doubtful"),
        hints=weights.count("hint"),
        is_limited=bool(checklist.limits),
        left_out=max(0, len(findings) - MARKS),
    )
    undetermined = [item for item in checklist.items if item.verdict == "undetermined"]
    details = Details(
        marks=tuple(_mark(item, _weight(item, failing), lang) for item in findings[:MARKS]),
        unseen=tuple(_unseen(checklist, lang)),
        still_open=tuple(f"{i.rule} {in_language(i.message, lang)}" for i in undetermined if not i.lacks),
        lacking=tuple(dict.fromkeys(item.rule for item in undetermined if item.lacks)),
        rules=len({item.rule for item in checklist.items}),
        passages=tuple(_passages(document, lang)),
    )
    return summary, details


def _weight(item: Item, failing: tuple[Item, ...]) -> Weight:
    if item in failing:
        return "mend"
    return "doubtful" if item.verdict == "doubtful" else "hint"


def _grave(item: Item) -> tuple[int, int]:
    stands = standing(item)
    at = -1 if stands is None or stands.span is None else stands.span.start
    return SEVERITIES.index(item.severity), at


def _standing(element: Element, checklist: Checklist, failing: tuple[Item, ...]) -> Standing:
    """Return how it stands with an element: the gravest of its items speaks, and those like it are counted."""
    items = [item for item in checklist.items if element_of(item) == element.id]
    by_state: dict[State, int] = {}
    for item in items:
        state = _state(element, item, failing)
        by_state[state] = by_state.get(state, 0) + 1
    gravest: State = next((state for state in STATES if state in by_state), "none")
    # With a rule or two of many undecided, the element is not open.
    if gravest == "open" and "met" in by_state and element.manner == "count":
        gravest = "met"
    return Standing(element.id, gravest, by_state.get(gravest, 0))


def _state(element: Element, item: Item, failing: tuple[Item, ...]) -> State:
    if item.verdict == "satisfied":
        return "met"
    if item.verdict == "not_applicable":
        return "none"
    if item.verdict == "undetermined":
        return "open"
    if item.verdict == "doubtful":
        return "mend" if item in failing else "doubtful"
    if element.manner == "part" or (element.manner == "deadline" and item.severity != "info"):
        return "missing"
    return "mend" if item in failing else "hint"


def _mark(item: Item, weight: Weight, lang: str) -> Mark:
    stands, found = standing(item), anchor(item)
    return Mark(
        rule=item.rule,
        element=element_of(item),
        weight=weight,
        is_sure=item.verdict == "not_satisfied",
        severity=item.severity,
        message=in_language(item.message, lang),
        place="" if stands is None else _place(stands, lang),
        quote="" if found is None else squeeze(in_language(found.quote or "", lang)),
        basis=_basis(item, lang),
        remedy="" if item.remedy is None else in_language(item.remedy, lang),
    )


def _basis(item: Item, lang: str) -> str:
    if not item.basis:
        return ""
    sources = between(lang).join(cited(basis, lang) for basis in item.basis)
    return in_language(_NO_DEMAND.get(item.basis[0].force, ""), lang) + sources


def _place(stands: Evidence, lang: str) -> str:
    where = place(stands, lang)
    if stands.role != "expected_at" or stands.relation is None or not where:
        return where
    return in_language(_RELATED[stands.relation].fill({"place": where}), lang)


def _unseen(checklist: Checklist, lang: str) -> Iterator[str]:
    document = checklist.document
    for told in document.unread:
        yield in_language(unread(told), lang)
    for note in (*checklist.limits, *document.warnings):
        yield in_language(note, lang)


def _passages(document: Document, lang: str) -> Iterator[Passage]:
    for block in document.body[:_PASSAGES]:
        text = squeeze(mask(block.span.of(document.text)))[:_PASSAGE_CHARACTERS]
        if text:
            yield Passage(_block_place(document, block, lang), text)


def _block_place(document: Document, block: Block, lang: str) -> str:
    at = document.lines.place(block.span.start)
    standing = Evidence("found", None, block.span, at.line, 1, block.page, block.paragraph, block.cell)
    return place(standing, lang)


def _text_key(document: Document) -> str:
    letters = "".join(filter(str.isalnum, document.folded.text))
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()


def _date(written: str | None) -> str:
    """Return a date of metadata without the time of day; what is none as it is written."""
    found = find_dates(written or "")
    return (found[0].iso if found else None) or written or ""


def _value(field: Field | None) -> str:
    return "" if field is None else field.value
