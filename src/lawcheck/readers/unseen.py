"""What a Word file holds besides the text that was read, as notes for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lawcheck.model.document import Unread
from lawcheck.readers.figure import Figure
from lawcheck.wording import Text

_MOST_PLACES = 5
# Centimetres. What is smaller is a mark or a line; a page with its margins off is a picture of a page.
_LEAST_AREA, _LEAST_HEIGHT = 10.0, 0.8
_PAGE_WIDTH, _PAGE_HEIGHT = 12.0, 16.0
_UNKNOWN_AREA = 150.0
# A page of a report holds about one and a half characters on a square centimetre. A text that would fit into its
# pictures is less than what they may hold.
_CHARACTERS_A_SQUARE = 1.0

_REVISED = Text(
    "未接受的修订：插入的文字已计入，删除的文字未计入", "pending revisions: insertions are read, deletions are not"
)
_RENUMBERED = Text(
    "未接受的修订：编号或标题级别有改动，按改后的读取",
    "pending revisions of numbers or heading levels: read as revised",
)
_MOVING = Text("打开时会自动变化的日期，按保存时的日期读取", "dates that change when the file is opened: read as saved")
_PLACEHOLDERS = Text(
    "没有填写的内容控件，占位的提示文字未计入", "content controls not filled in: their prompts are not read"
)
_COMPUTED = Text("域：显示的内容没有保存在文件里", "fields whose result is not saved in the file")
_PICTURES = Text("图片：里面如有文字，没有读到", "pictures: text inside them is not read")
_CHARTS = Text("图表里的文字", "text of charts")
_DIAGRAMS = Text("SmartArt 图形里的文字", "text of SmartArt diagrams")


@dataclass(slots=True)
class Unseen:
    """The numbers of the paragraphs where each stands; `inserted_after` are those before another document."""

    revised: list[int] = field(default_factory=list)
    renumbered: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    placeholders: list[int] = field(default_factory=list)
    moving: list[int] = field(default_factory=list)
    computed: list[int] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    footnotes: list[int] = field(default_factory=list)
    inserted_after: list[int] = field(default_factory=list)


def notes(unseen: Unseen, figures: Sequence[Figure], characters: int) -> Iterator[Unread]:
    """Yield a note for each kind of content that was not read; `characters` is how long the text is that was."""
    for what, numbers in (
        (_REVISED, unseen.revised),
        (_RENUMBERED, unseen.renumbered),
        (Text("隐藏文字", "hidden text"), unseen.hidden),
        (_PLACEHOLDERS, unseen.placeholders),
        (_MOVING, unseen.moving),
        (_COMPUTED, unseen.computed),
        (Text("批注", "comments"), unseen.comments),
        (Text("脚注或尾注", "footnotes or endnotes"), unseen.footnotes),
    ):
        if numbers:
            yield Unread(what, _places(numbers))
    if unseen.inserted_after:
        what = Text("插入的另一个文档", "another document inserted here")
        yield Unread(what, _after(unseen.inserted_after), is_body=True)
    yield from _figures(figures, characters)


def _figures(figures: Sequence[Figure], characters: int) -> Iterator[Unread]:
    pictures = [figure for figure in figures if figure.kind == "picture" and _may_hold_text(figure)]
    objects = [figure for figure in figures if figure.kind == "object"]
    for what, found, is_body in (
        (_PICTURES, pictures, _are_body(pictures, characters)),
        (_CHARTS, [figure for figure in figures if figure.kind == "chart"], False),
        (_DIAGRAMS, [figure for figure in figures if figure.kind == "diagram"], True),
        (Text("嵌入的对象或文件", "embedded objects or files"), objects, any(figure.is_written for figure in objects)),
    ):
        if found:
            yield Unread(what, _places([figure.paragraph for figure in found]), is_body=is_body)


def _may_hold_text(picture: Figure) -> bool:
    return not picture.area or (picture.area >= _LEAST_AREA and picture.height >= _LEAST_HEIGHT)


def _are_body(pictures: Sequence[Figure], characters: int) -> bool:
    """Say whether the pictures may hold text of the report: one looks like a page, or they outweigh the text."""
    if any(picture.width >= _PAGE_WIDTH and picture.height >= _PAGE_HEIGHT for picture in pictures):
        return True
    area = sum(picture.area or _UNKNOWN_AREA for picture in pictures)
    return characters < area * _CHARACTERS_A_SQUARE


def _places(numbers: Sequence[int]) -> Text:
    numbers = sorted(set(numbers))
    shown, rest = numbers[:_MOST_PLACES], len(numbers) > _MOST_PLACES
    return Text(
        f"第 {'、'.join(map(str, shown))} 段" + ("等" if rest else ""),
        f"paragraph {', '.join(map(str, shown))}" + (" and more" if rest else ""),
    )


def _after(numbers: Sequence[int]) -> Text:
    places = _places([number for number in numbers if number])
    return Text(f"{places}之后", f"after {places.en}") if any(numbers) else Text("文件开头", "at the beginning")
