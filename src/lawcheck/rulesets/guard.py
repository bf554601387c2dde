"""How grave a rule may be: never graver than what it rests on."""

from __future__ import annotations

from lawcheck.model.checklist import SEVERITIES, Category, Force, Severity
from lawcheck.wording import Text

_BY_FORCE: dict[Force, Severity] = {
    "national": "error",
    "provincial": "error",  # inside an overlay; `load` sees to that
    "topic": "warning",
    "custom": "info",
    "practice": "info",
}

# These are named one by one. A title, its year and its issuer, and being such a report at all, are custom, but a
# report without them cannot be filed; headings out of number, stray marks, residue and placeholders are slips that
# anybody mends; signature and date belong to a Word file. Downwards: the wording of the duty to name results and causes
# leaves room, and the order of parts is nobody's duty.
_NAMED: dict[str, Severity] = {
    **dict.fromkeys(("E100", "E101", "E102", "E105", "E121", "E123"), "warning"),
    **dict.fromkeys(("F006", "F007", "F009", "F010", "F016", "F020", "F021"), "warning"),
    **dict.fromkeys(("E106", "E113", "E130"), "info"),
}
_NEVER_RAISED = frozenset({"E130"})


def ceiling(rule: str, force: Force, category: Category) -> Severity:
    """Return the gravest severity that a rule may have; a contradiction inside the report may always be an error."""
    if rule in _NAMED:
        return _NAMED[rule]
    return "error" if category == "inconsistent" else _BY_FORCE[force]


def raised_ceiling(rule: str, force: Force, category: Category) -> Severity:
    """Return the gravest severity that a profile may give to a rule when it names a basis of its own."""
    own = ceiling(rule, force, category)
    return own if rule in _NEVER_RAISED or not is_graver("warning", own) else "warning"


def is_graver(severity: Severity, than: Severity) -> bool:
    """Say whether one severity is above another."""
    return SEVERITIES.index(severity) < SEVERITIES.index(than)


def too_grave(severity: Severity, limit: Severity, force: Force) -> Text:
    """Return the sentence about a severity above what the rule rests on."""
    return Text(
        f"severity: {severity} 超过依据所能支持的程度：这条规则（force: {force}）最高为 {limit}",
        f"severity {severity} is above what the rule rests on: with force {force} it may be {limit} at most",
    )
