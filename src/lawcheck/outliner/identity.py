"""Who reports, and on which year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lawcheck.model.document import Document
from lawcheck.model.outline import Field
from lawcheck.outliner.closing import Closing
from lawcheck.outliner.organ import governs, is_organ, is_region, is_same_organ, without_office
from lawcheck.outliner.pieces import field, within
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.fold import fold_text
from lawcheck.text.numeral import to_int
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

_YEAR = r"(?:20\d\d|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})"
# The year of a report stands before 年. Of a span over two years (2023年12月至2024年11月) the later counts, and the
# years of a plan's range (2021—2025年) do not.
_STATED = pattern(
    rf"{_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日)?[—至-]{{1,2}}(?P<last>{_YEAR})(?=年)"
    rf"|(?<![\d〔\[—至-])(?P<year>{_YEAR})(?=年)(?!年[—至-]{{1,2}}(?:20|二))"
)
_CITED = pattern(r"《[^《》\n]{0,80}》|〔[^〔〕\n]{0,12}〕|“[^“”\n]{0,60}”")
_REPORTED = pattern(rf"现将[^，。；\n]{{0,12}}?(?P<year>{_YEAR})年")
_LEADS = pattern(rf"(?:关于|（?{_YEAR}年度?）?|年度|全面|深入|加强|推进)++")
_CUTS = (
    pattern(rf"关于|（?{_YEAR}年"),
    pattern("全面|深入|扎实|推进|贯彻|落实|履行|年度|法治|依法|党政主要|主要负责|推动|加强"),
)
_COMMON = frozenset("全我本各该")
# A clause of the first sentence whose subject is the reporting organ: ，云溪县民政局坚持……
_SUBJECT = pattern(
    r"(?:^现将|^|[，：\n])(?P<name>(?!组织|召开|经|在|由|对|按|与|据|各|我|全)[^，。；：、\n《》“”]{1,14}?[省市县区州盟旗镇乡]"
    r"[^，。；：、\n《》“”]{1,16}?)"
    r"(?=20\d\d年|年度|法治|依法|坚持|始终|深入|认真|全面(?!依法治)|严格|紧紧|高度|切实|围绕|持续|扎实|积极|按照|结合|牢固|以习|紧扣|聚焦|不断|着力)"
)
_FIRST_END = pattern("[。：]")
_MAX_OPENING = 400  # folded characters in which an opening says of which year it speaks
_FIRST_TEXT = 12  # blocks among which the first running text stands


def title_issuer(title: Field | None, vocabulary: Vocabulary) -> str | None:
    """Return the organ that the title names before its subject, folded; None when it names a region or nobody."""
    name = _prefix(title, vocabulary)
    return name if name and is_organ(name, vocabulary) else None


def find_issuer(
    title: Field | None, closing: Closing, document: Document, vocabulary: Vocabulary, byline: Field | None = None
) -> Field | None:
    """Return the organ that reports.

    The title's organ, or its fuller name in the signature. A title that names only a region yields to the signature,
    then to a publisher that governs the region; without any of these the region itself. A title that names nobody
    yields to signature, byline, publisher, and the subject of the opening.
    """
    name = _prefix(title, vocabulary)
    signature = closing.signature
    if title and name and is_organ(name, vocabulary):
        if signature and len(signature.value) > len(name) and is_same_organ(signature.value, name):
            return signature
        return _in_title(document, title, name)
    told = signature or byline
    if told:
        return told
    region = name if name and is_region(name) else None
    publisher = without_office(fold_text(document.meta("publisher") or ""))
    if publisher and (region is None or governs(publisher, region)):
        return Field(publisher, None, "metadata")
    if title and name and region:
        return _in_title(document, title, name)
    return _opening_subject(document, vocabulary)


def _prefix(title: Field | None, vocabulary: Vocabulary) -> str | None:
    """Return the organ or region that the title names before its subject, after a leading 关于 or year."""
    if title is None:
        return None
    # The second line of a title in two: 坚持……——云溪县民政局2024年……
    text = fold_text(title.value).rpartition("—")[2]
    lead = _LEADS.match(text)
    text = text[lead.end() :] if lead else text
    for cut in _CUTS:
        m = cut.search(text)
        text = text[: m.start()] if m else text
        if text and text[0] not in _COMMON and (is_organ(text, vocabulary) or is_region(text)):
            return text
    return None


def _in_title(document: Document, title: Field, name: str) -> Field:
    at = fold_text(title.value).find(name)
    return within(document, title, at, at + len(name))


def _opening_subject(document: Document, vocabulary: Vocabulary) -> Field | None:
    """Return the organ of which the first running text speaks."""
    text = document.folded.text
    for block in document.body[:_FIRST_TEXT]:
        start, end = document.folded.range(block.span)
        stop = _FIRST_END.search(text, start, end)
        if stop is None:
            continue
        # Sliced, so that ^ stands for the beginning of the sentence.
        for m in _SUBJECT.finditer(text[start : stop.start()]):
            if is_organ(m["name"], vocabulary):
                return field(document, start + m.start("name"), start + m.end("name"), "opening")
        return None
    return None


def find_year(
    document: Document, title: Field | None, opening: Span | None, headings: Sequence[Span] = ()
) -> Field | None:
    """Return the report year in four digits.

    Looked for in the title, the page's own title, the beginning of the opening, and the `headings`, of which the caller
    leaves out those of next year's plan: there the year that most of them name.
    """
    if title is not None:
        found = _title_year(document, title)
        if found:
            return found
    told = document.meta("title")
    if told:
        years = _stated(fold_text(told))
        if years:
            return Field(str(years[0][0]), None, "metadata")
    return (_opening_year(document, opening) if opening else None) or _heading_year(document, headings)


def _title_year(document: Document, title: Field) -> Field | None:
    years = _stated(fold_text(title.value))
    if not years:
        return None
    year, start, end = years[0]
    return replace(within(document, title, start, end), value=str(year))


def _opening_year(document: Document, opening: Span) -> Field | None:
    """Return the year that the opening announces (现将2024年……), else the first that its beginning states."""
    start, end = document.folded.range(opening)
    text = document.folded.text[start : min(end, start + _MAX_OPENING)]
    announced = _REPORTED.search(text)
    if announced:
        year, a, b = _value(announced["year"]), *announced.span("year")
    else:
        years = _stated(text)
        if not years:
            return None
        year, a, b = years[0]
    return Field(str(year), document.folded.span(start + a, start + b), "opening")


def _heading_year(document: Document, headings: Iterable[Span]) -> Field | None:
    seen: list[tuple[int, int, int]] = []
    for heading in headings:
        start, end = document.folded.range(heading)
        seen += [(year, start + a, start + b) for year, a, b in _stated(document.folded.text[start:end])[:1]]
    if not seen:
        return None
    # Counter keeps the order of first sight, so of two equal years the earlier in the text is the one.
    (most, _), *_ = Counter(year for year, _, _ in seen).most_common(1)
    _, start, end = next(s for s in seen if s[0] == most)
    return Field(str(most), document.folded.span(start, end), "heading")


def _stated(text: str) -> list[tuple[int, int, int]]:
    """Return the years that `text` states, with their ranges; cited titles and document numbers do not count."""
    cited = [m.span() for m in _CITED.finditer(text)]
    return [
        (_value(m["year"] or m["last"]), *m.span("year" if m["year"] else "last"))
        for m in _STATED.finditer(text)
        if not any(a <= m.start() < b for a, b in cited)
    ]


def _value(written: str) -> int:
    return to_int(written.replace("O", "〇").replace("o", "〇")) or 0
