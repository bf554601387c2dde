"""What of an OFD file cannot be read as text, beside what every laid-out document has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawcheck.model.document import Unread
from lawcheck.readers.layout.unread import places
from lawcheck.wording import Text


def notes(hidden: Sequence[int], bare: Sequence[int]) -> Iterator[Unread]:
    """Yield what to say of pages with text that does not show, and of those whose template is not in the file."""
    if bare:
        yield Unread(
            Text("文件里缺少的页面模板", "templates of pages that are not in the file"), places(bare), is_body=True
        )
    if hidden:
        yield Unread(Text("隐藏文字", "hidden text"), places(hidden))
