"""The beginning of a document: title, addressee, genre, and where the text begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lawcheck.model.document import Document
from lawcheck.model.outline import Field
from lawcheck.outliner.genre import OTHER, SUMMARY, Text, names_law, title_genre
from lawcheck.outliner.organ import is_organ
from lawcheck.outliner.pieces import Piece, field, head_pieces, within
from lawcheck.outliner.title import find_title
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.date import find_dates
from lawcheck.text.fold import fold_text
from lawcheck.text.pattern import pattern

_MAX_ADDRESSEE = 80  # folded characters
_REPEATED_WITHIN = 80  # blocks of a cover and a table of contents, after which the title may stand again
_LABELS = (
    "索引号|主题分类|发文机关|发文字号|发文单位|文号|发布机构|发布日期|发布时间|成文日期|生成日期|公开日期|公开方式"
    "|信息来源|文章来源|来源|时间|日期|作者|编辑|责任编辑|浏览次数|浏览量|阅读次数|点击数|点击次数|点击率|字体|字号|主题词"
    "|有效性|关键词|分享|当前位置|您现在的位置|您的位置"
)
_DOC_NUMBER = r"[\u4e00-\u9fff]{1,16}[〔\[【（]20\d\d[〕\]】）]第?\d{1,5}号"
# What documents and pages print around a title: red head, document number, secrecy, urgency, copy number, 附件, a
# draft's mark, labels of a page.
_AROUND = pattern(
    rf"附件?(?:\d{{1,2}}|[一二三四五六七八九十])?[：.]?$|（?{_DOC_NUMBER}）?(?:签发人：.{{0,20}})?$|签发人：.{{0,20}}$"
    r"|(?:绝密|机密|秘密|内部资料|内部文件|特急|加急|急件|平急)(?:[★☆].{0,8})?(?:特急|加急)?$|0\d{5}$|[\u4e00-\u9fff]{2,40}文件$"
    rf"|（[^（）]{{0,12}}稿）$|目录$|【?(?:{_LABELS})】?(?:：.{{0,100}})?$"
    r"|(?:下载|打印|全屏|收藏|关闭|首页|返回|加大|还原|减小|放大|缩小|大|中|小|[【】\[\]|/<>])++$|【字号：.{0,12}$"
)
_BELOW = pattern(r"[—-]{2}.{2,60}$|（[^（）]{2,60}(?:通过|发布|公布|印发|公开)）$")
_TIME = pattern(rf"）? ?(?:\d{{1,2}}:\d\d(?::\d\d)?)?(?:(?:{_LABELS})：.{{0,100}})?$")
_SEPARATOR = pattern("[、，]|(?<=[委府局会室])和")
_SHORT_ORGAN = pattern(
    r"[\u4e00-\u9fff]{0,20}(?:委|政府|党委|党组|常委会|人大|局|厅|办|委员会|办公室|督察组|机关|单位|部门)$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the text, and the genre of the whole.

    `start` is the original offset where the text begins; `byline` the organ in the red head or on a line of its own;
    `dated` the day in brackets below the title, in ISO.
    """

    title: Field | None
    addressee: Field | None
    byline: Field | None
    dated: Field | None
    genre: str
    genre_evidence: Field | None
    start: int


def find_head(document: Document, vocabulary: Vocabulary) -> Head:
    """Return the head of a document, whether it has line breaks or was flattened into one paragraph."""
    reader = _Reader(document, vocabulary)
    reader.skip(is_below=False)
    title, above = reader.title()
    if title and title.origin == "title":
        reader.skip_repeated(fold_text(title.value))
    reader.skip(is_below=True)
    addressee = above or reader.addressee()
    genre, evidence = _genre(document, vocabulary, title, reader.at)
    return Head(title, addressee, reader.byline, reader.dated, genre, evidence, reader.start())


def _genre(document: Document, vocabulary: Vocabulary, title: Field | None, at: int) -> tuple[str, Field | None]:
    words = fold_text(title.value) if title else ""
    told = title_genre(words, vocabulary)
    text = Text(document, vocabulary, at)
    if told is None or title is None:
        return text.genre(has_subject=title is None or names_law(words)) or (OTHER, None)
    # 工作总结 does not say of what; the opening may.
    announced = text.reports() if told.genre == SUMMARY else None
    return announced or (told.genre, within(document, title, told.start, told.end))


