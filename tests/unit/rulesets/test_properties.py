"""Whatever a rule file holds, the loader answers with a rule set or with a RuleSetError."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import RuleSetError
from lawcheck.rulesets.load import read_files
from lawcheck.rulesets.strict_yaml import parse
from lawcheck.rulesets.tree import Path, Plain, Tree
from tests.unit.rulesets.folders import BASIS, PROFILE, RULE, VOCABULARY

FILES = {
    "basis.yaml": BASIS,
    "vocabulary.yaml": VOCABULARY,
    "national/parts.yaml": RULE
    + "    tests: [{text: 主要举措, expect: satisfied}]\n    cases: [{case: empty, severity: info}]\n",
    "profiles/national.yaml": PROFILE
    + "issuers: {phrases: [局], unless: ['总局']}\nadjust: [{rule: X1, severity: info}]\n",
    "ruleset.yaml": "id: mine\n",
}
MARKS = (
    "：",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "*",
    "&a",
    "!",
    "@",
    "%",
    "|",
    ">",
    '"',
    "'",
    "\\",
    "\t",
    "\n",
    "#",
    "<<",
    "---",
)
WORDS = (
    "X1",
    "null",
    "true",
    "12",
    "-1",
    "9" * 30,
    "(?R)",
    "(",
    "{2}",
    "甲",
    "𠮷",
    "\u200b",
    "\x00",
    "\ud800",
    "national",
    "../x",
)
PIECES = st.sampled_from(MARKS + WORDS)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, bytes]:
    """A good set with a few lines or words of one file taken out, doubled, or replaced."""
    name = draw(st.sampled_from(sorted(FILES)))
    text = FILES[name]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 20)))
        text = text[:start] + draw(st.one_of(PIECES, TEXTS, st.just(text[start:end] * 2))) + text[end:]
    return {n: t.encode() for n, t in FILES.items()} | {name: text.encode("utf-8", "surrogatepass")}


def answered(files: dict[str, bytes]) -> None:
    ruleset, faults = read_files(files, "rules")
    assert (ruleset is None) == bool(faults)
    for fault in faults:
        assert isinstance(fault, RuleSetError)
        assert fault.message.startswith("rules")
        assert "\n" not in fault.message + fault.message.en


@given(mutated())
def test_a_damaged_set_loads_or_is_refused_in_one_line(files: dict[str, bytes]) -> None:
    answered(files)


@given(
    st.sampled_from(sorted(FILES)), st.one_of(TEXTS.map(lambda t: t.encode("utf-8", "replace")), st.binary(max_size=60))
)
def test_a_file_of_anything_loads_or_is_refused_in_one_line(name: str, data: bytes) -> None:
    answered({n: t.encode() for n, t in FILES.items()} | {name: data})


def test_the_set_that_is_damaged_is_a_good_one() -> None:
    ruleset, faults = read_files({n: t.encode() for n, t in FILES.items()}, "rules")
    assert (ruleset is not None, list(faults)) == (True, [])


SAFE = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=12)
TREES = st.recursive(
    st.one_of(SAFE, st.booleans(), st.none(), st.integers(-(10**18) + 1, 10**18 - 1)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(SAFE.filter(bool), inner, max_size=4)),
    max_leaves=20,
)


def plain(value: object) -> Plain:
    if isinstance(value, list):
        return tuple(plain(v) for v in value)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value  # type: ignore[return-value]


def paths(tree: Tree, path: Path = ()) -> list[Path]:
    value = tree.get(path)
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, tuple) else ()
    return [path, *(p for step in steps for p in paths(tree, (*path, step)))]


@given(TREES, st.sampled_from([None, 1]))
def test_what_is_written_is_what_is_read_and_every_node_has_its_place(value: object, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    tree = parse(text.encode(), "x.yaml")
    assert tree.value == plain(value)
    lines = text.split("\n")
    for path in paths(tree):
        line, column = tree.places[path]
        node = json.dumps(tree.get(path), ensure_ascii=False)
        assert lines[line - 1][column - 1] == node[0]
