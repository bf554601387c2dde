"""Small rule folders for tests: complete, with two parts, two sources, one rule of each needed form."""

from __future__ import annotations

from pathlib import Path

from lawcheck.errors import RuleSetError
from lawcheck.rulesets.load import load_folder

BASIS = """\
basis:
  - id: L1
    title: 关于年度报告的规定
    verified: V1
  - id: L2
    title: 凭记忆的文件
    verified: M
"""

VOCABULARY = """\
roles:
  - id: measures
    title: {zh: 举措, en: measures}
    headings: {phrases: [主要举措]}
  - id: plan
    title: {zh: 安排, en: plan}
    headings:
      re: ['{next}年.{0,10}安排']
genres:
  - id: report
    title: {zh: 年度报告, en: annual report}
    titles: {phrases: [法治政府建设情况的报告]}
  - id: notice
    title: {zh: 通知, en: notice}
    titles: {phrases: [通知]}
organs: {phrases: [民政局]}
cues:
  cause: {phrases: [原因是, 由于]}
"""

# Line 1 is `rules:`, line 2 the id; tests replace or append lines of this rule.
RULE = """\
rules:
  - id: X1
    kind: section
    title: {zh: 有举措部分, en: has measures}
    category: missing
    severity: error
    force: national
    basis:
      - {id: L1, article: 第三条}
    roles: [measures]
    message:
      zh: 没有“{part}”部分
      en: no part “{part}”
"""

PROFILE = """\
id: national
title: {zh: 全部机关, en: every body}
rules: [national/*.yaml]
"""


def write(folder: Path, **files: str) -> Path:
    """Write a rule folder: keys are file names with `__` for the slash, without ending."""
    content = {"basis": BASIS, "vocabulary": VOCABULARY, "national__parts": RULE, "profiles__national": PROFILE} | files
    for name, text in content.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
    return folder


def refusal(folder: Path, **files: str) -> str:
    """Return the message of the error that the folder raises, with the folder's own name taken off.

    With `files`, the folder is written first.
    """
    if files:
        write(folder, **files)
    try:
        load_folder(folder)
    except RuleSetError as e:
        return str(e).removeprefix(f"{folder}/")
    return "loaded"


def changed(old: str, new: str, text: str = RULE) -> str:
    """Return a file with one part of it replaced; the part must be there."""
    assert text.count(old) == 1, old
    return text.replace(old, new)
