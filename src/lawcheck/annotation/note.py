"""What each comment says: a finding in words that stand beside the phrase, and what stands nowhere at the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawcheck.model.checklist import SEVERITIES, Checklist, Evidence, EvidenceRole, Item, Relation, Severity
from lawcheck.renderers.finding import (
    DOUBTFUL,
    LABELS,
    MORE,
    QUOTES,
    REMEDY,
    SEARCHED,
    SEVERITY,
    basis_label,
    between,
    cited,
)
from lawcheck.renderers.location import standing
from lawcheck.renderers.place import anchor, place
from lawcheck.renderers.style import Style
from lawcheck.text.lines import squeeze
from lawcheck.text.span import Span
from lawcheck.wording import Text, in_language

Paragraph = tuple[str, str]

_TO_CORRECT, _HINT = Text("需修改", "To correct"), Text("提示", "Info")
_COLON = Text("：", ": ")
_EXPECTED = Text("应写在：", "expected: ")
_RELATED: dict[Relation, Text] = {
    "before": Text("此处之前", "before this place"),
    "after": Text("此处之后", "after this place"),
    "below": Text("这一部分里", "in this part"),
    "within": Text("这一处", "here"),
    "end": Text("正文末尾", "at the end of the text"),
}
_MEANT = Text("所指文字：", "the words: ")
_ELSEWHERE = Text(
    "“{quote}”（在文本框或内容控件里，那里不便加批注）", "“{quote}” (in a text box or control, which takes no comment)"
)
_GATHERED = Text("可以补充的内容（提示 {n} 条，不是必须）：", "May be added ({n} hints, optional): ")
_GATHERED_WHOLE = Text(
    "全文没有看到、可以补充的内容（提示 {n} 条，不是必须）：",
    "Not seen anywhere in the text, may be added ({n} hints, optional): ",
)


@dataclass(frozen=True, slots=True)
class Note:
    """One comment: the phrase that it stands at, None for the title, and its paragraphs, each a label and words."""

    span: Span | None
    paragraphs: tuple[Paragraph, ...]


def notes(checklist: Checklist, style: Style, least: Severity) -> list[Note]:
    """Return the notes on the findings from severity `least` up, in the order of the text.

    Each has its own, but for hints on what could be added at one place: they share one.
    """
    wanted = SEVERITIES[: SEVERITIES.index(least) + 1]
    failing = checklist.failing(style.fail_on, strict=style.strict)
    found: list[Note] = []
    together: dict[tuple[Span | None, Relation | None], list[Item]] = {}
    for item in checklist.findings:
        if item.severity not in wanted or item.waived is not None:
            continue
        at = standing(item)
        span = None if at is None else at.span
        is_hint = item.severity == "info" and item.verdict != "doubtful" and item not in failing
        if is_hint and anchor(item) is None:
            together.setdefault((span, None if at is None else at.relation), []).append(item)
        else:
            found.append(Note(span, tuple(_paragraphs(item, at, style, fails=item in failing))))
    for (span, relation), items in together.items():
        alone = _paragraphs(items[0], standing(items[0]), style, fails=False)
        found.append(Note(span, tuple(alone)) if len(items) == 1 else _together(items, span, relation, style))
    return sorted(found, key=lambda note: (-1, 0) if note.span is None else note.span)


def relocated(note: Note, quote: str, lang: str) -> Note:
    """Return a note that cannot stand at its phrase: it tells it."""
    told = _ELSEWHERE.fill({"quote": squeeze(quote)})
    head, *rest = note.paragraphs
    return replace(note, paragraphs=(head, (in_language(_MEANT, lang), in_language(told, lang)), *rest))


def _paragraphs(item: Item, at: Evidence | None, style: Style, *, fails: bool) -> Iterator[Paragraph]:
    lang = style.lang
    state = _TO_CORRECT if fails else DOUBTFUL if item.verdict == "doubtful" else _HINT
    severity = "" if state is _HINT and item.severity == "info" else f" {in_language(SEVERITY[item.severity], lang)}"
    told = f"（{item.rule}{severity}）：" if lang == "zh" else f" ({item.rule}{severity}): "
    yield in_language(state, lang) + told, in_language(item.message, lang)
    if item.remedy is not None:
        yield in_language(REMEDY, lang), in_language(item.remedy, lang)
    if at is not None and at.relation is not None:
        yield in_language(_EXPECTED, lang), in_language(_RELATED[at.relation], lang)
    if item.basis:
        yield in_language(basis_label(item.basis[0].force), lang), _sources(item, lang)
    yield from _evidence(item, at, lang)


def _evidence(item: Item, at: Evidence | None, lang: str) -> Iterator[Paragraph]:
    gap = between(lang)
    labels: tuple[tuple[Text, EvidenceRole], ...] = (
        (MORE, "found"),
        (LABELS["compared_with"], "compared_with"),
        (LABELS["nearest"], "nearest"),
    )
    for label, role in labels:
        seen = [e for e in item.evidence if e.role == role and e is not at and e.quote]
        if seen:
            told = [_quoted(e, lang) for e in seen[:QUOTES]] + [place(e, lang) for e in seen[QUOTES:]]
            yield in_language(label, lang), gap.join(filter(None, dict.fromkeys(told)))
    searched = [in_language(e.quote, lang) for e in item.evidence if e.role == "searched" and e.quote]
    if searched:
        yield in_language(SEARCHED, lang), gap.join(searched)


def _quoted(evidence: Evidence, lang: str) -> str:
    where = place(evidence, lang)
    told = f"（{where}）" if lang == "zh" else f" ({where})"
    return f"“{squeeze(in_language(evidence.quote or '', lang))}”{told if where else ''}"


def _sources(item: Item, lang: str) -> str:
    return between(lang).join(cited(basis, lang) for basis in item.basis)


def _together(items: Sequence[Item], span: Span | None, relation: Relation | None, style: Style) -> Note:
    """Return one note on all that the text could say more at one place, or anywhere."""
    lang = style.lang
    head = (_GATHERED_WHOLE if span is None else _GATHERED).fill({"n": str(len(items))})
    paragraphs: list[Paragraph] = [(in_language(head, lang), "")]
    if relation is not None:
        paragraphs.append((in_language(_EXPECTED, lang), in_language(_RELATED[relation], lang)))
    for item in items:
        told = [in_language(item.message, lang)]
        if item.remedy is not None:
            told.append(in_language(REMEDY, lang) + in_language(item.remedy, lang))
        if item.basis:
            told.append(in_language(basis_label(item.basis[0].force), lang) + _sources(item, lang))
        paragraphs.append((item.rule + in_language(_COLON, lang), " ".join(told)))
    return Note(span, tuple(paragraphs))
