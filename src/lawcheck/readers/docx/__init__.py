"""Word files (.docx): a reader of our own over zip and XML, for no other gives automatic numbers and revisions.

The body is text as a reader of the accepted document sees it: tracked insertions and field results are in, tracked
deletions, hidden text, field instructions, comments, headers, footers and notes are out; what is out and matters is
told in Document.unread. Nothing outside the file is fetched, and nothing inside it is run.
"""

from __future__ import annotations

from lawcheck.model.document import Unread
from lawcheck.readers import limits
from lawcheck.readers.docx.assemble import Assembler
from lawcheck.readers.docx.body import BodyReader
from lawcheck.readers.docx.numbering import NumberingReader
from lawcheck.readers.docx.package import DIALECT, Package
from lawcheck.readers.docx.paragraph import Unseen
from lawcheck.readers.docx.style import StyleReader
from lawcheck.readers.draft import Draft
from lawcheck.readers.page import set_apart
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.xml_events import parse
from lawcheck.wording import Text

_MOST_PLACES = 5
_ONLY_PICTURES = Text("文件里只有图片，没有文字", "the file holds pictures and no text")
_TYPED = Text("请提供文字版（.docx 或 .txt）", "provide the text as .docx or .txt")

_REVISIONS = Text(
    "未接受的修订：插入的文字已计入，删除的文字未计入", "pending revisions: insertions are read, deletions are not"
)


def read(data: bytes) -> Draft:
    """Return the draft of a Word file. Raises: Refusal."""
    package = Package(data)
    main = package.main_part()
    related = package.related(main)
    styles, numbering = StyleReader(), NumberingReader()
    for kind, reader in (("styles", styles), ("numbering", numbering)):
        if kind in related:
            parse(package.chunks(related[kind]), reader, DIALECT)
    assembler = Assembler(styles.styles, numbering.lists)
    body = BodyReader(styles.styles, assembler.add)
    parse(package.chunks(main), body, DIALECT)
    text, blocks = assembler.finish()
    if not blocks and body.unseen.has_pictures:
        raise Refusal(_ONLY_PICTURES, _TYPED)
    limits.check_text(text)
    blocks, metadata = set_apart(text, blocks, splits=False)
    return Draft(text, blocks, metadata, unread=tuple(_unread(body.unseen)))


def _unread(unseen: Unseen) -> list[Unread]:
    notes: list[Unread] = []
    if unseen.insertions or unseen.deletions:
        notes.append(Unread(_REVISIONS, _places(sorted({*unseen.insertions, *unseen.deletions}))))
    if unseen.hidden:
        notes.append(Unread(Text("隐藏文字", "hidden text"), _places(unseen.hidden)))
    if unseen.notes:
        notes.append(Unread(Text("脚注或尾注", "footnotes or endnotes"), _places(unseen.notes)))
    if unseen.embedded:
        notes.append(Unread(Text("嵌入的对象或文件", "embedded objects or files"), _places(unseen.embedded)))
    if unseen.elsewhere:
        what = Text("插入的另一个文档", "another document inserted here")
        notes.append(Unread(what, _places(unseen.elsewhere), is_body=True))
    return notes


def _places(numbers: list[int]) -> Text:
    shown = numbers[:_MOST_PLACES]
    rest = len(numbers) > _MOST_PLACES
    return Text(
        f"第 {'、'.join(map(str, shown))} 段" + ("等" if rest else ""),
        f"paragraph {', '.join(map(str, shown))}" + (" and more" if rest else ""),
    )
