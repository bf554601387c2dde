"""What one line at the end of a document says: an organ, a date, both, or a note beside them."""

from __future__ import annotations

from dataclasses import dataclass

from lawcheck.model.document import Document
from lawcheck.outliner.numbering import find_marks
from lawcheck.outliner.organ import is_organ
from lawcheck.outliner.pieces import Piece
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.date import FoundDate, find_dates
from lawcheck.text.pattern import pattern

_MAX_PIECE = 160  # folded characters; a longer line is text
_MIN_SHORT_NAME = 3
_FILE = r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|ofd)$"
_LABELS = (
    "联系人|联系方式|联系电话|电话|手机|传真|邮箱|电子邮箱|地址|邮编|邮政编码|审核人?|审签|校对|录入|经办人?|填表人|撰稿|拟稿"
    "|编辑|责任编辑|责编|来源|信息来源|文章来源|稿源|发布(?:时间|日期|机构|单位)|更新(?:时间|日期)|作者|浏览(?:次数|量)?"
    "|阅读(?:次数|量)?|点击(?:次数|量|率)?|访问量|分享到?|抄送|抄报|上一[篇条]|下一[篇条]"
    "|相关(?:报道|链接|文件|阅读|附件|信息|新闻)|扫一扫|扫码"
)
# What official documents and web pages print beside signature and date.
_NOTE = pattern(
    r"（?此(?:件|页|文)[^）]{0,20}）?$|（?(?:信息)?公开(?:方式|属性|选项)：.{0,20}$"
    r"|附(?:件|表|图)?(?:\d{1,2}|[一二三四五六七八九十])?(?:：|下载|列表|$).{0,120}$"
    rf"|.{{1,80}}{_FILE}|（?(?:{_LABELS})(?:：|$|[^\u4e00-\u9fff]|在手机).{{0,120}}$"
    r"|(?:打印|关闭|返回|收藏|分享|本页|窗口|顶部|纠错|下载|[【】|/<>])++$|20\d\d-\d\d-\d\d \d\d:\d\d(?::\d\d)?$"
    r"|[—-]{0,2}\d{1,3}[—-]{0,2}$|第\d{1,3}页.{0,10}$"
)
_PRINTED = pattern("(?:印发|印制|印)$")  # the imprint of a document, not its signature
_LABEL = pattern("(?:报告|报送|填报|填表|发文|落款)?(?:单位|机关|日期|时间)(?:（盖章）|（公章）|（章）)?：")
_SEAL = pattern("（?(?:盖章|公章|印章|印|章)）?$")
_BLANK_DATE = pattern(r"20[\dX×*]{2}年(?:\d{1,2}|[X×*_]{0,2})月(?:\d{1,2}|[X×*_]{0,2})日?$")


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says, in folded offsets; neither organ nor date for a note."""

    start: int
    organ: tuple[int, int] | None = None
    dated: FoundDate | None = None


class LineReader:
    """Reads single lines of one document; `issuer` is the organ that the title names.

    `listed` are the folded offsets of lines that number attachments (附件：1.…… / 2.……).
    """

    def __init__(
        self, document: Document, vocabulary: Vocabulary, issuer: str | None, listed: frozenset[int] = frozenset()
    ) -> None:
        self._listed = listed
        self._document = document
        self._vocabulary = vocabulary
        self._issuer = issuer
        self._text = document.folded.text

    def read(self, piece: Piece) -> Said | None:
        """Return what the line says, or None when it is no part of a closing."""
        if piece.end - piece.start > _MAX_PIECE:
            return None
        if piece.start in self._listed:
            return Said(piece.start)
        words = self._text[piece.start : piece.end]
        label = _LABEL.match(words)
        start = piece.start + (label.end() if label else 0)
        dates = find_dates(self._text, start, piece.end)
        is_blank = _BLANK_DATE.match(words) is not None and not any(d.end == piece.end for d in dates)
        if is_blank or _NOTE.match(words):
            return Said(piece.start)
        if len(dates) > 1:
            return None
        if dates:
            return self._dated(piece, start, dates[0])
        organ = self._organ(start, piece.end)
        return Said(piece.start, organ) if organ else None

    def read_after_text(self, piece: Piece) -> Said | None:
        """Return the issuer and the date that follow a sentence without any mark between."""
        if not self._issuer:
            return None
        found = next((d for d in find_dates(self._text, piece.start, piece.end) if d.end == piece.end), None)
        at = found.start - len(self._issuer) if found else -1
        if found is None or at < piece.start or not self._text.startswith(self._issuer, at):
            return None
        return Said(at, (at, found.start), found)

    def _dated(self, piece: Piece, start: int, found: FoundDate) -> Said | None:
        """Return what a line with a date says: the date alone, with an organ, or an imprint."""
        before, rest = found.start, found.end
        if self._text[rest : piece.end] and _PRINTED.match(self._text, rest, piece.end):
            return Said(piece.start)
        if before > start and self._text[before - 1] == "（" and self._text[rest : piece.end].startswith("）"):
            before, rest = before - 1, rest + 1
        after = self._text[rest : piece.end]
        is_noted = not after or _NOTE.match(after) is not None or _SEAL.match(after) is not None
        if start < before:
            organ = self._organ(start, before)
            return Said(piece.start, organ, found) if organ and is_noted else None
        organ = None if is_noted else self._organ(rest, piece.end)
        return Said(piece.start, organ, found) if is_noted or organ else None

    def _organ(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the range of an organ's name when `[start, end)` is nothing else; the issuer's short form is one."""
        label = _LABEL.match(self._text, start, end)
        start = label.end() if label else start
        seal = _SEAL.search(self._text, start, end)
        name = self._text[start : seal.start() if seal else end]
        if self._issuer and len(name) >= _MIN_SHORT_NAME and self._issuer.endswith(name):
            return start, start + len(name)
        is_heading = bool(find_marks(self._document.folded, self._document.text, [(start, end)]))
        return (start, start + len(name)) if is_organ(name, self._vocabulary) and not is_heading else None
