"""The two commands of the README are the ones that CI runs, in both languages."""

from __future__ import annotations

from pathlib import Path

from tests.house.fences import fences, pages


def marked(path: Path) -> dict[str, str]:
    """Return the commands below a mark `<!-- run: NAME -->`, as .ci/run reads them."""
    lines = path.read_text(encoding="utf-8").split("\n")
    found = {}
    for fence in fences(path, path.name):
        above = lines[fence.line - 2]
        if above.startswith("<!-- run: "):
            found[above.removeprefix("<!-- run: ").removesuffix(" -->")] = fence.text.strip()
    return found


def test_the_readme_marks_one_command_to_check_and_one_to_test(root: Path) -> None:
    commands = marked(root / "README.md")
    assert sorted(commands) == ["check", "tests"]
    assert [c.count("\n") for c in commands.values()] == [0, 0]


def test_both_readmes_and_the_contributing_page_give_the_same_commands(root: Path) -> None:
    check, tests = (marked(root / "README.md")[name] for name in ("check", "tests"))
    shown = {
        name: {f.text.strip() for f in fences(root / name, name) if f.language == "sh"}
        for name in ("README.md", "README.en.md", "CONTRIBUTING.md")
    }
    assert {check, tests} <= shown["README.md"]
    assert {check, tests} <= shown["README.en.md"]
    assert tests in shown["CONTRIBUTING.md"]


def test_every_link_to_a_file_of_the_project_leads_somewhere(root: Path) -> None:
    broken = []
    for page in pages(root):
        for part in page.read_text(encoding="utf-8").split("](")[1:]:
            target = part.split(")")[0].split("#")[0]
            if target and "://" not in target and not (page.parent / target).exists():
                broken.append((page.relative_to(root).as_posix(), target))
    assert broken == []
