"""What is known of a report beside its text: which keys there are, and what their values may be."""

from __future__ import annotations

from lawcheck.model.document import METADATA_KEYS
from lawcheck.text.date import is_day
from lawcheck.text.visible import visible
from lawcheck.wording import Text

DATE_KEYS = ("published", "written", "reported", "updated")
_LONGEST_VALUE = 1000


def misfit(key: object, value: object) -> Text | None:
    """Return what is wrong with an entry that somebody wrote by hand, and what would be valid; None when it is right.

    An empty value is right: it takes away what the file says of itself. A page's own values are not asked: they are
    taken as they stand.
    """
    if key not in METADATA_KEYS:
        shown, valid = visible(str(key)), METADATA_KEYS
        return Text(
            f"没有元数据项“{shown}”，可用的有：{'、'.join(valid)}",
            f'no metadata key "{shown}"; valid are: {", ".join(valid)}',
        )
    if not isinstance(value, str):
        kind = type(value).__name__
        return Text(f"元数据项 {key} 应是字符串，不能是 {kind}", f"metadata {key} is a string, not {kind}")
    if len(value) > _LONGEST_VALUE:
        return Text(
            f"元数据项 {key} 超过上限 {_LONGEST_VALUE} 个字符",
            f"metadata {key} over the limit of {_LONGEST_VALUE} characters",
        )
    if any("\ud800" <= char <= "\udfff" for char in value):
        return Text(f"元数据项 {key} 含有不成字的编码", f"metadata {key} holds a lone surrogate")
    if key in DATE_KEYS and value and not is_day(value):
        shown = visible(value)
        return Text(
            f"元数据项 {key} 不能是“{shown}”，应是日期，例如 2026-03-20 或 2026年3月20日",
            f'metadata {key} cannot be "{shown}"; a date, as in 2026-03-20',
        )
    return None
