from __future__ import annotations

import pytest

from lawcheck.text.lines import squeeze


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [("一、主要\n　　举措", "一、主要举措"), ("Annual\nreport", "Annual report"), ("一、 举", "一、 举"), ("\n", "")],
)
def test_line_joins_close_up_and_blanks_within_a_line_stay(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed
