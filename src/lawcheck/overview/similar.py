"""Passages that two units have in common, word for word or nearly.

What many units share is set phrase, not copy: a run of characters that more than a few of them have says nothing. Only
Chinese characters count, so that other numbers or marks do not hide a copy.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby
from zlib import crc32

from lawcheck.overview.record import Passage
from lawcheck.text.pattern import pattern

GRAM = 8
_LIKENESS = 0.8  # of the shorter sentence's runs that the other has too
_RARE = 0.4  # of these runs that few units have
_SENTENCE = 24  # Chinese characters of a sentence that is looked at
_COPY = 60  # Chinese characters of a passage that is told
_EXCERPT = 120
_FEW, _MANY, _FEW_PER_CENT = 3, 20, 5  # so many units may share what is still no set phrase
_SAMPLED = 1_500_000  # runs that are held at once; of more, every second, fourth … is left out
_REPEATS = 3  # of one run in one report
_PER_PAIR, _TOLD = 5, 300
_SENTENCES = pattern(r"[^。！？；!?;]{1,2000}[。！？；!?;]?")
_HAN = pattern(r"[\u3400-\u9fff]++")
_LOW = 0xFFFFFFFF

Read = Callable[[int], Sequence[Passage]]


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that two reports share: where each has it and how it begins there.

    `first` and `second` are positions among the reports given, `characters` the Chinese characters of the passage,
    `likeness` per cent.
    """

    first: int
    second: int
    first_place: str
    second_place: str
    first_text: str
    second_text: str
    characters: int
    likeness: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    place: str
    text: str
    grams: frozenset[str]
    characters: int


def copies(units: Sequence[str], read: Read) -> tuple[tuple[Copy, ...], int]:
    """Return the passages that reports of two units share, the longest first, and how many there are in all.

    `units` names the unit of each report, `read` gives the passages of a report by its position: it is asked more than
    once, so that they need not all be held.
    """
    known = lru_cache(64)(lambda report: tuple(_sentences(read(report))))
    index = _Index(units, known)
    found: list[Copy] = []
    total = 0
    for (first, second), pairs in sorted(index.alike().items()):
        shared = sorted(_runs(first, second, known(first), known(second), pairs, index.every), key=_by_length)
        total += len(shared)
        found += shared[:_PER_PAIR]
    return tuple(sorted(found, key=_by_length)[:_TOLD]), total


def likeness(one: str, other: str) -> float:
    """Return which part of the runs of characters of two texts both have: 1.0 for texts of the same runs."""
    left, right = _grams(one), _grams(other)
    together = len(left | right)
    return len(left & right) / together if together else 1.0


class _Index:
    """Which sentences share runs of characters that few units have."""

    def __init__(self, units: Sequence[str], known: Callable[[int], tuple[_Sentence, ...]]) -> None:
        self._units = units
        self._common = min(_MANY, max(_FEW, len(set(units)) * _FEW_PER_CENT // 100))
        self._starts: list[int] = []
        self.every = 1
        self._entries = array("Q")  # hash of a run above, number of the sentence below
        self._sentences = 0
        for report in range(len(units)):
            self._starts.append(self._sentences)
            for sentence in known(report):
                self._add(sentence)

    def _add(self, sentence: _Sentence) -> None:
        number = self._sentences
        self._sentences += 1
        hashes = (crc32(gram.encode("utf-8", "surrogatepass")) for gram in sentence.grams)
        self._entries.extend(code << 32 | number for code in hashes if not code % self.every)
        while len(self._entries) > _SAMPLED:
            self.every *= 2
            self._entries = array("Q", (entry for entry in self._entries if not (entry >> 32) % self.every))

    def alike(self) -> Mapping[tuple[int, int], Mapping[tuple[int, int], int]]:
        """Return, by two reports, the pairs of sentences that share runs, and how many rare ones of the sample."""
        found: dict[tuple[int, int], dict[tuple[int, int], int]] = defaultdict(lambda: defaultdict(int))
        for _, entries in groupby(sorted(self._entries), key=lambda entry: entry >> 32):
            numbers = [entry & _LOW for entry in entries]
            if len(numbers) == 1:
                continue
            places = list(self._places(numbers))
            if 1 < len({self._units[report] for report, _ in places}) <= self._common:
                for (first, one), (second, other) in combinations(places, 2):
                    if self._units[first] != self._units[second]:
                        found[first, second][one, other] += 1
        return found

    def _places(self, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield report and sentence of each number; of a report that repeats itself only the first few."""
        seen: dict[int, int] = defaultdict(int)
        for number in numbers:
            report = bisect_right(self._starts, number) - 1
            seen[report] += 1
            if seen[report] <= _REPEATS:
                yield report, number - self._starts[report]


def _runs(
    first: int,
    second: int,
    ours: Sequence[_Sentence],
    theirs: Sequence[_Sentence],
    pairs: Mapping[tuple[int, int], int],
    every: int,
) -> Iterator[Copy]:
    """Yield the passages of two reports: sentences that are alike, one after the other in both."""
    alike = {}
    for (one, other), shared in pairs.items():
        left, right = ours[one].grams, theirs[other].grams
        least = min(len(left), len(right))
        share = len(left & right) / least
        if share >= _LIKENESS and shared * every >= _RARE * least:
            alike[one, other] = share
    starts = [(one, other) for one, other in alike if (one - 1, other - 1) not in alike]
    runs = [(one, other, _length(one, other, alike)) for one, other in starts]
    seen_here: set[int] = set()
    seen_there: set[int] = set()
    for one, other, length in sorted(runs, key=lambda run: (-run[2], run)):
        here, there = set(range(one, one + length)), set(range(other, other + length))
        if here <= seen_here or there <= seen_there:  # a passage that one of them has twice
            continue
        seen_here |= here
        seen_there |= there
        characters = sum(min(ours[one + i].characters, theirs[other + i].characters) for i in range(length))
        if characters >= _COPY:
            yield Copy(
                first,
                second,
                ours[one].place,
                theirs[other].place,
                _excerpt(ours[one : one + length]),
                _excerpt(theirs[other : other + length]),
                characters,
                int(sum(alike[one + i, other + i] for i in range(length)) / length * 100),
            )


def _length(one: int, other: int, alike: Mapping[tuple[int, int], float]) -> int:
    length = 1
    while (one + length, other + length) in alike:
        length += 1
    return length


def _by_length(copy: Copy) -> tuple[int, int, int, str]:
    return -copy.characters, copy.first, copy.second, copy.first_place


def _excerpt(sentences: Sequence[_Sentence]) -> str:
    text = "".join(sentence.text for sentence in sentences)
    return f"{text[:_EXCERPT]}…" if len(text) > _EXCERPT else text


def _sentences(passages: Sequence[Passage]) -> Iterator[_Sentence]:
    for passage in passages:
        for found in _SENTENCES.finditer(passage.text):
            han = "".join(run.group() for run in _HAN.finditer(found.group()))
            if len(han) >= _SENTENCE:
                yield _Sentence(passage.place, found.group().strip(), _grams(han), len(han))


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1)))
