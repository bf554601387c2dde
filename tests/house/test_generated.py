"""What is generated is fresh: pages from rules, example files from their originals."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("script", ["docs/generate.py", "examples/build.py"])
def test_generated_files_are_what_their_script_makes(root: Path, script: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", script, "--check"], cwd=root, capture_output=True, encoding="utf-8", timeout=120
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
