"""The command speaks the language that is asked for: help, errors, results."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from lawcheck import load_ruleset, read
from lawcheck.cli.program import program
from lawcheck.rule.vocabulary import Phrases
from lawcheck.text.pattern import pattern
from lawcheck.text.width import width
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
EXAMPLES = [
    "examples/defective/qinglan-2024.txt",
    "examples/good/yunxi-2024.txt",
    "examples/neighbours/yunxi-disclosure-2024.txt",
    "examples/web-page/qixialing-2024.txt",
]
HAN = pattern(r"\p{Han}+")
CLICKS_OWN = pattern("Usage|Options|Commands|Error|Try |Missing|No such|Got unexpected|Invalid value|Show this")


def commands(command: click.Command, *names: str) -> list[tuple[str, ...]]:
    if not isinstance(command, click.Group):
        return [names]
    context = click.Context(command)
    below = [(name, command.get_command(context, name)) for name in command.list_commands(context)]
    return [names, *(found for name, each in below if each is not None for found in commands(each, *names, name))]


@pytest.mark.parametrize("names", commands(program), ids=" ".join)
def test_help_is_there_in_both_languages_at_80_columns(run: Run, names: tuple[str, ...]) -> None:
    chinese, english = (run(*names, "--help", "--lang", lang).out.splitlines() for lang in ("zh", "en"))
    assert [line for line in (*chinese, *english) if width(line) > 80] == []
    assert [line for line in chinese if CLICKS_OWN.search(line)] == []
    rest = "\n".join(line for line in english if not line.startswith("  lawcheck ")).replace("法治政府建设", "")
    assert [run.group() for run in HAN.finditer(rest.replace(".批注.docx", ""))] == []


@pytest.mark.parametrize("names", commands(program), ids=" ".join)
def test_every_option_is_explained(run: Run, names: tuple[str, ...]) -> None:
    for lang, mark in (("zh", HAN), ("en", pattern("[a-z]{2}"))):
        shown = run(*names, "--help", "--lang", lang).out.partition({"zh": "选项：", "en": "Options:"}[lang])[2]
        rows = shown.replace("\n" + " " * 24, " ").split("\n  --")[1:]
        assert len(rows) >= 3
        assert [row for row in rows if not mark.search(row.partition(" ")[2])] == []


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("chck",),
        ("check",),
        ("check", "a.txt", "--formt", "text"),
        ("check", "a.txt", "--format"),
        ("check", "a.txt", "--format", "pdf"),
        ("check", "a.txt", "--strict=1"),
        ("check", "a.txt", "--year", "24"),
        ("check", "a.txt", "--as-of", "1"),
        ("check", "a.txt", "--meta", "a"),
        ("check", "a.txt", "--profile", "civil"),
        ("check", "a.txt", "--output", ""),
        ("check", "none.txt"),
        ("check", "-", "-"),
        ("explain",),
        ("explain", "E999"),
        ("rules", "show", "E100", "E101"),
        ("rules", "sho"),
        ("rules",),
        ("template",),
        ("doctor", "extra"),
    ],
    ids=" ".join,
)
def test_errors_are_told_in_the_language_that_is_asked_for(run: Run, argv: tuple[str, ...]) -> None:
    chinese, english = (run(*argv, "--lang", lang) for lang in ("zh", "en"))
    assert (chinese.code, chinese.code) == (english.code, english.code)
    assert chinese.code in (2, 3)
    assert (chinese.err.count("\n"), english.err.count("\n")) == (1, 1)
    assert HAN.search(chinese.err)
    assert not CLICKS_OWN.search(chinese.err)
    assert not HAN.search(english.err)


@pytest.fixture(scope="module")
def own_words() -> str:
    """What English may quote: legal titles, words that rules look for, and terms that the rules' English has."""
    ruleset = load_ruleset()
    register = [f"{b.title}{b.number}" for b in ruleset.basis.values()]
    register += [c.article or "" for rule in ruleset.rules for c in rule.basis]
    messages = [rule.title.en for rule in ruleset.rules]
    for rule in ruleset.rules:
        for told in (rule.message, rule.remedy, rule.why, *(t for c in rule.cases for t in (c.message, c.remedy))):
            messages += [told.en] if told is not None else []
    words = ruleset.vocabulary
    families = [*words.cues.values(), *(p for role in words.roles for p in (role.headings, role.leads, role.states))]
    families += [
        family
        for rule in ruleset.rules
        for family in getattr(rule.options, "require", ())
        if isinstance(family, Phrases)
    ]
    return "\n".join([*register, *messages, *(phrase for family in families for phrase in family.phrases)])


def strange(out: str, *allowed: str) -> list[str]:
    """Return the Chinese of a text, taken out of its lines, that none of `allowed` has."""
    known = "".join(allowed)
    whole = "".join(line.strip().removeprefix("| ") for line in out.splitlines())
    return [run.group() for run in HAN.finditer(whole) if run.group() not in known]


@pytest.mark.parametrize("format", ["text", "markdown", "csv", "github", "junit", "gitlab", "sarif"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_english_results_hold_no_chinese_but_the_reports_and_the_laws(
    run: Run, own_words: str, example: str, format: str
) -> None:
    out = run("check", str(ROOT / example), "--lang", "en", "--format", format).out
    assert strange(out, own_words, read(ROOT / example).text.replace("\n", ""), "法治政府建设") == []


def test_english_explanations_hold_no_chinese_but_examples_and_terms(run: Run, own_words: str) -> None:
    rules = load_ruleset().rules
    examples = "".join(test.text for rule in rules for test in rule.tests).replace("\n", "")
    out = run("explain", *(rule.id for rule in rules), "--lang", "en").out
    assert strange(out, own_words, examples) == []
    assert [line for line in out.splitlines() if width(line) > 80] == []


@pytest.mark.parametrize("argv", [("rules", "list"), ("rules", "lint"), ("doctor",)], ids=" ".join)
def test_other_results_are_english_when_asked_for(run: Run, own_words: str, argv: tuple[str, ...]) -> None:
    assert strange(run(*argv, "--lang", "en").out, own_words) == []


def test_the_search_for_strange_chinese_finds_it(run: Run, own_words: str) -> None:
    out = run("check", str(ROOT / EXAMPLES[0])).out
    assert {"结论", "需修改"} <= {run for word in strange(out, own_words) for run in ("结论", "需修改") if run in word}
