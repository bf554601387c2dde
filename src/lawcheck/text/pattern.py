"""The only user of `regex`: compiling and searching, with a time budget where a pattern comes from outside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from lawcheck.errors import RuleTimeout

Match = regex.Match[str]
MAX_PATTERN = 2000
SEARCH_BUDGET_S = 0.5


class PatternError(ValueError):
    """A pattern that does not compile; `str()` is the reason."""


class Pattern:
    """A compiled pattern. `budget_s` bounds each search of a pattern from outside; shipped patterns have none."""

    __slots__ = ("_compiled", "budget_s", "source")

    def __init__(self, source: str, *, budget_s: float | None = None) -> None:
        self.source = source
        self.budget_s = budget_s
        self._compiled = _compile(source)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """Return the first match within `[start, end)`.

        Raises: RuleTimeout when the time budget is used up.
        """
        try:
            return self._compiled.search(text, start, len(text) if end is None else end, timeout=self.budget_s)
        except TimeoutError:
            raise self._timeout() from None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Yield the matches within `[start, end)`, in order, without overlap.

        Raises: RuleTimeout when the time budget is used up.
        """
        stop = len(text) if end is None else end
        try:
            # Iterated here, so that a time-out in the middle is caught here as well.
            yield from self._compiled.finditer(text, start, stop, timeout=self.budget_s)
        except TimeoutError:
            raise self._timeout() from None

    def match(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """Return the match that begins at `start`, if any."""
        try:
            return self._compiled.match(text, start, len(text) if end is None else end, timeout=self.budget_s)
        except TimeoutError:
            raise self._timeout() from None

    def _timeout(self) -> RuleTimeout:
        shown = self.source[:60]
        return RuleTimeout(f"查找超过 {self.budget_s} 秒：{shown}", f"search over {self.budget_s} s: {shown}")


@lru_cache(maxsize=4096)
def _compile(source: str) -> regex.Pattern[str]:
    try:
        return regex.compile(source)
    except regex.error as e:
        raise PatternError(str(e)) from None
    except RecursionError:
        raise PatternError("嵌套过深 / nested too deeply") from None


@lru_cache(maxsize=1024)
def pattern(source: str) -> Pattern:
    """Return the shared compiled form of a pattern that lawcheck itself wrote (no time budget)."""
    return Pattern(source)


def alternation(phrases: tuple[str, ...]) -> str:
    """Return the source of a pattern that matches any of the literal `phrases`, longest first."""
    return "|".join(regex.escape(p, special_only=True) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))
