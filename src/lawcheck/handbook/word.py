"""The skeleton as a Word file, in the look of official documents; its hints are marked yellow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawcheck.annotation.archive import make
from lawcheck.annotation.look import DOCUMENT, PARTS
from lawcheck.annotation.tags import escape
from lawcheck.handbook.skeleton import Level, Row
from lawcheck.text.pattern import pattern

_HINT = pattern(r"【[^【】]{1,300}】")
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_LOOK: dict[Level, str] = {
    "title": '<w:pStyle w:val="Title"/>',
    "addressee": f'<w:spacing w:before="560"/>{_FLUSH}',
    "part": '<w:pStyle w:val="Heading1"/>',
    "topic": '<w:pStyle w:val="Heading2"/>',
    "text": "",
    "signature": f'{_FLUSH}<w:jc w:val="right"/>',
}
_YELLOW = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'


def document(rows: Sequence[Row]) -> bytes:
    """Return the Word file."""
    body = "".join(f"<w:p><w:pPr>{_LOOK[row.level]}</w:pPr>{''.join(_runs(row.text))}</w:p>" for row in rows)
    return make({**PARTS, "word/document.xml": DOCUMENT.format(body).encode()})


def _runs(text: str) -> Iterator[str]:
    at = 0
    for hint in _HINT.finditer(text):
        yield _run(text[at : hint.start()], "")
        yield _run(hint.group(), _YELLOW)
        at = hint.end()
    yield _run(text[at:], "")


def _run(text: str, properties: str) -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
