"""What every result says of itself, whatever its format."""

from __future__ import annotations

from lawcheck.model.document import Unread
from lawcheck.wording import Text, in_language

NO_ADVICE = Text(
    "只看写了没有、前后是否一致，不判断内容是否属实；供修改时参考，不是法律意见。",
    "What is written and whether it agrees, not whether it is true. No legal advice.",
)
FALSE_ALARM = Text(
    "认为某一条不对？先用 lawcheck explain 编号 查看依据，再把编号、lawcheck 的版本和引起误报的一两句话告诉项目维护者"
    "（单位、人名、数字请换成虚构的，不要发送内部文稿）；详见项目文档“误报怎么办”。",
    "Is a finding wrong? See its basis with lawcheck explain ID, then send the maintainers the rule's ID, the version "
    "of lawcheck and the one or two sentences that caused it (names and numbers made up, no internal papers); the page "
    "“False alarms” of the documentation tells more.",
)
# The same where there is room for one line of a terminal.
FALSE_ALARM_LINE = Text(
    "有误报？把编号、版本和那句话（换成虚构的）告诉维护者，见“误报怎么办”一页。",
    "False alarm? Send rule, version and the sentence: docs/guide/false-alarms.md",
)


def unread(unread: Unread) -> Text:
    """Return what was not read, and where, as one phrase."""
    if not unread.where:
        return unread.what
    where = in_language(unread.where, "en")
    return Text(f"{unread.what}（{unread.where}）", f"{unread.what.en} ({where})")
