"""How the rules came out: findings by severity, the share of each outcome, and which rule came out how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lawcheck.model.checklist import SEVERITIES, Checklist, Verdict
from lawcheck.renderers.finding import SEVERITY
from lawcheck.renderers.sheet.grade import OF_VERDICT, Grade, grade, gravest
from lawcheck.wording import Text, in_language

VERDICT_WORDS: dict[Verdict, Text] = {
    "satisfied": Text("符合", "satisfied"),
    "not_satisfied": Text("不符合", "not satisfied"),
    "doubtful": Text("存疑", "doubtful"),
    "undetermined": Text("无法判定", "undetermined"),
    "not_applicable": Text("不适用", "not applicable"),
}
# In the order of the bar: what is well first.
GRADE_WORDS: dict[Grade, Text] = {
    "good": VERDICT_WORDS["satisfied"],
    "error": SEVERITY["error"],
    "warning": SEVERITY["warning"],
    "info": SEVERITY["info"],
    "doubtful": VERDICT_WORDS["doubtful"],
    "open": VERDICT_WORDS["undetermined"],
    "none": VERDICT_WORDS["not_applicable"],
}


@dataclass(frozen=True, slots=True)
class Share:
    """One stretch of a bar: how many, from where to where in percent."""

    grade: Grade
    word: str
    count: int
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The rules that came out one way, with what each asks; `reason` where it could not be told."""

    verdict: str
    grade: Grade
    rules: tuple[tuple[str, str, str], ...]


def counts(checklist: Checklist, lang: str) -> Iterator[tuple[Grade, str, int]]:
    """Yield the findings that stand, by severity, doubtful ones apart."""
    standing = [item for item in checklist.findings if item.waived is None]
    for severity in SEVERITIES:
        count = sum(item.verdict == "not_satisfied" and item.severity == severity for item in standing)
        yield severity, in_language(SEVERITY[severity], lang), count
    yield "doubtful", in_language(VERDICT_WORDS["doubtful"], lang), sum(i.verdict == "doubtful" for i in standing)


def shares(checklist: Checklist, lang: str) -> Iterator[Share]:
    """Yield the share of rules that came out each way; the gravest outcome of a rule speaks for it."""
    worst: dict[str, Grade] = {}
    for item in checklist.items:
        own = grade(item) if item.is_finding else OF_VERDICT[item.verdict]
        worst[item.rule] = gravest((own, worst.get(item.rule, "good")))
    counts, at, total = Counter(worst.values()), 0, max(len(worst), 1)
    for name, word in GRADE_WORDS.items():
        if count := counts[name]:
            start, end = 1000 * at // total, 1000 * (at + count) // total
            yield Share(name, in_language(word, lang), count, _tenths(start), _tenths(end - start))
            at += count


def _tenths(value: int) -> str:
    return f"{value // 10}.{value % 10}"


def asked(checklist: Checklist, lang: str) -> Iterator[Asked]:
    """Yield the rules without findings, by outcome."""
    for verdict in ("undetermined", "satisfied", "not_applicable"):
        items = {item.rule: item for item in checklist.items if item.verdict == verdict}
        if items:
            reasons = {
                rule: in_language(i.message, lang) if verdict == "undetermined" else "" for rule, i in items.items()
            }
            rules = tuple((rule, in_language(i.title, lang), reasons[rule]) for rule, i in items.items())
            yield Asked(in_language(VERDICT_WORDS[verdict], lang), OF_VERDICT[verdict], rules)
