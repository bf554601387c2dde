"""What every result says of itself, whatever its format."""

from __future__ import annotations

from lawcheck.model.document import Unread
from lawcheck.wording import Text, in_language

NO_ADVICE = Text(
    "只看写了没有、前后是否一致，不判断内容是否属实；供修改时参考，不是法律意见。",
    "What is written and whether it agrees, not whether it is true. No legal advice.",
)


def unread(unread: Unread) -> Text:
    """Return what was not read, and where, as one phrase."""
    if not unread.where:
        return unread.what
    where = in_language(unread.where, "en")
    return Text(f"{unread.what}（{unread.where}）", f"{unread.what.en} ({where})")
