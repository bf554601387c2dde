"""How results are judged and shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawcheck.model.checklist import FailOn


@dataclass(frozen=True, slots=True)
class Style:
    """What a reader of results may choose: language, what counts as failing, colour.

    `fail_on` and `strict` mean the same as in `Checklist.passed`. `colour` is for terminals only.
    """

    lang: str = "zh"
    fail_on: FailOn = "warning"
    strict: bool = False
    colour: bool = False
