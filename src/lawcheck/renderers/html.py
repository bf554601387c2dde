"""The HTML sheet: one page that needs nothing else, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Sequence

from lawcheck.model.checklist import Checklist, Tool, Unreadable
from lawcheck.renderers.conclusion import passed
from lawcheck.renderers.sheet.page import page
from lawcheck.renderers.sheet.page import unreadable as told_unreadable
from lawcheck.renderers.sheet.words import WORDS
from lawcheck.renderers.style import Style
from lawcheck.wording import Text, in_language

_HASH = 12  # characters of the rule set's hash that tell it from others
_BUILTIN = Text("内置", "shipped")


def render(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], tool: Tool, style: Style) -> str:
    """Return the run as one page: the sheet of its document, or a list of the documents and the sheet of each."""
    from lawcheck.renderers.sheet.templating import fill

    lang = style.lang
    words = {name: in_language(text, lang) for name, text in WORDS.items()}
    ruleset = in_language(_BUILTIN, lang) if tool.ruleset == "builtin" else tool.ruleset
    return fill(
        "run.html",
        {
            "lang": lang,
            "t": words,
            "pages": [page(checklist, f"d{number}", style) for number, checklist in enumerate(checklists, 1)],
            "unreadable": [told_unreadable(record, lang) for record in unreadable],
            "total": len(checklists) + len(unreadable),
            "passed": passed(checklists, style),
            "tool": tool,
            "ruleset": ruleset,
            "hash": tool.ruleset_sha256[:_HASH],
        },
    )
