"""The data about a report that rules name: what each is called, where it was looked for, which one a report has."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lawcheck.model.outline import Field
from lawcheck.rule.hit import Sight, View
from lawcheck.rule.place import beginning, first_line, last_words
from lawcheck.text.date import Days, days
from lawcheck.wording import Text

FieldName = Literal[
    "genre", "title", "year", "issuer", "addressee", "signature", "date", "column", "reported", "published", "finished"
]
# What a date says of the day asked for: that it is this day, that it was not sooner, that it was not later.
Bearing = Literal["told", "signed", "known"]

TITLES: dict[FieldName, Text] = {
    "genre": Text("文种", "the kind of document"),
    "title": Text("标题", "the title"),
    "year": Text("报告年度", "the report year"),
    "issuer": Text("发文机关", "the issuing body"),
    "addressee": Text("主送机关", "the addressee"),
    "signature": Text("落款署名", "the signature"),
    "date": Text("成文日期", "the date of signing"),
    "column": Text("网页栏目", "the column of the page"),
    "reported": Text("报送日期或成文日期", "the day of reporting or the date of signing"),
    "published": Text("发布日期", "the day of publication"),
    "finished": Text("成文日期或发布日期", "the date of signing or the day of publication"),
}
_SEARCHED: dict[FieldName, Text] = {
    "genre": Text("标题和正文开头", "title and opening"),
    "title": Text("正文前几行、网页信息中的标题", "the first lines, the title in the page's metadata"),
    "year": Text("标题、各部分标题、正文开头、落款日期", "title, headings, opening, date of signing"),
    "issuer": Text("标题、落款、正文开头、网页信息中的发布机构", "title, signature, opening, the page's publisher"),
    "addressee": Text("标题之后、以冒号结尾的一行", "the line after the title that ends with a colon"),
    "signature": Text("正文之后的署名", "a name below the body"),
    "date": Text("正文之后的日期", "a date below the body"),
    "column": Text("网页信息中的栏目", "the column in the page's metadata"),
}
_DATES: dict[str, Text] = {
    "dated": TITLES["date"],
    "written": TITLES["date"],
    "reported": Text("报送日期", "the day of reporting"),
    "published": TITLES["published"],
    "updated": Text("网页更新日期", "the day of the page's last change"),
}
# Where the day is looked for, the surest first: `dated` is the date below the text, the rest are keys of metadata.
_SOURCES: dict[FieldName, tuple[tuple[str, Bearing], ...]] = {
    "reported": (("reported", "told"), ("dated", "signed"), ("written", "signed"), ("published", "known")),
    "published": (("published", "told"), ("updated", "known")),
    "finished": (("dated", "told"), ("written", "told"), ("reported", "told"), ("published", "told")),
}
# The key of metadata that would tell.
TELLING: dict[FieldName, str] = {
    "reported": "reported",
    "published": "published",
    "finished": "written",
    "column": "column",
}


class Dated(NamedTuple):
    """One date that is known of a report: what it is, how it bears on the day asked for, the days it may mean."""

    title: Text
    bearing: Bearing
    days: Days
    datum: Field


def datum(view: View, field: FieldName) -> Field | None:
    """Return a datum that a rule names; None when the report has none, or for a day, which several dates may tell."""
    outline = view.outline
    found: dict[FieldName, Field | None] = {
        "genre": outline.genre_evidence,
        "title": outline.title,
        "year": outline.year,
        "issuer": outline.issuer,
        "addressee": outline.addressee,
        "signature": outline.signature,
        "date": outline.dated,
        "column": _of_page(view, "column"),
    }
    return found.get(field)


def dates(view: View, field: FieldName) -> tuple[Dated, ...]:
    """Return the dates that bear on a day, the surest first. A date that no calendar has is none."""
    found: list[Dated] = []
    for key, bearing in _SOURCES[field]:
        datum = view.outline.dated if key == "dated" else _of_page(view, key)
        meant = None if datum is None else days(datum.value)
        if datum is not None and meant is not None:
            found.append(Dated(_DATES[key], bearing, meant, datum))
    return tuple(found)


def seen(datum: Field) -> tuple[Sight, ...]:
    """Return where a datum was found: its place or, when only metadata tells it, its words."""
    if datum.span is not None:
        return (Sight("found", datum.span),)
    return (Sight("found", None, datum.value),)


def expected(view: View, field: FieldName) -> tuple[Sight, ...]:
    """Return where a datum that is missing belongs, and where it was looked for."""
    return _place(view, field), Sight("searched", None, _SEARCHED[field])


def _of_page(view: View, key: str) -> Field | None:
    value = view.document.meta(key)
    return Field(value, None, "metadata") if value else None


def _place(view: View, field: FieldName) -> Sight:
    document, outline = view.document, view.outline
    if field in ("signature", "date"):
        closing = outline.closing
        if closing.start >= closing.end:
            return Sight("expected_at", last_words(document, outline.body), relation="end")
        if field == "signature":
            return Sight("expected_at", beginning(document, closing), relation="before")
        return Sight("expected_at", last_words(document, closing), relation="after")
    if field not in ("title", "column") and outline.title is not None and outline.title.span is not None:
        return Sight("expected_at", outline.title.span, relation="after" if field == "addressee" else "within")
    return Sight("expected_at", None if field in ("genre", "column") else first_line(document), relation="before")
