"""A kind is one module, one test table, one page, one line of the table; what a rule rests on is said."""

from __future__ import annotations

from pathlib import Path

from lawcheck import load_ruleset
from lawcheck.kinds import KINDS


def stems(folder: Path, suffix: str) -> list[str]:
    return sorted(path.stem for path in folder.glob(f"*{suffix}") if path.stem != "__init__")


def test_kinds_modules_tests_and_pages_list_the_same_names(root: Path) -> None:
    named = sorted(KINDS)
    assert stems(root / "src" / "lawcheck" / "kinds", ".py") == named
    assert stems(root / "tests" / "kinds", ".yaml") == named
    assert stems(root / "docs" / "kinds", ".md") == named


def test_the_page_of_a_kind_bears_its_title(root: Path) -> None:
    heads = {
        name: (root / "docs" / "kinds" / f"{name}.md").read_text(encoding="utf-8").split("\n")[0] for name in KINDS
    }
    assert heads == {name: f"# {name}：{kind.title}" for name, kind in KINDS.items()}


def test_a_shipped_rule_without_a_basis_rests_on_custom_or_practice_only() -> None:
    without = [rule for rule in load_ruleset().rules if not rule.basis]
    assert [rule.id for rule in without if rule.force not in ("custom", "practice") or rule.severity == "error"] == []


def test_every_shipped_rule_is_part_of_a_profile() -> None:
    ruleset = load_ruleset()
    used = {rule.id for profile in ruleset.profiles for rule in profile.rules}
    assert [rule.id for rule in ruleset.rules if rule.id not in used] == []
