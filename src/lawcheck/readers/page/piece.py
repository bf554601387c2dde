"""One piece of page furniture at a given place: a field with its value, a trail of navigation, a tool word."""

from __future__ import annotations

from typing import NamedTuple

from lawcheck.model.document import BlockKind
from lawcheck.readers.lines import trim
from lawcheck.readers.page import labels, words
from lawcheck.text.pattern import Pattern, pattern
from lawcheck.text.span import Span

SENTENCE_MARKS = "。；！？"
LONGEST_VALUE = 60
_LONGEST_SEARCH, _LONGEST_LINK, _LONGEST_FOOT = 150, 150, 300
_SHORTEST_TITLE = 8
_SPEAKING_LABEL, _LONGEST_LABEL = 4, 50

_OPEN = pattern(r"[\s|｜\[【（(]*+")
_BLANKS = pattern(r"\s*+")
_CLOSE = pattern(rf"{labels.BLANK}*+[\]】）)]*+")
_BOUNDARY = pattern(r"(?<=[\s|｜\[【（(])\S")
_TOKEN = pattern(r"[^\s，。；：]{1,40}(?=\s|\Z)")
_URL = pattern(r"[!-~]{1,500}")
_CRUMB = r"[^\s>＞»›→/|，。；：:]{1,40}"
_TRAIL = pattern(rf"{_CRUMB}(?:{labels.BLANK}*+[>＞»›→/|]{{1,2}}{labels.BLANK}*+{_CRUMB})+{labels.BLANK}*+[>＞»›→]?")
_GLUED_TRAIL = pattern(rf"[^\s，。；：:]{{1,150}}(?:{labels.BLANK}++[^\s，。；：:\d]{{1,8}}(?=\s))*+")
_NONE_ALONE = pattern(r"无(?=\s|\Z)")


class Piece(NamedTuple):
    """A piece of a chain. `label` says which field it is, `value` what the field tells (possibly empty)."""

    span: Span
    kind: BlockKind
    label: labels.Label | None = None
    value: str = ""


_COLUMN = labels.Label("column", "line")
BARE_DATE = labels.Label("published", "date")
_TRAIL_ENDS = ">＞»›→ \t\u3000\xa0"
# Brackets and bars between fields that belong to no value.
_FRAME = "[]【】|｜ "
_OPENING = "[【（(|｜ "


def take(text: str, at: int, end: int, *, at_tail: bool) -> Piece | None:
    """Return the piece at `at`, after blanks and opening brackets, or None. It includes its closing brackets."""
    first = _after(_OPEN, text, at, end)
    if first >= end:
        return None
    start = _after(_BLANKS, text, at, end)
    piece = _field(text, first, end, at_tail)
    if piece is None:
        piece = _bare_date(text, first, end, at_tail)
    if piece is None and not at_tail:
        piece = _trail(text, first, end)
    if piece is None:
        stop = _tool_end(text, first, end, at_tail)
        piece = Piece(Span(first, stop), "furniture") if stop is not None else None
    if piece is None:
        return None
    return piece._replace(span=trim(text, Span(start, _after(_CLOSE, text, piece.span.end, end))))


def next_start(text: str, at: int, end: int) -> int | None:
    """Return where the next field or tool word after `at` begins, or None when none does soon."""
    stop = min(end, at + _LONGEST_SEARCH)
    # The first of each is enough: whoever looks on reads a flood of starts again at every one of them.
    first = next((m.start() for m in _BOUNDARY.finditer(text, at + 1, stop) if _is_start(text, m.start(), end)), stop)
    # A label of four characters or more is known even where it is glued to the value before it.
    labelled = (m for m in labels.LABEL.finditer(text, at + 1, min(stop, first + _LONGEST_LABEL)))
    glued = next((m.start() for m in labelled if len(squeeze(m["label"])) >= _SPEAKING_LABEL), stop)
    return min(first, glued) if min(first, glued) < stop else None


def squeeze(text: str) -> str:
    """Return `text` without any white space."""
    return "".join(text.split())


def _is_start(text: str, at: int, end: int) -> bool:
    known = (labels.LABEL, words.SIZE, words.TOOL, words.TOOL_SENTENCE, words.HERE, words.SITE_DATE)
    return any(p.match(text, at, end) for p in known)


