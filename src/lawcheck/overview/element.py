"""What a reviewer looks at across reports: the columns of the matrix, and which rules speak for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lawcheck.model.checklist import Item
from lawcheck.wording import Text

# part: is it there; deadline: was it in time; count: how many findings.
Manner = Literal["part", "deadline", "count"]


@dataclass(frozen=True, slots=True)
class Element:
    """A column: its id, its heading, in which words its state is told, and the rules that it is made of."""

    id: str
    title: Text
    manner: Manner = "count"
    rules: tuple[str, ...] = ()


def _numbered(letter: str, first: int, last: int) -> tuple[str, ...]:
    return tuple(f"{letter}{number:03d}" for number in range(first, last + 1))


# In the order of a review: what must be there, when it came, whose it is and of which year, then the rest by weight.
ELEMENTS = (
    Element("measures", Text("举措和成效", "Measures"), "part", ("E120",)),
    Element("shortcomings", Text("不足", "Shortcomings"), "part", ("E122",)),
    Element("causes", Text("原因", "Causes"), "part", ("E123",)),
    Element("leader", Text("第一责任人", "First responsible"), "part", ("E124",)),
    Element("plan", Text("下年安排", "Plan"), "part", ("E125",)),
    Element("reported", Text("报送时间", "Reported"), "deadline", ("E108",)),
    Element("published", Text("公布时间", "Published"), "deadline", ("E109",)),
    Element(
        "identity", Text("标题机关", "Title, issuer"), rules=("E100", *_numbered("E", 101, 105), "F001", "F022", "C032")
    ),
    Element("year", Text("年度", "Year"), rules=("C001", "C002", "E110", "E128", "E129", "E500")),
    Element("closing", Text("落款日期", "Closing, date"), rules=("F009", "F010")),
    Element(
        "numbers", Text("数字核对", "Numbers"), rules=(*_numbered("C", 3, 9), "C012", "C018", *_numbered("C", 35, 39))
    ),
    Element("duties", Text("履职内容", "Leader's duties"), rules=_numbered("E", 140, 149)),
    Element(
        "answers",
        Text("不足与安排", "Causes and plan in detail"),
        rules=("C040", "E132", *_numbered("E", 400, 407), *_numbered("E", 501, 506)),
    ),
    Element(
        "contents",
        Text("工作内容", "Fields of work"),
        rules=("E107", "E111", "E121", "E126", "E131", *_numbered("E", 200, 232), *_numbered("N", 1, 42)),
    ),
    Element("privacy", Text("涉密隐私", "Privacy"), rules=("E112",)),
    Element("form", Text("格式文字", "Form")),
    Element("other", Text("其他", "Other")),
)
BY_ID = {element.id: element for element in ELEMENTS}
_OWNERS = {rule: element.id for element in ELEMENTS for rule in element.rules}


def element_of(item: Item) -> str:
    """Return the id of the element that an item belongs to; every rule, also one of a foreign rule set, has one."""
    owner = _OWNERS.get(item.rule)
    if item.category == "privacy":
        return "privacy"
    if item.kind == "relation" and (owner is None or item.category == "inconsistent"):
        return "numbers"
    if owner is not None:
        return owner
    return "form" if item.category == "form" else "other"
