"""Single changes of an example report: what a step of defects.yaml and neutral.yaml does to the text.

A step is a mapping with one of these keys:

    replace: [old, new]          `old` stands there once; with `first: true` the first of several is taken
    everywhere: [old, new]       every `old`; there is at least one
    cut: [start, stop]           from `start` up to the next `stop`, which stays
    move: [start, stop, mark]    the same passage, put before `mark`
    apply: name                  one of WHOLE, on the whole text
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

HAN_LEVELS = "一二三四五六七八"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class ChangeError(ValueError):
    """A step does not fit the text: the example was rewritten, or the step was wrong from the start."""


def changed(text: str, steps: Sequence[Mapping[str, Any]]) -> str:
    """Return `text` after all steps. Raises: ChangeError when a step does not fit, or nothing has changed."""
    after = text
    for step in steps:
        after = _one(after, dict(step))
    if steps and after == text:
        raise ChangeError("the steps change nothing")
    return after


def _one(text: str, step: dict[str, Any]) -> str:
    first = step.pop("first", False)
    match step:
        case {"replace": [old, new]}:
            _found(text, old, 1, None if first else 1)
            return text.replace(old, new, 1)
        case {"everywhere": [old, new]}:
            _found(text, old, 1, None)
            return text.replace(old, new)
        case {"cut": [start, stop]}:
            at, end = _passage(text, start, stop)
            return text[:at] + text[end:]
        case {"move": [start, stop, mark]}:
            at, end = _passage(text, start, stop)
            rest = text[:at] + text[end:]
            _found(rest, mark, 1, 1)
            return rest.replace(mark, text[at:end] + mark)
        case {"apply": name}:
            return WHOLE[name](text)
    raise ChangeError(f"no such step: {step}")


def _found(text: str, words: str, least: int, most: int | None) -> None:
    count = text.count(words)
    if count < least or (most is not None and count > most):
        raise ChangeError(f"{count} times in the text: {words}")


def _passage(text: str, start: str, stop: str) -> tuple[int, int]:
    _found(text, start, 1, 1)
    at = text.index(start)
    end = text.find(stop, at + len(start))
    if end < 0:
        raise ChangeError(f"not after {start}: {stop}")
    return at, end


def _each_line(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "".join(change(line) + "\n" for line in text.splitlines())


def _numbered(first: str, second: str) -> Callable[[str], str]:
    """Write the numbers of both heading levels in another style; `{han}` and `{n}` stand for the number."""

    def line(text: str) -> str:
        for n, han in enumerate(HAN_LEVELS, 1):
            for old, new in ((f"{han}、", first), (f"（{han}）", second)):
                if text.startswith(old):
                    return new.format(han=han, n=n) + text.removeprefix(old)
        return text

    return _each_line(line)


def _sentences_apart(text: str) -> str:
    """Put every sentence of the body on a line of its own, headings and items as they are."""
    return text.replace("。", "。\n").replace("\n\n", "\n")


def _shortcomings_in_one(text: str) -> str:
    """Join the items of the shortcomings and of the plan to one paragraph each."""
    for mark in ("一是", "二是", "三是", "四是"):
        text = text.replace(f"\n{mark}", mark)
    return text


def _markdown(text: str) -> str:
    """Mark the title and both heading levels as Markdown does, and keep paragraphs apart."""

    def line(words: str) -> str:
        if words.startswith(tuple(f"{han}、" for han in HAN_LEVELS)):
            return f"## {words}\n"
        return f"### {words}\n" if words.startswith("（") else f"{words}\n"

    return "# " + _each_line(line)(text)


def _web_page_in_lines(text: str) -> str:
    """Give each heading and each item of a flattened page a line of its own, and the closing two."""
    for han in HAN_LEVELS:
        for mark in (f"{han}、", f"（{han}）", f"{han}是"):
            text = text.replace(mark, f"\n{mark}")
    for end, start in (("第一责任人职责情况", "镇党委"), ("主要安排", "2025年")):
        text = text.replace(end + start, f"{end}\n{start}")
    return text.replace("人民政府2025年2月18日", "人民政府\n2025年2月18日")


WHOLE: dict[str, Callable[[str], str]] = {
    "levels_turned_over": _numbered("（{han}）", "{han}、"),
    "arabic_numbers": _numbered("{n}.", "（{n}）"),
    "part_numbers": _numbered("第{han}部分 ", "{han}、"),
    "second_level_arabic": _numbered("{han}、", "{n}."),
    "half_width_brackets": _numbered("{han}、", "({han})"),
    "full_width_digits": lambda text: text.translate(WIDE),
    "blank_lines": _each_line(lambda line: line + "\n"),
    "no_blank_lines": lambda text: text.replace("\n\n", "\n"),
    "indented": _each_line(lambda line: f"　　{line}" if line else line),
    "trailing_spaces": _each_line(lambda line: f"{line}  "),
    "windows_lines": lambda text: text.replace("\n", "\r\n"),
    "sentences_apart": _sentences_apart,
    "items_in_one_paragraph": _shortcomings_in_one,
    "markdown": _markdown,
    "web_page_in_lines": _web_page_in_lines,
}
