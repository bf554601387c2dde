"""The shape of the source: sizes, names, words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import lawcheck
from tests.house.fences import ROOT

SRC = ROOT / "src" / "lawcheck"
MODULES = sorted(SRC.rglob("*.py"))
PLACES_FOR_ANYTHING = {"util", "utils", "helper", "helpers", "common", "base", "manager"}  # no module or class
WRITTEN = {"", ".json", ".md", ".py", ".toml", ".txt", ".yaml"}
OTHER_WORDS = {"violation", "alert", "metric"}  # what the glossary calls otherwise


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def names(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield every name that a module defines, and whether it is a place for things: a module or a class."""
    yield path.stem, True
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ClassDef(name=name):
                yield name, True
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
                yield name, False
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, False


def test_a_module_has_at_most_300_lines_and_a_kind_200() -> None:
    limits = {path: 200 if path.parent.name == "kinds" else 300 for path in MODULES}
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert [(relative(p), lines[p]) for p in MODULES if lines[p] > limits[p]] == []


def test_names_are_ascii_and_use_the_words_of_the_glossary() -> None:
    wrong = [
        (relative(path), name)
        for path in MODULES
        for name, is_place in names(path)
        if not name.isascii()
        or (OTHER_WORDS | (PLACES_FOR_ANYTHING if is_place else set())) & set(name.lower().strip("_").split("_"))
    ]
    assert wrong == []


def test_the_public_names_are_complete_sorted_and_there() -> None:
    tree = ast.parse((SRC / "__init__.py").read_text(encoding="utf-8"))
    own = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and (n.module or "").startswith("lawcheck")]
    assert lawcheck.__all__ == sorted(alias.name for node in own for alias in node.names)
    assert [name for name in lawcheck.__all__ if not hasattr(lawcheck, name)] == []


def test_nothing_is_left_for_later_and_no_machine_shows() -> None:
    later, places = ("TODO", "FIXME"), ("/root/", "/home/", "/work/", "/Users/", "C:\\Users")
    papers = ("DESIGN", "DOMAIN.md")  # why something is as it is stands in docs/
    folders = (ROOT / name for name in ("src", "tests", "rules", "docs", "examples", ".ci"))
    files = [path for folder in folders for path in folder.rglob("*")] + list(ROOT.glob("[!.]*.*"))
    written = (p for p in files if p.suffix in WRITTEN and p.is_file() and p != Path(__file__))
    texts = {path: path.read_text(encoding="utf-8") for path in written}
    found = [(relative(path), mark) for path in texts for mark in (*later, *places, *papers) if mark in texts[path]]
    assert found == []
