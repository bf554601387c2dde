"""Word files (.docx): a reader of our own over zip and XML, for no other gives automatic numbers and revisions.

The body is text as a reader of the accepted document sees it: tracked insertions and field results are in, tracked
deletions, hidden text, field instructions, comments, headers, footers and notes are out; what is out and matters is
told in Document.unread. Nothing outside the file is fetched, and nothing inside it is run.
"""

from __future__ import annotations

from lawcheck.readers import limits
from lawcheck.readers.docx.assemble import Assembler
from lawcheck.readers.docx.beside import has_text
from lawcheck.readers.docx.body import BodyReader
from lawcheck.readers.docx.numbering_part import NumberingReader
from lawcheck.readers.docx.package import Package
from lawcheck.readers.docx.style import StyleReader
from lawcheck.readers.draft import Draft
from lawcheck.readers.page import set_apart
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.unseen import notes
from lawcheck.wording import Text

_ONLY_PICTURES = Text("文件里只有图片，没有文字", "the file holds pictures and no text")
_TYPED = Text("请提供文字版（.docx 或 .txt）", "provide the text as .docx or .txt")
_ONLY_BESIDE = Text(
    "正文是空的，文字只在页眉、页脚或注释里", "the body is empty: there is text in headers, footers or notes only"
)
_INTO_BODY = Text("请把报告的文字放进正文", "put the report's text into the body")


def read(data: bytes) -> Draft:
    """Return the draft of a Word file. Raises: Refusal."""
    package = Package(data)
    main = package.main_part()
    related = package.related(main)
    styles, numbering = StyleReader(), NumberingReader()
    for kind, reader in (("styles", styles), ("numbering", numbering)):
        if kind in related:
            package.parse(related[kind][0], reader, reader.HEARD)
    assembler = Assembler(styles.styles, numbering.lists)
    body = BodyReader(styles.styles, assembler.add)
    package.parse(main, body, body.heard)
    text, blocks = assembler.finish()
    if not blocks:
        _refuse_empty(package, related, body)
    limits.check_text(text)
    blocks, metadata = set_apart(text, blocks, splits=False)
    return Draft(text, blocks, metadata, unread=tuple(notes(body.unseen, body.figures.all, len(text))))


def _refuse_empty(package: Package, related: dict[str, list[str]], body: BodyReader) -> None:
    """Raise Refusal for a body without text when something else is in the file."""
    if body.figures.all:
        raise Refusal(_ONLY_PICTURES, _TYPED)
    if has_text(package, related):
        raise Refusal(_ONLY_BESIDE, _INTO_BODY)
