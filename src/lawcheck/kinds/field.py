"""`field`: a datum about the report (title, issuer, signature …) is there, well-formed, and agrees with another.

Finding the datum is the outliner's work; this kind only judges what was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from lawcheck.model.outline import Field, Outline
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.place import beginning, first_line, last_words, quoted
from lawcheck.rule.scope import folded
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary
from lawcheck.text.date import find_dates, iso_date
from lawcheck.text.fold import fold_text
from lawcheck.wording import Text

FieldName = Literal["genre", "title", "year", "issuer", "addressee", "signature", "date"]
REPORT = "report"
NAMES = Names(
    cases=frozenset({"missing", "elsewhere", "malformed", "impossible", "partial", "unusual", "disagrees", "genre"}),
    fields=COMMON_FIELDS | {"value", "written", "expected", "field", "genre"},
)
_TITLES: dict[FieldName, Text] = {
    "genre": Text("文种", "the kind of document"),
    "title": Text("标题", "the title"),
    "year": Text("报告年度", "the report year"),
    "issuer": Text("发文机关", "the issuing body"),
    "addressee": Text("主送机关", "the addressee"),
    "signature": Text("落款署名", "the signature"),
    "date": Text("成文日期", "the date of signing"),
}
_SEARCHED: dict[FieldName, Text] = {
    "genre": Text("标题和正文开头", "title and opening"),
    "title": Text("正文前几行、网页信息中的标题", "the first lines, the title in the page's metadata"),
    "year": Text("标题、各部分标题、正文开头、落款日期", "title, headings, opening, date of signing"),
    "issuer": Text("标题、落款、正文开头、网页信息中的发布机构", "title, signature, opening, the page's publisher"),
    "addressee": Text("标题之后、以冒号结尾的一行", "the line after the title that ends with a colon"),
    "signature": Text("正文之后的署名", "a name below the body"),
    "date": Text("正文之后的日期", "a date below the body"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """`matches`: every one of these must occur in the datum as written; `forbid`: none may; `usual`: one should.

    `agrees`: the datum equals the issuer or a short form of it, or the year that the caller expects. `stands_in_text`:
    a datum that only the page's metadata gives, outside title and text, is doubtful (case `elsewhere`).
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["field"]
    field: FieldName
    matches: tuple[str | Phrases, ...] = ()
    usual: tuple[str | Phrases, ...] = ()
    forbid: tuple[str | Phrases, ...] = ()
    agrees: Literal["issuer", "expected_year"] | None = None
    stands_in_text: bool = False
    if_missing: Literal["not_satisfied", "not_applicable"] = "not_satisfied"


@dataclass(frozen=True, slots=True)
class _Wanted:
    matches: tuple[Matcher, ...]
    usual: tuple[Matcher, ...]
    forbid: tuple[Matcher, ...]


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue that the vocabulary has not."""
    matchers = vocabulary.matchers
    wanted = _Wanted(matchers(options.matches), matchers(options.usual), matchers(options.forbid))

    def check(view: View) -> Iterator[Hit]:
        if options.field == "genre":
            yield _genre(view)
        else:
            yield _judge(view, options, wanted)

    return check


def _genre(view: View) -> Hit:
    genre, evidence = view.outline.genre, view.outline.genre_evidence
    title = view.vocabulary.genre_title(genre)
    sights = _seen(evidence) if evidence else _expected(view, "genre")
    if genre == REPORT:
        return Hit("satisfied", None, sights, because=Text(f"本文件是{title}", f"the document is: {title.en}"))
    return Hit("not_satisfied", genre, sights, "genre", {"genre": title, "field": _TITLES["genre"]})


def _judge(view: View, options: Options, wanted: _Wanted) -> Hit:
    title = _TITLES[options.field]
    datum = _datum(view.outline, options.field)
    if options.agrees == "expected_year" and view.expected_year is None:
        return Hit("not_applicable", because=Text("没有指定应检查的年度", "no year was asked for"))
    if datum is None:
        if options.if_missing == "not_applicable":
            return Hit("not_applicable", because=Text(f"报告没有{title}", f"the report has not: {title.en}"))
        return Hit("not_satisfied", None, _expected(view, options.field), "missing", {"field": title})
    written = folded(view, datum.span) if datum.span else fold_text(datum.value)
    shown = quoted(view.document, datum.span) if datum.span else datum.value
    fields: dict[str, str | Text] = {"value": datum.value, "written": shown, "field": title}
    if options.field == "date" and iso_date(datum.value) is None:
        return Hit("not_satisfied", None, _seen(datum), _no_day(written), fields)
    if not all(m.search(written) for m in wanted.matches) or any(m.search(written) for m in wanted.forbid):
        return Hit("not_satisfied", None, _seen(datum), "malformed", fields)
    if wanted.usual and not any(m.search(written) for m in wanted.usual):
        return Hit("not_satisfied", None, _seen(datum), "unusual", fields)
    other = _other(view, options)
    if other is not None and not _agree(datum.value, other.value):
        both = (*_seen(datum), *(Sight("compared_with", s.span, s.label) for s in _seen(other)))
        return Hit("not_satisfied", None, both, "disagrees", {**fields, "expected": other.value})
    if options.stands_in_text and datum.span is None:
        return Hit("doubtful", None, _seen(datum), "elsewhere", fields)
    because = Text(f"{title}：{datum.value}", f"{title.en}: {datum.value}")
    return Hit("satisfied", None, _seen(datum), fields=fields, because=because)


def _no_day(written: str) -> str:
    """Return the case of a date that names no day of the calendar."""
    dates = find_dates(written)
    return "partial" if dates and dates[0].is_valid else "impossible"


def _datum(outline: Outline, field: FieldName) -> Field | None:
    if field == "genre":
        return outline.genre_evidence
    return {
        "title": outline.title,
        "year": outline.year,
        "issuer": outline.issuer,
        "addressee": outline.addressee,
        "signature": outline.signature,
        "date": outline.dated,
    }[field]


def _other(view: View, options: Options) -> Field | None:
    """Return what the datum must agree with. A publisher that only metadata names need not be the issuer."""
    if options.agrees == "expected_year":
        return Field(str(view.expected_year), None, "option")
    issuer = view.outline.issuer
    return issuer if options.agrees == "issuer" and issuer and issuer.origin != "metadata" else None


def _agree(one: str, other: str) -> bool:
    """Say whether the shorter name is the longer one with characters left out: 县民政局, 松原市云溪县民政局."""
    short, long = sorted((fold_text(one), fold_text(other)), key=len)
    rest = iter(long)
    return bool(short) and all(char in rest for char in short)


def _seen(datum: Field) -> tuple[Sight, ...]:
    if datum.span is not None:
        return (Sight("found", datum.span),)
    return (Sight("found", None, datum.value),)


def _expected(view: View, field: FieldName) -> tuple[Sight, ...]:
    return _place(view, field), Sight("searched", None, _SEARCHED[field])


def _place(view: View, field: FieldName) -> Sight:
    document, outline = view.document, view.outline
    if field in ("signature", "date"):
        closing = outline.closing
        if closing.start >= closing.end:
            return Sight("expected_at", last_words(document, outline.body), relation="end")
        if field == "signature":
            return Sight("expected_at", beginning(document, closing), relation="before")
        return Sight("expected_at", last_words(document, closing), relation="after")
    if field != "title" and outline.title is not None and outline.title.span is not None:
        return Sight("expected_at", outline.title.span, relation="after" if field == "addressee" else "within")
    return Sight("expected_at", None if field == "genre" else first_line(document), relation="before")
