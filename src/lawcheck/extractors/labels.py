"""What a number counts: the words before it, the noun after it, and numbers that share a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawcheck.extractors.sentences import Clause, Layout
from lawcheck.text.pattern import Match, pattern
from lawcheck.text.quantity import Quantity

_REACH = 48  # characters before a number that its label may begin at
_AFTER = 24  # characters after a number that may still say what it counts
_WORDY = 4  # characters of 分别为
_NOUN = 14  # of these, how many the label takes
_CLASSES = frozenset({"类", "大类", "小类", "批", "批次"})
_LONG, _LONGEST, _SHORTEST = 14, 32, 4  # characters before the number in the label: cut from, at most, at least

# Words that lead up to the label or to the number and count nothing themselves.
_LEAD = pattern(
    r"(?:(?:自|截至|截止)?(?:19|20)\d\d年度?(?:\d{1,2}月(?:\d{1,2}[日号])?)?(?:以来|底|末|[，、])?|今年(?:以来)?|全年|年内|一年来|"
    "截至(?:目前|年底)|目前|其中|先后|共计|累计|合计|共(?![享建同治产青])|并(?!联)|和(?![解谐平])|与(?!会)|及(?!时)|以及|、|等|分别|由|"
    "将|为(?!民)|对(?![台接口外])|含|的|”|，){1,6}+"
)
_MEETING = pattern("[^，。；、]{0,12}?届[^，。；、]{0,12}?次(?:全体)?会议(?:期间)?的?")
_TAIL = pattern(
    "(?:共计|总计|合计|累计|共|总共|达到|达|均为|均|都|为|是|已|约|了|(?<![配设现拥])有|在|到|至|实现|保持|保持在|分别|各|仅|每|计|先后|近|"
    "、|：|“|（|达到了|超过)+$"
)
_TOTAL_ONLY = pattern("(?:，|、|其中)?(?:总计|合计|共计|共|总共)(?:为|达到?|有)?$")
_TO = pattern("(?:提升|提高|上升|下降|增加|增长|减少|降低|扩大|缩短|降|升|增)了?(?:到|至|为)")
_RESPECTIVELY = pattern("分别(?:为|是|有|达到?|占)?$")
_JOINT = pattern("、|以及|和|与|及")
_SOFT = pattern("(?<![参目])[与及的](?![时会])|(?<!总)和(?![解谐平])")
_NEXT = pattern("、|以及|和(?![解谐平])|(?<!参)与(?!会)|及(?!时)|并(?!联)")
_RATES = pattern("(?<=[率度比])(?:、|以及|和|与|及)(?=[^、]{1,16}[率度比])")
_CUT = pattern(
    "[和与及并等至将、“”]|(?<!目)的|列入|纳入|进行|担任|专门|提供|落地|实施|开展|参加|参与|通过|组成|办理|下放|作为|涉及|以上|以下"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity with its label. All offsets are those of the folded text.

    `[start, end)` is the phrase with label and number; in `[words, words_end)`, the number left out, stand the words
    that an indicator is known by. `is_bare` says that the number has no words of its own: `label` and words are those
    of the number before it. `is_total` says that it only sums up (共计8件), `is_former` that
    it was so before (由85%提升到……).
    """

    quantity: Quantity
    label: str
    start: int
    end: int
    words: int
    words_end: int
    clause: Clause
    is_bare: bool = False
    is_total: bool = False
    is_former: bool = False


def read_labels(layout: Layout, quantities: Sequence[Quantity]) -> list[Reading]:
    """Return the readings of the quantities, in order; one number under several rates gives several."""
    found: list[Reading] = []
    for i, quantity in enumerate(quantities):
        previous = quantities[i - 1] if i else None
        following = quantities[i + 1].start if i + 1 < len(quantities) else len(layout.text)
        one = _one(layout, quantity, previous.end if previous else 0, following)
        if following == quantity.end and quantity.unit in _CLASSES:
            one = _of_classes(layout, one, quantities[i + 1])
        last = found[-1] if found else None
        if last is not None and last.is_former:
            one = replace(one, label="")
        if one.is_total and (last is None or last.quantity.unit != quantity.unit):
            one = replace(one, label="", is_total=False)
        if not one.label and last is not None and last.clause.sentence == one.clause.sentence and not one.is_total:
            one = replace(one, label=last.label, words=last.words, words_end=last.words_end, is_bare=True)
        elif not one.label and not one.is_total:
            behind = layout.text[quantity.end : min(one.words_end, quantity.end + _NOUN)]
            one = replace(one, label=behind.removeprefix("的"))
        found += _shared(layout.text, one)
    return list(_spread(layout.text, found))


