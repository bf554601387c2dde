from __future__ import annotations

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import read
from lawcheck.readers.formats import claimed_format, may_be_report

READ = (".docx", ".docm", ".dotx", ".txt", ".text", ".md", ".markdown")
REFUSED = (".pdf", ".doc", ".wps", ".odt", ".rtf", ".ofd", ".html", ".htm")


@pytest.mark.parametrize("suffix", [*READ, *REFUSED])
def test_a_file_of_a_report_type_may_be_a_report_whatever_its_case(suffix: str) -> None:
    assert [may_be_report(name) for name in (f"报告{suffix}", f"a/b{suffix.upper()}")] == [True, True]


@pytest.mark.parametrize("name", ["报告", ".txt", "报告.json", "表.xlsx", "图.png", "压缩.zip", "报告.txt.bak", ""])
def test_other_files_are_none(name: str) -> None:
    assert not may_be_report(name)


@pytest.mark.parametrize("suffix", REFUSED)
def test_a_type_that_no_reader_takes_is_refused_by_name(suffix: str) -> None:
    assert claimed_format(f"a{suffix}") != ""
    with pytest.raises(ReadError, match="与文件名所说的"):
        read("一、主要举措".encode(), name=f"a{suffix}")
