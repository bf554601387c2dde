"""Running the rules of a plan over one report."""

from __future__ import annotations

from lawcheck.engine.run import run

__all__ = ["run"]
