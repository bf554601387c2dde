"""Every rule of a plan over one report, into a checklist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from lawcheck.engine.guard import why_not
from lawcheck.engine.stamp import cited, stamp
from lawcheck.errors import RuleTimeout
from lawcheck.model.checklist import Answer, Checklist, Item, ProfileChoice, Tool
from lawcheck.model.document import Document
from lawcheck.model.fact import NO_FACTS, Facts
from lawcheck.model.outline import Outline
from lawcheck.rule.hit import Hit, View
from lawcheck.rule.plan import Plan, PlannedRule
from lawcheck.rule.rule import Rule
from lawcheck.version import __version__
from lawcheck.wording import Text

MAX_FINDINGS = 100  # findings of one rule that are listed
_MAX_PLACES = 10  # evidence of one item


def run(
    plan: Plan,
    document: Document,
    outline: Outline,
    *,
    choice: ProfileChoice,
    expected_year: int | None = None,
    as_of: date | None = None,
    facts: Facts = NO_FACTS,
) -> Checklist:
    """Return the outcome of every rule: at least one item each, sorted by rule, then by place.

    An exception of a check is a bug and is not caught; a search that exceeds its time budget leaves its rule
    `undetermined` and is told in `limits`.
    """
    view = View(document, outline, plan.vocabulary, expected_year, facts, as_of)
    year = int(outline.year.value) if outline.year else expected_year
    found: list[tuple[Rule, list[Item]]] = []
    limits: list[Text] = []
    answers: list[Answer] = []
    for planned in plan.rules:
        basis = cited(planned.rule, plan.basis, year)
        hits = _outcomes(planned, view, year, limits)
        answers += [replace(answer, rule=planned.rule.id) for hit in hits for answer in hit.answers]
        found.append((planned.rule, list(_merged([stamp(planned.rule, hit, view, basis) for hit in hits]))))
    told = {rule.id for rule, items in found if _speaks(items)}
    items = sorted((i for rule, own in found for i in _unless_told(rule, own, told, view)), key=_place)
    tool = Tool(__version__, plan.ruleset, plan.ruleset_sha256, as_of.isoformat() if as_of else None)
    named = replace(choice, title=plan.profile.title)
    return Checklist(tool, document, outline, named, tuple(items), tuple(limits), facts, tuple(answers))


def _outcomes(planned: PlannedRule, view: View, year: int | None, limits: list[Text]) -> list[Hit]:
    rule = planned.rule
    try:
        reason = why_not(rule, view, year)
        if reason is not None:
            return [Hit("not_applicable", because=Text(f"不适用：{reason}", f"not applicable: {reason.en}"))]
        hits = list(islice(planned.check(view), MAX_FINDINGS + 1))
    except RuleTimeout as e:
        limits.append(Text(f"规则 {rule.id}：{e.message}", f"rule {rule.id}: {e.message.en}"))
        return [Hit("undetermined", because=Text(f"无法判定：{e.message}", f"undetermined: {e.message.en}"))]
    if len(hits) > MAX_FINDINGS:
        hits[MAX_FINDINGS:] = [Hit("undetermined", because=_more())]
    return [_told(hit, view) for hit in hits]


def _unless_told(rule: Rule, items: list[Item], told: set[str], view: View) -> list[Item]:
    """Return the items of a rule or, where one that it yields to has findings, one item in place of its own findings.

    `told` are the rules that have findings.
    """
    owner = next((name for name in rule.yields_to if name in told), None)
    if owner is None or not _speaks(items):
        return items
    because = Text(f"不适用：{owner} 已经指出", f"not applicable: {owner} has said it")
    return [stamp(rule, Hit("not_applicable", because=because), view, items[0].basis)]


def _speaks(items: list[Item]) -> bool:
    return any(item.is_finding for item in items)


def _more() -> Text:
    return Text(
        f"这条规则的发现超过 {MAX_FINDINGS} 处，只列出前 {MAX_FINDINGS} 处",
        f"the rule has more than {MAX_FINDINGS} findings; the first {MAX_FINDINGS} are listed",
    )


def _told(hit: Hit, view: View) -> Hit:
    """Return the hit as it may be said: an absence is uncertain when body text was left unread."""
    is_absence = hit.verdict in ("not_satisfied", "doubtful") and all(s.role != "found" for s in hit.sights)
    missed = next((u for u in view.document.unread if u.is_body), None)
    if is_absence and missed is not None:
        because = Text(
            f"无法判定：没有找到，但有内容未能读取（{missed.what}）",
            f"undetermined: not found, but some content could not be read ({missed.what.en})",
        )
        return replace(hit, verdict="undetermined", because=because)
    if hit.verdict == "not_applicable" and hit.because is not None:
        return replace(hit, because=Text(f"不适用：{hit.because}", f"not applicable: {hit.because.en}"))
    return hit


def _merged(items: list[Item]) -> Iterator[Item]:
    """Yield the items; findings that say the same of the same words in the same section become one with all places."""
    by_fingerprint: dict[tuple[str, str], Item] = {}
    for item in items:
        key = (item.fingerprint, item.verdict)
        known = by_fingerprint.get(key)
        if known is None:
            by_fingerprint[key] = item
        elif item.is_finding:
            more = tuple(e for e in item.evidence if e not in known.evidence)
            by_fingerprint[key] = replace(known, evidence=(*known.evidence, *more)[:_MAX_PLACES])
    yield from by_fingerprint.values()


def _place(item: Item) -> tuple[str, int, str]:
    first = next((e.span.start for e in item.evidence if e.span and e.role in ("found", "expected_at")), 1 << 62)
    return item.rule, first, item.subject or ""
