"""Check yearly reports on 法治政府建设: what is missing, what contradicts itself, on what basis, what to do.

Names are imported when they are first used, so `import lawcheck` itself loads nothing but this module.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from lawcheck.version import __version__

if TYPE_CHECKING:
    from lawcheck.api import check, check_text, load_ruleset, read, read_each
    from lawcheck.errors import LawcheckError, ReadError, RuleSetError, RuleTimeout, UsageError, WriteError
    from lawcheck.model.checklist import (
        Checklist,
        Cited,
        Computed,
        Evidence,
        Item,
        ProfileChoice,
        Tool,
        Unreadable,
        Waived,
    )
    from lawcheck.model.document import Block, Document, Unread
    from lawcheck.model.outline import Field, ListItem, Number, Outline, Part, Section
    from lawcheck.readers import Reading
    from lawcheck.rulesets import RuleSet
    from lawcheck.text.span import Span
    from lawcheck.wording import Text

_HOMES = {
    "lawcheck.api": ("check", "check_text", "load_ruleset", "read", "read_each"),
    "lawcheck.errors": ("LawcheckError", "ReadError", "RuleSetError", "RuleTimeout", "UsageError", "WriteError"),
    "lawcheck.model.checklist": (
        "Checklist",
        "Cited",
        "Computed",
        "Evidence",
        "Item",
        "ProfileChoice",
        "Tool",
        "Unreadable",
        "Waived",
    ),
    "lawcheck.model.document": ("Block", "Document", "Unread"),
    "lawcheck.model.outline": ("Field", "ListItem", "Number", "Outline", "Part", "Section"),
    "lawcheck.readers": ("Reading",),
    "lawcheck.rulesets": ("RuleSet",),
    "lawcheck.text.span": ("Span",),
    "lawcheck.wording": ("Text",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Block",
    "Checklist",
    "Cited",
    "Computed",
    "Document",
    "Evidence",
    "Field",
    "Item",
    "LawcheckError",
    "ListItem",
    "Number",
    "Outline",
    "Part",
    "ProfileChoice",
    "ReadError",
    "Reading",
    "RuleSet",
    "RuleSetError",
    "RuleTimeout",
    "Section",
    "Span",
    "Text",
    "Tool",
    "Unread",
    "Unreadable",
    "UsageError",
    "Waived",
    "WriteError",
    "__version__",
    "check",
    "check_text",
    "load_ruleset",
    "read",
    "read_each",
]


if not TYPE_CHECKING:  # a type checker then tells a misspelt name

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
