"""Rule sets: read strictly, validated, resolved. YAML and pydantic are imported only when one is read."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from lawcheck.errors import UsageError
from lawcheck.model.year import check_year
from lawcheck.rulesets.ruleset import RuleSet

if TYPE_CHECKING:
    from lawcheck.rulesets.advice import LintFinding

__all__ = ["RuleSet", "lint", "load_ruleset"]


def load_ruleset(
    path: str | PathLike[str] | None = None, *, profile: str | None = None, year: int | None = None
) -> RuleSet:
    """Return the rule set in the folder `path`, or the shipped one.

    `profile` is resolved at once; it and `year` are kept for checks that are told neither. No rule is left out for the
    sake of the year: one outside `since` and `until` answers `not_applicable`.

    >>> load_ruleset().id
    'builtin'

    Raises: RuleSetError, whose message begins with file:line:column; UsageError for a profile that there is not, and
    for a year that is none of a report.
    """
    from lawcheck.rulesets.load import load_builtin, load_folder

    check_year(year)
    if not isinstance(path, str | PathLike | None):
        raise UsageError(
            f"规则应是文件夹的路径，不能是 {type(path).__name__}",
            f"rules are a folder's path, not {type(path).__name__}",
        )
    ruleset = load_builtin() if path is None else load_folder(path)
    if profile is not None:
        ruleset.plan(profile)
    return ruleset if profile is None and year is None else ruleset.asked_for(profile, year)


def lint(path: str | PathLike[str] | None = None) -> tuple[LintFinding, ...]:
    """Return all that is wrong with the rule set in the folder `path` (the shipped one: None); see `LintFinding`."""
    from lawcheck.rulesets.advice import lint as find

    return find(path)
