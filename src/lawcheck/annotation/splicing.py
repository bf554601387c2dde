"""Comments into the document part of a Word file: bytes are put in, none is taken out or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from lawcheck.annotation.placing import Place
from lawcheck.annotation.tags import name, start_tag, stop
from lawcheck.annotation.tracing import Node, Traced, Unit

# What runs may stand in; whatever else a paragraph holds is one piece to a comment.
_CONTAINERS = frozenset(
    (
        *("w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:customXml"),
        *("w:dir", "w:bdo"),
    )
)
_PRESERVE = b' xml:space="preserve"'


@dataclass(slots=True)
class _Cut:
    """One byte at which comments end and begin; `close` ends the run there, and `open` begins it again."""

    close: bytes = b""
    open: bytes = b""
    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


class Splicer:
    """Takes the places of comments, and gives the document part with them.

    `declaration` is written into each new element: empty where the prefix `w` means the same in the whole part.
    """

    def __init__(self, data: bytes, declaration: str) -> None:
        self._data = data
        self._declaration = declaration
        self._cuts: dict[int, _Cut] = defaultdict(_Cut)
        self._kept: dict[int, bytes] = {}

    def put(self, number: int, place: Place) -> None:
        """Put the comment `number` at a place."""
        if place.start is not None and place.end is not None:
            start, end = self._start(*place.start), self._end(*place.end)
        elif place.around is not None and place.around.first is not None and place.around.last is not None:
            start, end = self._cuts[place.around.first.start], self._cuts[stop(self._data, place.around.last)]
        else:
            raise ValueError("a place is characters, or a paragraph that holds something")
        start.starts.append(number)
        end.ends.append(number)

    def result(self) -> bytes:
        """Return the part with all comments put in."""
        pieces: list[bytes] = []
        at = 0
        inserted = [(place, self._markup(cut)) for place, cut in self._cuts.items()]
        for place, markup in sorted([*inserted, *self._kept.items()]):
            pieces += [self._data[at:place], markup]
            at = place
        return b"".join((*pieces, self._data[at:]))

    def _markup(self, cut: _Cut) -> bytes:
        declared = self._declaration
        marks = [
            f'<w:commentRangeEnd{declared} w:id="{n}"/><w:r{declared}><w:commentReference w:id="{n}"/></w:r>'
            for n in cut.ends
        ]
        marks += [f'<w:commentRangeStart{declared} w:id="{n}"/>' for n in cut.starts]
        return b"".join((cut.close, *(mark.encode() for mark in marks), cut.open))

    # From characters to bytes

    def _start(self, paragraph: Traced, at: int) -> _Cut:
        """Return the cut before the character `at`."""
        node, byte = self._inside(paragraph.units, at)
        run = _carrier(node)
        if byte is not None:
            return self._split_text(byte, node, run)
        if _is_part(node, run) and run.first is not node:
            return self._split(node.start, run)
        return self._cuts[run.start]

    def _end(self, paragraph: Traced, at: int) -> _Cut:
        """Return the cut after the character before `at`."""
        _, byte = self._inside(paragraph.units, at)
        node = _node(_unit(paragraph.units, at - 1)[0])
        run = _carrier(node)
        if byte is not None:
            return self._split_text(byte, node, run)
        if _is_part(node, run) and run.last is not node:
            return self._split(stop(self._data, node), run)
        return self._cuts[stop(self._data, run)]

    def _inside(self, units: Sequence[Unit], at: int) -> tuple[Node, int | None]:
        """Return the element that holds the character `at`, and its byte where the one before is in the same text."""
        try:
            unit, offset = _unit(units, at)
        except ValueError:  # the end of the paragraph
            return _node(_unit(units, at - 1)[0]), None
        node = _node(unit)
        is_inside = at > 0 and _unit(units, at - 1)[0].node is node and node.tag == "w:t"
        if not is_inside or unit.at is None or not _is_part(node, _carrier(node)):
            return node, None
        return node, unit.at + len(unit.text[:offset].encode())

    def _split_text(self, at: int, text: Node, run: Node) -> _Cut:
        """Return the cut before a character of a text, which becomes two texts of two runs."""
        tag = start_tag(self._data, text)
        named = name(tag)
        if b"xml:space" not in tag:  # else Word drops blanks where the text is cut
            tag = tag.replace(named, named + _PRESERVE, 1)
            self._kept[text.start + 1 + len(named)] = _PRESERVE
        cut = self._split(at, run)
        cut.close, cut.open = b"</" + named + b">" + cut.close, cut.open + tag
        return cut

    def _split(self, at: int, run: Node) -> _Cut:
        """Return the cut at a byte inside a run, which becomes two runs of the same properties."""
        tag, properties = start_tag(self._data, run), run.properties
        cut = self._cuts[at]
        cut.close = b"</" + name(tag) + b">"
        cut.open = tag if properties is None else tag + self._data[properties.start : stop(self._data, properties)]
        return cut


def _unit(units: Sequence[Unit], at: int) -> tuple[Unit, int]:
    """Return the unit that holds the character `at` of a paragraph, and where in it. Raises: ValueError."""
    for unit in units:
        if 0 <= at < len(unit.text):
            return unit, at
        at -= len(unit.text)
    raise ValueError("there is no such character")


def _node(unit: Unit) -> Node:
    if unit.node is None:
        raise ValueError("these characters stand in an attribute")
    return unit.node


def _carrier(node: Node) -> Node:
    """Return the run, or other piece of a paragraph, that holds `node`: what a comment can begin before."""
    path = []
    for around in node.within():
        if around.tag == "w:p":
            break
        path.append(around)
    return next((around for around in reversed(path) if around.tag not in _CONTAINERS), node)


def _is_part(node: Node, carrier: Node) -> bool:
    """Say whether `node` stands in a run by itself, so that the run can be split at it."""
    return carrier.tag == "w:r" and node.parent is carrier
