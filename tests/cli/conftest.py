"""Running the command inside the test's own process, over a rule set and a check that the test provides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from lawcheck import api
from lawcheck.cli import main
from lawcheck.errors import ReadError, UsageError
from lawcheck.model.checklist import Checklist
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

    def check(source: Any, *, name: str, **asked: Any) -> Checklist:
        stem = Path(name).stem
        if "unreadable" in stem:
            raise ReadError(f"无法读取“{name}”：文件是空的", f'cannot read "{name}": the file is empty')
        if "bug" in stem:
            raise ZeroDivisionError
        document = replace(DOCUMENT, name=name, metadata=tuple((k, str(v)) for k, v in asked["meta"].items()))
        return replace(DEFECTIVE if "defective" in stem else GOOD, document=document)

    def load_ruleset(path: str | None, *, profile: str | None, year: int | None) -> Rules:
        if profile not in (None, "national"):
            raise UsageError(f"没有适用范围“{profile}”，可用的有：national", f"no profile {profile!r}; valid: national")
        return Rules()

    monkeypatch.setattr(api, "check", check)
    monkeypatch.setattr(api, "load_ruleset", load_ruleset)
