"""Every sentence for people is there in Chinese and in English, and each language keeps to itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from lawcheck import load_ruleset
from lawcheck.kinds import KINDS
from lawcheck.text.pattern import pattern
from lawcheck.wording import Text

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "lawcheck").rglob("*.py"))
# Called with a sentence in Chinese and one in English.
PAIRS = {"Text", "UsageError", "RuleSetError", "ReadError", "RuleTimeout", "WriteError", "LawcheckError"}
HAN, LATIN = pattern(r"\p{Han}+"), pattern(r"[A-Za-z]{2,}")
# Chinese in an English sentence is a term that is quoted, a title, or a hint; or one of the set terms below.
QUOTED = pattern(r"“[^“”]*”|《[^《》]*》|【[^【】]*】")
SET_TERMS = ("法治政府建设", ".批注.docx")


@dataclass(frozen=True)
class Pair:
    """A pair as it stands in the source; what a field will hold is `{}`."""

    place: str
    zh: str
    en: str


def pairs() -> Iterator[Pair]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in PAIRS and len(node.args) == 2:
                zh, en = map(_written, node.args)
                if zh is not None and en is not None:
                    yield Pair(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", zh, en)


def _name(function: ast.expr) -> str:
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _written(argument: ast.expr) -> str | None:
    """Return the text of a literal, with {} for each value in it; None for what is no literal."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in argument.values)
    if isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.Add):
        left, right = _written(argument.left), _written(argument.right)
        return (
            None
            if left is None and right is None
            else f"{'{}' if left is None else left}{'{}' if right is None else right}"
        )
    return None


ALL = list(pairs())


def test_the_source_holds_sentences() -> None:
    assert len(ALL) > 500


def test_every_sentence_has_both_languages() -> None:
    assert [p.place for p in ALL if bool(p.zh.strip()) != bool(p.en.strip())] == []


def test_the_chinese_of_a_sentence_is_chinese() -> None:
    # What consists of fields alone is as Chinese as they are.
    bare = [p for p in ALL if LATIN.search(p.en) and not HAN.search(p.zh) and p.zh != p.en and "{" not in p.zh]
    assert [(p.place, p.zh) for p in bare] == []


def test_the_english_of_a_sentence_holds_no_chinese_but_quoted_and_set_terms() -> None:
    found = []
    for p in ALL:
        text = p.en
        for quoted in [m.group() for m in QUOTED.finditer(text)] + list(SET_TERMS):
            text = text.replace(quoted, "")
        if HAN.search(text):
            found.append((p.place, p.en))
    assert found == []


def test_both_languages_of_a_template_have_the_same_fields() -> None:
    field = pattern(r"\{[a-z_]{1,30}\}")
    assert [p.place for p in ALL if {m[0] for m in field.finditer(p.zh)} != {m[0] for m in field.finditer(p.en)}] == []


def texts(value: object, path: str) -> Iterator[tuple[str, Text]]:
    """Yield every pair in a value of a rule set, with the way to it."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from texts(each, f"{path}[{number}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{path}.{field.name}")


def of_the_rules() -> Iterator[tuple[str, Text]]:
    ruleset = load_ruleset()
    words = ruleset.vocabulary
    for entry in (*ruleset.rules, *words.roles, *words.genres, *words.indicators):
        yield from texts(entry, entry.id)
    yield from ((profile.id, profile.title) for profile in ruleset.profiles)
    yield from ((name, kind.title) for name, kind in KINDS.items())


def test_every_title_and_sentence_of_the_shipped_rules_has_both_languages() -> None:
    found = dict(of_the_rules())
    assert len(found) > 1000
    assert [path for path, text in found.items() if not HAN.search(text) or not LATIN.search(text.en)] == []


def test_chinese_in_the_english_of_a_rule_is_a_term_that_its_chinese_has() -> None:
    own = {rule.id: "".join(str(text) for _, text in texts(rule, "")) for rule in load_ruleset().rules}
    strange = [
        (path, run.group())
        for path, text in of_the_rules()
        for run in HAN.finditer(text.en)
        if run.group() not in own.get(path.partition(".")[0], str(text))
    ]
    assert strange == []


def test_legal_titles_are_chinese_and_everything_else_of_the_register_is_no_sentence() -> None:
    register = load_ruleset().basis.values()
    assert [basis.id for basis in register if not HAN.search(basis.title)] == []
