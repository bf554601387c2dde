"""What of a laid-out document cannot be read as text: scans, pictures, fonts without codes, text in columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lawcheck.model.document import Unread
from lawcheck.readers.layout.sheet import Extract, Sheet
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.xml_events import damaged
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

# A page with fewer characters has no text layer, if much is drawn on it: pictures, or letters as shapes.
_FEWEST, _DRAWN, _PATHS = 20, 0.1, 200
# Shares of a page that pictures cover: too small to tell; as large as a page of text; the page itself, which below so
# many characters is a scan with a stamp, and above a background or a scan whose text has been recognized.
_TOLD, _LARGE, _WHOLE, _COVERED = 0.02, 0.3, 0.9, 200
_POINTS_PER_CM = 28.35
# The share of characters without a code from which on the rest makes no sense, and how many are no oddity any more.
_LOST_SHARE, _LOST = 5, 10
# So many turned characters are more than a stamp or a mark in the margin.
_TURNED = 30
_MOST_PLACES = 5
# Without a code, or with one of private use; those that symbol fonts use are bullets and ticks.
_CODELESS = pattern("[\ufffd\ue000-\uefff\uf100-\uf8ff\U000f0000-\U0010ffff]")

_TYPED = Text("请提供电子版（.docx 或 .txt）", "provide the text as .docx or .txt")

_CLOSED = Text("打不开的页", "pages that cannot be opened")
_SCANNED = Text("扫描的页，没有文字层", "scanned pages without a text layer")
_LARGE_PICTURES = Text("可能有文字的图片", "pictures that may hold text")
_PICTURES = Text("图片：里面如有文字，没有读到", "pictures: text inside them is not read")
_RECOGNIZED = Text("扫描件的识别文字，可能有错字", "text recognized from a scan, which may hold errors")
_TURNED_TEXT = Text("横排页里转了方向的文字", "text turned sideways")
_COLUMNS = Text("分栏排版的文字，次序可能不对", "text in columns, which may be out of order")
_LOST_TEXT = Text("没有文字编码的字", "characters without a code")
_NOTES = Text("脚注或尾注", "footnotes or endnotes")
_SLANTED = Text("斜排的文字（如水印）", "slanted text, such as a watermark")


def check_readable(content: Extract, file: Text) -> None:
    """Raise Refusal for a scan, and for text that says nothing; `file` is how people call the file."""
    sheets = [sheet for sheet in content.sheets if sheet]
    if content.sheets and not sheets:
        raise damaged(file)
    size, lost = sum(sheet.size for sheet in sheets), sum(map(_lost, sheets))
    if size < _FEWEST * len(sheets) and any(map(_is_drawn, sheets)):
        what = "是扫描件，没有文字层", "is a scan and has no text layer"
        raise Refusal(Text(f"{file}{what[0]}", f"the {file.en} {what[1]}"), _TYPED)
    if lost * _LOST_SHARE > size:
        what = "的文字层不能用（字体没有对应的文字编码）", "is not usable: its fonts have no codes"
        raise Refusal(Text(f"{file}{what[0]}", f"the text layer of the {file.en} {what[1]}"), _TYPED)


def unread(content: Extract, *, notes: Collection[int], columns: Collection[int]) -> tuple[Unread, ...]:
    """Return what was left out of the text; `notes` and `columns` are the pages with footnotes and with columns."""
    sheets = [sheet for sheet in content.sheets if sheet]
    closed = [number for number, sheet in enumerate(content.sheets, 1) if sheet is None]
    scanned = [s.number for s in sheets if s.size < _FEWEST and _is_drawn(s)]
    read = [s for s in sheets if s.number not in scanned]
    lost = [s.number for s in read if _lost(s)]
    parts = (
        (_CLOSED, closed, True),
        (_SCANNED, scanned, True),
        *_pictures(read),
        (_TURNED_TEXT, [s.number for s in read if s.turned >= _TURNED], True),
        (_COLUMNS, sorted(columns), True),
        (_LOST_TEXT, lost, sum(map(_lost, read)) >= _LOST),
        (_NOTES, sorted(notes), False),
        (_SLANTED, [s.number for s in read if s.slanted], False),
    )
    found = [Unread(what, places(pages), is_body=is_body) for what, pages, is_body in parts if pages]
    if content.attachments:
        found.append(Unread(Text(f"附带的 {content.attachments} 个文件", f"attached files: {content.attachments}")))
    return tuple(found)


def _pictures(sheets: list[Sheet]) -> Iterator[tuple[Text, list[int], bool]]:
    """Yield what pictures may hold: one as large as a page may be text, and so may pictures that outweigh the text."""
    covered = [s for s in sheets if s.pictures >= _WHOLE and (s.size >= _COVERED or not s.is_seen)]
    pictured = [s for s in sheets if s.pictures >= _TOLD and s not in covered]
    area = sum(s.pictures * s.width * s.height for s in pictured) / _POINTS_PER_CM**2
    outweighs = area > sum(s.size for s in sheets)
    large = [s.number for s in pictured if s.pictures >= _LARGE or outweighs]
    yield _LARGE_PICTURES, large, True
    yield _PICTURES, [s.number for s in pictured if s.number not in large], False
    yield _RECOGNIZED, [s.number for s in covered if not s.is_seen], False


def _is_drawn(sheet: Sheet) -> bool:
    return sheet.pictures >= _DRAWN or sheet.paths > _PATHS


def _lost(sheet: Sheet) -> int:
    return sheet.passed + sum(1 for piece in sheet.pieces for _ in _CODELESS.finditer(piece.text))


def places(pages: Sequence[int]) -> Text:
    """Return page numbers in words: the first few, and that there are more."""
    shown, rest = pages[:_MOST_PLACES], len(pages) > _MOST_PLACES
    return Text(
        f"第 {'、'.join(map(str, shown))} 页" + ("等" if rest else ""),
        f"page {', '.join(map(str, shown))}" + (" and more" if rest else ""),
    )
