"""Each limit, at it and one above."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import limits, read
from tests.docx_builder import build_docx

Limit = Callable[[str, int], None]


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Limit:
    def change(name: str, value: int) -> None:
        assert hasattr(limits, name)
        monkeypatch.setattr(limits, name, value)

    return change


def refused(data: bytes, name: str) -> str:
    """Return the refusal of `data`; empty when it is read."""
    try:
        read(data, name=name)
    except ReadError as e:
        return str(e)
    return ""


def test_a_text_file_has_a_limit_of_bytes(limit: Limit) -> None:
    limit("TEXT_FILE_BYTES", 9)
    assert refused("云溪县".encode(), "a.txt") == ""
    assert "文本文件超过上限 9 字节" in refused("云溪县1".encode(), "a.txt")


def test_a_file_has_a_limit_of_bytes_whatever_it_is(limit: Limit) -> None:
    data = build_docx(["甲"])
    limit("DOCX_FILE_BYTES", len(data))
    assert refused(data, "a.docx") == ""
    limit("DOCX_FILE_BYTES", len(data) - 1)
    assert "文件超过上限" in refused(data, "a.docx")


def test_a_text_has_a_limit_of_characters(limit: Limit) -> None:
    limit("TEXT_CHARACTERS", 3)
    assert refused("云溪县".encode(), "a.txt") == ""
    assert "文字超过上限 3 个字符" in refused("云溪县域".encode(), "a.txt")


def test_a_text_has_a_limit_of_lines(limit: Limit) -> None:
    limit("TEXT_LINES", 3)
    assert refused(b"a\nb\nc\n", "a.txt") == ""
    assert refused(b"a\nb\nc", "a.md") == ""
    assert "行数超过上限 3 行" in refused(b"a\nb\nc\nd", "a.txt")
