"""`python -m lawcheck`, the same as the command."""

from __future__ import annotations

import sys

from lawcheck.cli import main

sys.exit(main())
