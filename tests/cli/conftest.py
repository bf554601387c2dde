"""Running the command inside the test's own process, over a rule set and a check that the test provides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from lawcheck import api
from lawcheck.cli import main
from lawcheck.errors import ReadError, UsageError
from lawcheck.model.checklist import Checklist
from lawcheck.model.document import Document
from tests.results import DEFECTIVE, DOCUMENT, GOOD

Check = Callable[..., Checklist]


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


class Rules:
    """What the command needs of a rule set."""

    id, sha256 = "builtin", "0" * 64


@dataclass(frozen=True, slots=True)
class FakeReading:
    """What the command needs of a Reading."""

    name: str

    def document(self) -> Document:
        if "unreadable" in self.name:
            raise ReadError(f"无法读取“{self.name}”：文件是空的", f'cannot read "{self.name}": the file is empty')
        return replace(DOCUMENT, name=self.name)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command, run with the words of a command line."""

    def run(*argv: str) -> Outcome:
        capsys.readouterr()
        code = main(argv)
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stages that answer by the name of the file: good, defective, unreadable, bug."""

    def check(document: Document, **asked: Any) -> Checklist:
        if "bug" in document.name:
            raise ZeroDivisionError
        given = replace(document, metadata=tuple((k, str(v)) for k, v in asked["meta"].items()))
        return replace(DEFECTIVE if "defective" in document.name else GOOD, document=given)

    def load_ruleset(path: str | None, *, profile: str | None, year: int | None) -> Rules:
        if profile not in (None, "national"):
            raise UsageError(f"没有适用范围“{profile}”，可用的有：national", f"no profile {profile!r}; valid: national")
        return Rules()

    monkeypatch.setattr(api, "read_each", lambda sources, names: map(FakeReading, names))
    monkeypatch.setattr(api, "check", check)
    monkeypatch.setattr(api, "load_ruleset", load_ruleset)
