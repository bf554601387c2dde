"""Names of files are data: whatever a name holds, it is shown and carried, never obeyed."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from lawcheck.cli import main
from lawcheck.renderers import BINARY, FORMATS
from tests.conftest import ROOT

WRITTEN = [format for format in FORMATS if format not in BINARY]
DEFECTIVE = (ROOT / "examples" / "defective" / "qinglan-2024.txt").read_bytes()
GOOD = (ROOT / "examples" / "good" / "yunxi-2024.txt").read_bytes()
NAMES = {
    "a line end": "甲\n::error::乙.txt",
    "a carriage return": "甲\r\n##[error]乙.txt",
    "escapes of a terminal": "甲\x1b[2J\x1b]0;乙\x07.txt",
    "a backspace and a bell": "甲\b\b\x07.txt",
    "C1 controls": "甲\x9b31m\x85乙.txt",
    "marks of direction": "甲\u202etxt.exe\u2066.txt",
    "zero-width marks": "甲\u200b\ufeff乙.txt",
    "separators of lines": "甲\u2028::warning::乙\u2029.txt",
    "a leading dash": "-rf.txt",
    "an option": "--output=乙.txt",
    "a command of a shell": "$(touch 乙);`touch 丙`|&.txt",
    "quotes": "'甲' \"乙\".txt",
    "markup": "<script>alert(1)<!-- & ]]>.txt",
    "markdown": "](x) | **甲** `乙` ![a](b).txt",
    "a command of a build server": "::set-output name=a::乙.txt",
    "a formula": "=cmd|'甲'!A1.txt",
    "a tab": "甲\t乙.txt",
    "percent signs": "%0A%25{0}%s{name}.txt",
    "an address": "file:..?a#b.txt",
    "blanks": " 甲 .txt",
    "a long name": "长" * 80 + ".txt",
    "outside the first plane": "𠮷\U000e0041.txt",
}
ODD_BYTES = b"\xe7\x94\xb2\xff\xed\xa0\x80.txt"
UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["check", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def unsafe(text: str) -> set[str]:
    """Return the characters that a terminal or a log obeys."""
    return {char for char in text if char != "\n" and unicodedata.category(char) in UNSAFE}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_is_shown_on_one_line_and_carried_whole(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(GOOD)
    Path("plain.txt").write_bytes(GOOD)
    before = set(os.listdir())
    code, text, err = shown(capsys, "--", name)
    plain = shown(capsys, "plain.txt")[1]
    assert (code, err, unsafe(text)) == (0, "", set())
    assert [line for line in text.splitlines() if line.startswith(("::", "##["))] == []
    assert text.splitlines()[-20:] == plain.splitlines()[-20:]
    result = json.loads(shown(capsys, "--format", "json", "--", name)[1])
    assert [c["document"]["name"] for c in result["checklists"]] == [name]
    assert set(os.listdir()) == before


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_file_that_cannot_be_read_is_named_in_one_line(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).touch()
    code, _, err = shown(capsys, "--", name)
    assert (code, err.count("\n"), unsafe(err)) == (3, 1, set())
    assert "文件是空的" in err


@pytest.mark.parametrize("format", WRITTEN)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_breaks_no_format(name: str, format: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(DEFECTIVE)
    Path("empty-" + name).touch()
    code, out, _ = shown(capsys, "--format", format, "--fail-on", "never", "--", name, "empty-" + name)
    out.encode()
    assert (code, bool(out)) == (3, True)
    _read_back(format, out, name)


def _read_back(format: str, out: str, name: str) -> None:
    """Fail unless the output is well-formed and, where the format carries names whole, gives the name back."""
    if format in ("json", "gitlab", "sarif"):
        assert name.replace("\\", "/") in {
            unquote(told) if format == "sarif" else told for told in _strings(json.loads(out))
        }
    elif format == "jsonl":
        assert name in {told for line in out.split("\n") if line for told in _strings(json.loads(line))}
    elif format == "junit":
        assert ElementTree.fromstring(out).tag == "testsuites"
    elif format == "csv":
        rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    elif format == "github":
        commands = ("::error", "::warning", "::notice")
        assert [line for line in out.splitlines() if not line.startswith(commands)] == []
        assert unsafe(out) == set()
    elif format in ("markdown", "html"):
        assert "<script>" not in out


def _strings(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [told for value in tree.values() for told in _strings(value)]
    if isinstance(tree, list):
        return [told for value in tree for told in _strings(value)]
    return [tree] if isinstance(tree, str) else []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are characters there, not bytes")
@pytest.mark.parametrize("format", WRITTEN)
def test_a_name_of_bytes_that_are_no_text_is_escaped_in_every_format(folder: Path, format: str) -> None:
    (folder / os.fsdecode(ODD_BYTES)).write_bytes(DEFECTIVE)
    command = [sys.executable, "-m", "lawcheck", "check", ODD_BYTES, "--format", format, "--fail-on", "never"]
    done = subprocess.run(command, capture_output=True, cwd=folder, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "甲" in unquote(done.stdout.decode("utf-8"))


def test_a_dash_is_a_name_after_two_dashes_and_standard_input_before(capsys: pytest.CaptureFixture[str]) -> None:
    Path("-x.txt").write_bytes(GOOD)
    code, out, err = shown(capsys, "-x.txt")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert shown(capsys, "./-x.txt")[0] == 0
    assert shown(capsys, "--", "-x.txt")[0] == 0


def test_a_folder_of_such_names_is_walked_in_one_order(capsys: pytest.CaptureFixture[str]) -> None:
    for name in NAMES.values():
        Path(name).write_bytes(GOOD)
    code, out, err = shown(capsys, ".", "--format", "json")
    names = [c["document"]["name"] for c in json.loads(out)["checklists"]]
    assert (code, err, names) == (0, "", sorted(os.path.join(".", name) for name in NAMES.values()))
