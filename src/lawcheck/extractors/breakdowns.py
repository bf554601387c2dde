"""Totals and their parts: 其中, brackets, 已……未……, 共计 at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lawcheck.extractors.labels import Reading
from lawcheck.extractors.sentences import Layout
from lawcheck.model.fact import Breakdown, Fact
from lawcheck.text.pattern import Pattern, pattern
from lawcheck.text.quantity import Quantity
from lawcheck.text.span import Span

_AMONG = pattern("其中|包括")
_REACH = 60  # characters between 其中 and the first part
_NOT_SUMMED = ("%", "‰", "个百分点")
_MOST = 60  # numbers on either side of a total or a part that are looked at
_BRACKET = 160  # characters that a bracket with parts may hold
_PART = pattern("[、，；]")
_SOME = pattern("(?:其中|包括|含|主要|如)")
_OTHERS = pattern("^(?:其他|其余|剩余|余下|另外?|其它)")
_RESPECTIVELY = pattern("分别")
_NOT_TOTAL = pattern("结转|上年")
# Parts that are all there is when each member of one of these families stands there; of a large one the first and two
# more will do (保留15件、修改3件、废止2件, but not 废止8件、修改6件, which leaves out what was kept).
_FAMILIES = tuple(
    tuple(pattern(member) for member in family)
    for family in (
        ("主办|单办|独办|分办|承办", "协办|会办"),
        ("现场|会议述", "书面"),
        ("^已|审结|办结|结案", "未|正在|在办|在审|尚"),
        ("一审", "二审", "再审"),
        ("简易", "普通|一般程序"),
        ("保留|继续有效", "修改|修订", "废止", "失效"),
        ("准予|予以许可", "不予", "在办|正在办理|未办结"),
        ("人大|代表", "政协|委员|提案"),
        ("新收|新增|本年", "结转|上年"),
        ("线上|网上", "线下|现场"),
        ("优秀", "(?<!不)合格", "不合格"),
        ("社会团体", "民办非企业|社会服务机构", "基金会"),
        ("结婚", "离婚"),
    )
)
_DONE = pattern("^(?:目前)?(?:已经?)?(?P<what>[^，。；]{1,12})$")
_OPEN = pattern("^(?:目前|还|尚)?(?:未|没有|尚未)(?P<what>[^，。；]{1,12})$|正在|在办|在审|未[办审]?结")
_CLOSES = pattern("^已|审结|办结|结案")


class _Node(NamedTuple):
    """A number of the prose with its place in the ledger; `fact` is the index of its first fact."""

    fact: int
    quantity: Quantity
    reading: Reading


def breakdowns(layout: Layout, found: Sequence[tuple[Fact, Reading | None]]) -> tuple[Breakdown, ...]:
    """Return the breakdowns of the prose facts `found`, in the order of their totals."""
    nodes: list[_Node] = []
    for i, (_, reading) in enumerate(found):
        if reading is not None and (not nodes or nodes[-1].quantity is not reading.quantity):
            nodes.append(_Node(i, reading.quantity, reading))
    finder = _Finder(layout, nodes, lambda node: found[node.fact][0])
    finder.among()
    finder.brackets()
    finder.splits()
    finder.sums()
    return tuple(sorted(finder.found, key=lambda b: (b.total, b.parts)))


class _Finder:
    def __init__(self, layout: Layout, nodes: list[_Node], fact: Callable[[_Node], Fact]) -> None:
        self.layout = layout
        self.text = layout.text
        self.nodes = nodes
        self.fact = fact
        self.found: list[Breakdown] = []
        self.parts: set[int] = set()

    def among(self) -> None:
        """Find 共计12件，其中主办10件，协办2件, the parts in the same sentence or in the next one."""
        edges = [0, *(n.quantity.end for n in self.nodes)]
        for i, (low, node) in enumerate(zip(edges, self.nodes, strict=False)):
            # A mark stands between the total and the first part.
            mark = _AMONG.search(self.text, max(low, node.quantity.start - _REACH), node.quantity.start)
            if mark is None or i == 0 or node.quantity.unit in _NOT_SUMMED:
                continue
            sentence = self.layout.clause(mark.start()).sentence
            total = self._total(i, sentence)
            parts = self._run(i)
            if total is not None and parts:
                is_alone = not any(
                    n is not total and n.quantity.unit == total.quantity.unit and n.fact not in self.parts
                    for n in self.nodes[max(0, i - _MOST) : i]
                    if n.reading.clause.group == total.reading.clause.group
                )
                self._add(total, parts, is_alone and self._claims_all(parts, mark.end()))

    def _total(self, i: int, sentence: int) -> _Node | None:
        unit = self.nodes[i].quantity.unit
        for node in reversed(self.nodes[max(0, i - _MOST) : i]):
            own = node.reading.clause
            if own.sentence != sentence and own.end != sentence:
                return None
            if own.sentence != sentence and self.text[sentence : sentence + 2] != "其中":
                return None
            if node.quantity.unit == unit and node.fact not in self.parts:
                # What is carried over belongs to no total that stands there.
                return None if _NOT_TOTAL.search(node.reading.label) else node
        return None

    def _run(self, i: int) -> list[_Node]:
        """Return the parts from node `i` on: as far as the unit, the group and the list reach."""
        first = self.nodes[i]
        parts = [first]
        for before, node in pairwise(self.nodes[i : i + _MOST]):
            if node.reading.clause.group != first.reading.clause.group or node.reading.is_total:
                break
            if _AMONG.search(self.text, before.quantity.end, node.quantity.start):
                break
            if node.quantity.unit == first.quantity.unit:
                parts.append(node)
            elif node.quantity.unit != "%":
                break
        return parts

    def _claims_all(self, parts: list[_Node], start: int) -> bool:
        if len(parts) < 2:
            return False
        labels = [p.reading.label for p in parts]
        if _OTHERS.search(labels[-1]) or _RESPECTIVELY.search(self.text, start, parts[0].quantity.start):
            return True
        return any(_are_all_of(labels, family) for family in _FAMILIES)

    def brackets(self) -> None:
        """Find 23件（甲镇13件、乙乡10件）."""
        for i, total in enumerate(self.nodes):
            start = total.quantity.end
            if self.text[start : start + 1] != "（":
                continue
            end = self.text.find("）", start, start + _BRACKET)
            inside = [n for n in self.nodes[i + 1 : i + _MOST] if n.quantity.end <= end]
            if len(inside) < 2 or total.quantity.unit in _NOT_SUMMED or _SOME.match(self.text, start + 1, end):
                continue
            pieces = len([*_PART.finditer(self.text, start + 1, end)]) + 1
            if pieces == len(inside) and all(n.quantity.unit == total.quantity.unit for n in inside):
                self._add(total, inside, True)

    def splits(self) -> None:
        """Find 33件，已出结果29件，未出结果4件."""
        for total, one, other in zip(self.nodes, self.nodes[1:], self.nodes[2:], strict=False):
            near = total.reading.clause.group == one.reading.clause.group == other.reading.clause.group
            same = total.quantity.unit == one.quantity.unit == other.quantity.unit
            if not (near and same) or {one.fact, other.fact, total.fact} & self.parts:
                continue
            if one.quantity.unit in _NOT_SUMMED or _NOT_TOTAL.search(total.reading.label):
                continue
            done, left = _DONE.search(one.reading.label), _OPEN.search(other.reading.label)
            if done and left and (left["what"] == done["what"] or (not left["what"] and _CLOSES.search(done.group()))):
                self._add(total, [one, other], True)

    def sums(self) -> None:
        """Find 手册200份、折页300份，共计500份."""
        for i, total in enumerate(self.nodes):
            if not total.reading.is_total or total.quantity.unit in _NOT_SUMMED:
                continue
            clause = total.reading.clause
            parts = [
                n
                for n in self.nodes[max(0, i - _MOST) : i]
                if n.reading.clause.group == clause.group
                and n.quantity.unit == total.quantity.unit
                and n.fact not in self.parts
            ]
            if len(parts) > 1:
                self._add(total, parts, True)

    def _add(self, total: _Node, parts: list[_Node], is_complete: bool) -> None:
        spans = [self.fact(n).span for n in (total, *parts)]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        self.found.append(Breakdown(total.fact, tuple(n.fact for n in parts), is_complete, whole))
        self.parts.update(n.fact for n in parts)


def _are_all_of(labels: list[str], family: tuple[Pattern, ...]) -> bool:
    """Say whether the labels are the members of the family, each once, or the first and two more."""
    members = [next((i for i, member in enumerate(family) if member.search(label)), None) for label in labels]
    is_enough = len(members) == len(family) or (len(members) > 2 and 0 in members)
    return is_enough and None not in members and len(set(members)) == len(members)
