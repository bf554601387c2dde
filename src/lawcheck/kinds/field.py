"""`field`: a datum about the report (title, issuer, signature …) is there, well-formed, and agrees with another.

A day (reported, published, finished) lies before or not before a day of the calendar. Finding the datum is the work of
the outliner, of the reader and of whoever gives metadata; this kind only judges what was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from lawcheck.model.outline import Field
from lawcheck.rule import deadline
from lawcheck.rule.datum import TELLING, TITLES, FieldName, datum, expected, seen
from lawcheck.rule.hit import COMMON_FIELDS, Check, Hit, Names, Sight, View
from lawcheck.rule.place import quoted
from lawcheck.rule.scope import folded, stretches
from lawcheck.rule.seek import seek
from lawcheck.rule.vocabulary import Matcher, Phrases, Vocabulary
from lawcheck.text.date import find_dates, iso_date
from lawcheck.text.fold import fold_text
from lawcheck.wording import Text

REPORT = "report"
NAMES = Names(
    cases=frozenset({"missing", "elsewhere", "malformed", "impossible", "partial", "unusual", "disagrees", "genre"})
    | deadline.CASES,
    fields=COMMON_FIELDS | {"value", "written", "expected", "field", "genre", "limit"},
)
_DAYS = ("reported", "published", "finished")
_ANY_YEAR = 2023  # without 29 February: the limit is a day of every year
_NO_YEAR = Text("没有找到报告年度", "the report year was not found")


@dataclass(frozen=True, slots=True)
class Options:
    """`matches`: every one of these must occur in the datum as written; `forbid`: none may; `usual`: one should.

    `agrees`: the datum equals the issuer or a short form of it, or the year that the caller expects. `stands_in_text`:
    a datum that only the page's metadata gives, outside title and text, is doubtful (case `elsewhere`).
    `before`: the day (`03-01`) of the next year that `reported` or `published` is to lie before; `not_before`: the day
    of the report year that no date may lie before, unless one of `unless` stands in the report. `exempt` are issuers
    that a day does not bind.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}

    kind: Literal["field"]
    field: FieldName
    matches: tuple[str | Phrases, ...] = ()
    usual: tuple[str | Phrases, ...] = ()
    forbid: tuple[str | Phrases, ...] = ()
    agrees: Literal["issuer", "expected_year"] | None = None
    stands_in_text: bool = False
    if_missing: Literal["not_satisfied", "not_applicable", "undetermined"] = "not_satisfied"
    before: str | None = None
    not_before: str | None = None
    unless: tuple[str | Phrases, ...] = ()
    exempt: tuple[str | Phrases, ...] = ()

    def __post_init__(self) -> None:
        limits = [limit for limit in (self.before, self.not_before) if limit is not None]
        if len(limits) != (self.field in _DAYS):
            days = "、".join(_DAYS)
            raise ValueError(
                f"{days} 要写 before、not_before 之一，别的 field 都不写"
                f" / {', '.join(_DAYS)} need one of before, not_before; no other field has them"
            )
        if any(iso_date(f"{_ANY_YEAR}-{limit}") is None for limit in limits):
            raise ValueError(
                'before、not_before 应是月-日，例如 "03-01" / before, not_before: month-day, as in "03-01"'
            )
        if (self.unless and self.not_before is None) or (self.exempt and not limits):
            raise ValueError("unless 与 not_before 同用，exempt 与期限同用 / unless needs not_before, exempt a limit")
        of_words = (self.matches, self.usual, self.forbid, self.agrees, self.stands_in_text)
        if limits and any(of_words):
            raise ValueError("有期限的 field 只看日期 / a field with a limit is judged by its day alone")
        if self.if_missing == "undetermined" and self.field not in TELLING:
            raise ValueError(f"{self.field} 不能 undetermined / {self.field} cannot be undetermined")


@dataclass(frozen=True, slots=True)
class _Wanted:
    matches: tuple[Matcher, ...]
    usual: tuple[Matcher, ...]
    forbid: tuple[Matcher, ...]
    unless: tuple[Matcher, ...]
    exempt: tuple[Matcher, ...]


def compile(options: Options, vocabulary: Vocabulary) -> Check:
    """Return the check. Raises: KeyError for a cue that the vocabulary has not."""
    families = (options.matches, options.usual, options.forbid, options.unless, options.exempt)
    wanted = _Wanted(*map(vocabulary.matchers, families))

    def check(view: View) -> Iterator[Hit]:
        if options.field == "genre":
            yield _genre(view)
        elif options.field in _DAYS:
            yield _judge_day(view, options, wanted)
        else:
            yield _judge(view, options, wanted)

    return check


