"""The title of a document: on one line or broken over several, run into its text, or only in a page's metadata."""

from __future__ import annotations

from lawcheck.model.document import Document
from lawcheck.model.outline import Field
from lawcheck.outliner.genre import ends_as_title, names_subject, title_end
from lawcheck.outliner.numbering import find_marks
from lawcheck.outliner.organ import is_organ
from lawcheck.outliner.pieces import MAX_LINE, Piece, field
from lawcheck.rule.vocabulary import Vocabulary
from lawcheck.text.fold import fold_text
from lawcheck.text.pattern import pattern

_MAX_LINES = 5
_MIN_TITLE = 6  # folded characters of a title that running text follows without a break
_MAX_TITLE = 120
# A title's own last line: the year or the span of time that it covers, but not the date of the document.
_PERIOD_LINE = pattern(r"（[^（）]{0,30}年(?!\d{1,2}月\d{1,2}日）)[^（）]{0,30}）$|20\d\d年度?$")
_GOES_ON = pattern(
    "的|及|和|与|暨|、|以及|(?:年度)?(?:工作)?(?:报告|总结|汇报|情况)$|(?:工作|完成|执行|落实|开展|实施|推进|进展)*+情况的?(?:报告|汇报|总结)"
)
_OPENS_SENTENCE = pattern(
    "现将|根据|按照|为(?:了|贯彻|深入|进一步|全面|认真|切实|扎实|加强|推进)|我[局县区市镇乡委办街院厅省州处中]|本报告|今年|近年来|一年来|各位|尊敬的"
)
# How running text begins that follows a title without a break.
_TEXT_AFTER = pattern(
    "(?P<sure>(?:20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年|[一二三四五六七八九十]、|（一）|第一部分|[省市县区州旗](?:委|政府|人民政府|人大))"
    "|今年|本年度|一年来|近年来|为|根据|按照|依据|在|我[局县区市镇乡委办街院厅省州]|现将|习近平|自|党的|本报告|以|坚持|深入|认真|全面|紧紧|围绕|截至|过去"
)
_SENTENCE_MARK = pattern("[。；！？，：\n]")
_UNFINISHED = pattern("(?:关于|的|和|与|及|年|年度|、)$")
_HAN = pattern(r"[\u4e00-\u9fff]")
_UNTITLED = pattern("新建|无标题|未命名|未标题|^文档|幻灯片|演示文稿")


def find_title(document: Document, vocabulary: Vocabulary, pieces: list[Piece], at: int) -> tuple[Field | None, int]:
    """Return the title and the folded offset where it ends; without a printed title the offset stays `at`.

    A printed title that ends as titles do comes first, then the page's own title, then a first line that may be one.
    """
    reader = _Reader(document, vocabulary, pieces)
    printed = reader.complete(at)
    if printed:
        return field(document, *printed, "title"), printed[1]
    plain = reader.plain(at)
    named = _named(document, vocabulary)
    if plain and (named is None or fold_text(named.value) == fold_text(document.folded.span(*plain).of(document.text))):
        return field(document, *plain, "title"), plain[1]
    return named, at


class _Reader:
    def __init__(self, document: Document, vocabulary: Vocabulary, pieces: list[Piece]) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.pieces = pieces
        self.text = document.folded.text

    def complete(self, at: int) -> tuple[int, int] | None:
        """Return the range of the fewest lines from `at` on that together end as a title does."""
        rest = self._rest(at)
        words = ""
        for i, piece in enumerate(rest):
            line = self._words(piece)
            if not self._may_be_title(piece):
                end = self._glued_end(words, piece)
                return (rest[0].start, end) if end else None
            words += line
            following = rest[i + 1] if i + 1 < len(rest) else None
            if not ends_as_title(words, self.vocabulary):
                continue
            if following is None or following.is_text or not _GOES_ON.match(self._words(following)):
                return rest[0].start, self._with_period(words, piece, following)
        return None

    def plain(self, at: int) -> tuple[int, int] | None:
        """Return a first line that may be an unusual title: it names a year or subject, or is set as a heading."""
        rest = self._rest(at)
        lines = [piece for piece in rest[:2] if self._may_be_title(piece)]
        if not lines or lines[0] != rest[0]:
            return None
        first = self._words(lines[0])
        if first[0] in "—-":
            return None
        if len(lines) == 2 and (is_organ(first, self.vocabulary) or _UNFINISHED.search(first)):
            words, end = first + self._words(lines[1]), lines[1].end
        else:
            words, end = first, lines[0].end
        if is_organ(words, self.vocabulary) or self._names_part(words) or _OPENS_SENTENCE.match(words):
            return None
        return (lines[0].start, end) if lines[0].level == 1 or names_subject(words) else None

    def _rest(self, at: int) -> list[Piece]:
        return [p for p in self.pieces if p.start >= at][:_MAX_LINES]

    def _words(self, piece: Piece) -> str:
        return self.text[piece.start : piece.end]

    def _may_be_title(self, piece: Piece) -> bool:
        words = self._words(piece)
        if piece.is_text or len(words) > MAX_LINE or words[-1] in "：，。" or not _HAN.search(words):
            return False
        if _OPENS_SENTENCE.match(words):
            return False
        marks = find_marks(self.document.folded, self.document.text, [(piece.start, piece.end)])
        return not any(mark.at_start for mark in marks)

    def _names_part(self, words: str) -> bool:
        roles = self.vocabulary.roles
        return any(self.vocabulary.matcher(role.headings).search(words) for role in roles)

    def _with_period(self, words: str, last: Piece, following: Piece | None) -> int:
        """Return the end of a title with the line of its period, when that comes next and the title has none."""
        is_open = following is not None and not following.is_text and title_end(words) == len(words)
        if following is not None and is_open and _PERIOD_LINE.match(self._words(following)):
            return following.end
        return last.end

    def _glued_end(self, words: str, piece: Piece) -> int | None:
        """Return where a title ends that `words` begin and that runs into the text of `piece`."""
        mark = _SENTENCE_MARK.search(self.text, piece.start, piece.end)
        stop = min(mark.start() if mark else piece.end, piece.start + _MAX_TITLE)
        for m in _TEXT_AFTER.finditer(self.text, piece.start, stop):
            title = words + self.text[piece.start : m.start()]
            if len(title) < _MIN_TITLE or m.start() == piece.start or _OPENS_SENTENCE.match(title):
                continue
            # After 情况, which may be the object of a sentence, only a sure beginning counts.
            if ends_as_title(title, self.vocabulary) and (m["sure"] or not title.endswith("情况")):
                return m.start()
        return None


def _named(document: Document, vocabulary: Vocabulary) -> Field | None:
    """Return the title that the metadata give, with its place where the page prints them."""
    value = (document.meta("title") or "").strip()
    if len(fold_text(value)) < _MIN_TITLE or not _HAN.search(value) or _UNTITLED.search(value):
        return None
    if not ends_as_title(fold_text(value), vocabulary):
        # Web pages add the site's name: …报告_云溪县人民政府.
        parts = value.replace("|", "_").replace("｜", "_").replace(" - ", "_").split("_")
        value = next((p.strip() for p in parts if ends_as_title(fold_text(p), vocabulary)), value)
    words = fold_text(value)
    for block in document.blocks:
        if block.kind in ("metadata", "furniture"):
            start, end = document.folded.range(block.span)
            at = document.folded.text.find(words, start, end)
            if at >= 0:
                return field(document, at, at + len(words), "metadata")
    return Field("".join(value.split()), None, "metadata")
