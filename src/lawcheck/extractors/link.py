"""From the words around a number to the indicator that it is of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lawcheck.extractors.labels import Reading
from lawcheck.extractors.sentences import Layout
from lawcheck.model.fact import Fact
from lawcheck.rule.naming import Named, Word, within
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span

# A rise or a fall is not the quantity itself; 提高到98% is.
_CHANGE = pattern(
    "(?:增长|下降|上升|提高|提升|减少|降低|增加|下滑|回落|压减|缩短|节约|翻)(?:了|约|近|超|超过|幅度|幅度为|幅度达|率|率为|率达)?$"
)
# Words that may stand beside a label that says nothing of the subject: 全年共审结8件.
_FILLER = pattern(
    "案件|申请人?|决定|行政行为|诉讼|起诉|请求|判决|裁定|复议|法院|行政|代表|委员|会议|全部|全年|全局|我局|我县|我镇|本局|本年|今年|均|"
    r"其中|共计?|总数|数量?|按期|按时|及时|完成|办理|报送|印发后|依法|为|的|了|已|被|原|[，。；：、（）]|\d{4}年度?"
)
_MOST_OTHER = 2  # other characters beside such a label
_JOINED = pattern("[、和与及或/]|以及")
_NEAR = 10  # characters between two subjects that share a number


class _Match(NamedTuple):
    tier: int  # subject: 0 in the label, 1 in the group, 2 none needed, 3 in the sentence, 4 in the lead or heading
    distance: int
    order: int
    named: Named
    label: Word
    subject: Word | None


class Linker:
    """Links the numbers of one report to the indicators of the vocabulary."""

    def __init__(self, layout: Layout, vocabulary: Vocabulary) -> None:
        self.layout = layout
        self.naming = vocabulary.naming
        self._words: dict[int, tuple[list[Word], dict[int, list[Word]]]] = {}
        self._leads: dict[Span, set[int]] = {}
        outline = layout.outline
        above = [s.title for s in outline.sections] + [i.lead for s in outline.sections for i in s.items]
        self._above = sorted(above)

    def facts(self, reading: Reading, period: str | None) -> Iterator[Fact]:
        """Yield the fact of a reading: several when its words name several indicators that share the number."""
        matches = self._matches(reading) or [None]
        for match in matches:
            yield self.fact(reading, match, period)

    def fact(self, reading: Reading, named: Named | None, period: str | None) -> Fact:
        """Return a reading as a fact of this indicator."""
        layout, q = self.layout, reading.quantity
        return Fact(
            label=reading.label,
            value=q.value,
            upper=q.upper,
            unit=q.unit,
            qualifier=q.qualifier,
            span=layout.span(reading.start, reading.end),
            number=layout.span(q.start, q.end),
            sentence=layout.span(reading.clause.sentence, _without_mark(layout.text, reading.clause.end)),
            indicator=named.indicator.id if named else None,
            aspect=named.aspect.id if named else None,
            period=period,
        )

    def by_label(self, label: str, unit: str) -> Named | None:
        """Return what the heads of a table cell name: without a unit anything but a rate."""
        words = self.naming.find(label, 0, len(label))
        there = {w.family for w in words}
        named = [self.naming.labels[f] for f in there if f in self.naming.labels]
        fitting = [
            n
            for n in named
            if (n.subject is None or n.subject in there)
            and (unit in n.aspect.units if unit else n.aspect.units != ("%",))
        ]
        return min(fitting, key=lambda n: n.order, default=None)

    def _matches(self, reading: Reading) -> list[Named | None]:
        q = reading.quantity
        if (
            reading.is_total
            or reading.is_former
            or _CHANGE.search(self.layout.text, max(reading.words, q.start - 8), q.start)
        ):
            return []
        found = sorted(self._candidates(reading))
        if not found:
            return []
        best = found[0]
        rivals = [m for m in found[1:] if self._joined(best, m)]
        if not rivals:
            return [best.named]
        if (q.unit == "%" or not q.value) and all(m.named.indicator is not best.named.indicator for m in rivals):
            return [best.named, *{m.named.indicator.id: m.named for m in reversed(rivals)}.values()]
        return []  # one number for two things together: it is neither's

    def _in_sentence(self, reading: Reading) -> tuple[list[Word], dict[int, list[Word]]]:
        """Return the words of the sentence in order, and those of each family."""
        start = reading.clause.sentence
        words = self._words.get(start)
        if words is None:
            found = self.naming.find(self.layout.text, start, reading.clause.end)
            families: dict[int, list[Word]] = {}
            for word in found:
                families.setdefault(word.family, []).append(word)
            words = self._words[start] = found, families
        return words

    def _candidates(self, reading: Reading) -> Iterator[_Match]:
        unit = reading.quantity.unit
        words, families = self._in_sentence(reading)
        for word in within(words, reading.words, reading.words_end):
            named = self.naming.labels.get(word.family)
            if named is None or (unit and unit not in named.aspect.units):
                continue
            match = self._match(reading, families, word, named)
            if match is not None:
                yield match

    def _match(self, reading: Reading, families: dict[int, list[Word]], word: Word, named: Named) -> _Match | None:
        at = reading.quantity.start
        if named.subject is None:
            return _Match(2, 0, named.order, named, word, None)
        subjects = families.get(named.subject, [])
        # The last one that begins before the end of the words, and before the number if there is one.
        last = _before(subjects, at) or _before(subjects, reading.words_end)
        if last is not None and last.end > reading.words:
            return _Match(0, max(at - last.end, 0), named.order, named, word, last)
        behind = _before(subjects, reading.words_end)
        if behind is not None and behind.end > reading.words:
            return _Match(0, 0, named.order, named, word, behind)
        if reading.is_bare or self._has_other_words(reading, families[word.family]):
            return None
        if last is not None:
            tier = 1 if last.start >= reading.clause.group else 3
            return _Match(tier, at - last.end, named.order, named, word, last)
        return _Match(4, 0, named.order, named, word, None) if named.subject in self._above_of(at) else None

    def _has_other_words(self, reading: Reading, own: list[Word]) -> bool:
        rest = reading.label
        for word in sorted(within(own, reading.words, reading.words_end), key=lambda w: w.start - w.end):
            rest = rest.replace(self.layout.text[word.start : word.end], "")
        for m in reversed([*_FILLER.finditer(rest)]):
            rest = rest[: m.start()] + rest[m.end() :]
        return len(rest) > _MOST_OTHER

    def _above_of(self, at: int) -> set[int]:
        """Return the families whose words stand in the lead of the item or the heading that `at` stands below."""
        place = self.layout.folded.starts[at]
        i = bisect_right(self._above, Span(place, place)) - 1
        if i < 0:
            return set()
        lead = self._above[i]
        if lead not in self._leads:
            low, high = self.layout.folded.range(lead)
            self._leads[lead] = {w.family for w in self.naming.find(self.layout.text, low, high)}
        return self._leads[lead]

    def _joined(self, best: _Match, other: _Match) -> bool:
        """Say whether the words make one number out of two things: 建议、提案23件, 废止和宣布失效5件."""
        if best.named is other.named:
            return False
        a: Word | None
        b: Word | None
        if best.named.indicator is other.named.indicator:
            a, b = best.label, other.label
        elif best.tier == other.tier == 0 and best.named.aspect.id == other.named.aspect.id:
            a, b = best.subject, other.subject
        else:
            return False
        if a is None or b is None:
            return False
        first, second = (a, b) if a.start < b.start else (b, a)
        gap = second.start - first.end
        return 0 < gap <= _NEAR and bool(_JOINED.search(self.layout.text, first.end, second.start))


def _before(words: list[Word], at: int) -> Word | None:
    """Return the last of the sorted `words` that begins before `at`."""
    i = bisect_left(words, (at,)) - 1
    return words[i] if i >= 0 else None


def _without_mark(text: str, end: int) -> int:
    return end - 1 if end > len(text) or text[end - 1] in "。！？\n" else end
