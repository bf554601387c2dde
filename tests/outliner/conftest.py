"""What the outliner's tests share: the shipped vocabulary and the way from text to outline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lawcheck import load_ruleset
from lawcheck.model.document import Document
from lawcheck.model.outline import Outline
from lawcheck.outliner import outline
from lawcheck.readers import read

Outlined = tuple[Document, Outline]


@pytest.fixture(scope="session")
def outlined() -> Callable[..., Outlined]:
    """Return the function that reads a text (or bytes) and outlines it with the shipped vocabulary."""
    vocabulary = load_ruleset().vocabulary

    def run(text: str | bytes, format: str = "txt") -> Outlined:
        document = read(text.encode() if isinstance(text, str) else text, name=f"case.{format}")
        return document, outline(document, vocabulary)

    return run
