"""Lines for a terminal: 80 cells wide, safe to show, coloured where asked for."""

from __future__ import annotations

from lawcheck.renderers.style import Style
from lawcheck.text.visible import visible
from lawcheck.text.width import pad, width, wrap
from lawcheck.wording import Text, in_language

COLUMNS = 80
_WIDEST_LEAD = 60
RED, GREEN, YELLOW, CYAN, BOLD = "31", "32", "33", "36", "1"  # ECMA-48, select graphic rendition


def lines(
    text: str, style: Style, *, lead: str = "", indent: int | None = None, colour: str | None = None
) -> list[str]:
    """Return `text`, in the language of `style`, wrapped behind `lead`; only the lead is coloured.

    Later lines are indented by `indent` cells, else as far as the lead reaches.
    """
    if width(lead) > _WIDEST_LEAD:  # a rule of a foreign rule set may have a long id
        text, lead, indent = Text(lead + text, lead + in_language(text, "en")), "", indent or 4
    rest = " " * (width(lead) if indent is None else indent)
    first, *more = wrap(visible(in_language(text, style.lang)), COLUMNS, first=lead, rest=rest)
    return [paint(lead.rstrip(), style, colour) + first[len(lead.rstrip()) :], *more]


def labelled(label: Text, text: str, style: Style, *, indent: int = 0, cells: int = 0) -> list[str]:
    """Return `label` and `text` behind it, at least `cells` from the indent; later lines stand below the text."""
    lead = " " * indent + pad(in_language(label, style.lang), cells)
    return lines(text, style, lead=lead)


def paint(text: str, style: Style, *colours: str | None) -> str:
    """Return `text` coloured, if `style` says so."""
    codes = ";".join(filter(None, colours))
    return f"\x1b[{codes}m{text}\x1b[0m" if style.colour and codes else text
