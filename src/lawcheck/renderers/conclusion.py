"""What a check comes to in one line, and the table of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawcheck.model.checklist import Checklist, Unreadable
from lawcheck.renderers.ink import GREEN, RED, YELLOW, lines
from lawcheck.renderers.style import Style
from lawcheck.text.width import pad, width
from lawcheck.wording import Text, in_language

_PASSED = Text("√ 通过", "√ passed")
_FAILED = Text("× 需修改", "× to correct")
_OTHER = Text("× 不是本类报告", "× another kind")
UNREADABLE = Text("○ 读不了", "○ unreadable")
_STATES = (_PASSED, _FAILED, _OTHER, UNREADABLE)
HEADING = Text("汇总：共 {n} 份，通过 {passed} 份", "Summary: {n} documents, {passed} passed")
_COLUMNS = (Text("需修改", "To correct"), Text("提示", "Info"), Text("无法判定", "Undetermined"))
_RESULT, _FILE = Text("结论", "Result"), Text("文件", "File")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The outcome of one checklist: how many findings fail, how many are only hints, how many rules are open.

    A rule that is open only because the document does not bear its date or column is not counted: nearly all are.
    `doubtful` are those of the hints that may be none.
    """

    state: Text
    failing: int
    hints: int
    doubtful: int
    undetermined: int

    @property
    def colour(self) -> str:
        """Green for a report that passed, else red."""
        return GREEN if self.state is _PASSED else RED

    @property
    def words(self) -> Text:
        """The conclusion as a sentence."""
        if self.state is _OTHER:
            return Text(
                "× 看起来不是法治政府建设年度报告，其余各项不适用",
                "× not an annual report on 法治政府建设, it seems; nothing else applies",
            )
        counted = Text("× 需修改 {n} 处", "× to correct: {n}").fill({"n": str(self.failing)})
        words = counted if self.failing else self.state
        for count, more in (
            (self.hints, Text("{words}，提示 {n} 处", "{words}, info: {n}")),
            (self.doubtful, Text("{words}（含存疑 {n} 处）", "{words} (doubtful: {n})")),
            (self.undetermined, Text("{words}，无法判定 {n} 项", "{words}, undetermined: {n}")),
        ):
            if count:
                words = more.fill({"words": words, "n": str(count)})
        return words


def conclusion(checklist: Checklist, style: Style) -> Conclusion:
    """Return what a checklist comes to at the threshold of `style`."""
    failing = checklist.failing(style.fail_on, strict=style.strict)
    hints = [item for item in checklist.findings if item not in failing]
    state = _FAILED if failing else _PASSED
    if checklist.outline.genre != "report":
        state = _OTHER
    doubtful = sum(item.verdict == "doubtful" for item in hints)
    undetermined = sum(item.verdict == "undetermined" and not item.lacks for item in checklist.items)
    return Conclusion(state, len(failing), len(hints), doubtful, undetermined)


def passed(checklists: Sequence[Checklist], style: Style) -> int:
    """Return how many of the documents are reports in which nothing fails."""
    return sum(conclusion(checklist, style).state is _PASSED for checklist in checklists)


def summary(checklists: Sequence[Checklist], unreadable: Sequence[Unreadable], style: Style) -> Iterator[str]:
    """Yield a table with a row for every document of the run, those that could not be read last."""
    results = [conclusion(checklist, style) for checklist in checklists]
    total = {"n": str(len(checklists) + len(unreadable)), "passed": str(passed(checklists, style))}
    yield in_language(HEADING.fill(total), style.lang)
    first = max(width(in_language(state, style.lang)) for state in _STATES)
    heads = [in_language(column, style.lang) for column in _COLUMNS]
    yield from lines(_FILE, style, lead=_row(pad(in_language(_RESULT, style.lang), first), heads, heads))
    for checklist, result in zip(checklists, results, strict=True):
        counts = [str(result.failing), str(result.hints), str(result.undetermined)]
        lead = _row(pad(in_language(result.state, style.lang), first), counts, heads)
        yield from lines(checklist.document.name, style, lead=lead, colour=result.colour)
    for record in unreadable:
        lead = _row(pad(in_language(UNREADABLE, style.lang), first), ["-", "-", "-"], heads)
        yield from lines(record.name, style, lead=lead, colour=YELLOW)


def _row(state: str, cells: list[str], heads: list[str]) -> str:
    numbers = "".join(" " * (2 + width(head) - width(cell)) + cell for cell, head in zip(cells, heads, strict=True))
    return f"  {state}{numbers}  "
