"""What importing and checking cost: pydantic and yaml belong to reading rules, and to nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "yaml")
# Imported one by one in a fresh interpreter; import contracts in pyproject.toml say the same of the source text.
LEAN = (
    "lawcheck",
    "lawcheck.model.wire",
    "lawcheck.engine",
    "lawcheck.kinds",
    "lawcheck.outliner",
    "lawcheck.extractors",
    "lawcheck.readers",
    "lawcheck.renderers.json",
)


def run(code: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("module", LEAN)
def test_importing_a_module_of_the_way_through_loads_no_rule_reading_library(module: str) -> None:
    code = f"import sys, {module}; print([m for m in {HEAVY} if m in sys.modules])"
    assert run(code) == "[]"


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_command_answers_without_loading_the_rules(option: str) -> None:
    code = f"""
import contextlib, io, sys
from lawcheck.cli import main
sys.argv = ["lawcheck", {option!r}]
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main()
print([m for m in ("pydantic", "yaml", "regex") if m in sys.modules])
"""
    assert run(code) == "[]"


def test_a_check_with_a_built_plan_works_where_rule_reading_libraries_are_absent(root: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from lawcheck import load_ruleset
rules = load_ruleset()
plan = rules.plan("civil-affairs")
for name in [m for m in sys.modules if m.split(".")[0] in {HEAVY}]:
    sys.modules[name] = None  # whoever imports it from here on gets an ImportError

from lawcheck.engine import run
from lawcheck.model.checklist import ProfileChoice
from lawcheck.outliner import outline
from lawcheck.readers import read
from lawcheck.renderers import render
from lawcheck.wording import Text

document = read(sys.argv[1])
checklist = run(
    plan,
    document,
    outline(document, plan.vocabulary),
    choice=ProfileChoice("civil-affairs", "option", Text("指定", "given")),
)
print(len(render("json", [checklist], [], tool=checklist.tool)) > 1000, checklist.passed())
"""
    assert run(code, root / "examples" / "good" / "yunxi-2024.txt") == "True True"