def _genre(view: View) -> Hit:
    genre, evidence = view.outline.genre, view.outline.genre_evidence
    title = view.vocabulary.genre_title(genre)
    sights = seen(evidence) if evidence else expected(view, "genre")
    if genre == REPORT:
        return Hit("satisfied", None, sights, because=Text(f"本文件是{title}", f"the document is: {title.en}"))
    return Hit("not_satisfied", genre, sights, "genre", {"genre": title, "field": TITLES["genre"]})


def _judge_day(view: View, options: Options, wanted: _Wanted) -> Hit:
    outline = view.outline
    year = int(outline.year.value) if outline.year else view.expected_year
    if year is None:
        return Hit("not_applicable", because=_NO_YEAR)
    issuer = fold_text(outline.issuer.value) if outline.issuer else ""
    if any(m.search(issuer) for m in wanted.exempt):
        return Hit("not_applicable", because=Text(f"这个期限不适用于{issuer}", f"the limit does not bind {issuer}"))
    if options.before is not None:
        return deadline.before(view, options.field, date.fromisoformat(f"{year + 1}-{options.before}"))
    hit = deadline.not_before(view, options.field, date.fromisoformat(f"{year}-{options.not_before}"))
    owned = seek(view.document, stretches(view, "body"), wanted.unless) if hit.case else []
    return Hit("satisfied", None, (Sight("found", owned[0][1]),)) if owned else hit


def _judge(view: View, options: Options, wanted: _Wanted) -> Hit:
    title = TITLES[options.field]
    found = datum(view, options.field)
    if options.agrees == "expected_year" and view.expected_year is None:
        return Hit("not_applicable", because=Text("没有指定应检查的年度", "no year was asked for"))
    if found is None:
        return _missing(view, options)
    written = folded(view, found.span) if found.span else fold_text(found.value)
    shown = quoted(view.document, found.span) if found.span else found.value
    fields: dict[str, str | Text] = {"value": found.value, "written": shown, "field": title}
    if options.field == "date" and iso_date(found.value) is None:
        return Hit("not_satisfied", None, seen(found), _no_day(written), fields)
    if not all(m.search(written) for m in wanted.matches) or any(m.search(written) for m in wanted.forbid):
        return Hit("not_satisfied", None, seen(found), "malformed", fields)
    if wanted.usual and not any(m.search(written) for m in wanted.usual):
        return Hit("not_satisfied", None, seen(found), "unusual", fields)
    other = _other(view, options)
    if other is not None and not _agree(found.value, other.value):
        both = (*seen(found), *(Sight("compared_with", s.span, s.label) for s in seen(other)))
        return Hit("not_satisfied", None, both, "disagrees", {**fields, "expected": other.value})
    if options.stands_in_text and found.span is None:
        return Hit("doubtful", None, seen(found), "elsewhere", fields)
    because = Text(f"{title}：{found.value}", f"{title.en}: {found.value}")
    return Hit("satisfied", None, seen(found), fields=fields, because=because)


def _missing(view: View, options: Options) -> Hit:
    title = TITLES[options.field]
    if options.if_missing == "not_applicable":
        return Hit("not_applicable", because=Text(f"报告没有{title}", f"the report has not: {title.en}"))
    if options.if_missing == "undetermined":
        return deadline.undetermined(options.field)
    return Hit("not_satisfied", None, expected(view, options.field), "missing", {"field": title})


def _no_day(written: str) -> str:
    """Return the case of a date that names no day of the calendar."""
    found = find_dates(written)
    return "partial" if found and found[0].is_valid else "impossible"


def _other(view: View, options: Options) -> Field | None:
    """Return what the datum must agree with. A publisher that the page names, and no title, need not be the issuer."""
    if options.agrees == "expected_year":
        return Field(str(view.expected_year), None, "option")
    issuer, title = view.outline.issuer, view.outline.title
    if options.agrees != "issuer" or issuer is None:
        return None
    is_named = issuer.origin != "metadata" or (title is not None and issuer.value in fold_text(title.value))
    return issuer if is_named else None


def _agree(one: str, other: str) -> bool:
    """Say whether the shorter name is the longer one with characters left out: 县民政局, 松原市云溪县民政局."""
    short, long = sorted((fold_text(one), fold_text(other)), key=len)
    rest = iter(long)
    return bool(short) and all(char in rest for char in short)
