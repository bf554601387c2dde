"""The command `lawcheck`. What it needs beyond click is imported when a sub-command runs."""

from __future__ import annotations

from lawcheck.cli.main import main

__all__ = ["main"]
