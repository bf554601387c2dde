"""For rule authors: show that a rule can fire, by altering what satisfied it in a text of its own tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from lawcheck.errors import LawcheckError
from lawcheck.model.checklist import Item, Verdict
from lawcheck.rule.plan import Plan
from lawcheck.rule.rule import Rule, RuleTest
from lawcheck.rulesets import RuleSet
from lawcheck.testing import plan_of, run_test, worst
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span
from lawcheck.wording import Text

__all__ = ["WAYS", "Proof", "Way", "prove_rules"]

Way = Literal["deleted", "changed", "added", "shortened"]
WAYS: dict[Way, Text] = {
    "deleted": Text("删去证据", "evidence deleted"),
    "changed": Text("改动证据", "evidence changed"),
    "added": Text("移入不符合的文字", "words of a finding brought in"),
    "shortened": Text("截短全文", "text shortened"),
}
_ROUNDS = 20  # as often as further words may satisfy a rule when the first are gone
_HAN = "一二三四五六七八九十"
_NUMBER = pattern(rf"\d++|[{_HAN}]")
_STOPS = "。；！？\n"
_Run = Callable[[str], tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a rule can fire. `way` is None when that was not shown.

    `text` is the altered text, where the unaltered one satisfied the rule, and `verdict` what the rule gave on it.
    `message` names the way and the verdict, or says what is wanting.
    """

    rule: str
    way: Way | None
    verdict: Verdict | None
    text: str | None
    message: Text


def prove_rules(ruleset: RuleSet, ids: Iterable[str] | None = None) -> tuple[Proof, ...]:
    """Return a proof for each of the rules `ids` (all rules when not given), in the order of the rules.

    A rule must be satisfied by one of its own tests and give a finding on another; then a text that satisfies it is
    altered in one of the WAYS, tried in that order, until the rule gives a finding on it: `not_satisfied` or `doubtful`.

    Raises: UsageError for an id that no rule has.
    """
    rules = ruleset.rules if ids is None else tuple(ruleset.rule(name) for name in ids)
    return tuple(_prove(rule, ruleset) for rule in rules)


def _prove(rule: Rule, ruleset: RuleSet) -> Proof:
    plan = plan_of(rule, ruleset)
    runs = [(test, _run_as(test, rule, plan)) for test in rule.tests]
    kept = [(t.text, run) for t, run in runs if t.expect == "satisfied" and _verdict(run(t.text)) == "satisfied"]
    tried = [(t.text, run(t.text)) for t, run in runs if t.expect in ("not_satisfied", "doubtful")]
    fired = [(text, items) for text, items in tried if _is_finding(items)]
    if not kept or not fired:
        wanting = (
            Text("没有一个例子得出不符合或存疑", "none of its tests gives a finding")
            if kept
            else Text("没有一个例子得出符合", "none of its tests satisfies it")
        )
        return _unproved(rule, wanting)
    for way, text, run in _trials(kept, fired):
        items = run(text)
        if _is_finding(items):
            verdict = worst(items)
            return Proof(rule.id, way, verdict, text, Text(f"{WAYS[way]} → {verdict}", f"{WAYS[way].en} → {verdict}"))
    return _unproved(rule, Text("怎样改动符合的文字都没有发现项", "no alteration of a satisfying text gives a finding"))


def _unproved(rule: Rule, why: Text) -> Proof:
    return Proof(rule.id, None, None, None, Text(f"未能证明：{why}", f"not proved: {why.en}"))


def _run_as(test: RuleTest, rule: Rule, plan: Plan) -> _Run:
    def run(text: str) -> tuple[Item, ...]:
        try:
            return run_test(replace(test, text=text), rule, plan)
        except LawcheckError:  # nothing is left of the text
            return ()

    return run


def _trials(kept: list[tuple[str, _Run]], fired: list[tuple[str, tuple[Item, ...]]]) -> Iterator[tuple[Way, str, _Run]]:
    words = tuple(dict.fromkeys(w for text, items in fired for w in _words(text, items) if w))
    lines = tuple(dict.fromkeys(w for text, items in fired if _is_absence(items) for w in text.splitlines()))
    ways: dict[Way, Callable[[str, _Run], Iterator[str]]] = {
        "deleted": _deleted,
        "changed": lambda text, run: _changed(text, _places(run(text)), (*words, *lines)),
        "added": lambda text, run: _added(text, words),
        "shortened": lambda text, run: _shortened(text),
    }
    for way, alter in ways.items():
        for text, run in kept:
            yield from ((way, altered, run) for altered in alter(text, run))


