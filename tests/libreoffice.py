"""LibreOffice in tests: whether it is here, and fixtures of old formats made by it, for nothing else writes them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lawcheck.readers.office.program import locate
from lawcheck.readers.refusal import Refusal
from tests.docx_builder import Paragraph, Table, build_docx


def needed() -> str:
    """Return the path of LibreOffice; without it the test is skipped, or fails where all tests have to run."""
    try:
        return locate("doc")
    except Refusal:
        if os.environ.get("LAWCHECK_TEST_ALL"):
            raise
        pytest.skip("LibreOffice is not installed")


def build_doc(paragraphs: Sequence[str | Paragraph | Table]) -> bytes:
    """Return a Word 97 file (.doc, also .wps) of `paragraphs`."""
    return made(build_docx(paragraphs), "docx", "doc:MS Word 97")


def made(data: bytes, suffix: str, to: str) -> bytes:
    """Return what LibreOffice makes of a file with that suffix: `to` is the new suffix, and a filter after a colon."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"a.{suffix}").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [needed(), profile, "--headless", "--convert-to", to, "--outdir", str(folder), f"a.{suffix}"]
        subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=True)
        return (folder / f"a.{to.partition(':')[0]}").read_bytes()
