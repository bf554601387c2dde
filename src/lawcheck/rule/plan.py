"""A rule set resolved for one profile and compiled: what the engine runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lawcheck.model.checklist import Severity
from lawcheck.rule.hit import Check
from lawcheck.rule.rule import Basis, Citation, Rule
from lawcheck.rule.vocabulary import NO_PHRASES, Phrases, Vocabulary
from lawcheck.wording import Text


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What a profile changes in one rule: its severity, and the sources that bear it out."""

    rule: str
    severity: Severity
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """The rules that apply to one class of reporting body, already resolved over `extends`.

    `issuers` tell from the issuer's name that a body is of this class; of several, the one that extends furthest wins.
    An overlay is never detected, only added by option: it brings its rules and its `adjust` to another profile's.
    `id` of a combination is `department+hubei`.
    """

    id: str
    title: Text
    rules: tuple[Rule, ...]
    issuers: Phrases = NO_PHRASES
    is_overlay: bool = False
    adjust: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedRule:
    """A rule with its compiled check."""

    rule: Rule
    check: Check


@dataclass(frozen=True, slots=True)
class Plan:
    """Rules in the order of their ids, the vocabulary, and the basis register, for one profile."""

    profile: Profile
    rules: tuple[PlannedRule, ...]
    vocabulary: Vocabulary
    basis: Mapping[str, Basis]
    ruleset: str
    ruleset_sha256: str
