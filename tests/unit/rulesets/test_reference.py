"""docs/reference/rule-files.md says what the loader does: errors, keys, ceilings, limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawcheck.errors import RuleSetError
from lawcheck.rule.rule import Case, Guard, RuleTest
from lawcheck.rulesets import folder, lines, pattern_scan, phrases, resolve, rules, strict_yaml
from lawcheck.rulesets.models import AdjustEntry, BasisEntry, Manifest, ProfileEntry, RuleEntry, VocabularyFile
from lawcheck.rulesets.strict_yaml import parse
from lawcheck.rulesets.template import PartEntry, TemplateFile, TopicEntry
from lawcheck.text.pattern import MAX_PATTERN, SEARCH_BUDGET_S
from tests.unit.rulesets.test_guard import CEILINGS, NAMED

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "rule-files.md").read_text(encoding="utf-8")
MISTAKES = [
    tuple(cell.strip(" `") if i == 0 else cell.strip() for i, cell in enumerate(row.strip("|").split(" | ")))
    for row in PAGE.partition("| 写成了 | 说明 |\n|---|---|\n")[2].partition("\n\n")[0].split("\n")
]


@pytest.mark.parametrize(("written", "told"), MISTAKES)
def test_a_mistake_on_the_page_is_told_as_the_page_says(written: str, told: str) -> None:
    with pytest.raises(RuleSetError) as caught:
        parse(written.replace("⏎", "\n").encode(), "x.yaml")
    assert str(caught.value).partition("：")[2] == told.removesuffix(" |")


def test_the_page_names_every_key() -> None:
    models = (RuleEntry, BasisEntry, VocabularyFile, ProfileEntry, AdjustEntry, Manifest)
    models += (TemplateFile, PartEntry, TopicEntry)
    values = (Case, Guard, RuleTest)
    keys = {name for model in models for name in model.model_fields}
    keys |= {name for value in values for name in value.__dataclass_fields__}
    assert {key for key in keys if f"`{key}`" not in PAGE and f"`{key}:" not in PAGE and f"{key}," not in PAGE} <= {
        "overlay"
    }


def test_the_page_gives_the_ceilings() -> None:
    for force, limit in CEILINGS.items():
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{force}` |"))
        assert f"`{limit}`" in row
    for limit in ("warning", "info"):
        assert f"最高 `{limit}`：{' '.join(name for name in NAMED if NAMED[name] == limit)}。" in PAGE


@pytest.mark.parametrize(
    "limit",
    [
        f"{lines.MAX_BYTES >> 20} MiB，嵌套 {strict_yaml.MAX_DEPTH} 层，{strict_yaml.MAX_NODES} 个节点，"
        f"一个值 {strict_yaml.MAX_SCALAR >> 10} KiB",
        f"{folder.MAX_FILES} 个文件，共 {folder.MAX_TOTAL_BYTES >> 20} MiB，{rules.MAX_RULES} 条规则",
        f"{MAX_PATTERN} 个字符，括号 {pattern_scan.MAX_DEPTH} 层，重复次数相乘 {pattern_scan.MAX_COUNTS}，"
        f"按次数展开 {pattern_scan.MAX_SIZE} 个字符",
        f"按次数展开 {phrases.MAX_SIZE_OF_SET} 个字符",
        f"{SEARCH_BUDGET_S} 秒",
        f"连续 {resolve.MAX_STEPS} 层",
    ],
)
def test_the_page_gives_the_limits(limit: str) -> None:
    assert limit in PAGE
