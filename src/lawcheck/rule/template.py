"""The skeleton of a report as rule authors write it: lines with marks that name rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A sub-heading of a part, without number, and the lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A part of the report: its role, its heading without number, lines of its own, topics."""

    role: str
    heading: str
    lines: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A skeleton: `{year}` and `{next}` are years, `【E200】` is what that rule asks, `【E200：…】` a hint on it.

    A line whose marks all name rules that do not apply is left out. Of `titles` and of `opening` (the addressee) the
    first that applies is taken; `lead` goes before the parts, `closing` and `signature` behind them.
    """

    titles: tuple[str, ...]
    opening: tuple[str, ...]
    lead: str
    parts: tuple[TemplatePart, ...]
    closing: tuple[str, ...]
    signature: tuple[str, ...]
