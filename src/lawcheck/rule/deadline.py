"""Whether a day that dates tell of lies before, or not before, a day of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

from lawcheck.rule.datum import TELLING, TITLES, Dated, FieldName, dates
from lawcheck.rule.hit import Hit, Sight, View
from lawcheck.rule.place import quoted
from lawcheck.wording import Text

CASES = frozenset({"late", "on_day", "signed", "early"})
_IN_TIME = timedelta(12)  # how far from the limit the day lies that is given as an example


def before(view: View, field: FieldName, limit: date) -> Hit:
    """Return whether the day lies before `limit`.

    Only a date that names the day itself shows it to be late (case `late`, on the day itself `on_day`). A date of
    signing that is no sooner makes it doubtful (`signed`): what is published may bear a later date than what was sent
    up; one of a later calendar year shows that year or date are wrong. A page that was there in time shows it to be in
    time.
    """
    found = dates(view, field)
    for dated in found:
        if dated.days.last < limit:
            return _satisfied(dated, Text(f"早于{_day(limit)}", f"before {limit}"))
        if dated.bearing == "signed" and dated.days.first.year > limit.year:
            return Hit("undetermined", None, (_sight(dated),), because=_years_apart(dated, limit))
        if dated.bearing != "known" and dated.days.first >= limit:
            on_day = dated.days.first == limit
            case = "on_day" if on_day else "late" if dated.bearing == "told" else "signed"
            return _finding(view, dated, case, limit)
    if view.as_of is not None and view.as_of < limit:
        until = Text(f"到 {view.as_of} 还没有到期", f"not yet due on {view.as_of}")
        return Hit("not_applicable", because=until)
    return undetermined(field, str(limit - _IN_TIME))


def not_before(view: View, field: FieldName, limit: date) -> Hit:
    """Return whether the first of the dates lies not before `limit` (case `early`)."""
    found = dates(view, field)
    if not found:
        return undetermined(field, str(limit + _IN_TIME))
    first = min(found, key=lambda dated: dated.days.last)
    if first.days.last >= limit:
        return _satisfied(first, Text(f"不早于{_day(limit)}", f"not before {limit}"))
    return _finding(view, first, "early", limit)


def _day(day: date) -> Text:
    return Text(f"{day.year}年{day.month}月{day.day}日", day.isoformat())


def _value(dated: Dated) -> Text:
    """Return the date as a day or, where only the month is known, as it is written."""
    first, last = dated.days
    return _day(first) if first == last else Text(dated.datum.value, dated.datum.value)


def _years_apart(dated: Dated, limit: date) -> Text:
    value, year = _value(dated), limit.year - 1
    return Text(
        f"{dated.title}{value}与报告年度 {year} 年不相接，请先核对年度和日期",
        f"undetermined: {dated.title.en}, {value.en}, does not go with {year}, the report year; check both",
    )


def _sight(dated: Dated) -> Sight:
    written = dated.datum.value
    label = Text(f"{dated.title}：{written}", f"{dated.title.en}: {written}")
    return Sight("found", dated.datum.span, None if dated.datum.span else label)


def _satisfied(dated: Dated, how: Text) -> Hit:
    value = _value(dated)
    because = Text(f"{dated.title}{value}，{how}", f"{dated.title.en}, {value.en}, is {how.en}")
    return Hit("satisfied", None, (_sight(dated),), because=because)


def _finding(view: View, dated: Dated, case: str, limit: date) -> Hit:
    span = dated.datum.span
    fields: dict[str, str | Text] = {
        "field": dated.title,
        "value": _value(dated),
        "written": quoted(view.document, span) if span else dated.datum.value,
        "limit": _day(limit),
    }
    return Hit("doubtful" if case == "signed" else "not_satisfied", None, (_sight(dated),), case, fields)


def undetermined(field: FieldName, example: str = "…") -> Hit:
    """Return that nothing tells a datum, and which metadata would; `example` is a value of it."""
    title, key = TITLES[field], TELLING[field]
    because = Text(
        f"没有{title}，无法判定；可用 --meta {key}={example} 提供",
        f"undetermined without {title.en}; --meta {key}={example} would tell",
    )
    return Hit("undetermined", because=because, lacks=(key,))