def _verdict(items: tuple[Item, ...]) -> Verdict | None:
    return worst(items) if items else None


def _is_finding(items: tuple[Item, ...]) -> bool:
    return any(item.is_finding for item in items)


def _is_absence(items: tuple[Item, ...]) -> bool:
    return not any(e.role == "found" for item in items if item.is_finding for e in item.evidence)


def _places(items: tuple[Item, ...]) -> tuple[Span, ...]:
    """Return where the finding stands or, without one, what satisfied the rule; in order, none inside another."""
    is_finding = _is_finding(items)
    spans = {e.span for item in items if item.is_finding == is_finding for e in item.evidence if e.span is not None}
    apart: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def _as_it_stands(_text: str, span: Span) -> Span:
    return span


def _sentence(text: str, span: Span) -> Span:
    start = max(text.rfind(stop, 0, span.start) for stop in _STOPS) + 1
    end = min((at for stop in _STOPS if (at := text.find(stop, span.end - 1)) >= 0), default=len(text))
    return Span(start, end if text[end : end + 1] == "\n" else min(end + 1, len(text)))


def _line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end - 1)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _latter_half(_text: str, span: Span) -> Span:
    return Span((span.start + span.end) // 2, span.end)


_EXTENTS = (_as_it_stands, _sentence, _line)


def _with(text: str, words: Mapping[Span, str]) -> str:
    """Return `text` with other words in these places; of places that overlap the first counts."""
    pieces, at = [], 0
    for span in sorted(words):
        if span.start >= at:
            pieces += [text[at : span.start], words[span]]
            at = span.end
    return "".join((*pieces, text[at:]))


def _deleted(text: str, run: _Run) -> Iterator[str]:
    """Yield the text without its evidence, then without what satisfies the rule after that, by words, sentences, lines.

    Of several places all go first, then each alone. Last only half of the words goes: the rest may be what the rule
    needs to apply at all.
    """
    for extent in (*_EXTENTS, _latter_half):
        rest = text
        for _ in range(_ROUNDS):
            spans = [extent(rest, span) for span in _places(run(rest))]
            if not spans:
                break
            yield from (_with(rest, dict.fromkeys(some, "")) for some in (spans, *([span] for span in spans)))
            rest = _with(rest, dict.fromkeys(spans, ""))


def _changed(text: str, places: tuple[Span, ...], foreign: tuple[str, ...]) -> Iterator[str]:
    """Yield the text with a number of its evidence changed, two places exchanged, or words of a finding in a place."""
    for number in (Span(*m.span()) for span in places for m in _NUMBER.finditer(text, *span)):
        yield from (_with(text, {number: other}) for other in _others(number.of(text)))
    for extent in _EXTENTS:
        spans = [extent(text, span) for span in places]
        yield from (_with(text, {a: b.of(text), b: a.of(text)}) for a, b in pairwise(spans))
        yield from (_with(text, {span: words}) for words in foreign for span in spans)


def _others(number: str) -> tuple[str, ...]:
    if number in _HAN:
        return (_HAN[(_HAN.index(number) + 2) % len(_HAN)],)
    head, last = number[:-1], int(number[-1])
    return f"{head}{(last + 1) % 10}", f"{head}{(last - 1) % 10}", f"9{number}", "0"


def _words(text: str, items: tuple[Item, ...]) -> Iterator[str]:
    """Yield the words of a finding by lines, sentences and as they stand: all its places together, then each."""
    for extent in reversed(_EXTENTS):
        pieces = [span.of(text) for span in sorted({extent(text, span) for span in _places(items)})]
        yield from ("\n".join(pieces), *pieces)


def _added(text: str, foreign: tuple[str, ...]) -> Iterator[str]:
    """Yield the text with words of a finding at the end of a line, as lines of their own, or in place of as many."""
    lines = text.splitlines()
    for words in foreign:
        for i in range(len(lines) - 1, -1, -1):
            before, after = lines[:i], lines[i + 1 :]
            yield "\n".join((*before, lines[i] + words, *after))
            yield "\n".join((*before, lines[i], words, *after))
            yield "\n".join((*before, words, *after[words.count("\n") :]))


def _shortened(text: str) -> Iterator[str]:
    lines = text.splitlines()
    while len(lines) > 1:
        lines = lines[: (len(lines) + 1) // 2]
        yield "\n".join(lines)
