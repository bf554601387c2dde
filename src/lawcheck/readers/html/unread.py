"""What a page holds besides the text that was read: hidden text, pictures, embedded files, further pages."""

from __future__ import annotations

from collections.abc import Iterator

from lawcheck.model.document import Unread
from lawcheck.readers.html.content import Content
from lawcheck.readers.html.frame import is_prose
from lawcheck.readers.html.page import Page, Picture
from lawcheck.readers.html.style import Note
from lawcheck.wording import Text

_REVISIONS = Text(
    "未接受的修订：插入的文字已计入，删除的文字未计入", "pending revisions: insertions are read, deletions are not"
)
_WORDS = {
    Note.REVISION: _REVISIONS,
    Note.HIDDEN: Text("隐藏文字", "hidden text"),
    Note.FOOTNOTE: Text("脚注或尾注", "footnotes or endnotes"),
}
_CUT_OFF = Text("网页的末尾不完整，可能下载时中断", "the end of the page is missing: the download may have broken off")
_NEXT = Text("网页分页显示，只读取了这一页", "the document goes on on further pages, which were not read")
_FILE = Text("网页里嵌入的文件", "a file embedded in the page")
_PICTURE = Text("正文里的图片", "pictures in the text")

_MUCH_HIDDEN, _MUCH_LEFT_OUT = 100, 40  # characters
_SHOWN = 12
# A picture of this size, or any where the page says little, may be the report itself as an image.
_WIDE, _HIGH = 450, 500
_LITTLE_TEXT = 300
_NEAR = 5


def unread(page: Page, content: Content) -> Iterator[Unread]:
    """Yield what was not read of the document and around it."""
    if page.is_cut_off:
        yield Unread(_CUT_OFF, is_body=True)
    if page.next_page is not None and content.first <= page.next_page <= content.last + _NEAR:
        yield Unread(_NEXT, is_body=True)
    yield from _unshown(page, content)
    if any(content.first <= at <= content.last for at in page.files):
        yield Unread(_FILE, is_body=True)
    yield from _pictures(page, content)
    if content.left_out >= _MUCH_LEFT_OUT:
        count = f"{content.left_out:,}"
        yield Unread(Text(f"正文以外的文字（{count} 字）", f"text outside of the document ({count} characters)"))


def _unshown(page: Page, content: Content) -> Iterator[Unread]:
    for why, what in _WORDS.items():
        parts = [u.text for u in page.unshown if u.why is why and content.first <= u.at <= content.last]
        text = "".join(parts)
        if parts and (text or why is Note.REVISION):
            where = Text(f"“{text[:_SHOWN]}…”", f'"{text[:_SHOWN]}…"') if text else Text("", "")
            yield Unread(what, where, is_body=why is Note.HIDDEN and len(text) >= _MUCH_HIDDEN)


def _pictures(page: Page, content: Content) -> Iterator[Unread]:
    pictures = [p for p in page.pictures if content.first <= p.at <= content.last and not _is_sign(p)]
    if not pictures:
        return
    said = sum(len(line.text) for line in page.lines[content.first : content.last] if is_prose(line))
    is_body = said < _LITTLE_TEXT or any(p.width >= _WIDE and p.height >= _HIGH for p in pictures)
    count = len(pictures)
    yield Unread(_PICTURE, Text(f"{count} 张", f"{count} of them"), is_body=is_body)


def _is_sign(picture: Picture) -> bool:
    """Say whether the picture is too small to hold text: an icon, a rule."""
    return 0 < picture.width < _WIDE // 4 or 0 < picture.height < _HIGH // 4
