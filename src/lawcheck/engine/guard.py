"""When a rule applies, and the reason when it does not."""

from __future__ import annotations

from lawcheck.rule.hit import View
from lawcheck.rule.rule import Guard, Rule
from lawcheck.wording import Text

_REPORT = ("report",)


def fits(guard: Guard, view: View) -> bool:
    """Say whether every condition of the guard holds; one that names no genre holds for any."""
    outline = view.outline
    return (
        (not guard.genre or outline.genre in guard.genre)
        and (not guard.format or view.document.format in guard.format)
        and all(outline.part(role) is not None for role in guard.part)
        and all(outline.part(role) is None for role in guard.absent)
    )


def why_not(rule: Rule, view: View, year: int | None) -> Text | None:
    """Return why the rule does not apply to this report, or None when it does. A report without year is of any year."""
    guard, outline = rule.when, view.outline
    if outline.genre not in (guard.genre or _REPORT):
        return _genre(view)
    if year is not None and not (rule.since or year) <= year <= (rule.until or year):
        since = Text(f" {rule.since} 年起", f" from {rule.since}") if rule.since else Text("", "")
        until = Text(f" {rule.until} 年止", f" to {rule.until}") if rule.until else Text("", "")
        return Text(
            f"本规则适用的报告年度为{since}{until}，本报告是 {year} 年度",
            f"the rule is for report years{since.en}{until.en}; this is a report for {year}",
        )
    if guard.format and view.document.format not in guard.format:
        formats = ", ".join(guard.format)
        return Text(f"本规则只看 {formats} 格式的文件", f"the rule is for files of format {formats}")
    for role in guard.part:
        if outline.part(role) is None:
            title = view.vocabulary.role(role).title
            return Text(f"报告没有“{title}”部分", f"the report has no part “{title.en}”")
    for role in guard.absent:
        if outline.part(role) is not None:
            title = view.vocabulary.role(role).title
            return Text(f"报告已有“{title}”部分", f"the report has a part “{title.en}”")
    return None


def _genre(view: View) -> Text:
    if view.outline.genre == "other":
        return Text(
            "本文件不像法治政府建设年度报告", "the document does not look like an annual report on law-based government"
        )
    genre = view.vocabulary.genre_title(view.outline.genre)
    return Text(
        f"本文件是{genre}，不是法治政府建设年度报告",
        f"the document is not an annual report on law-based government but: {genre.en}",
    )
