"""`lawcheck doctor` tells how things stand; that something is missing is no failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lawcheck.readers import requirement, survey
from lawcheck.readers.formats import FORMATS
from lawcheck.readers.office import program
from lawcheck.text.width import width
from tests.cli.conftest import Run

READABLE = {format.id: format for format in FORMATS.values() if format.module}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with the core and nothing else."""

    def absent(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.delenv("LAWCHECK_SOFFICE", raising=False)
    monkeypatch.setattr(program, "_places", lambda: iter(()))
    monkeypatch.setattr(requirement, "import_module", absent)
    monkeypatch.setattr(survey, "installed", lambda name: None)


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with everything."""
    monkeypatch.setattr(program, "locate", lambda format_id: "/opt/libreoffice/program/soffice")
    monkeypatch.setattr(program, "version", lambda path: "24.8.1.2")
    monkeypatch.setattr(requirement, "import_module", lambda name: survey)
    monkeypatch.setattr(survey, "installed", lambda name: "1.2.3")


@pytest.mark.usefixtures("full")
def test_where_everything_is_there_every_format_is_read_and_by_what(run: Run) -> None:
    outcome = run("doctor")
    assert (outcome.code, outcome.err, "×" in outcome.out.split("\n\n")[1].partition("\n")[2]) == (0, "", False)
    assert "LibreOffice 24.8.1.2，/opt/libreoffice/program/soffice" in outcome.out
    assert ("pypdfium2 1.2.3" in outcome.out, "pip install" in outcome.out) == (True, False)


@pytest.mark.usefixtures("bare")
def test_where_something_is_missing_it_says_what_to_install_and_that_is_no_failure(run: Run) -> None:
    outcome = run("doctor")
    assert (outcome.code, outcome.err) == (0, "")
    assert [word in outcome.out for word in ("pip install 'lawcheck-cn[pdf]'", "lawcheck-cn[office]")] == [True, True]
    assert ["需要 LibreOffice" in outcome.out, "LAWCHECK_SOFFICE" in outcome.out] == [True, True]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("state", ["full", "bare"])
def test_it_fits_a_terminal_in_both_languages(
    run: Run, request: pytest.FixtureRequest, language: str, state: str
) -> None:
    request.getfixturevalue(state)
    lines = run("doctor", "--lang", language).out.split("\n")
    assert [line for line in lines if width(line) > 80] == []
    assert any("一" <= char <= "鿿" for char in "".join(lines)) == (language == "zh")


@pytest.mark.parametrize("state", ["full", "bare"])
def test_the_json_lists_every_format_with_a_reader(run: Run, request: pytest.FixtureRequest, state: str) -> None:
    request.getfixturevalue(state)
    result = json.loads(run("doctor", "--format", "json").out)
    formats = {entry["id"]: entry for entry in result["formats"]}
    assert (result["schema"], list(formats)) == ("lawcheck.doctor/1", list(READABLE))
    assert [formats[name]["readable"] for name in ("txt", "docx", "doc", "pdf")] == [True, True, *[state == "full"] * 2]
    assert (formats["pdf"]["needs"], formats["pdf"]["advice"] is None) == ("pypdfium2", state == "full")
    assert formats["doc"]["path"] == ("/opt/libreoffice/program/soffice" if state == "full" else None)


def test_a_wrong_place_of_libreoffice_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWCHECK_SOFFICE", "/nowhere/\x1b[31msoffice")
    outcome = run("doctor")
    assert (outcome.code, "\\x1b[31msoffice" in outcome.out, "\x1b" in outcome.out) == (0, True, False)


@pytest.mark.parametrize("argv", [["doctor", "x"], ["doctor", "--format", "xml"]])
def test_only_a_wrong_command_line_is_a_failure(run: Run, argv: list[str]) -> None:
    outcome = run(*argv)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