class _Reader:
    """Reads the pieces at the beginning one after the other; `at` is the folded offset of the reading point."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.text = document.folded.text
        self.pieces = head_pieces(document)
        self.byline: Field | None = None
        self.dated: Field | None = None
        self.at = self.pieces[0].start if self.pieces else len(self.text)

    def skip(self, *, is_below: bool) -> None:
        """Go past what is printed above a title, or also what is printed below one."""
        for piece in self.pieces:
            if piece.start < self.at:
                continue
            words = self.text[piece.start : piece.end]
            if piece.is_text or not (_AROUND.match(words) or (is_below and self._is_below(piece, words))):
                return
            self._note_byline(piece, words)
            self._note_date(piece, words)
            self.at = piece.end

    def _is_below(self, piece: Piece, words: str) -> bool:
        bare = words.removeprefix("（")
        dates = find_dates(bare)
        is_date = bool(dates) and dates[0].start == 0 and _TIME.match(bare[dates[0].end :]) is not None
        return is_date or _BELOW.match(words) is not None or is_organ(words, self.vocabulary)

    def _note_date(self, piece: Piece, words: str) -> None:
        """Take a day in brackets on a line of its own; without brackets it may be the day of publication."""
        found = next(iter(find_dates(self.text, piece.start, piece.end)), None)
        if found and found.iso and words == f"（{self.text[found.start : found.end]}）":
            self.dated = replace(field(self.document, found.start, found.end, "line"), value=found.iso)

    def _note_byline(self, piece: Piece, words: str) -> None:
        end = piece.end - 2 if words.endswith("文件") else piece.end
        if self.byline is None and is_organ(self.text[piece.start : end], self.vocabulary):
            self.byline = field(self.document, piece.start, end, "line")

    def title(self) -> tuple[Field | None, Field | None]:
        """Take the title at the reading point, and the addressee where that stands on a line above it."""
        first = self.at
        above = self.addressee()
        lines = {piece.end for piece in self.pieces}
        if above and self.at in lines:
            self.skip(is_below=False)
            title, end = find_title(self.document, self.vocabulary, self.pieces, self.at)
            if title and title.origin == "title" and end in lines:
                self.at = end
                return title, above
        title, self.at = find_title(self.document, self.vocabulary, self.pieces, first)
        return title, None

    def skip_repeated(self, title: str) -> None:
        """Go past a cover and a table of contents when the title stands again behind them."""
        for block in self.document.body[:_REPEATED_WITHIN]:
            start, end = self.document.folded.range(block.span)
            if start >= self.at and self.text[start:end] == title:
                self.at = end
                self.pieces = [p for p in head_pieces(self.document, block) if p.start >= end]
                return

    def addressee(self) -> Field | None:
        """Take the addressee at the reading point: organs up to a colon, which is not part of it."""
        piece = next((p for p in self.pieces if p.end > self.at), None)
        if piece is None:
            return None
        start = max(self.at, piece.start)
        colon = self.text.find("：", start, min(piece.end, start + _MAX_ADDRESSEE))
        if colon < 0 or not self._is_addressee(self.text[start:colon]):
            return None
        self.at = colon + 1
        return field(self.document, start, colon, "line")

    def _is_addressee(self, words: str) -> bool:
        at, parts = 0, []
        for m in _SEPARATOR.finditer(words):
            parts.append(words[at : m.start()])
            at = m.end()
        parts.append(words[at:])
        return all(len(p) > 1 and (_SHORT_ORGAN.match(p) or is_organ(p, self.vocabulary)) for p in parts)

    def start(self) -> int:
        """Return the original offset of the reading point; the end of the body when nothing follows."""
        for block in self.document.body:
            start, end = self.document.folded.range(block.span)
            if end > self.at and start < end:
                return self.document.folded.span(max(start, self.at), end).start
        return self.document.body[-1].span.end if self.document.body else len(self.document.text)
