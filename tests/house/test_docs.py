"""Every example in the documentation does what the page says."""

from __future__ import annotations

import doctest
import sys
from pathlib import Path
from types import ModuleType

import pytest

from lawcheck import load_ruleset
from lawcheck.rulesets.strict_yaml import parse
from lawcheck.testing import run_rule_tests
from tests.house.console import matches, outcomes
from tests.house.fences import ROOT, RUN, Fence, fences, pages

SHOWN = ("sh", "powershell", "text", "json", "toml", "markdown")
ALL = [fence for page in pages(ROOT) for fence in fences(page, page.relative_to(ROOT).as_posix())]


def of(language: str) -> list[Fence]:
    return [fence for fence in ALL if fence.language == language]


def test_every_fence_names_a_language_that_authors_may_use() -> None:
    assert [(str(f), f.language) for f in ALL if f.language not in (*RUN, *SHOWN)] == []


@pytest.mark.parametrize("fence", of("console"), ids=str)
def test_a_console_example_prints_what_the_page_shows(fence: Fence) -> None:
    for command, expected, printed in outcomes(fence):
        assert matches(expected, printed), f"{fence}: $ {command}\n" + "\n".join(printed)


@pytest.mark.parametrize("fence", of("python"), ids=str)
def test_a_python_example_runs(fence: Fence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    if ">>>" not in fence.text:
        module = ModuleType("page")
        monkeypatch.setitem(sys.modules, "page", module)  # a dataclass looks its module up
        exec(compile(fence.text, str(fence), "exec", dont_inherit=True), module.__dict__)  # noqa: S102 - our own page
        return
    test = doctest.DocTestParser().get_doctest(fence.text, {}, str(fence), fence.path, fence.line)
    said: list[str] = []
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append).failed == 0, "".join(said)


@pytest.mark.parametrize("fence", of("yaml"), ids=str)
def test_a_yaml_example_is_valid_and_its_rules_pass_their_own_tests(fence: Fence, tmp_path: Path) -> None:
    assert parse(fence.text.encode(), str(fence)).value
    if not fence.text.startswith("rules:"):
        return
    (tmp_path / "ruleset.yaml").write_text("id: page\nextends: builtin\n", encoding="utf-8")
    (tmp_path / "national").mkdir()
    (tmp_path / "national" / "page.yaml").write_text(fence.text, encoding="utf-8")
    ruleset = load_ruleset(tmp_path)
    own = [rule.id for rule in ruleset.rules if rule.source.startswith("page:")]
    told = run_rule_tests(ruleset, own)
    assert own
    assert [(o.rule, o.number, o.message) for o in told if not o.passed] == []
    assert set(own) == {o.rule for o in told}
