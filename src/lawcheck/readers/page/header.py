"""The fields that programs write above a page's text when they save it, up to a rule such as `==== 正文 ====`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawcheck.model.document import Block
from lawcheck.readers.page import labels
from lawcheck.readers.page.metadata import Gathered
from lawcheck.readers.page.piece import squeeze
from lawcheck.text.pattern import pattern

_MOST_LINES = 40
_RULE = pattern(
    r"[=＝\-—_*~#]{3,}+\s*(?P<word>正\s?文)?[内容开始]{0,4}\s*[=＝\-—_*~#]*+\Z|(?P<word>正\s?文)\s*[:：]?\s*\Z"
)
_PAIR = pattern(r"(?P<label>[^\s:：，。；][^:：，。；\n]{0,11}?)\s{0,4}[:：]\s*(?P<value>[^\n]*+)")
# What front matter calls the same things.
_ENGLISH = {
    "title": "title",
    "date": "published",
    "publisher": "publisher",
    "source": "source",
    "url": "url",
    "category": "column",
}


def set_header_apart(text: str, blocks: Sequence[Block], gathered: Gathered) -> list[Block]:
    """Return the blocks of the header and its rule as `metadata` and `furniture`; none when there is no header."""
    rule = next((i for i, b in enumerate(blocks[:_MOST_LINES]) if _RULE.match(text, *b.span)), None)
    if not rule:
        return []
    match = _RULE.match(text, *blocks[rule].span)
    known = [_is_field(text, block) for block in blocks[:rule]]
    # A rule that says 正文 needs two fields above it; any other rule could be an ornament, so all must be fields.
    if sum(known) < 2 or not ((match and match["word"]) or all(known)):
        return []
    gathered.add_all(read_pairs(text, blocks[:rule]))
    return [*(replace(b, kind="metadata") for b in blocks[:rule]), replace(blocks[rule], kind="furniture")]


def read_pairs(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str | None, str]]:
    """Yield the metadata key (None for others) and the value of each block of the form `label: value`."""
    for block in blocks:
        pair = _PAIR.match(text, *block.span)
        if pair is not None:
            label = squeeze(pair["label"]).lower()
            known = labels.LABELS.get(label)
            yield known.key if known else _ENGLISH.get(label), pair["value"].strip("\"'")


def _is_field(text: str, block: Block) -> bool:
    pair = _PAIR.match(text, *block.span)
    return pair is not None and squeeze(pair["label"]) in labels.LABELS
