"""The list of formats: what each claims, which have a reader, what the readers need."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from lawcheck.errors import ReadError
from lawcheck.readers import read, requirement
from lawcheck.readers.formats import FORMATS, claimed_format, may_be_report, readable_suffixes
from lawcheck.readers.refusal import Refusal
from lawcheck.readers.requirement import LIBREOFFICE, REQUIREMENTS, Package
from lawcheck.readers.survey import survey

REPORTS = (
    *(".docx", ".docm", ".dotx", ".txt", ".text", ".md", ".markdown"),
    *(".pdf", ".doc", ".wps", ".odt", ".rtf", ".ofd", ".html", ".htm"),
)
READABLE = [format for format in FORMATS.values() if format.module]


@pytest.mark.parametrize("suffix", REPORTS)
def test_a_file_of_a_report_type_may_be_a_report_whatever_its_case(suffix: str) -> None:
    assert [may_be_report(name) for name in (f"报告{suffix}", f"a/b{suffix.upper()}")] == [True, True]


@pytest.mark.parametrize("name", ["报告", ".txt", "报告.json", "表.xlsx", "图.png", "压缩.zip", "报告.txt.bak", ""])
def test_other_files_are_none(name: str) -> None:
    assert not may_be_report(name)


@pytest.mark.parametrize("suffix", REPORTS[7:])
def test_a_name_that_claims_another_format_than_the_content_has_is_refused(suffix: str) -> None:
    assert claimed_format(f"a{suffix}") != ""
    with pytest.raises(ReadError, match="与文件名所说的"):
        read("一、主要举措".encode(), name=f"a{suffix}")


def test_a_suffix_belongs_to_one_format() -> None:
    suffixes = [suffix for format in FORMATS.values() for suffix in format.suffixes.split()]
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize("format", READABLE, ids=lambda format: format.id)
def test_every_format_with_a_reader_has_one_that_reads(format) -> None:  # type: ignore[no-untyped-def]
    reader = format.reader()
    assert callable(reader.read)
    assert callable(getattr(reader, "read_many", None)) == format.is_batched


def test_the_formats_that_can_be_read_are_told_by_their_first_suffix() -> None:
    assert {".txt", ".md", ".docx", ".doc", ".rtf"} <= set(readable_suffixes())


class TestRequirements:
    def test_only_formats_with_a_reader_need_something(self) -> None:
        assert set(REQUIREMENTS) <= {format.id for format in READABLE}

    def test_every_package_is_brought_by_the_extra_that_is_named(self, root: Path) -> None:
        with (root / "pyproject.toml").open("rb") as file:
            extras = tomllib.load(file)["project"]["optional-dependencies"]
        packages = [needed for needed in REQUIREMENTS.values() if isinstance(needed, Package)]
        assert [p.name for p in packages if not any(line.startswith(p.name) for line in extras[p.extra])] == []
        assert {"pdf", "ofd", "docx", "report", "office", "all"} <= set(extras)

    @pytest.mark.parametrize("format_id", ["pdf"])
    def test_a_missing_package_is_told_in_one_line_with_its_extra(
        self, monkeypatch: pytest.MonkeyPatch, format_id: str
    ) -> None:
        def absent(name: str) -> None:
            raise ModuleNotFoundError(name)

        monkeypatch.setattr(requirement, "import_module", absent)
        with pytest.raises(Refusal) as caught:
            requirement.require(format_id)
        line = str(caught.value.named("报告"))
        assert (f"pip install 'lawcheck-cn[{format_id}]'" in line, "\n" in line) == (True, False)

    def test_a_package_that_is_there_is_returned(self) -> None:
        assert requirement.require("pdf").__name__ == "pypdfium2_raw"

    def test_a_program_is_no_package(self) -> None:
        with pytest.raises(TypeError):
            requirement.require("doc")

    def test_the_survey_tells_of_each_format_what_it_is_read_by(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(LIBREOFFICE.variable, "/nowhere")
        found = {one.format.id: one for one in survey()}
        assert list(found) == [format.id for format in READABLE]
        assert [found[name].refusal is None for name in ("txt", "docx", "doc", "rtf")] == [True, True, False, False]
        assert (found["txt"].needs, found["doc"].needs) == (None, LIBREOFFICE)
