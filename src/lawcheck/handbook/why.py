"""What a rule is good for, where it does not say so itself: told by its category and by what it rests on."""

from __future__ import annotations

from lawcheck.model.checklist import Category, Force
from lawcheck.rule.rule import Rule
from lawcheck.wording import Text

_MISSING: dict[Force, Text] = {
    "national": Text(
        "规定要求年度报告写明这项内容，没有写就是不完整。",
        "The regulation asks for this content; a report without it is incomplete.",
    ),
    "topic": Text(
        "有关规定要求做这件事。报告写到了，读者才知道做没做、做得怎样。",
        "A regulation asks for the thing itself; only the report tells readers whether and how it was done.",
    ),
    "provincial": Text("当地的规定或通行提纲要求写到这一项。", "The regulation or outline of the place asks for it."),
    "custom": Text(
        "各地的报告通常写到这一项。没有写，读者会不知道是没有做，还是漏写了。",
        "Such reports usually tell of it; without it readers cannot know whether it was not done or left out.",
    ),
    "practice": Text("写到这一项，读者才能看清工作落到了哪里。", "It lets readers see what the work came to."),
}
_OTHER: dict[Category, Text] = {
    "inconsistent": Text(
        "报告里的说法互相对不上，读者不知道信哪一个。",
        "Where statements disagree, readers do not know which to believe.",
    ),
    "substance": Text(
        "这样写，读者看不清做了什么、怎样做的，或者会误解。",
        "Written so, readers cannot see what was done and how, or take it wrongly.",
    ),
    "form": Text(
        "写法统一、完整，便于阅读、检索和汇总；这类毛病也常是改稿时丢了内容的迹象。",
        "Regular form helps reading, searching and compiling; slips often show that something was lost in editing.",
    ),
    "privacy": Text("报告要向社会公开。", "The report is published."),
}


def why(rule: Rule) -> Text:
    """Return what the rule is good for, in a sentence or two."""
    if rule.why is not None:
        return rule.why
    return _MISSING[rule.force] if rule.category == "missing" else _OTHER[rule.category]
