"""For rule authors: show that a rule can fire, by altering what satisfied it in a text of its own tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise
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

Way = Literal["deleted", "changed", "added", "shortened", "informed"]
WAYS: dict[Way, Text] = {
    "deleted": Text("删去证据", "evidence deleted"),
    "changed": Text("改动证据", "evidence changed"),
    "added": Text("移入不符合的文字", "words of a finding brought in"),
    "shortened": Text("截短全文", "text shortened"),
    "informed": Text("换成不符合的元数据", "metadata of a finding brought in"),
}
_ROUNDS = 20  # as often as further words may satisfy a rule when the first are gone
_HAN = "一二三四五六七八九十"
_NUMBER = pattern(rf"\d++|[{_HAN}]")
_STOPS = "。；！？\n"
_Items = tuple[Item, ...]
_Runs = Callable[[str], _Items]
_Kept = Sequence[tuple[str, _Runs]]


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a rule can fire. `way` is None when that was not shown.

    `verdict` is the rule's on `text`, the altered text. `message` names way and verdict, or says what is wanting.
    """

    rule: str
    way: Way | None
    verdict: Verdict | None
    text: str | None
    message: Text


def prove_rules(ruleset: RuleSet, ids: Iterable[str] | None = None) -> tuple[Proof, ...]:
    """Return a proof for each of the rules `ids` (all rules when not given), in the order of the rules.

    A rule must be satisfied by one of its own tests and give a finding on another; then a text that satisfies it is
    altered in one of the WAYS, tried in that order, until the rule gives a finding on it, be it a doubtful one.

    Raises: UsageError for an id that no rule has.
    """
    rules = ruleset.rules if ids is None else tuple(ruleset.rule(name) for name in ids)
    return tuple(_prove(rule, ruleset) for rule in rules)


def _prove(rule: Rule, ruleset: RuleSet) -> Proof:
    plan = plan_of(rule, ruleset)
    runs = [(test, partial(_run, test, rule, plan)) for test in rule.tests]
    kept = [(t.text, run) for t, run in runs if t.expect == "satisfied" and _is_satisfied(run(t.text))]
    tried = [(t.text, run(t.text)) for t, run in runs if t.expect in ("not_satisfied", "doubtful")]
    fired = [(text, items) for text, items in tried if _is_finding(items)]
    if not kept:
        return _unproved(rule, Text("没有一个例子得出符合", "none of its tests satisfies it"))
    if not fired:
        return _unproved(rule, Text("没有一个例子得出不符合或存疑", "none of its tests gives a finding"))
    known = [run for test, run in runs if test.meta and test.expect in ("not_satisfied", "doubtful")]
    for way, text, run in chain(_trials(kept, fired), _informed(kept, known)):
        items = run(text)
        if _is_finding(items):
            verdict = worst(items)
            return Proof(rule.id, way, verdict, text, Text(f"{WAYS[way]} → {verdict}", f"{WAYS[way].en} → {verdict}"))
    return _unproved(rule, Text("怎样改动符合的文字都没有发现项", "no alteration of a satisfying text gives a finding"))


def _unproved(rule: Rule, why: Text) -> Proof:
    return Proof(rule.id, None, None, None, Text(f"未能证明：{why}", f"not proved: {why.en}"))


def _run(test: RuleTest, rule: Rule, plan: Plan, text: str) -> _Items:
    try:
        return run_test(replace(test, text=text), rule, plan)
    except LawcheckError:  # nothing is left of the text
        return ()


def _trials(kept: _Kept, fired: Iterable[tuple[str, _Items]]) -> Iterator[tuple[Way, str, _Runs]]:
    words = tuple(dict.fromkeys(w for text, items in fired for w in _words(text, items) if w))
    lines = tuple(line for text, _ in fired for line in text.splitlines())  # an absence has no words of its own
    for text, run in kept:
        yield from (("deleted", altered, run) for altered in _deleted(text, run))
    for text, run in kept:
        yield from (("changed", altered, run) for altered in _changed(text, _places(run(text)), (*words, *lines)))
    for text, run in kept:
        yield from (("added", altered, run) for altered in _added(text, words))
    for text, run in kept:
        yield from (("shortened", altered, run) for altered in _shortened(text))


def _is_satisfied(items: _Items) -> bool:
    return bool(items) and worst(items) == "satisfied"


def _is_finding(items: _Items) -> bool:
    return any(item.is_finding for item in items)


def _places(items: _Items) -> tuple[Span, ...]:
    """Return where the finding stands or, without one, what satisfied the rule; in order."""
    found = [item for item in items if item.is_finding] or items
    return tuple(sorted({e.span for item in found for e in item.evidence if e.span is not None}))


def _sentence(text: str, span: Span) -> Span:
    start = max(text.rfind(stop, 0, span.start) for stop in _STOPS) + 1
    end = min((at for stop in _STOPS if (at := text.find(stop, span.end - 1)) >= 0), default=len(text))
    return Span(start, end if text[end : end + 1] == "\n" else min(end + 1, len(text)))


def _line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end - 1)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _latter_half(_text: str, span: Span) -> Span:
    return Span((span.start + span.end) // 2, span.end)


_EXTENTS: tuple[Callable[[str, Span], Span], ...] = (lambda _, span: span, _sentence, _line)


def _with(text: str, words: Mapping[Span, str]) -> str:
    """Return `text` with other words in these places; of places that overlap the first counts."""
    pieces, at = [], 0
    for span in sorted(words):
        if span.start >= at:
            pieces += [text[at : span.start], words[span]]
            at = span.end
    return "".join((*pieces, text[at:]))


def _deleted(text: str, run: _Runs) -> Iterator[str]:
    """Yield the text without its evidence, of one place and of all, then without what satisfies the rule after that."""
    for extent in (*_EXTENTS, _latter_half):  # with half of the words gone, the rest may still make the rule apply
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


def _words(text: str, items: _Items) -> Iterator[str]:
    """Yield the words of a finding by lines, sentences and as they stand: all its places together, then each."""
    for extent in reversed(_EXTENTS):
        pieces = [span.of(text) for span in sorted({extent(text, span) for span in _places(items)})]
        yield from ("\n".join(pieces), *pieces)


def _added(text: str, foreign: tuple[str, ...]) -> Iterator[str]:
    """Yield the text with words of a finding at the end of a line, as lines of their own, or in place of as many."""
    lines = text.splitlines()
    for words in foreign:
        for i in reversed(range(len(lines))):
            before, after = lines[:i], lines[i + 1 :]
            yield "\n".join((*before, lines[i] + words, *after))
            yield "\n".join((*before, lines[i], words, *after))
            yield "\n".join((*before, words, *after[words.count("\n") :]))


def _informed(kept: _Kept, known: Sequence[_Runs]) -> Iterator[tuple[Way, str, _Runs]]:
    """Yield the texts unaltered, with what is known beside the text of a finding: `known` run texts with it."""
    yield from (("informed", text, run) for text, _ in kept for run in known)


def _shortened(text: str) -> Iterator[str]:
    lines = text.splitlines()
    while len(lines) > 1:
        lines = lines[: (len(lines) + 1) // 2]
        yield "\n".join(lines)