def _field(text: str, start: int, end: int, at_tail: bool) -> Piece | None:
    match = labels.LABEL.match(text, start, end)
    if match is None:
        return None
    label = labels.LABELS[squeeze(match["label"])]
    value_at = _after(_BLANKS, text, match.end(), end)
    stop = _value_end(text, label, value_at, end, at_tail)
    if stop is None:
        return None
    value = text[value_at:stop].strip().strip(_FRAME)
    if label.value == "date":
        value = value.strip("（）()")
    return Piece(Span(start, max(match.end(), stop)), "metadata", label, value)


def _value_end(text: str, label: labels.Label, at: int, end: int, at_tail: bool) -> int | None:
    """Return where the value at `at` ends (`at` itself for none), or None when it does not fit the label."""
    if at >= end or label.value in ("share", "colour"):
        return _after(words.SHARE if label.value == "share" else words.COLOURS, text, at, end)
    if label.value in ("date", "state", "count", "url"):
        forms = {"date": words.DATE, "state": words.STATE, "count": words.COUNT, "url": _URL}
        match = forms[label.value].match(text, at, end) or words.NOTHING.match(text, at, end)
        if match:
            return match.end()
        is_left_empty = _is_start(text, at, end) or (label.value == "count" and text[at - 1].isspace())
        return at if is_left_empty else None
    if label.value == "link":
        return _link_end(text, at, end) if at_tail else at
    return at if _is_start(text, at, end) else _words_end(text, label, at, end, at_tail)


def _link_end(text: str, at: int, end: int) -> int | None:
    stop = next_start(text, at, end) or end
    return stop if stop - at <= _LONGEST_LINK and "。" not in text[at:stop] else None


def _words_end(text: str, label: labels.Label, at: int, end: int, at_tail: bool) -> int | None:
    stop = next_start(text, at, end)
    value = text[at : min(end, at + _LONGEST_SEARCH + 1) if stop is None else stop].rstrip().rstrip(_OPENING)
    if not value.strip():
        return at  # nothing but an opening mark follows the label
    first, *rest = value.split(None, 1)
    is_short = len(value) <= (LONGEST_VALUE if label.value == "text" and stop is None else _LONGEST_SEARCH)
    if not is_short or any(mark in value for mark in SENTENCE_MARKS):
        match = _TOKEN.match(text, at, end)
        return match.end() if match else None
    if at_tail and words.SIGNED_DATE.search(value):
        return None
    # What follows a short value may well be the title: it is not swallowed.
    is_followed = label.value == "text" and rest and len(rest[0]) >= _SHORTEST_TITLE
    return at + len(first if is_followed else value)


def _bare_date(text: str, start: int, end: int, at_tail: bool) -> Piece | None:
    """Return a date of publication without a label: in digits, or, before another field at the head, with 年月日."""
    match = words.SITE_DATE.match(text, start, end)
    if match is None and not at_tail:
        match = words.DATE.match(text, start, end)
        after = _after(_BLANKS, text, match.end(), end) if match else end
        if match is None or after == end or not text[after - 1].isspace() or not _is_start(text, after, end):
            return None
    return (
        Piece(Span(start, match.end()), "metadata", BARE_DATE, match.group().strip("[]【】（）() ")) if match else None
    )


def _trail(text: str, start: int, end: int) -> Piece | None:
    match = words.HERE.match(text, start, end)
    if match is None:
        return None
    at = start if match.group()[-1] in ">＞»›→" else _after(_BLANKS, text, match.end(), end)
    stop = next_start(text, at, end) or end
    trail = _TRAIL.match(text, at, stop) or _GLUED_TRAIL.match(text, at, stop)
    if trail is None:
        return Piece(Span(start, match.end()), "furniture")
    return Piece(Span(start, trail.end()), "furniture", _COLUMN, trail.group().strip(_TRAIL_ENDS))


def _tool_end(text: str, start: int, end: int, at_tail: bool) -> int | None:
    if at_tail and end - start <= _LONGEST_FOOT and words.FOOT_START.match(text, start, end):
        return end if "。" not in text[start:end] else None
    tools = (words.SIZES_ALONE, words.SIZE, words.TOOL_SENTENCE, words.TOOL, _NONE_ALONE)
    for known in (*tools, words.FILE_WORD) if at_tail else tools:
        match = known.match(text, start, end)
        if match:
            return match.end()
    return None


def _after(known: Pattern, text: str, at: int, end: int) -> int:
    match = known.match(text, at, end)
    return match.end() if match else at
