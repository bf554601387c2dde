"""Saved web pages: a reader of our own, linear in the length of the page, that knows how government pages are built.

The document is found on its page; what belongs to it (title, 发布时间, 来源, the trail of navigation) is kept as
metadata, and the site around it is left out. What the page hides or shows as a picture is told in Document.unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawcheck.model.document import Block
from lawcheck.readers import limits
from lawcheck.readers.draft import Draft, Metadata
from lawcheck.readers.html.around import Around, Kept
from lawcheck.readers.html.build import Builder
from lawcheck.readers.html.charset import decode_page
from lawcheck.readers.html.content import Content, find_content, link_runs
from lawcheck.readers.html.page import Line, Page
from lawcheck.readers.html.tables import DataTables
from lawcheck.readers.html.tokens import Characters, CutOff, End, Start, tokenize
from lawcheck.readers.html.unread import unread
from lawcheck.readers.page import set_apart
from lawcheck.readers.page.metadata import Gathered
from lawcheck.readers.refusal import Refusal
from lawcheck.text.pattern import pattern
from lawcheck.text.span import Span
from lawcheck.wording import Text

_ONLY_PICTURES = Text("网页里只有图片，没有文字", "the web page holds pictures and no text")
_TYPED = Text("请提供文字版（.docx 或 .txt）", "provide the text as .docx or .txt")
_LONGEST_BROKEN = 60  # characters of a table cell that is one text, however it is broken
_LONGEST_HEADING, _MOST_HEADING_LINES = 80, 3
_XML = pattern(r"\s{0,20}<\?xml\s")
# What browsers write into a page that they save.
_SAVED_FROM = pattern(r"<!-- saved from url=\(\d{4,6}\)(?P<url>[^\s<>]{1,500}) -->")
_SAVED_WITHIN = 2000
_DRAWN = pattern(r"[-—=_*~－]{3,}+(?:分[隔割]线)?[-—=_*~－]*+\Z")
_CONTENTS = pattern(r"(?:mso)?toc\d?\Z")


def read(data: bytes) -> Draft:
    """Return the draft of a saved web page. Raises: Refusal."""
    decoded = decode_page(data)
    page = _page(decoded.text)
    if not page.lines and (page.pictures or page.files):
        raise Refusal(_ONLY_PICTURES, _TYPED)
    content = find_content(page)
    around = Around(page, content)
    kept = [*around.before(), *_document(page, content, around), *around.after()]
    text = "\n".join(line.text for line, _ in kept)
    limits.check_text(text)
    blocks, metadata = set_apart(text, _blocks(kept), told=around.told())
    text, blocks = _without_furniture(text, blocks)
    return Draft(text, blocks, _titled(metadata, page), tuple(unread(page, content)), decoded.encoding)


def _page(source: str) -> Page:
    builder = Builder()
    saved = _SAVED_FROM.search(source, 0, _SAVED_WITHIN)
    builder.page.address = saved["url"] if saved else ""
    for token in tokenize(source, is_xml=_XML.match(source) is not None):
        match token:
            case Characters(data):
                builder.text(data)
            case Start(name, rest):
                builder.start(name, rest)
            case End(name):
                builder.end(name)
            case CutOff():
                builder.page.is_cut_off = True
    builder.finish()
    return builder.page


def _document(page: Page, content: Content, around: Around) -> Iterator[Kept]:
    lines = page.lines[content.first : content.last]
    menus = set() if content.is_known else set(link_runs(lines))
    for at, line in enumerate(lines):
        is_contents = any(_CONTENTS.match(name) for name in line.node.names)
        is_site = line.node.in_frame or (at in menus and line.node.cell is None) or _DRAWN.match(line.text)
        yield Kept(line, "furniture" if is_site or is_contents else around.kind(content.first + at))


def _blocks(kept: Sequence[Kept]) -> list[Block]:
    tables = DataTables([line for line, kind in kept if kind == "paragraph"])
    blocks: list[Block] = []
    at = 0
    for line, kind in kept:
        span = Span(at, at + len(line.text))
        at = span.end + 1
        cell = tables.cell(line) if kind == "paragraph" else None
        if cell is None:
            level = _level(line) if kind == "paragraph" else None
            blocks.append(Block(span, kind, level=level, auto_number=line.number or None))
        elif blocks and blocks[-1].cell == cell and span.end - blocks[-1].span.start <= _LONGEST_BROKEN:
            blocks[-1] = replace(blocks[-1], span=Span(blocks[-1].span.start, span.end))  # a head broken into lines
        else:
            blocks.append(Block(span, "cell", cell=cell, auto_number=line.number or None))
    return blocks


def _without_furniture(text: str, blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """Return text and blocks without the site: on a page it is no residue in the document, as in a copied text."""
    kept: list[Block] = []
    pieces: list[str] = []
    at = 0
    for block in blocks:
        if block.kind != "furniture":
            pieces.append(block.span.of(text))
            kept.append(replace(block, span=Span(at, at + len(pieces[-1]))))
            at += len(pieces[-1]) + 1
    return "\n".join(pieces), tuple(kept)


def _level(line: Line) -> int | None:
    """Return the level of a heading. One that holds much was never closed, or is no heading."""
    heading = line.node.heading
    if heading is None or heading.last - heading.first > _MOST_HEADING_LINES or len(line.text) > _LONGEST_HEADING:
        return None
    return int(heading.tag[1])


def _titled(metadata: Metadata, page: Page) -> Metadata:
    """Return the metadata with the title of the window where the page tells no other."""
    gathered = Gathered()
    gathered.add_all((*metadata, ("title", page.title)))
    return gathered.metadata()
