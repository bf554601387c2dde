"""The changed reports: what stands in defects.yaml and neutral.yaml, as values, and what a check says of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lawcheck import check, load_ruleset
from lawcheck.rulesets import RuleSet
from tests.mutation.changes import changed

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
BASES = {
    "department": "examples/good/yunxi-2024.txt",
    "department-word": "examples/good/yunxi-2024.docx",
    "department-word-automatic": "examples/good/yunxi-2024-auto-numbering.docx",
    "township": "examples/web-page/qixialing-2024.txt",
}
CATEGORIES = {
    "parts": ("缺少应有的部分", "a part is missing"),
    "causes": ("缺少原因", "a cause is missing"),
    "years": ("年度不对", "a wrong year"),
    "numbers": ("数字和比率", "numbers and rates"),
    "contradictions": ("前后矛盾、与法定职权不符", "contradictions"),
    "numbering": ("编号和结构", "numbering and structure"),
    "identity": ("标题、主送、落款", "title, addressee, closing"),
    "substance": ("内容空泛、没有回应", "substance"),
    "residue": ("残留、标点、用字", "residue, punctuation, words"),
    "privacy": ("个人信息和秘密", "personal data and secrets"),
}


@dataclass(frozen=True)
class Case:
    """One changed report. `expect` names rules that must appear (`A/B`: one of them), `also` true consequences."""

    id: str
    what: str
    base: str
    steps: list[dict[str, Any]]
    category: str = ""
    expect: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    encoding: str = "utf-8"
    suffix: str = ""

    def file(self) -> tuple[str, bytes]:
        """Return the name and the bytes of the changed report."""
        path = ROOT / BASES[self.base]
        data = path.read_bytes()
        if path.suffix == ".txt":
            data = changed(data.decode(), self.steps).encode(self.encoding)
        return path.with_suffix(self.suffix or path.suffix).name, data


@dataclass(frozen=True)
class Outcome:
    """What a change brought: rules that must speak and do not, and other rules that speak at warning or error."""

    case: Case
    missed: tuple[str, ...]
    alarms: tuple[str, ...]


def cases(name: str) -> list[Case]:
    """Return the cases of `defects` or `neutral`."""
    return [Case(**row) for row in yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))]


def outcome(case: Case) -> Outcome:
    """Check a changed report against the findings of the unchanged one."""
    name, data = case.file()
    every, grave = _findings(name, data)
    before, before_grave = _before(case.base)
    new = every - before
    missed = tuple(e for e in case.expect if not any(rule in new for rule in e.split("/")))
    known = {rule for e in (*case.expect, *case.also) for rule in e.split("/")}
    return Outcome(case, missed, tuple(sorted(set(grave - before_grave) - known)))


@cache
def outcomes(name: str) -> tuple[Outcome, ...]:
    """Return the outcomes of all `defects` or all `neutral` cases."""
    return tuple(map(outcome, cases(name)))


def _findings(name: str, data: bytes) -> tuple[Counter[str], Counter[str]]:
    found = check(data, name=name, ruleset=_ruleset()).findings
    return Counter(f.rule for f in found), Counter(f.rule for f in found if f.severity != "info")


@cache
def _before(base: str) -> tuple[Counter[str], Counter[str]]:
    """Return the findings of an unchanged report; a Word file is compared with the text that it was made from."""
    path = ROOT / BASES[base.split("-")[0]]
    return _findings(path.name, path.read_bytes())


@cache
def _ruleset() -> RuleSet:
    return load_ruleset()
