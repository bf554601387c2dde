"""From the source of a page to tags and text, in one pass: time grows with the length, whatever the source holds.

A tokenizer of our own, since that of the standard library is quadratic on crafted input. Comments, declarations,
processing instructions and CDATA marks are left out, and so is the content of scripts and style sheets.
Source: HTML Standard, 13.2.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lawcheck.readers.html.references import resolve
from lawcheck.text.pattern import Pattern, pattern

_BLANK = r"[\t\n\f\r ]"
_MARKUP = pattern(r"<(?:(?P<close>/?)(?P<name>[A-Za-z][^\t\n\f\r />]*+)|(?P<comment>!--)|[!?/])")
_NAME = r"[^\t\n\f\r />][^\t\n\f\r />=]*+"
_VALUE = rf'{_BLANK}*+={_BLANK}*+(?:"(?P<double>[^"]*+)"|\'(?P<single>[^\']*+)\'|(?!["\'])(?P<bare>[^\t\n\f\r >]*+))'
# A quotation mark that nothing closes counts as part of a name, so that it takes no text with it.
_REST = pattern(rf"(?:[\t\n\f\r /]++|{_NAME}(?:{_VALUE})?+)*+>")
_ATTRIBUTE = pattern(rf"(?P<name>{_NAME})(?:{_VALUE})?+")
_COMMENT_END = pattern("--!?>")
# A document type may declare entities, which are left out with it.
_DECLARING = pattern(r"(?i)<!doctype\b[^<>\[]{0,300}\[")
_DECLARED_END = pattern(r"\][\t\n\f\r ]*+>")

_MOST_ATTRIBUTES = 200  # of one tag that are looked at

# Elements whose content is characters up to their end tag. Of those kept, references in it are resolved.
_KEPT = ("title", "textarea")
_LEFT_OUT = ("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript")
_ENDS: dict[str, Pattern] = {name: pattern(rf"(?i)</{name}(?=[\t\n\f\r />])") for name in (*_KEPT, *_LEFT_OUT)}


class Start(NamedTuple):
    """A start tag: its name in lower case, and the source of its attributes."""

    name: str
    source: str = ""


class End(NamedTuple):
    """An end tag."""

    name: str


class Characters(NamedTuple):
    """Text, with character references resolved; a run of it may come in several pieces."""

    data: str


class CutOff(NamedTuple):
    """The end of a source that breaks off inside a tag, a comment or a script."""


Token = Start | End | Characters | CutOff


def tokenize(source: str, *, is_xml: bool = False) -> Iterator[Token]:
    """Yield the tags and the text of `source`, in order. `is_xml` lets `<script/>` be empty, as in XHTML."""
    at = search_from = 0
    while (markup := _MARKUP.search(source, search_from)) is not None:
        start = markup.start()
        if start > at:
            yield Characters(resolve(source[at:start]))
        name = markup["name"]
        if name is None:  # `<!-->` is a whole comment, so its end is looked for from its first hyphen on
            at = _after(_COMMENT_END, source, start + 2) if markup["comment"] else _after_declaration(source, start)
        else:
            at = _after_tag(source, markup.end())
        if not at:
            yield CutOff()
            return
        search_from = at
        if name is None:
            continue
        name = name.lower()
        if markup["close"]:
            yield End(name)
            continue
        yield Start(name, source[markup.end() : at - 1])
        if name not in _ENDS or (is_xml and source[at - 2] == "/"):
            continue
        end = _ENDS[name].search(source, at)
        if name in _KEPT:
            yield Characters(resolve(source[at : end.start() if end else len(source)]))
        if end is None:
            yield CutOff()
            return
        at = search_from = end.start()
    if at < len(source):
        yield Characters(resolve(source[at:]))


def attributes(source: str) -> Mapping[str, str]:
    """Return the attributes in the source of a start tag: names in lower case; the first of equal names counts."""
    if not source.strip("\t\n\f\r /"):
        return {}
    found: dict[str, str] = {}
    for match in islice(_ATTRIBUTE.finditer(source), _MOST_ATTRIBUTES):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), resolve(value))
    return found


def _after(mark: Pattern, source: str, at: int) -> int:
    """Return where the next `mark` ends, zero where there is none."""
    found = mark.search(source, at)
    return found.end() if found else 0


def _after_declaration(source: str, start: int) -> int:
    opening = _DECLARING.match(source, start)
    return _after(_DECLARED_END, source, opening.end()) if opening else source.find(">", start) + 1


def _after_tag(source: str, at: int) -> int:
    """Return where the tag ends whose name ends at `at`, zero where the source breaks off in it."""
    if source[at : at + 1] == ">":
        return at + 1  # without attributes, as most tags are
    rest = _REST.match(source, at)
    return rest.end() if rest else 0
