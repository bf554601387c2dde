"""When a rule applies, and the reason when it does not."""

from __future__ import annotations

from lawcheck.rule.hit import View
from lawcheck.rule.rule import Guard, Rule
from lawcheck.rule.scope import stretches
from lawcheck.rule.seek import seek
from lawcheck.wording import Text

_REPORT = ("report",)
_SHOWN = 3  # phrases of a family that stand for it


def fits(guard: Guard, view: View) -> bool:
    """Say whether every condition of the guard holds; one that names no genre holds for any."""
    outline = view.outline
    return (
        (not guard.genre or outline.genre in guard.genre)
        and (not guard.format or view.document.format in guard.format)
        and all(outline.part(role) is not None for role in guard.part)
        and all(outline.part(role) is None for role in guard.absent)
        and _unmentioned(guard, view) is None
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
    unmentioned = _unmentioned(guard, view)
    return None if unmentioned is None else _not_mentioned(unmentioned, view)


def _unmentioned(guard: Guard, view: View) -> str | None:
    """Return the first cue family of `mentions` that the report has no word of, or None."""
    places = stretches(view, "part", guard.within) if guard.within else stretches(view, "done")
    for name in guard.mentions:
        cue = view.vocabulary.cue(name)
        if not seek(view.document, places, (cue,), skip_titles=True, skip_negated=True):
            return name
    return None


def _not_mentioned(name: str, view: View) -> Text:
    phrases = view.vocabulary.cues[name].phrases[:_SHOWN]
    if not phrases:
        return Text("报告没有提到有关事项", "the report does not mention the matter")
    return Text(f"报告没有提到{'、'.join(phrases)}等", f"the report does not mention {', '.join(phrases)} or the like")


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