def _one(layout: Layout, quantity: Quantity, behind: int, following: int) -> Reading:
    text, clause = layout.text, layout.clause(quantity.start)
    low = _clause_start(layout, quantity.start, clause)
    low = max(low if behind <= low else _behind(text, behind, quantity), quantity.start - _REACH)
    stop = min(layout.clause_end(quantity.end), following, quantity.end + _AFTER)
    listed = text.find("、", quantity.end, stop)
    stop = listed if listed >= 0 else stop
    lead = _LEAD.match(text, low, quantity.start)
    start = lead.end() if lead else low
    meeting = _MEETING.match(text, start, quantity.start)
    start = meeting.end() if meeting else start
    tail = _TAIL.search(text, start, quantity.start)
    end = tail.start() if tail else quantity.start
    start = _near(text, start, end)
    while start < end and text[start] in "”》、，":
        start += 1
    before = text[start:end]
    after = _noun(text, quantity.end, stop)
    is_total = not before and after <= quantity.end and bool(_TOTAL_ONLY.match(text, low, quantity.start))
    is_former = text[quantity.start - 1 : quantity.start] in ("由", "从") and bool(_TO.match(text, quantity.end))
    if is_former:
        after = quantity.end
    word = "合计" if is_total else before.rstrip("由从") if is_former else before
    return Reading(
        quantity,
        word + text[quantity.end : after].removeprefix("的"),
        start if before else quantity.start,
        max(after, quantity.end),
        low,
        max(stop, quantity.end),
        clause,
        is_total=is_total,
        is_former=is_former,
    )


def _of_classes(layout: Layout, one: Reading, following: Quantity) -> Reading:
    """Return the reading of 9大类 in 9大类74项制度: it counts what the number behind it counts."""
    end = _noun(layout.text, following.end, layout.clause_end(following.end))
    if end == following.end:
        return one
    return replace(one, label=layout.text[following.end : end], start=one.quantity.start, end=end)


def _behind(text: str, end: int, quantity: Quantity) -> int:
    """Return where the words of a number may begin behind the number before it, whose own noun may come first."""
    m = _NEXT.search(text, end, quantity.start)
    return m.end() if m else end


def _clause_start(layout: Layout, at: int, clause: Clause) -> int:
    """Return where the clause begins; a bracket right before the number belongs to its label (特别程序（……）1件)."""
    if layout.text[at - 1 : at] == "）":
        opening = layout.text.rfind("（", max(clause.sentence, at - _REACH), at)
        if opening > 0:
            return layout.clause(opening - 1).start
    return clause.start


def _noun(text: str, start: int, stop: int) -> int:
    """Return where the noun that follows a number ends: `start` when there is none."""
    low = start + 1 if text[start : start + 1] == "的" else start
    cut = _CUT.search(text, low, min(stop, start + _NOUN))
    return cut.start() if cut else min(stop, start + _NOUN)


def _near(text: str, start: int, end: int) -> int:
    """Return where a long label begins instead: behind a joint, so that not too much stands before the noun."""
    if end - start <= _LONG:
        return start
    joints = [m.end() for m in _SOFT.finditer(text, max(start, end - _LONG - 1), end - _SHORTEST)]
    if joints:
        return joints[0]
    if end - start <= _LONGEST:
        return start
    pieces = [i + 1 for i in range(end - _LONGEST, end - _SHORTEST) if text[i] in "、》"]
    return pieces[0] if pieces else end - _LONGEST


def _shared(text: str, one: Reading) -> Iterator[Reading]:
    """Yield the reading once for each rate that its number is said to be: 合格率、备案率100%."""
    stop = one.quantity.start
    joints = [] if one.quantity.unit != "%" or one.is_bare else [*_RATES.finditer(text, one.words, stop)]
    if not joints:
        yield one
        return
    low = one.words
    lead = _LEAD.match(text, low, stop)
    start = lead.end() if lead else low
    for m in (*joints, None):
        high = m.start() if m else stop
        yield replace(one, label=_trimmed(text, low, high), start=start, words=low, words_end=high)
        low = m.end() if m else high


def _spread(text: str, readings: list[Reading]) -> Iterator[Reading]:
    """Yield the readings, with the labels before 分别为 dealt out to the numbers behind it."""
    at = 0
    while at < len(readings):
        first = readings[at]
        mark = _RESPECTIVELY.search(text, max(first.words, first.quantity.start - _WORDY), first.quantity.start)
        run = [first]
        while mark and at + len(run) < len(readings) and readings[at + len(run)].is_bare:
            run.append(readings[at + len(run)])
        names = _names(text, first.words, mark) if mark else []
        if len(run) > 1 and len(names) == len(run):
            for reading, (low, high) in zip(run, names, strict=True):
                label = _trimmed(text, low, high)
                yield replace(reading, label=label, start=first.start, words=low, words_end=high, is_bare=False)
        else:
            yield from run
        at += len(run)


def _names(text: str, low: int, mark: Match) -> list[tuple[int, int]]:
    joints = [m.span() for m in _JOINT.finditer(text, low, mark.start())]
    edges = [low, *(p for joint in joints for p in joint), mark.start()]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _trimmed(text: str, low: int, high: int) -> str:
    lead = _LEAD.match(text, low, high)
    low = lead.end() if lead else low
    tail = _TAIL.search(text, low, high)
    return text[low : tail.start() if tail else high]
